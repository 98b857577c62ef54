import { describe, expect, test } from 'vitest';
import { render } from '../../src/convert.js';
import type { Article, Block, Inline } from '../../src/model/index.js';
import { article, marked, paragraph, text } from '../composer/articles.js';
import { list, type OpenPdf, openPdf, textOf } from '../renderers/pdf/open-pdf.js';
import { lintPdf } from './pdf-lint.js';

const link = (url: string, words: string): Inline => ({ type: 'link', url, children: text(words) });
const linked = (url: string, words: string): Block => ({ type: 'paragraph', children: [link(url, words)] });

const cell = (...children: Block[]): { children: Block[] } => ({ children });

/** A link in every place that can hold one. */
const EVERYWHERE: Article = article(
  [
    {
      type: 'section',
      heading: [...text('见'), link('https://a.b/heading', '标题')],
      children: [paragraph('文')],
    },
    linked('https://a.b/paragraph', '段落'),
    { type: 'list', ordered: true, items: [{ children: [linked('https://a.b/list', '列表')] }] },
    { type: 'quote', children: [linked('https://a.b/quote', '引文')] },
    {
      type: 'table',
      columns: [{}, {}],
      headRows: 1,
      rows: [
        { cells: [cell(linked('https://a.b/head', '表头')), cell(paragraph('值'))] },
        // enough rows for a second page, where the head is said again
        ...Array.from({ length: 60 }, (_, row) => ({
          cells: [
            cell(row === 50 ? linked('https://a.b/cell', '格') : paragraph(`${row}`)),
            cell(paragraph('值')),
          ],
        })),
      ],
    },
    linked('mailto:lin@a.b', '林'),
    marked('注', 'n'),
  ],
  { notes: [{ id: 'n', kind: 'footnote', children: [linked('https://a.b/note', '注文')] }] },
);

interface Clickable {
  readonly page: number;
  readonly leadsTo: string;
  readonly says: string;
  readonly rect: readonly number[];
}

function clickables(pdf: OpenPdf): Clickable[] {
  return pdf.pages.flatMap((page, index) =>
    list(pdf.see(page.data.entries.get('Annots'))).map((annotation) => ({
      page: index,
      leadsTo: textOf(pdf.entry(annotation, 'A', 'URI')) ?? `#${textOf(pdf.entry(annotation, 'Dest'))}`,
      says: textOf(pdf.entry(annotation, 'Contents')) ?? '',
      rect: list(pdf.entry(annotation, 'Rect')).map(Number),
    })),
  );
}

async function open(input: Article, template: string): Promise<{ pdf: OpenPdf; faults: string[] }> {
  const { bytes } = await render(input, 'pdf', { template });
  return { pdf: openPdf(bytes), faults: lintPdf(bytes) };
}

describe.each(['article', 'book', 'vertical'])('as %s', (template) => {
  test('a link is a link wherever it stands, and once', async () => {
    const { pdf, faults } = await open(EVERYWHERE, template);
    const addresses = clickables(pdf).map(({ leadsTo }) => leadsTo.replace('https://a.b/', ''));
    expect(addresses.filter((address) => !address.startsWith('#')).sort()).toEqual(
      ['cell', 'head', 'heading', 'list', 'mailto:lin@a.b', 'note', 'paragraph', 'quote'].sort(),
    );
    expect(addresses.filter((address) => address.startsWith('#note'))).toHaveLength(2);
    expect(faults).toEqual([]);
  });

  test('every place to click lies on its page and has a size', async () => {
    const { pdf } = await open(EVERYWHERE, template);
    for (const { page, rect } of clickables(pdf)) {
      const [left = 0, bottom = 0, right = 0, top = 0] = rect;
      const [, , width = 0, height = 0] = list(pdf.pages[page]?.data.entries.get('MediaBox')).map(Number);
      expect(
        0 < left && left + 4 < right && right < width && 0 < bottom && bottom + 4 < top && top < height,
      ).toBe(true);
    }
  });

  test('over lines and pages each part is a place to click, and all say what they show', async () => {
    const words = '天地玄黄宇宙洪荒'.repeat(300);
    const { pdf, faults } = await open(article([linked('https://a.b/long', words)]), template);
    const parts = clickables(pdf);
    expect(new Set(parts.map(({ page }) => page)).size).toBe(pdf.pages.length);
    expect(parts.map(({ says }) => says).join('')).toBe(words);
    expect(faults).toEqual([]);
  });
});

test('an address that runs or opens something is text, whoever made the article', async () => {
  const input = article([linked('javascript:alert(1)', '甲'), linked('file:///etc/passwd', '乙')]);
  const { pdf, faults } = await open(input, 'article');
  expect(clickables(pdf)).toEqual([]);
  expect(faults).toEqual([]);
});
