import { writeIndexedPng } from '../../../pictures/index.js';
import { HEIGHT, INK, PAPER, WIDTH } from './cover-design.js';
import type { CoverDrawing, CoverShape } from './draw-cover.js';
import { CoverageMap } from './fill-outlines.js';

/** Shades from paper to ink; one more colour is that of the rules. */
const SHADES = 64;

/** The cover as a PNG: what shops and shelves show. */
export function paintCover({ shapes, rules, accent }: CoverDrawing): Uint8Array {
  const map = new CoverageMap(WIDTH, HEIGHT);
  for (const shape of shapes) addShape(map, shape);
  const indexes = new Uint8Array(WIDTH * HEIGHT);
  const row = new Float32Array(WIDTH);
  for (let y = 0; y < HEIGHT; y++) {
    if (!map.row(y, row)) continue;
    for (let x = 0; x < WIDTH; x++) indexes[y * WIDTH + x] = Math.round((row[x] as number) * (SHADES - 1));
  }
  for (const { x, y, width, height } of rules) {
    for (let line = Math.round(y); line < y + height; line++) {
      indexes.fill(SHADES, line * WIDTH + x, line * WIDTH + x + width);
    }
  }
  return writeIndexedPng({ width: WIDTH, height: HEIGHT, indexes, colors: [...shades(), accent] });
}

/** Around a shape, for a stroke: shapes that run into each other are one. */
const AROUND: readonly (readonly [x: number, y: number])[] = Array.from({ length: 8 }, (_, index) => [
  Math.cos((index * Math.PI) / 4),
  Math.sin((index * Math.PI) / 4),
]);

function addShape(map: CoverageMap, { outline, matrix, strokeUnits }: CoverShape): void {
  map.add(outline, matrix);
  if (strokeUnits === undefined) return;
  const [a, b, c, d, e, f] = matrix;
  const reach = (strokeUnits / 2) * Math.hypot(a, b);
  for (const [x, y] of AROUND) map.add(outline, [a, b, c, d, e + x * reach, f + y * reach]);
}

function shades(): string[] {
  const [paper, ink] = [PAPER, INK].map((color) => Buffer.from(color.slice(1), 'hex'));
  return Array.from({ length: SHADES }, (_, shade) => {
    const mixed = [0, 1, 2].map((channel) => {
      const [from, to] = [paper?.[channel] ?? 0, ink?.[channel] ?? 0];
      return Math.round(from + ((to - from) * shade) / (SHADES - 1));
    });
    return `#${Buffer.from(mixed).toString('hex')}`;
  });
}
