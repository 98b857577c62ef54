import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Article,
  articleText,
  type Block,
  type Inline,
  outline,
  type Section,
} from '../../src/model/index.js';
import { type NumberingPolicy, parseLabel, renumber } from '../../src/numbering/index.js';

function paragraph(text: string): Block {
  return { type: 'paragraph', children: [{ type: 'text', text }] };
}

function section(line: string, ...children: (Block | string)[]): Section {
  const found = parseLabel(line);
  return {
    type: 'section',
    ...(found && { label: found.label }),
    heading: [{ type: 'text', text: found?.rest ?? line }],
    children: children.map((child) => (typeof child === 'string' ? paragraph(child) : child)),
  };
}

function article(...children: Block[]): Article {
  const provenance = { authors: [] };
  return { language: 'zh-Hans', provenance, lead: [], parts: [{ children }], notes: [], images: {} };
}

/** The last paragraph of an article whose chapters are 一 and 三, and whose 三 holds 一 and 四. */
function afterwards(text: string, policy: NumberingPolicy = 'renumber'): string {
  const renumbered = renumber(
    article(
      section('第一章 甲', section('第一节 子', '。'), section('第三节 丑', '。')),
      section('第三章 乙', section('第一节 寅', '。'), section('第四节 卯', '。')),
      section('四、丙', section('\uFF08二\uFF09辰', '。'), section('\uFF08四\uFF09巳', '。')),
      section('2.1 丁', '。'),
      section('2.4 戊', text),
    ),
    policy,
  );
  return articleText(renumbered.article).split('\n').at(-1) ?? '';
}

describe('a reference follows its heading to the new number', () => {
  test.each([
    ['详见第三章。', '详见第二章。'],
    ['见第3章。', '见第2章。'],
    ['第三章已经说过', '第二章已经说过'],
    ['见第一章至第三章。', '见第一章至第二章。'],
    ['见第一、三章。', '见第一、二章。'],
    ['参见第三章第四节。', '参见第二章第二节。'],
    ['参见第一章第三节。', '参见第一章第二节。'],
    ['如前文\uFF08四\uFF09所述', '如前文\uFF08三\uFF09所述'],
    ['上述(四)', '上述(三)'],
    ['见2.4', '见2.2'],
    ['见本文2.1和本文2.4', '见本文2.1和本文2.2'],
    ['第三章的第四节', '第二章的第二节'],
    ['第三章和第三章', '第二章和第二章'],
    ['见第\uFF13章', '见第\uFF12章'],
    ['\uFF08参见第三章\uFF09', '\uFF08参见第二章\uFF09'],
    ['张三《旧事》见第三章', '张三《旧事》见第二章'],
    ['《旧事》\uFF0C见第三章', '《旧事》\uFF0C见第二章'],
  ])('%s', (written, expected) => {
    expect(afterwards(written)).toBe(expected);
  });
});

describe('what is no reference to this article stays', () => {
  test.each([
    '《红楼梦》第三章写的是旧事。',
    '《民法典》的第三章。',
    '《民法典》第三章第四节。',
    '《民法典》第三章、第三章和第一章的第三节。',
    '《红楼梦》一书第三章',
    '《红楼梦》一书中的第三章',
    '《红楼梦》\uFF08人民文学出版社\uFF09第三章',
    '原书第三章已经写明',
    '此文第三章已经写明',
    '见表3和图3',
    '见附件3',
    '按照合同法第三章办理。',
    '按照该办法第三章办理。',
    '上一章第三节说过。',
    '第三章程草案',
    '第三节课下课以后',
    '下列\uFF08四\uFF09项',
    '参见第九章。',
    '版本2.4已经发布',
    '2.4亿元',
    '见2.4%的增长',
  ])('%s', (text) => {
    expect(afterwards(text)).toBe(text);
  });
});

test('this document’s own kind of word is no other document', () => {
  expect(afterwards('按照本办法第三章办理。')).toBe('按照本办法第二章办理。');
});

/** The last paragraph of an article whose chapters are 一 and 三. */
function inlinesAfterwards(...children: Inline[]): readonly Inline[] {
  const sections = [section('第一章 甲'), section('第三章 乙', { type: 'paragraph', children })];
  const last = renumber(article(...sections), 'renumber').article.parts[0]?.children.at(-1);
  const [paragraph] = last?.type === 'section' ? last.children : [];
  return paragraph?.type === 'paragraph' ? paragraph.children : [];
}

