import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Operators } from '../../../src/renderers/pdf/operators.js';

function written(write: (out: Operators) => void): string {
  const out = new Operators();
  write(out);
  return out.bytes().toString('latin1');
}

test.each([
  [0, '0 '],
  [-0.0004, '0 '],
  [12, '12 '],
  [1234567.8, '1234567.8 '],
  [0.05, '0.05 '],
  [-7.1235, '-7.123 '],
  [99.9996, '100 '],
  [10.01, '10.01 '],
])('%s to a thousandth', (value, text) => {
  expect(written((out) => out.number(value, 1000))).toBe(text);
});

test('law: a number is written as JavaScript writes it, rounded, and is what is returned', () => {
  const value = fc.double({ min: -1e7, max: 1e7, noNaN: true });
  fc.assert(
    fc.property(value, fc.constantFrom(1, 10, 1000, 10_000), (given, scale) => {
      const rounded = Math.round(given * scale) / scale;
      const out = new Operators();
      expect(out.number(given, scale)).toBe(rounded);
      expect(out.bytes().toString('latin1')).toBe(`${rounded === 0 ? 0 : rounded} `);
    }),
  );
});

test('what is no number for a page is refused', () => {
  for (const strange of [Number.NaN, Number.POSITIVE_INFINITY, 1e15])
    expect(() => written((out) => out.number(strange, 1000))).toThrow(RangeError);
});

test('a run is one string, or an array when something in it is moved', () => {
  const whole = written((out) => {
    out.beginString(3);
    out.code(0x3031);
    out.code(0x285c);
    out.code(0x0d29);
    out.show();
  });
  expect(whole).toBe('(01\\(\\\\\\r\\))Tj\n');
  const moved = written((out) => {
    out.operator('BT');
    out.beginString(3);
    out.code(0x3031);
    out.shift(-120);
    out.code(0x3032);
    out.shift(7);
    out.code(0x3033);
    out.show();
  });
  expect(moved).toBe('BT\n[(01)-120(02)7(03)]TJ\n');
});

test('a page longer than the room there was is whole, and the next one begins anew', () => {
  const out = new Operators();
  for (let index = 0; index < 40_000; index++) out.operator('q');
  out.text('x'.repeat(50_000));
  expect(out.bytes().toString('latin1')).toBe('q\n'.repeat(40_000) + 'x'.repeat(50_000));
  out.clear();
  out.operator('Q');
  expect(out.bytes().toString('latin1')).toBe('Q\n');
});
