import { expect, test } from 'vitest';
import { layoutArticle } from '../../../src/composer/index.js';
import type { Block } from '../../../src/model/index.js';
import { article, lines, paragraph, text } from '../articles.js';
import { gridMetrics } from '../grid-metrics.js';
import { printArticle } from '../print-page.js';
import { gridSheet } from '../sheet.js';

const arabic = (ordinal: number) =>
  ({ text: `${ordinal}. `, numeral: `${ordinal}`, scheme: 'arabic', ordinal }) as const;

const print = (children: readonly Block[], sheet = gridSheet()): string =>
  printArticle(article(children), sheet);

test('items of a list hang behind their labels, which end in one column', () => {
  const list: Block = {
    type: 'list',
    ordered: true,
    items: [
      { label: arabic(9), children: [paragraph('天地玄黄宇宙洪荒日月盈昃')] },
      { label: arabic(10), children: [paragraph('辰宿'), paragraph('列张')] },
      { label: arabic(11), children: [] },
    ],
  };
  expect(print([list])).toMatchInlineSnapshot(`
    "
    page 1
       1| 9. 天地玄黄宇宙洪荒日月
       2|    盈昃
       3|10. 辰宿
       4|    列张
       5|11.
    "
  `);
});

test('bullets show the depth of a list, boxes the state of a task', () => {
  const inner: Block = {
    type: 'list',
    ordered: false,
    items: [
      { checked: true, children: [paragraph('洗')] },
      { checked: false, children: [paragraph('晒')] },
    ],
  };
  const list: Block = { type: 'list', ordered: false, items: [{ children: [paragraph('衣'), inner] }] };
  expect(print([list])).toMatchInlineSnapshot(`
    "
    page 1
       1| •  衣
       2|     ☑ 洗
       3|     ☐ 晒
    "
  `);
});

test('where no face has both boxes of a task, one square stands for both, the check over it no text', () => {
  const metrics = gridMetrics();
  const items = [true, false].map((checked) => ({ checked, children: [paragraph('洗')] }));
  const { pages } = layoutArticle(article([{ type: 'list', ordered: false, items }]), gridSheet(), {
    ...metrics,
    faceFor: (codePoint, ...more) =>
      [0x2611, 0x2610, 0x2713].includes(codePoint) ? -1 : metrics.faceFor(codePoint, ...more),
  });
  const runs = (pages[0]?.items ?? []).flatMap((item) => (item.type === 'line' ? item.line.runs : []));
  expect(runs.map(({ text: shown, artifact }) => (artifact ? `(${shown})` : shown))).toEqual([
    '\u2611',
    '(\u221A)',
    '洗',
    '\u2610',
    '洗',
  ]);
  expect(runs[0]?.glyphs).toEqual(runs[3]?.glyphs);
});

test('numbers begin paragraphs where the template wants that, and bullets hang nevertheless', () => {
  const sheet = gridSheet({ change: { list: { numbered: 'paragraphs' } } });
  const numbered: Block = {
    type: 'list',
    ordered: true,
    items: [
      { label: arabic(1), children: [paragraph('天地玄黄宇宙洪荒日月'), paragraph('盈昃')] },
      { label: arabic(2), children: [] },
    ],
  };
  const bullets: Block = { type: 'list', ordered: false, items: [{ children: [paragraph('辰宿')] }] };
  expect(print([numbered, bullets], sheet)).toMatchInlineSnapshot(`
    "
    page 1
       1|    1.天 地玄黄宇 宙洪荒
       2|日月
       3|    盈昃
       4|    2.
       5| •  辰宿
    "
  `);
  const { nodes } = layoutArticle(article([numbered]), sheet, gridMetrics());
  expect(nodes.slice(0, 5).map(({ role }) => role)).toEqual(['L', 'LI', 'Lbl', 'LBody', 'P']);
});

test('asterisks of a keyboard are an ornament: apart, and on the middle of the line', () => {
  const stars: Block = { type: 'break', text: '* * *' };
  const { pages } = layoutArticle(article([stars]), gridSheet(), gridMetrics());
  const [item] = pages[0]?.items ?? [];
  const runs = item?.type === 'line' ? item.line.runs : [];
  expect(runs.map(({ text: shown }) => shown).join('')).toBe('***');
  expect(runs.every(({ raisePt }) => raisePt < 0)).toBe(true);
});

test('a list is tagged with labels and bodies', () => {
  const list: Block = {
    type: 'list',
    ordered: true,
    items: [{ label: arabic(1), children: [paragraph('甲')] }],
  };
  const { nodes } = layoutArticle(article([list]), gridSheet(), gridMetrics());
  expect(nodes).toEqual([
    { role: 'L', parent: -1, listNumbering: 'Decimal' },
    { role: 'LI', parent: 0 },
    { role: 'Lbl', parent: 1 },
    { role: 'LBody', parent: 1 },
    { role: 'P', parent: 3 },
  ]);
});

test('a quotation is indented on both sides, and its source stands at the right', () => {
  const quote: Block = {
    type: 'quote',
    children: [paragraph('天地玄黄宇宙洪荒'), paragraph('日月')],
    attribution: text('周兴嗣'),
  };
  const sheet = gridSheet({ styles: { quote: { spaceBeforeLines: 0.5, spaceAfterLines: 0.5 } } });
  expect(print([paragraph('前'), quote, paragraph('后')], sheet)).toMatchInlineSnapshot(`
    "
    page 1
       1|    前
       3|        天地玄黄宇宙
       4|    洪荒
       5|        日月
       6|          ——周兴嗣
       8|    后
    "
  `);
});

