import type { ParagraphSettings, TextLook } from '../inline.js';
import type { FontMetrics } from '../metrics.js';
import { CharClass, CLASS_COUNT, isLatin } from './characters.js';
import { type ClusterList, FORBIDDEN, NEVER } from './cluster-list.js';
import type { Characters } from './gather.js';
import { glyphTable } from './glyph-table.js';
import { BARRED, CLOSER, type PlaceRules, placeRules } from './place-rules.js';
import { Scratch } from './scratch.js';
import { GapKind } from './spacing.js';

const C = CharClass;
const G = GapKind;

/** —— may start a line below the strict level, but rather not. */
const BEFORE_DASH = 12;
/** Between the parts of a date or number: worse than an uneven line, better than one with 0.1 em between its Han. */
const IN_DATE = 400;

/** Han that stay with the digits before them. @see GB/T 9704-1999, 8.2.3: numerals do not turn over lines */
const AFTER_DIGITS = new Set(
  [...'年月日号时点分秒章节条款项页'].map((char) => char.codePointAt(0) as number),
);
const DATE_PARTS = new Set([...'年月'].map((char) => char.codePointAt(0) as number));

/** Units that stay with their number across a space. */
const UNITS = new Set(
  (
    'm km cm mm nm μm g kg mg t L l ml mL s ms min h d Hz kHz MHz GHz B KB kB MB GB TB PB Kbps Mbps Gbps ' +
    'V kV mV A mA Ah mAh W kW MW GW Wh kWh J kJ N Pa kPa MPa bar K °C °F mol cal kcal dB lx lm px pt em fps rpm ' +
    'ha acre oz lb ft in mi mph USD RMB CNY EUR'
  ).split(' '),
);

/**
 * Says of each place between two clusters how wide it is, how far it gives, and what it costs to end a line
 * there. Penalties inside words are already set and stay.
 */
export function setBoundaries(
  clusters: ClusterList,
  settings: ParagraphSettings,
  metrics: FontMetrics,
): void {
  new BoundarySetter(clusters, settings, metrics).setAll();
}

const CELLS: Scratch<Float64Array> = new Scratch(Float64Array);

class BoundarySetter {
  readonly #clusters: ClusterList;
  readonly #characters: Characters;
  readonly #metrics: FontMetrics;
  readonly #rules: PlaceRules;
  /** One cell of each item. */
  readonly #cellOfItem: Float64Array;
  readonly #stacksInCells: boolean;
  /** All clusters are of one cell, and none stands in one by an exception. */
  readonly #isEven: boolean;

  constructor(clusters: ClusterList, settings: ParagraphSettings, metrics: FontMetrics) {
    const { looks } = clusters.characters;
    this.#clusters = clusters;
    this.#characters = clusters.characters;
    this.#metrics = metrics;
    this.#rules = placeRules(settings);
    const scale = settings.cellPt / settings.sizePt;
    this.#stacksInCells = settings.stackedQuery === 'gb';
    this.#cellOfItem = CELLS.take(looks.length);
    for (let index = 0; index < looks.length; index++) {
      this.#cellOfItem[index] = (looks[index] as TextLook).sizePt * scale;
    }
    this.#isEven =
      settings.vertical !== true && looks.every((look) => look.sizePt === looks[0]?.sizePt && !look.verbatim);
  }

  setAll(): void {
    const { count, first, last, charStart, penalty, kind, em, gap } = this.#clusters;
    const { plain, wishedEm } = this.#rules;
    const cell = this.#cellOfItem[0] as number;
    const isEven = this.#isEven;
    // The last cluster that is no space: marks and words look past spaces at each other.
    let left = isSpace(first[0] as number) ? -1 : 0;
    for (let right = 1; right < count; right++) {
      const rightClass = first[right] as number;
      const leftClass = last[right - 1] as number;
      const place = plain[leftClass * CLASS_COUNT + rightClass] as number;
      if (isEven && place < CLOSER && charStart[right] === (charStart[right - 1] as number) + 1) {
        const kindHere = place & ~BARRED;
        if (place >= BARRED) penalty[right] = FORBIDDEN;
        if (kindHere !== G.None) {
          kind[right] = kindHere;
          em[right] = cell;
          gap[right] = (wishedEm[kindHere] as number) * cell;
        }
        left = right;
      } else if (isSpace(rightClass)) this.#setBeforeSpace(right);
      else {
        if (left === right - 1) this.#setAdjacent(right, leftClass, rightClass);
        else this.#setOverSpace(left, right);
        left = right;
      }
    }
  }

