import { type StyleSheet, toTwips } from '../../style/index.js';
import { cellStyles } from './cell-styles.js';
import { derivedStyle } from './derived-style.js';
import { runningVariants } from './running-styles.js';
import { properties } from './schema-order.js';
import { OBJECT_SPACE_LINES } from './style-look.js';
import type { TypeShare } from './table-widths.js';
import {
  BODY_ID,
  CODE_BASE,
  DATE_ID,
  END_ATTRIBUTION_ID,
  FORMULA_ID,
  GAP_ID,
  LONE_FIGURE_ID,
  RULE_ID,
  SECTION_END_ID,
  TABLE_CAPTION_ID,
} from './word-styles.js';
import { w, type XmlElement } from './xml.js';

/** Styles that a Word document needs beside those of the sheet. */
export function extraStyles(sheet: StyleSheet, typeShares: ReadonlySet<TypeShare>): XmlElement[] {
  return [
    endnoteText(),
    endAttribution(sheet),
    tableCaption(sheet),
    codeBase('paragraph', 'Normal'),
    codeBase('character', 'DefaultParagraphFont'),
    gapStyle(sheet),
    figureStyle(sheet),
    loneFigure(sheet),
    dayOfLetter(sheet),
    sceneRule(sheet),
    ...cellStyles(sheet, typeShares),
    formulaStyle(sheet),
    sectionEnd(),
    ...runningVariants(sheet),
  ];
}

function codeBase(type: keyof typeof CODE_BASE, basedOn: string): XmlElement {
  const { id, name } = CODE_BASE[type];
  return w(
    'style',
    { type, customStyle: 1, styleId: id },
    w('name', { val: name }),
    w('basedOn', { val: basedOn }),
    w('uiPriority', { val: 99 }),
    w('semiHidden'),
  );
}

/** Endnotes look like footnotes. */
function endnoteText(): XmlElement {
  return w(
    'style',
    { type: 'paragraph', styleId: 'EndnoteText' },
    w('name', { val: 'endnote text' }),
    w('basedOn', { val: 'FootnoteText' }),
    w('uiPriority', { val: 99 }),
  );
}

/** Flush left, one line below the text. */
function endAttribution(sheet: StyleSheet): XmlElement {
  return w(
    'style',
    { type: 'paragraph', customStyle: 1, styleId: END_ATTRIBUTION_ID },
    w('name', { val: '文末来源' }),
    w('basedOn', { val: 'Attribution' }),
    w('uiPriority', { val: 12 }),
    properties('w:pPr', [
      w('spacing', { before: toTwips(sheet.page.linePitchPt), after: 0 }),
      w('contextualSpacing'),
      w('jc', { val: 'left' }),
    ]),
  );
}

/** Above a table, and kept with it. */
function tableCaption(sheet: StyleSheet): XmlElement {
  const before = toTwips(sheet.page.linePitchPt * OBJECT_SPACE_LINES);
  return w(
    'style',
    { type: 'paragraph', customStyle: 1, styleId: TABLE_CAPTION_ID },
    w('name', { val: '表题' }),
    w('basedOn', { val: 'Caption' }),
    w('next', { val: BODY_ID }),
    w('uiPriority', { val: 35 }),
    w('qFormat'),
    properties('w:pPr', [w('keepNext'), w('spacing', { before, after: captionGap(sheet) })]),
  );
}

/** An empty line of half a body line. */
function gapStyle(sheet: StyleSheet): XmlElement {
  const line = toTwips(sheet.page.linePitchPt * OBJECT_SPACE_LINES);
  return w(
    'style',
    { type: 'paragraph', customStyle: 1, styleId: GAP_ID },
    w('name', { val: '间距' }),
    w('basedOn', { val: 'Normal' }),
    w('next', { val: BODY_ID }),
    w('uiPriority', { val: 41 }),
    properties('w:pPr', [w('snapToGrid', { val: 0 }), w('spacing', { line, lineRule: 'exact' })]),
  );
}

