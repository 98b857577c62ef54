import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { render } from '../../../src/convert.js';
import type { Article, Block } from '../../../src/model/index.js';
import { FORMULAS } from '../../outputs/extreme-articles.js';

const article = (...children: Block[]): Article => ({
  language: 'zh-Hans',
  title: '题目',
  provenance: { authors: [] },
  lead: [],
  parts: [{ children }],
  notes: [],
  images: {},
});
const inLine = (tex: string): Block => ({
  type: 'paragraph',
  children: [
    { type: 'text', text: '设' },
    { type: 'math', tex },
    { type: 'text', text: '。' },
  ],
});

async function book(given: Article) {
  const { bytes, diagnostics } = await render(given, 'epub');
  const files = Object.entries(unzipSync(bytes)).filter(([path]) => /\.(?:xhtml|opf)$/.test(path));
  const texts = files.map(([path, data]) => [path, strFromU8(data)] as const);
  const all = (ending: string): string =>
    texts.flatMap(([path, text]) => (path.endsWith(ending) ? [text] : [])).join('\n');
  return { pages: all('.xhtml'), opf: all('.opf'), texts, diagnostics };
}

test('formulas are MathML with their TeX for those who hear them, and their pages and the book say so', async () => {
  const { pages, opf, diagnostics } = await book(
    article(inLine('x^2<y'), { type: 'math', tex: '\\frac{a}{b}' }),
  );
  const math = '<math xmlns="http://www.w3.org/1998/Math/MathML"';
  expect(pages).toContain(
    `设${math} alttext="x^2&lt;y"><mrow><msup><mi>x</mi><mn>2</mn></msup><mo>&lt;</mo><mi>y</mi></mrow></math>。`,
  );
  expect(pages).toContain(
    `<div class="formula">${math} alttext="\\frac{a}{b}" display="block"><mfrac><mi>a</mi><mi>b</mi></mfrac></math></div>`,
  );
  expect(opf.match(/properties="mathml"/g)).toHaveLength(1);
  expect(opf).toContain('<meta property="schema:accessibilityFeature">MathML</meta>');
  expect(diagnostics).toEqual([]);
});

test('lines over signs and frames are drawn by the style sheet', async () => {
  const { pages } = await book(article(inLine('\\overline{A}\\boxed{b}')));
  expect(pages).toContain('<mrow class="overline"><mrow><mi>A</mi></mrow></mrow>');
  expect(pages).toContain('<mrow class="boxed"><mi>b</mi></mrow>');
});

test('TeX that is wrong stays as it was written, and is said; a book without formulas says nothing of them', async () => {
  const { pages, opf, diagnostics } = await book(
    article(inLine('\\frac{'), { type: 'math', tex: '\\frac{' }),
  );
  expect(pages.match(/<code[^>]*>\\frac\{<\/code>/g)).toHaveLength(2);
  expect(opf).not.toMatch(/mathml/i);
  expect(diagnostics).toEqual([{ code: 'formula-unread', values: { tex: '\\frac{' } }]);
});

test('every formula leaves pages that are XML', async () => {
  const { texts } = await book(
    article(...FORMULAS.flatMap((tex) => [inLine(tex), { type: 'math', tex } as const])),
  );
  for (const [, text] of texts) {
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(text).close();
  }
  expect(texts.length).toBeGreaterThan(2);
});
