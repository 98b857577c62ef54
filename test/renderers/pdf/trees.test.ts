import { expect, test } from 'vitest';
import { PackedDocument } from '../../../src/renderers/pdf/packed-document.js';
import {
  type PdfDictionary,
  type PdfReference,
  pdfText,
} from '../../../src/renderers/pdf/pdfkit-internals.js';
import { writeTree } from '../../../src/renderers/pdf/trees.js';

interface Walked {
  readonly keys: number[];
  readonly depth: number;
}

function tree(count: number): PdfDictionary {
  const document = new PackedDocument({ info: {}, xmp: '' });
  return writeTree(
    document,
    'Nums',
    Array.from({ length: count }, (_, key) => [key, pdfText(`${key}`)] as const),
  );
}

/** All keys in order; every node's limits are those of what is below it. */
function walk(node: PdfDictionary): Walked {
  const kids = node.Kids as readonly PdfReference[] | undefined;
  const below = (kids ?? []).map(({ data }) => walk(data));
  const rows = (node.Nums as readonly unknown[] | undefined) ?? [];
  const keys = kids ? below.flatMap((each) => each.keys) : rows.filter((_, at) => at % 2 === 0).map(Number);
  expect((kids ?? rows).length).toBeLessThanOrEqual(128);
  if (node.Limits) expect(node.Limits).toEqual([keys[0], keys.at(-1)]);
  return { keys, depth: 1 + Math.max(0, ...below.map(({ depth }) => depth)) };
}

test.each([
  [0, 1],
  [1, 1],
  [64, 1],
  [65, 2],
  [4096, 2],
  [4097, 3],
  [100_000, 3],
])('%i rows make a tree of %i storeys, all in order', (count, storeys) => {
  const { keys, depth } = walk(tree(count));
  expect([keys.length, depth]).toEqual([count, storeys]);
  expect(keys.every((key, index) => key === index)).toBe(true);
});

test('the root bears no limits', () => {
  expect(tree(5000)).not.toHaveProperty('Limits');
});
