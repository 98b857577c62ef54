import type { InlineItem, ParagraphSettings } from '../inline.js';
import type { Line } from '../line.js';
import type { FontMetrics } from '../metrics.js';
import { setBoundaries } from './boundaries.js';
import { breakLines } from './break-lines.js';
import { CharClass } from './characters.js';
import type { ClusterList } from './cluster-list.js';
import { type MissingGlyph, makeClusters } from './clusters.js';
import { measureElasticity } from './elasticity.js';
import { gatherCharacters } from './gather.js';
import { weighBySense } from './heading-breaks.js';
import { emptyLine, hyphenOf, type LineMaker, makeLine } from './make-line.js';
import { resolveClasses } from './resolve-classes.js';
import { placeRubies } from './ruby.js';
import { gapRanges } from './spacing.js';

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
 *
 * @param metrics The same object for a whole document: what it says of glyphs is remembered.
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

/** What stands between obligatory breaks; a break at the very end opens no line. */
function splitAtBreaks(items: readonly InlineItem[]): InlineItem[][] {
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
  const characters = gatherCharacters(items);
  const look = characters.looks[0];
  if (characters.codePoints.length === 0 || !look) {
    return { lines: [emptyLine(offset)], text: '', missing: [], emergencyBreaks: [] };
  }
  resolveClasses(characters, settings);
  const { clusters, missing } = makeClusters(characters, settings, metrics);
  setBoundaries(clusters, settings, metrics);
  if (settings.balance) weighBySense(clusters);
  const rubies = placeRubies(clusters, metrics);
  const ranges = gapRanges(settings.hanLatinGapEm);
  const hangs = settings.hanging ? hangsOf(clusters) : undefined;
  const indents = [
    isFirst ? settings.firstLineIndentPt : settings.hangingIndentPt,
    settings.hangingIndentPt,
  ] as const;
  const { ends, emergencies } = breakLines(clusters, measureElasticity(clusters, ranges), {
    widths: { first: settings.measurePt - indents[0], others: settings.measurePt - indents[1] },
    manner: mannerOf(settings),
    hyphenPt: hyphenOf(look, metrics)?.advancesPt[0] ?? 0,
    emPt: settings.sizePt,
    hangs,
  });
  const maker: LineMaker = { clusters, rubies, settings, metrics, hangs, ranges, offset };
  return {
    lines: ends.map((end, index) => {
      const start = ends[index - 1] ?? 0;
      return makeLine(maker, { start, end, indentPt: index === 0 ? indents[0] : indents[1] });
    }),
    text: characters.text,
    missing,
    emergencyBreaks: emergencies.map((end) => clusters.textStart(end)),
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
