import type { PageItem, RuleItem } from '../page.js';

/**
 * What a page is filled with: a strip across the type area that no page end cuts. One line of a paragraph, one
 * row of a table, one picture. Positions of its items count from the left edge of the type area and from the
 * top of the slice.
 */
export interface Slice {
  /** Of the strip itself; of a body line the body size. */
  readonly heightPt: number;
  /** Between this slice and the next of its block when both stand on one page. */
  readonly gapPt: number;
  readonly items: readonly FlowItem[];
  /** Footnotes whose marks stand in it, and the structure node that each belongs to. */
  readonly notes?: readonly NoteUse[];
  /** Places that it names. */
  readonly places?: readonly string[];
}

export interface NoteUse {
  readonly noteId: string;
  readonly node: number;
}

/** Items of a page, and what becomes one when all pages are known. */
export type FlowItem = PageItem | PageNumberSlot;

/** The end of a line of the table of contents: a leader and the page of a heading. */
export interface PageNumberSlot {
  readonly type: 'pageNumberSlot';
  /** Number of the heading in `outline(article)`. */
  readonly heading: number;
  /** Where the leader may begin, and where the number ends. */
  readonly fromPt: number;
  readonly toPt: number;
  readonly baselinePt: number;
  readonly level: number;
  readonly node: number;
}

/** A run of slices that share space, keeps and ground: a paragraph, a heading, a table. */
export interface FlowBlock {
  readonly slices: readonly Slice[];
  /** Its lines stand on body lines, so its space is whole lines above and below. Else it is centred in them. */
  readonly onGrid: boolean;
  /** In body lines. */
  readonly spaceBefore: number;
  readonly spaceAfter: number;
  /** A page does not end after it. */
  readonly keepWithNext?: boolean;
  /** A page does not begin with it. */
  readonly keepWithPrevious?: boolean;
  /** Where a page may cut it: two lines from either end, or before any slice from `cutFrom` on, or nowhere. */
  readonly cut: 'lines' | 'slices' | 'nowhere';
  /** Of `slices`: the first that may begin a page. */
  readonly cutFrom?: number;
  /** Set again on top of every further page (head of a table). */
  readonly repeated?: readonly Slice[];
  /** Room above and below the slices inside the frame. */
  readonly paddingPt?: number;
  /** Ground and rules of the piece of it that stands on one page, from that piece's top left corner. */
  readonly frame?: (heightPt: number) => readonly RuleItem[];
  readonly pageBreak?: 'none' | 'page' | 'odd';
  readonly isHeading?: true;
  /** How many headings stand in it; one when absent. */
  readonly headings?: number;
  /** The text begins with it; pages before are numbered on their own. */
  readonly startsText?: true;
  /** Set across all columns of the page. */
  readonly spans?: true;
  /** May reach a little into the gaps above and below it when that saves a line. */
  readonly isSnug?: true;
  /** A picture that text may pass when it has no room on its page. */
  readonly floats?: true;
  /** Drawn smaller to stand in a given height instead of opening a page; undefined when that would be too small. */
  readonly shrink?: (heightPt: number) => FlowBlock | undefined;
  /** Can be set in one line less or more, when that makes its page full. */
  readonly refit?: Refit;
}

/** A paragraph set again, even to the eye, where that may be possible; undefined when it turns out not to be. */
export interface Refit {
  readonly shorter?: () => readonly Slice[] | undefined;
  readonly longer?: () => readonly Slice[] | undefined;
}

/** A block with its slices changed, and changed alike when it is set again. */
export function mapSlices(
  block: FlowBlock,
  change: (slices: readonly Slice[]) => readonly Slice[],
): FlowBlock {
  const { refit, ...rest } = block;
  const slices = change(block.slices);
  if (!refit) return { ...rest, slices };
  const again = (set: Refit['longer']): Refit['longer'] =>
    set &&
    (() => {
      const found = set();
      return found && change(found);
    });
  const [shorter, longer] = [again(refit.shorter), again(refit.longer)];
  return { ...rest, slices, refit: { ...(shorter && { shorter }), ...(longer && { longer }) } };
}

/** Height of slices that stand on each other. */
export function stackHeight(slices: readonly Slice[], from: number = 0, to: number = slices.length): number {
  let height = 0;
  for (let index = from; index < to; index++) {
    const slice = slices[index] as Slice;
    height += slice.heightPt + (index + 1 < to ? slice.gapPt : 0);
  }
  return height;
}

/** The largest of any number of values (a spread would fail on very many), at least `least`. */
export function largest(values: readonly number[], least: number = 0): number {
  return values.reduce((most, value) => Math.max(most, value), least);
}

/** A slice's item, moved. */
export function moveItem<Item extends FlowItem>(item: Item, xPt: number, yPt: number): Item {
  switch (item.type) {
    case 'line':
      return { ...item, xPt: item.xPt + xPt, baselinePt: item.baselinePt + yPt };
    case 'pageNumberSlot':
      return {
        ...item,
        fromPt: item.fromPt + xPt,
        toPt: item.toPt + xPt,
        baselinePt: item.baselinePt + yPt,
      };
    default:
      return { ...item, xPt: item.xPt + xPt, yPt: item.yPt + yPt };
  }
}
