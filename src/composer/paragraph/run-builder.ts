import type { TextLook } from '../inline.js';
import type { GlyphRun } from '../line.js';
import type { FontMetrics } from '../metrics.js';
import { type CharClass, isLatin } from './characters.js';
import { type ClusterList, NO_GLYPH, type WordPiece } from './cluster-list.js';
import { Stance } from './orientation.js';

/** A run under construction; its glyphs lie in the builder's room, unless they were all there when it began. */
interface OpenRun {
  readonly face: number;
  readonly look: TextLook;
  /** Of its latest cluster. */
  itemIndex: number;
  readonly stance: number;
  readonly xPt: number;
  readonly raisePt: number;
  readonly stretch: number;
  readonly leans: boolean;
  readonly textStart: number;
  readonly whole: Pick<GlyphRun, 'glyphs' | 'advancesPt' | 'starts'> | undefined;
}

/** 0, 1, 2…, by how many: what most runs have for their `starts`, and share. */
const COUNTINGS: number[][] = [];

function counting(count: number): readonly number[] {
  COUNTINGS[count] ??= Array.from({ length: count }, (_, index) => index);
  return COUNTINGS[count];
}

/**
 * Around the glyphs of a face without a bold, as Word and WPS thicken 楷体 and 仿宋: half of it lies outside of the ink on
 * each side, which leaves the strokes of dense characters apart.
 */
const BOLD_STROKE_EM = 0.03;

const STANCES: readonly GlyphRun['stance'][] = [undefined, 'upright', 'across'];

/** One of the two rows of a remark, and the size of the text around. */
export interface Row {
  readonly row: 'upper' | 'lower';
  readonly emPt: number;
}

/** The glyphs of the run at hand, which grow in room that is used again, and become lists of the right length. */
class OpenGlyphs {
  count = 0;
  /** Origin of the latest one. */
  lastPt = 0;
  /** Whether every glyph stands for one UTF-16 unit. */
  isCounting = true;
  glyphs: Uint32Array = new Uint32Array(256);
  advancesPt: Float64Array = new Float64Array(256);
  starts: Uint32Array = new Uint32Array(256);

  clear(origin: number): void {
    this.count = 0;
    this.lastPt = origin;
    this.isCounting = true;
  }

  /** Makes room for so many more. */
  reserve(more: number): void {
    if (this.count + more <= this.glyphs.length) return;
    const room = 2 * (this.count + more);
    const { glyphs, advancesPt, starts } = this;
    this.glyphs = new Uint32Array(room);
    this.advancesPt = new Float64Array(room);
    this.starts = new Uint32Array(room);
    this.glyphs.set(glyphs);
    this.advancesPt.set(advancesPt);
    this.starts.set(starts);
  }

  /** @param start UTF-16 index of its characters in the run. */
  push(glyph: number, origin: number, start: number): void {
    this.reserve(1);
    const count = this.count++;
    const own = count > 0 ? start : 0;
    if (count > 0) this.advancesPt[count - 1] = origin - this.lastPt;
    if (own !== count) this.isCounting = false;
    this.starts[count] = own;
    this.glyphs[count] = glyph;
    this.lastPt = origin;
  }

  /** @param right Where the last one ends. */
  close(right: number): Pick<GlyphRun, 'glyphs' | 'advancesPt' | 'starts'> {
    const { count } = this;
    const glyphs = new Array<number>(count);
    const advancesPt = new Array<number>(count);
    for (let at = 0; at < count; at++) glyphs[at] = this.glyphs[at] as number;
    for (let at = 0; at < count - 1; at++) advancesPt[at] = this.advancesPt[at] as number;
    advancesPt[Math.max(0, count - 1)] = Math.max(0, right - this.lastPt);
    const starts = this.isCounting ? counting(count) : Array.from(this.starts.subarray(0, count));
    return { glyphs, advancesPt, starts };
  }
}

const OPEN = new OpenGlyphs();

/** Gathers the glyphs of one line into runs: one for neighbours of the same face, ink and stance. */
export class RunBuilder {
  readonly #clusters: ClusterList;
  readonly #runs: GlyphRun[] = [];
  readonly #metrics: FontMetrics;
  readonly #lineStart: number;
  readonly #lefts: Float64Array;
  #run: OpenRun | undefined;
  /** Where the text of the next run begins when none is open. */
  #textStart: number;
  #row: Row | undefined;

