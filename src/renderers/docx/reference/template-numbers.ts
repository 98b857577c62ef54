import type { StyleBook, TemplateStyle } from './style-book.js';
import { child, childrenNamed, toggleOf, toNumber, valOf, type XmlNode } from './xml-tree.js';

/** How the template numbers a level of headings. */
export interface TemplateLevel {
  /** Levels of one list start each other again. */
  readonly listId: number;
  /** From 0, the level of the list. */
  readonly level: number;
  /** The usual one of those that print the same. */
  readonly format: string;
  /** Around the numbers, without blanks and marks at the ends: 第 and 章. */
  readonly before: string;
  readonly after: string;
  /** Numbers of levels above in front: 1 for `1.2`. Undefined when the numbers stand otherwise. */
  readonly levelsAbove: number | undefined;
  readonly start: number;
  /** All its numbers are digits, also those of levels above. */
  readonly isLegal: boolean;
  /** As the level writes it: `第%1章`. */
  readonly text: string;
  /** What stands between the number and the heading. */
  readonly gap: string;
}

/** Numeral systems that read alike up to ten: what an article writes cannot tell them apart. */
const USUAL_FORMATS: Readonly<Record<string, string>> = {
  chineseCounting: 'chineseCountingThousand',
  japaneseCounting: 'chineseCountingThousand',
  taiwaneseCounting: 'chineseCountingThousand',
  taiwaneseCountingThousand: 'chineseCountingThousand',
  koreanCounting: 'chineseCountingThousand',
  ideographDigital: 'chineseCountingThousand',
  ideographLegalTraditional: 'chineseLegalSimplified',
  decimalEnclosedCircle: 'decimalEnclosedCircleChinese',
};

/** Of formats that print the same signs, the one by which they go here. */
function usualFormat(format: string): string {
  return Object.hasOwn(USUAL_FORMATS, format) ? (USUAL_FORMATS[format] ?? format) : format;
}

/** What stands around a number, so that （一）and (一), 1. and 1 are told to be the same scheme. */
export function bareMark(text: string): string {
  return text.normalize('NFKC').replace(/^[\s.、:]+|[\s.、:]+$/g, '');
}

/** The numbers that the template's heading styles bring along, by level of heading (from 0). */
export function templateLevels(
  headings: ReadonlyMap<number, TemplateStyle>,
  book: StyleBook,
  numbering: XmlNode | undefined,
): Map<number, TemplateLevel> {
  const found = new Map<number, TemplateLevel>();
  for (const [heading, style] of headings) {
    const asked = book.look(style.id).numbering;
    const level =
      asked && asked.listId > 0 && readLevel(asked.listId, asked.level, style.id, book, numbering);
    if (level) found.set(heading, level);
  }
  return found;
}

function readLevel(
  listId: number,
  asked: number | undefined,
  styleId: string,
  book: StyleBook,
  numbering: XmlNode | undefined,
): TemplateLevel | undefined {
  const list = childrenNamed(numbering, 'w:num').find(
    ({ attributes }) => attributes.get('w:numId') === String(listId),
  );
  const definition = list && definitionOf(list, book, numbering);
  const levels = childrenNamed(definition, 'w:lvl');
  // A style may leave its level to the list, which names the style.
  const ownLevel = levels.find((each) => valOf(each, 'w:pStyle') === styleId)?.attributes.get('w:ilvl');
  const level = asked ?? toNumber(ownLevel) ?? 0;
  const isAt = ({ attributes }: XmlNode): boolean => toNumber(attributes.get('w:ilvl')) === level;
  const override = childrenNamed(list, 'w:lvlOverride').find(isAt);
  const found = child(override, 'w:lvl') ?? levels.find(isAt);
  const format = valOf(found, 'w:numFmt') ?? 'decimal';
  const text = valOf(found, 'w:lvlText') ?? '';
  if (!found || format === 'none' || format === 'bullet' || !/%[1-9]/.test(text)) return undefined;
  const start = toNumber(valOf(override, 'w:startOverride')) ?? toNumber(valOf(found, 'w:start')) ?? 1;
  const isLegal = toggleOf(found, 'w:isLgl') ?? false;
  const gap = valOf(found, 'w:suff') === 'nothing' ? '' : ' ';
  const shape = shapeOf(text, level);
  return {
    listId,
    level,
    format: isLegal ? 'decimal' : usualFormat(format),
    isLegal,
    start,
    text,
    gap,
    ...shape,
  };
}

/** A definition, also where it is kept in a style of lists. */
function definitionOf(list: XmlNode, book: StyleBook, numbering: XmlNode | undefined): XmlNode | undefined {
  const id = valOf(list, 'w:abstractNumId');
  const all = childrenNamed(numbering, 'w:abstractNum');
  const found = all.find(({ attributes }) => attributes.get('w:abstractNumId') === id);
  const styleId = valOf(found, 'w:numStyleLink');
  if (styleId === undefined || !book.has(styleId)) return found;
  return all.find((each) => valOf(each, 'w:styleLink') === styleId) ?? found;
}

function shapeOf(text: string, level: number): Pick<TemplateLevel, 'before' | 'after' | 'levelsAbove'> {
  const [, before = '', numbers = '', after = ''] = /^([^%]*)(%[1-9](?:\.%[1-9])*)([^%]*)$/.exec(text) ?? [];
  const levels = numbers === '' ? [] : numbers.split('.').map((each) => Number(each.slice(1)) - 1);
  const isRow =
    levels.length > 0 && levels.every((each, index) => each === level - (levels.length - 1) + index);
  return {
    before: bareMark(before),
    after: bareMark(after),
    levelsAbove: isRow ? levels.length - 1 : undefined,
  };
}
