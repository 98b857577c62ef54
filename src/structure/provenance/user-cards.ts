import { countButtons } from '../furniture/button-rows.js';
import { isCard } from '../furniture/strays.js';
import type { Row, TextRow } from '../row.js';
import { isPersonName } from './names.js';
import { mayName } from './no-names.js';

/**
 * The card of who answers, above a button that only a person has: a name, a word about him, 关注. The word about him may
 * be missing.
 */

/** 关注, +关注, 已关注, 213 人赞同了该回答. */
const FOLLOWS =
  /^(?:\+?\s?(?:关注|已关注|關注|关注他|关注她|关注TA|加关注|追蹤|私信|发消息)|[\d,.]{1,9}\s?[万千kK]?\s?(?:人|名|位)?(?:也)?(?:赞同|贊同|认为有用|觉得有用|推荐)了?\S{0,5})$/u;
const LONGEST_WORD = 30;
const MOST_ROWS = 6;

/** Rows of cards, with the name that the first of each is; the word about a person names nobody. */
export function userCards(rows: readonly Row[]): ReadonlyMap<Row, string | undefined> {
  const cards = new Map<Row, string | undefined>();
  for (const [index, row] of rows.entries()) {
    if (row.type !== 'line' || !FOLLOWS.test(row.text)) continue;
    // 已认证账号 and counts stand anywhere in a card
    const card = rows.slice(Math.max(0, index - MOST_ROWS), index).filter((other) => !isRank(other));
    const [above, before] = [card.at(-1), card.at(-2)];
    // the title stands above a name
    if (
      isUser(before) &&
      card.length >= 3 &&
      isAbout(above) &&
      (isPersonName(before.text) || !isUser(above))
    ) {
      cards.set(before, before.text);
      cards.set(above, undefined);
    } else if (isUser(above) && card.length >= 2) cards.set(above, above.text);
    if (cards.size > 0) break;
  }
  return cards;
}

function isRank(row: Row): boolean {
  return row.type === 'line' && isCard(row.text);
}

function isUser(row: Row | undefined): row is TextRow {
  return (
    row?.type === 'line' &&
    row.headingLevel === undefined &&
    /^[\p{L}\p{N}_·.-]{2,14}$/u.test(row.text) &&
    !/^[\d.,]+$/u.test(row.text) &&
    countButtons(row.text) === 0 &&
    mayName(row.text)
  );
}

function isAbout(row: Row | undefined): row is TextRow {
  return (
    row?.type === 'line' &&
    row.text.length <= LONGEST_WORD &&
    !/[。\uFF1F?]/u.test(row.text) &&
    countButtons(row.text) === 0
  );
}
