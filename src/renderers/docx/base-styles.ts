import type { Article } from '../../model/index.js';
import { type StyleSheet, toTwips } from '../../style/index.js';
import { tighteningTwips } from './document-grid.js';
import { wordLanguage } from './language.js';
import { properties } from './schema-order.js';
import { faces, sizes, toJustification } from './style-look.js';
import { w, type XmlElement } from './xml.js';

/** Kerning of Latin letters from 1 pt up, which is how Chinese Word starts a document. */
const KERN_HALF_POINTS = 2;

/** What holds where no style speaks: faces, size, languages, and the rules of Chinese setting. */
export function documentDefaults(article: Article, sheet: StyleSheet): XmlElement {
  const { body } = sheet.styles;
  const { setting } = sheet;
  const run = properties('w:rPr', [
    faces(sheet, body.family),
    body.weight === 'bold' && w('b'),
    body.color !== '#000000' && w('color', { val: body.color.replace('#', '').toUpperCase() }),
    w('kern', { val: KERN_HALF_POINTS }),
    ...sizes(body.sizePt),
    w('lang', { val: 'en-US', eastAsia: wordLanguage(article.language), bidi: 'ar-SA' }),
  ]);
  const off = (name: string, isOn: boolean): XmlElement => w(name, isOn ? {} : { val: 0 });
  const paragraph = properties('w:pPr', [
    // LibreOffice 7.4 sets columns over each other, or over a table, where it keeps two of their lines together.
    off('widowControl', sheet.direction === 'horizontal'),
    off('kinsoku', setting.prohibition !== 'none'),
    off('overflowPunct', setting.hanging),
    off('topLinePunct', setting.punctuation !== 'plain'),
    off('autoSpaceDE', setting.hanLatinGapEm[1] > 0),
    off('autoSpaceDN', setting.hanLatinGapEm[1] > 0),
  ]);
  return w('docDefaults', {}, w('rPrDefault', {}, run), w('pPrDefault', {}, paragraph));
}

/** Styles of Word's own that its gallery shows although this document has none of them, with their places there. */
const SHOWN_STYLES: readonly (readonly [name: string, priority: number])[] = [
  ['No Spacing', 1],
  ['Subtle Emphasis', 19],
  ['Intense Emphasis', 21],
  ['Intense Quote', 30],
  ['Subtle Reference', 31],
  ['Intense Reference', 32],
  ['Book Title', 33],
];

/** Those that it knows but does not show as quick ones. */
const KNOWN_STYLES: readonly (readonly [name: string, priority: number])[] = [
  ['Table Grid', 39],
  ['Grid Table Light', 40],
  ['Plain Table 1', 41],
  ['Plain Table 2', 42],
];

/** Word hides what is not listed here from the gallery until it is used. */
export function latentStyles(): XmlElement {
  const shown = { semiHidden: 0, unhideWhenUsed: 0 };
  return w(
    'latentStyles',
    {
      defLockedState: 0,
      defUIPriority: 99,
      defSemiHidden: 1,
      defUnhideWhenUsed: 1,
      defQFormat: 0,
      count: 376,
    },
    ...SHOWN_STYLES.map(([name, uiPriority]) =>
      w('lsdException', { name, uiPriority, ...shown, qFormat: 1 }),
    ),
    ...KNOWN_STYLES.map(([name, uiPriority]) => w('lsdException', { name, uiPriority, ...shown })),
  );
}

/** 正文: what every other style starts from, without the indent of running text. */
export function normalStyle(sheet: StyleSheet): XmlElement {
  const { body } = sheet.styles;
  return w(
    'style',
    { type: 'paragraph', default: 1, styleId: 'Normal' },
    w('name', { val: 'Normal' }),
    w('qFormat'),
    properties('w:pPr', [
      w('spacing', { line: toTwips(body.lineHeightPt), lineRule: 'exact' }),
      w('jc', { val: toJustification(body.align) }),
    ]),
    // The defaults say so too, but LibreOffice takes the width of a grid cell from here.
    properties('w:rPr', [
      ...sizes(body.sizePt),
      tighteningTwips(sheet) !== 0 && w('spacing', { val: tighteningTwips(sheet) }),
    ]),
  );
}
