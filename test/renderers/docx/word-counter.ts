import { formatHan, formatLegal } from '../../../src/numbering/index.js';
import { attribute, elements, part, textOf, unescaped } from './word-file.js';

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly gap: string;
  readonly restarts: boolean;
}

/**
 * The headings of a Word file as Word shows them, counted from the numbering part alone: one counter for each
 * level of a definition, set back by a heading above it, and by the first use of a list that overrides its start.
 *
 * @param startsOverAt Where a level whose start is overridden goes when a heading above sets it back. The standard
 *   says at the override; not every program does. Ours must read the same either way.
 *
 * @see ISO/IEC 29500-1, 17.9
 */
export function headingsInWord(bytes: Uint8Array, startsOverAt: 'override' | 'one'): string[] {
  return numbered(bytes, startsOverAt, /^Heading\d$/);
}

/** The paragraphs of a file below its title as Word shows them: numbers, signs, text without its tabs. */
export function paragraphsInWord(bytes: Uint8Array): string[] {
  return numbered(bytes, 'override', /^(?!Title|Attribution)/).filter((line) => line !== '');
}

function numbered(bytes: Uint8Array, startsOverAt: 'override' | 'one', named: RegExp): string[] {
  const counter = new WordCounter(part(bytes, 'word/numbering.xml'), startsOverAt);
  const styles = new Map(
    elements(part(bytes, 'word/styles.xml'), 'style').map((style) => [
      attribute(style, 'w:styleId') ?? '',
      style,
    ]),
  );
  return elements(part(bytes, 'word/document.xml'), 'p').flatMap((paragraph) => {
    const style = /<w:pStyle w:val="(\w+)"\/>/.exec(paragraph)?.[1] ?? '';
    if (!named.test(style)) return [];
    const numbering = elements(paragraph, 'numPr')[0] ?? elements(styles.get(style) ?? '', 'numPr')[0] ?? '';
    const listId = numberIn(numbering, 'numId');
    const label =
      listId === undefined || listId === 0 ? '' : counter.next(listId, numberIn(numbering, 'ilvl') ?? 0);
    return [label + textOf(paragraph)];
  });
}

function numberIn(xml: string, name: string): number | undefined {
  const value = new RegExp(`<w:${name} w:val="(-?\\d+)"/>`).exec(xml)?.[1];
  return value === undefined ? undefined : Number(value);
}

class WordCounter {
  private readonly definitions = new Map<number, Level[]>();
  private readonly lists = new Map<
    number,
    { definition: number; overrides: Map<number, number>; begun: Set<number> }
  >();
  private readonly counts = new Map<number, (number | undefined)[]>();

  private readonly startsOverAt: 'override' | 'one';

  constructor(xml: string, startsOverAt: 'override' | 'one') {
    this.startsOverAt = startsOverAt;
    for (const definition of elements(xml, 'abstractNum')) {
      this.definitions.set(
        Number(attribute(definition, 'w:abstractNumId')),
        elements(definition, 'lvl').map(readLevel),
      );
    }
    for (const list of elements(xml, 'num')) {
      const overrides = [...list.matchAll(/w:ilvl="(\d+)"><w:startOverride w:val="(\d+)"/g)];
      this.lists.set(Number(attribute(list, 'w:numId')), {
        definition: numberIn(list, 'abstractNumId') ?? -1,
        begun: new Set(),
        overrides: new Map(overrides.map(([, level, start]) => [Number(level), Number(start)])),
      });
    }
  }

  next(listId: number, level: number): string {
    const list = this.lists.get(listId);
    const levels = this.definitions.get(list?.definition ?? -1);
    const current = levels?.[level];
    if (!list || !levels || !current) throw new RangeError(`there is no level ${level} in list ${listId}`);
    const counts = this.counts.get(list.definition) ?? [];
    this.counts.set(list.definition, counts);
    const override = list.overrides.get(level);
    const isFirst = !list.begun.has(level);
    list.begun.add(level);
    const restart = this.startsOverAt === 'override' ? (override ?? current.start) : current.start;
    const next = counts[level] === undefined ? restart : counts[level] + 1;
    counts[level] = isFirst && override !== undefined ? override : next;
    for (let below = level + 1; below < levels.length; below += 1) {
      if (levels[below]?.restarts) counts[below] = undefined;
    }
    const shown = current.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const isLegal = at !== level;
      return written(isLegal ? 'decimal' : current.format, counts[at] ?? levels[at]?.start ?? 1);
    });
    return shown + current.gap;
  }
}

function readLevel(xml: string): Level {
  return {
    start: numberIn(xml, 'start') ?? 1,
    format: attribute(elements(xml, 'numFmt')[0] ?? '', 'w:val') ?? '',
    text: unescaped(attribute(elements(xml, 'lvlText')[0] ?? '', 'w:val') ?? ''),
    gap: xml.includes('<w:suff w:val="space"/>') ? ' ' : '',
    restarts: !xml.includes('<w:lvlRestart w:val="0"/>'),
  };
}

const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

const WRITERS: Readonly<Record<string, (count: number) => string>> = {
  bullet: () => '',
  upperRoman: (count) => ROMAN[count] ?? '',
  lowerRoman: (count) => (ROMAN[count] ?? '').toLowerCase(),
  none: () => '',
  decimal: String,
  chineseCountingThousand: formatHan,
  chineseLegalSimplified: formatLegal,
  decimalZero: (count) => String(count).padStart(2, '0'),
  decimalEnclosedCircleChinese: (count) => String.fromCodePoint(0x245f + count),
  upperLetter: (count) => String.fromCodePoint(0x40 + count),
  lowerLetter: (count) => String.fromCodePoint(0x60 + count),
};

function written(format: string, count: number): string {
  const write = WRITERS[format];
  if (!write) throw new RangeError(`no test writes ${format}`);
  return write(count);
}
