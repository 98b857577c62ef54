import { element, type XmlElement } from './xml.js';

/** How the letters of a run stand. @see ISO/IEC 29500-1, 22.1.2.94 (rPr): scr, sty, nor */
export interface MathLook {
  readonly script?: 'double-struck' | 'script' | 'fraktur' | 'sans-serif' | 'monospace';
  /** Absent: letters slant, as in every formula. */
  readonly style?: 'p' | 'b' | 'bi';
  /** Words among the signs. */
  readonly isText?: true;
}

/**
 * Letters of other alphabets stand in a block of their own in Unicode; Word has them as plain letters with a look.
 * `A-Za-z` in rows of 52 from U+1D400, with holes where the letter stands elsewhere.
 */
const LETTER_ROWS: readonly MathLook[] = [
  { style: 'b' },
  {},
  { style: 'bi' },
  { script: 'script' },
  { script: 'script', style: 'b' },
  { script: 'fraktur' },
  { script: 'double-struck' },
  { script: 'fraktur', style: 'b' },
  { script: 'sans-serif', style: 'p' },
  { script: 'sans-serif', style: 'b' },
  { script: 'sans-serif' },
  { script: 'sans-serif', style: 'bi' },
  { script: 'monospace' },
];
const FIRST_LETTER = 0x1d400;
/** Greek in rows of 58 from U+1D6A8: bold, slanted, bold and slanted. */
const GREEK_ROWS: readonly MathLook[] = [{ style: 'b' }, {}, { style: 'bi' }];
const [FIRST_GREEK, GREEK_ROW] = [0x1d6a8, 58];
/** Digits in rows of ten from U+1D7CE. */
const DIGIT_ROWS: readonly MathLook[] = [
  { style: 'b' },
  { script: 'double-struck' },
  { script: 'sans-serif' },
  { script: 'sans-serif', style: 'b' },
  { script: 'monospace' },
];
const FIRST_DIGIT = 0x1d7ce;

/** The holes: letters that Unicode had before. */
const OLD_LETTERS: Readonly<Record<string, MathLook>> = {
  ...looks('ℂℍℕℙℚℝℤ', { script: 'double-struck' }),
  ...looks('ℬℰℱℋℐℒℳℛℊℴ', { script: 'script' }),
  ...looks('ℭℌℑℜℨ', { script: 'fraktur' }),
};

function looks(letters: string, look: MathLook): Record<string, MathLook> {
  return Object.fromEntries([...letters].map((letter) => [letter, look]));
}

/** A letter of another alphabet as the plain letter and its look; any other character as it is. */
export function plainLetter(char: string): { readonly char: string; readonly look?: MathLook } {
  const look = lookOf(char);
  return look ? { char: char.normalize('NFKC'), look } : { char };
}

function lookOf(char: string): MathLook | undefined {
  const code = char.codePointAt(0) ?? 0;
  if (code < FIRST_LETTER) return Object.hasOwn(OLD_LETTERS, char) ? OLD_LETTERS[char] : undefined;
  if (code < FIRST_LETTER + 52 * LETTER_ROWS.length)
    return LETTER_ROWS[Math.floor((code - FIRST_LETTER) / 52)];
  if (code < FIRST_GREEK) return undefined;
  if (code < FIRST_DIGIT) return GREEK_ROWS[Math.floor((code - FIRST_GREEK) / GREEK_ROW)];
  return DIGIT_ROWS[Math.floor((code - FIRST_DIGIT) / 10)];
}

/** A run of a formula. @see ISO/IEC 29500-1, 22.1.2.87 (r) */
export function mathRun(text: string, { script, style, isText }: MathLook = {}): XmlElement {
  const properties = [
    isText && element('m:nor'),
    script !== undefined && element('m:scr', { 'm:val': script }),
    style !== undefined && element('m:sty', { 'm:val': style }),
  ].filter((each) => typeof each === 'object');
  return element(
    'm:r',
    {},
    properties.length > 0 && element('m:rPr', {}, ...properties),
    element('m:t', { 'xml:space': 'preserve' }, text),
  );
}

/** Neighbouring runs of one look as one run, as a person types them. */
export function joinRuns(nodes: readonly XmlElement[]): XmlElement[] {
  const joined: XmlElement[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last && node.name === 'm:r' && last.name === 'm:r' && propertiesOf(last) === propertiesOf(node)) {
      joined[joined.length - 1] = withText(last, textOf(last) + textOf(node));
    } else joined.push(node);
  }
  return joined;
}

const propertiesOf = (run: XmlElement): string => JSON.stringify(run.children.slice(0, -1));

function textOf(run: XmlElement): string {
  const last = run.children.at(-1);
  return typeof last === 'object' ? String(last.children[0] ?? '') : '';
}

function withText(run: XmlElement, text: string): XmlElement {
  const words = element('m:t', { 'xml:space': 'preserve' }, text);
  return { ...run, children: [...run.children.slice(0, -1), words] };
}
