import type { GlyphRun } from '../line.js';
import type { FontMetrics } from '../metrics.js';
import { CharClass } from './characters.js';
import type { ClusterList } from './cluster-list.js';
import type { GapChange } from './justify.js';
import { RunBuilder } from './run-builder.js';
import { Scratch } from './scratch.js';
import { cutInTwo, lengthOf, type Remark } from './warichu.js';

/** Where the clusters of one line stand, in points from the line's left edge, and the runs that draw them. */
export interface SetLine {
  readonly runs: GlyphRun[];
  /** Left edge of the box of cluster `start + i`; until the next line is set. */
  readonly lefts: Float64Array;
  /** Right edge of the last box that has ink. */
  readonly right: number;
}

const LEFTS: Scratch<Float64Array> = new Scratch(Float64Array);

/**
 * Places the clusters `start` to `end` from `x` on and gathers their glyphs into runs. Spaces keep their glyph
 * and reach to the next cluster, so that a copy of the line gives back every character; at the end of a line
 * they have no width.
 */
export function setLine(
  clusters: ClusterList,
  { start, end }: { readonly start: number; readonly end: number },
  x: number,
  change: GapChange,
  metrics: FontMetrics,
): SetLine {
  const lefts = LEFTS.take(end - start);
  const builder = new RunBuilder(clusters, start, lefts, metrics);
  const { width, first, remarks } = clusters;
  let pen = x;
  let right = x;
  let nextRemark = firstRemarkIn(remarks, start);
  for (let index = start; index < end; ) {
    const remark = remarks[nextRemark++];
    const from = index;
    const stop = remark ? Math.min(end, Math.max(index, remark.start)) : end;
    for (; index < stop; index++) {
      if (index > start) pen += gapBefore(clusters, index, change);
      lefts[index - start] = pen;
      pen += width[index] as number;
      if (!isSpace(first[index] as number)) right = pen;
    }
    builder.addAll(from, stop);
    if (!remark || index === end) continue;
    if (index > start) pen += gapBefore(clusters, index, change);
    const ends = Math.min(remark.end, end);
    pen = setRows(remark, [index, ends], pen, { clusters, builder, lefts, start });
    right = pen;
    index = ends;
  }
  // The gap before a space at the end is no part of the line.
  return { runs: builder.finish(end, right), lefts, right };
}

function gapBefore({ gap, kind, em }: ClusterList, index: number, { inEm, inPt }: GapChange): number {
  const own = kind[index] as number;
  return (gap[index] as number) + (inEm[own] as number) * (em[index] as number) + (inPt[own] as number);
}

/** The first remark that reaches beyond a cluster. */
function firstRemarkIn(remarks: readonly Remark[], cluster: number): number {
  let low = 0;
  for (let high = remarks.length; low < high; ) {
    const probe = (low + high) >> 1;
    if ((remarks[probe] as Remark).end <= cluster) low = probe + 1;
    else high = probe;
  }
  return low;
}

interface LineInHand {
  readonly clusters: ClusterList;
  readonly builder: RunBuilder;
  readonly lefts: Float64Array;
  /** First cluster of the line. */
  readonly start: number;
}

/** Sets what a line holds of a remark, in two rows. @returns Where it ends. */
function setRows(
  remark: Remark,
  [from, to]: readonly [number, number],
  x: number,
  { clusters, builder, lefts, start }: LineInHand,
): number {
  let room = 0;
  for (let index = from; index < to; index++) {
    room += (clusters.width[index] as number) + (index > from ? (clusters.gap[index] as number) : 0);
  }
  const cut = cutInTwo(remark, from, to);
  for (const [row, first, last] of [
    ['upper', from, cut],
    ['lower', cut, to],
  ] as const) {
    if (first >= last) continue;
    const length = lengthOf(remark, first, last);
    // A row that is longer than its half closes up by less than half a small cell.
    const closeUp = last - first > 1 ? Math.min(0, room - length) / (last - first - 1) : 0;
    const origin = x - (remark.begins[first - remark.start] as number);
    builder.turn(first, row === 'upper' ? x : x + room, { row, emPt: remark.rows.sizePt });
    for (let index = first; index < last; index++) {
      const left = origin + (remark.begins[index - remark.start] as number) + (index - first) * closeUp;
      lefts[index - start] = left;
    }
    builder.addAll(first, last);
  }
  builder.turn(to, x + room, undefined);
  return x + room;
}

const isSpace = (charClass: number): boolean =>
  charClass >= CharClass.Space && charClass <= CharClass.WideSpace;
