import { describe, expect, test } from 'vitest';
import { render } from '../../src/convert.js';
import { type Article, headingText, outline } from '../../src/model/index.js';
import { docxOutline } from './docx-outline.js';
import { epubOutline } from './epub-outline.js';
import { pdfOutline, type RecoveredHeading } from './pdf-outline.js';
import { readSample, samples } from './samples.js';

/** One heading a line, by depth; white space is a matter of looks. */
function asText(headings: readonly RecoveredHeading[]): string {
  return headings.map(({ level, text }) => `${'  '.repeat(level - 1)}${text.replace(/\s/g, '')}`).join('\n');
}

function outlineOf(article: Article): string {
  return asText(outline(article).map((entry) => ({ level: entry.level, text: headingText(entry) })));
}

describe.each(samples)('$file', (sample) => {
  test.each([
    ['pdf', pdfOutline],
    ['docx', docxOutline],
    ['epub', epubOutline],
  ] as const)('the outline recovered from its %s is the article’s', async (format, recover) => {
    const { article } = await readSample(sample);
    expect(outline(article).length).toBeGreaterThan(2);
    const { bytes } = await render(article, format, { template: sample.template });
    expect(asText(recover(bytes))).toBe(outlineOf(article));
  });
});
