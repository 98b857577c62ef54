import { expect, test } from 'vitest';
import { type LineLink, layoutArticle } from '../../../src/composer/index.js';
import type { Block, Inline } from '../../../src/model/index.js';
import { article, lines, section, text } from '../articles.js';
import { gridMetrics } from '../grid-metrics.js';
import { printArticle } from '../print-page.js';
import { gridSheet } from '../sheet.js';

const term = (name: string, more: { sub?: string; reading?: string } = {}): Inline => ({
  type: 'indexTerm',
  term: name,
  ...more,
  children: text(name),
});

const marked = (...inlines: (string | Inline)[]): Block => ({
  type: 'paragraph',
  children: inlines.flatMap((one) => (typeof one === 'string' ? text(one) : [one])),
});

const ONE = { show: true, title: '索引', columns: 1 };
const SHEET = gridSheet({ characters: 20, lines: 5, styles: { 'index-2': { indentStartEm: 1 } } });
const ONE_COLUMN = { ...SHEET, index: ONE };
const TALL = { ...gridSheet({ characters: 20, lines: 8 }), index: ONE };

const SHORT = [
  marked('论', term('版心'), '与', term('行长')),
  marked('再论', term('版心')),
  lines(10),
  marked('三论', term('版心')),
  marked(term('版心', { sub: '大小' }), '不可过大'),
];

test('the index follows the text on a page of its own: terms by pinyin, each page once', () => {
  expect(printArticle(article(SHORT), TALL)).toMatchInlineSnapshot(`
    "
    page 1
       1|    论版心与行长
       2|    再论版心
       3|    字字字字字字字字字字字字字字字字字字
       4|字字字字字字字字字字字字字字字字字字字字
       5|字字字字字字字字字字字字字字字字字字字字
       6|字字字字字字字字字字字字字字字字字字字字
       7|字字字字字字字字字字字字字字字字字字字字
       8|字字字字字字字字字字字字字字字字字字字字
    page 2
       1|    三论版心
       2|    版心不可过大
    page 3
       1|                  索引
       2|B
       3|版心   1、2
       4|  大小   2
       5|H
       6|行长   1
    "
  `);
});

const lastPage = (children: readonly Block[], sheet = ONE_COLUMN): string =>
  printArticle(article(children), sheet)
    .split(/\npage /)
    .at(-1)
    ?.trimEnd() ?? '';

test('columns begin level, and what turns over is indented', () => {
  const terms = ['行长', '版心', '标点', 'PDF', '3D', '避头尾', '页码', '字号'].map((name) => term(name));
  const styles = { 'index-head': { spaceBeforeLines: 1 } };
  const sheet = { ...gridSheet({ characters: 20, lines: 14, styles }), index: { ...ONE, columns: 2 } };
  const often = Array.from({ length: 5 }, () => [marked(term('行距')), lines(40)]).flat();
  expect(lastPage([marked(...terms), ...often], sheet)).toMatchInlineSnapshot(`
    "11
       1|                  索引
       2|0—9                  H
       3|3D   1                行距   1、2、4、
       4|                          6、8
       5|西文                  行长   1
       6|PDF   1
       7|                      Y
       8|B                     页码   1
       9|版心   1
      10|避头尾   1            Z
      11|标点   1              字号   1"
  `);
});

/** Pages of five lines, each with the term at its head. */
const pages = (...numbers: readonly number[]): Block[] =>
  Array.from({ length: Math.max(...numbers) }, (_, index) => {
    const filling = '字'.repeat(5 * 20 - 4);
    return numbers.includes(index + 1) ? marked(term('版心'), filling) : marked('空白', filling);
  });

test.each([
  [[1, 2], '版心   1、2'],
  [[1, 2, 3, 5], '版心   1—3、5'],
  [[2, 4, 5, 6], '版心   2、4—6'],
])('pages %j are printed as %s', (numbers, entry) => {
  expect(lastPage(pages(...numbers))).toContain(entry);
});

test('a term that begins at the end of a page is on that page', () => {
  const filling = '字'.repeat(5 * 20 - 4);
  const long = term('版心之大小与天头地脚');
  expect(lastPage([marked(filling, long, '字'.repeat(60))])).toContain('地脚   1');
});

test('a mark that stands alone is where the next character is, and changes nothing of the text', () => {
  const alone: Inline = { type: 'indexTerm', term: '版心', children: [] };
  const filling = '字'.repeat(5 * 20 - 2);
  const after = '字'.repeat(60);
  const whole = [marked(filling, alone, after)];
  expect(lastPage(whole)).toContain('版心   2');
  const itemsOf = (children: readonly Block[]): unknown =>
    layoutArticle(article(children), ONE_COLUMN, gridMetrics())
      .pages.slice(0, 2)
      .map(({ items }) => items);
  expect(JSON.stringify(itemsOf(whole)).replace(',"places":["index-1"]', '')).toBe(
    JSON.stringify(itemsOf([marked(filling + after)])),
  );
});

test('at the end of a paragraph it is on the last line', () => {
  const alone: Inline = { type: 'indexTerm', term: '版心', children: [] };
  expect(lastPage([marked('字'.repeat(7 * 20), alone)])).toContain('版心   2');
});

test('a page number of the index is a link to the place, and its tags are a list', () => {
  const layout = layoutArticle(article(SHORT), TALL, gridMetrics());
  const last = layout.pages.at(-1)?.items ?? [];
  const links = last.flatMap((item): readonly LineLink[] => (item.type === 'line' ? item.line.links : []));
  const targets = links.map(({ target }) => (target.kind === 'place' ? target.name : target.url));
  expect(targets).toEqual(['index-1', 'index-4', 'index-5', 'index-2']);
  expect(targets.map((name) => layout.places.get(name)?.page)).toEqual([0, 1, 1, 0]);
  const index = layout.nodes.findIndex(({ role }) => role === 'Index');
  const rolesBelow = (parent: number): string[] =>
    layout.nodes.flatMap((node, at) => (node.parent === parent ? [node.role, ...rolesBelow(at)] : []));
  expect(rolesBelow(index)).toEqual([
    ...['P', 'P', 'L', 'LI', 'LBody', 'P', 'L', 'LI', 'LBody', 'P'],
    ...['P', 'L', 'LI', 'LBody', 'P'],
  ]);
});

test('a term in a heading is no place of the contents', () => {
  const heading: Block = { ...section('', lines(2)), heading: [term('版心')] } as Block;
  const contents = { show: true, title: '', depth: 2 };
  const sheet = { ...ONE_COLUMN, contents };
  const { places, pages: all } = layoutArticle(
    article([lines(4), heading], { title: '书' }),
    { ...sheet, pageNumber: { ...sheet.pageNumber, front: 'roman-lower' as const } },
    gridMetrics(),
  );
  expect(all[places.get('index-1')?.page ?? -1]?.label).toBe('2');
});

test('a template without an index sets none', () => {
  const sheet = { ...SHEET, index: { ...SHEET.index, show: false } };
  expect(layoutArticle(article(SHORT), sheet, gridMetrics()).places.has('index')).toBe(false);
});

test('the source stands below the index', () => {
  const provenance = { authors: [], sourceUrl: 'https://example.org/' };
  const found = printArticle(article(SHORT, { provenance }), TALL);
  expect(found.indexOf('example.org')).toBeGreaterThan(found.indexOf('行长   1'));
});
