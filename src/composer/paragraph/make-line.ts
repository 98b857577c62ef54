import type { ParagraphSettings, TextLook } from '../inline.js';
import type { GlyphRun, Line } from '../line.js';
import type { FontMetrics } from '../metrics.js';
import { CharClass } from './characters.js';
import type { ClusterList } from './cluster-list.js';
import { decorate } from './decorate.js';
import { glyphTable } from './glyph-table.js';
import { type GapChange, justify, UNCHANGED } from './justify.js';
import { type Ruby, setRubies } from './ruby.js';
import { type SetLine, setLine } from './set-line.js';
import type { GapRange } from './spacing.js';

/** Everything that the lines between two obligatory breaks share. */
export interface LineMaker {
  readonly clusters: ClusterList;
  readonly rubies: readonly Ruby[];
  readonly settings: ParagraphSettings;
  readonly metrics: FontMetrics;
  /** How far a mark may hang before a break, by cluster after it. */
  readonly hangs: Float64Array | undefined;
  readonly ranges: readonly GapRange[];
  /** UTF-16 index in the paragraph at which the clusters' text begins. */
  readonly offset: number;
}

/** Where a line lies: its clusters, and how far from the left edge of the measure it begins. */
export interface LinePlace {
  readonly start: number;
  /** Index after its last cluster. */
  readonly end: number;
  readonly indentPt: number;
}

/** The hyphen that a broken word shows; it is no part of the text. Undefined when the font has none. */
export function hyphenOf(look: TextLook, metrics: FontMetrics): GlyphRun | undefined {
  // a picture alone between two line breaks has no look, and no word
  if (look.family === '') return undefined;
  const table = glyphTable(metrics, look.family, look.weight);
  const slot = table.slot(0x2d);
  const face = table.faces[slot] as number;
  if (face < 0) return undefined;
  return {
    face,
    sizePt: look.sizePt,
    color: look.color,
    xPt: 0,
    raisePt: 0,
    glyphs: [table.glyphs[slot] as number],
    advancesPt: [(table.advancesEm[slot] as number) * look.sizePt],
    text: '-',
    starts: [0],
    artifact: true,
  };
}

/** Justifies or aligns one line and gathers all that is drawn with it. */
export function makeLine(maker: LineMaker, place: LinePlace): Line {
  const { clusters, settings, metrics, offset } = maker;
  const { start, end, indentPt } = place;
  const hyphen = endsInWord(clusters, end) ? hyphenOf(lookOf(clusters, end - 1), metrics) : undefined;
  const hyphenPt = hyphen?.advancesPt[0] ?? 0;
  const { change, shiftPt } = fitLine(maker, place, hyphenPt);
  const line = setLine(clusters, place, indentPt + shiftPt, change, metrics);
  const found = decorate(clusters, place, line, metrics, settings.vertical ? 'column' : 'line');
  const readings = maker.rubies.length === 0 ? NO_RUNS : readingsOf(maker, place, line);
  const [ascentPt, descentPt] = reach([line.runs, readings], found.boxes, metrics);
  const { runs, right } = line;
  for (const run of found.artifacts) runs.push(run);
  for (const run of readings) runs.push(run);
  if (hyphen) runs.push({ ...hyphen, xPt: right });
  return {
    runs,
    widthPt: right + hyphenPt,
    ascentPt,
    descentPt,
    start: offset + clusters.textStart(start),
    end: offset + clusters.textStart(end),
    boxes: found.boxes,
    links: found.links,
    rules: found.rules,
    noteIds: found.noteIds,
  };
}

const NO_RUNS: readonly GlyphRun[] = [];

function readingsOf(
  { rubies, clusters, settings, metrics }: LineMaker,
  { start, end, indentPt }: LinePlace,
  { lefts, right }: SetLine,
): readonly GlyphRun[] {
  const rightPt = Math.max(settings.measurePt, right);
  const vertical = settings.vertical === true;
  return setRubies(rubies, clusters, { start, end, lefts, leftPt: indentPt, rightPt, vertical }, metrics);
}

const endsInWord = (clusters: ClusterList, end: number): boolean =>
  end < clusters.count && clusters.hyphen[end] === 1;

const lookOf = (clusters: ClusterList, index: number): TextLook =>
  clusters.characters.looks[clusters.itemIndex(index)] as TextLook;

/** An empty line, as between two obligatory breaks. */
export function emptyLine(offset: number): Line {
  return {
    runs: [],
    widthPt: 0,
    ascentPt: 0,
    descentPt: 0,
    start: offset,
    end: offset,
    boxes: [],
    links: [],
    rules: [],
    noteIds: [],
  };
}

/** How the gaps of a line change, or how far it moves, so that it stands in its measure as asked. */
function fitLine(
  maker: LineMaker,
  place: LinePlace,
  hyphenPt: number,
): { change: GapChange; shiftPt: number } {
  const { clusters, settings, hangs, ranges } = maker;
  const { start, end, indentPt } = place;
  const inkEnd = lastInk(clusters, start, end);
  const width = naturalWidth(clusters, start, inkEnd) + hyphenPt - (hangs?.[end] ?? 0);
  const lack = settings.measurePt - indentPt - width;
  if (settings.align !== 'justify') return { change: UNCHANGED, shiftPt: alignShift(settings.align, lack) };
  if (end === clusters.count && lack >= 0) return { change: UNCHANGED, shiftPt: 0 };
  return { change: justify(clusters, [start, inkEnd], lack, ranges, settings.sizePt), shiftPt: 0 };
}

/** The index after the last cluster that is no space. */
function lastInk(clusters: ClusterList, start: number, end: number): number {
  let index = end;
  while (index > start + 1) {
    const charClass = clusters.first[index - 1] as number;
    if (charClass < CharClass.Space || charClass > CharClass.WideSpace) break;
    index--;
  }
  return index;
}

function naturalWidth({ width, gap }: ClusterList, start: number, end: number): number {
  let sum = width[start] as number;
  for (let index = start + 1; index < end; index++) sum += (gap[index] as number) + (width[index] as number);
  return sum;
}

function alignShift(align: ParagraphSettings['align'], lack: number): number {
  if (align === 'center') return Math.max(0, lack) / 2;
  return align === 'end' ? Math.max(0, lack) : 0;
}

/** How far a line reaches above and below its base line. */
function reach(
  runs: readonly (readonly GlyphRun[])[],
  boxes: readonly { readonly heightPt: number }[],
  metrics: FontMetrics,
): readonly [ascentPt: number, descentPt: number] {
  let ascentPt = 0;
  let descentPt = 0;
  for (const some of runs) {
    for (const { face, sizePt, raisePt } of some) {
      const box = metrics.emBox(face);
      ascentPt = Math.max(ascentPt, box[1] * sizePt + raisePt);
      descentPt = Math.max(descentPt, -box[0] * sizePt - raisePt);
    }
  }
  for (const { heightPt } of boxes) ascentPt = Math.max(ascentPt, heightPt);
  return [ascentPt, descentPt];
}
