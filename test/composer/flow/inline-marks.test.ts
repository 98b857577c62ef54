import { expect, test } from 'vitest';
import { type Line, type LineItem, layoutArticle } from '../../../src/composer/index.js';
import type { Block, Inline, Note } from '../../../src/model/index.js';
import { article, footnote, text } from '../articles.js';
import { gridMetrics } from '../grid-metrics.js';
import { EM, gridSheet, PITCH } from '../sheet.js';

/** What every kind of mark makes of one text. */
const MARKED: readonly Inline[] = [
  ...text('天'),
  { type: 'underline', children: text('班固') },
  { type: 'underline', wavy: true, children: [{ type: 'strong', children: text('汉书') }] },
  { type: 'warichu', children: text('小字双行') },
  { type: 'ruby', base: '汉字', reading: 'hàn zì' },
  { type: 'ruby', base: '注', reading: 'ㄓㄨˋ' },
];
const paragraph: Block = { type: 'paragraph', children: MARKED };

function linesOf(children: readonly Block[], notes: readonly Note[] = []): LineItem[] {
  const { pages } = layoutArticle(article(children, { notes }), gridSheet(), gridMetrics());
  return pages.flatMap(({ items }) =>
    items.filter((item) => item.type === 'line' && item.node >= 0),
  ) as never;
}

/** Its text, and how many lines of names it has. */
const seen = ({ runs, rules }: Line): [string, number] => [
  runs
    .filter((run) => !run.artifact)
    .map((run) => run.text)
    .join(''),
  rules.length,
];
const WHOLE: [string, number] = ['天班固汉书小字双行汉字注', 2];

test.each([
  ['a paragraph', paragraph],
  ['a heading', { type: 'section', heading: MARKED, children: [] }],
  ['an item', { type: 'list', ordered: false, items: [{ children: [paragraph] }] }],
  ['a quote', { type: 'quote', children: [paragraph] }],
  ['a cell', { type: 'table', headRows: 0, columns: [{}], rows: [{ cells: [{ children: [paragraph] }] }] }],
  ['a line of verse', { type: 'verse', lines: [MARKED] }],
  ['a signature', { type: 'signature', lines: [MARKED] }],
] as [string, Block][])('marks stand in %s', (_, block) => {
  const found = linesOf([block]).map(({ line }) => seen(line));
  expect([
    found.map(([words]) => words.replace('\u2022', '')).join(''),
    found.reduce((sum, [, rules]) => sum + rules, 0),
  ]).toEqual(WHOLE);
});

test('and in a note', () => {
  const reference: Block = {
    type: 'paragraph',
    children: [...text('天'), { type: 'noteReference', noteId: 'n' }],
  };
  const note: Note = { ...footnote('n', ''), children: [paragraph] };
  const found = linesOf([reference], [note]).map(({ line }) => seen(line));
  expect(found.map(([words]) => words).join('')).toContain(WHOLE[0]);
});

test('lines with readings, names and remarks stand on the grid of all others', () => {
  const plain: Block = { type: 'paragraph', children: text('天地玄黄') };
  const baselines = linesOf([plain, paragraph, plain, paragraph, plain]).map(({ baselinePt }) => baselinePt);
  const first = baselines[0] ?? 0;
  expect(baselines.length).toBeGreaterThanOrEqual(5);
  for (const baseline of baselines) expect((baseline - first) % PITCH).toBeCloseTo(0, 6);
});

test('what cannot stand in a row of a remark stands in the line, and nothing is lost', () => {
  const note: Note = footnote('n', '注');
  const remark: Inline = {
    type: 'warichu',
    children: [
      ...text('小字'),
      { type: 'noteReference', noteId: 'n' },
      { type: 'ruby', base: '汉', reading: 'hàn' },
      ...text('双行'),
    ],
  };
  const [first] = linesOf([{ type: 'paragraph', children: [remark] }], [note]);
  const shown = (first?.line.runs ?? []).map((run) => [run.text, run.sizePt / EM]);
  expect(shown).toEqual([
    ['小', 0.5],
    ['字', 0.5],
    ['[1]', 0.6],
    ['汉', 1],
    ['双', 0.5],
    ['行', 0.5],
    ['hàn', 0.5],
  ]);
  expect(first?.line.noteIds).toEqual(['n']);
});
