import { child, numberOf, toggleOf, toNumber, valOf, type XmlElement } from './xml.js';

/** What the properties of a paragraph, or of the style of one, say. Absent: they say nothing. */
export interface ParagraphLook {
  /** `w:outlineLvl`: 0 to 8 make headings of level 1 to 9, 9 is text. */
  readonly outline?: number;
  /** 0 takes an inherited number away. */
  readonly numId?: number;
  readonly listLevel?: number;
  readonly align?: 'center' | 'end' | 'start';
  /** In twips, or in hundredths of a character where that is what is written. */
  readonly left?: number;
  readonly leftChars?: number;
  readonly firstLine?: number;
  readonly firstLineChars?: number;
  /** Nothing is shown of it but a line below or above: Word's own horizontal rule. */
  readonly ruled?: boolean;
}

const ALIGNS: Readonly<Record<string, ParagraphLook['align']>> = {
  center: 'center',
  right: 'end',
  end: 'end',
};

/** @see ISO/IEC 29500-1, 17.3.1 */
export function readParagraphLook(properties: XmlElement | undefined): ParagraphLook {
  if (!properties || properties.children.length === 0) return NO_LOOK;
  const outline = numberOf(properties, 'w:outlineLvl');
  const numbers = child(properties, 'w:numPr');
  const numId = numberOf(numbers, 'w:numId');
  const listLevel = numberOf(numbers, 'w:ilvl');
  const justify = valOf(properties, 'w:jc');
  const border = child(properties, 'w:pBdr');
  return {
    ...(outline !== undefined && { outline }),
    ...(numId !== undefined && { numId }),
    ...(listLevel !== undefined && { listLevel: Math.min(8, Math.max(0, listLevel)) }),
    ...(justify !== undefined && { align: ALIGNS[justify] ?? 'start' }),
    ...readIndent(child(properties, 'w:ind')),
    ...(border && { ruled: isRule(border) }),
  };
}

const NO_LOOK: ParagraphLook = {};

function readIndent(indent: XmlElement | undefined): ParagraphLook {
  if (!indent) return NO_LOOK;
  const of = (...names: string[]): number | undefined =>
    names.map((name) => toNumber(indent.attributes.get(name))).find((each) => each !== undefined);
  const hanging = of('hanging');
  const hangingChars = of('hangingChars');
  const left = of('left', 'start');
  const leftChars = of('leftChars', 'startChars');
  const firstLine = hanging ? -hanging : of('firstLine');
  const firstLineChars = hangingChars ? -hangingChars : of('firstLineChars');
  return {
    ...(left !== undefined && { left }),
    ...(leftChars !== undefined && { leftChars }),
    ...(firstLine !== undefined && { firstLine }),
    ...(firstLineChars !== undefined && { firstLineChars }),
  };
}

function isRule(border: XmlElement): boolean {
  const shown = border.children.filter(
    (side) => !/^(?:none|nil)$/.test(side.attributes.get('val') ?? 'none'),
  );
  return shown.length === 1 && /^w:(?:top|bottom|between)$/.test(shown[0]?.name ?? '');
}

/** Where the first line begins, and the others, in ems of the text's own size; never less than 0. */
export function indentsEm(look: ParagraphLook, halfPoints: number): { indentEm: number; leftEm: number } {
  const em = (twips: number | undefined, hundredths: number | undefined): number =>
    hundredths ? hundredths / 100 : (twips ?? 0) / (halfPoints * 10);
  const rounded = (width: number): number => Math.max(0, Math.round(width * 10) / 10);
  const left = em(look.left, look.leftChars);
  return { indentEm: rounded(left + em(look.firstLine, look.firstLineChars)), leftEm: rounded(left) };
}

/** What Word writes between the first line and its number's text is not an indent of the text. */
export function leftTwips(look: ParagraphLook): number {
  return look.left ?? 0;
}

/** Its first line begins before the others, for a number or sign. */
export function isHanging({ firstLine = 0, firstLineChars = 0 }: ParagraphLook): boolean {
  return firstLine < 0 || firstLineChars < 0;
}

/** Whether the end of the paragraph is none: a change took it away, or it only parts two styles in one line. */
export function runsOn(properties: XmlElement | undefined): boolean {
  return isRemovedEnd(properties) || toggleOf(child(properties, 'w:rPr'), 'w:specVanish') === true;
}

/** A change took the end of the paragraph away. */
export function isRemovedEnd(properties: XmlElement | undefined): boolean {
  const mark = child(properties, 'w:rPr');
  return (child(mark, 'w:del') ?? child(mark, 'w:moveFrom')) !== undefined;
}

/** 首字下沉: a frame around the first character, which belongs to the paragraph below. */
export function isDropCap(properties: XmlElement | undefined): boolean {
  return /^(?:drop|margin)$/.test(child(properties, 'w:framePr')?.attributes.get('dropCap') ?? '');
}
