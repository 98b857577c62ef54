import { isBullet, isChinese } from './number-formats.js';
import type { Styles } from './styles.js';
import { child, childrenNamed, numberOf, toggleOf, toNumber, valOf, type XmlElement } from './xml.js';

/** One level of a list as it numbers its paragraphs. */
export interface ListLevel {
  readonly start: number;
  /** ST_NumberFormat, or a sample like `001, 002` for one of the user's own. */
  readonly format: string;
  /** What is printed, `%1` to `%9` standing for the numbers of the levels. */
  readonly text: string;
  readonly suffix: 'tab' | 'space' | 'nothing';
  /** All numbers in decimals. */
  readonly isLegal: boolean;
  /** It starts again after a paragraph of this level or one above it, counted from 1; 0: never. */
  readonly restartAfter: number;
  /** Style whose paragraphs are of this level. */
  readonly styleId: string | undefined;
  /** Where the text of its paragraphs begins. */
  readonly leftTwips: number;
}

/** A list: lists that share their definition count on, unless they start anew. */
export interface List {
  readonly definition: string;
  readonly levels: readonly ListLevel[];
  /** By level, the number to start from when the list is first used. */
  readonly restarts: ReadonlyMap<number, number>;
}

/** Word has nine levels. */
const LEVELS = 9;
const NO_LEVEL: ListLevel = {
  start: 1,
  format: 'decimal',
  text: '',
  suffix: 'tab',
  isLegal: false,
  restartAfter: LEVELS,
  styleId: undefined,
  leftTwips: 0,
};

/** @see ISO/IEC 29500-1, 17.9 */
export class Numbering {
  readonly #definitions = new Map<number, XmlElement>();
  readonly #numbers = new Map<number, XmlElement>();
  readonly #lists = new Map<number, List | undefined>();
  readonly #styles: Styles;

  constructor(root: XmlElement | undefined, styles: Styles) {
    this.#styles = styles;
    for (const definition of childrenNamed(root, 'w:abstractNum')) {
      this.#definitions.set(toNumber(definition.attributes.get('abstractNumId')) ?? -1, definition);
    }
    for (const number of childrenNamed(root, 'w:num')) {
      this.#numbers.set(toNumber(number.attributes.get('numId')) ?? -1, number);
    }
  }

  /** The list of a number that paragraphs name; undefined when the document has none. */
  list(numId: number): List | undefined {
    if (!this.#lists.has(numId)) this.#lists.set(numId, this.#read(numId));
    return this.#lists.get(numId);
  }

  #read(numId: number): List | undefined {
    const number = this.#numbers.get(numId);
    const definitionId = this.#definitionOf(numId);
    const definition = definitionId === undefined ? undefined : this.#definitions.get(definitionId);
    if (!number || !definition) return undefined;
    const levels: ListLevel[] = Array.from({ length: LEVELS }, (_, level) => ({
      ...NO_LEVEL,
      restartAfter: level,
    }));
    for (const level of childrenNamed(definition, 'w:lvl')) putLevel(levels, level);
    const restarts = new Map<number, number>();
    for (const override of childrenNamed(number, 'w:lvlOverride')) {
      const at = toNumber(override.attributes.get('ilvl')) ?? 0;
      const start = numberOf(override, 'w:startOverride');
      if (start !== undefined) restarts.set(at, start);
      const own = child(override, 'w:lvl');
      if (own) putLevel(levels, own, at);
    }
    return { definition: String(definitionId), levels, restarts };
  }

  /** A definition may say that it is the one of a list style: `numStyleLink`, which leads to a further number. */
  #definitionOf(numId: number): number | undefined {
    const seen = new Set<number>();
    for (let next: number | undefined = numId; next !== undefined && !seen.has(next); ) {
      seen.add(next);
      const number = this.#numbers.get(next);
      const definitionId = numberOf(number, 'w:abstractNumId');
      const definition = definitionId === undefined ? undefined : this.#definitions.get(definitionId);
      const link = valOf(definition, 'w:numStyleLink');
      if (link === undefined) return definitionId;
      next = this.#styles.listOf(link);
    }
    return undefined;
  }
}

function putLevel(levels: ListLevel[], element: XmlElement, overridden?: number): void {
  const at = overridden ?? toNumber(element.attributes.get('ilvl')) ?? 0;
  if (at < 0 || at >= LEVELS) return;
  const isPicture = child(element, 'w:lvlPicBulletId') !== undefined;
  const suffix = valOf(element, 'w:suff');
  const restart = numberOf(element, 'w:lvlRestart');
  levels[at] = {
    start: numberOf(element, 'w:start') ?? 0,
    format: isPicture ? 'bullet' : readFormat(element),
    text: isPicture ? '•' : (valOf(element, 'w:lvlText') ?? ''),
    suffix: suffix === 'space' || suffix === 'nothing' ? suffix : 'tab',
    isLegal: toggleOf(element, 'w:isLgl') === true,
    restartAfter: restart ?? at,
    styleId: valOf(element, 'w:pStyle'),
    leftTwips: toNumber(child(child(element, 'w:pPr'), 'w:ind')?.attributes.get('left')) ?? 0,
  };
}

/** A format of the user's own stands beside one of Word's for programs that do not know it. */
function readFormat(element: XmlElement): string {
  const choices = child(element, 'mc:AlternateContent');
  const written =
    child(element, 'w:numFmt') ??
    child(child(choices, 'mc:Choice'), 'w:numFmt') ??
    child(child(choices, 'mc:Fallback'), 'w:numFmt');
  const format = written?.attributes.get('val') ?? 'decimal';
  return format === 'custom' ? (written?.attributes.get('format') ?? 'decimal') : format;
}

/** The paragraphs of a level are items, marked by a sign. */
export function marksItems({ format, text }: ListLevel): boolean {
  return isBullet(format) || (format === 'none' && text.trim() === '');
}

/** One plain number and marks around it: the items of a list, not the clauses or chapters of a text. */
export function countsItems({ format, text }: ListLevel): boolean {
  return (
    !isChinese(format) &&
    !isBullet(format) &&
    format !== 'none' &&
    /^[^%]{0,2}%\d[^%]{0,2}$/.test(text) &&
    !/第/.test(text)
  );
}
