import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Node } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/readers/markdown/parse.js';
import { cutIntoPieces } from '../../../src/readers/markdown/pieces.js';

const { tests: examples } = createRequire(import.meta.url)('commonmark-spec') as {
  tests: readonly { readonly markdown: string }[];
};

const CORPUS = fileURLToPath(new URL('../../../../shared/corpus', import.meta.url));
const corpus = existsSync(CORPUS) ? readdirSync(CORPUS).filter((name) => name.endsWith('.md')) : [];

/** The tree as text, a node a line, with the lines on which it begins and ends. */
function outline(node: Node, depth = 0): string[] {
  const { type, children = [], value = '', position } = node as Node & { children?: Node[]; value?: string };
  const lines = position && type !== 'root' ? `${position.start.line}-${position.end.line}` : '';
  return [
    `${' '.repeat(depth)}${type} ${lines} ${value}`,
    ...children.flatMap((child) => outline(child, depth + 1)),
  ];
}

function expectSame(text: string, size: number): void {
  expect(outline(parseMarkdown(text, size))).toEqual(outline(parseMarkdown(text, Number.POSITIVE_INFINITY)));
}

const BLOCKS: readonly string[] = [
  '段落\n第二行',
  '# 标题',
  '标题\n===',
  '- 甲\n- 乙\n\n  乙续',
  '1. 甲\n2. 乙',
  '> 引\n继续',
  '```js\n# 不是标题\n\n- 不是项\n```',
  '~~~\n\n```\n\n~~~',
  '<div>\n\n<p>字</p>\n\n</div>',
  '<!-- 注\n\n# 不是标题\n\n-->',
  '| 甲 | 乙 |\n|---|---|\n| 1 | 2 |',
  '| 甲 | 乙 |\n|:--|---|\n| 1 | 2 |\n| 3 |\n| 5 | 6 | 7 |\n末行',
  '| 非表\n| 续行',
  '[a]: https://example.com/a',
  '[^n]: 注文\n\n    注文续',
  '见[a]与[^n]。',
  '$$\nx\n\n# y\n$$',
  '文\n$$\nx = 1\n$$\n后',
  '$$x^2$$',
  '$$\n无尾',
  '\\[\nx^2\n\\]',
  '\\begin{align}\na &= b\n\n\\end{align}',
  '$$ 价 $$ 后',
  '- 甲\n\n  $$\n  x^2\n  $$',
  '    代码',
  ':::note\n\n盒子\n\n:::',
  '***',
  '* 甲\n* 乙',
];

test('a text parsed in pieces is the same as in one', () => {
  const texts = fc
    .array(fc.tuple(fc.constantFrom(...BLOCKS), fc.constantFrom('\n', '\n\n', '\n\n\n')), {
      minLength: 2,
      maxLength: 20,
    })
    .map((blocks) => blocks.map(([block, gap]) => block + gap).join(''));
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 60 }), (text, size) => expectSame(text, size)),
    { numRuns: 1000 },
  );
});

test.each(corpus)('%s, cut as often as it can be', (name) => {
  expectSame(readFileSync(`${CORPUS}/${name}`, 'utf8'), 1);
});

describe('all examples of CommonMark, one after another', () => {
  test.each([1, 50, 5000])('cut at %i', (size) => {
    const text = examples.map(({ markdown }) => `${markdown}\n\n***\n\n`).join('');
    expectSame(text, size);
  });
});

test('a text of formulas is cut between them', () => {
  const text = '其中\n$$\nx = 1\n\n# y\n$$\n\n段落。\n\n'.repeat(2000);
  expect(cutIntoPieces(text).length).toBeGreaterThan(2);
});

test('a list of 20,000 items is cut and is one list', () => {
  const text = '- 项\n'.repeat(20_000);
  expect(cutIntoPieces(text).length).toBeGreaterThan(1);
  const { children } = parseMarkdown(text);
  expect(children.map((child) => ('children' in child ? child.children.length : 0))).toEqual([20_000]);
});
