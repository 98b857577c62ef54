import { byFirstSound } from './first-sounds.js';
import type { IndexEntry } from './index-terms.js';

/** Entries under one head: a letter, a count of strokes, a row of kana. */
export interface IndexGroup {
  readonly head: string;
  readonly entries: readonly IndexEntry[];
}

/** Where a group begins in the order of a language. */
interface Boundary {
  readonly head: string;
  readonly from: string;
}

interface Order {
  readonly collator: Intl.Collator;
  readonly boundaries: readonly Boundary[];
  /** What it orders and has groups for begins so. */
  readonly own: RegExp;
  /** Readings are written in Latin letters. */
  readonly isByPinyin: boolean;
}

/**
 * Before each mark of a group the collations of CLDR put this noncharacter: U+FDD0 A stands before the first Han whose
 * pinyin begins with a, U+FDD0 U+2803 before the first of three strokes. @see UTS #35, part 5, 3.12
 */
const MARK = '\uFDD0';
/** No pinyin begins with i, u or v. */
const PINYIN_LETTERS = 'ABCDEFGHJKLMNOPQRSTWXYZ';
const STROKES_FROM = 0x2800;
const MOST_STROKES = 48;
const HAN = /^\p{Script=Han}/u;
const JAPANESE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const KANA_ROWS = 'あかさたなはまやらわ';

/** What does not begin with a Han has its place before all that does. @see GB/T 22466-2008, order of entries */
const HEADS = { digits: '0\u20149', letters: '西文', others: '其他' } as const;

/** The entries in the order of the language, under heads; those under an entry in the same order. */
export function sortIndex(entries: readonly IndexEntry[], language: string): IndexGroup[] {
  const order = orderOf(language);
  const groups: { head: string; entries: IndexEntry[] }[] = [];
  for (const { entry, place } of sorted(entries, order)) {
    const whole = { ...entry, subs: sorted(entry.subs, order).map((sub) => sub.entry) };
    const last = groups.at(-1);
    if (last?.head === place.head) last.entries.push(whole);
    else groups.push({ head: place.head, entries: [whole] });
  }
  return groups;
}

function orderOf(language: string): Order {
  const make = (locale: string): Intl.Collator => new Intl.Collator(locale, { numeric: true });
  if (/^zh-(?:Hant|TW|HK|MO)\b/i.test(language)) {
    const collator = make('zh-Hant-u-co-stroke');
    return { collator, boundaries: strokeBoundaries(), own: HAN, isByPinyin: false };
  }
  if (/^ja\b/i.test(language)) {
    const rows = [...KANA_ROWS].map((head) => ({ head, from: head }));
    const boundaries = [...rows, { head: '漢字', from: '一' }];
    return { collator: make('ja'), boundaries, own: JAPANESE, isByPinyin: false };
  }
  const letters = [...PINYIN_LETTERS].map((head) => ({ head, from: MARK + head }));
  return { collator: make('zh-u-co-pinyin'), boundaries: letters, own: HAN, isByPinyin: true };
}

function strokeBoundaries(): Boundary[] {
  return Array.from({ length: MOST_STROKES }, (_, index) => ({
    head: `${index + 1}畫`,
    from: MARK + String.fromCharCode(STROKES_FROM + index + 1),
  }));
}

/** Where an entry stands: class, then key, then the term itself, so that the order never depends on the source. */
interface Place {
  readonly rank: number;
  readonly key: string;
  readonly head: string;
}

interface Placed {
  readonly entry: IndexEntry;
  readonly place: Place;
}

function sorted(entries: readonly IndexEntry[], order: Order): Placed[] {
  const { collator } = order;
  return entries
    .map((entry) => ({ entry, place: placeOf(entry, order) }))
    .sort(
      (one, other) =>
        one.place.rank - other.place.rank ||
        collator.compare(one.place.key, other.place.key) ||
        collator.compare(one.entry.term, other.entry.term) ||
        (one.entry.term < other.entry.term ? -1 : 1),
    );
}

function placeOf({ term, reading }: IndexEntry, order: Order): Place {
  const bare = withoutMarks(term);
  const sound = order.isByPinyin ? byFirstSound(bare) : bare;
  const key = reading === undefined ? sound : withoutMarks(reading);
  if (order.isByPinyin && HAN.test(bare)) {
    const letters = lettersOf(key);
    if (letters !== '') {
      const head = letters.charAt(0).toUpperCase();
      return { rank: 2, key: MARK + head + letters.slice(1), head };
    }
  }
  if (order.own.test(key)) return byLanguage(key, order);
  if (/^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(key)) {
    return { rank: 1, key, head: HEADS.letters };
  }
  return /^\p{L}/u.test(key) ? { rank: 3, key, head: HEADS.others } : { rank: 0, key, head: HEADS.digits };
}

function byLanguage(key: string, { collator, boundaries }: Order): Place {
  const found = boundaries.findLast(({ from }) => collator.compare(from, key) <= 0);
  return found ? { rank: 2, key, head: found.head } : { rank: 3, key, head: HEADS.others };
}

/** 《论语》 stands under 论. */
function withoutMarks(text: string): string {
  return text.replace(/^[\p{P}\p{S}\s]+(?=[\p{L}\p{N}])/u, '');
}

/** The letters of a reading in pinyin, without tones and spaces; empty when it is none. */
function lettersOf(reading: string): string {
  const letters = reading
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
  return /^[a-hj-tw-z][a-z]*$/.test(letters) ? letters : '';
}
