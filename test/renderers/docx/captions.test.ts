import { expect, test } from 'vitest';
import { type Block, plainText, type Table, walkBlocks } from '../../../src/model/index.js';
import { readArticle } from '../../../src/read-article.js';
import { docxRenderer } from '../../../src/renderers/docx/index.js';
import type { RenderOptions } from '../../../src/renderers/index.js';
import { makeStyleSheet } from '../../../src/style/index.js';
import { articleOf, paragraph, richArticle, section, text } from './rich-article.js';
import { elements, part, textOf } from './word-file.js';

const sheet = makeStyleSheet();

const picture = (caption: string): Block => ({
  type: 'figure',
  imageId: 'none',
  alt: '校门',
  caption: [text(caption)],
});
const table = (caption: string, ...cells: Block[]): Table => ({
  type: 'table',
  headRows: 0,
  columns: [{}],
  caption: [text(caption)],
  rows: [{ cells: [{ children: cells.length > 0 ? cells : [paragraph('甲')] }] }],
});

async function wordFile(blocks: readonly Block[], options: RenderOptions = {}): Promise<Uint8Array> {
  return (await docxRenderer.render(articleOf(...blocks), sheet, options)).bytes;
}

const fieldsIn = (xml: string): string[] =>
  [...xml.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, instruction = '']) => instruction.trim());

/** The captions of a file: as they read, and the fields in them. */
async function captions(...blocks: Block[]): Promise<[string, ...string[]][]> {
  const xml = part(await wordFile(blocks), 'word/document.xml');
  return elements(xml, 'p')
    .filter((each) => /w:val="(?:Table)?Caption"/.test(each))
    .map((each) => [textOf(each), ...fieldsIn(each)]);
}

test('the number of a caption is a field of its word that shows what its author wrote', async () => {
  expect(await captions(picture('图1　校门'), table('表 1\uFF1A成绩'), picture('图2 操场'))).toEqual([
    ['图1　校门', 'SEQ 图 \\* ARABIC'],
    ['表 1\uFF1A成绩', 'SEQ 表 \\* ARABIC'],
    ['图2 操场', 'SEQ 图 \\* ARABIC'],
  ]);
});

test('a number that is not the next is given to the field; one that no field writes stays text', async () => {
  expect(await captions(picture('图3 甲'), picture('图4 乙'), picture('图4 丙'), picture('图08 丁'))).toEqual(
    [
      ['图3 甲', 'SEQ 图 \\* ARABIC \\r 3'],
      ['图4 乙', 'SEQ 图 \\* ARABIC'],
      ['图4 丙', 'SEQ 图 \\* ARABIC \\r 4'],
      ['图08 丁'],
    ],
  );
});

test('Han numbers and English words have fields too; a caption without a number has none', async () => {
  expect(
    await captions(picture('图一 甲'), picture('图十二 乙'), picture('Fig. 1. c'), picture('丁')),
  ).toEqual([
    ['图一 甲', 'SEQ 图 \\* CHINESENUM3'],
    ['图十二 乙', 'SEQ 图 \\* CHINESENUM3 \\r 12'],
    ['Fig. 1. c', 'SEQ Fig \\* ARABIC'],
    ['丁'],
  ]);
});

test('numbers within chapters begin again below the chapter, whose number is a field where Word prints it so', async () => {
  const chapters = [
    section('1.|甲', picture('图1-1 子'), picture('图1-2 丑')),
    section('2.|乙', picture('图2-1 寅'), section('2.1|丙', table('表2.1-1 卯'))),
  ];
  expect(await captions(...chapters)).toEqual([
    ['图1-1 子', 'STYLEREF 1 \\s', 'SEQ 图 \\* ARABIC \\s 1'],
    ['图1-2 丑', 'STYLEREF 1 \\s', 'SEQ 图 \\* ARABIC \\s 1'],
    ['图2-1 寅', 'STYLEREF 1 \\s', 'SEQ 图 \\* ARABIC \\r 1 \\s 1'],
    ['表2.1-1 卯', 'STYLEREF 2 \\s', 'SEQ 表 \\* ARABIC \\s 2'],
  ]);
});

