import { type PdfData, type PdfEntries, parseObject } from './parse-object.js';
import { readPdf } from './read-pdf.js';

/** A finished PDF as data, with the ways that rules about it go. */
export interface OpenPdf {
  readonly catalogue: PdfEntries;
  readonly pages: readonly OpenPage[];
  /** What a reference leads to; other values as they are. */
  readonly see: (value: PdfData | undefined) => PdfData | undefined;
  /** The same, of an entry. */
  readonly entry: (of: PdfData | undefined, ...keys: readonly string[]) => PdfData | undefined;
  readonly objects: ReadonlyMap<number, PdfData>;
  readonly streams: ReadonlyMap<number, string>;
}

export interface OpenPage {
  readonly id: number;
  readonly data: PdfEntries;
  readonly content: string;
}

export const isEntries = (value: PdfData | undefined): value is PdfEntries =>
  typeof value === 'object' && value !== null && 'entries' in value;

export const list = (value: PdfData | undefined): readonly PdfData[] =>
  Array.isArray(value) ? (value as readonly PdfData[]) : value === undefined || value === null ? [] : [value];

export const textOf = (value: PdfData | undefined): string | undefined =>
  typeof value === 'object' && value !== null && 'text' in value ? value.text : undefined;

export const refOf = (value: PdfData | undefined): number =>
  typeof value === 'object' && value !== null && 'ref' in value ? value.ref : -1;

export function openPdf(bytes: Uint8Array): OpenPdf {
  const { objects: sources, trailer } = readPdf(bytes);
  const objects = new Map([...sources].map(([id, { dictionary }]) => [id, parseObject(dictionary)]));
  const streams = new Map([...sources].map(([id, { stream }]) => [id, stream ?? '']));
  const see = (value: PdfData | undefined): PdfData | undefined => {
    const id = refOf(value);
    return id < 0 ? value : objects.get(id);
  };
  const entry = (of: PdfData | undefined, ...keys: readonly string[]): PdfData | undefined =>
    keys.reduce((value, key) => {
      const seen = see(value);
      return isEntries(seen) ? see(seen.entries.get(key)) : undefined;
    }, of);
  const catalogue = objects.get(Number(/\/Root (\d+)/.exec(trailer)?.[1]));
  if (!isEntries(catalogue)) throw new RangeError('the file has no catalogue');
  const kids = list(entry(catalogue, 'Pages', 'Kids')).map(refOf);
  const pages = kids.map((id): OpenPage => {
    const data = objects.get(id);
    if (!isEntries(data)) throw new RangeError(`object ${id} is no page`);
    return { id, data, content: streams.get(refOf(data.entries.get('Contents'))) ?? '' };
  });
  return { catalogue, pages, see, entry, objects, streams };
}

/** Rows of a name or number tree, in order. */
export function treeRows(pdf: OpenPdf, root: PdfData | undefined): [key: PdfData, value: PdfData][] {
  const kids = list(pdf.entry(root, 'Kids'));
  if (kids.length > 0) return kids.flatMap((kid) => treeRows(pdf, kid));
  const flat = list(pdf.entry(root, 'Names') ?? pdf.entry(root, 'Nums'));
  return Array.from({ length: flat.length / 2 }, (_, row) => [
    flat[row * 2] ?? null,
    flat[row * 2 + 1] ?? null,
  ]);
}
