import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CharacterMap } from '../../src/fonts/character-map.js';

/** A cmap of one subtable. */
function cmap(subtable: Buffer): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt16BE(1, 2);
  head.writeUInt16BE(3, 4);
  head.writeUInt16BE(10, 6);
  head.writeUInt32BE(12, 8);
  return Buffer.concat([head, subtable]);
}

type Group = readonly [first: number, last: number, glyph: number];

function format12(groups: readonly Group[]): Buffer {
  const table = Buffer.alloc(16 + groups.length * 12);
  table.writeUInt16BE(12, 0);
  table.writeUInt32BE(groups.length, 12);
  for (const [index, fields] of groups.entries())
    for (const [place, field] of fields.entries()) table.writeUInt32BE(field, 16 + index * 12 + place * 4);
  return cmap(table);
}

/** Segments by their shift; where a list is given, by their place in it. */
function format4(
  segments: readonly { first: number; last: number; delta: number; list?: readonly number[] }[],
): Buffer {
  const count = segments.length;
  const words = [4, 0, 0, 2 * count, 0, 0, 0];
  words.push(...segments.map(({ last }) => last), 0, ...segments.map(({ first }) => first));
  words.push(...segments.map(({ delta }) => delta & 0xffff));
  const lists: number[] = [];
  for (const [index, { list }] of segments.entries()) {
    words.push(list ? 2 * (count - index + lists.length) : 0);
    lists.push(...(list ?? []));
  }
  const table = Buffer.alloc(2 * (words.length + lists.length));
  for (const [index, word] of [...words, ...lists].entries()) table.writeUInt16BE(word, 2 * index);
  return cmap(table);
}

test('groups over several pages, and beyond the basic plane', () => {
  const map = new CharacterMap(
    format12([
      [0x20, 0x7e, 1],
      [0x4dff, 0x5001, 1000],
      [0x20000, 0x20000, 9],
    ]),
  );
  const asked = [0x1f, 0x20, 0x7e, 0x7f, 0x4dfe, 0x4dff, 0x4e00, 0x5001, 0x5002, 0x20000, 0x20001, 0x10ffff];
  expect(asked.map((code) => map.glyph(code))).toEqual([0, 1, 95, 0, 0, 1000, 1001, 1514, 0, 9, 0, 0]);
});

test('segments by shift and by list; zero in a list is no glyph', () => {
  const map = new CharacterMap(
    format4([
      { first: 0x41, last: 0x43, delta: -0x40 },
      { first: 0x4e00, last: 0x4e02, delta: 5, list: [10, 0, 12] },
      { first: 0xffff, last: 0xffff, delta: 1 },
    ]),
  );
  const asked = [0x40, 0x41, 0x43, 0x44, 0x4e00, 0x4e01, 0x4e02, 0x4e03, 0xffff];
  expect(asked.map((code) => map.glyph(code))).toEqual([0, 1, 3, 0, 15, 0, 17, 0, 0]);
});

test('a list that ends outside the table, and groups out of order, are refused when the face is opened', () => {
  const short = format4([{ first: 0x41, last: 0x43, delta: 0, list: [1, 2] }]);
  expect(() => new CharacterMap(short)).toThrow(RangeError);
  const mixed = format12([
    [0x41, 0x42, 1],
    [0x42, 0x43, 1],
  ]);
  expect(() => new CharacterMap(mixed)).toThrow(RangeError);
});

test('law: every code point has the glyph of its group', () => {
  const edges = fc.uniqueArray(fc.nat({ max: 0x3000 }), { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(edges, (codes) => {
      const sorted = codes.toSorted((a, b) => a - b);
      const groups = sorted.flatMap((first, index): Group[] =>
        index % 2 === 0 ? [[first, sorted[index + 1] ?? first, index * 0x100 + 1]] : [],
      );
      const map = new CharacterMap(format12(groups));
      for (let code = 0; code <= 0x3100; code++) {
        const group = groups.find(([first, last]) => first <= code && code <= last);
        expect(map.glyph(code)).toBe(group ? (group[2] + code - group[0]) & 0xffff : 0);
      }
    }),
    { numRuns: 10 },
  );
});
