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
}

/** Measures runs in room of its own: two lists a run would be a hundred thousand lists a book. */
export class RunMeasure implements MeasuredRun {
  count = 0;
  numbers: Uint16Array = new Uint16Array(256);
  gapsPt: Float64Array = new Float64Array(256);

  /** Down a column `Tc` counts the other way: more is lower. */
  take(run: GlyphRun, font: CidFont): MeasuredRun {
    const { glyphs, starts, text, advancesPt, sizePt, stance, stretch = 1 } = run;
    const count = glyphs.length;
    if (count > this.numbers.length) {
      this.numbers = new Uint16Array(2 * count);
      this.gapsPt = new Float64Array(2 * count);
    }
    const { numbers, gapsPt } = this;
    const isColumn = stance === 'upright';
    const sign = isColumn ? -1 : 1;
    const scale = sizePt / EM;
    for (let index = 0; index < count; index++) {
      const end = starts[index + 1] ?? text.length;
      const number = font.numberOf(glyphs[index] as number, text, starts[index] ?? 0, end);
      const natural = (isColumn ? EM : font.width(number)) * scale;
      numbers[index] = number;
      gapsPt[index] = sign * ((advancesPt[index] ?? 0) / stretch - natural);
    }
    this.count = count;
    return this;
  }
}

/** The gap that occurs most often, to a ten-thousandth; the last one does not count, since nothing follows it. */
export function commonest(gapsPt: Float64Array, count: number): number {
  const end = Math.max(1, count - 1);
  const steps = (index: number): number => Math.round((gapsPt[index] as number) * STEPS_A_POINT);
  const usual = majority(steps, end);
  if (usual !== undefined) return usual / STEPS_A_POINT;
  const counts = new Map<number, number>();
  let best = 0;
  let most = 0;
  for (let index = 0; index < end; index++) {
    const value = steps(index);
    const times = (counts.get(value) ?? 0) + 1;
    counts.set(value, times);
    if (times > most) {
      most = times;
      best = value;
    }
  }
  return best / STEPS_A_POINT;
}

/** The value that more than half have: on most lines there is one. */
function majority(valueAt: (index: number) => number, end: number): number | undefined {
  let found = 0;
  let lead = 0;
  for (let index = 0; index < end; index++) {
    const value = valueAt(index);
    if (lead === 0) found = value;
    lead += value === found ? 1 : -1;
  }
  let count = 0;
  for (let index = 0; index < end; index++) if (valueAt(index) === found) count++;
  return count * 2 > end ? found : undefined;
}
