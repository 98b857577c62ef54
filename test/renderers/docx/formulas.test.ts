import { describe, expect, test } from 'vitest';
import { render } from '../../../src/convert.js';
import type { Article, Block } from '../../../src/model/index.js';
import { readArticle } from '../../../src/read-article.js';
import { FORMULAS } from '../../outputs/extreme-articles.js';
import { articleOf, paragraph } from './rich-article.js';
import { part } from './word-file.js';

const inLine = (tex: string): Block => paragraph('设', { type: 'math', tex }, '。');

async function readBack(article: Article): Promise<readonly Block[]> {
  const { bytes } = await render(article, 'docx');
  return (await readArticle(bytes)).article.parts[0]?.children ?? [];
}

/** The TeX of a block after a way through a Word file; code where no formula could be made of it. */
async function again(tex: string): Promise<string> {
  const [, block] = await readBack(
    articleOf(paragraph('见下式。'), { type: 'math', tex }, paragraph('完。')),
  );
  return block?.type === 'math' ? block.tex : `${block?.type}`;
}

/** Formulas that are read as they were written. */
const KEPT = [
  'x',
  'a^{2}+b^{2}=c^{2}',
  'x_{i}^{2}',
  "f'(x)",
  '\\frac{a}{b}',
  '\\sqrt{x}',
  '\\sqrt[3]{x}',
  '\\binom{n}{k}',
  '\\sum_{i=1}^{n} i=\\frac{n(n+1)}{2}',
  '\\prod_{i} x_{i}',
  '\\int_{0}^{\\infty } x\\, dx',
  '\\iint f',
  '\\lim_{x\\to 0} \\frac{\\sin x}{x}',
  '\\sin ^{2} x',
  '\\operatorname{foo} x',
  '\\begin{pmatrix}a & b \\\\ c & d\\end{pmatrix}',
  '\\begin{vmatrix}a & b \\\\ c & d\\end{vmatrix}',
  '\\begin{matrix}a & b \\\\ c & d\\end{matrix}',
  '\\begin{cases}x & x>0 \\\\ -x & \\text{否则}\\end{cases}',
  '\\begin{aligned}a & =b \\\\ & =c\\end{aligned}',
  '\\left( \\frac{a}{b} \\right)^{2}',
  '\\left\\{ x \\middle| x>0 \\right\\}',
  '\\left\\{ x \\right.',
  '\\hat{x}+\\vec{v}+\\dot{q}+\\bar{y}+\\tilde{z}',
  '\\widehat{xyz}',
  '\\overline{AB}+\\underline{x}',
  '\\underbrace{a+b}_{2}+\\overbrace{c+d}^{n}',
  '\\overrightarrow{AB}',
  '\\overset{!}{=}',
  '\\mathbb{R}\\mathcal{L}\\mathfrak{g}\\mathbf{v}\\boldsymbol{\\alpha}',
  '\\mathrm{d}x',
  '\\text{如果 }x>0',
  'a\\quad b\\; c\\, d',
  '\\boxed{y}+\\phantom{z}+\\cancel{w}',
  '90^{\\circ }',
  'a\\le b\\ge c\\ne d\\approx e',
  '\\alpha \\beta \\Gamma \\infty \\partial \\nabla',
  '\\{a,b\\}',
];

describe('a formula is read as it was written', () => {
  test.each(KEPT)('%s', async (tex) => {
    expect(bare(await again(tex))).toBe(bare(tex));
  });
});

/** Blanks are no matter of TeX, but behind a command. */
const bare = (tex: string): string =>
  tex.replace(/(\\[A-Za-z]+)\s+(?=[^A-Za-z])/g, '$1').replace(/(?<!\\)\s+$/g, '');

test.each([...FORMULAS, ...KEPT].filter((tex) => tex.length < 200))(
  'what was read is read again: %s',
  async (tex) => {
    const once = await again(tex);
    if (once !== 'code' && once !== 'paragraph') expect(await again(once)).toBe(once);
  },
);

test('formulas are those of Word, in a line and on lines of their own', async () => {
  const { bytes, diagnostics } = await render(
    articleOf(inLine('x^2'), { type: 'math', tex: '\\frac{a}{b}' }),
    'docx',
  );
  const xml = part(bytes, 'word/document.xml');
  const t = (text: string): string => `<m:r><m:t xml:space="preserve">${text}</m:t></m:r>`;
  expect(xml).toContain(
    `<m:oMath><m:sSup><m:e>${t('x')}</m:e><m:sup>${t('2')}</m:sup></m:sSup></m:oMath><w:r>`,
  );
  expect(xml).toContain(
    `<w:pStyle w:val="Formula"/></w:pPr><m:oMathPara><m:oMath><m:f><m:num>${t('a')}</m:num><m:den>${t('b')}</m:den></m:f></m:oMath></m:oMathPara></w:p>`,
  );
  expect(diagnostics).toEqual([]);
});

test('TeX that is wrong stays as it was written, and is said once', async () => {
  const { bytes, diagnostics } = await render(articleOf(inLine('\\frac{'), inLine('\\frac{')), 'docx');
  expect(part(bytes, 'word/document.xml').match(/\\frac\{/g)).toHaveLength(2);
  expect(diagnostics).toEqual([{ code: 'formula-unread', values: { tex: '\\frac{' } }]);
});
