import type { GlyphRun } from '../../composer/index.js';
import type { CidFont } from './cid-font.js';

/** Thousandths of an em in one. */
const EM = 1000;
/** `Tc` is written to a ten-thousandth of a point. */
const STEPS_A_POINT = 1e4;

/** The glyphs of a run as its font knows them; valid until the next run is measured. */
export interface MeasuredRun {
  readonly count: number;
  /** Their numbers in the font. */
  readonly numbers: Uint16Array;
  /** How much farther on the next glyph is than the font says, in the direction of `Tc`. */
  readonly gapsPt: Float64Array;
  /** The gap that occurs most often, to a ten-thousandth; the last one does not count, since nothing follows it. */
  readonly usualPt: number;
}

/** Measures runs in room of its own: two lists a run would be a hundred thousand lists a book. */
export class RunMeasure implements MeasuredRun {
  count = 0;
  usualPt = 0;
  numbers: Uint16Array = new Uint16Array(256);
  gapsPt: Float64Array = new Float64Array(256);
  /** The gaps in steps of `Tc`. */
  #steps = new Int32Array(256);

  /** Down a column `Tc` counts the other way: more is lower. */
  take(run: GlyphRun, font: CidFont): MeasuredRun {
    const { glyphs, starts, text, advancesPt, sizePt, stance, stretch = 1 } = run;
    const count = glyphs.length;
    if (count > this.numbers.length) this.#grow(2 * count);
    const { numbers, gapsPt } = this;
    const steps = this.#steps;
    const isColumn = stance === 'upright';
    const sign = isColumn ? -1 : 1;
    const scale = sizePt / EM;
    let start = count > 0 ? (starts[0] as number) : 0;
    for (let index = 0; index < count; index++) {
      const end = index + 1 < count ? (starts[index + 1] as number) : text.length;
      const number = font.numberOf(glyphs[index] as number, text, start, end);
      const natural = (isColumn ? EM : font.width(number)) * scale;
      const gap = sign * ((advancesPt[index] as number) / stretch - natural);
      numbers[index] = number;
      gapsPt[index] = gap;
      steps[index] = Math.round(gap * STEPS_A_POINT);
      start = end;
    }
    this.count = count;
    this.usualPt = commonest(steps, Math.max(1, count - 1)) / STEPS_A_POINT;
    return this;
  }

  #grow(room: number): void {
    this.numbers = new Uint16Array(room);
    this.gapsPt = new Float64Array(room);
    this.#steps = new Int32Array(room);
  }
}

/** The value that occurs most often, the first of them if several do. */
function commonest(values: Int32Array, end: number): number {
  const usual = majority(values, end);
  if (usual !== undefined) return usual;
  const counts = new Map<number, number>();
  let best = 0;
  let most = 0;
  for (let index = 0; index < end; index++) {
    const value = values[index] as number;
    const times = (counts.get(value) ?? 0) + 1;
    counts.set(value, times);
    if (times > most) {
      most = times;
      best = value;
    }
  }
  return best;
}

/** The value that more than half have: on most lines there is one. */
function majority(values: Int32Array, end: number): number | undefined {
  let found = 0;
  let lead = 0;
  for (let index = 0; index < end; index++) {
    const value = values[index] as number;
    if (lead === 0) found = value;
    lead += value === found ? 1 : -1;
  }
  let count = 0;
  for (let index = 0; index < end; index++) if (values[index] === found) count++;
  return count * 2 > end ? found : undefined;
}
