import { CharClass } from './characters.js';
import type { ClusterList } from './cluster-list.js';

/** Inside a word (天鹅): on the scale of `raggedFault`, some seven ems of imbalance. */
const IN_WORD = 60;
/** Between a word and a character that leans on it: 笔记|本, 研讨|会, 在|江城. Dictionaries part them, readers do not. */
const LEANING = 45;
/** Between the marks of a quotation or bracket. */
const IN_QUOTATION = 40;
/** Anywhere but after a comma, a stop or the wide space between two verses of a title, where a reader pauses. */
const UNPAUSED = 60;

/** Single characters that lean on what follows; all others lean on the word before them. */
const LEANS_FORWARD = new Set([
  ...'和与及或并而在于从向对为以把被将由按让给当跟同比用到至旧新老大小各每该此其第',
]);

let segmenter: Intl.Segmenter | undefined;

/**
 * Makes the breaks of a heading follow its sense: rather after a mark than elsewhere, not inside a word.
 * @see GB/T 9704-2012, 7.3.1: 回行时要做到词意完整
 */
export function weighBySense(clusters: ClusterList): void {
  const { characters, count, first, last, penalty } = clusters;
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const words = new Map(
    Array.from(segmenter.segment(characters.text), ({ index, segment }) => [index, segment]),
  );
  const isSpaced = parts(clusters);
  let depth = 0;
  for (let index = 1; index < count; index++) {
    const before = last[index - 1] as number;
    if (before === CharClass.Open) depth++;
    if (before === CharClass.Close) depth = Math.max(0, depth - 1);
    let price = 0;
    price += priceInWords(words, clusters.textStart(index), clusters.textStart(index - 1));
    if (depth > 0 && first[index] !== CharClass.Open) price += IN_QUOTATION;
    if (!isPause(before) && !isSpaced(index)) price += UNPAUSED;
    penalty[index] = (penalty[index] as number) + price;
  }
}

function priceInWords(words: ReadonlyMap<number, string>, at: number, before: number): number {
  const word = words.get(at);
  if (word === undefined) return IN_WORD;
  const previous = words.get(before) ?? '';
  if (isSingle(previous) && LEANS_FORWARD.has(previous)) return LEANING;
  if (!isSingle(word) || LEANS_FORWARD.has(word)) return 0;
  // of two in a row the first belongs to the word: 笔记本|上
  return isSingle(previous) ? LEANING / 9 : LEANING;
}

const isSingle = (word: string): boolean => /^\p{Script=Han}$/u.test(word);

/**
 * Whether a typed space before a cluster parts two clauses. Between Han it does; beside a number or a Latin word only
 * where the author types none elsewhere: 在江城闭幕 37国专家.
 */
function parts({ characters, count, first }: ClusterList): (index: number) => boolean {
  const typesThem = !/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u.test(characters.text);
  return (index) => {
    if (first[index - 1] !== CharClass.Space || index < 2 || index >= count) return false;
    const areHan = first[index - 2] === CharClass.Han && first[index] === CharClass.Han;
    return areHan || !typesThem;
  };
}

const isPause = (charClass: number): boolean =>
  (charClass >= CharClass.Comma && charClass <= CharClass.Query) || charClass === CharClass.WideSpace;
