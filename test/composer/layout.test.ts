import { expect, test } from 'vitest';
import { layoutArticle } from '../../src/composer/index.js';
import { article, lines, paragraph, part, section, text } from './articles.js';
import { gridMetrics } from './grid-metrics.js';
import { printArticle } from './print-page.js';
import { EM, gridSheet, MARGIN, PITCH } from './sheet.js';

const HEADING = { sizePt: 14, lineHeightPt: 20, spaceBeforeLines: 0.6, spaceAfterLines: 0.4 };

test('paragraphs stand line by line on the grid', () => {
  const input = article([paragraph('天地玄黄宇宙洪荒日月盈昃辰宿列张'), paragraph('寒来暑往。')]);
  expect(printArticle(input, gridSheet())).toMatchInlineSnapshot(`
    "
    page 1
       1|    天地玄黄宇宙洪荒日月
       2|盈昃辰宿列张
       3|    寒来暑往。
    "
  `);
});

test('a heading takes whole lines and stands nearer to its own text', () => {
  const input = article([paragraph('天地'), section('总则', paragraph('玄黄'))]);
  expect(printArticle(input, gridSheet({ styles: { 'heading-1': HEADING } }))).toMatchInlineSnapshot(`
    "
    page 1
       1|    天地
     +14|总 则
       4|    玄黄
    "
  `);
});

test('headings in a row share their space', () => {
  const input = article([paragraph('天地'), section('总则', section('目的', paragraph('玄黄')))]);
  const sheet = gridSheet({ styles: { 'heading-1': HEADING, 'heading-2': HEADING } });
  expect(printArticle(input, sheet)).toMatchInlineSnapshot(`
    "
    page 1
       1|    天地
     +18|总 则
     +10|目 的
       6|    玄黄
    "
  `);
});

test('a heading keeps a paragraph of one line rather than leave half a page empty', () => {
  const input = article([lines(3, '甲'), section('题', paragraph('短'), lines(3, '乙'))]);
  const [first = ''] = printArticle(input, gridSheet({ lines: 7 })).split('page 2');
  expect(first).toContain('短');
});

test('a heading moves to the next page with its two lines', () => {
  const input = article([lines(6), section('总则', lines(4))]);
  expect(printArticle(input, gridSheet())).toMatchInlineSnapshot(`
    "
    page 1
       1|    字字字字字字字字字字
       2|字字字字字字字字字字字字
       3|字字字字字字字字字字字字
       4|字字字字字字字字字字字字
       5|字字字字字字字字字字字字
       6|字字字字字字字字字字字字
    page 2
       1|总则
       2|    字字字字字字字字字字
       3|字字字字字字字字字字字字
       4|字字字字字字字字字字字字
       5|字字字字字字字字字字字字
    "
  `);
});

test('a page does not end with a first line or begin with a last one', () => {
  expect(printArticle(article([lines(5), lines(4)]), gridSheet({ lines: 6 }))).toMatchInlineSnapshot(`
    "
    page 1
       1|    字字字字字字字字字字
       2|字字字字字字字字字字字字
       3|字字字字字字字字字字字字
       4|字字字字字字字字字字字字
       5|字字字字字字字字字字字字
    page 2
       1|    字字字字字字字字字字
       2|字字字字字字字字字字字字
       3|字字字字字字字字字字字字
       4|字字字字字字字字字字字字
    "
  `);
  expect(printArticle(article([lines(7)]), gridSheet({ lines: 6 }))).toMatchInlineSnapshot(`
    "
    page 1
       1|    字字字字字字字字字字
       2|字字字字字字字字字字字字
       3|字字字字字字字字字字字字
       4|字字字字字字字字字字字字
       5|字字字字字字字字字字字字
    page 2
       1|字字字字字字字字字字字字
       2|字字字字字字字字字字字字
    "
  `);
});

test('title, subtitle and attribution stand above the text, the address below it', () => {
  const input = article([paragraph('天地玄黄。')], {
    title: '千字文',
    subtitle: '读书笔记',
    provenance: { authors: ['甲', '乙'], publishedOn: '2021-10-01', sourceUrl: 'https://a.cn/b' },
  });
  expect(printArticle(input, gridSheet({ characters: 16 }))).toMatchInlineSnapshot(`
    "
    page 1
       1|             千字文
       2|            读书笔记
       3|    甲、乙   2021年 10月 1日
       4|    天地玄黄。
       6|来源：https://a.cnb
    "
  `);
});

test('parts of a collection have titles, and a chapter label is followed by one em', () => {
  const chapter = {
    ...section('总则', paragraph('天地。')),
    label: { text: '第一章 ', numeral: '一', scheme: 'chapter', ordinal: 1 },
  } as const;
  const input = article([], { lead: [paragraph('导言。')], parts: [part('上篇', chapter), part('下篇')] });
  expect(printArticle(input, gridSheet())).toMatchInlineSnapshot(`
    "
    page 1
       1|    导言。
       2|          上篇
       3|第一章  总则
       4|    天地。
       5|          下篇
    "
  `);
});

