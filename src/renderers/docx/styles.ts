import type { Article } from '../../model/index.js';
import {
  type ParagraphStyle,
  type StyleName,
  type StyleSheet,
  toCharHundredths,
  toHalfPoints,
  toTwips,
} from '../../style/index.js';
import { characterStyles } from './character-styles.js';
import { wordLanguage } from './language.js';
import { properties } from './schema-order.js';
import { tableAndListStyles } from './table-style.js';
import {
  BODY_ID,
  END_ATTRIBUTION_ID,
  HEADING_LEVELS,
  headingId,
  headingLooks,
  WORD_STYLES,
  type WordStyleRow,
} from './word-styles.js';
import { w, type XmlElement } from './xml.js';

/** The list that numbers the headings: its id in the numbering part, and which levels (from 0) belong to it. */
export interface LinkedList {
  readonly listId: number;
  readonly levels: ReadonlySet<number>;
}

/**
 * The styles part. Every paragraph style is based on Normal (正文) and says only what differs from it, so that
 * a change of 正文 in Word changes the whole document.
 */
export function stylesPart(article: Article, sheet: StyleSheet, headings?: LinkedList): XmlElement {
  const names = Object.keys(WORD_STYLES) as (keyof typeof WORD_STYLES)[];
  const paragraphStyles = names.flatMap((name) => wordStyle(WORD_STYLES[name], sheet, name));
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
    endnoteText(),
    endAttribution(sheet),
    figureStyle(),
    ...characterStyles(sheet),
    ...tableAndListStyles(),
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
    w('basedOn', { val: 'Normal' }),
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
    w('name', { val: `${row.name} Char` }),
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
    linked: true,
  };
}

function numbering(level: number, headings: LinkedList | undefined): XmlElement | undefined {
  if (!headings?.levels.has(level)) return undefined;
  return w('numPr', {}, level > 0 && w('ilvl', { val: level }), w('numId', { val: headings.listId }));
}

const ALIGNMENTS = { justify: 'both', start: 'left', center: 'center', end: 'right' } as const;

/** `w:jc` for an alignment of the sheet; `both` is Word's justified text for Chinese. */
export const toJustification = (align: ParagraphStyle['align']): (typeof ALIGNMENTS)[typeof align] =>
  ALIGNMENTS[align];

/** Blocks of several paragraphs: their space stands around the whole, not between. */
const SHARES_SPACE: ReadonlySet<StyleName> = new Set([
  'quote',
  'quote-attribution',
  'list-item',
  'signature',
  'attachments',
]);

/** The same as in the PDF. */
const CODE_GROUND = 'F4F4F4';

function paragraphProperties(
  style: ParagraphStyle,
  sheet: StyleSheet,
  name: StyleName,
): (XmlElement | false)[] {
  const { body } = sheet.styles;
  return [
    style.keepWithNext && w('keepNext'),
    style.pageBreakBefore !== 'none' && w('pageBreakBefore'),
    spacing(style, sheet, name),
    indentation(style, sheet),
    SHARES_SPACE.has(name) && w('contextualSpacing'),
    name === 'code' && w('shd', { val: 'clear', color: 'auto', fill: CODE_GROUND }),
    style.align !== body.align && w('jc', { val: toJustification(style.align) }),
    name.startsWith('contents-') && name !== 'contents-title' && w('tabs', {}, contentsTab(sheet)),
    name === 'code' && w('autoSpaceDE', { val: 0 }),
    name === 'code' && w('autoSpaceDN', { val: 0 }),
  ];
}

/** The page number of a contents entry stands at the right edge, led there by dots. */
function contentsTab(sheet: StyleSheet): XmlElement {
  return w('tab', { val: 'right', leader: 'dot', pos: toTwips(sheet.page.measurePt) });
}

/** The line height is exact, so that lines fall where the PDF has them. */
function spacing(style: ParagraphStyle, sheet: StyleSheet, name: StyleName): XmlElement | false {
  const { before, after } = spaceAround(style, sheet, DISPLAY.test(name));
  const ownLine = style.lineHeightPt !== sheet.styles.body.lineHeightPt;
  if (before === 0 && after === 0 && !ownLine) return false;
  return w('spacing', {
    before: before || undefined,
    after: after || undefined,
    ...(ownLine && { line: toTwips(style.lineHeightPt), lineRule: 'exact' }),
  });
}

/** Lines that stand out from the text and take whole body lines together with their space. */
const DISPLAY = /^(?:title|subtitle|part-title|heading-\d)$/;

/** How far such a line may reach into the gaps around it before it costs a further line; as the PDF's grid has it. */
const TOLERANCE_LINES = 0.25;

