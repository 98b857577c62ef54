import type { Article } from '../../model/index.js';
import type { StyleSheet } from '../../style/index.js';
import { wordLanguage } from './language.js';
import { hasEvenPages } from './running-heads.js';
import { w, type XmlElement } from './xml.js';

/** Compatibility that Chinese Word switches on in every new document. */
const EAST_ASIAN_COMPATIBILITY = [
  'spaceForUL',
  'balanceSingleByteDoubleByteWidth',
  'doNotLeaveBackslashAlone',
  'ulTrailSpace',
  'doNotExpandShiftReturn',
  'adjustLineHeightInTable',
  'useFELayout',
] as const;

/** Without the mode Word opens a file as one of Word 2007. */
const COMPATIBILITY_SETTINGS = {
  compatibilityMode: 15,
  overrideTableStyleFontSizeAndJustification: 1,
  enableOpenTypeFeatures: 1,
  doNotFlipMirrorIndents: 1,
  differentiateMultirowTableHeaders: 1,
} as const;

/** Two characters of 小五, as Chinese Word has it. */
const DEFAULT_TAB_TWIPS = 420;

/** The settings part. Order of children: ISO/IEC 29500-1, CT_Settings. */
export function settingsPart(article: Article, sheet: StyleSheet): XmlElement {
  const separators = (kind: 'footnote' | 'endnote'): XmlElement[] => [
    w(kind, { id: -1 }),
    w(kind, { id: 0 }),
  ];
  return w(
    'settings',
    {},
    w('zoom', { percent: 100 }),
    sheet.page.facing && w('mirrorMargins'),
    w('bordersDoNotSurroundHeader'),
    w('bordersDoNotSurroundFooter'),
    w('defaultTabStop', { val: DEFAULT_TAB_TWIPS }),
    hasEvenPages(sheet) && w('evenAndOddHeaders'),
    w('drawingGridVerticalSpacing', { val: Math.round(sheet.page.linePitchPt * 10) }),
    w('displayHorizontalDrawingGridEvery', { val: 0 }),
    w('displayVerticalDrawingGridEvery', { val: 2 }),
    w('characterSpacingControl', {
      val: sheet.setting.punctuation === 'plain' ? 'doNotCompress' : 'compressPunctuation',
    }),
    w('footnotePr', {}, ...separators('footnote')),
    w('endnotePr', {}, w('numFmt', { val: 'decimal' }), ...separators('endnote')),
    w('compat', {}, ...EAST_ASIAN_COMPATIBILITY.map((name) => w(name)), ...compatibilitySettings()),
    w('themeFontLang', { val: 'en-US', eastAsia: wordLanguage(article.language) }),
    w('decimalSymbol', { val: '.' }),
    w('listSeparator', { val: ',' }),
  );
}

function compatibilitySettings(): XmlElement[] {
  return Object.entries(COMPATIBILITY_SETTINGS).map(([name, val]) =>
    w('compatSetting', { name, uri: 'http://schemas.microsoft.com/office/word', val }),
  );
}
