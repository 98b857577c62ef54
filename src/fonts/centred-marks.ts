/** Where a region wants the ink of a mark: in the middle of its cell along the line, or in both directions. */
export type Centring = 'along' | 'both';

/** ：；？！ */
const TALL = [0xff1a, 0xff1b, 0xff1f, 0xff01];
/** 、。，． */
const LOW = [0x3001, 0x3002, 0xff0c, 0xff0e];

const traditional: ReadonlyMap<number, Centring> = new Map([
  ...TALL.map((mark) => [mark, 'along'] as const),
  ...LOW.map((mark) => [mark, 'both'] as const),
]);
const japanese: ReadonlyMap<number, Centring> = new Map(TALL.map((mark) => [mark, 'along']));

/**
 * Marks that text of a region has in the middle of their cells, by OpenType language tag. A face made for the
 * mainland has them low and left, and its `locl` knows no neighbour: there the outlines are moved.
 * @see CLREQ, table of punctuation marks; JLREQ, appendix A.4 and A.5
 */
export const CENTRED_MARKS: Readonly<Record<string, ReadonlyMap<number, Centring>>> = {
  'ZHT ': traditional,
  'ZHH ': traditional,
  'JAN ': japanese,
};
