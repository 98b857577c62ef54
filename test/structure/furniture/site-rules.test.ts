import { describe, expect, test } from 'vitest';
import type { HostRules } from '../../../src/structure/index.js';
import { type Structured, structure } from '../../../src/structure/index.js';
import { articleAsText } from '../article-as-text.js';
import { draftOfText } from '../draft-of-text.js';

const TEXT = '河水涨了\uFF0C岸上的人都来看\uFF0C一直看到天黑才散去\uFF0C第二天又来。';

async function read(
  text: string,
  rules: HostRules,
  { host = '*', keepAll = false }: { host?: string; keepAll?: boolean } = {},
): Promise<Structured> {
  return structure(await draftOfText(text), { keepAll, rules: { hosts: { [host]: rules } } });
}

function shown({ article, report }: Structured): string[] {
  return articleAsText(article, report).split('\n');
}

const PAGE = `旧事\n\n${TEXT}\n\n小河客户端独家呈现\n\n${TEXT}\n\n本文链接\uFF1Ahttps://news.example.com/1.html\n`;

test('a line that the rules drop goes and is reported', async () => {
  const lines = shown(await read(PAGE, { drop: ['小河客户端*'] }));
  expect(lines).toContain('removed site-rule: 小河客户端独家呈现');
  expect(lines.some((line) => line.includes('paragraph') && line.includes('小河客户端'))).toBe(false);
});

test('a line that the rules keep stays, whatever else would take it', async () => {
  const page = `旧事\n\n${TEXT}\n\n上一篇\uFF1A某文\n`;
  expect(shown(await read(page, {}))).toContain('removed neighbours: 上一篇\uFF1A某文');
  const lines = shown(await read(page, { keep: ['上一篇*'], drop: ['*某文'] }));
  expect(lines.filter((line) => line.includes('某文'))).toEqual(['paragraph 上一篇\uFF1A某文']);
});

test('with keepAll even the rules take nothing', async () => {
  const { report } = await read(PAGE, { drop: ['小河客户端*'] }, { keepAll: true });
  expect(report.removed).toEqual([]);
});

test('title, author, day and source are read where the rules say', async () => {
  const page = `小河客户端 | 旧事二题\n执笔人林一\n2024-03-02T08:00 发出\n稿源<县报>\n\n${TEXT}\n\n${TEXT}\n`;
  const { article } = await read(page, {
    title: '小河客户端 | {}',
    author: '执笔人{}',
    date: '{} 发出',
    source: '稿源<{}>',
  });
  expect(article).toMatchObject({
    title: '旧事二题',
    provenance: { authors: ['林一'], publishedOn: '2024-03-02', sourceName: '县报' },
  });
});

test('headings are the lines that the rules name, and no others', async () => {
  const page = `旧事\n\n第一讲 水\n\n一、甲\n\n${TEXT}\n\n二、乙\n\n${TEXT}\n\n第二讲 岸\n\n${TEXT}\n`;
  const lines = shown(await read(page, { numbers: ['第#讲 *'] }));
  expect(lines.filter((line) => line.startsWith('section')).length).toBe(2);
});

describe('rules count for a host', () => {
  test.each([
    ['example.com', true],
    ['news.example.com', true],
    ['*', true],
    ['other.com', false],
    ['ample.com', false],
  ])('%s on a page of news.example.com: %s', async (host, counts) => {
    const { diagnostics } = await read(PAGE, { drop: ['小河客户端*'] }, { host });
    expect(diagnostics.some(({ code }) => code === 'site-rules-used')).toBe(counts);
  });
});
