import { parseLabel } from '../../numbering/index.js';
import { findDate } from '../provenance/dates.js';
import { isPersonName } from '../provenance/names.js';
import { endsSentence, hanCount, type Row, type TextRow } from '../row.js';
import { countButtons } from './button-rows.js';
import { toSimplified } from './simplified.js';

/**
 * The last lines of a page, below the text: some may be the site's by what they speak of, and none is so for sure.
 * Where one stands, and no sentence after it, the short lines below it are the site's as well.
 */

const LONGEST_HAN = 30;
/** Without a surer line of the site beside them. */
const FEWEST_ALONE = 2;

/** What a page does, and a text that has ended no longer speaks of. */
const PAGE_WORDS =
  /点击|点赞|关注|评论|留言|转发|分享|扫码|扫描|长按|下载|上传|收藏|打赏|订阅|举报|纠错|登录|注册|客户端|[Aa][Pp][Pp]|公众号|二维码|小程序|本站|本网|本页|本帖|本词条|网友|翻页|键盘|图源|图片来[源自]|配图|侵删|热门|推荐|标签|排行|责编|编辑(?!部)|校对|审核|排版|[上下前后]一[篇章条页个则]|较[早新旧晚]的|版权|词条|楼主|查看|更多|返回|搜索|加微信|(?:商务|广告)合作|人参与|^相关\p{Script=Han}{2,4}/u;
const SIGNS = /^(?:[*#\u203B\u25BC\u25B2\u2190-\u2193\u00A9\u{1F446}\u{1F447}]\s?)+\S/u;
/** 浏览次数 356, 0人参与, 有用(12). */
const COUNTED =
  /^(?:\p{Script=Han}{2,6}\s?[:\uFF1A(\uFF08]?\s?\d[\d.,]{0,8}[万wWkK+]{0,2}\s?[次人条楼字帖张赞]?[)\uFF09]?|\d[\d.,]{0,8}[万wWkK+]{0,2}\s?[次人条楼字帖张赞个]\p{Script=Han}{0,4})(?:\s{1,4}|$)/u;
/** What stands under a text and belongs to it. */
const OWN =
  /^(?:附件(?!下载)|附[:\uFF1A录表图注]|注[:\uFF1A释]|[备译编]者?[注按]|参考|引用|联系|地址|电话|邮编|传真|邮箱|报名|咨询|监督|作者|本文作者|原载|原刊|选自|摘自|节选|抄送|印发|主题词|签发|此致|敬礼|[(\uFF08《【\u2014①-⑳\u2460-\u2473[])/u;

/** A line that may be the site's, by what it speaks of. */
export function mayBeSite(written: string): boolean {
  const text = toSimplified(written);
  if (OWN.test(text)) return false;
  return PAGE_WORDS.test(text) || SIGNS.test(text) || COUNTED.test(text) || countButtons(text) > 0;
}

function isShort(row: Row): row is TextRow {
  if (row.type !== 'line' || row.headingLevel !== undefined || row.unit !== 'physical') return false;
  if (hanCount(row.text) > LONGEST_HAN || parseLabel(row.text) !== undefined) return false;
  return !endsSentence(row.text) || (/[?!\uFF1F\uFF01]$/u.test(row.text) && mayBeSite(row.text));
}

/** Who signed, and when: a name, a day, an office without a word of the page in it. */
function isSigned({ text }: TextRow): boolean {
  return isPersonName(text) || OWN.test(text) || (findDate(text) !== undefined && !mayBeSite(text));
}

/**
 * The lines of a tail that are the site's.
 *
 * @param tail All rows below the text, in order.
 * @param kept Those that no other rule has taken.
 * @param isSite Whether a row that was taken is a site's own.
 */
export function siteTail(
  tail: readonly Row[],
  kept: ReadonlySet<Row>,
  isSite: (row: Row) => boolean,
): TextRow[] {
  const first = tail.findIndex((row) => kept.has(row) && isShort(row) && mayBeSite(row.text));
  if (first < 0) return [];
  const rest = tail.slice(first).filter((row) => kept.has(row));
  if (!rest.every((row) => isShort(row))) return [];
  const own = rest.filter((row) => row.type === 'line' && mayBeSite(row.text)).length;
  if (own < FEWEST_ALONE && !tail.some((row) => !kept.has(row) && isSite(row))) return [];
  return rest.filter((row) => isShort(row)).filter((row) => !isSigned(row));
}
