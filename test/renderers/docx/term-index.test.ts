import { expect, test } from 'vitest';
import type { Article, IndexTerm } from '../../../src/model/index.js';
import { readArticle } from '../../../src/read-article.js';
import { docxRenderer, renderDocx } from '../../../src/renderers/docx/index.js';
import { makeStyleSheet } from '../../../src/style/index.js';
import { articleOf, paragraph, text } from './rich-article.js';
import { elements, part, textOf, unescaped } from './word-file.js';

const term = (name: string, more: Partial<IndexTerm> = {}): IndexTerm => ({
  type: 'indexTerm',
  term: name,
  children: [text(name)],
  ...more,
});

const ARTICLE = articleOf(
  paragraph(
    text('论'),
    term('版心'),
    text('与'),
    term('行长', { sub: '极限', reading: 'hangchang' }),
    term('12:30 "A"', { children: [] }),
  ),
);

async function documentOf(article: Article): Promise<string> {
  const { bytes } = await docxRenderer.render(article, makeStyleSheet(), {});
  return part(bytes, 'word/document.xml');
}

const instructionsIn = (xml: string): string[] =>
  [...xml.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, code = '']) => unescaped(code).trim());

test('terms are XE fields of Word, and the index an INDEX field that is filled', async () => {
  const xml = await documentOf(ARTICLE);
  expect(instructionsIn(xml)).toEqual([
    'XE "版心"',
    'XE "行长:极限" \\y "hangchang"',
    'XE "12\\:30 \\"A\\""',
    'INDEX \\e "\u3000" \\l "、" \\g "\u2014" \\h "A" \\o "P" \\z "2052"',
  ]);
  const lines = elements(xml, 'p').map((line) => [/<w:pStyle w:val="(\w+)"/.exec(line)?.[1], textOf(line)]);
  expect(lines.slice(lines.findIndex(([style]) => style === 'IndexTitle'))).toEqual([
    ['IndexTitle', '索\u3000引'],
    ['IndexHeading', '0\u20149'],
    ['Index1', '12:30 "A"\u30001'],
    ['IndexHeading', 'B'],
    ['Index1', '版心\u30001'],
    ['IndexHeading', 'H'],
    ['Index1', '行长'],
    ['Index2', '极限\u30001'],
  ]);
});

test('its fields begin and end', async () => {
  const xml = await documentOf(ARTICLE);
  const count = (type: string): number => xml.split(`w:fldCharType="${type}"`).length - 1;
  expect(count('begin')).toBe(count('end'));
});

test('without marked terms nothing is laid out for it', async () => {
  const never = async (): Promise<never> => {
    throw new Error('asked for pages');
  };
  const article = articleOf(paragraph(text('论')));
  await expect(renderDocx(article, makeStyleSheet(), never)).resolves.toBeDefined();
});

test('what is read from it has the terms and not the index', async () => {
  const { bytes } = await docxRenderer.render(ARTICLE, makeStyleSheet(), {});
  const { article } = await readArticle(bytes);
  const alone = (name: string, more: Partial<IndexTerm> = {}): IndexTerm =>
    term(name, { children: [], ...more });
  expect(article.parts[0]?.children).toEqual([
    {
      type: 'paragraph',
      children: [
        text('论'),
        alone('版心'),
        text('版心与'),
        alone('行长', { sub: '极限', reading: 'hangchang' }),
        text('行长'),
        alone('12:30 "A"'),
      ],
    },
  ]);
});
