import { beforeAll, expect, test } from 'vitest';
import { layoutArticle } from '../../../src/composer/index.js';
import { type DocumentFonts, openFonts } from '../../../src/fonts/index.js';
import type { Article } from '../../../src/model/index.js';
import { metadataOf } from '../../../src/renderers/pdf/metadata.js';
import { writePdf } from '../../../src/renderers/pdf/write-pdf.js';
import { makeStyleSheet } from '../../../src/style/index.js';
import { article, footnote, marked, paragraph } from '../../composer/articles.js';
import { dictionariesWith, type ReadPdf, readPdf } from './read-pdf.js';

const SHEET = makeStyleSheet();
let fonts: DocumentFonts;

beforeAll(async () => {
  fonts = await openFonts(SHEET);
});

async function write(input: Article, archive: boolean): Promise<ReadPdf> {
  const layout = layoutArticle(input, SHEET, fonts);
  const { bytes } = await writePdf({ layout, fonts, images: {}, metadata: metadataOf(input), archive });
  return readPdf(bytes);
}

const xmpOf = (pdf: ReadPdf): string =>
  [...pdf.objects.values()].find(({ dictionary }) => dictionary.includes('/Metadata'))?.stream ?? '';

test('an archived file says so in its metadata, and describes the schema that PDF/A does not know', async () => {
  const xmp = xmpOf(await write(article([paragraph('天地')]), true));
  expect(xmp).toContain('<pdfaid:part>2</pdfaid:part>');
  expect(xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
  expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(xmp).toContain('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>');
});

test('an archived file names the colours it is meant in, with their profile', async () => {
  const pdf = await write(article([paragraph('天地')]), true);
  const [intent = ''] = dictionariesWith(pdf, 'Type', 'OutputIntent');
  const profile = pdf.objects.get(Number(/\/DestOutputProfile (\d+) 0 R/.exec(intent)?.[1]));
  expect(intent).toContain('/S /GTS_PDFA1');
  expect(profile?.dictionary).toContain('/N 3');
  expect(profile?.stream?.slice(36, 40)).toBe('acsp');
});

test('no other file claims any of it', async () => {
  const pdf = await write(article([paragraph('天地')]), false);
  expect(xmpOf(pdf)).not.toContain('pdfaid');
  expect(dictionariesWith(pdf, 'Type', 'OutputIntent')).toEqual([]);
});

test('every note can be named, and found by its name', async () => {
  const input = article([marked('天地', 'a'), marked('玄黄', 'b')], {
    notes: [footnote('a', '注一'), footnote('b', '注二')],
  });
  const pdf = await write(input, true);
  const names = dictionariesWith(pdf, 'S', 'Note').map((note) => /\/ID \((.*?)\)/.exec(note)?.[1] ?? '');
  expect(new Set(names).size).toBe(2);
  const [root = ''] = dictionariesWith(pdf, 'Type', 'StructTreeRoot');
  expect(root.replace(/\s+/g, ' ')).toMatch(
    new RegExp(`/IDTree.*/Names \\[\\(${names[0]}\\) .*\\(${names[1]}\\)`),
  );
});

test('a list says whether it has numbers or bullets', async () => {
  const item = (text: string): { readonly children: readonly ReturnType<typeof paragraph>[] } => ({
    children: [paragraph(text)],
  });
  const list = (ordered: boolean): Article['lead'][number] => ({
    type: 'list',
    ordered,
    items: [item('天'), item('地')],
  });
  const pdf = await write(article([list(true), list(false)]), true);
  expect(dictionariesWith(pdf, 'S', 'L').map((each) => /\/ListNumbering \/(\w+)/.exec(each)?.[1])).toEqual([
    'Decimal',
    'Disc',
  ]);
});
