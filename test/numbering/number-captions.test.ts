import { expect, test } from 'vitest';
import { type Article, type Block, type Inline, plainText, walkBlocks } from '../../src/model/index.js';
import { type CaptionNumbering, numberCaptions } from '../../src/numbering/index.js';

const RULES: CaptionNumbering = { number: 'renumber', figure: '图', table: '表', by: 'document' };

const text = (value: string): Inline[] => [{ type: 'text', text: value }];

const figure = (caption?: readonly Inline[]): Block => ({
  type: 'figure',
  imageId: 'a',
  alt: '校门',
  ...(caption && { caption }),
});

const table = (caption: string, ...cells: Block[]): Block => ({
  type: 'table',
  headRows: 0,
  columns: [{}],
  caption: text(caption),
  rows: [{ cells: [{ children: cells }] }],
});

const articleOf = (...parts: Block[][]): Article => ({
  language: 'zh-Hans',
  provenance: { authors: [] },
  lead: [],
  parts: parts.map((children) => ({ children })),
  notes: [],
  images: {},
});

function captions(article: Article, rules: Partial<CaptionNumbering> = {}): string[] {
  return [...walkBlocks(numberCaptions(article, { ...RULES, ...rules }))].flatMap((block) =>
    (block.type === 'figure' || block.type === 'table') && block.caption ? [plainText(block.caption)] : [],
  );
}

test.each([
  ['校门', '图1　校门'],
  ['图3 校门', '图1　校门'],
  ['图 2-1\uFF1A校门', '图1　校门'],
  ['圖三、校门', '图1　校门'],
  ['Figure 12. 校门', '图1　校门'],
  ['Figure 4.2 校门', '图1　校门'],
  ['图7\uFF08左\uFF09', '图1　\uFF08左\uFF09'],
  ['图9', '图1'],
  ['图一般的校门', '图1　图一般的校门'],
  ['图1994年的校门', '图1　图1994年的校门'],
  ['表3 校门', '图1　表3 校门'],
])('%s becomes %s', (written, numbered) => {
  expect(captions(articleOf([figure(text(written))]))).toEqual([numbered]);
});

test('figures and tables count apart, in the order of reading, in cells, lists and sections too', () => {
  const article = articleOf([
    table('成绩', figure(text('甲'))),
    { type: 'section', heading: [], children: [figure(text('乙')), figure()] },
    { type: 'list', ordered: false, items: [{ children: [figure(text('丙')), table('表1 名单')] }] },
  ]);
  expect(captions(article)).toEqual(['表1　成绩', '图1　甲', '图2　乙', '图3　丙', '表2　名单']);
});

test('the count goes on through the document, or begins again in each part', () => {
  const article = articleOf([figure(text('甲'))], [figure(text('乙'))]);
  expect(captions(article)).toEqual(['图1　甲', '图2　乙']);
  expect(captions(article, { by: 'part', figure: '插图 ' })).toEqual(['插图 1　甲', '插图 1　乙']);
});

test('a number in strong text goes with its strong text', () => {
  const strong: Inline = { type: 'strong', children: text('图4') };
  expect(captions(articleOf([figure([strong, ...text(' 校门')])]))).toEqual(['图1　校门']);
  const whole: Inline = { type: 'strong', children: text('图4 校门') };
  expect(captions(articleOf([figure([whole])]), { number: 'none' })).toEqual(['校门']);
});

test('without numbers, a caption that was only a number is none', () => {
  expect(captions(articleOf([figure(text('图1')), figure(text('图2 校门'))]), { number: 'none' })).toEqual([
    '校门',
  ]);
});

test('a number that is kept is parted from its caption by one em, where the author typed a blank', () => {
  const written = ['图3 校门', '图 3-1\uFF1A校门', '图3\u3000校门', '图3', '校门 图3 旁'].map(text);
  const article = articleOf(written.map((caption) => figure(caption)));
  expect(captions(article, { number: 'keep' })).toEqual([
    '图3\u3000校门',
    '图 3-1\uFF1A校门',
    '图3\u3000校门',
    '图3',
    '校门 图3 旁',
  ]);
});
test('what is to be kept is the same article', () => {
  const article = articleOf([figure(text('图3\u3000校门'))]);
  expect(numberCaptions(article, { ...RULES, number: 'keep' })).toEqual(article);
});
