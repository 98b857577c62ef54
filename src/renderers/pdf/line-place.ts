import type { GlyphRun, LineItem } from '../../composer/index.js';
import type { RunPlace } from './text-writer.js';

/** On the page, y up. */
export type Rectangle = readonly [left: number, bottom: number, right: number, top: number];

/** Where a line lies on its page, y up: from positions on the line to positions on the paper. */
export class LinePlace {
  readonly #x: number;
  readonly #y: number;
  readonly #turned: boolean;

  constructor({ xPt, baselinePt, turned }: LineItem, pageHeightPt: number) {
    this.#x = xPt;
    this.#y = pageHeightPt - baselinePt;
    this.#turned = turned === true;
  }

  /** @param raisePt Above the base line. */
  run(alongPt: number, raisePt: number, stance: GlyphRun['stance']): RunPlace {
    return this.#turned
      ? { xPt: this.#x + raisePt, yPt: this.#y - alongPt, turned: stance === undefined }
      : { xPt: this.#x + alongPt, yPt: this.#y + raisePt, turned: false };
  }

  /** A box between two places along the line and two heights over its base line. */
  rectangle(from: number, to: number, below: number, above: number): Rectangle {
    return this.#turned
      ? [this.#x + below, this.#y - to, this.#x + above, this.#y - from]
      : [this.#x + from, this.#y + below, this.#x + to, this.#y + above];
  }
}
