import { setBoundaries } from './boundaries.js';
import { type BreakOptions, breakLines } from './break-lines.js';
import { CharClass } from './characters.js';
import type { ClusterList } from './cluster-list.js';
import { type MissingGlyph, makeClusters } from './clusters.js';
import { decorate } from './decorate.js';
import { measureElasticity } from './elasticity.js';
import { gatherCharacters } from './gather.js';
import { glyphTable } from './glyph-table.js';
import type { InlineItem, ParagraphSettings, TextLook } from './inline.js';
import { justify, UNCHANGED } from './justify.js';
import type { GlyphRun, Line } from './line.js';
import type { FontMetrics } from './metrics.js';
import { resolveClasses } from './resolve-classes.js';
import { setLine } from './set-line.js';
import { type GapRange, gapRanges } from './spacing.js';

/** A paragraph set in lines. */
export interface ComposedParagraph {
  readonly lines: readonly Line[];
  /** What the lines' ranges count in: the text of texts, note marks and ruby bases, one after the other. */
  readonly text: string;
  readonly missing: readonly MissingGlyph[];
  /** UTF-16 indexes at which a line begins against the rules, because nothing else was left. */
  readonly emergencyBreaks: readonly number[];
}

/**
 * Sets one paragraph: characters get their classes, classes make clusters, and the clusters are broken into
 * lines over the whole paragraph and justified. An obligatory break ends a line as the paragraph's end does;
 * between two of them stands an empty line. No items give no lines.
 */
export function composeParagraph(
  items: readonly InlineItem[],
  settings: ParagraphSettings,
  metrics: FontMetrics,
): ComposedParagraph {
  const lines: Line[] = [];
  const missing: MissingGlyph[] = [];
  const emergencyBreaks: number[] = [];
  let text = '';
  for (const [index, stretch] of splitAtBreaks(items).entries()) {
    const offset = text.length;
    const set = composeStretch(stretch, settings, metrics, { isFirst: index === 0, offset });
    for (const line of set.lines) lines.push(line);
    for (const { codePoint, at } of set.missing) missing.push({ codePoint, at: at + offset });
    for (const at of set.emergencyBreaks) emergencyBreaks.push(at + offset);
    text += set.text;
  }
  return { lines, text, missing, emergencyBreaks };
}

function splitAtBreaks(items: readonly InlineItem[]): InlineItem[][] {
  if (items.length === 0) return [];
  const stretches: InlineItem[][] = [[]];
  for (const item of items) {
    if (item.type === 'break') stretches.push([]);
    else stretches.at(-1)?.push(item);
  }
  return stretches;
}

/** Where a stretch stands in its paragraph. */
interface StretchPlace {
  readonly isFirst: boolean;
  readonly offset: number;
}

function composeStretch(
  items: readonly InlineItem[],
  settings: ParagraphSettings,
  metrics: FontMetrics,
  place: StretchPlace,
): ComposedParagraph {
  const indents = {
    first: place.isFirst ? settings.firstLineIndentPt : settings.hangingIndentPt,
    others: settings.hangingIndentPt,
  };
  const characters = gatherCharacters(items);
  if (characters.codePoints.length === 0) {
    return { lines: [emptyLine(place.offset)], text: '', missing: [], emergencyBreaks: [] };
  }
  resolveClasses(characters, settings);
  const { clusters, missing } = makeClusters(characters, settings, metrics);
  setBoundaries(clusters, settings, metrics);
  const ranges = gapRanges(settings.hanLatinGapEm);
  const hyphen = hyphenOf(characters.looks[0] as TextLook, metrics);
  const options = breakOptions(clusters, settings, indents, hyphen?.advancesPt[0] ?? 0);
  const { ends, emergencies } = breakLines(clusters, measureElasticity(clusters, ranges), options);
  const maker: LineMaker = { clusters, settings, metrics, options, ranges, hyphen, offset: place.offset };
  const lines = ends.map((end, index) => {
    const indent = index === 0 ? indents.first : indents.others;
    return makeLine(maker, ends[index - 1] ?? 0, end, indent);
  });
  return {
    lines,
    text: characters.text,
    missing,
    emergencyBreaks: emergencies.map((end) => clusters.textStart(end)),
  };
}

