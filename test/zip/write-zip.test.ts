import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeZip, ZipArchive, type ZipPart } from '../../src/zip/index.js';

const part = (path: string, text: string, stored = false): ZipPart => ({
  path,
  bytes: strToU8(text),
  stored,
});

test('another reader finds every part, deflated or stored, and so does ours', () => {
  const zip = writeZip([
    part('mimetype', 'application/epub+zip', true),
    part('文/一.xml', '排版'.repeat(1000)),
  ]);
  expect(Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, strFromU8(bytes)])).toEqual([
    ['mimetype', 'application/epub+zip'],
    ['文/一.xml', '排版'.repeat(1000)],
  ]);
  expect(strFromU8(new ZipArchive(zip).read('文/一.xml') ?? new Uint8Array())).toBe('排版'.repeat(1000));
  expect(zip.length).toBeLessThan(400);
});

test('a stored first part stands where EPUB wants its media type', () => {
  const zip = writeZip([part('mimetype', 'application/epub+zip', true)]);
  expect(strFromU8(zip.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
});

test('law: whatever the bytes, they come back; the order stays', () => {
  const path = fc.stringMatching(/^[a-z一-龥]{1,9}(\/[a-z]{1,9})?$/);
  const parts = fc.uniqueArray(
    fc.record({ path, bytes: fc.uint8Array({ maxLength: 300 }), stored: fc.boolean() }),
    {
      selector: (each) => each.path,
    },
  );
  fc.assert(
    fc.property(parts, (given) => {
      const read = unzipSync(writeZip(given));
      expect(Object.keys(read)).toEqual(given.map((each) => each.path));
      for (const each of given) expect(read[each.path]).toEqual(each.bytes);
    }),
  );
});

test('every part bears the first day that a zip can tell', () => {
  const zip = writeZip([part('a', 'a')]);
  expect([...zip.subarray(10, 14)]).toEqual([0, 0, 0x21, 0]);
});

test('more parts than two bytes can count are refused', () => {
  const many = Array.from({ length: 65_536 }, (_, index) => part(String(index), ''));
  expect(() => writeZip(many)).toThrow(RangeError);
});
