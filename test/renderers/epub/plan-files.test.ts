import { expect, test } from 'vitest';
import type { Article } from '../../../src/model/index.js';
import { headingSource } from '../../../src/renderers/epub/chapters.js';
import { planFiles } from '../../../src/renderers/epub/plan-files.js';
import { headingLine } from '../../../src/renderers/epub/sections.js';
import { makeStyleSheet } from '../../../src/style/index.js';
import { article, label, longText, paragraph, section } from './articles.js';
import { openBook, sheet } from './opened-book.js';

/** One line a file: kind, heading, blocks under it + blocks behind it. */
function plan(book: Article, style = sheet): string[] {
  return planFiles(book, style).map(({ kind, node, blocks, tail }) => {
    const heading = node ? ` ${headingLine(headingSource(node))}` : '';
    return `${kind}${heading} ${blocks.length}+${tail.length}`;
  });
}

test('every top section is a file, and what stands between them follows the one before', () => {
  expect(
    plan(article([paragraph('前'), section('甲', [section('乙', [])]), paragraph('中'), section('丙', [])])),
  ).toEqual(['opening 1+0', 'section 甲 1+1', 'section 丙 0+0']);
});

test('run-in sections are paragraphs with a name, not files', () => {
  expect(plan(article([section('甲。', [paragraph('正文。')], { runIn: true })]))).toEqual(['opening 1+0']);
});

test('a chapter inside a volume is a file', () => {
  const chapter = section('初来', [paragraph('正文。')], { label: label('第一回', 'chapter') });
  expect(
    plan(article([section('上', [paragraph('引。'), chapter], { label: label('卷一', 'volume') })])),
  ).toEqual(['opening 0+0', 'section 卷一\u3000上 1+0', 'section 第一回\u3000初来 1+0']);
});

test('a section whose style starts a page is a file', () => {
  const style = makeStyleSheet({ changes: { styles: { 'heading-2': { pageBreakBefore: 'page' } } } });
  expect(plan(article([section('甲', [section('乙', [])])]), style)).toEqual([
    'opening 0+0',
    'section 甲 0+0',
    'section 乙 0+0',
  ]);
});

test('a long section is cut at the next level', () => {
  const long = section('甲', [
    ...longText(2),
    section('乙', longText(150)),
    paragraph('中'),
    section('丙', longText(150)),
  ]);
  expect(plan(article([long]))).toEqual([
    'opening 0+0',
    'section 甲 2+0',
    'section 乙 150+1',
    'section 丙 150+0',
  ]);
});

test('a long text without sections goes on in further files, none too long', async () => {
  const book = article([section('甲', longText(700)), ...longText(300)]);
  expect(plan(book).map((line) => line.replace(/\d+\+\d+/, 'n'))).toEqual([
    'opening n',
    'section 甲 n',
    'continuation 甲 n',
    'continuation 甲 n',
    'continuation 甲 n',
    'continuation 甲 n',
  ]);
  const { names, part } = await openBook(book);
  for (const name of names.filter((each) => each.endsWith('.xhtml'))) {
    expect(Buffer.byteLength(part(name.replace('OEBPS/', ''))), name).toBeLessThan(260_000);
  }
  expect(part('chapter-002.xhtml')).toContain('<section class="continued" aria-label="甲\uFF08续\uFF09">');
});
