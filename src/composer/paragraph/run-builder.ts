import type { TextLook } from '../inline.js';
import type { GlyphRun } from '../line.js';
import type { FontMetrics } from '../metrics.js';
import { type CharClass, isLatin } from './characters.js';
import { type ClusterList, NO_GLYPH, type WordPiece } from './cluster-list.js';
import { Stance } from './orientation.js';

/** A run under construction; `last` is the origin of its latest glyph. */
interface OpenRun {
  readonly face: number;
  readonly look: TextLook;
  readonly stance: number;
  readonly xPt: number;
  readonly raisePt: number;
  readonly stretch: number;
  readonly leans: boolean;
  readonly glyphs: number[];
  readonly advancesPt: number[];
  /** Undefined as long as every glyph stands for one UTF-16 unit. */
  starts: number[] | undefined;
  readonly textStart: number;
  last: number;
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

/** Gathers the glyphs of one line into runs: one for neighbours of the same face, ink and stance. */
export class RunBuilder {
  readonly #clusters: ClusterList;
  readonly #runs: GlyphRun[] = [];
  readonly #metrics: FontMetrics;
  readonly #lineStart: number;
  #run: OpenRun | undefined;
  /** Where the text of the next run begins when none is open. */
  #textStart: number;
  #row: Row | undefined;

  constructor(clusters: ClusterList, start: number, metrics: FontMetrics) {
    this.#clusters = clusters;
    this.#metrics = metrics;
    this.#lineStart = clusters.textStart(start);
    this.#textStart = this.#lineStart;
  }

  /** What follows from cluster `index` on stands in a row, or in the line again. @param right Where the last run ends. */
  turn(index: number, right: number, row: Row | undefined): void {
    const textEnd = this.#clusters.textStart(index);
    if (this.#run) this.#close(this.#run, textEnd, right);
    this.#run = undefined;
    this.#row = row;
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

  /** Adds a cluster whose box begins at `left`. What has no glyph leaves its text to the run before or after. */
  add(index: number, left: number): void {
    const clusters = this.#clusters;
    const glyph = clusters.glyph[index] as number;
    if (glyph === NO_GLYPH) return;
    const look = clusters.characters.looks[clusters.itemIndex(index)] as TextLook;
    const face = clusters.face[index] as number;
    const stance = clusters.stance[index] as number;
    const origin = left + (clusters.shift[index] as number);
    const leans =
      look.leans === true && isLatin(clusters.first[index] as CharClass) && stance === Stance.Along;
    let run = this.#run;
    if (
      !run ||
      run.face !== face ||
      run.stance !== stance ||
      run.leans !== leans ||
      stance === Stance.Across ||
      (run.look !== look && !isSameInk(run.look, look))
    ) {
      const textStart = run ? clusters.textStart(index) : this.#textStart;
      if (run) this.#close(run, textStart, left);
      run =
        stance === Stance.Across
          ? this.#openAcross(index, left, textStart)
          : {
              ...{
                face,
                look,
                stance,
                xPt: origin + this.#offsetOf(index, look),
                raisePt: this.#raiseOf(look, face),
                stretch: 1,
                leans,
              },
              ...{ glyphs: [], advancesPt: [], starts: undefined, textStart, last: origin },
            };
      this.#run = run;
    }
    if (stance === Stance.Across) return;
    if (glyph >= 0) push(run, glyph, origin, clusters.textStart(index));
    else pushPiece(run, clusters.pieceOf(index) as WordPiece, origin);
  }

  /** How far the first glyph of a piece of a word stands right of the piece's place. */
  #offsetOf(index: number, { sizePt }: TextLook): number {
    const piece = this.#clusters.pieceOf(index);
    return (piece?.word.offsetsEm?.[piece.from] ?? 0) * sizePt;
  }

  /** Digits side by side in the middle of the column and of their cell, made narrower where they are wider than it. */
  #openAcross(index: number, left: number, textStart: number): OpenRun {
    const clusters = this.#clusters;
    const look = clusters.characters.looks[clusters.itemIndex(index)] as TextLook;
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
      stance: Stance.Across,
      xPt: left + (cell + this.#metrics.capHeightEm(face) * size) / 2,
      raisePt: middle - (width * stretch) / 2,
      stretch,
      leans: false,
      glyphs: [...word.glyphs],
      advancesPt: word.advancesEm.map((advance) => advance * size * stretch),
      starts: word.starts.map((start, at) => (at === 0 ? 0 : start + clusters.textStart(index) - textStart)),
      textStart,
      last: left,
    };
  }

  /** Ends the last run. @param end Index after the line's last cluster. @param right Where its ink ends. */
  finish(end: number, right: number): readonly GlyphRun[] {
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
    if (run.stance !== Stance.Across) run.advancesPt.push(Math.max(0, right - run.last));
    const stance = STANCES[run.stance];
    const isThickened = run.look.weight === 'bold' && run.face >= 0 && !this.#metrics.isBold(run.face);
    this.#textStart = textEnd;
    this.#runs.push({
      face: run.face,
      sizePt: run.look.sizePt,
      color: run.look.color,
      xPt: run.xPt,
      raisePt: run.raisePt,
      glyphs: run.glyphs,
      advancesPt: run.advancesPt,
      text: this.#clusters.characters.text.slice(run.textStart, textEnd),
      starts: run.starts ?? counting(run.glyphs.length),
      ...(stance && { stance }),
      ...(run.stretch !== 1 && { stretch: run.stretch }),
      ...(run.leans && { leans: true }),
      ...(isThickened && { strokePt: BOLD_STROKE_EM * run.look.sizePt }),
    });
  }
}

function push(run: OpenRun, glyph: number, origin: number, textStart: number): void {
  const count = run.glyphs.length;
  const start = count > 0 ? textStart - run.textStart : 0;
  if (count > 0) run.advancesPt.push(origin - run.last);
  if (run.starts) run.starts.push(start);
  else if (start !== count) run.starts = [...counting(count), start];
  run.glyphs.push(glyph);
  run.last = origin;
}

function pushPiece(run: OpenRun, { word, from, to, start }: WordPiece, origin: number): void {
  let pen = origin;
  for (let at = from; at < to; at++) {
    const offset = (word.offsetsEm?.[at] ?? 0) * run.look.sizePt;
    push(run, word.glyphs[at] as number, pen + offset, start + (word.starts[at] as number));
    pen += (word.advancesEm[at] as number) * run.look.sizePt;
  }
}

const isSameInk = (one: TextLook, other: TextLook): boolean =>
  one.sizePt === other.sizePt &&
  one.weight === other.weight &&
  one.color === other.color &&
  one.raisePt === other.raisePt;
