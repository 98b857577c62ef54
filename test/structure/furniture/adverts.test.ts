import { expect, test } from 'vitest';
import { blockText } from '../../../src/model/index.js';
import { readArticle } from '../../../src/read-article.js';

const BEFORE = '天地玄黄宇宙洪荒日月盈昃辰宿列张\uFF0C寒来暑往秋收冬藏。';
const AFTER = '闰余成岁律吕调阳。';

/** What is left of a paragraph with a sentence in its middle, and what the report says went. */
async function cut(sentence: string): Promise<{ left: string; removed: string[] }> {
  const markdown = `# 说明\n\n${BEFORE}${sentence}${AFTER}\n\n后来他们散了。\n`;
  const { article, report } = await readArticle(new TextEncoder().encode(markdown), { from: 'markdown' });
  const [paragraph] = article.parts[0]?.children ?? [];
  return { left: paragraph ? blockText(paragraph) : '', removed: report.removed.map(({ text }) => text) };
}

test('a site that praises itself goes, also where its address is a link', async () => {
  const sentence = '最新章节请到 https://www.example.com 阅读。';
  expect(await cut(sentence)).toEqual({ left: BEFORE + AFTER, removed: [sentence] });
});

test.each([
  '下载地址是 https://example.org/data/2025/full.tar.zst?mirror=cn 。',
  '欢迎到 https://example.com/guide 下载。',
])('an address with a page is what the author points at: %s', async (sentence) => {
  const { left, removed } = await cut(sentence);
  expect(removed).toEqual([]);
  expect(left).toContain('https://example.');
});
