import { isZhuyin } from '../../model/index.js';
import type { RubyItem, TextLook } from '../inline.js';
import type { GlyphRun } from '../line.js';
import type { FontMetrics, ShapedWord } from '../metrics.js';
import { CharClass } from './characters.js';
import { type ClusterList, FORBIDDEN } from './cluster-list.js';
import { type GlyphTable, glyphTable } from './glyph-table.js';
import { Stance } from './orientation.js';
import { setZhuyin, ZHUYIN_COLUMN_EM } from './zhuyin.js';

/** A reading over the clusters `start` to `end`, end exclusive, or of zhuyin at the right of one. */
export interface Ruby {
  readonly start: number;
  readonly end: number;
  readonly item: RubyItem;
  /** Empty for zhuyin. */
  readonly parts: readonly ReadingPart[];
  readonly widthPt: number;
  /** Middle of the reading right of that of the base's box, which is spaced more on the side of another reading. */
  readonly offsetPt: number;
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
/**
 * How far a reading may stand over a neighbour without one, in em of the base. One in kana may not stand over Han, whose
 * reading it would seem to be; one in letters may. @see CLREQ, ruby: basic requirements; JLREQ 3.3.8
 */
const OVERHANG_EM = 0.25;
const KANA_READING = /^[\p{Script=Hiragana}\p{Script=Katakana}\u30FB\u30FC\s]+$/u;

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
    if (isZhuyin(item.reading) && end === start + 1) {
      rubies.push(reserveColumn(clusters, start, item, vertical));
      continue;
    }
    const parts = shapeReading(item, metrics, vertical);
    const widthPt = parts.reduce((sum, part) => sum + part.widthPt, 0);
    const ruby = { start, end, item, parts, widthPt };
    rubies.push({ ...ruby, offsetPt: spaceBase(clusters, ruby) });
  }
  return rubies;
}

/** Beside a character of a line its zhuyin takes a column; beside one of a column they stand between the columns. */
function reserveColumn(clusters: ClusterList, at: number, item: RubyItem, vertical: boolean): Ruby {
  const columnPt = vertical ? 0 : ZHUYIN_COLUMN_EM * item.look.sizePt;
  clusters.width[at] = (clusters.width[at] as number) + columnPt;
  return { start: at, end: at + 1, item, parts: [], widthPt: columnPt, offsetPt: 0 };
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

/** @returns How far the base stands from the middle of its box. */
function spaceBase(clusters: ClusterList, ruby: Omit<Ruby, 'offsetPt'>): number {
  const { start, end, item, widthPt } = ruby;
  let base = 0;
  for (let index = start; index < end; index++) {
    base += (clusters.width[index] as number) + (index > start ? (clusters.gap[index] as number) : 0);
    if (index > start) clusters.penalty[index] = FORBIDDEN;
  }
  const isKana = KANA_READING.test(item.reading);
  const reachLeft = reachOver(clusters, start - 1, start - 1, isKana) * item.look.sizePt;
  const reachRight = reachOver(clusters, end, end + 1, isKana) * item.look.sizePt;
  const over = (widthPt - base) / 2;
  const [left, right] = [Math.max(0, over - reachLeft), Math.max(0, over - reachRight)];
  // Between the characters of a base there is twice the space that stands at its ends.
  const each = (left + right) / (end - start);
  for (let index = start; index < end; index++) {
    clusters.width[index] = (clusters.width[index] as number) + each;
    const before = end - start === 1 ? left : each / 2;
    clusters.shift[index] = (clusters.shift[index] as number) + before;
  }
  return end - start === 1 ? (left - right) / 2 : 0;
}

/** How far, in em, a reading may reach over a neighbour; below 0 for a distance to keep. */
function reachOver(clusters: ClusterList, neighbour: number, blankAt: number, isKana: boolean): number {
  if (neighbour < 0 || neighbour >= clusters.count) return OVERHANG_EM; // moved inwards when the line is set
  const { characters } = clusters;
  const itemIndex = clusters.itemIndex(neighbour);
  const item = characters.items[itemIndex];
  if (item?.type === 'ruby') return isZhuyin(item.reading) ? 0 : -BETWEEN_EM / 2;
  const codePoint = characters.codePoints[clusters.charStart[neighbour] as number] as number;
  if (isKana && clusters.first[neighbour] === CharClass.Han && !isKanaSign(codePoint)) return 0;
  // A reading may reach over it, and over the blank beyond it, from the other side too.
  const blank = (clusters.gap[blankAt] as number) || 0;
  const { sizePt } = characters.looks[itemIndex] as TextLook;
  const widthEm = ((clusters.width[neighbour] as number) + blank) / sizePt;
  return Math.max(0, Math.min(OVERHANG_EM, (widthEm - BETWEEN_EM) / 2));
}

const isKanaSign = (codePoint: number): boolean => codePoint >= 0x3041 && codePoint <= 0x30ff;

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
  readonly vertical: boolean;
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
      if (ruby.parts.length === 0) {
        const lengthPt = (clusters.width[last] as number) - ruby.widthPt;
        return setZhuyin(ruby.item, { startPt: left, lengthPt, vertical: line.vertical }, metrics);
      }
      const right = (line.lefts[last - line.start] as number) + (clusters.width[last] as number);
      const middle = (left + right - ruby.widthPt) / 2 + ruby.offsetPt;
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