  #setAdjacent(right: number, leftClass: number, rightClass: number): void {
    const clusters = this.#clusters;
    // Pieces of one word.
    if ((clusters.penalty[right] as number) > 0) return;
    const pair = leftClass * CLASS_COUNT + rightClass;
    const kind = this.#rules.kinds[pair] as GapKind;
    if (kind !== G.None) this.#setGap(right, right - 1, kind);
    const isNext = clusters.charStart[right] === (clusters.charStart[right - 1] as number) + 1;
    const nearDigit = this.#isNearDigit(right);
    if (leftClass === C.Han && rightClass === C.Han && isNext && !nearDigit) return;
    if (this.#rules.forbidden[pair] === 1) clusters.penalty[right] = FORBIDDEN;
    else if (rightClass === C.Dash) clusters.penalty[right] = BEFORE_DASH;
    else if (nearDigit) this.#keepDate(right);
    this.#heedControls(right);
  }

  #setGap(right: number, left: number, kind: GapKind): void {
    const clusters = this.#clusters;
    const owner = ownsGap(clusters.first[right] as number) ? right : left;
    if (kind === G.HanLatin && this.#isCode(left) && this.#isCode(right)) kind = G.Text;
    if (kind === G.Stop && this.#stacksInCells && this.#fillsCells(left)) kind = G.Text;
    const em = this.#cellOfItem[clusters.itemIndex(owner)] as number;
    clusters.kind[right] = kind;
    clusters.em[right] = em;
    clusters.gap[right] = (this.#rules.wishedEm[kind] as number) * em;
  }

  /**
   * Two full-width ? or ! in one cell and three in two: an even stack fills its cells and has no blank.
   * @see GB/T 15834-2011, 5.1.2
   */
  #fillsCells(last: number): boolean {
    const { first } = this.#clusters;
    let count = 0;
    while (count <= last && first[last - count] === C.Query) count++;
    return count > 0 && count % 2 === 0;
  }

  #isCode(index: number): boolean {
    return this.#characters.looks[this.#clusters.itemIndex(index)]?.verbatim === true;
  }

