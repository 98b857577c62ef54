import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { articleText, formatOutline, plainText } from '../../src/model/index.js';
import { structure } from '../../src/structure/index.js';
import { draftOfText } from './draft-of-text.js';

const FILE = fileURLToPath(new URL('../../../shared/corpus/seed-article.txt', import.meta.url));

test.skipIf(!existsSync(FILE))('the article that started it all is understood whole', async () => {
  const source = readFileSync(FILE, 'utf8');
  const { article, report } = structure(await draftOfText(source));
  expect(article.title).toBe('全国疫情打赢疫情防控阻击战的心得体会3篇');
  expect(article.provenance).toEqual({
    authors: [],
    publishedOn: '2021-10-01',
    sourceUrl: 'https://www.benqdjg.com/news/73891/',
    channel: '热门推荐',
  });
  expect(article.parts.map(({ title }) => plainText(title ?? []))).toEqual(
    Array(3).fill('全国疫情打赢疫情防控阻击战的心得体会'),
  );
  expect(
    formatOutline(article)
      .split('\n')
      .map((line) => line.trim().slice(0, 18)),
  ).toEqual([
    'part 全国疫情打赢疫情防控阻击战',
    'section [一、] 谋划和推进',
    'section [二、] 用好底线思',
    'section [三、] 坚持底线思',
    'part 全国疫情打赢疫情防控阻击战',
    'part 全国疫情打赢疫情防控阻击战',
  ]);
  expect(report.repairs).toEqual([{ rule: 'full-width-punctuation', count: 297 }]);
  expect(report.removed.map(({ line, rule }) => `${line} ${rule}`)).toEqual([
    '3 metadata',
    '3 breadcrumb',
    '5 site-tag',
    '7 site-lead',
    '77 source-address',
    '79 related',
    '81 related',
  ]);
  const text = articleText(article);
  expect(text).not.toMatch(/热门推荐|本站|[,;?]/);
  const squeezed = text.replace(/\s/gu, '');
  const paragraphs = source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length > 60 && !line.includes('本站'));
  for (const paragraph of paragraphs) {
    for (const sentence of paragraph.split('。').filter((part) => part.length > 12)) {
      const wide = sentence
        .replaceAll(',', '\uFF0C')
        .replaceAll(';', '\uFF1B')
        .replaceAll(':', '\uFF1A')
        .replaceAll('?', '\uFF1F');
      expect(squeezed.split(wide.replace(/\s/gu, '')).length - 1, sentence).toBe(1);
    }
  }
});
