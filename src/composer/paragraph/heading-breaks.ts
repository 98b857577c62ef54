import { CharClass } from './characters.js';
import type { ClusterList } from './cluster-list.js';

/** Inside a word (天鹅): on the scale of `raggedFault`, some seven ems of imbalance. */
const IN_WORD = 60;
/** Between the marks of a quotation or bracket. */
const IN_QUOTATION = 40;
/** Anywhere but after a comma, a stop or the wide space between two verses of a title, where a reader pauses. */
const UNPAUSED = 60;

let segmenter: Intl.Segmenter | undefined;

/**
 * Makes the breaks of a heading follow its sense: rather after a mark than elsewhere, not inside a word.
 * @see GB/T 9704-2012, 7.3.1: 回行时要做到词意完整
 */
export function weighBySense(clusters: ClusterList): void {
  const { characters, count, first, last, penalty } = clusters;
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const wordStarts = new Set(Array.from(segmenter.segment(characters.text), (segment) => segment.index));
  let depth = 0;
  for (let index = 1; index < count; index++) {
    const before = last[index - 1] as number;
    if (before === CharClass.Open) depth++;
    if (before === CharClass.Close) depth = Math.max(0, depth - 1);
    let price = 0;
    if (!wordStarts.has(clusters.textStart(index))) price += IN_WORD;
    if (depth > 0 && first[index] !== CharClass.Open) price += IN_QUOTATION;
    if (!isPause(before)) price += UNPAUSED;
    penalty[index] = (penalty[index] as number) + price;
  }
}

const isPause = (charClass: number): boolean =>
  (charClass >= CharClass.Comma && charClass <= CharClass.Query) || charClass === CharClass.WideSpace;
