import { expect, test } from 'vitest';
import { type Article, articleText, type Block, type Inline, type Section } from '../../src/model/index.js';
import { linkReferences, parseLabel } from '../../src/numbering/index.js';

const words = (text: string): Inline[] => [{ type: 'text', text }];
const paragraph = (...children: (Inline | string)[]): Block => ({
  type: 'paragraph',
  children: children.flatMap((child) => (typeof child === 'string' ? words(child) : child)),
});

function section(line: string, ...children: (Block | string)[]): Section {
  const found = parseLabel(line);
  return {
    type: 'section',
    ...(found && { label: found.label }),
    heading: words(found?.rest ?? line),
    children: children.map((child) => (typeof child === 'string' ? paragraph(child) : child)),
  };
}

const figure = (caption: string): Block => ({
  type: 'figure',
  imageId: 'a',
  alt: '',
  caption: words(caption),
});

function article(...children: Block[]): Article {
  const provenance = { authors: [] };
  return { language: 'zh-Hans', provenance, lead: [], parts: [{ children }], notes: [], images: {} };
}

/** What is marked in an article: the words, and where they lead. */
function found(of: Article): string[] {
  const marked: string[] = [];
  JSON.stringify(of, (_key, value) => {
    if (value?.type === 'reference') {
      marked.push(`${value.children[0].text} \u2192 ${value.to} ${value.number}`);
    }
    return value;
  });
  return marked;
}

/** The references of a text in the second of two chapters. */
function links(...children: (Inline | string)[]): string[] {
  const whole = article(
    section('第一章 甲', section('第一节 子', figure('图1 甲')), section('第二节 丑')),
    section(
      '第二章 乙',
      section('第一节 寅', figure('图 2.1\uFF1A乙')),
      section('\uFF08一\uFF09卯', figure('表3 像表的图')),
      section('2.4 辰', paragraph(...children)),
    ),
  );
  const linked = linkReferences(whole);
  expect(articleText(linked)).toBe(articleText(whole));
  return found(linked);
}

test.each([
  ['见第一章。', ['第一章 \u2192 heading 1']],
  ['见第一章第二节。', ['第一章 \u2192 heading 1', '第二节 \u2192 heading 3']],
  ['见第一节', ['第一节 \u2192 heading 5']],
  ['第一、二章', ['第一 \u2192 heading 1', '二章 \u2192 heading 4']],
  ['上述\uFF08一\uFF09说过', ['\uFF08一\uFF09 \u2192 heading 6']],
  ['参见2.4', ['2.4 \u2192 heading 7']],
  ['如图1所示', ['图1 \u2192 caption 1']],
  ['如图 1 与图2.1', ['图 1 \u2192 caption 1', '图2.1 \u2192 caption 2']],
])('%s', (text, expected) => {
  expect(links(text)).toEqual(expected);
});

test.each([
  '见第九章第二节',
  '《民法典》第一章',
  '《某书》的图1',
  '地图1',
  '图11和图1.5',
  '图1-2',
  '图1个',
  '表3',
  '第一章程',
  '第一次',
])('%s names nothing here', (text) => {
  expect(links(text)).toEqual([]);
});

test('words in strong text are marked there; words of a link lead where the link does', () => {
  expect(links({ type: 'strong', children: words('第一章') })).toEqual(['第一章 \u2192 heading 1']);
  expect(links({ type: 'link', url: 'https://a.cn/', children: words('第一章') }, '和图1')).toEqual([
    '图1 \u2192 caption 1',
  ]);
});

test('headings and captions are marked nowhere, cells and notes are', () => {
  const cell = { children: [paragraph('见第一章')] };
  const whole: Article = {
    ...article(
      section('第一章 第二章之前', figure('图1 见第二章')),
      section('第二章 乙', { type: 'table', headRows: 0, columns: [{}], rows: [{ cells: [cell] }] }),
    ),
    notes: [{ id: '1', kind: 'footnote', children: [paragraph('见第二章')] }],
  };
  expect(found(linkReferences(whole))).toEqual(['第一章 \u2192 heading 1', '第二章 \u2192 heading 2']);
});

test('a number that several bear leads nowhere', () => {
  const twice = article(
    section('甲', figure('图1 子')),
    section('乙', figure('图1 丑')),
    section('丙', '见图1'),
  );
  expect(found(linkReferences(twice))).toEqual([]);
});

test('an article without numbers is given back as it is', () => {
  const plain = article(section('甲', '见第一章'));
  expect(linkReferences(plain)).toBe(plain);
});
