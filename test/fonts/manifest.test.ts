import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundledFaces } from '../../src/fonts/index.js';
import { BUNDLED_FAMILIES } from '../../src/style/families.js';

const faces = bundledFaces();

test.each(faces.map((face) => [face.name, face] as const))(
  '%s is the file its maker published',
  (_, face) => {
    const bytes = readFileSync(face.file);
    expect(bytes.length).toBe(face.bytes);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(face.sha256);
  },
);

test.each(faces.map((face) => [face.name, face] as const))('%s carries its licence', (_, face) => {
  expect(face.license).not.toBe('');
  expect(face.origin).toMatch(/ \d/);
  expect(statSync(face.licenseFile).size).toBeGreaterThan(400);
});

test('every file of the bundled families is in the manifest', () => {
  const named = Object.entries(BUNDLED_FAMILIES).flatMap(([family, { regular, bold }]) => [
    [family, 'regular', regular.file],
    ...(bold ? [[family, 'bold', bold.file]] : []),
  ]);
  expect(faces.map((face) => [face.family, face.weight, face.file]).sort()).toEqual(named.sort());
});
