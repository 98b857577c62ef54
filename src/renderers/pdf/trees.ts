import type { PackedDocument } from './packed-document.js';
import type { PdfDictionary, PdfReference, PdfValue } from './pdfkit-internals.js';

/** How many rows or branches a node holds: a viewer reads a few short nodes instead of one long list. */
const ROWS_A_NODE = 64;

/** A row of a tree: a key, which is a text (in UTF-16 if need be) or a number, and what it stands for. */
export type TreeRow = readonly [key: PdfValue, value: PdfValue];

interface Branch {
  readonly reference: PdfReference;
  readonly first: PdfValue;
  readonly last: PdfValue;
}

/**
 * The root of a name or number tree. A short one is a single node.
 *
 * @param rows In the order of their keys.
 * @see ISO 32000-1, 7.9.6 and 7.9.7
 */
export function writeTree(
  document: PackedDocument,
  kind: 'Names' | 'Nums',
  rows: readonly TreeRow[],
): PdfDictionary {
  if (rows.length <= ROWS_A_NODE) return { [kind]: rows.flat() };
  let branches = chunks(rows).map((some): Branch => {
    const limits = { first: some[0]?.[0], last: some.at(-1)?.[0] };
    return endNode(document, { [kind]: some.flat() }, limits);
  });
  while (branches.length > ROWS_A_NODE) {
    branches = chunks(branches).map((some): Branch => {
      const limits = { first: some[0]?.first, last: some.at(-1)?.last };
      return endNode(document, { Kids: some.map(({ reference }) => reference) }, limits);
    });
  }
  return { Kids: branches.map(({ reference }) => reference) };
}

function endNode(
  document: PackedDocument,
  content: PdfDictionary,
  { first, last }: Omit<Branch, 'reference'>,
): Branch {
  const reference = document.ref({ ...content, Limits: [first, last] });
  reference.end();
  return { reference, first, last };
}

function chunks<Row>(rows: readonly Row[]): (readonly Row[])[] {
  const parts: (readonly Row[])[] = [];
  for (let at = 0; at < rows.length; at += ROWS_A_NODE) parts.push(rows.slice(at, at + ROWS_A_NODE));
  return parts;
}
