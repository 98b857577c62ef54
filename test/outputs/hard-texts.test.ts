import { describe, expect, test } from 'vitest';
import { render } from '../../src/convert.js';
import { article, footnote } from '../composer/articles.js';
import { expectedText, withoutBlanks } from '../composer/printed-text.js';
import { HARD_TEXTS } from './hard-texts.js';
import { lintPdf } from './pdf-lint.js';
import { pdfText } from './pdf-text.js';

const TEMPLATES = ['article', 'vertical'];

describe.each(TEMPLATES)('as %s', (template) => {
  test.each(Object.entries(HARD_TEXTS))('%s: what is copied is what was written', async (_, block) => {
    const input = article([block], { notes: [footnote('n', '注文')] });
    const { bytes } = await render(input, 'pdf', { template });
    expect(withoutBlanks(pdfText(bytes))).toBe(expectedText(input));
    expect(lintPdf(bytes)).toEqual([]);
  });
});
