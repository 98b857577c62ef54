import type { RuleItem } from '../page.js';
import { type FlowItem, largest, moveItem, type NoteUse, type Slice, stackHeight } from './flow-block.js';

/** The content of a cell, ready to be placed: horizontal positions are final. */
export interface CellStack {
  readonly row: number;
  readonly rowSpan: number;
  readonly slices: readonly Slice[];
  /** Lines around it. */
  readonly box?: CellBox;
}

/** Where the lines around a cell stand; its height is that of its rows. */
export interface CellBox {
  readonly xPt: number;
  readonly widthPt: number;
  readonly thicknessPt: number;
  readonly color: string;
}

/** Above and below the text of a cell, in em of its size. */
const PADDING_EM = 0.35;

type RowSlice = Slice & { readonly row: number };

/**
 * The rows of a table as slices. Rows that a cell ties together are one slice; when that is taller than `limitPt`
 * they part, the tying cell's lines going on from row to row; and a single row that is too tall parts line by line.
 */
export function rowSlices(
  stacks: readonly CellStack[],
  rowCount: number,
  limitPt: number,
  sizePt: number,
): RowSlice[] {
  const paddingPt = PADDING_EM * sizePt;
  const byRow: CellStack[][] = Array.from({ length: rowCount }, () => []);
  for (const stack of stacks) byRow[stack.row]?.push(stack);
  const heights = rowHeights(byRow, sizePt, paddingPt);
  const slices: RowSlice[] = [];
  for (const [from, to] of tiedRows(byRow)) {
    const group = byRow.slice(from, to).flat();
    const groupHeights = heights.slice(from, to);
    if (total(groupHeights) <= limitPt) {
      slices.push({ row: from, ...wholeGroup(group, from, groupHeights, paddingPt) });
    } else {
      slices.push(...partedGroup(byRow, from, heights.slice(0, to), limitPt, paddingPt));
    }
  }
  return slices;
}

/** Height of each row; a cell over several rows lengthens the last of them when it must. */
function rowHeights(byRow: readonly (readonly CellStack[])[], sizePt: number, paddingPt: number): number[] {
  const heights = byRow.map((row) =>
    largest(
      row.filter(({ rowSpan }) => rowSpan === 1).map(({ slices }) => stackHeight(slices)),
      sizePt,
    ),
  );
  const padded = heights.map((height) => height + 2 * paddingPt);
  for (const { row, rowSpan, slices } of byRow.flat()) {
    if (rowSpan === 1) continue;
    const missing = stackHeight(slices) + 2 * paddingPt - total(padded.slice(row, row + rowSpan));
    const last = row + rowSpan - 1;
    if (missing > 0) padded[last] = (padded[last] ?? 0) + missing;
  }
  return padded;
}

/** Ranges of rows, end exclusive, that no cell ties to rows outside. */
function tiedRows(byRow: readonly (readonly CellStack[])[]): [from: number, to: number][] {
  const ranges: [number, number][] = [];
  let from = 0;
  let reach = 0;
  byRow.forEach((row, index) => {
    reach = largest(
      row.map(({ rowSpan }) => index + rowSpan),
      Math.max(reach, index + 1),
    );
    if (reach === index + 1) {
      ranges.push([from, reach]);
      from = reach;
    }
  });
  return ranges;
}

/** All cells in one slice, each in the middle of the rows that it covers. */
function wholeGroup(
  group: readonly CellStack[],
  from: number,
  heights: readonly number[],
  paddingPt: number,
): Slice {
  const content = group.map(({ row, rowSpan, slices, box }) => {
    const topPt = total(heights.slice(0, row - from));
    const heightPt = total(heights.slice(row - from, row - from + rowSpan));
    const freePt = heightPt - stackHeight(slices);
    const cell = flatten(slices, topPt + Math.max(paddingPt, freePt / 2));
    return { ...cell, items: [...boxRules(box, topPt, heightPt, true), ...cell.items] };
  });
  return { heightPt: total(heights), gapPt: 0, ...join(content) };
}

/** A cell with what of it is still to be set. */
interface OpenCell {
  readonly slices: readonly Slice[];
  /** Row after its last. */
  readonly until: number;
  readonly box: CellBox | undefined;
  /** It begins in this row. */
  readonly isNew: boolean;
}

