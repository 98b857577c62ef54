import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edgesOfDraft, learnRecurring, type PageEdges, structure } from '../../../src/structure/index.js';
import { draftOfText } from '../draft-of-text.js';

const SENTENCE = '河水涨了\uFF0C岸上的人都来看\uFF0C一直看到天黑才散去。';

/** A page of a town’s office: what the site prints on all of them, and what the office writes on all of them. */
function page(number: number): string {
  return [
    '小河在线\u3000掌上小河',
    `关于第${number}次检查的通知`,
    '各村民小组\uFF1A',
    `${SENTENCE}${number}${SENTENCE}`,
    `${number}${SENTENCE}${SENTENCE}`,
    '小河镇人民政府',
    `2024年3月${number}日`,
    '小河在线值班电话 12345',
    '本文链接\uFF1Ahttps://www.example.com/1.html',
  ].join('\n\n');
}

async function edges(text: string): Promise<PageEdges> {
  const found = edgesOfDraft(await draftOfText(text), {});
  if (!found) throw new TypeError('no host');
  return found;
}

const PAGES = [1, 2, 3, 4].map(page);

test('what most pages of a site print is its own, what an office writes is not', async () => {
  const recurring = learnRecurring(await Promise.all(PAGES.map(edges)));
  const { article, report } = structure(await draftOfText(page(5)), { recurring });
  expect(report.removed.filter(({ rule }) => rule === 'recurs-on-site').map(({ text }) => text)).toEqual([
    '小河在线\u3000掌上小河',
    '小河在线值班电话 12345',
  ]);
  expect(article.parts[0]?.children.map(({ type }) => type)).toEqual([
    'salutation',
    'paragraph',
    'paragraph',
    'signature',
  ]);
});

test('what an office heads all its reports with stays', async () => {
  const report = (number: number): string =>
    [
      '小河在线\u3000掌上小河',
      `第${number}年工作报告`,
      `${number}${SENTENCE}`,
      '一、工作回顾',
      `${SENTENCE}${number}${SENTENCE}`,
      '存在的问题',
      '二、工作打算',
      `${SENTENCE}${SENTENCE}${number}`,
      '小河在线值班电话 12345',
      '本文链接\uFF1Ahttps://www.example.com/1.html',
    ].join('\n\n');
  const recurring = learnRecurring(await Promise.all([1, 2, 3, 4].map((number) => edges(report(number)))));
  const removed = structure(await draftOfText(report(5)), { recurring }).report.removed;
  expect(removed.filter(({ rule }) => rule === 'recurs-on-site').map(({ text }) => text)).toEqual([
    '小河在线\u3000掌上小河',
    '小河在线值班电话 12345',
  ]);
});

test('two pages have nothing in common yet', async () => {
  expect(learnRecurring(await Promise.all(PAGES.slice(0, 2).map(edges))).size).toBe(0);
});

test('a page of another site keeps the line', async () => {
  const recurring = learnRecurring(await Promise.all(PAGES.map(edges)));
  const other = page(5).replace('example.com', 'other.com');
  const { report } = structure(await draftOfText(other), { recurring });
  expect(report.removed.map(({ rule }) => rule)).not.toContain('recurs-on-site');
});

test('the order of the pages makes no difference', async () => {
  const all = await Promise.all([...PAGES, page(9)].map(edges));
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      expect(learnRecurring(shuffled)).toEqual(learnRecurring(all));
    }),
  );
});
