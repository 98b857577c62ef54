import { expect, test } from 'vitest';
import { orientationOf, turn, turnUpright } from '../../src/pictures/upright-jpeg.js';

/** Six pixels, each by a letter. */
function letters(orientation: number): string {
  const rgba = Uint8Array.from([...'abcdef'].flatMap((letter) => [letter.charCodeAt(0), 0, 0, 255]));
  const { width, height, rgba: turned } = turn({ width: 3, height: 2, rgba }, orientation);
  const rows = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_column, x) =>
      String.fromCharCode(turned[(y * width + x) * 4] as number),
    ).join(''),
  );
  return rows.join('/');
}

test.each([
  [1, 'abc/def'],
  [2, 'cba/fed'],
  [3, 'fed/cba'],
  [4, 'def/abc'],
  [5, 'ad/be/cf'],
  [6, 'da/eb/fc'],
  [7, 'fc/eb/da'],
  [8, 'cf/be/ad'],
])('abc/def at orientation %i stands as %s', (orientation, upright) => {
  expect(letters(orientation)).toBe(upright);
});

test('what is no JPEG stands as it is, and is not turned', async () => {
  expect(orientationOf(new Uint8Array(9))).toBe(1);
  await expect(turnUpright(new Uint8Array(9))).rejects.toThrow();
});
