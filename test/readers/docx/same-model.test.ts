import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '../../fixed-seed.js';
import { render } from '../../../src/convert.js';
import type { Article, Block, Inline, Note, Section } from '../../../src/model/index.js';
import { readArticle } from '../../../src/read-article.js';
import { pictureOf } from '../../outputs/extreme-articles.js';
import { labelOf, paragraph, section, text } from '../../renderers/docx/rich-article.js';

/**
 * What our own Word file does not say, so that it is lost on the way back; a row a loss. A column that says nothing of
 * how its text stands comes back as it stood by what it holds, so that columns here say it.
 */
const LOSSES: Readonly<Record<string, (block: Block) => Block>> = {
  // Word has no place for the name of a language of code
  'language of code': (block) => {
    if (block.type !== 'code') return block;
    const { language: _language, ...rest } = block;
    return rest;
  },
};

const lossy = (block: Block): Block => Object.values(LOSSES).reduce((each, lose) => lose(each), block);

const said = (words: string): Block => paragraph(words);
const inline = (...children: (Inline | string)[]): Block =>
  paragraph('这里有', ...children, '\uFF0C后面还有别的许多话\uFF0C一直说到天黑了才停下来。');
const cell = (words: string) => ({ children: words === '' ? [] : [said(words)] });
const mark = (noteId: string): Inline => ({ type: 'noteReference', noteId });

