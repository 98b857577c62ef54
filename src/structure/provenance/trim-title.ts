import { countButtons } from '../furniture/button-rows.js';
import { parseDate } from './dates.js';
import { isPublisher } from './publisher.js';
import { isSiteName } from './site-name.js';

/** What a page prints in the line of its title: the day, the site, a button. */

const DAY = '(?:19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2}';
/** 2025-12-26 高虹安就職三週年: a day that a list of articles has before the title. */
const DATED = new RegExp(`^(?:date\\s{1,3})?(${DAY})[\\s|]{1,3}(\\S.{5,90})$`, 'iu');
/** 走了一趟皖南 (2009-05-06 22:10:31), 管理制度（修订）2023-08-31: and behind it. */
const DATED_BEHIND = new RegExp(
  `^(\\S.{5,90}?)\\s{0,3}[(\uFF08]?(${DAY})(?:\\s{1,2}\\d{1,2}:\\d{2}(?::\\d{2})?)?[)\uFF09]?$`,
  'u',
);
const TAB_PARTS = /^(.{4,90})(?:\s?[_|\uFF5C]\s?|\s[-\u2013\u2014]\s)(\S{2,14})$/u;
const MOST_PARTS = 3;
/** [复制链接], 【打印】 */
const BRACKETED = /^(.{4,}?)\s{0,3}[[【(\uFF08]([^[\]【】()\uFF08\uFF09]{2,8})[\]】)\uFF09]$/u;

/** The title in a line, and the day that stands beside it. */
export function trimTitle(text: string): { readonly title: string; readonly day: string | undefined } {
  const isDated = /(?:19|20)\d{2}[-/.]/u.test(text);
  const [, before, behindIt] = (isDated && DATED.exec(text)) || [];
  const [, beforeIt, behind] = (isDated && DATED_BEHIND.exec(text)) || [];
  const day = parseDate(before ?? behind ?? '');
  const dated = day === undefined ? undefined : (behindIt ?? beforeIt);
  return { title: withoutButton(withoutSite(dated ?? text)), day };
}

/** 夜班公交今起延长_新闻中心_东州网: what stands behind a bar, when the last of it is the name of a site. */
function withoutSite(text: string): string {
  let rest = text;
  for (let part = 0; part < MOST_PARTS; part++) {
    const [, before, site = ''] = TAB_PARTS.exec(rest) ?? [];
    if (before === undefined || (part === 0 && !isSiteName(site) && !isPublisher(site))) break;
    rest = before.trim();
  }
  return rest;
}

function withoutButton(text: string): string {
  const [, before, word = ''] = BRACKETED.exec(text) ?? [];
  return before !== undefined && countButtons(word) > 0 ? before : text;
}
