import { expect, test } from 'vitest';
import { convert } from '../../../src/convert.js';
import type { PdfAttachment } from '../../../src/renderers/index.js';
import { article, paragraph } from '../../composer/articles.js';
import { dictionariesWith, readPdf } from './read-pdf.js';
import { pdfOf, readPdfOf } from './render.js';

const ARTICLE = article([paragraph('天地玄黄')]);
const NOTE: PdfAttachment = { name: 'note.txt', bytes: Buffer.from('天地'), mediaType: 'text/plain' };

test('the source travels in the PDF, byte by byte', async () => {
  const source = Buffer.from('春天的河\n\n河水涨了\uFF0C岸上的人都来看。\n');
  const { bytes } = await convert(source, { to: 'pdf', fileName: 'river.txt', attachSource: true });
  const pdf = readPdf(bytes);
  const [file] = [...pdf.objects.values()].filter(({ dictionary }) => dictionary.includes('/EmbeddedFile\n'));
  expect(Buffer.from(file?.stream ?? '', 'latin1').equals(source)).toBe(true);
  expect(file?.dictionary).toContain('/Subtype /text#2Fplain');
  const [spec = ''] = dictionariesWith(pdf, 'Type', 'Filespec');
  expect(spec).toContain('/AFRelationship /Source');
  expect(spec).toContain('/UF (river.txt)');
  const [catalogue = ''] = dictionariesWith(pdf, 'Type', 'Catalog');
  expect(catalogue).toMatch(/\/AF \[\d+ 0 R\]/);
});

test('the same attachment gives the same bytes, whatever the clock', async () => {
  const once = await pdfOf(ARTICLE, { attachments: [NOTE] });
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(Buffer.compare(once, await pdfOf(ARTICLE, { attachments: [NOTE] }))).toBe(0);
  expect(Buffer.from(once).toString('latin1')).not.toContain('/ModDate');
});

test('a date that is given is told', async () => {
  const dated = { ...NOTE, modifiedOn: new Date('2024-02-29T12:00:00Z') };
  const pdf = await readPdfOf(ARTICLE, { attachments: [dated] });
  expect([...pdf.objects.values()].some(({ dictionary }) => dictionary.includes('(D:20240229120000Z)'))).toBe(
    true,
  );
});

test.each([
  [undefined, '2'],
  [[NOTE], '3'],
])('an archive with attachments %# follows part %s of PDF/A', async (attachments, part) => {
  const options = { archive: true, ...(attachments && { attachments }) };
  const pdf = await readPdfOf(ARTICLE, options);
  const xmp = [...pdf.objects.values()].find(({ dictionary }) => dictionary.includes('/Metadata'))?.stream;
  expect(/<pdfaid:part>(\d)/.exec(xmp ?? '')?.[1]).toBe(part);
});

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\temp\\a.txt', 'a.txt'],
  ['.profile', '_profile'],
  ['a\u0000b?.txt', 'a_b_.txt'],
  ['', 'attachment'],
])('the name %j is offered as %j', async (name, shown) => {
  const pdf = await readPdfOf(ARTICLE, { attachments: [{ ...NOTE, name }] });
  expect(dictionariesWith(pdf, 'Type', 'Filespec')[0]).toContain(`/UF (${shown})`);
});

test('two of one name are refused', async () => {
  const alike = pdfOf(ARTICLE, { attachments: [NOTE, { ...NOTE, name: 'x/note.txt' }] });
  await expect(alike).rejects.toMatchObject({ code: 'attachments-alike', values: { name: 'note.txt' } });
});

test('what is no media type is a mistake of the caller', async () => {
  await expect(pdfOf(ARTICLE, { attachments: [{ ...NOTE, mediaType: 'text' }] })).rejects.toThrow(TypeError);
});
