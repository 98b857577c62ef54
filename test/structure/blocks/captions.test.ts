import { expect, test } from 'vitest';
import { readDraft } from '../../../src/readers/index.js';
import { structure } from '../../../src/structure/index.js';
import { articleAsText } from '../article-as-text.js';

const LONG = '水库边看鸟的人比去年多了一倍\uFF0C大家自觉站在木栈道外面\uFF0C不说话\uFF0C也不用闪光灯。';

async function linesOf(body: string): Promise<string[]> {
  const html = `<article><h1>水库边的候鸟</h1><p>${LONG}</p>${body}<p>${LONG}</p></article>`;
  const seen = await readDraft(new TextEncoder().encode(html), { from: 'html' });
  if ('article' in seen) throw new TypeError('the page was read as an article');
  const { article, report } = structure(seen.draft);
  return articleAsText(article, report).split('\n');
}

test.each([
  ['by its words', '<p><img src="a.jpg"></p><p>图为巡护员在记录。何平 摄</p>', '图为巡护员在记录。何平 摄'],
  ['by its place', '<p><img src="a.jpg"></p><p style="text-align:center">清晨的一角</p>', '清晨的一角'],
  ['by its title alone', '<p><img src="a.jpg" title="清晨的一角"></p>', '清晨的一角'],
  ['by a line, whatever its title', '<p><img src="a.jpg" title="一角"></p><p>图1 清晨</p>', '图1 清晨'],
  ['by its figure', '<figure><img src="a.jpg" title="一角"><figcaption>清晨</figcaption></figure>', '清晨'],
  ['above, where it points down', '<p>▼三只黑鹳</p><p><img src="a.jpg"></p>', '▼三只黑鹳'],
])('a line is the caption of its picture %s', async (_, body, caption) => {
  expect(await linesOf(body)).toContain(`figure ${caption}`);
});

test('a paragraph under a picture stays one', async () => {
  expect(await linesOf(`<p><img src="a.jpg"></p>`)).toContain(`paragraph ${LONG}`);
});

test('表1 above a table of the markup is its caption', async () => {
  const table =
    '<p>表1 三年的数量</p><table><tr><td>年</td><td>只</td></tr><tr><td>2019</td><td>1</td></tr></table>';
  expect(await linesOf(table)).toContain('table 表1 三年的数量 / 年 / 只 / 2019 / 1');
});

test('the caption that the markup gives a table is its caption, whatever its words', async () => {
  const rows = '<tr><th>年</th><th>只</th></tr><tr><td>2019</td><td>1</td></tr>';
  expect(await linesOf(`<table><caption>逐年的数量</caption>${rows}</table>`)).toContain(
    'table 逐年的数量 / 年 / 只 / 2019 / 1',
  );
});
