import { joinInlines, sliceInlines } from '../inline-text.js';
import type { Cleaned } from '../removal.js';
import { type TextRow, withInlines } from '../row.js';
import { sentences } from '../sentences.js';

/** What a site says about itself. */
const SITE = /本站|本网(?!络)|小编|小編|本文库|范文网|作文网/u;
/** How it comes to the text that it shows; only telling before a collection. */
const SHOWS = /^\s*(?:下面|以下|以上)(?:就)?(?:是|为)/u;
const GATHERS = /整理|收集|搜集|精心|分享|推荐|推薦|带来|帶來|准备了|提供/u;
const OFFERS =
  /供(?:大家|您|你|各位|广大)?.{0,6}(?:参考|參考|借鉴|阅读|学习|选择)|欢迎.{0,8}(?:阅读|参考|下载|收藏|借鉴)|希望.{0,16}(?:帮助|有用|喜欢|启发)|一起来看|敬请关注/u;

/** Where the sentence stands: before the first piece of a collection, or at either end of an article. */
export type LeadPlace = 'lead' | 'edge';

function isSiteTalk(sentence: string, place: LeadPlace): boolean {
  const speaks = SITE.test(sentence) || (place === 'lead' && SHOWS.test(sentence));
  return speaks && (GATHERS.test(sentence) || OFFERS.test(sentence));
}

/** Cuts the sentences in which a site recommends what it copied (本站为大家整理…供大家参考). */
export function cutSiteTalk(row: TextRow, place: LeadPlace): Pick<Cleaned, 'rows' | 'removed'> {
  const spans = sentences(row.text);
  const cut = spans.filter(({ start, end }) => isSiteTalk(row.text.slice(start, end), place));
  if (cut.length === 0 || row.headingLevel !== undefined) return { rows: [row], removed: [] };
  const removed = cut.map(({ start, end }) => ({
    line: row.line,
    text: row.text.slice(start, end).trim(),
    rule: 'site-lead',
  }));
  const kept = spans.filter((span) => !cut.includes(span));
  const inlines = kept
    .map(({ start, end }) => sliceInlines(row.inlines, start, end))
    .reduce((before, after) => joinInlines(before, '', after), []);
  return { rows: kept.length === 0 ? [] : [withInlines(row, inlines)], removed };
}
