import { type Article, outline } from '../../model/index.js';
import { lengthAcross, type StyleName, type StyleSheet, toTwips } from '../../style/index.js';
import { typedLabel } from './number-formats.js';
import { textWidthEm } from './text-width.js';
import { BODY_ID } from './word-styles.js';
import { w, type XmlElement } from './xml.js';

/** The styles of the sheet for entries of the contents; deeper ones look like the third. */
const ENTRY_STYLES = ['contents-1', 'contents-2', 'contents-3'] as const;
type EntryStyle = (typeof ENTRY_STYLES)[number];

/** Word has toc 1 to toc 9. */
const LEVELS = 9;

/** Word's style for entries of a level, from 1. */
export const contentsId = (level: number): string => `TOC${Math.min(level, LEVELS)}`;

/** The level of a style of entries; undefined for any other. */
export function contentsLevel(name: StyleName): number | undefined {
  const index = ENTRY_STYLES.indexOf(name as EntryStyle);
  return index < 0 ? undefined : index + 1;
}

/**
 * Where an entry stands: what turns over under the title, or a cell in where that has no number; the page number at the
 * edge, led there by middle dots. A right indent would keep long entries from it, as in the PDF, but LibreOffice then
 * shows no number at all.
 */
export function entryPlace(article: Article, sheet: StyleSheet, level: number): XmlElement[] {
  const style = sheet.styles[ENTRY_STYLES[Math.min(level, ENTRY_STYLES.length) - 1] ?? 'contents-3'];
  const { cellPt } = sheet.page;
  const hanging = toTwips(Math.max(1, labelWidthEm(article, level)) * style.sizePt);
  const edge = toTwips(lengthAcross(sheet.page));
  return [
    w('tabs', {}, w('tab', { val: 'right', leader: 'middleDot', pos: edge })),
    w('ind', {
      left: toTwips(style.indentStartEm * cellPt) + hanging,
      hanging,
    }),
  ];
}

/** A number longer than this turns over like a title without one. */
const MOST_LABEL_EM = 6;

/** How wide the first number of a level is; the others of the level mostly are. */
function labelWidthEm(article: Article, level: number): number {
  const first = outline(article).find((entry) => entry.level === level && entry.label !== undefined);
  const width = textWidthEm(typedLabel(first?.label));
  return width <= MOST_LABEL_EM ? width : 0;
}

/** toc 4 to toc 9, which Word needs where a template lists so many levels: they look like the third. */
export function deepEntryStyles(): XmlElement[] {
  return Array.from({ length: LEVELS - ENTRY_STYLES.length }, (_, index) => {
    const level = ENTRY_STYLES.length + index + 1;
    return w(
      'style',
      { type: 'paragraph', styleId: contentsId(level) },
      w('name', { val: `toc ${level}` }),
      w('basedOn', { val: contentsId(ENTRY_STYLES.length) }),
      w('next', { val: BODY_ID }),
      w('uiPriority', { val: 39 }),
      w('unhideWhenUsed'),
    );
  });
}
