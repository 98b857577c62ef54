import type { Article } from '../../model/index.js';
import type { StyleName, StyleSheet } from '../../style/index.js';
import { documentDefaults, latentStyles, normalStyle } from './base-styles.js';
import { characterStyles } from './character-styles.js';
import { contentsLevel, deepEntryStyles, entryPlace } from './contents-styles.js';
import { extraStyles } from './extra-styles.js';
import { properties } from './schema-order.js';
import { indentation, paragraphProperties, runProperties } from './style-look.js';
import { tableAndListStyles } from './table-style.js';
import type { TypeShare } from './table-widths.js';
import {
  BODY_ID,
  HEADING_LEVELS,
  headingId,
  headingLooks,
  WORD_STYLES,
  type WordStyleRow,
} from './word-styles.js';
import { w, type XmlElement } from './xml.js';

/** The list that numbers each level of heading (from 0), by its id in the numbering part. */
export type LinkedLists = ReadonlyMap<number, number>;

/**
 * The styles part. Every paragraph style is based on Normal (正文) and says only what differs from it, so that
 * a change of 正文 in Word changes the whole document.
 *
 * @param hasColoredCode The kinds of words in code have styles of their own.
 * @param typeShares Sizes of type that tables have.
 */
export function stylesPart(
  article: Article,
  sheet: StyleSheet,
  headings?: LinkedLists,
  hasColoredCode: boolean = false,
  typeShares: ReadonlySet<TypeShare> = new Set(),
): XmlElement {
  const names = Object.keys(WORD_STYLES) as (keyof typeof WORD_STYLES)[];
  const paragraphStyles = names.flatMap((name) => {
    const level = contentsLevel(name);
    return wordStyle(WORD_STYLES[name], sheet, name, level ? entryPlace(article, sheet, level) : []);
  });
  const headingStyles = headingLooks(article).flatMap((look, level) =>
    wordStyle(headingRow(level), sheet, look, [
      w('outlineLvl', { val: level }),
      // A heading never parts from its text, whatever the template says.
      !sheet.styles[look].keepWithNext && w('keepNext'),
      w('keepLines'),
      numbering(level, headings),
    ]),
  );
  return w(
    'styles',
    {},
    documentDefaults(article, sheet),
    latentStyles(),
    normalStyle(sheet),
    ...paragraphStyles.slice(0, 1),
    ...headingStyles,
    ...paragraphStyles.slice(1),
    ...deepEntryStyles(),
    ...extraStyles(sheet, typeShares),
    ...characterStyles(sheet, hasColoredCode),
    ...tableAndListStyles(sheet),
  );
}

/** A style of the sheet as the Word style of a row: what differs from Normal, in the order of the schema. */
export function wordStyle(
  row: WordStyleRow,
  sheet: StyleSheet,
  name: StyleName,
  extra: readonly (XmlElement | undefined | false)[] = [],
): XmlElement[] {
  const style = sheet.styles[name];
  const look = runProperties(style, sheet);
  const linkId = row.linked && `${row.id}Char`;
  const paragraph = w(
    'style',
    { type: 'paragraph', ...(isOwn(row) && { customStyle: 1 }), styleId: row.id },
    w('name', { val: row.name }),
    w('basedOn', { val: row.basedOn ?? 'Normal' }),
    row.next !== undefined && w('next', { val: row.next }),
    linkId && w('link', { val: linkId }),
    w('uiPriority', { val: row.priority }),
    row.quick && w('qFormat'),
    properties('w:pPr', [...extra, ...paragraphProperties(style, sheet, name)]),
    properties('w:rPr', look),
  );
  if (!linkId) return [paragraph];
  const character = w(
    'style',
    { type: 'character', customStyle: 1, styleId: linkId },
    w('name', { val: `${row.linked} 字符` }),
    w('basedOn', { val: 'DefaultParagraphFont' }),
    w('link', { val: row.id }),
    w('uiPriority', { val: row.priority }),
    properties('w:rPr', look),
  );
  return [paragraph, character];
}

/** Styles that Word does not bring along have a Chinese name here. */
const isOwn = (row: WordStyleRow): boolean => /\p{Script=Han}/u.test(row.name);

function headingRow(level: number): WordStyleRow {
  return {
    id: headingId(level + 1),
    name: `heading ${level + 1}`,
    next: BODY_ID,
    priority: 9,
    quick: true,
    linked: `标题 ${level + 1}`,
  };
}

function numbering(level: number, headings: LinkedLists | undefined): XmlElement | undefined {
  const listId = headings?.get(level);
  if (listId === undefined) return undefined;
  return w('numPr', {}, level > 0 && w('ilvl', { val: level }), w('numId', { val: listId }));
}
/** The first line's indent of a heading, as its numbering level must repeat it: a level's own wins over a style's. */
export function headingIndent(article: Article, sheet: StyleSheet, level: number): XmlElement {
  const look = headingLooks(article)[Math.min(level, HEADING_LEVELS - 1)] ?? 'heading-6';
  return indentation(sheet.styles[look], sheet) || w('ind', { left: 0, firstLine: 0 });
}