/** A picture without a caption: the text below it keeps the space that one would keep, and may be on the next page. */
function loneFigure(sheet: StyleSheet): XmlElement {
  const after = toTwips(sheet.page.linePitchPt * OBJECT_SPACE_LINES);
  return derivedStyle(LONE_FIGURE_ID, '无题图片', 'Figure', 35, [
    w('keepNext', { val: 0 }),
    w('spacing', { after }),
  ]);
}

/** 成文日期: the last line of a signature, which ends what is kept together. */
function dayOfLetter({ styles }: StyleSheet): XmlElement {
  const after = styles.signature.spaceAfterLines === 0 ? [] : [w('contextualSpacing', { val: 0 })];
  return w(
    'style',
    { type: 'paragraph', styleId: DATE_ID },
    w('name', { val: 'Date' }),
    w('basedOn', { val: 'Signature' }),
    w('next', { val: BODY_ID }),
    w('uiPriority', { val: 38 }),
    properties('w:pPr', [w('keepNext', { val: 0 }), w('spacing', { before: 0 }), ...after]),
  );
}

/** How far a plain rule stands in from both sides: a quarter of the measure is left, as in the PDF. */
const RULE_INSET_SHARE = 3 / 8;

export const ruleInset = (measurePt: number): number => toTwips(measurePt * RULE_INSET_SHARE);

/** A break between scenes that is a rule in the middle of the measure. */
function sceneRule({ page }: StyleSheet): XmlElement {
  const inset = ruleInset(page.measurePt);
  return derivedStyle(RULE_ID, '分隔线', 'SceneBreak', 36, [
    w('pBdr', {}, w('bottom', { val: 'single', sz: 4, space: 1, color: 'auto' })),
    w('ind', { left: inset, right: inset }),
  ]);
}

/** So low that it never needs a line of the page. */
function sectionEnd(): XmlElement {
  return w(
    'style',
    { type: 'paragraph', customStyle: 1, styleId: SECTION_END_ID },
    w('name', { val: '分节' }),
    w('basedOn', { val: 'Normal' }),
    w('next', { val: BODY_ID }),
    w('uiPriority', { val: 99 }),
    properties('w:pPr', [w('snapToGrid', { val: 0 }), w('spacing', { line: 20, lineRule: 'exact' })]),
  );
}

/** Half a line of the caption between it and its object. */
const captionGap = (sheet: StyleSheet): number => toTwips(sheet.styles.caption.sizePt / 2);

/** `w:line` counts 240ths of a line when it grows with its content. */
const SINGLE_LINE = 240;

/** A formula is as high as it is, and stands half a line from the text. */
function formulaStyle(sheet: StyleSheet): XmlElement {
  const half = toTwips(sheet.page.linePitchPt * OBJECT_SPACE_LINES);
  return w(
    'style',
    { type: 'paragraph', customStyle: 1, styleId: FORMULA_ID },
    w('name', { val: '公式' }),
    w('basedOn', { val: 'Normal' }),
    w('next', { val: BODY_ID }),
    w('uiPriority', { val: 33 }),
    w('qFormat'),
    properties('w:pPr', [
      w('spacing', { before: half, after: half, line: SINGLE_LINE, lineRule: 'auto' }),
      w('jc', { val: 'center' }),
    ]),
  );
}

/** A picture needs a line as high as it is; an exact line height would cut it. */
function figureStyle(sheet: StyleSheet): XmlElement {
  const half = toTwips(sheet.page.linePitchPt * OBJECT_SPACE_LINES);
  return w(
    'style',
    { type: 'paragraph', customStyle: 1, styleId: 'Figure' },
    w('name', { val: '图片' }),
    w('basedOn', { val: 'Normal' }),
    w('next', { val: 'Caption' }),
    w('uiPriority', { val: 35 }),
    w('qFormat'),
    properties('w:pPr', [
      w('keepNext'),
      w('spacing', { before: half, after: captionGap(sheet), line: SINGLE_LINE, lineRule: 'auto' }),
      w('jc', { val: 'center' }),
    ]),
  );
}