test('verse keeps its lines and stanzas, and what is too long turns over', () => {
  const verse: Block = { type: 'verse', lines: [text('床前明月光'), [], text('举头望明月低头思故乡')] };
  expect(print([verse])).toMatchInlineSnapshot(`
    "
    page 1
       1|        床前明月光
       3|        举头望明月低头思
       4|            故乡
    "
  `);
});

test('code keeps its blanks and loses nothing of a long line', () => {
  const code: Block = { type: 'code', text: 'if (a) {\n\treturn  "a long value";\n\n}' };
  expect(print([code])).toMatchInlineSnapshot(`
    "
    page 1
       ^|─
     +10| if (a) {
     +10| 	   return  "a long
     +10|       value";
     +10|
     +10| }
    "
  `);
});

test('a pause is the text of the author, or a short rule', () => {
  const stars: Block = { type: 'break', text: '\uFF0A\uFF0A\uFF0A' };
  expect(
    print([paragraph('前'), stars, paragraph('后'), { type: 'break' }, paragraph('又')]),
  ).toMatchInlineSnapshot(`
    "
    page 1
       1|    前
       2|         ＊＊＊
       3|    后
     +16|         ─
       5|    又
    "
  `);
});

test('a letter: the reader flush left, the name centred over the date at the right', () => {
  const letter: Block[] = [
    { type: 'salutation', children: text('各位同事\uFF1A') },
    paragraph('天地玄黄。'),
    { type: 'signature', lines: [text('办公室'), text('2021年10月1日')] },
  ];
  const sheet = gridSheet({ characters: 16, styles: { signature: { spaceBeforeLines: 1 } } });
  expect(print(letter, sheet)).toMatchInlineSnapshot(`
    "
    page 1
       1|各位同事：
       2|    天地玄黄。
       4|                 办公室
       5|             2021年 10月 1日
    "
  `);
});

test('bullets are those of the bold Hei face, whatever face the list is set in', () => {
  const list: Block = { type: 'list', ordered: false, items: [{ children: [paragraph('天')] }] };
  const metrics = gridMetrics();
  const { pages } = layoutArticle(article([list]), gridSheet(), metrics);
  const runs = pages.flatMap(({ items }) =>
    items.flatMap((item) => (item.type === 'line' ? item.line.runs : [])),
  );
  const bullet = runs.find(({ text: shown }) => shown === '\u2022');
  expect(bullet?.face).toBe(metrics.faceFor(0x2022, 'hei', 'bold'));
});

test('a name longer than its date reaches into the inset, not out of the type area', () => {
  const signature: Block = { type: 'signature', lines: [text('天地玄黄宇宙洪荒办公室'), text('十月一日')] };
  expect(print([paragraph('文'), signature], gridSheet({ characters: 16 }))).toMatchInlineSnapshot(`
    "
    page 1
       1|    文
       2|          天地玄黄宇宙洪荒办公室
       3|                    十月一日
    "
  `);
});

test('a signature does not stand alone on a page', () => {
  const signature: Block = { type: 'signature', lines: [text('办公室'), text('十月一日')] };
  expect(print([lines(6), signature], gridSheet({ lines: 7 }))).toMatchInlineSnapshot(`
    "
    page 1
       1|    字字字字字字字字字字
       2|字字字字字字字字字字字字
       3|字字字字字字字字字字字字
       4|字字字字字字字字字字字字
    page 2
       1|字字字字字字字字字字字字
       2|字字字字字字字字字字字字
       3|             办公室
       4|            十月一日
    "
  `);
});

test('attachments stand two cells in, their names below each other', () => {
  const attachments: Block = {
    type: 'attachments',
    items: [
      { label: arabic(1), children: text('隐患排查登记表样式') },
      { label: arabic(2), children: text('名单') },
    ],
  };
  expect(print([paragraph('正文。'), attachments])).toMatchInlineSnapshot(`
    "
    page 1
       1|    正文。
       2|    附件：1.隐患排查登记
       3|            表样式
       4|          2.名单
    "
  `);
});

test('very deep nesting leaves room for text', () => {
  const deep = Array.from({ length: 12 }).reduce<Block>(
    (inner) => ({ type: 'quote', children: [inner] }),
    paragraph('天地玄黄'),
  );
  expect(print([deep])).toMatchInlineSnapshot(`
    "
    page 1
       1|            天地
       2|        玄黄
    "
  `);
});

test('a list in a quotation stays in the face of the quotation', () => {
  const list: Block = { type: 'list', ordered: true, items: [{ children: [paragraph('天')] }] };
  const asked: string[] = [];
  const metrics = gridMetrics();
  const listening: typeof metrics = {
    ...metrics,
    faceFor: (codePoint, family, weight) => {
      if (codePoint === 0x5929) asked.push(family);
      return metrics.faceFor(codePoint, family, weight);
    },
  };
  layoutArticle(article([{ type: 'quote', children: [list] }]), gridSheet(), listening);
  expect(new Set(asked)).toEqual(new Set([gridSheet().styles.quote.family]));
});
