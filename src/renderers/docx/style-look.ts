import {
  type ParagraphStyle,
  type StyleName,
  type StyleSheet,
  toCharHundredths,
  toHalfPoints,
  toTwips,
} from '../../style/index.js';
import { contentsLevel } from './contents-styles.js';
import { standsInCells, tighteningTwips } from './document-grid.js';
import { headRule, runningPlace } from './running-styles.js';
import type { RunningStyle } from './word-styles.js';
import { w, type XmlElement } from './xml.js';

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

/** Ground of code and how far it reaches around the text, in points: as in the PDF. */
const CODE_GROUND = 'F4F4F4';
const CODE_PADDING_PT = 6;

/** Space around a picture or table, in body lines; as in the PDF. */
export const OBJECT_SPACE_LINES = 0.5;

/** What a style says of its paragraphs beyond Normal. */
export function paragraphProperties(
  style: ParagraphStyle,
  sheet: StyleSheet,
  name: StyleName,
): (XmlElement | false)[] {
  return [
    (style.keepWithNext || name === 'signature') && w('keepNext'),
    style.pageBreakBefore !== 'none' && w('pageBreakBefore'),
    spacing(style, sheet, name),
    ownIndentation(style, sheet, name),
    !standsOnGrid(style, sheet) && w('snapToGrid', { val: 0 }),
    SHARES_SPACE.has(name) && w('contextualSpacing'),
    name === 'code' && codeBorder(),
    name === 'code' && w('shd', { val: 'clear', color: 'auto', fill: CODE_GROUND }),
    ...justification(style, sheet, name),
    name === 'running-head' && headRule(sheet),
    name === 'code' && w('autoSpaceDE', { val: 0 }),
    name === 'code' && w('autoSpaceDN', { val: 0 }),
  ];
}

/** What stands by the page or in the contents has its place from elsewhere. */
function ownIndentation(style: ParagraphStyle, sheet: StyleSheet, name: StyleName): XmlElement | false {
  if (name === 'code') return codeIndent(style, sheet);
  return !isRunning(name) && contentsLevel(name) === undefined && indentation(style, sheet);
}

const isRunning = (name: StyleName): name is RunningStyle =>
  name === 'running-head' || name === 'page-number';

/** Lines above and below the page stand where those of an odd page do. */
function justification(style: ParagraphStyle, sheet: StyleSheet, name: StyleName): (XmlElement | false)[] {
  if (isRunning(name)) return runningPlace(name, 'odd', sheet);
  return [style.align !== sheet.styles.body.align && w('jc', { val: toJustification(style.align) })];
}

/** Word's ground ends at the text; a border of its colour carries it further. */
function codeBorder(): XmlElement {
  const edge = { val: 'single', sz: 4, space: CODE_PADDING_PT, color: CODE_GROUND };
  return w('pBdr', {}, w('top', edge), w('left', edge), w('bottom', edge), w('right', edge));
}

/** The text stands in, so that the ground ends with the measure. */
function codeIndent(style: ParagraphStyle, { page }: StyleSheet): XmlElement {
  const inset = (em: number): number => toTwips(em * page.cellPt + CODE_PADDING_PT);
  return w('ind', { left: inset(style.indentStartEm), right: inset(style.indentEndEm) });
}

/**
 * Lines of the body's size and height are the grid's own. LibreOffice would round any other up to whole grid lines,
 * exact as it is.
 */
function standsOnGrid(style: ParagraphStyle, sheet: StyleSheet): boolean {
  return standsInCells(style, sheet) && style.lineHeightPt === sheet.styles.body.lineHeightPt;
}

/** The line height is exact, so that lines fall where the PDF has them. */
function spacing(style: ParagraphStyle, sheet: StyleSheet, name: StyleName): XmlElement | false {
  const { before, after } =
    name === 'caption' ? spaceBelowCaption(style, sheet) : spaceAround(style, sheet, name);
  const ownLine = style.lineHeightPt !== sheet.styles.body.lineHeightPt;
  if (before === 0 && after === 0 && !ownLine) return false;
  return w('spacing', {
    before: before || undefined,
    after: after || undefined,
    ...(ownLine && { line: toTwips(style.lineHeightPt), lineRule: 'exact' }),
  });
}