/** Row by row; what is left of a tying cell after a row's height goes to its next row. */
function partedGroup(
  byRow: readonly (readonly CellStack[])[],
  from: number,
  heights: readonly number[],
  limitPt: number,
  paddingPt: number,
): RowSlice[] {
  const slices: RowSlice[] = [];
  let open: OpenCell[] = [];
  for (let row = from; row < heights.length; row++) {
    const roomPt = Math.min(limitPt, heights[row] ?? 0) - 2 * paddingPt;
    const started = (byRow[row] ?? []).map(
      ({ slices: own, rowSpan, box }): OpenCell => ({ slices: own, until: row + rowSpan, box, isNew: true }),
    );
    const here = [...open, ...started];
    const cuts = here.map((stack) =>
      stack.until === row + 1 ? stack.slices.length : fitting(stack.slices, roomPt),
    );
    const pieces = here.map((stack, index) => ({ ...stack, slices: stack.slices.slice(0, cuts[index]) }));
    slices.push(
      ...pieceSlices(pieces, limitPt, paddingPt, (heights[row] ?? 0) - 2 * paddingPt).map((slice) => ({
        ...slice,
        row,
      })),
    );
    open = here
      .map((stack, index) => ({ ...stack, slices: stack.slices.slice(cuts[index]), isNew: false }))
      .filter((stack) => stack.until > row + 1);
  }
  return slices;
}

function fitting(slices: readonly Slice[], roomPt: number): number {
  let heightPt = 0;
  for (const [index, slice] of slices.entries()) {
    if (heightPt + slice.heightPt > roomPt + 1e-6) return index;
    heightPt += slice.heightPt + slice.gapPt;
  }
  return slices.length;
}

/** One slice when it fits, otherwise one a line: the first lines of all cells, then the second ones, and so on. */
function pieceSlices(
  pieces: readonly OpenCell[],
  limitPt: number,
  paddingPt: number,
  wishedPt: number,
): Slice[] {
  const contentPt = largest(pieces.map(({ slices }) => stackHeight(slices)));
  const boxes = (heightPt: number, isFirst: boolean): RuleItem[] =>
    pieces.flatMap(({ box, isNew }) => boxRules(box, 0, heightPt, isNew && isFirst));
  if (contentPt + 2 * paddingPt <= limitPt) {
    const heightPt = Math.max(contentPt, Math.min(wishedPt, limitPt - 2 * paddingPt)) + 2 * paddingPt;
    const content = join(pieces.map(({ slices }) => flatten(slices, paddingPt)));
    return [{ heightPt, gapPt: 0, ...content, items: [...boxes(heightPt, true), ...content.items] }];
  }
  const count = largest(pieces.map(({ slices }) => slices.length));
  return Array.from({ length: count }, (_, index): Slice => {
    const lines = pieces.flatMap(({ slices }) => slices[index] ?? []);
    const topPt = index === 0 ? paddingPt : 0;
    const bottomPt = index === count - 1 ? paddingPt : 0;
    const heightPt = topPt + largest(lines.map((line) => line.heightPt)) + bottomPt;
    const gapPt = index === count - 1 ? 0 : largest(lines.map((line) => line.gapPt));
    const content = join(lines.map((line) => flatten([line], topPt)));
    return {
      heightPt,
      gapPt,
      ...content,
      items: [...boxes(heightPt + gapPt, index === 0), ...content.items],
    };
  });
}

/** Lines left, right and, where it begins, above a cell; the one below is that of the next row. */
function boxRules(box: CellBox | undefined, yPt: number, heightPt: number, isTop: boolean): RuleItem[] {
  if (!box) return [];
  const { xPt, widthPt, thicknessPt, color } = box;
  const half = thicknessPt / 2;
  const side = (atPt: number): RuleItem => ({
    type: 'rule',
    xPt: atPt - half,
    yPt,
    widthPt: thicknessPt,
    heightPt,
    color,
  });
  const top: RuleItem = { type: 'rule', xPt, yPt, widthPt, heightPt: thicknessPt, color };
  return [side(xPt), side(xPt + widthPt), ...(isTop ? [top] : [])];
}

type Content = Pick<Slice, 'items' | 'notes' | 'places'>;

/** The items of stacked slices, the first one's top at `topPt`. */
function flatten(slices: readonly Slice[], topPt: number): Content {
  let yPt = topPt;
  const items = slices.flatMap((slice): FlowItem[] => {
    const moved = slice.items.map((item) => moveItem(item, 0, yPt));
    yPt += slice.heightPt + slice.gapPt;
    return moved;
  });
  return { items, notes: slices.flatMap(notesOf), places: slices.flatMap((slice) => slice.places ?? []) };
}

function join(contents: readonly Content[]): Content {
  return {
    items: contents.flatMap(({ items }) => items),
    notes: contents.flatMap(notesOf),
    places: contents.flatMap(({ places }) => places ?? []),
  };
}

const notesOf = ({ notes }: Content): readonly NoteUse[] => notes ?? [];

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