test('第二章 would print 二: its captions keep the 2 as text and begin again with it', async () => {
  const chapters = [
    section('第一章|甲', picture('图1-1 子'), picture('图1-2 丑')),
    section('第二章|乙', picture('图2-1 寅'), picture('图2-2 卯')),
    section('第三章|丙', picture('图3-2 辰'), picture('图9-1 巳')),
  ];
  expect(await captions(...chapters)).toEqual([
    ['图1-1 子', 'SEQ 图 \\* ARABIC \\s 1'],
    ['图1-2 丑', 'SEQ 图 \\* ARABIC \\s 1'],
    ['图2-1 寅', 'SEQ 图 \\* ARABIC \\r 1 \\s 1'],
    ['图2-2 卯', 'SEQ 图 \\* ARABIC \\s 1'],
    ['图3-2 辰', 'SEQ 图 \\* ARABIC \\r 2 \\s 1'],
    ['图9-1 巳', 'SEQ 图 \\* ARABIC \\r 1'],
  ]);
});

test('a bookmark encloses word and number, and no more', async () => {
  const xml = part(await wordFile([picture('图1　校门')]), 'word/document.xml');
  const [inside = ''] = /<w:bookmarkStart w:name="_Ref\d{9}".*?<w:bookmarkEnd /.exec(xml) ?? [];
  expect(textOf(inside)).toBe('图1');
});

test('a number in strong text stays strong, and the field in it', async () => {
  const caption: Block = {
    type: 'figure',
    imageId: 'none',
    alt: '',
    caption: [{ type: 'strong', children: [text('图1')] }, text(' 校门')],
  };
  const xml = part(await wordFile([caption]), 'word/document.xml');
  const [inside = ''] = /<w:bookmarkStart w:name="_Ref.*?<w:bookmarkEnd /.exec(xml) ?? [];
  expect(elements(inside, 'r').filter((run) => run.includes('<w:t'))).toHaveLength(2);
  expect(inside.match(/<w:rStyle w:val="Strong"\/>/g)).toHaveLength(2);
});

test('captions in notes are text, since Word counts them apart', async () => {
  const article = {
    ...articleOf(paragraph('甲', { type: 'noteReference', noteId: '1' }), picture('图1 乙')),
    notes: [{ id: '1', kind: 'footnote' as const, children: [picture('图1 注中的图')] }],
  };
  const { bytes } = await docxRenderer.render(article, sheet, {});
  expect(elements(part(bytes, 'word/footnotes.xml'), 'p').map(textOf)).toContain('图1 注中的图');
  expect(fieldsIn(part(bytes, 'word/footnotes.xml'))).toEqual([]);
  expect(fieldsIn(part(bytes, 'word/document.xml'))).toEqual(['SEQ 图 \\* ARABIC']);
});

test('read again, captions are what they were', async () => {
  // a picture that is missing is read as the words that stand for it
  const written = [...walkBlocks(richArticle)].filter(
    (block) => block.type === 'table' || (block.type === 'figure' && block.imageId === 'dot'),
  );
  const blocks = written.map((block, index) => ({
    ...block,
    caption: [text(`${block.type === 'figure' ? '图' : '表'}1-${index + 2}　甲`)],
  })) as Block[];
  const { bytes } = await docxRenderer.render({ ...richArticle, parts: [{ children: blocks }] }, sheet, {});
  const { article } = await readArticle(bytes);
  const captionsOf = (all: Iterable<Block>): string[] =>
    [...all].flatMap((block) => ('caption' in block && block.caption ? [plainText(block.caption)] : []));
  expect(captionsOf(blocks).length).toBeGreaterThan(1);
  expect(captionsOf(walkBlocks(article))).toEqual(captionsOf(blocks));
});
