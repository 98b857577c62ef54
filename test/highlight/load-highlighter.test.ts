import { expect, test } from 'vitest';
import { loadHighlighter } from '../../src/highlight/index.js';
import type { Article, Block, Code } from '../../src/model/index.js';
import { plainCode } from '../../src/model/index.js';

const articleOf = (...children: Block[]): Article => ({
  language: 'zh-Hans',
  provenance: { authors: [] },
  lead: [],
  parts: [{ children }],
  notes: [],
  images: {},
});

const codeOf = (text: string, language?: string): Code => ({
  type: 'code',
  text,
  ...(language && { language }),
});

/** Each stretch with its kind in front: `keyword:if`. */
async function kindsOf(text: string, language?: string): Promise<string[]> {
  const code = codeOf(text, language);
  const highlight = await loadHighlighter(articleOf(code));
  return highlight(code).map(({ text: words, kind }) => `${kind ?? ''}:${words}`);
}

test('words of a program have their kinds', async () => {
  expect(await kindsOf('def f(x): # 加一\n  return x + 1', 'python')).toEqual([
    'keyword:def',
    ': ',
    'title:f',
    ':(x): ',
    'comment:# 加一',
    ':\n  ',
    'keyword:return',
    ': x + ',
    'number:1',
  ]);
});

test('code inside a string is plain again', async () => {
  expect(await kindsOf('f"甲{a}乙"', 'python')).toEqual(['string:f"甲', ':{a}', 'string:乙"']);
});

test.each([
  ['ts', 'const a = 1', 'keyword:const'],
  ['C++', 'return 0;', 'keyword:return'],
  ['Haskell', 'import Data.List', 'keyword:import'],
])('%s is known by its name in any case, common or not', async (language, text, first) => {
  expect((await kindsOf(text, language))[0]).toBe(first);
});

test.each([undefined, 'text', 'none', 'nosuchlanguage', '__proto__', 'constructor'])(
  'code in %s is plain',
  async (language) => {
    expect(await kindsOf('if (a) return 1', language)).toEqual([':if (a) return 1']);
  },
);

test('nothing is loaded for an article without a language', async () => {
  expect(await loadHighlighter(articleOf(codeOf('if')))).toBe(plainCode);
  expect(await loadHighlighter(articleOf(codeOf('', 'js')))).not.toBe(plainCode);
});

test('code is found in lists, quotes, cells, sections and notes', async () => {
  const code = codeOf('return', 'js');
  const places: Block[] = [
    { type: 'list', ordered: false, items: [{ children: [code] }] },
    { type: 'quote', children: [code] },
    { type: 'section', heading: [], children: [code] },
    { type: 'table', headRows: 0, columns: [{}], rows: [{ cells: [{ children: [code] }] }] },
  ];
  for (const place of places) {
    expect((await loadHighlighter(articleOf(place)))(code)).toEqual([{ text: 'return', kind: 'keyword' }]);
  }
  const noted = { ...articleOf(), notes: [{ id: 'a', kind: 'footnote', children: [code] }] } as const;
  expect((await loadHighlighter(noted))(code)).toEqual([{ text: 'return', kind: 'keyword' }]);
});

test.each([
  ['of a megabyte', 'a = 1;\n'.repeat(150_000)],
  ['whose words never end', 'function '.repeat(4_000)],
  ['of one name', 'a'.repeat(39_000)],
])('code %s stays plain', async (_, text) => {
  expect(await kindsOf(text, 'cpp')).toEqual([`:${text}`]);
});

test('of very much code the first is coloured', async () => {
  const codes = Array.from({ length: 12 }, () => codeOf('return 1;\n'.repeat(3_000), 'js'));
  const highlight = await loadHighlighter(articleOf(...codes));
  expect(codes.map((code) => highlight(code).length > 1)).toEqual([
    ...new Array<boolean>(10).fill(true),
    false,
    false,
  ]);
});

test('spans join to the text whatever it is', async () => {
  const odd = ['<a href="', '"""', '/*', '\u0000\uD800', '`${`${', '国\n\n\t\uFF1B', '{{{{', '%{'];
  for (const language of ['html', 'python', 'js', 'cpp', 'markdown', 'php', 'ruby', 'sql']) {
    for (const text of odd) {
      const joined = (await kindsOf(text, language))
        .map((span) => span.slice(span.indexOf(':') + 1))
        .join('');
      expect(joined).toBe(text);
    }
  }
});