/** A caption ends its picture, which keeps half a line from the text; the one above a table has a style of its own. */
function spaceBelowCaption(style: ParagraphStyle, sheet: StyleSheet): { before: number; after: number } {
  const { before, after } = spaceAround(style, sheet, 'caption');
  return { before, after: Math.max(after, toTwips(sheet.page.linePitchPt * OBJECT_SPACE_LINES)) };
}

/** Lines that stand out from the text and take whole body lines together with their space. */
const DISPLAY = /^(?:title|subtitle|part-title|heading-\d|contents-title|index-title)$/;

/** How far such a line may reach into the gaps around it before it costs a further line; as the PDF's grid has it. */
const TOLERANCE_LINES = 0.25;

const whole = (lines: number): number => Math.ceil(lines - 1e-6);

/**
 * Space above and below in twips; that of a display line is stretched or squeezed to whole body lines. Text that keeps
 * to the lines of the page begins on the next one, as in the PDF; a pause between scenes floats between two.
 */
function spaceAround(
  style: ParagraphStyle,
  { page, styles }: StyleSheet,
  name: StyleName,
): { before: number; after: number } {
  const [before, after] = [style.spaceBeforeLines, style.spaceAfterLines];
  const pitch = toTwips(page.linePitchPt);
  const isDisplay = DISPLAY.test(name);
  const isOnGrid = style.lineHeightPt === page.linePitchPt && name !== 'scene-break';
  if (isOnGrid && (!isDisplay || before + after === 0)) {
    return { before: whole(before) * pitch, after: whole(after) * pitch };
  }
  if (!isDisplay) return { before: Math.round(before * pitch), after: Math.round(after * pitch) };
  const heightLines = (style.sizePt - styles.body.sizePt) / page.linePitchPt + 1;
  const lines = Math.max(1, Math.ceil(heightLines + before + after - TOLERANCE_LINES - 1e-6));
  const room = Math.max(0, lines * pitch - toTwips(style.lineHeightPt));
  const above = before + after === 0 ? room / 2 : (room * before) / (before + after);
  return { before: Math.round(above), after: room - Math.round(above) };
}

/** In whole twips that are not more. */
function roundedDown(pt: number): number {
  const twips = toTwips(pt);
  return twips > pt * toTwips(1) + 1e-6 ? twips - 1 : twips;
}

/**
 * Indents in characters, which Word prefers, and in twips, which others need: LibreOffice has no first line
 * without them. The block's own indents count in ems of the body.
 */
export function indentation(style: ParagraphStyle, sheet: StyleSheet): XmlElement | false {
  const { firstLineIndentEm: first, indentStartEm: start, indentEndEm: end } = style;
  if (first === 0 && start === 0 && end === 0) return false;
  const blockEm = sheet.page.cellPt;
  // Rounded down: a twip more than two cells would be three in LibreOffice's grid.
  const ownEm = standsInCells(style, sheet) ? blockEm : style.sizePt;
  return w('ind', {
    ...(start !== 0 && { leftChars: toCharHundredths(start), left: toTwips(start * blockEm) }),
    ...(end !== 0 && { rightChars: toCharHundredths(end), right: toTwips(end * blockEm) }),
    ...(first !== 0 && { firstLineChars: toCharHundredths(first), firstLine: roundedDown(first * ownEm) }),
  });
}

/** What a style says of its text beyond Normal. */
export function runProperties(style: ParagraphStyle, sheet: StyleSheet): (XmlElement | false)[] {
  const { body } = sheet.styles;
  return [
    style.family !== body.family && faces(sheet, style.family),
    style.weight !== body.weight && w('b', style.weight === 'bold' ? {} : { val: 0 }),
    style.color !== body.color && w('color', { val: style.color.replace('#', '').toUpperCase() }),
    ...(style.sizePt === body.sizePt ? [] : sizes(style.sizePt)),
    tighteningTwips(sheet) !== 0 && !standsInCells(style, sheet) && w('spacing', { val: 0 }),
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

/** Size of all scripts. */
export const sizes = (sizePt: number): XmlElement[] => [
  w('sz', { val: toHalfPoints(sizePt) }),
  w('szCs', { val: toHalfPoints(sizePt) }),
];
