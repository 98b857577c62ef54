import type { DraftBlock, SectionLabel } from '../../model/index.js';

/** What has been read of a paragraph or table, before neighbours are put together. */
export type Piece =
  | {
      readonly kind: 'blocks';
      readonly blocks: readonly DraftBlock[];
      /** Where its text begins, when it is a paragraph without a number: it may go on an item. */
      readonly leftTwips?: number;
    }
  | { readonly kind: 'quote'; readonly blocks: readonly DraftBlock[] }
  | { readonly kind: 'code'; readonly text: string; readonly line: number }
  /** Who or what the quotation or verse before it is from. */
  | { readonly kind: 'attribution'; readonly blocks: readonly DraftBlock[] }
  | { readonly kind: 'caption'; readonly blocks: readonly DraftBlock[] }
  | ItemPiece;

/** A paragraph that its list numbers. */
export interface ItemPiece {
  readonly kind: 'item';
  readonly blocks: readonly DraftBlock[];
  readonly line: number;
  /** 0 to 8. */
  readonly level: number;
  /** Items of one definition make one list. */
  readonly definition: string;
  readonly leftTwips: number;
  /** Absent: a bullet. */
  readonly label?: SectionLabel;
  /** The same blocks with the number as typed text, for a number that turns out to be no item's. */
  readonly typed: readonly DraftBlock[];
}
