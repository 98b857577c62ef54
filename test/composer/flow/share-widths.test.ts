import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ColumnNeed, shareWidths } from '../../../src/composer/index.js';

/** Columns by their widest word, widest short cell and widest line, in em. */
const needsOf = (...columns: readonly (readonly [number, number, number])[]): ColumnNeed[] =>
  columns.map(([leastEm, evenEm, wishedEm]) => ({ leastEm, evenEm, wishedEm }));

const widths = (room: number, ...columns: readonly (readonly [number, number, number])[]): number[] =>
  shareWidths(needsOf(...columns), 1, room).map((width) => Math.round(width * 10) / 10);

test('what is left over goes to all, to wide columns more', () => {
  expect(widths(30, [2, 2, 5], [2, 2, 10])).toEqual([11.2, 18.8]);
});

test('a short column is whole where that costs the long one no line', () => {
  expect(widths(36, [2, 4, 10], [2, 4, 100])).toEqual([10, 26]);
});

test('columns that wish alike get alike', () => {
  const [one = 0, other = 0] = widths(40, [2, 4, 30], [2, 4, 32]);
  expect(other - one).toBeLessThan(2);
});

test('cells of two characters stay whole beside one that cannot', () => {
  expect(widths(12, [1, 2, 2], [1, 2, 2], [1, 2, 2], [2, 9, 9])).toEqual([2, 2, 2, 6]);
});

test('when the widest words are too much, every column keeps one character', () => {
  const shared = widths(10, [30, 30, 30], [1, 1, 1], [2, 2, 2]);
  expect(Math.min(...shared)).toBeGreaterThanOrEqual(1);
  expect(shared[0]).toBe(7);
});

test('widths are positive and together the room', () => {
  const column = fc
    .tuple(fc.double({ min: 1, max: 500, noNaN: true }), fc.double({ min: 0, max: 500, noNaN: true }))
    .chain(([least, more]) =>
      fc.tuple(fc.constant(least), fc.constant(more), fc.double({ min: 0, max: 1e6, noNaN: true })),
    );
  fc.assert(
    fc.property(
      fc.array(column, { minLength: 1, maxLength: 30 }),
      fc.double({ min: 1, max: 400, noNaN: true }),
      (columns, room) => {
        const needs = needsOf(
          ...columns.map(([least, more, most]) => [least, least + more, least + more + most] as const),
        );
        const shared = shareWidths(needs, 10, room);
        expect(Math.abs(shared.reduce((sum, width) => sum + width, 0) - room)).toBeLessThan(1e-6 * room);
        expect(shared.every((width) => width > 0)).toBe(true);
      },
    ),
  );
});
