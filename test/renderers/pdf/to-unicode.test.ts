import { expect, test } from 'vitest';
import { toUnicodeMap } from '../../../src/renderers/pdf/to-unicode.js';
import { textsOfCodes } from './read-pdf.js';

const rowsOf = (map: string): string[] => map.split('\n').filter((line) => line.includes('['));

test('codes that follow each other are one row, up to the end of their first byte', () => {
  const codes = [0x30fe, 0x30ff, 0x3100, 0x3101, 0x3103].map((code) => ({ code, text: '天' }));
  expect(rowsOf(toUnicodeMap(codes))).toEqual([
    '<30FE> <30FF> [<5929> <5929>]',
    '<3100> <3101> [<5929> <5929>]',
    '<3103> <3103> [<5929>]',
  ]);
});

test('a code that is copied as nothing has no place, one of several units has them all', () => {
  const map = toUnicodeMap([
    { code: 0, text: '' },
    { code: 1, text: '\u{20BB7}' },
    { code: 2, text: '' },
    { code: 3, text: 'ffi' },
  ]);
  expect(rowsOf(map)).toEqual(['<0001> <0001> [<D842DFB7>]', '<0003> <0003> [<006600660069>]']);
  expect([...textsOfCodes(map)]).toEqual([
    ['0001', '\u{20BB7}'],
    ['0003', 'ffi'],
  ]);
});