  /** Asked of characters: a digit that stands in a cell of a column is as a Han to its neighbours. */
  #isNearDigit(right: number): boolean {
    const { classes } = this.#characters;
    const char = this.#clusters.charStart[right] as number;
    return classes[char] === C.Digit || classes[char - 1] === C.Digit;
  }

  /** 2021年 stays whole at any price, 2021年10月1日 unless that leaves a gappy line. */
  #keepDate(right: number): void {
    const { clusters, codePoints } = { clusters: this.#clusters, codePoints: this.#characters.codePoints };
    const char = clusters.charStart[right] as number;
    if (this.#characters.classes[char - 1] === C.Digit) {
      if (AFTER_DIGITS.has(codePoints[char] as number)) clusters.penalty[right] = FORBIDDEN;
      return;
    }
    const afterPart = DATE_PARTS.has(codePoints[char - 1] as number);
    if (afterPart && this.#characters.classes[char - 2] === C.Digit) clusters.penalty[right] = IN_DATE;
  }

  /** Invisible characters say where a line may or may not end; marks keep their rules all the same. */
  #heedControls(right: number): void {
    const { clusters, characters } = { clusters: this.#clusters, characters: this.#characters };
    const start = clusters.charStart[right] as number;
    const inWord =
      isLatin(clusters.last[right - 1] as CharClass) && isLatin(clusters.first[right] as CharClass);
    for (let char = start - 1; char > (clusters.charStart[right - 1] as number); char--) {
      const charClass = characters.classes[char];
      if (charClass === C.NoBreakHere || characters.codePoints[char] === JOINER) {
        clusters.penalty[right] = FORBIDDEN;
      }
      if (charClass === C.BreakHere && inWord) clusters.penalty[right] = 0;
      else if (charClass === C.SoftHyphen && inWord) {
        clusters.penalty[right] = SOFT_HYPHEN;
        clusters.hyphen[right] = 1;
      }
    }
  }

  /** A line never ends before a space; several in a row are as wide as one, those of code and U+3000 excepted. */
  #setBeforeSpace(right: number): void {
    this.#clusters.penalty[right] = NEVER;
    this.#setFixed(right);
  }

  #setOverSpace(left: number, right: number): void {
    const clusters = this.#clusters;
    const space = right - 1;
    const leftClass = left < 0 ? C.Letter : (clusters.last[left] as number);
    const rightClass = clusters.first[right] as number;
    const pair = leftClass * CLASS_COUNT + rightClass;
    if (!this.#setFixed(right)) {
      const kind = this.#rules.kindsOverSpace[pair] as GapKind;
      if (kind === G.WordSpace) this.#setWordSpace(right, space);
      else if (left >= 0) this.#setGap(right, left, kind);
    }
    clusters.penalty[right] = left < 0 ? FORBIDDEN : this.#penaltyOverSpace(left, right, pair);
    this.#heedControls(right);
  }

  #penaltyOverSpace(left: number, right: number, pair: number): number {
    const clusters = this.#clusters;
    for (let space = left + 1; space < right; space++) {
      if (clusters.first[space] === C.NoBreakSpace) return FORBIDDEN;
    }
    const [leftClass, rightClass] = [clusters.last[left] as number, clusters.first[right] as number];
    const bothLatin = leftClass >= C.Letter && rightClass >= C.Letter;
    const blocked = rightClass === C.LatinClose || leftClass === C.LatinOpen || rightClass === C.NoteMark;
    if (bothLatin ? blocked : this.#rules.forbidden[pair] === 1) return FORBIDDEN;
    if (leftClass !== C.Digit) return 0;
    if (rightClass === C.Letter) return this.#isUnit(right) ? FORBIDDEN : 0;
    return rightClass === C.Digit && this.#isGroup(right) ? IN_DATE : 0;
  }

  /** Three digits after a space: 1 000 000 is one number. @see GB/T 15835-2011 on the grouping of digits */
  #isGroup(right: number): boolean {
    const from = this.#clusters.textStart(right);
    return /^\d{3}(?!\d)/.test(this.#characters.text.slice(from, from + 4));
  }

  #isUnit(right: number): boolean {
    const { text } = this.#characters;
    const from = this.#clusters.textStart(right);
    return UNITS.has(/^[A-Za-z\u00B5\u03BC\u00B0]*/.exec(text.slice(from, from + 6))?.[0] ?? '');
  }

  #setWordSpace(right: number, space: number): void {
    const clusters = this.#clusters;
    const look = this.#characters.looks[clusters.itemIndex(space)];
    if (!look) return;
    clusters.kind[right] = G.WordSpace;
    clusters.em[right] = look.sizePt;
    clusters.gap[right] = Math.min(MAX_SPACE_EM, this.#spaceEm(look.family, look.weight)) * look.sizePt;
  }

  #spaceEm(family: string, weight: 'regular' | 'bold'): number {
    const table = glyphTable(this.#metrics, family, weight);
    const slot = table.slot(0x20);
    return (table.faces[slot] as number) < 0 ? DEFAULT_SPACE_EM : (table.advancesEm[slot] as number);
  }

  /** After U+3000 and the spaces of code stands their own width. @returns Whether the place follows such a space. */
  #setFixed(right: number): boolean {
    const clusters = this.#clusters;
    const space = right - 1;
    const spaceClass = clusters.first[space] as number;
    if (!isSpace(spaceClass)) return false;
    const itemIndex = clusters.itemIndex(space);
    const look = this.#characters.looks[itemIndex];
    if (spaceClass !== C.WideSpace && !look?.verbatim) return false;
    clusters.kind[right] = G.Fixed;
    clusters.gap[right] =
      spaceClass === C.WideSpace || !look
        ? (this.#cellOfItem[itemIndex] as number)
        : this.#spaceEm(look.family, look.weight) * look.sizePt;
    return true;
  }
}

const SOFT_HYPHEN = 30;
/** Joins pictures into one (a family, a profession). @see UAX #14, LB8a */
const JOINER = 0x200d;
/** A typed space is between a quarter and a third of an em wide. */
const MAX_SPACE_EM = 1 / 3;
const DEFAULT_SPACE_EM = 0.25;

const isSpace = (charClass: number): boolean => charClass >= C.Space && charClass <= C.WideSpace;

/** Whether the gap before a cluster counts in that cluster's em: openers carry theirs, so do Han after Latin. */
const ownsGap = (charClass: number): boolean => charClass === C.Open || charClass === C.Han;
