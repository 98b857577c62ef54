import { expect, test } from 'vitest';
import { readArticle } from '../../../src/read-article.js';
import { docxReader } from '../../../src/readers/docx/read-docx.js';
import { codesOf, outlineOf, p, pack, r, readWord, root, styled, wordFile } from './word-file.js';

const PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

const picture = (id: string, alt: string): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

test('pictures come from inside the file, with what they show', async () => {
  const { draft } = await readWord(
    wordFile(p(picture('r1', '山间小路')) + p(`${r('文')}${picture('r1', '图片 1')}`), {
      relationships: [['r1', 'image', 'media/a.png']],
      files: { 'word/media/a.png': PNG },
    }),
  );
  expect(draft.blocks).toMatchObject([
    { type: 'figure', alt: '山间小路' },
    { type: 'line', inlines: [{ type: 'text' }, { type: 'image', alt: '' }] },
  ]);
  expect(Object.values(draft.images)).toMatchObject([{ state: 'present', widthPx: 1 }]);
});

test('a picture that is not there is missing, and said; one on the net is not fetched', async () => {
  const relationships = [
    ['r1', 'image', 'media/none.png'],
    ['r2', 'image', 'https://example.org/a.png'],
  ] as const;
  const parts = { relationships };
  expect(await codesOf(p(picture('r1', '甲')), parts)).toEqual(['image-missing']);
  expect(await codesOf(p(picture('r2', '乙')), parts)).toEqual(['image-remote']);
  expect(await codesOf(p(picture('none', '丙')), parts)).toEqual(['image-missing']);
});

test('notes in order of their marks; a mark without a note is none', async () => {
  const mark = (id: number, kind = 'footnote'): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
  const footnotes = `<w:footnote w:type="separator" w:id="-1">${p('<w:r><w:separator/></w:r>')}</w:footnote><w:footnote w:id="1">${p(`<w:r><w:footnoteRef/></w:r>${r(' 后注')}${mark(2)}`)}</w:footnote><w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${r(' 先注')}${mark(1)}`)}</w:footnote>`;
  const endnotes = `<w:endnote w:id="1">${p(r('尾注'))}</w:endnote>`;
  const { draft, diagnostics } = await readWord(
    wordFile(
      p(`${r('甲')}${mark(2)}${r('乙')}${mark(1)}${r('丙')}${mark(1, 'endnote')}${r('丁')}${mark(7)}`),
      { footnotes, endnotes },
    ),
  );
  expect(
    draft.notes.map(({ id, kind, children }) => [
      id,
      kind,
      children[0]?.type === 'line' && children[0].inlines[0],
    ]),
  ).toEqual([
    ['note-1', 'footnote', { type: 'text', text: '先注' }],
    ['note-2', 'footnote', { type: 'text', text: '后注' }],
    ['note-3', 'endnote', { type: 'text', text: '尾注' }],
  ]);
  expect(diagnostics).toMatchObject([{ code: 'note-undefined' }]);
});

test('the main part is found by relationship, under any prefixes, in strict files too', async () => {
  expect(await outlineOf(p('甲'), { main: 'content/text.xml' })).toEqual(['line 甲']);
  const strict =
    '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>甲</x:t></x:r></x:p></x:body></x:document>';
  expect(await outlineOf('', { files: { 'word/document.xml': strict } })).toEqual(['line 甲']);
});

test('a damaged part beside the text is said; damage of the text is an error', async () => {
  const files = { 'word/styles.xml': '<w:styles', 'word/numbering.xml': 'x' };
  const relationships = [['s', 'styles', 'styles.xml']] as const;
  expect(await outlineOf(p('甲'), { files, relationships })).toEqual(['line 甲']);
  expect(await codesOf(p('甲', styled('1')), { files, relationships })).toContain('docx-part-unreadable');
  const broken = wordFile('', { files: { 'word/document.xml': root('document', '<w:body>').slice(0, -13) } });
  await expect(docxReader.read(broken, {})).rejects.toMatchObject({ code: 'docx-unreadable' });
});

test('document types are refused', async () => {
  const bytes = wordFile('', {
    files: {
      'word/document.xml':
        '<!DOCTYPE x [<!ENTITY a "ha">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
    },
  });
  await expect(docxReader.read(bytes, {})).rejects.toMatchObject({ code: 'docx-unreadable' });
});

test.each([
  ['xl/workbook.xml', 'XLSX'],
  ['ppt/presentation.xml', 'PPTX'],
])('a package with %s is said to be %s', async (part, kind) => {
  const bytes = pack({ '[Content_Types].xml': '<Types/>', [part]: '<x/>', 'z/word/embedded.docx': 'x' });
  await expect(readArticle(bytes)).rejects.toMatchObject({ code: 'input-foreign', values: { kind } });
});

test('a zip that is nothing of all this', async () => {
  await expect(readArticle(pack({ 'a.txt': '字' }))).rejects.toMatchObject({ code: 'input-foreign' });
  await expect(docxReader.read(pack({ 'a.txt': '字' }), {})).rejects.toMatchObject({
    code: 'docx-unreadable',
  });
  await expect(docxReader.read(new Uint8Array(100), {})).rejects.toMatchObject({ code: 'docx-unreadable' });
});

test('old Word files and those under a password are told what to do', async () => {
  const ole = (name: string): Uint8Array =>
    Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...new Uint8Array(504),
      ...Buffer.from(name, 'utf16le'),
    ]);
  await expect(readArticle(ole('EncryptedPackage'))).rejects.toMatchObject({ code: 'docx-protected' });
  await expect(readArticle(ole('WordDocument'))).rejects.toMatchObject({ code: 'docx-old-word' });
  await expect(readArticle(ole('Workbook'))).rejects.toMatchObject({ code: 'input-foreign' });
});

const CORE =
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"';

test('a property counts where the text says the same', async () => {
  const core = (title: string, creator: string): Record<string, string> => ({
    'docProps/core.xml': `<cp:coreProperties ${CORE}><dc:title>${title}</dc:title><dc:creator>${creator}</dc:creator></cp:coreProperties>`,
  });
  const declared = async (files: Record<string, string>): Promise<unknown> =>
    (await readWord(wordFile(p('防汛工作总结') + p('作者\uFF1A王小明') + p('今年汛期来得早。'), { files })))
      .draft.declared;
  expect(await declared(core('PowerPoint 演示文稿', 'Administrator'))).toEqual({});
  expect(await declared(core('防汛工作总结', '王小明'))).toEqual({
    title: '防汛工作总结',
    authors: ['王小明'],
  });
});