/** One of each thing that a block or a line can be, with text that says nothing else. */
const BLOCKS: Readonly<Record<string, Block>> = {
  paragraph: said('春天来了\uFF0C河边的柳树发了芽\uFF0C孩子们在岸上跑来跑去。'),
  'two scripts': said('用 TypeScript 写程序\uFF0C在 Node.js 20 上运行\uFF0C很方便。'),
  strong: inline({ type: 'strong', children: [text('要紧的话')] }),
  emphasis: inline({ type: 'emphasis', children: [text('着重的话')] }),
  'strong and emphasis': inline({
    type: 'strong',
    children: [{ type: 'emphasis', children: [text('又要紧又着重')] }],
  }),
  strike: inline({ type: 'strike', children: [text('删去的话')] }),
  underline: inline({ type: 'underline', children: [text('班固')] }),
  'wavy underline': inline({ type: 'underline', wavy: true, children: [text('汉书')] }),
  warichu: inline({ type: 'warichu', children: [text('双行的小注')] }),
  link: inline({ type: 'link', url: 'https://example.org/a?b=1#c', children: [text('一个网页')] }),
  'code in a line': inline({ type: 'code', text: 'npm run  test' }),
  'formula in a line': inline({ type: 'math', tex: 'a^{2}+b^{2}=c^{2}' }),
  ruby: inline({ type: 'ruby', base: '谲', reading: 'jué' }),
  'picture in a line': inline({ type: 'image', imageId: 'dot', alt: '一个点' }),
  'line break': paragraph('第一行的话在这里。', { type: 'lineBreak' }, '第二行的话在这里。'),
  footnote: inline(mark('foot')),
  endnote: inline(mark('end')),
  'one note twice': inline(mark('foot'), '和', mark('foot')),
  'term of the index': inline({
    type: 'indexTerm',
    term: '柳树',
    reading: 'liu3shu4',
    sub: '发芽',
    children: [],
  }),
  bullets: {
    type: 'list',
    ordered: false,
    items: [{ children: [said('第一样东西')] }, { children: [said('第二样东西')] }],
  },
  tasks: {
    type: 'list',
    ordered: false,
    items: [
      { checked: true, children: [said('做完的事')] },
      { checked: false, children: [said('没做的事')] },
    ],
  },
  'numbered list': {
    type: 'list',
    ordered: true,
    items: ['1.', '2.', '3.'].map((label) => ({ label: labelOf(label), children: [said('其中的一样')] })),
  },
  'list with a gap': {
    type: 'list',
    ordered: true,
    items: ['\uFF083\uFF09', '\uFF085\uFF09'].map((label) => ({
      label: labelOf(label),
      children: [said('其中的一样')],
    })),
  },
  'list in a list': {
    type: 'list',
    ordered: true,
    items: [
      {
        label: labelOf('1.'),
        children: [
          said('外面的一样'),
          {
            type: 'list',
            ordered: false,
            items: [{ children: [said('里面的一样')] }, { children: [said('里面的两样')] }],
          },
        ],
      },
      { label: labelOf('2.'), children: [said('外面的两样'), said('外面的两样又一段')] },
    ],
  },
  quote: {
    type: 'quote',
    children: [said('学而时习之\uFF0C不亦说乎\uFF1F'), said('有朋自远方来\uFF0C不亦乐乎\uFF1F')],
  },
  'quote with its author': {
    type: 'quote',
    children: [said('学而时习之。')],
    attribution: [text('《论语》')],
  },
  verse: {
    type: 'verse',
    lines: [
      [text('床前明月光\uFF0C')],
      [text('疑是地上霜。')],
      [],
      [text('举头望明月\uFF0C')],
      [text('低头思故乡。')],
    ],
  },
  code: { type: 'code', text: 'const a = 1;\n\tif (a < 2) {\n    run("x");\n  }', language: 'js' },
  formula: { type: 'math', tex: '\\frac{a}{b}' },
  table: {
    type: 'table',
    caption: [text('表 1\u3000进度')],
    headRows: 1,
    columns: [{ align: 'center' }, { align: 'end' }, { align: 'center' }],
    rows: [
      { cells: [cell('阶段'), cell('任务'), cell('数量')] },
      { cells: [{ rowSpan: 2, ...cell('上半年') }, cell('调研'), cell('12')] },
      { cells: [cell('起草'), cell('3')] },
      { cells: [{ columnSpan: 2, ...cell('合计') }, cell('15')] },
    ],
  },
  'table without a head': {
    type: 'table',
    headRows: 0,
    columns: [{}, {}],
    rows: [{ cells: [cell('甲'), cell('乙')] }, { cells: [cell('丙'), cell('')] }],
  },
  'table with two heads': {
    type: 'table',
    headRows: 2,
    columns: [{ align: 'center' }, { align: 'end' }],
    rows: [
      { cells: [{ columnSpan: 2, ...cell('总头') }] },
      { cells: [cell('左头'), cell('右头')] },
      { cells: [cell('左'), cell('右')] },
    ],
  },
  'table with blocks in it': {
    type: 'table',
    headRows: 1,
    columns: [{}, {}],
    rows: [
      { cells: [cell('一'), cell('二')] },
      {
        cells: [
          { children: [said('第一段话。'), said('第二段话。')] },
          {
            children: [
              {
                type: 'list',
                ordered: false,
                items: [{ children: [said('项')] }, { children: [said('目')] }],
              },
            ],
          },
        ],
      },
    ],
  },
  figure: { type: 'figure', imageId: 'dot', alt: '一个点' },
  'figure with a caption': { type: 'figure', imageId: 'dot', alt: '一个点', caption: [text('图 1\u3000点')] },
  'figure without words': { type: 'figure', imageId: 'dot', alt: '' },
  'figure with a caption alone': { type: 'figure', imageId: 'dot', alt: '', caption: [text('图 1\u3000点')] },
  stars: { type: 'break', text: '\uFF0A\uFF0A\uFF0A' },
  rule: { type: 'break' },
};

const NOTES: readonly Note[] = [
  { id: 'foot', kind: 'footnote', children: [said('脚注的话\uFF0C见某书。'), said('又一段。')] },
  { id: 'end', kind: 'endnote', children: [said('尾注的话\uFF0C见另一本书。')] },
];

const OPENING = said('开头的一段话\uFF0C说了好些事情\uFF0C因此不会是别的什么。');
const CLOSING = said('结尾的一段话\uFF0C也说了好些事情\uFF0C文章就到这里。');

