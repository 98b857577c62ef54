import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readableColor } from '../../../src/renderers/epub/readable-color.js';

test.each([
  ['#000000', '#6e6e6e'],
  ['#ffffff', '#6e6e6e'],
  ['#ff0000', '#de0000'],
])('%s is written as %s', (color, expected) => {
  expect(readableColor(color)).toBe(expected);
});

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [one, other].map(luminance).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test('law: whatever the color, it can be read on white, on the ground of code, and at night', () => {
  const color = fc
    .integer({ min: 0, max: 0xffffff })
    .map((value) => `#${value.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(color, (any) => {
      const readable = readableColor(any);
      expect(contrast(readable, '#f2f2f2')).toBeGreaterThan(4.5);
      expect(contrast(readable, '#111111')).toBeGreaterThan(3);
    }),
  );
});
