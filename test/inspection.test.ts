import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { inspect } from '../src/inspection.js';
import type { Article, Block, Inline } from '../src/model/index.js';
import type { Reading } from '../src/read-article.js';

const schema = JSON.parse(
  readFileSync(new URL('../schemas/inspection.schema.json', import.meta.url), 'utf8'),
) as object;
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

const text = (value: string): Inline => ({ type: 'text', text: value });
const paragraph = (value: string): Block => ({ type: 'paragraph', children: [text(value)] });
const one = { text: '一、', numeral: '一', scheme: 'han', ordinal: 1 } as const;

function reading(article: Partial<Article>, rest: Partial<Reading> = {}): Reading {
  return {
    format: 'text',
    article: {
      language: 'zh-Hans',
      provenance: { authors: [] },
      lead: [],
      parts: [{ children: [] }],
      notes: [],
      images: {},
      ...article,
    },
    report: { removed: [], repairs: [], headings: [], rejected: [], facts: [] },
    diagnostics: [],
    ...rest,
  };
}

function blocksOf(...children: Block[]): unknown {
  return inspect(reading({ parts: [{ children }] })).parts[0]?.blocks;
}

test('what the source does not state is null', () => {
  const inspection = inspect(reading({}));
  expect(inspection).toMatchObject({
    schema: 1,
    encoding: null,
    title: null,
    subtitle: null,
    authors: [],
    publishedOn: null,
    source: { name: null, url: null, channel: null },
    parts: [{ title: null, label: null, blocks: [] }],
  });
});

test('sections are laid flat: a heading with level and label, then its blocks', () => {
  const inner: Block = { type: 'section', heading: [text('小节')], children: [paragraph('丙')] };
  expect(
    blocksOf(paragraph('甲'), {
      type: 'section',
      label: one,
      heading: [text('总则')],
      children: [paragraph('乙'), inner],
    }),
  ).toEqual([
    { type: 'paragraph', text: '甲' },
    { type: 'heading', level: 1, label: one, text: '总则' },
    { type: 'paragraph', text: '乙' },
    { type: 'heading', level: 2, label: null, text: '小节' },
    { type: 'paragraph', text: '丙' },
  ]);
});

test('a run-in heading says so and is followed by its paragraph', () => {
  expect(
    blocksOf({ type: 'section', heading: [text('短句。')], runIn: true, children: [paragraph('正文')] }),
  ).toEqual([
    { type: 'heading', level: 1, label: null, runIn: true, text: '短句。' },
    { type: 'paragraph', text: '正文' },
  ]);
});

test('items of nested lists carry their depth', () => {
  const inner: Block = { type: 'list', ordered: false, items: [{ children: [paragraph('子')] }] };
  expect(
    blocksOf({ type: 'list', ordered: true, items: [{ label: one, children: [paragraph('父'), inner] }] }),
  ).toEqual([
    { type: 'listItem', depth: 1, ordered: true, label: one, text: '父' },
    { type: 'listItem', depth: 2, ordered: false, label: null, text: '子' },
  ]);
});

test('a table gives rows of cells, with spans only where there are any', () => {
  const row = {
    cells: [{ columnSpan: 2, children: [paragraph('甲')] }, { children: [paragraph('乙')] }],
  };
  expect(
    blocksOf({ type: 'table', headRows: 1, columns: [{}, {}, { align: 'end' }], rows: [row] }),
  ).toMatchObject([
    {
      type: 'table',
      text: '甲\t乙',
      headRows: 1,
      columns: [{ align: null }, { align: null }, { align: 'end' }],
      rows: [[{ text: '甲', columnSpan: 2 }, { text: '乙' }]],
    },
  ]);
});

test('links, ruby and references are named with their place in the text', () => {
  const link: Inline = {
    type: 'link',
    url: 'https://example.org/',
    children: [{ type: 'strong', children: [text('此处')] }],
  };
  const ruby: Inline = { type: 'ruby', base: '汉', reading: 'hàn' };
  expect(
    blocksOf({
      type: 'paragraph',
      children: [text('见'), link, ruby, { type: 'noteReference', noteId: '1' }],
    }),
  ).toEqual([
    {
      type: 'paragraph',
      text: '见此处汉',
      inlines: [
        { type: 'link', start: 1, end: 3, url: 'https://example.org/' },
        { type: 'strong', start: 1, end: 3 },
        { type: 'ruby', start: 3, end: 4, reading: 'hàn' },
        { type: 'noteReference', start: 4, end: 4, noteId: '1' },
      ],
    },
  ]);
});

