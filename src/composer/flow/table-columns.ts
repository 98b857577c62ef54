import { type Block, blockText } from '../../model/index.js';
import type { ParagraphStyle } from '../../style/index.js';
import type { ShapedWord } from '../metrics.js';
import { tabularFigures } from '../paragraph/tabular-figures.js';
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
/** Text of Han is not set one character a line while there is room for two. */
const HAN_WORD_EM = 2;
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

const lengthOf = ({ advancesEm }: ShapedWord): number =>
  advancesEm.reduce((sum, advance) => sum + advance, 0);

/** Widest word and width of a line, from the advances alone: near enough to share out room. */
function textNeed(text: string, style: ParagraphStyle, { metrics }: FlowDocument): ColumnNeed {
  let [leastEm, wishedEm] = [0, 0];
  for (const [word] of text.matchAll(WORD)) {
    const face = Math.max(0, metrics.faceFor(word.codePointAt(0) ?? 0, style.family, style.weight));
    const widthEm =
      [...word].length === 1
        ? metrics.advanceEm(face, metrics.glyphFor(face, word.codePointAt(0) ?? 0))
        : lengthOf(tabularFigures(metrics.shapeWord(face, word), word, face, metrics)) + 2 * GAP_EM;
    leastEm = Math.max(leastEm, widthEm);
    wishedEm += widthEm;
  }
  if (wishedEm > 0) wishedEm += GAP_EM;
  // Words of Han are seldom of one character.
  leastEm = Math.max(leastEm, Math.min(wishedEm, HAN_WORD_EM));
  return { leastEm, evenEm: wishedEm <= SHORT_EM + GAP_EM ? wishedEm : leastEm, wishedEm };
}