  /** @param lefts Left edge of the box of cluster `start + i`; read when the cluster is added. */
  constructor(clusters: ClusterList, start: number, lefts: Float64Array, metrics: FontMetrics) {
    this.#clusters = clusters;
    this.#metrics = metrics;
    this.#lineStart = start;
    this.#lefts = lefts;
    this.#textStart = clusters.textStart(start);
  }

  /** What follows from cluster `index` on stands in a row, or in the line again. @param right Where the last run ends. */
  turn(index: number, right: number, row: Row | undefined): void {
    const textEnd = this.#clusters.textStart(index);
    if (this.#run) this.#close(this.#run, textEnd, right);
    this.#run = undefined;
    this.#row = row;
  }

  /** Adds clusters in a row. What has no glyph leaves its text to the run before or after. */
  addAll(from: number, to: number): void {
    for (let index = from; index < to; ) {
      const next = this.#goOn(index, to);
      if (next === index) this.#add(index++);
      else index = next;
    }
  }

  /** Adds clusters of one glyph that go on with the open run. @returns The first that does not. */
  #goOn(from: number, to: number): number {
    const run = this.#run;
    const { glyph, face, stance, shift, charStart, characters } = this.#clusters;
    const { itemIndexes, offsets, looks } = characters;
    if (!run || run.whole || looks[run.itemIndex]?.leans) return from;
    const lefts = this.#lefts;
    const lineStart = this.#lineStart;
    const { itemIndex, textStart } = run;
    OPEN.reserve(to - from);
    const { glyphs, advancesPt, starts } = OPEN;
    let count = OPEN.count;
    if (count === 0) return from;
    let last = OPEN.lastPt;
    let index = from;
    for (; index < to; index++, count++) {
      const char = charStart[index] as number;
      const own = glyph[index] as number;
      if (own < 0 || face[index] !== run.face || stance[index] !== run.stance) break;
      if (itemIndexes[char] !== itemIndex) break;
      const origin = (lefts[index - lineStart] as number) + (shift[index] as number);
      const start = (offsets[char] as number) - textStart;
      if (start !== count) OPEN.isCounting = false;
      glyphs[count] = own;
      advancesPt[count - 1] = origin - last;
      starts[count] = start;
      last = origin;
    }
    OPEN.count = count;
    OPEN.lastPt = last;
    return index;
  }

  #add(index: number): void {
    const clusters = this.#clusters;
    const glyph = clusters.glyph[index] as number;
    if (glyph === NO_GLYPH) return;
    const itemIndex = clusters.itemIndex(index);
    const look = clusters.characters.looks[itemIndex] as TextLook;
    const stance = clusters.stance[index] as number;
    const left = this.#lefts[index - this.#lineStart] as number;
    let run = this.#run;
    if (run && this.#isOf(run, index, look)) run.itemIndex = itemIndex;
    else {
      const textStart = run ? clusters.textStart(index) : this.#textStart;
      if (run) this.#close(run, textStart, left);
      run =
        stance === Stance.Across
          ? this.#openAcross(index, left, textStart)
          : this.#open(index, left, look, textStart);
      this.#run = run;
    }
    if (stance === Stance.Across) return;
    const origin = left + (clusters.shift[index] as number);
    if (glyph >= 0) OPEN.push(glyph, origin, clusters.textStart(index) - run.textStart);
    else pushPiece(run, clusters.pieceOf(index) as WordPiece, origin);
  }