test('lines beside names and remarks in two rows are named', () => {
  expect(
    blocksOf({
      type: 'paragraph',
      children: [
        { type: 'underline', children: [text('班固')] },
        { type: 'underline', wavy: true, children: [text('汉书')] },
        { type: 'warichu', children: [text('注')] },
        { type: 'indexTerm', term: '注', reading: 'zhu', children: [] },
      ],
    }),
  ).toMatchObject([
    {
      inlines: [
        { type: 'underline', start: 0, end: 2 },
        { type: 'underline', start: 2, end: 4, wavy: true },
        { type: 'warichu', start: 4, end: 5 },
        { type: 'indexTerm', start: 5, end: 5, term: '注', reading: 'zhu' },
      ],
    },
  ]);
});

test('a missing picture gives its address, a present one its size', () => {
  const images: Article['images'] = {
    a: { state: 'missing', source: 'a.png' },
    b: { state: 'present', mediaType: 'image/png', bytes: new Uint8Array(3), widthPx: 4, heightPx: 5 },
  };
  const children: Block[] = [
    { type: 'figure', imageId: 'a', alt: '甲' },
    { type: 'figure', imageId: 'b', alt: '', caption: [text('图1')] },
  ];
  const inspection = inspect(reading({ images, parts: [{ children }] }));
  expect(inspection.parts[0]?.blocks).toMatchObject([
    { type: 'figure', text: '甲', caption: null, image: { state: 'missing', source: 'a.png' } },
    { type: 'figure', text: '图1', image: { state: 'present', widthPx: 4, heightPx: 5, byteLength: 3 } },
  ]);
});

test('diagnostics are in the language asked for and keep their line', () => {
  const diagnostics = [{ code: 'template-not-json', values: { file: 'a', reason: 'b' }, line: 12 }] as const;
  const [chinese] = inspect(reading({}, { diagnostics }), 'zh').diagnostics;
  const [english] = inspect(reading({}, { diagnostics }), 'en').diagnostics;
  expect(chinese).toMatchObject({ code: 'template-not-json', line: 12 });
  expect(chinese?.message).toContain('模板');
  expect(english?.message).toContain('template');
});

const EVERY_BLOCK: readonly Block[] = [
  { type: 'section', label: one, heading: [text('题')], runIn: true, children: [paragraph('文')] },
  { type: 'list', ordered: false, items: [{ checked: true, children: [paragraph('项'), paragraph('续')] }] },
  { type: 'quote', children: [paragraph('引')], attribution: [text('某人')] },
  { type: 'verse', lines: [[text('句')], []] },
  { type: 'code', text: 'x', language: 'js' },
  {
    type: 'table',
    caption: [text('表1')],
    headRows: 0,
    columns: [{ align: 'center' }],
    rows: [{ cells: [{ rowSpan: 2, children: [paragraph('格'), paragraph('格')] }] }],
  },
  { type: 'figure', imageId: 'none', alt: '图' },
  { type: 'break' },
  { type: 'salutation', children: [{ type: 'image', imageId: 'none', alt: '图' }] },
  { type: 'signature', lines: [[text('某局')], [text('2024年5月13日')]] },
  { type: 'attachments', items: [{ label: one, children: [{ type: 'code', text: 'a.xlsx' }] }] },
];

test('every kind of block fits the schema that ships', () => {
  const inspection = inspect(
    reading(
      {
        title: '题',
        lead: [paragraph('引言')],
        parts: [{ title: [text('其一')], label: one, children: EVERY_BLOCK }],
        notes: [{ id: 'n', kind: 'footnote', children: [paragraph('注')] }],
      },
      {
        encoding: 'gb18030',
        report: {
          removed: [{ line: 3, text: '首页 > 通知', rule: 'breadcrumb' }],
          repairs: [{ rule: 'full-width-punctuation', count: 2 }],
          headings: [{ line: 7, text: '一、题', score: 4.5, cues: ['+series'] }],
          rejected: [{ line: 9, text: '1. 项', score: 1, cues: ['+series', '-one-after-another'], count: 3 }],
          facts: [{ fact: 'title', value: '题', line: 1, rule: 'first-line' }],
        },
      },
    ),
  );
  validate(JSON.parse(JSON.stringify(inspection)));
  expect(validate.errors).toBeNull();
});

test('the schema refuses what it does not know', () => {
  expect(validate({ ...inspect(reading({})), more: 1 })).toBe(false);
  expect(validate({ ...inspect(reading({})), publishedOn: 'today' })).toBe(false);
});
