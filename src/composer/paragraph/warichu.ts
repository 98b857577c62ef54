import type { RowsOf } from '../inline.js';
import { type ClusterList, EMERGENCY, FORBIDDEN } from './cluster-list.js';
import { GapKind } from './spacing.js';

/**
 * 割注: a remark of half size in two rows that share the height of one line. To whoever breaks and justifies lines each of
 * its clusters is half as wide as it is; where a line is set, the part of the remark that it holds is laid out anew.
 *
 * @see JLREQ 3.4, inline cutting notes
 */
export interface Remark {
  /** First cluster and the one after the last. */
  readonly start: number;
  readonly end: number;
  readonly rows: RowsOf;
  /** By cluster from `start` on: its width, and where it begins in one row of all. One more entry than clusters. */
  readonly widths: Float64Array;
  readonly begins: Float64Array;
  /** By cluster: the nearest one before it or itself, and after it or itself, that may begin a row. */
  readonly openBefore: Int32Array;
  readonly openAfter: Int32Array;
}

/** Two rows are even when the longer one sticks out by no more than this share of a small cell: half the blank of a mark. */
const UNEVEN = 0.3;

/** Finds the remarks and halves what they take of the line. Lines may turn over where both rows end at one place. */
export function foldRemarks(clusters: ClusterList): void {
  const { looks } = clusters.characters;
  if (!looks.some((look) => look.rows)) return;
  for (let start = 0, end = 0; start < clusters.count; start = end) {
    const { rows, sizePt = 0 } = looks[clusters.itemIndex(start)] ?? {};
    for (end = start + 1; end < clusters.count; end++) {
      if (looks[clusters.itemIndex(end)]?.rows !== rows) break;
    }
    if (rows) clusters.remarks.push(fold(clusters, [start, end], rows, sizePt));
  }
}

function fold(
  clusters: ClusterList,
  [start, end]: readonly [number, number],
  rows: RowsOf,
  cell: number,
): Remark {
  const remark = measure(clusters, start, end, rows);
  for (let index = start; index < end; index++) {
    clusters.width[index] = (clusters.width[index] as number) / 2;
    if (index === start) continue;
    clusters.gap[index] = (clusters.gap[index] as number) / 2;
    clusters.kind[index] = GapKind.None;
    clusters.hyphen[index] = 0;
    if (clusters.penalty[index] === Number.POSITIVE_INFINITY) continue;
    const isEven =
      remark.openAfter[index - start] === index && excessOf(remark, start, index) <= UNEVEN * cell;
    clusters.penalty[index] = isEven ? 0 : FORBIDDEN;
  }
  // What the rows of the whole are longer than half of it stands at its end.
  clusters.width[end - 1] = (clusters.width[end - 1] as number) + excessOf(remark, start, end);
  return remark;
}

function measure(clusters: ClusterList, start: number, end: number, rows: RowsOf): Remark {
  const widths = Float64Array.from(clusters.width.subarray(start, end));
  const begins = new Float64Array(end - start + 1);
  const opens = (index: number): boolean =>
    (clusters.penalty[index] as number) < EMERGENCY && clusters.hyphen[index] !== 1;
  for (let at = 0; at < end - start; at++) {
    if (at > 0) begins[at] = (begins[at] as number) + (clusters.gap[start + at] as number);
    begins[at + 1] = (begins[at] as number) + (widths[at] as number);
  }
  return { start, end, rows, widths, begins, ...nearest(start, end, opens) };
}

/** Nothing before is `start`, nothing after `end`. */
function nearest(
  start: number,
  end: number,
  opens: (index: number) => boolean,
): Pick<Remark, 'openBefore' | 'openAfter'> {
  const openBefore = new Int32Array(end - start + 1);
  const openAfter = new Int32Array(end - start + 1);
  for (let index = start, last = start; index <= end; index++) {
    if (index < end && index > start && opens(index)) last = index;
    openBefore[index - start] = last;
  }
  for (let index = end, next = end; index >= start; index--) {
    if (index < end && index > start && opens(index)) next = index;
    openAfter[index - start] = next;
  }
  return { openBefore, openAfter };
}

/** How much longer than half of all the longer row is, for the clusters `from` to `to`. */
function excessOf(remark: Remark, from: number, to: number): number {
  const cut = cutInTwo(remark, from, to);
  const [first, second] = [lengthOf(remark, from, cut), lengthOf(remark, cut, to)];
  return Math.max(first, second) - lengthOf(remark, from, to) / 2;
}

/** Length of one row with the clusters `from` to `to`. */
export function lengthOf({ start, widths, begins }: Remark, from: number, to: number): number {
  if (to <= from) return 0;
  return (
    (begins[to - 1 - start] as number) + (widths[to - 1 - start] as number) - (begins[from - start] as number)
  );
}

/** The cluster that begins the second row, so that both are as long as can be; `to` where none may. */
export function cutInTwo(remark: Remark, from: number, to: number): number {
  const { start, begins, openBefore, openAfter } = remark;
  const middle = (begins[from - start] as number) + lengthOf(remark, from, to) / 2;
  let low = from;
  for (let high = to; low < high; ) {
    const probe = (low + high) >> 1;
    if ((begins[probe - start] as number) < middle) low = probe + 1;
    else high = probe;
  }
  const after = Math.min(to, openAfter[low - start] as number);
  const before = openBefore[Math.max(from, low - 1) - start] as number;
  if (before <= from) return after;
  const longer = (cut: number): number => Math.max(lengthOf(remark, from, cut), lengthOf(remark, cut, to));
  return longer(before) < longer(after) ? before : after;
}
