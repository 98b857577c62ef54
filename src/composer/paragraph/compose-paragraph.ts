import type { InlineItem, ParagraphSettings } from '../inline.js';
import type { Line } from '../line.js';
import type { FontMetrics } from '../metrics.js';
import { setBoundaries } from './boundaries.js';
import { breakLines } from './break-lines.js';
import { breakToCount, MOST_GAP_EM } from './break-to-count.js';
import { CharClass } from './characters.js';
import type { MissingGlyph } from './cluster-desk.js';
import type { ClusterList } from './cluster-list.js';
import { makeClusters } from './clusters.js';
import { type Elasticity, measureElasticity } from './elasticity.js';
import { gatherCharacters } from './gather.js';
import { weighBySense } from './heading-breaks.js';
import type { BreakOptions } from './line-judge.js';
import { emptyLine, hyphenOf, type LineMaker, makeLine } from './make-line.js';
import { placeRules } from './place-rules.js';
import { liftPlaces, namePlaces } from './places.js';
import { resolveClasses } from './resolve-classes.js';
import { placeRubies } from './ruby.js';
import { foldRemarks } from './warichu.js';

/** A paragraph set in lines. */
export interface ComposedParagraph {
  readonly lines: readonly Line[];
  /** What the lines' ranges count in: the text of texts, note marks and ruby bases, one after the other. */
  readonly text: string;
  readonly missing: readonly MissingGlyph[];
  /** UTF-16 indexes at which a line begins against the rules, because nothing else was left. */
  readonly emergencyBreaks: readonly number[];
  /** Whether its gaps hold enough that a line less, or a line more, is worth trying; see {@link refitParagraph}. */
  readonly slack: { readonly canLose: boolean; readonly canGain: boolean };
}

/** A single line has nothing to give from; a last line has two characters at least. */
const LEAST_LINES = 2;
const LEAST_LAST_EM = 2;
const NO_SLACK = { canLose: false, canGain: false } as const;

/**
 * Sets one paragraph: characters get their classes, classes make clusters, and the clusters are broken into
 * lines over the whole paragraph and justified. An obligatory break ends a line as the paragraph's end does;
 * between two of them stands an empty line. No items give no lines.
 *
 * @param metrics The same object for a whole document: what it says of glyphs is remembered.
 */
export function composeParagraph(
  items: readonly InlineItem[],
  settings: ParagraphSettings,
  metrics: FontMetrics,
): ComposedParagraph {
  const { set: printed, places } = liftPlaces(items);
  const stretches = splitAtBreaks(printed);
  const [only] = stretches;
  const composed =
    only && stretches.length === 1
      ? composeStretch(only, settings, metrics, { isFirst: true, offset: 0 })
      : composeStretches(stretches, settings, metrics);
  return places.length === 0 ? composed : { ...composed, lines: namePlaces(composed.lines, places) };
}

function composeStretches(
  stretches: readonly (readonly InlineItem[])[],
  settings: ParagraphSettings,
  metrics: FontMetrics,
): ComposedParagraph {
  const lines: Line[] = [];
  const missing: MissingGlyph[] = [];
  const emergencyBreaks: number[] = [];
  let text = '';
  for (const [index, stretch] of stretches.entries()) {
    const offset = text.length;
    const set = composeStretch(stretch, settings, metrics, { isFirst: index === 0, offset });
    for (const line of set.lines) lines.push(line);
    for (const { codePoint, at } of set.missing) missing.push({ codePoint, at: at + offset });
    for (const at of set.emergencyBreaks) emergencyBreaks.push(at + offset);
    text += set.text;
  }
  return { lines, text, missing, emergencyBreaks, slack: NO_SLACK };
}

/**
 * The lines of a paragraph without obligatory breaks set in exactly `count` lines, all of them even to the eye;
 * undefined when that cannot be done.
 */
export function refitParagraph(
  items: readonly InlineItem[],
  settings: ParagraphSettings,
  metrics: FontMetrics,
  count: number,
): readonly Line[] | undefined {
  const { set: printed, places } = liftPlaces(items);
  const prepared = prepareStretch(printed, settings, metrics, true);
  if (!prepared) return undefined;
  const ends = breakToCount(prepared.clusters, prepared.elasticity, prepared.options, count);
  return ends && namePlaces(makeLines(prepared, ends, settings, metrics, 0), places);
}

/** What stands between obligatory breaks; a break at the very end opens no line. */
function splitAtBreaks(items: readonly InlineItem[]): readonly (readonly InlineItem[])[] {
  if (items.length > 0 && !items.some(({ type }) => type === 'break')) return [items];
  const stretches: InlineItem[][] = [[]];
  for (const item of items) {
    if (item.type === 'break') stretches.push([]);
    else stretches.at(-1)?.push(item);
  }
  if (stretches.at(-1)?.length === 0) stretches.pop();
  return stretches;
}

/** Where a stretch stands in its paragraph. */
interface StretchPlace {
  readonly isFirst: boolean;
  /** UTF-16 index of its text in the paragraph's. */
  readonly offset: number;
}

