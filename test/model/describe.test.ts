import { expect, test } from 'vitest';
import { type Article, type Block, describe } from '../../src/model/index.js';

const paragraph = (text: string): Block => ({ type: 'paragraph', children: [{ type: 'text', text }] });
const article = (children: readonly Block[], more: Partial<Article> = {}): Article => ({
  language: 'zh-Hans',
  provenance: { authors: [] },
  lead: [],
  parts: [{ children }],
  notes: [],
  images: {},
  ...more,
});

test('the summary of the source comes first, then the lead, then the first paragraph', () => {
  const blocks = [paragraph('  '), paragraph('第一段。'), paragraph('第二段。')];
  const lead = [paragraph('前言\n二行。')];
  expect(describe(article(blocks, { lead, about: { description: '摘要。' } }))).toBe('摘要。');
  expect(describe(article(blocks, { lead }))).toBe('前言 二行。');
  expect(describe(article(blocks))).toBe('第一段。');
  const section: Block = { type: 'section', heading: [], children: [paragraph('节内。')] };
  expect(describe(article([section]))).toBe('节内。');
  expect(describe(article([]))).toBe('');
});

test('a long text ends with a sentence where one ends in time', () => {
  const sentence = `${'长'.repeat(99)}。`;
  expect(describe(article([paragraph(sentence.repeat(4))]))).toBe(sentence.repeat(2));
  const endless = describe(article([paragraph('长'.repeat(400))]));
  expect(endless).toBe(`${'长'.repeat(250)}…`);
});
