import { expect, test } from 'vitest';
import { imageMatrix } from '../../../src/renderers/pdf/images.js';

const BOX = { x: 10, y: 20, width: 40, height: 30 };

/** Where the upper left corner of the stored picture comes to stand. */
function upperLeft(orientation: number): string {
  const [, , c = 0, d = 0, e = 0, f = 0] = imageMatrix(orientation, BOX);
  const [x, y] = [c + e, d + f];
  return `${y === 50 ? 'top' : 'bottom'} ${x === 10 ? 'left' : 'right'}`;
}

test.each([
  [1, 'top left'],
  [2, 'top right'],
  [3, 'bottom right'],
  [4, 'bottom left'],
  [5, 'top left'],
  [6, 'top right'],
  [7, 'bottom right'],
  [8, 'bottom left'],
])('Exif orientation %i turns the first pixel to the %s', (orientation, corner) => {
  expect(upperLeft(orientation)).toBe(corner);
});