const plain = (text: string): Inline => ({ type: 'text', text });
const strong = (...children: Inline[]): Inline => ({ type: 'strong', children });
const link = (...children: Inline[]): Inline => ({ type: 'link', url: 'https://example.com/', children });

describe('a reference is read across the inlines that it stands in', () => {
  test.each<[string, Inline[], Inline[]]>([
    [
      'a strong number',
      [plain('见第'), strong(plain('三')), plain('章。')],
      [plain('见第'), strong(plain('二')), plain('章。')],
    ],
    [
      'a reference that is a link',
      [plain('见'), link(strong(plain('第三')), plain('章'))],
      [plain('见'), link(strong(plain('第二')), plain('章'))],
    ],
    [
      'a law that is a link',
      [plain('按照'), link(plain('《合同法》')), plain('第三章')],
      [plain('按照'), link(plain('《合同法》')), plain('第三章')],
    ],
    [
      'code between its signs',
      [plain('见第'), { type: 'code', text: '三' }, plain('三章\uFF0C见第三章')],
      [plain('见第'), { type: 'code', text: '三' }, plain('三章\uFF0C见第二章')],
    ],
  ])('%s', (_what, before, after) => {
    expect(inlinesAfterwards(...before)).toEqual(after);
  });
});

test('a section of the same chapter is meant where several have its number', () => {
  const sections = [
    section('第一章 甲', section('第二节 子', '。'), section('第三节 丑', '见第二节。')),
    section('第二章 乙', section('第二节 寅', '。'), section('第三节 卯', '见第三节和第二节。')),
  ];
  const { article: after } = renumber(article(...sections), 'renumber');
  expect(articleText(after)).toContain('见第二节。\n第二章乙');
});

test('a number that several headings have is left and reported', () => {
  const sections = [
    section('第一卷 甲', section('第一章 子', '。'), section('第三章 丑', '。')),
    section('第二卷 乙', section('第一章 寅', '。'), section('第三章 卯', '。')),
    section('第三卷 丙', '见第三章。'),
  ];
  const { article: after, diagnostics } = renumber(article(...sections), 'renumber');
  expect(articleText(after)).toContain('见第三章。');
  expect(diagnostics).toContainEqual({
    code: 'references-ambiguous',
    values: { count: 1, references: '第三章' },
  });
});

test('a reference to a number that is printed no more is reported', () => {
  const { diagnostics } = renumber(article(section('第一章 甲', '见第一章。')), 'none');
  expect(diagnostics).toEqual([
    { code: 'references-to-dropped', values: { count: 1, references: '第一章' } },
  ]);
});

test('references in lists, tables, quotes and notes follow as well', () => {
  const text = [paragraph('见第三章。')];
  const source: Article = {
    ...article(
      section('第一章 甲', '。'),
      section('第三章 乙', {
        type: 'list',
        ordered: false,
        items: [{ children: text }],
      }),
      { type: 'quote', children: text },
      { type: 'table', headRows: 0, columns: [{}], rows: [{ cells: [{ children: text }] }] },
    ),
    notes: [{ id: 'n1', kind: 'endnote', children: text }],
  };
  expect(articleText(renumber(source, 'renumber').article).match(/见第.章/gu)).toEqual(
    Array.from({ length: 4 }, () => '见第二章'),
  );
});

/** Chapters that count with gaps, each with a paragraph that refers to one of them. */
const referring = fc
  .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 8 })
  .map((numbers) => numbers.sort((one, other) => one - other))
  .chain((numbers) => fc.tuple(fc.constant(numbers), fc.array(fc.nat(numbers.length - 1), { maxLength: 8 })));

test('every reference names the same heading before and after', () => {
  fc.assert(
    fc.property(referring, ([numbers, targets]) => {
      const source = article(
        ...numbers.map((number) => section(`第${number}章 卷首${number}`)),
        ...targets.map((target) => paragraph(`见第${numbers[target]}章。`)),
      );
      const { article: after } = renumber(source, 'renumber');
      const headings = outline(after).map(({ label }) => label?.text.trim());
      const references = articleText(after).match(/(?<=见)第[0-9]+章/gu) ?? [];
      expect(references.map((reference) => headings.indexOf(reference))).toEqual(targets);
      expect(renumber(after, 'renumber').article).toEqual(after);
    }),
  );
});
