import type { XmlElement } from './xml.js';

/**
 * Order of children that the schema asks for; Word refuses a file that has them otherwise.
 * @see ISO/IEC 29500-1, CT_PPrBase, CT_RPr (EG_RPrBase)
 */
const ORDERS = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout',
} as const;

const RANKS: Readonly<Record<keyof typeof ORDERS, ReadonlyMap<string, number>>> = {
  'w:pPr': ranks('w:pPr'),
  'w:rPr': ranks('w:rPr'),
};

function ranks(parent: keyof typeof ORDERS): ReadonlyMap<string, number> {
  return new Map(ORDERS[parent].split(' ').map((name, index) => [`w:${name}`, index]));
}

/**
 * A `w:pPr` or `w:rPr` with its children in the order of the schema; undefined when it would be empty.
 *
 * @throws RangeError for a child that the schema does not have there.
 */
export function properties(
  parent: keyof typeof ORDERS,
  children: readonly (XmlElement | undefined | false)[],
): XmlElement | undefined {
  const given = children
    .filter((child) => child !== undefined && child !== false)
    .map((child) => ({ child, rank: knownRank(parent, child) }));
  if (given.length === 0) return undefined;
  const sorted = given.toSorted((a, b) => a.rank - b.rank);
  return { name: parent, attributes: {}, children: sorted.map(({ child }) => child) };
}

/** Where a child stands among others; undefined for one that the schema does not have there. */
export function rankIn(parent: keyof typeof ORDERS, { name }: { readonly name: string }): number | undefined {
  return RANKS[parent].get(name);
}

function knownRank(parent: keyof typeof ORDERS, child: XmlElement): number {
  const rank = rankIn(parent, child);
  if (rank === undefined) throw new RangeError(`${parent} has no ${child.name}`);
  return rank;
}
