import { describe, expect, test } from 'vitest';
import { loadFormulas, type MathNode } from '../../src/math/index.js';
import type { Article } from '../../src/model/index.js';

const article = (...texs: string[]): Article => ({
  language: 'zh-Hans',
  provenance: { authors: [] },
  lead: [],
  parts: [{ children: texs.map((tex) => ({ type: 'math', tex })) }],
  notes: [],
  images: {},
});

async function formula(tex: string, display: 'inline' | 'block' = 'inline'): Promise<MathNode | undefined> {
  return (await loadFormulas(article(tex))).of(tex, display);
}

/** As MathML on one line, for people. */
function written(node: MathNode | undefined): string {
  if (!node) return 'none';
  const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}=${value}`);
  const inside = node.children.map((child) => (typeof child === 'string' ? child : written(child))).join('');
  return `<${node.name}${attributes.join('')}>${inside}</${node.name}>`;
}

describe('TeX as MathML, without classes and styles', () => {
  test.each([
    ['x^2', '<math><msup><mi>x</mi><mn>2</mn></msup></math>'],
    [
      '\\overline{x}',
      '<math><mover accent=true><mrow><mi>x</mi></mrow><mo stretchy=true>\u203E</mo></mover></math>',
    ],
    ['\\boxed{x}', '<math><menclose notation=box><mi>x</mi></menclose></math>'],
    ['a\\!b', '<math><mrow><mi>a</mi><mi>b</mi></mrow></math>'],
    ['x^{\\!}', '<math><msup><mi>x</mi><mrow></mrow></msup></math>'],
  ])('%s', async (tex, mathml) => {
    expect(written(await formula(tex))).toBe(mathml);
  });

  test('columns say where their text stands', async () => {
    const cells = written(await formula('\\begin{aligned}a&=b\\end{aligned}')).match(/<mtd[^>]*>/g);
    expect(cells).toEqual(['<mtd columnalign=right>', '<mtd columnalign=left>']);
  });

  test('a numbered formula is the formula and its number, without cells that fill the line', async () => {
    expect(written(await formula('a\\tag{1}', 'block'))).toBe(
      '<math display=block><mrow><mrow><mi>a</mi></mrow><mspace width=2em></mspace><mtext>(1)</mtext></mrow></math>',
    );
    expect(written(await formula('\\begin{equation}a\\end{equation}', 'block'))).toContain('<mi>a</mi>');
  });
});

describe('what is no formula stays TeX', () => {
  test.each([
    '',
    ' ',
    '\\frac{',
    '\\nosuchcommand',
    '\\href{https://example.org/}{x}',
    '\\includegraphics{a.png}',
    '\\def\\x{\\x\\x}\\x',
    '\\newcommand\\a{aa}\\a',
    '\\frac{1}{'.repeat(300) + '}'.repeat(300),
    'x'.repeat(5001),
    'a\0b\uFFFE',
  ])('case %#', async (tex) => {
    expect(await formula(tex)).toBeUndefined();
  });
});

/** Five thousand characters of what repeats itself, none of which may take longer than reading as much prose. */
test.each([
  '^',
  '_',
  '\\sqrt',
  '\\frac',
  '{a}',
  '\\left(',
  '\\overset{a}',
  '\\begin{matrix}',
  '&',
  '\\\\',
  '\\text{a}',
  "'",
  '\\not',
  '\\dots',
  '\\ce{H2O}',
  '\\color{red}',
  '$',
  '%',
  '\\implies',
])('%s again and again comes to an end', async (piece) => {
  const from = performance.now();
  await formula(piece.repeat(Math.floor(5000 / piece.length)));
  expect(performance.now() - from).toBeLessThan(5000);
});

test('all formulas of an article together are bounded', async () => {
  const long = `x${'+x'.repeat(2400)}`;
  const texs = Array.from({ length: 110 }, (_, index) => `${index}${long}`);
  const formulas = await loadFormulas(article(long));
  const read = texs.filter((tex) => formulas.of(tex, 'inline') !== undefined);
  expect(read.length).toBeGreaterThan(100);
  expect(read.length).toBeLessThan(texs.length);
});
