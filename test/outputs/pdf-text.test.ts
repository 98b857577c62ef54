import { describe, expect, test } from 'vitest';
import { render } from '../../src/convert.js';
import type { Article } from '../../src/model/index.js';
import { listTemplates } from '../../src/style/index.js';
import { expectedText, withoutBlanks } from '../composer/printed-text.js';
import { lintPdf } from './pdf-lint.js';
import { pdfText } from './pdf-text.js';
import { readSample, samples } from './samples.js';

/** Without what the front and back of the document print besides the text. */
const plain = ({ title: _title, subtitle: _subtitle, ...rest }: Article): Article => ({
  ...rest,
  provenance: { authors: [] },
});

describe.each(samples)('$file', (sample) => {
  test.each(listTemplates())(
    'what is copied from its PDF as %s is its text, character by character; blanks are places, not text',
    async (template) => {
      const article = plain((await readSample(sample)).article);
      const { bytes } = await render(article, 'pdf', { template });
      expect(withoutBlanks(pdfText(bytes))).toBe(expectedText(article));
    },
  );

  test('with title, contents and all it breaks no rule of PDF/UA-1 that a machine can check', async () => {
    const { article } = await readSample(sample);
    const options = { template: sample.template, archive: true, changes: { contents: { show: true } } };
    expect(lintPdf((await render(article, 'pdf', options)).bytes)).toEqual([]);
  });
});
