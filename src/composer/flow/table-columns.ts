import { type Block, blockText } from '../../model/index.js';
import type { ParagraphStyle } from '../../style/index.js';
import type { FlowDocument } from './flow-context.js';
import type { PlacedCell, TableGrid } from './table-grid.js';

/** What a column's text needs, in em of the cell's size; each at least as wide as the one before. */
export interface ColumnNeed {
  /** Its widest word. */
  readonly leastEm: number;
  /** Its widest word or short cell: a heading of three characters should not stand on three lines. */
  readonly evenEm: number;
  /** Its widest line. */
  readonly wishedEm: number;
}

/** A gap between Han and Latin, and a little for what an estimate of a line's width misses. */
const GAP_EM = 0.25;
/** What a bullet and its hanging text or a quotation's indents take. */
const NESTED_EM = 2;
/** A picture or a table inside a cell needs some room whatever its size. */
const OBJECT_EM = 6;
/** No column is narrower than one character. */
const LEAST_EM = 1;
/** A line as short as this stays whole while there is room. */
const SHORT_EM = 6;

const WORD =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}][\p{Script=Latin}\p{M}\p{Nd}.,:%'\u2019_-]*|./gsu;

/** What each column needs: the widest word and the widest line of its cells; wide cells share with their columns. */
export function columnNeeds(
  grid: TableGrid,
  style: ParagraphStyle,
  document: FlowDocument,
  paddingEm: number,
): ColumnNeed[] {
  const least = new Array<number>(grid.columnCount).fill(LEAST_EM);
  const even = new Array<number>(grid.columnCount).fill(LEAST_EM);
  const wished = new Array<number>(grid.columnCount).fill(LEAST_EM);
  const measured = grid.cells.map((placed) => ({
    placed,
    need: cellNeed(placed.cell.children, style, document),
  }));
  measured.sort((a, b) => a.placed.columnSpan - b.placed.columnSpan);
  for (const { placed, need } of measured) {
    widen(least, placed, need.leastEm, paddingEm);
    widen(even, placed, need.evenEm, paddingEm);
    widen(wished, placed, need.wishedEm, paddingEm);
  }
  return least.map((leastEm, index) => {
    const evenEm = Math.max(leastEm, even[index] ?? 0);
    return { leastEm, evenEm, wishedEm: Math.max(evenEm, wished[index] ?? 0) };
  });
}

/** Raises the covered columns in equal parts until they hold `needEm`; the padding between them counts too. */
function widen(
  widths: number[],
  { column, columnSpan }: PlacedCell,
  needEm: number,
  paddingEm: number,
): void {
  const inside = (columnSpan - 1) * 2 * paddingEm;
  let sum = inside;
  for (let at = column; at < column + columnSpan; at++) sum += widths[at] ?? 0;
  if (needEm <= sum) return;
  for (let at = column; at < column + columnSpan; at++) {
    widths[at] = (widths[at] ?? 0) + (needEm - sum) / columnSpan;
  }
}

function cellNeed(blocks: readonly Block[], style: ParagraphStyle, document: FlowDocument): ColumnNeed {
  let [leastEm, evenEm, wishedEm] = [0, 0, 0];
  for (const block of blocks) {
    const isObject = block.type === 'figure' || block.type === 'table';
    const insetEm = block.type === 'list' || block.type === 'quote' ? NESTED_EM : 0;
    const atLeast = isObject ? OBJECT_EM : 0;
    for (const line of blockText(block).split('\n')) {
      const need = textNeed(line, style, document);
      leastEm = Math.max(leastEm, need.leastEm + insetEm, atLeast);
      evenEm = Math.max(evenEm, need.evenEm + insetEm, atLeast);
      wishedEm = Math.max(wishedEm, need.wishedEm + insetEm, atLeast);
    }
  }
  return { leastEm, evenEm, wishedEm };
}

/** Widest word and width of a line, from the advances alone: near enough to share out room. */
function textNeed(text: string, style: ParagraphStyle, { metrics }: FlowDocument): ColumnNeed {
  let [leastEm, wishedEm] = [0, 0];
  for (const [word] of text.matchAll(WORD)) {
    const face = Math.max(0, metrics.faceFor(word.codePointAt(0) ?? 0, style.family, style.weight));
    const widthEm =
      [...word].length === 1
        ? metrics.advanceEm(face, metrics.glyphFor(face, word.codePointAt(0) ?? 0))
        : metrics.shapeWord(face, word).advancesEm.reduce((sum, advance) => sum + advance, 2 * GAP_EM);
    leastEm = Math.max(leastEm, widthEm);
    wishedEm += widthEm;
  }
  if (wishedEm > 0) wishedEm += GAP_EM;
  return { leastEm, evenEm: wishedEm <= SHORT_EM + GAP_EM ? wishedEm : leastEm, wishedEm };
}

/**
 * Widths of the columns' text in points, together `roomPt`: what each wishes and the rest in proportion; or the most
 * modest need that still fits and the rest by how much more each wishes; or, when even that is too much, less in
 * proportion.
 */
export function shareWidths(needs: readonly ColumnNeed[], emPt: number, roomPt: number): number[] {
  const wished = needs.map(({ wishedEm }) => wishedEm * emPt);
  const even = needs.map(({ evenEm }) => evenEm * emPt);
  const least = needs.map(({ leastEm }) => leastEm * emPt);
  if (sum(wished) <= roomPt) return wished.map((width) => (width * roomPt) / sum(wished));
  if (sum(even) <= roomPt) return between(even, wished, roomPt);
  if (sum(least) <= roomPt) return between(least, even, roomPt);
  // Long words break; a column still keeps one character.
  const floorPt = Math.min(LEAST_EM * emPt, roomPt / needs.length);
  const floor = needs.map(() => floorPt);
  return between(
    floor,
    least.map((width) => Math.max(floorPt, width)),
    roomPt,
  );
}

/** Widths that are together `roomPt`, each the same part of the way from the narrow to the wide one. */
function between(narrow: readonly number[], wide: readonly number[], roomPt: number): number[] {
  const share = (roomPt - sum(narrow)) / Math.max(1e-9, sum(wide) - sum(narrow));
  return narrow.map((width, index) => width + ((wide[index] ?? width) - width) * share);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
