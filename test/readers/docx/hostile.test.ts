import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { docxReader } from '../../../src/readers/docx/read-docx.js';
import { ZipArchive } from '../../../src/zip/index.js';
import { outlineOf, p, pack, r, readWord, style, styled, wordFile } from './word-file.js';

const DEEP = 20_000;

function inside(open: string, close: string, text: string): string {
  return `${open.repeat(DEEP)}${text}${close.repeat(DEEP)}`;
}

test.each([
  ['tables', '<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'],
  ['controls', '<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>'],
  ['insertions', '<w:ins w:id="1">', '</w:ins>'],
  ['text boxes', '<w:p><w:r><w:pict><w:txbxContent>', '</w:txbxContent></w:pict></w:r></w:p>'],
])('%s in themselves without end keep their text', async (_what, open, close) => {
  const lines = await outlineOf(inside(open, close, p('深处')) + p('文'));
  expect(lines.map((line) => line.trim()).filter((line) => line.includes('深处'))).toHaveLength(1);
  expect(lines.at(-1)).toBe('line 文');
});

test('runs in themselves are one line', async () => {
  const open = '<w:hyperlink w:anchor="x">';
  expect(await outlineOf(p(inside(open, '</w:hyperlink>', r('深处'))))).toEqual(['line 深处']);
});

test('a chain of styles without end', async () => {
  const styles = Array.from({ length: 2000 }, (_, at) =>
    style(`s${at}`, `样式${at}`, `<w:basedOn w:val="s${at + 1}"/>`),
  ).join('');
  expect(await outlineOf(p('文', styled('s0')), { styles })).toEqual(['line 文']);
});

test('control characters and halves of pairs are taken out', async () => {
  expect(await outlineOf(p(r('甲\u0001乙\uFFFE丙\u0000丁')))).toEqual(['line 甲乙丙丁']);
  await expect(readWord(wordFile(p('甲&#1;')))).rejects.toMatchObject({ code: 'docx-unreadable' });
});

test('a part that inflates beyond reason is not read', async () => {
  const bomb = new Uint8Array(64 * 1024 * 1024);
  const bytes = wordFile(p('文'), {
    files: { 'word/styles.xml': bomb },
    relationships: [['s', 'styles', 'styles.xml']],
  });
  expect(bytes.length).toBeLessThan(200_000);
  const { draft, diagnostics } = await readWord(bytes);
  expect(draft.blocks).toHaveLength(1);
  expect(diagnostics).toMatchObject([{ code: 'docx-part-unreadable', values: { part: 'word/styles.xml' } }]);
});

test('what the headers of a zip say of sizes counts nothing', () => {
  const bytes = zipSync({ 'a.txt': new Uint8Array(100_000).fill(65) });
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 30 < bytes.length; at++) {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 10, true);
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0xffff_fff0, true);
  }
  expect(new ZipArchive(bytes).read('a.txt')).toHaveLength(100_000);
});

test('names are found whatever their case; one that climbs out is only a name', () => {
  const zip = new ZipArchive(pack({ 'Word\\Document.XML': 'a', '../../evil': 'b' }));
  expect(zip.read('word/document.xml')).toHaveLength(1);
  expect([...zip.names]).toEqual(['word/document.xml', '../../evil']);
});

test('a damaged zip, one under a password, and one cut off are told apart from text', async () => {
  const whole = wordFile(p('文'));
  await expect(docxReader.read(whole.subarray(0, whole.length / 2), {})).rejects.toMatchObject({
    code: 'docx-unreadable',
    values: { reason: 'damaged zip' },
  });
  const locked = whole.slice();
  const view = new DataView(locked.buffer);
  for (let at = 0; at + 30 < locked.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
  }
  await expect(docxReader.read(locked, {})).rejects.toMatchObject({ values: { reason: 'encrypted' } });
});

test('an empty document is an empty input', async () => {
  await expect(readWord(wordFile(p('') + p('')))).rejects.toMatchObject({ code: 'input-empty' });
});
