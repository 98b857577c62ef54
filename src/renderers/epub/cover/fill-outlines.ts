import type { OutlineStep } from '../../../fonts/index.js';

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Straight pieces that a curve is cut into for each so many pixels of its length. */
const PIXELS_A_PIECE = 6;
const MOST_PIECES = 24;

/**
 * Outlines filled into pixels: how much of each is covered, 0 to 1. Every straight piece adds to its pixels what it
 * covers to its right, with its direction as the sign; summed along a row this is the cover, and contours that run into
 * each other are one. A drawing engine would do as well, but takes fifty milliseconds a cover and a fifth of a second to
 * start: more than the rest of a short book.
 */
export class CoverageMap {
  readonly width: number;
  readonly height: number;
  readonly #sums: Float32Array;
  /** Rows on which anything is: most of a cover is bare. */
  readonly #inked: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#sums = new Float32Array(width * height);
    this.#inked = new Uint8Array(height);
  }

  /** @param matrix From the outline's units to pixels, y down. */
  add(steps: readonly OutlineStep[], matrix: Matrix): void {
    const pen = new Pen(matrix, (x, y, toX, toY) => this.#edge(x, y, toX, toY));
    for (const step of steps) pen.follow(step);
  }

  /** Cover of each pixel of a row; false for a row that is bare. */
  row(y: number, into: Float32Array): boolean {
    if (this.#inked[y] === 0) return false;
    let sum = 0;
    const start = y * this.width;
    for (let x = 0; x < this.width; x++) {
      sum += this.#sums[start + x] as number;
      into[x] = Math.min(1, Math.abs(sum));
    }
    return true;
  }

  #edge(x0: number, y0: number, x1: number, y1: number): void {
    if (y0 === y1) return;
    const sign = y0 < y1 ? 1 : -1;
    const [topX, topY, endX, endY] = y0 < y1 ? [x0, y0, x1, y1] : [x1, y1, x0, y0];
    const slope = (endX - topX) / (endY - topY);
    const from = Math.max(0, topY);
    const to = Math.min(this.height, endY);
    for (let y = Math.floor(from); y < to; y++) {
      const [upper, lower] = [Math.max(from, y), Math.min(to, y + 1)];
      if (lower <= upper) continue;
      this.#inked[y] = 1;
      const left = topX + (upper - topY) * slope;
      this.#rowPiece(y, left, left + (lower - upper) * slope, sign * (lower - upper));
    }
  }

  /** The part of an edge in one row of pixels: `height` of it, from one x to the other. */
  #rowPiece(y: number, x0: number, x1: number, height: number): void {
    const last = this.width - 1;
    const [left, right] = [clamp(Math.min(x0, x1), last), clamp(Math.max(x0, x1), last)];
    const [first, end] = [Math.floor(left), Math.floor(right)];
    const start = y * this.width;
    const sums = this.#sums;
    if (first === end) {
      const covered = 1 - ((left + right) / 2 - first);
      sums[start + first] = (sums[start + first] as number) + height * covered;
      if (first < last)
        sums[start + first + 1] = (sums[start + first + 1] as number) + height * (1 - covered);
      return;
    }
    // over several pixels: what lies right of the edge in each, minus what earlier pixels have said already
    const perPixel = height / (right - left);
    let said = 0;
    for (let x = first; x <= end; x++) {
      const [enters, leaves] = [Math.max(left, x), Math.min(right, x + 1)];
      const passed = (leaves - left) * perPixel;
      const before = (enters - left) * perPixel;
      const covered = before + (passed - before) * (1 - ((enters + leaves) / 2 - x));
      sums[start + x] = (sums[start + x] as number) + covered - said;
      said = covered;
    }
    if (end < last) sums[start + end + 1] = (sums[start + end + 1] as number) + height - said;
  }
}

const clamp = (x: number, last: number): number => Math.min(Math.max(x, 0), last + 0.999);

type Edge = (x0: number, y0: number, x1: number, y1: number) => void;

/** Follows an outline and draws it as straight edges. */
class Pen {
  readonly #matrix: Matrix;
  readonly #edge: Edge;
  #x = 0;
  #y = 0;
  #startX = 0;
  #startY = 0;

  constructor(matrix: Matrix, edge: Edge) {
    this.#matrix = matrix;
    this.#edge = edge;
  }

  follow({ to, points }: OutlineStep): void {
    const placed = this.#placed(points);
    if (to === 'Z') this.#line(this.#startX, this.#startY);
    else if (to === 'M') {
      [this.#startX = 0, this.#startY = 0] = placed;
      [this.#x, this.#y] = [this.#startX, this.#startY];
    } else if (to === 'L') this.#line(placed[0] ?? 0, placed[1] ?? 0);
    else this.#curve(to === 'C' ? placed : raised([this.#x, this.#y], placed));
  }

  #placed(points: readonly number[]): number[] {
    const [a, b, c, d, e, f] = this.#matrix;
    const placed: number[] = [];
    for (let index = 0; index + 1 < points.length; index += 2) {
      const [x = 0, y = 0] = [points[index], points[index + 1]];
      placed.push(a * x + c * y + e, b * x + d * y + f);
    }
    return placed;
  }

  #line(x: number, y: number): void {
    this.#edge(this.#x, this.#y, x, y);
    [this.#x, this.#y] = [x, y];
  }

  #curve(points: readonly number[]): void {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = points;
    const [x0, y0] = [this.#x, this.#y];
    const length = Math.hypot(x1 - x0, y1 - y0) + Math.hypot(x2 - x1, y2 - y1) + Math.hypot(x3 - x2, y3 - y2);
    const pieces = Math.min(MOST_PIECES, Math.max(4, Math.ceil(length / PIXELS_A_PIECE)));
    for (let piece = 1; piece <= pieces; piece++) {
      const t = piece / pieces;
      const [p, q, r, s] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3];
      this.#line(p * x0 + q * x1 + r * x2 + s * x3, p * y0 + q * y1 + r * y2 + s * y3);
    }
  }
}

/** A quadratic curve as a cubic one. */
function raised(
  [x0, y0]: readonly [number, number],
  [cx = 0, cy = 0, x = 0, y = 0]: readonly number[],
): number[] {
  return [
    x0 + (2 / 3) * (cx - x0),
    y0 + (2 / 3) * (cy - y0),
    x + (2 / 3) * (cx - x),
    y + (2 / 3) * (cy - y),
    x,
    y,
  ];
}
