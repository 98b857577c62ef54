import type { ShapedWord } from '../metrics.js';
import { isSyllableBreak } from './address-breaks.js';
import { CharClass, isLatin } from './characters.js';
import type { ClusterDesk } from './cluster-desk.js';
import { EMERGENCY, FORBIDDEN } from './cluster-list.js';
import { Stance, stanceOfWord } from './orientation.js';
import { GapKind } from './spacing.js';
import { type WordBreak, wordBreaks } from './word-breaks.js';

const C = CharClass;

/** From the letterlike symbols on (℃, №), signs beside numbers fill a cell. */
const FIRST_WIDE_SIGN = 0x2100;
/** How far a word is followed beyond its look; keeps a word of a thousand looks linear. */
const MOST_AROUND = 60;
/** Between the syllables of a name that no line could hold, and no hyphen may part: before gaps of a quarter of an em between Han. */
const IN_LONG_NAME = 2000;
/** Side bearing of a Latin quote cut out of a full-width one, about that of Latin text faces. */
const QUOTE_MARGIN_EM = 0.05;

/** Makes clusters of Latin words, numbers and marks of notes: each shaped as one, and cut where a line may end. */
export class WordClusters {
  readonly #desk: ClusterDesk;

  constructor(desk: ClusterDesk) {
    this.#desk = desk;
  }