  #isOf(run: OpenRun, index: number, look: TextLook): boolean {
    const stance = this.#clusters.stance[index] as number;
    return (
      run.face === this.#clusters.face[index] &&
      run.stance === stance &&
      stance !== Stance.Across &&
      run.leans === this.#leans(index, look) &&
      (run.look === look || isSameInk(run.look, look))
    );
  }

  #leans(index: number, look: TextLook): boolean {
    const { first, stance } = this.#clusters;
    return look.leans === true && isLatin(first[index] as CharClass) && stance[index] === Stance.Along;
  }

  #open(index: number, left: number, look: TextLook, textStart: number): OpenRun {
    const { shift, face, stance } = this.#clusters;
    const origin = left + (shift[index] as number);
    OPEN.clear(origin);
    return {
      face: face[index] as number,
      look,
      itemIndex: this.#clusters.itemIndex(index),
      stance: stance[index] as number,
      xPt: origin + this.#offsetOf(index, look),
      raisePt: this.#raiseOf(look, face[index] as number),
      stretch: 1,
      leans: this.#leans(index, look),
      textStart,
      whole: undefined,
    };
  }

  /** A row's base line: the em boxes of both rows fill that of the line. */
  #raiseOf(look: TextLook, face: number): number {
    const raise = look.raisePt ?? 0;
    if (!this.#row) return raise;
    const { row, emPt } = this.#row;
    const [bottom, top] = this.#metrics.emBox(face);
    const middle = ((bottom + top) / 2) * emPt;
    return raise + middle - (row === 'upper' ? bottom : top) * look.sizePt;
  }

  /** How far the first glyph of a piece of a word stands right of the piece's place. */
  #offsetOf(index: number, { sizePt }: TextLook): number {
    const piece = this.#clusters.pieceOf(index);
    return (piece?.word.offsetsEm?.[piece.from] ?? 0) * sizePt;
  }

  /** Digits side by side in the middle of the column and of their cell, made narrower where they are wider than it. */
  #openAcross(index: number, left: number, textStart: number): OpenRun {
    const clusters = this.#clusters;
    const itemIndex = clusters.itemIndex(index);
    const look = clusters.characters.looks[itemIndex] as TextLook;
    const face = clusters.face[index] as number;
    const { word } = clusters.pieceOf(index) as WordPiece;
    const size = look.sizePt;
    const width = word.advancesEm.reduce((sum, advance) => sum + advance, 0) * size;
    const cell = (clusters.width[index] as number) * (this.#row ? 2 : 1);
    const stretch = Math.min(1, size / width);
    const [bottom, top] = this.#metrics.emBox(face);
    const middle = ((bottom + top) / 2) * size + this.#raiseOf(look, face);
    return {
      face,
      look,
      itemIndex,
      stance: Stance.Across,
      xPt: left + (cell + this.#metrics.capHeightEm(face) * size) / 2,
      raisePt: middle - (width * stretch) / 2,
      stretch,
      leans: false,
      textStart,
      whole: {
        glyphs: [...word.glyphs],
        advancesPt: word.advancesEm.map((advance) => advance * size * stretch),
        starts: word.starts.map((start, at) =>
          at === 0 ? 0 : start + clusters.textStart(index) - textStart,
        ),
      },
    };
  }

  /** Ends the last run. @param end Index after the line's last cluster. @param right Where its ink ends. */
  finish(end: number, right: number): GlyphRun[] {
    const textEnd = this.#clusters.textStart(end);
    if (this.#run) this.#close(this.#run, textEnd, right);
    else if (textEnd > this.#textStart) this.#runs.push(this.#blankRun(textEnd, right));
    return this.#runs;
  }

  /** For a line none of whose characters has a glyph: its text is still there. */
  #blankRun(textEnd: number, right: number): GlyphRun {
    const text = this.#clusters.characters.text.slice(this.#textStart, textEnd);
    const { sizePt, color } = this.#clusters.characters.looks[0] as TextLook;
    return { face: 0, sizePt, color, xPt: right, raisePt: 0, glyphs: [], advancesPt: [], text, starts: [] };
  }

  #close(run: OpenRun, textEnd: number, right: number): void {
    const { face, look, xPt, raisePt, textStart, stretch, leans } = run;
    const { sizePt, color } = look;
    const { glyphs, advancesPt, starts } = run.whole ?? OPEN.close(right);
    const text = this.#clusters.characters.text.slice(textStart, textEnd);
    const plain = { face, sizePt, color, xPt, raisePt, glyphs, advancesPt, text, starts };
    const stance = STANCES[run.stance];
    const isThickened = look.weight === 'bold' && face >= 0 && !this.#metrics.isBold(face);
    this.#textStart = textEnd;
    this.#runs.push(
      stance || stretch !== 1 || leans || isThickened
        ? {
            ...plain,
            ...(stance && { stance }),
            ...(stretch !== 1 && { stretch }),
            ...(leans && { leans: true }),
            ...(isThickened && { strokePt: BOLD_STROKE_EM * sizePt }),
          }
        : plain,
    );
  }
}

function pushPiece({ look, textStart }: OpenRun, { word, from, to, start }: WordPiece, origin: number): void {
  let pen = origin;
  for (let at = from; at < to; at++) {
    const offset = (word.offsetsEm?.[at] ?? 0) * look.sizePt;
    OPEN.push(word.glyphs[at] as number, pen + offset, start + (word.starts[at] as number) - textStart);
    pen += (word.advancesEm[at] as number) * look.sizePt;
  }
}

const isSameInk = (one: TextLook, other: TextLook): boolean =>
  one.sizePt === other.sizePt &&
  one.weight === other.weight &&
  one.color === other.color &&
  one.raisePt === other.raisePt;
