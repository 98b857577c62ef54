import { type StyleSheet, toTwips } from '../../style/index.js';
import { CELL_PADDING_EM, type TypeShare } from './table-widths.js';
import { w, type XmlElement } from './xml.js';

/** Id of the table style: 三线表, a rule above and below and one under the head, or a grid, as the PDF has it. */
export const TABLE_STYLE_ID = 'ThreeLineTable';

/** Lines around every cell, in order of the schema (CT_TblBorders). */
const GRID_SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const;

/** `w:sz` of borders counts eighths of a point. */
const RULES = { outer: 8, inner: 4 };

/** Above and below a cell's characters, in em of their size; as in the PDF. */
const PADDING_EM = 0.35;

/** The cell's margin in twips: of the padding, what the line does not bring along above and below its characters. */
function paddingTwips({ styles }: StyleSheet): number {
  const { sizePt, lineHeightPt } = styles['table-cell'];
  return Math.max(0, toTwips(sizePt * PADDING_EM - (lineHeightPt - sizePt) / 2));
}

/** Left and right of a cell's text, in a table whose type is so much of the template's. */
export function cellMarginTwips({ styles }: StyleSheet, share: TypeShare = 1): number {
  return toTwips(styles['table-cell'].sizePt * share * CELL_PADDING_EM);
}

/** What every table of Word's has, ours aside. */
const WORD_MARGIN_TWIPS = 108;

const rule = (name: string, size: number): XmlElement =>
  w(name, { val: 'single', sz: size, space: 0, color: 'auto' });

const width = (name: string, twips: number): XmlElement => w(name, { w: twips, type: 'dxa' });

/** The table and list styles that every document has, and our own table. */
export function tableAndListStyles(sheet: StyleSheet): XmlElement[] {
  const padding = paddingTwips(sheet);
  const isGrid = sheet.table.rules === 'grid';
  const borders = isGrid
    ? GRID_SIDES.map((side) => rule(side, RULES.inner))
    : [rule('top', RULES.outer), rule('bottom', RULES.outer)];
  const hidden = [w('uiPriority', { val: 99 }), w('semiHidden'), w('unhideWhenUsed')];
  const margins = w(
    'tblCellMar',
    {},
    width('top', 0),
    width('left', WORD_MARGIN_TWIPS),
    width('bottom', 0),
    width('right', WORD_MARGIN_TWIPS),
  );
  return [
    w(
      'style',
      { type: 'table', default: 1, styleId: 'TableNormal' },
      w('name', { val: 'Normal Table' }),
      ...hidden,
      w('tblPr', {}, width('tblInd', 0), margins),
    ),
    w(
      'style',
      { type: 'numbering', default: 1, styleId: 'NoList' },
      w('name', { val: 'No List' }),
      ...hidden,
    ),
    w(
      'style',
      { type: 'table', customStyle: 1, styleId: TABLE_STYLE_ID },
      w('name', { val: isGrid ? '网格表' : '三线表' }),
      w('basedOn', { val: 'TableNormal' }),
      w('uiPriority', { val: 40 }),
      w('qFormat'),
      w(
        'tblPr',
        {},
        w('tblBorders', {}, ...borders),
        w(
          'tblCellMar',
          {},
          width('top', padding),
          width('left', cellMarginTwips(sheet)),
          width('bottom', padding),
          width('right', cellMarginTwips(sheet)),
        ),
      ),
      w('tcPr', {}, w('vAlign', { val: 'center' })),
      w(
        'tblStylePr',
        { type: 'firstRow' },
        w('tblPr'),
        w('tcPr', {}, w('tcBorders', {}, rule('bottom', RULES.inner))),
      ),
    ),
  ];
}