  /** Whether a sign belongs to a Latin word or number rather than to a cell: $ and % do, ￥ and ℃ do not. */
  isInWord(char: number): boolean {
    return (this.#desk.characters.codePoints[char] as number) < FIRST_WIDE_SIGN;
  }

  /**
   * Adds everything up to the next space, Han or change of face, shaped as one and cut where a line may end.
   *
   * @returns The index after its last character.
   */
  add(from: number): number {
    const { classes, codePoints, itemIndexes, offsets, text } = this.#desk.characters;
    const table = this.#desk.wordTable;
    const firstSlot = this.#desk.slotOrMissing(from, classes[from] as number, this.#desk.cell / 2, table);
    if (firstSlot < 0) return from + 1;
    const face = table.faces[firstSlot] as number;
    if (this.#isWideQuote(from, firstSlot)) return this.#addNarrowed(from, firstSlot);
    let end = from + 1;
    while (end < classes.length && itemIndexes[end] === this.#desk.itemIndex) {
      const charClass = classes[end] as number;
      if (charClass !== C.Extend) {
        if (!this.#goesOn(end, charClass)) break;
        const slot = table.slot(codePoints[end] as number);
        if (table.faces[slot] !== face || this.#isWideQuote(end, slot)) break;
      }
      end++;
    }
    const word = text.slice(offsets[from], offsets[end]);
    if (!this.#desk.settings.vertical || !this.#addInCells(from, end, face, word)) {
      this.#addPieces(from, end, face, word);
    }
    return end;
  }

  #goesOn(char: number, charClass: number): boolean {
    if (isLatin(charClass as CharClass) || charClass === C.NoteMark) return true;
    return (charClass === C.Prefix || charClass === C.Postfix) && this.isInWord(char);
  }

  /** A short word that a column sets in cells, like Han. @returns False for one that lies along the column. */
  #addInCells(from: number, end: number, face: number, text: string): boolean {
    const isMark = this.#desk.characters.classes[from] === C.NoteMark;
    const stance = isMark ? Stance.Across : this.#desk.look.verbatim ? Stance.Along : stanceOfWord(text);
    if (stance === Stance.Along) return false;
    const word = this.#desk.word(face, text);
    const start = this.#desk.characters.offsets[from] as number;
    if (stance === Stance.Across || word.glyphs.length !== end - from) {
      const edge: [number, number] = isMark ? [C.NoteMark, C.NoteMark] : [C.Han, C.Han];
      this.#desk.clusters.addPiece(from, edge, this.#desk.cell, face, {
        word,
        from: 0,
        to: word.glyphs.length,
        start,
      });
      this.#desk.stand(Stance.Across);
      return true;
    }
    for (let at = 0; at < word.glyphs.length; at++) {
      this.#desk.clusters.add(from + at, C.Han, this.#desk.cell, 0, face, word.glyphs[at] as number);
      this.#desk.clusters.shift[this.#desk.clusters.count - 1] =
        (this.#desk.cell - this.#desk.look.sizePt) / 2;
      this.#desk.stand(Stance.Upright);
      if (at > 0) this.#desk.clusters.penalty[this.#desk.clusters.count - 1] = FORBIDDEN;
    }
    return true;
  }

  #addPieces(from: number, end: number, face: number, text: string): void {
    const { classes, offsets } = this.#desk.characters;
    const word = this.#desk.word(face, text);
    const start = offsets[from] as number;
    const isText = classes[from] !== C.NoteMark;
    const breaks = isText ? this.#breaksIn(from, end, text, word) : [];
    const lastClass = lastClassOf(classes, from, end);
    let char = from;
    let glyph = 0;
    for (let piece = 0; piece <= breaks.length; piece++) {
      const stop = breaks[piece];
      const glyphEnd = stop ? word.starts.indexOf(stop.at, glyph) : word.glyphs.length;
      if (glyphEnd < 0) continue; // inside a ligature
      let width = 0;
      for (let at = glyph; at < glyphEnd; at++) width += word.advancesEm[at] as number;
      const edge: [number, number] = [classes[char] as number, stop ? C.Letter : lastClass];
      this.#desk.clusters.addPiece(char, edge, width * this.#desk.look.sizePt, face, {
        word,
        from: glyph,
        to: glyphEnd,
        start,
      });
      if (!stop) break;
      glyph = glyphEnd;
      while ((offsets[char] as number) < start + stop.at) char++;
      this.#openPlace(stop);
    }
  }

  /**
   * Breaks by sense, and for a word that no line could hold also between all of its glyphs. A place before the first
   * glyph, of a word that began in another look, is opened at once.
   */
  #breaksIn(from: number, end: number, text: string, word: ShapedWord): readonly WordBreak[] {
    const [first, last] = this.#wholeWord(from, end);
    const isWhole = first === from && last === end;
    const breaks = this.#sensibleBreaks(from, first, last, text);
    const em = isWhole
      ? word.advancesEm.reduce((sum, advance) => sum + advance, 0)
      : this.#lengthEm(first, last);
    if (em * this.#desk.look.sizePt > this.#desk.narrowestPt) {
      const isHyphenated = breaks.some(({ hyphen }) => hyphen);
      const sensible = new Map(breaks.map((one) => [one.at, one]));
      const places = first === from ? word.starts.slice(1) : word.starts;
      return this.#openStart(
        places.map((at) => {
          const penalty = !isHyphenated && isSyllableBreak(text, at) ? IN_LONG_NAME : EMERGENCY;
          return sensible.get(at) ?? { at, penalty, hyphen: false, opens: true };
        }),
      );
    }
    return this.#openStart(breaks);
  }

  /** Those of the whole word, which may go on in other looks on both sides: `typo` in bold and `graphy` not. */
  #sensibleBreaks(from: number, first: number, last: number, text: string): readonly WordBreak[] {
    const wished = this.#desk.settings.hyphenate ? 'hyphenate' : 'plain';
    const manner = this.#desk.look.verbatim ? 'code' : wished;
    const { offsets, text: source } = this.#desk.characters;
    const whole = source.slice(offsets[first], offsets[last]);
    if (whole.length === text.length) return wordBreaks(text, manner);
    const start = (offsets[from] as number) - (offsets[first] as number);
    return wordBreaks(whole, manner)
      .map((one) => ({ ...one, at: one.at - start }))
      .filter(({ at }) => at >= 0 && at < text.length);
  }

  /** From where to where a word reaches that goes on in other looks. */
  #wholeWord(from: number, end: number): readonly [first: number, last: number] {
    let [first, last] = [from, end];
    while (first > 0 && from - first < MOST_AROUND && this.#isOfWord(first - 1)) first--;
    while (last - end < MOST_AROUND && this.#isOfWord(last)) last++;
    return [first, last];
  }

  /** Length in em of characters as this look would set them one by one. */
  #lengthEm(first: number, last: number): number {
    const { codePoints, classes } = this.#desk.characters;
    const table = this.#desk.wordTable;
    let sum = 0;
    for (let char = first; char < last; char++) {
      if (classes[char] !== C.Extend)
        sum += table.advancesEm[table.slot(codePoints[char] as number)] as number;
    }
    return sum;
  }

  #openStart(breaks: readonly WordBreak[]): readonly WordBreak[] {
    if (breaks[0]?.at !== 0) return breaks;
    this.#openPlace(breaks[0]);
    return breaks.slice(1);
  }

  /** Whether a character belongs to a word beside it, whatever its look. */
  #isOfWord(char: number): boolean {
    const { classes, itemIndexes, looks } = this.#desk.characters;
    const charClass = classes[char];
    if (charClass === undefined || !(charClass === C.Extend || this.#goesOn(char, charClass))) return false;
    if (charClass === C.NoteMark) return false;
    return looks[itemIndexes[char] as number]?.verbatim === this.#desk.look.verbatim;
  }

  /** Lets a line end before the next cluster. */
  #openPlace({ penalty, hyphen, opens }: WordBreak): void {
    const { clusters } = this.#desk;
    clusters.penalty[clusters.count] = penalty;
    clusters.hyphen[clusters.count] = hyphen ? 1 : 0;
    if (!opens) return;
    clusters.partsNames = true;
    clusters.kind[clusters.count] = GapKind.Address;
    clusters.em[clusters.count] = this.#desk.look.sizePt;
  }

  /** A quote of Latin text in a Chinese face: full-width there, so it is cut down to its ink. */
  #isWideQuote(char: number, slot: number): boolean {
    const codePoint = this.#desk.characters.codePoints[char] as number;
    const isCurly =
      codePoint === 0x2018 || codePoint === 0x2019 || codePoint === 0x201c || codePoint === 0x201d;
    return isCurly && (this.#desk.wordTable.advancesEm[slot] as number) > 0.75;
  }

  #addNarrowed(char: number, slot: number): number {
    const table = this.#desk.wordTable;
    const [left, right] = table.ink(slot);
    const size = this.#desk.look.sizePt;
    const width = (right - left + 2 * QUOTE_MARGIN_EM) * size;
    const [face, glyph] = [table.faces[slot] as number, table.glyphs[slot] as number];
    const charClass = this.#desk.characters.classes[char] as number;
    this.#desk.clusters.add(char, charClass, width, (QUOTE_MARGIN_EM - left) * size, face, glyph);
    return char + 1;
  }
}

function lastClassOf(classes: Uint8Array, from: number, end: number): number {
  let last = end - 1;
  while (last > from && classes[last] === C.Extend) last--;
  return classes[last] as number;
}