test('a run-in heading begins its paragraph and is tagged apart from it', () => {
  const heading = { ...section('目的。', paragraph('为了天地玄黄宇宙洪荒。')), runIn: true } as const;
  const label = { text: '\uFF08一\uFF09', numeral: '一', scheme: 'han-bracketed', ordinal: 1 } as const;
  const input = article([{ ...heading, label }]);
  expect(printArticle(input, gridSheet())).toMatchInlineSnapshot(`
    "
    page 1
       1|   （一）目的。为了天地玄
       2|黄宇宙洪荒。
    "
  `);
  const { pages, nodes } = layoutArticle(input, gridSheet(), gridMetrics());
  const tagged = pages[0]?.items.map((item) =>
    item.type === 'line' ? [nodes[item.node]?.role, item.line.runs.map((run) => run.text).join('')] : [],
  );
  expect(tagged).toEqual([
    ['H1', '\uFF08一\uFF09目的。'],
    ['P', '为了天地玄'],
    ['P', '黄宇宙洪荒。'],
  ]);
});

test('a run-in heading without a stop is parted from its text by one em', () => {
  const input = article([{ ...section('目的', paragraph('为了')), runIn: true }]);
  expect(printArticle(input, gridSheet())).toMatchInlineSnapshot(`
    "
    page 1
       1|    目的  为了
    "
  `);
});

test('a part that asks for an odd page leaves an even one empty', () => {
  const sheet = gridSheet({ styles: { 'part-title': { pageBreakBefore: 'odd' } } });
  const input = article([], { parts: [part('上篇', lines(3)), part('下篇', lines(3))] });
  expect(printArticle(input, sheet)).toMatchInlineSnapshot(`
    "
    page 1
       1|          上篇
       2|    字字字字字字字字字字
       3|字字字字字字字字字字字字
       4|字字字字字字字字字字字字
    page 2
    page 3
       1|          下篇
       2|    字字字字字字字字字字
       3|字字字字字字字字字字字字
       4|字字字字字字字字字字字字
    "
  `);
});

test('headings have their places, with the pages that a table of contents prints', () => {
  const input = article([section('总则', lines(7)), section('分则', lines(3))]);
  const { headings, places } = layoutArticle(input, gridSheet(), gridMetrics());
  expect(headings).toEqual([
    { level: 1, text: '总则', page: 0, yPt: MARGIN, pageLabel: '1' },
    { level: 1, text: '分则', page: 1, yPt: MARGIN, pageLabel: '2' },
  ]);
  expect(places.get('heading-2')).toEqual({ page: 1, yPt: MARGIN });
});

test('a heading inside a quotation is set, but is none of the article', () => {
  const input = article([{ type: 'quote', children: [section('题', paragraph('天地。'))] }]);
  expect(printArticle(input, gridSheet())).toMatchInlineSnapshot(`
    "
    page 1
       1|    题
       2|        天地。
    "
  `);
  expect(layoutArticle(input, gridSheet(), gridMetrics()).headings).toEqual([]);
});

test('an article without anything has one empty page', () => {
  const { pages } = layoutArticle(article([]), gridSheet(), gridMetrics());
  expect(pages.map(({ items }) => items)).toEqual([[]]);
});

test('a line with a tall picture takes as many body lines as it needs', () => {
  const image = { type: 'image', imageId: 'a', alt: '图' } as const;
  const input = article(
    [paragraph('天地'), { type: 'paragraph', children: [...text('玄'), image, ...text('黄')] }],
    {
      images: {
        a: { state: 'present', mediaType: 'image/png', bytes: new Uint8Array(), widthPx: 40, heightPx: 60 },
      },
    },
  );
  expect(printArticle(input, gridSheet())).toMatchInlineSnapshot(`
    "
    page 1
       1|    天地
     +15|      ▣
       4|    玄      黄
    "
  `);
});

test('a picture in a line is one item of the page, tagged as a figure', () => {
  const image = { type: 'image', imageId: 'a', alt: '图' } as const;
  const asset = { mediaType: 'image/png', bytes: new Uint8Array(), widthPx: 8, heightPx: 8 } as const;
  const input = article([{ type: 'paragraph', children: [...text('玄'), image] }], {
    images: { a: { state: 'present', ...asset } },
  });
  const { pages, nodes } = layoutArticle(input, gridSheet(), gridMetrics());
  const [line, picture] = pages[0]?.items ?? [];
  expect(line).toMatchObject({ type: 'line', line: { boxes: [] } });
  expect(picture).toMatchObject({
    type: 'image',
    imageId: 'a',
    xPt: MARGIN + 3 * EM,
    widthPt: 6,
    heightPt: 6,
  });
  expect(nodes[picture?.type === 'image' ? picture.node : -1]).toEqual({
    role: 'Figure',
    parent: 0,
    alt: '图',
  });
});

test('a character that no face has is reported once, with the text around it', () => {
  const input = article([paragraph('天\u{2A6A5}地\u{2A6A5}')]);
  const { diagnostics } = layoutArticle(input, gridSheet(), gridMetrics({ missing: '\u{2A6A5}' }));
  expect(diagnostics).toEqual([
    {
      code: 'glyph-missing',
      values: { char: '\u{2A6A5}', hex: '2A6A5', count: 2, place: expect.stringContaining('天') },
    },
  ]);
});

test('the pitch of lines is counted from the first base line', () => {
  const { pages } = layoutArticle(article([lines(3)]), gridSheet(), gridMetrics());
  const baselines = pages[0]?.items.map((item) => (item.type === 'line' ? item.baselinePt : 0));
  expect(baselines).toEqual([0, 1, 2].map((row) => MARGIN + 8.8 + row * PITCH));
});