function emptyLine(offset: number): Line {
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

/** 、。 and commas may hang; of other marks only stops. @see CLREQ, hanging punctuation marks at line end */
function hangsOf(clusters: ClusterList): Float64Array {
  const hangs = new Float64Array(clusters.count + 1);
  for (let end = 1; end <= clusters.count; end++) {
    const charClass = clusters.last[end - 1];
    const canHang = charClass === CharClass.Comma || charClass === CharClass.Stop;
    hangs[end] = canHang ? (clusters.width[end - 1] as number) : 0;
  }
  return hangs;
}

function breakOptions(
  clusters: ClusterList,
  settings: ParagraphSettings,
  indents: { readonly first: number; readonly others: number },
  hyphenPt: number,
): BreakOptions {
  const isRagged = settings.align !== 'justify';
  return {
    widths: { first: settings.measurePt - indents.first, others: settings.measurePt - indents.others },
    manner: settings.balance ? 'balance' : isRagged ? 'ragged' : 'justify',
    hyphenPt,
    emPt: settings.sizePt,
    ...(settings.hanging && { hangs: hangsOf(clusters) }),
  };
}

/** The hyphen that a broken word shows; it is no part of the text. Undefined when the font has none. */
function hyphenOf(look: TextLook, metrics: FontMetrics): GlyphRun | undefined {
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

/** Everything that the lines of one stretch share. */
interface LineMaker {
  readonly clusters: ClusterList;
  readonly settings: ParagraphSettings;
  readonly metrics: FontMetrics;
  readonly options: BreakOptions;
  readonly ranges: readonly GapRange[];
  readonly hyphen: GlyphRun | undefined;
  readonly offset: number;
}

function makeLine(maker: LineMaker, start: number, end: number, indent: number): Line {
  const { clusters, settings, options, ranges, hyphen, offset } = maker;
  const isLast = end === clusters.count;
  const shownHyphen = clusters.hyphen[end] === 1 && !isLast ? hyphen : undefined;
  const hyphenPt = shownHyphen ? options.hyphenPt : 0;
  const inkEnd = lastInk(clusters, start, end);
  const available = settings.measurePt - indent;
  const natural = naturalWidth(clusters, start, inkEnd) + hyphenPt - (options.hangs?.[end] ?? 0);
  const lack = available - natural;
  const isJustified = settings.align === 'justify' && (!isLast || lack < 0);
  const change = isJustified ? justify(clusters, [start, inkEnd], lack, ranges, settings.sizePt) : UNCHANGED;
  const line = setLine(clusters, start, end, indent + alignShift(settings.align, lack), change);
  const found = decorate(clusters, [start, end], line, maker.metrics);
  const runs = [...line.runs, ...found.artifacts];
  if (shownHyphen) runs.push({ ...shownHyphen, xPt: line.right });
  return {
    runs,
    widthPt: line.right + hyphenPt,
    ...reach(runs, found.boxes, maker.metrics),
    start: offset + clusters.textStart(start),
    end: offset + clusters.textStart(end),
    boxes: found.boxes,
    links: found.links,
    rules: found.rules,
    noteIds: found.noteIds,
  };
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
  runs: readonly GlyphRun[],
  boxes: readonly { readonly heightPt: number }[],
  metrics: FontMetrics,
): { ascentPt: number; descentPt: number } {
  let ascentPt = 0;
  let descentPt = 0;
  for (const { face, sizePt, raisePt, artifact } of runs) {
    if (artifact) continue;
    const [bottom, top] = metrics.emBox(face);
    ascentPt = Math.max(ascentPt, top * sizePt + raisePt);
    descentPt = Math.max(descentPt, -bottom * sizePt - raisePt);
  }
  for (const { heightPt } of boxes) ascentPt = Math.max(ascentPt, heightPt);
  return { ascentPt, descentPt };
}
