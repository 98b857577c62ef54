import type { SectionLabel } from '../../model/index.js';
import { type CaptionLabel, formatHan, parseHan } from '../../numbering/index.js';
import type { HeadingNumber } from './heading-counter.js';
import type { PlacedHeading } from './manuscript.js';
import { HEADING_LEVELS } from './word-styles.js';

/** How Word counts one caption. */
export interface CaptionFields {
  /** `SEQ 图 \* ARABIC`. */
  readonly sequence: string;
  /** `STYLEREF 1 \s` for the number of the chapter; absent: it stands as text. */
  readonly chapter?: string;
}

/** The numbers that a SEQ field writes, by its format switch. @see ISO/IEC 29500-1, 17.16.4.3.1 */
const FORMATS: readonly (readonly [name: string, write: (ordinal: number) => string])[] = [
  ['ARABIC', String],
  ['CHINESENUM3', formatHan],
];

/** The number of a heading for captions below it. */
interface Chapter {
  readonly digits: string;
  /** A field that asks for the heading's number prints the digits. */
  readonly isPrinted: boolean;
}

interface Sequence {
  count: number;
  /** Headings of each level that stood before its last caption. */
  readonly headings: number[];
}

/**
 * Counts captions as Word will: a sequence for each word (图, 表), which goes on through the document or begins again
 * below headings. An author's number that is not the next is given to the field, so that it shows that one.
 */
export class CaptionCounter {
  private readonly sequences = new Map<string, Sequence>();
  private readonly met: number[] = new Array<number>(HEADING_LEVELS).fill(0);
  private readonly open: (Chapter | undefined)[] = [];

  /** The text goes on below a heading. */
  enter({ level, written, label }: PlacedHeading): void {
    const at = Math.min(level, HEADING_LEVELS) - 1;
    this.met[at] = (this.met[at] ?? 0) + 1;
    this.open.length = Math.min(at, this.open.length);
    this.open[at] = written && chapterOf(written, label);
  }

  /** The fields of a caption, or undefined where no field would show its number as it is written. */
  next({ word, chapter, numeral }: CaptionLabel): CaptionFields | undefined {
    const ordinal = parseHan(numeral);
    const format = FORMATS.find(([, write]) => ordinal && write(ordinal) === numeral)?.[0];
    if (ordinal === undefined || format === undefined) return undefined;
    const name = word.replace(/[^\p{L}\p{N}]/gu, '');
    const level = chapter === '' ? -1 : this.open.findIndex((heading) => heading?.digits === chapter);
    const last = this.sequences.get(name) ?? { count: 0, headings: [] };
    const beginsAgain = level >= 0 && this.met[level] !== (last.headings[level] ?? 0);
    // LibreOffice counts on over `\s`: the first of a chapter is told its number as well
    const isNext = ordinal === last.count + 1 && !(beginsAgain && ordinal !== 1);
    this.sequences.set(name, { count: ordinal, headings: [...this.met] });
    return {
      sequence: [
        `SEQ ${name} \\* ${format}`,
        ...(isNext ? [] : [`\\r ${ordinal}`]),
        ...(level >= 0 ? [`\\s ${level + 1}`] : []),
      ].join(' '),
      ...(this.open[level]?.isPrinted && { chapter: `STYLEREF ${level + 1} \\s` }),
    };
  }
}

/** 第二章 has figures 2-1 and 2-2, but a field would print 二. */
function chapterOf({ scheme, numeral, ordinal }: SectionLabel, number: HeadingNumber): Chapter {
  const digits = scheme === 'decimal' ? numeral : String(ordinal);
  return { digits, isPrinted: number.by !== 'text' && numeral === digits };
}