/** Space above and below in twips; that of a display line is stretched or squeezed to whole body lines. */
function spaceAround(
  style: ParagraphStyle,
  { page, styles }: StyleSheet,
  isDisplay: boolean,
): { before: number; after: number } {
  const [before, after] = [style.spaceBeforeLines, style.spaceAfterLines];
  const pitch = toTwips(page.linePitchPt);
  const isOnGrid = style.lineHeightPt === page.linePitchPt && before + after === 0;
  if (!isDisplay || isOnGrid) return { before: Math.round(before * pitch), after: Math.round(after * pitch) };
  const heightLines = (style.sizePt - styles.body.sizePt) / page.linePitchPt + 1;
  const lines = Math.max(1, Math.ceil(heightLines + before + after - TOLERANCE_LINES - 1e-6));
  const room = Math.max(0, lines * pitch - toTwips(style.lineHeightPt));
  const above = before + after === 0 ? room / 2 : (room * before) / (before + after);
  return { before: Math.round(above), after: room - Math.round(above) };
}

/**
 * Indents in characters, which Word prefers, and in twips, which others need: LibreOffice has no first line
 * without them. The block's own indents count in ems of the body.
 */
function indentation(style: ParagraphStyle, sheet: StyleSheet): XmlElement | false {
  const { firstLineIndentEm: first, indentStartEm: start, indentEndEm: end } = style;
  if (first === 0 && start === 0 && end === 0) return false;
  const blockEm = sheet.styles.body.sizePt;
  return w('ind', {
    ...(start !== 0 && { leftChars: toCharHundredths(start), left: toTwips(start * blockEm) }),
    ...(end !== 0 && { rightChars: toCharHundredths(end), right: toTwips(end * blockEm) }),
    ...(first !== 0 && { firstLineChars: toCharHundredths(first), firstLine: toTwips(first * style.sizePt) }),
  });
}

function runProperties(style: ParagraphStyle, sheet: StyleSheet): (XmlElement | false)[] {
  const { body } = sheet.styles;
  return [
    style.family !== body.family && faces(sheet, style.family),
    style.weight !== body.weight && w('b', style.weight === 'bold' ? {} : { val: 0 }),
    style.color !== body.color && w('color', { val: style.color.replace('#', '').toUpperCase() }),
    ...(style.sizePt === body.sizePt ? [] : sizes(style.sizePt)),
  ];
}

/** The faces of a family for both scripts; see `wordFaces` of the sheet. No hint: that belongs to the runs. */
export function faces(sheet: StyleSheet, family: string): XmlElement {
  const { eastAsia, latin } = wordFaces(sheet, family);
  return w('rFonts', { ascii: latin, eastAsia, hAnsi: latin, cs: latin });
}

/** @throws RangeError when the sheet has no such family, which resolving a template rules out. */
export function wordFaces(sheet: StyleSheet, family: string): { eastAsia: string; latin: string } {
  const found = sheet.families[family];
  if (!found) throw new RangeError(`the style sheet has no family ${family}`);
  return found.word;
}

const sizes = (sizePt: number): XmlElement[] => [
  w('sz', { val: toHalfPoints(sizePt) }),
  w('szCs', { val: toHalfPoints(sizePt) }),
];

/** Kerning of Latin letters from 1 pt up, which is how Chinese Word starts a document. */
const KERN_HALF_POINTS = 2;

function documentDefaults(article: Article, sheet: StyleSheet): XmlElement {
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
    w('widowControl'),
    off('kinsoku', setting.prohibition !== 'none'),
    off('overflowPunct', setting.hanging),
    off('topLinePunct', setting.punctuation !== 'plain'),
    off('autoSpaceDE', setting.hanLatinGapEm[1] > 0),
    off('autoSpaceDN', setting.hanLatinGapEm[1] > 0),
  ]);
  return w('docDefaults', {}, w('rPrDefault', {}, run), w('pPrDefault', {}, paragraph));
}

/** Word hides what is not listed here from the gallery until it is used. */
function latentStyles(): XmlElement {
  return w('latentStyles', {
    defLockedState: 0,
    defUIPriority: 99,
    defSemiHidden: 1,
    defUnhideWhenUsed: 1,
    defQFormat: 0,
    count: 376,
  });
}

/** 正文: what every other style starts from, without the indent of running text. */
function normalStyle(sheet: StyleSheet): XmlElement {
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
    properties('w:rPr', sizes(body.sizePt)),
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

/** A picture needs a line as high as it is; an exact line height would cut it. */
function figureStyle(): XmlElement {
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
      w('spacing', { before: 120, after: 120, line: 240, lineRule: 'auto' }),
      w('jc', { val: 'center' }),
    ]),
  );
}

/** The first line's indent of a heading, as its numbering level must repeat it: a level's own wins over a style's. */
export function headingIndent(article: Article, sheet: StyleSheet, level: number): XmlElement {
  const look = headingLooks(article)[Math.min(level, HEADING_LEVELS - 1)] ?? 'heading-6';
  return indentation(sheet.styles[look], sheet) || w('ind', { left: 0, firstLine: 0 });
}