function composeStretch(
  items: readonly InlineItem[],
  settings: ParagraphSettings,
  metrics: FontMetrics,
  { isFirst, offset }: StretchPlace,
): ComposedParagraph {
  const prepared = prepareStretch(items, settings, metrics, isFirst);
  if (!prepared) {
    return { lines: [emptyLine(offset)], text: '', missing: [], emergencyBreaks: [], slack: NO_SLACK };
  }
  const { clusters, elasticity, options } = prepared;
  const { ends, emergencies } = breakLines(clusters, elasticity, options);
  const lines = makeLines(prepared, ends, settings, metrics, offset);
  return {
    lines,
    text: prepared.text,
    missing: prepared.missing,
    emergencyBreaks: emergencies.map((end) => clusters.textStart(end)),
    slack: slackOf(prepared, lines),
  };
}

/** A stretch as far as it does not depend on where its lines end. */
export interface PreparedStretch {
  readonly clusters: ClusterList;
  readonly elasticity: Elasticity;
  readonly options: BreakOptions;
  readonly rubies: LineMaker['rubies'];
  readonly ranges: LineMaker['ranges'];
  readonly indents: readonly [first: number, others: number];
  readonly text: string;
  readonly missing: readonly MissingGlyph[];
}

/** Undefined for a stretch without a character. */
export function prepareStretch(
  items: readonly InlineItem[],
  settings: ParagraphSettings,
  metrics: FontMetrics,
  isFirst: boolean,
): PreparedStretch | undefined {
  const characters = gatherCharacters(items);
  const look = characters.looks[0];
  if (characters.codePoints.length === 0 || !look) return undefined;
  resolveClasses(characters, settings);
  const { clusters, missing } = makeClusters(characters, settings, metrics);
  setBoundaries(clusters, settings, metrics);
  if (settings.balance && !fitsOneLine(clusters, settings)) weighBySense(clusters);
  const rubies = placeRubies(clusters, metrics, settings.vertical);
  foldRemarks(clusters);
  const indents = [
    isFirst ? settings.firstLineIndentPt : settings.hangingIndentPt,
    settings.hangingIndentPt,
  ] as const;
  const options: BreakOptions = {
    widths: { first: settings.measurePt - indents[0], others: settings.measurePt - indents[1] },
    manner: mannerOf(settings),
    hyphenPt: hyphenOf(look, metrics)?.advancesPt[0] ?? 0,
    emPt: settings.sizePt,
    hangs: settings.hanging ? hangsOf(clusters) : undefined,
  };
  const rules = placeRules(settings);
  const elasticity = measureElasticity(clusters, rules);
  return {
    clusters,
    elasticity,
    options,
    rubies,
    ranges: rules.ranges,
    indents,
    text: characters.text,
    missing,
  };
}

/** Whether a line holds it all, so that nobody asks where it may end. What readings take is not known yet. */
function fitsOneLine({ count, width, gap, characters }: ClusterList, settings: ParagraphSettings): boolean {
  const { measurePt, firstLineIndentPt, hangingIndentPt } = settings;
  if (characters.items.some(({ type }) => type === 'ruby')) return false;
  let rest = measurePt - Math.max(firstLineIndentPt, hangingIndentPt);
  for (let index = 0; index < count; index++) rest -= (width[index] as number) + (gap[index] as number);
  return rest >= 0;
}

function makeLines(
  { clusters, rubies, ranges, indents, options }: PreparedStretch,
  ends: readonly number[],
  settings: ParagraphSettings,
  metrics: FontMetrics,
  offset: number,
): readonly Line[] {
  const maker: LineMaker = { clusters, rubies, settings, metrics, hangs: options.hangs, ranges, offset };
  return ends.map((end, index) => {
    const start = ends[index - 1] ?? 0;
    return makeLine(maker, { start, end, indentPt: index === 0 ? indents[0] : indents[1] });
  });
}

/** By the sums over all lines: an upper bound that costs nothing, and rules out nearly all that would fail. */
function slackOf(
  { clusters, elasticity, options }: PreparedStretch,
  lines: readonly Line[],
): ComposedParagraph['slack'] {
  const last = lines.at(-1);
  if (options.manner !== 'justify' || !last || lines.length < LEAST_LINES) return NO_SLACK;
  const { count } = clusters;
  const { slight, deep, stretch, opening } = elasticity;
  const { emPt, widths } = options;
  const mostPt = (stretch[count] as number) + (opening[count] as number) * MOST_GAP_EM * emPt;
  const emptyPt = widths.others - last.widthPt;
  return {
    canLose: last.widthPt <= (slight[count] as number) + (deep[count] as number),
    canGain: emptyPt + LEAST_LAST_EM * emPt <= mostPt,
  };
}

function mannerOf({ align, balance }: ParagraphSettings): 'justify' | 'ragged' | 'balance' {
  if (balance) return 'balance';
  return align === 'justify' ? 'justify' : 'ragged';
}

/** Commas and stops may stand outside the measure at a line end. @see CLREQ, hanging punctuation marks */
function hangsOf(clusters: ClusterList): Float64Array {
  const hangs = new Float64Array(clusters.count + 1);
  for (let end = 1; end <= clusters.count; end++) {
    const charClass = clusters.last[end - 1];
    const canHang = charClass === CharClass.Comma || charClass === CharClass.Stop;
    hangs[end] = canHang ? (clusters.width[end - 1] as number) : 0;
  }
  return hangs;
}
