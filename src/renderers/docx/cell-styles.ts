import { type StyleSheet, toTwips } from '../../style/index.js';
import { derivedStyle } from './derived-style.js';
import { sizes } from './style-look.js';
import type { TypeShare } from './table-widths.js';
import { type CellStyle, cellStyleId, WORD_STYLES } from './word-styles.js';
import { w, type XmlElement } from './xml.js';

const ALIGNS = {
  start: { name: '居左', val: 'left' },
  center: { name: '居中', val: 'center' },
  end: { name: '居右', val: 'right' },
} as const;

const SIZES: Readonly<Record<TypeShare, string>> = { 1: '', 0.875: '小', 0.75: '更小' };

/** Place in the list of styles, below those of tables. */
const PRIORITY = 40;

/**
 * Text of cells as it stands in its column, in each size of type that the document has: a table of many columns is set
 * smaller.
 */
export function cellStyles(sheet: StyleSheet, shares: ReadonlySet<TypeShare>): XmlElement[] {
  return (['table-cell', 'table-head'] as const).flatMap((name) =>
    ([1, 0.875, 0.75] as const)
      .filter((share) => shares.has(share))
      .flatMap((share) => [...(share < 1 ? [smaller(name, share, sheet)] : []), ...aligned(name, share)]),
  );
}

function smaller(name: CellStyle, share: TypeShare, sheet: StyleSheet): XmlElement {
  const { sizePt, lineHeightPt } = sheet.styles[name];
  const line = w('spacing', { line: toTwips(lineHeightPt * share), lineRule: 'exact' });
  const base = cellStyleId(name, undefined);
  const title = WORD_STYLES[name].name + SIZES[share];
  return derivedStyle(
    cellStyleId(name, undefined, share),
    title,
    base,
    PRIORITY,
    [line],
    sizes(sizePt * share),
  );
}

function aligned(name: CellStyle, share: TypeShare): XmlElement[] {
  const base = cellStyleId(name, undefined, share);
  return (['start', 'center', 'end'] as const).map((align) => {
    const title = WORD_STYLES[name].name + SIZES[share] + ALIGNS[align].name;
    const id = cellStyleId(name, align, share);
    return derivedStyle(id, title, base, PRIORITY, [w('jc', { val: ALIGNS[align].val })]);
  });
}