function articleOf(children: readonly Block[]): Article {
  const used = JSON.stringify(children);
  return {
    language: 'zh-Hans',
    title: '河边的柳树与孩子们',
    subtitle: '一篇用来试验的文章',
    provenance: {
      authors: ['王小明', '李白'],
      publishedOn: '2021-10-01',
      sourceName: '试验报',
      sourceUrl: 'https://example.org/a?b=1',
      channel: '热门推荐',
    },
    about: {
      subjects: ['柳树', '孩子'],
      description: '写春天的一篇。',
      series: { name: '四季', position: 2 },
    },
    lead: [],
    parts: [{ children: [OPENING, ...children, ...(children.at(-1)?.type === 'section' ? [] : [CLOSING])] }],
    notes: NOTES.filter(({ id }) => used.includes(`"noteId":"${id}"`)).sort(
      (one, other) => used.indexOf(`"noteId":"${one.id}"`) - used.indexOf(`"noteId":"${other.id}"`),
    ),
    images: used.includes('"imageId"') ? { dot: pictureOf(4, 4) } : {},
  };
}

/** An article with its ids by order, as plain data. */
function comparable(article: Article): unknown {
  const names = new Map<string, string>();
  const written = JSON.stringify(article, (key, value) => {
    if (key === 'images') return Object.values(value).length;
    if (key !== 'imageId' && key !== 'noteId' && key !== 'id') return value;
    if (!names.has(value)) names.set(value, `${key === 'imageId' ? 'image' : 'note'}-${names.size + 1}`);
    return names.get(value);
  });
  return JSON.parse(written);
}

async function expectSame(article: Article, template = 'article'): Promise<void> {
  const { bytes } = await render(article, 'docx', { template });
  const again = await readArticle(bytes);
  const parts = article.parts.map((part) => ({ ...part, children: part.children.map(withLosses) }));
  expect(comparable(again.article)).toEqual(comparable({ ...article, parts }));
}

const withLosses = (block: Block): Block =>
  block.type === 'section' ? { ...block, children: block.children.map(withLosses) } : lossy(block);

describe('a block is the same after its way through a Word file', () => {
  test.each(Object.keys(BLOCKS))('%s', async (name) => {
    const block = BLOCKS[name] as Block;
    await expectSame(articleOf([block]));
  });

  test.each(Object.keys(BLOCKS))('%s under a heading', async (name) => {
    await expectSame(
      articleOf([
        section('一、|总的要求', BLOCKS[name] as Block),
        section('二、|具体任务', said('照办就是了\uFF0C不必再往下说别的什么话。')),
      ]),
    );
  });
});

/** Sections as authors number them, two deep, blocks of every kind under them in any order. */
const HAN = '一二三四五六';
const blocks = fc.array(fc.constantFrom(...Object.values(BLOCKS)), { minLength: 1, maxLength: 5 });
const arbitrarySections = fc
  .array(fc.tuple(blocks, fc.array(blocks, { maxLength: 2 })), { maxLength: 3 })
  .map((sections) =>
    sections.map(
      ([own, inner], index): Section =>
        section(
          `${HAN[index]}、|第${HAN[index]}方面的要求`,
          said('先说几句\uFF0C把事情的来由讲清楚\uFF0C再往下说别的。'),
          ...own,
          ...inner.map((under, at) =>
            section(
              `\uFF08${HAN[at]}\uFF09|其中${HAN[at]}点`,
              said('再说几句\uFF0C把这一点的来由讲清楚\uFF0C再往下说别的。'),
              ...under,
            ),
          ),
        ),
    ),
  );

test('so are any of them in any order', async () => {
  await fc.assert(
    fc.asyncProperty(blocks, arbitrarySections, async (front, sections) => {
      await expectSame(articleOf([...front, ...sections]));
    }),
    { numRuns: 60 },
  );
});
