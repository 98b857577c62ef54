import { expect, test } from 'vitest';
import type { OutlineStep } from '../../../src/fonts/index.js';
import { CoverageMap } from '../../../src/renderers/epub/cover/fill-outlines.js';

const box = (x: number, y: number, width: number, height: number): OutlineStep[] => [
  { to: 'M', points: [x, y] },
  { to: 'L', points: [x + width, y] },
  { to: 'L', points: [x + width, y + height] },
  { to: 'L', points: [x, y + height] },
  { to: 'Z', points: [] },
];

const AS_IT_IS = [1, 0, 0, 1, 0, 0] as const;

/** Cover of each pixel in tenths, a row a line; `#` is all of it, `.` nothing. */
function seen(width: number, height: number, ...outlines: OutlineStep[][]): string[] {
  const map = new CoverageMap(width, height);
  for (const outline of outlines) map.add(outline, AS_IT_IS);
  return Array.from({ length: height }, (_, y) => {
    const row = new Float32Array(width);
    map.row(y, row);
    return Array.from(row, (cover) =>
      cover > 0.95 ? '#' : cover < 0.05 ? '.' : Math.round(cover * 10),
    ).join('');
  });
}

test('a box covers its pixels, and half of those that it goes through the middle of', () => {
  expect(seen(6, 4, box(1, 1, 3, 2))).toEqual(['......', '.###..', '.###..', '......']);
  expect(seen(6, 3, box(1.5, 0.5, 3, 2))).toEqual(['.3553.', '.5##5.', '.3553.']);
});

test('a slope covers a half of each pixel on it', () => {
  const triangle: OutlineStep[] = [
    { to: 'M', points: [0, 0] },
    { to: 'L', points: [4, 4] },
    { to: 'L', points: [0, 4] },
    { to: 'Z', points: [] },
  ];
  expect(seen(5, 4, triangle)).toEqual(['5....', '#5...', '##5..', '###5.']);
});

test('a flat slope is shared by the pixels of its row', () => {
  const wedge: OutlineStep[] = [
    { to: 'M', points: [0, 1] },
    { to: 'L', points: [4, 0] },
    { to: 'L', points: [4, 1] },
    { to: 'Z', points: [] },
  ];
  expect(seen(5, 1, wedge)).toEqual(['1469.']);
});

test('shapes that run into each other are one, and a contour the other way round is a hole', () => {
  expect(seen(5, 1, box(0, 0, 3, 1), box(2, 0, 3, 1))).toEqual(['#####']);
  const hole: OutlineStep[] = [
    { to: 'M', points: [1, 0] },
    { to: 'L', points: [1, 1] },
    { to: 'L', points: [4, 1] },
    { to: 'L', points: [4, 0] },
    { to: 'Z', points: [] },
  ];
  expect(seen(5, 1, box(0, 0, 5, 1), hole)).toEqual(['#...#']);
});

test('what lies beyond the edges is cut off', () => {
  expect(seen(3, 2, box(-5, -5, 7, 6))).toEqual(['##.', '...']);
  expect(seen(3, 2, box(1, 1, 9, 9))).toEqual(['...', '.##']);
});

test('a curve is round', () => {
  const disc: OutlineStep[] = [
    { to: 'M', points: [3, 0] },
    { to: 'C', points: [4.66, 0, 6, 1.34, 6, 3] },
    { to: 'C', points: [6, 4.66, 4.66, 6, 3, 6] },
    { to: 'C', points: [1.34, 6, 0, 4.66, 0, 3] },
    { to: 'C', points: [0, 1.34, 1.34, 0, 3, 0] },
    { to: 'Z', points: [] },
  ];
  const rows = seen(6, 6, disc);
  expect(rows[2]).toBe('9####9');
  expect(rows[0]?.[0]).toBe('.');
  expect(rows).toEqual([...rows].reverse());
});
