import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ConversionError } from '../../src/diagnostics.js';
import { Face } from '../../src/fonts/face.js';
import { bundledFaces, subsetFace } from '../../src/fonts/index.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paiban-hostile-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** All that a document asks of a face. */
function useAll(face: Face): void {
  for (let code = 0x20; code < 0x180; code += 1) {
    const glyph = face.glyph(code);
    face.advanceEm(glyph);
    face.ink(glyph);
  }
  face.shapeWord('office');
  face.shapeWord('\u2014\u2014');
  expect(face.capHeightEm + face.emBox[0] + face.description.ascentEm).not.toBeNaN();
  subsetFace(face, [0, 1, 50, 200, 300]);
}

function useOrRefuse(bytes: Uint8Array): void {
  const file = join(folder, 'font.ttf');
  writeFileSync(file, bytes);
  try {
    useAll(new Face({ file }, 'ZHS '));
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    expect(error.code).toBe('font-file-unreadable');
  }
}

const inconsolata = readFileSync(bundledFaces().find(({ family }) => family === 'mono')?.file ?? '');

/** Half of the changes hit the directory and the tables that are read first. */
const place = fc.oneof(fc.nat({ max: 2_000 }), fc.nat({ max: inconsolata.length - 1 }));

test('a font with changed bytes works or is refused', () => {
  const changes = fc.array(fc.tuple(place, fc.nat({ max: 255 })), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(changes, (bytes) => {
      const font = Buffer.from(inconsolata);
      for (const [at, byte] of bytes) font[at] = byte;
      useOrRefuse(font);
    }),
  );
});

test('a font that is cut off works or is refused', () => {
  fc.assert(fc.property(place, (length) => useOrRefuse(inconsolata.subarray(0, length))));
});
