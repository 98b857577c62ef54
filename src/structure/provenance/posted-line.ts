import { countButtons } from '../furniture/button-rows.js';
import { isBody, type Row } from '../row.js';
import { findDate } from './dates.js';
import { mayName } from './no-names.js';
import type { TokenFact } from './token-line.js';

/**
 * Lines under a title that a site's program has written and whose words nobody knows: two counts of its pages beside them
 * (休息站 Jay13 11799℃ 28评论), or a day in the form that programs write (2023/04/02好的文章).
 */

const LONGEST = 40;
const SENTENCE = /[。\uFF0C\uFF1B\uFF01\uFF1F!?“”「」]/u;
const MOST_WORDS = 3;
const LONGEST_WORD = 12;

/** 11799℃, 28评论, 阅读(6), 3 views. */
const PAGE_COUNT =
  /^(?:\p{Script=Han}{2}[(\uFF08])?[\d.,]{1,9}[万wkWK]?\+?(?:次|个|人|条)?(?:℃|评论|浏览|阅读|点赞|赞|回复|收藏|喜欢|热度|評論|瀏覽|閱讀|回應|views?|comments?|[)\uFF09])+$/iu;
/** Jay13, slow_bus: what only an account is called. */
const HANDLE = /^(?=.*[A-Za-z])[A-Za-z][\w.-]{2,15}$/u;
/** 2023/04/02, 2023-04-02, 20230402 10:35: texts write 2023年4月2日. */
const STAMP = /(?:19|20)\d{2}([-/.])\d{1,2}\1\d{1,2}/u;
/** Another line that begins with a day is one of a chronicle. */
const NEAR = 8;

/** Words and counts of a page. */
export function readCountLine(text: string): readonly TokenFact[] | undefined {
  if (text.length > LONGEST || !/[\d.,]/u.test(text) || SENTENCE.test(text)) return undefined;
  const tokens = text.replace(/(?<=\d)\s+(?=[次个人条]|评论|浏览|阅读)/gu, '').split(/[\s|\uFF5C/·\u2022]+/u);
  const words = tokens.filter((token) => token !== '' && !PAGE_COUNT.test(token));
  const counts = tokens.filter((token) => PAGE_COUNT.test(token)).length;
  if (counts < 2 || words.length > MOST_WORDS || words.some(({ length }) => length > LONGEST_WORD))
    return undefined;
  const handle = words.find((word) => HANDLE.test(word) && mayName(word) && countButtons(word) === 0);
  return handle === undefined ? [] : [{ fact: 'authors', value: handle }];
}

/** A line right above the text with a day as programs write it. */
export function readStamp(rows: readonly Row[], index: number): readonly TokenFact[] | undefined {
  const row = rows[index];
  if (row?.type !== 'line' || row.text.length > LONGEST || SENTENCE.test(row.text)) return undefined;
  if (!STAMP.test(row.text) || /^[(\uFF08[【《]/u.test(row.text)) return undefined;
  const found = findDate(row.text);
  const others = rows.slice(index + 1, index + 1 + NEAR);
  if (!found || !isBody(rows[index + 1])) return undefined;
  if (others.some((other) => other.type === 'line' && STAMP.test(other.text.slice(0, LONGEST))))
    return undefined;
  const behind = row.text.slice(found.end).trim();
  const isWord = /^\p{Script=Han}{2,6}$/u.test(behind) && mayName(behind);
  return [
    { fact: 'publishedOn', value: found.day },
    ...(isWord ? [{ fact: 'channel', value: behind } as const] : []),
  ];
}
