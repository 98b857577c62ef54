import type { RubyItem } from '../inline.js';
import type { GlyphRun } from '../line.js';
import type { FontMetrics, ShapedWord } from '../metrics.js';
import { type ClusterList, FORBIDDEN } from './cluster-list.js';
import { type GlyphTable, glyphTable } from './glyph-table.js';
import { Stance } from './orientation.js';

/** A reading over the clusters `start` to `end`, end exclusive. */
export interface Ruby {
  readonly start: number;
  readonly end: number;
  readonly item: RubyItem;
  readonly parts: readonly ReadingPart[];
  readonly widthPt: number;
}

/** A stretch of a reading in one face. */
interface ReadingPart {
  readonly face: number;
  /** Kana, Han and zhuyin stand upright beside a column. */
  readonly isUpright: boolean;
  readonly word: ShapedWord;
  readonly text: string;
  readonly widthPt: number;
}

/** Size of a reading beside its base. @see CLREQ, positioning of romanization; JLREQ 3.3.3 */
const RUBY_SIZE = 0.5;
/** Least distance of two readings, in em of the base. @see CLREQ, positioning of romanization */
const BETWEEN_EM = 0.25;
/** How far a reading may stand over a neighbour without one, in em of the base. */
const OVERHANG_EM = 0.25;

/**
 * Measures all readings. A base narrower than its reading is spaced out, evenly and with half a space at both
 * ends, as far as the reading cannot stand over the neighbours; and it is not broken.
 */
export function placeRubies(clusters: ClusterList, metrics: FontMetrics, vertical: boolean = false): Ruby[] {
  const rubies: Ruby[] = [];
  const { items } = clusters.characters;
  if (!items.some((item) => item.type === 'ruby')) return rubies;
  for (let start = 0, end = 0; start < clusters.count; start = end) {
    const itemIndex = clusters.itemIndex(start);
    for (end = start + 1; end < clusters.count && clusters.itemIndex(end) === itemIndex; ) end++;
    const item = items[itemIndex];
    if (item?.type !== 'ruby') continue;
    const parts = shapeReading(item, metrics, vertical);
    const widthPt = parts.reduce((sum, part) => sum + part.widthPt, 0);
    const ruby = { start, end, item, parts, widthPt };
    spaceBase(clusters, ruby);
    rubies.push(ruby);
  }
  return rubies;
}

function shapeReading({ reading, look }: RubyItem, metrics: FontMetrics, vertical: boolean): ReadingPart[] {
  const table = glyphTable(metrics, look.family, look.weight);
  const columns = vertical ? glyphTable(metrics, look.family, look.weight, true) : table;
  return splitByFace(reading, columns).map(({ face, isUpright, text }) => {
    const word = isUpright ? cellByCell(text, columns) : table.word(face, text);
    const widthEm = word.advancesEm.reduce((sum, advance) => sum + advance, 0);
    return { face, isUpright, word, text, widthPt: widthEm * look.sizePt * RUBY_SIZE };
  });
}

/** Characters below each other, a cell each. */
function cellByCell(text: string, columns: GlyphTable): ShapedWord {
  const glyphs: number[] = [];
  const starts: number[] = [];
  for (let at = 0; at < text.length; at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1) {
    glyphs.push(columns.glyphs[columns.slot(text.codePointAt(at) as number)] as number);
    starts.push(at);
  }
  return { glyphs, starts, advancesEm: glyphs.map(() => 1) };
}

/** Characters that no face has are left out here: the reading is no part of the text. */
function splitByFace(
  reading: string,
  table: GlyphTable,
): { face: number; isUpright: boolean; text: string }[] {
  const parts: { face: number; isUpright: boolean; text: string }[] = [];
  for (const char of reading) {
    const slot = table.slot(char.codePointAt(0) as number);
    const face = table.faces[slot] as number;
    const isUpright = table.stances[slot] === Stance.Upright;
    const last = parts.at(-1);
    const goesOn = last && last.face === face && last.isUpright === isUpright;
    if (last && (goesOn || face < 0)) last.text += face < 0 ? '' : char;
    else if (face >= 0) parts.push({ face, isUpright, text: char });
  }
  return parts;
}

function spaceBase(clusters: ClusterList, { start, end, item, widthPt }: Ruby): void {
  let base = 0;
  for (let index = start; index < end; index++) {
    base += (clusters.width[index] as number) + (index > start ? (clusters.gap[index] as number) : 0);
    if (index > start) clusters.penalty[index] = FORBIDDEN;
  }
  // The reading stands over the middle, so the nearer neighbour sets both sides.
  const room = 2 * Math.min(reachOver(clusters, start - 1), reachOver(clusters, end));
  const lack = widthPt - base - room * item.look.sizePt;
  if (lack <= 0) return;
  const each = lack / (end - start);
  for (let index = start; index < end; index++) {
    clusters.width[index] = (clusters.width[index] as number) + each;
    clusters.shift[index] = (clusters.shift[index] as number) + each / 2;
  }
}

/** How far, in em, a reading may reach over a neighbour; below 0 for a distance to keep. */
function reachOver(clusters: ClusterList, neighbour: number): number {
  if (neighbour < 0 || neighbour >= clusters.count) return OVERHANG_EM; // moved inwards when the line is set
  const item = clusters.characters.items[clusters.itemIndex(neighbour)];
  return item?.type === 'ruby' ? -BETWEEN_EM / 2 : OVERHANG_EM;
}

/** Where the clusters of a line stand. */
export interface RubyLine {
  /** First cluster of the line and the one after its last. */
  readonly start: number;
  readonly end: number;
  /** Left edges of the clusters' boxes. */
  readonly lefts: Float64Array;
  /** A reading stays between these. */
  readonly leftPt: number;
  readonly rightPt: number;
}

/** The readings over a line as runs, each over the middle of its base; they are no part of the text. */
export function setRubies(
  rubies: readonly Ruby[],
  clusters: ClusterList,
  line: RubyLine,
  metrics: FontMetrics,
): GlyphRun[] {
  return rubies
    .filter((ruby) => ruby.start >= line.start && ruby.start < line.end)
    .flatMap((ruby) => {
      const last = Math.min(ruby.end, line.end) - 1;
      const left = line.lefts[ruby.start - line.start] as number;
      const right = (line.lefts[last - line.start] as number) + (clusters.width[last] as number);
      const middle = (left + right - ruby.widthPt) / 2;
      return readingRuns(ruby, Math.max(line.leftPt, Math.min(middle, line.rightPt - ruby.widthPt)), metrics);
    });
}

function readingRuns({ item, parts }: Ruby, left: number, metrics: FontMetrics): GlyphRun[] {
  const { sizePt, color, raisePt = 0 } = item.look;
  const rubyPt = sizePt * RUBY_SIZE;
  let pen = left;
  return parts.map(({ face, isUpright, word, text, widthPt }) => {
    const [bottom, top] = metrics.emBox(face);
    const xPt = pen;
    pen += widthPt;
    return {
      face,
      sizePt: rubyPt,
      color,
      xPt,
      raisePt: raisePt + top * sizePt - bottom * rubyPt,
      glyphs: word.glyphs,
      advancesPt: word.advancesEm.map((advance) => advance * rubyPt),
      text,
      starts: word.starts,
      ...(isUpright && { stance: 'upright' as const }),
      artifact: true,
    };
  });
}
