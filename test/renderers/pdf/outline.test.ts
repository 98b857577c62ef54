import { expect, test } from 'vitest';
import { layoutArticle } from '../../../src/composer/index.js';
import { openFonts } from '../../../src/fonts/index.js';
import { metadataOf } from '../../../src/renderers/pdf/metadata.js';
import { writeOutline } from '../../../src/renderers/pdf/outline.js';
import { PackedDocument } from '../../../src/renderers/pdf/packed-document.js';
import { writePdf } from '../../../src/renderers/pdf/write-pdf.js';
import { makeStyleSheet } from '../../../src/style/index.js';
import { article, paragraph, section } from '../../composer/articles.js';
import { isEntries, list, openPdf, refOf, textOf } from './open-pdf.js';
import { readPdf } from './read-pdf.js';

/** The outline of headings as `title count`, indented by depth. */
function outlineOf(headings: readonly (readonly [level: number, text: string])[]): string[] {
  const document = new PackedDocument({ info: {}, xmp: '' });
  document.addPage({ size: [100, 200], margin: 0 });
  const pages = [{ reference: document.page.dictionary, heightPt: 200 }];
  const places = headings.map(([level, text]) => ({ level, text, page: 0, yPt: 50, pageLabel: '1' }));
  writeOutline(document, places, pages);
  document.end();
  const { objects } = readPdf(document.bytes());
  const field = (id: number, key: string): number =>
    Number(new RegExp(`/${key} (-?\\d+)`).exec(objects.get(id)?.dictionary ?? '')?.[1] ?? 0);
  const rows: string[] = [];
  const walk = (first: number, depth: number): void => {
    for (let id = first; id !== 0; id = field(id, 'Next')) {
      const text = /\/Title \((.*?)\)/.exec(objects.get(id)?.dictionary ?? '')?.[1];
      rows.push(`${'  '.repeat(depth)}${text} ${field(id, 'Count')}`);
      expect(objects.get(id)?.dictionary).toMatch(/\/Dest \[\d+ 0 R \/XYZ null 150 null\]/);
      walk(field(id, 'First'), depth + 1);
    }
  };
  const root = [...objects].find(([, { dictionary }]) => /\/Type \/Outlines/.test(dictionary))?.[0] ?? 0;
  walk(field(root, 'First'), 0);
  return rows;
}

test('headings nest by level; a skipped level leaves no gap', () => {
  expect(
    outlineOf([
      [1, 'a'],
      [3, 'b'],
      [2, 'c'],
      [1, 'd'],
    ]),
  ).toEqual(['a 2', '  b 0', '  c 0', 'd 0']);
});

test('the first heading may be a deep one', () => {
  expect(
    outlineOf([
      [2, 'a'],
      [1, 'b'],
    ]),
  ).toEqual(['a 0', 'b 0']);
});

test.each([
  ['', '()'],
  ['一\n二\u0007', '一 二 '],
  ['(', '('],
  ['长'.repeat(10_000), '长'.repeat(10_000)],
])('title %#', (title, shown) => {
  const document = new PackedDocument({ info: {}, xmp: '' });
  document.addPage({ size: [100, 200], margin: 0 });
  const page = { reference: document.page.dictionary, heightPt: 200 };
  writeOutline(document, [{ level: 1, text: title, page: 0, yPt: 50, pageLabel: '1' }], [page]);
  document.end();
  const item = [...openPdf(document.bytes()).objects.values()].find(
    (each) => isEntries(each) && each.entries.has('Dest'),
  );
  expect(isEntries(item) && textOf(item.entries.get('Title'))).toBe(shown === '()' ? '' : shown);
});

test('ten thousand headings are written in no time, every count right', () => {
  const levels = [1, 2, 3, 3, 2, 3, 4, 6, 1, 3] as const;
  const many = Array.from({ length: 10_000 }, (_, index) => [levels[index % 10] ?? 1, `h${index}`] as const);
  const began = performance.now();
  const rows = outlineOf(many);
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(rows).toHaveLength(10_000);
  expect(rows.slice(0, 10)).toEqual([
    'h0 -2',
    '  h1 -2',
    '    h2 0',
    '    h3 0',
    '  h4 -1',
    '    h5 -1',
    '      h6 -1',
    '        h7 0',
    'h8 -1',
    '  h9 0',
  ]);
});

test('many headings open folded', () => {
  const many = Array.from({ length: 50 }, (_, index) => [index === 0 ? 1 : 2, `h${index}`] as const);
  expect(outlineOf(many)[0]).toBe('h0 -49');
});

test('every item leads to the page of its heading, and to just above its line', async () => {
  const sections = Array.from({ length: 12 }, (_, index) =>
    section(`题${index}`, paragraph('天地玄黄'.repeat(30 + 17 * index)), section('小题', paragraph('文'))),
  );
  const input = article(sections);
  const sheet = makeStyleSheet();
  const fonts = await openFonts(sheet);
  const layout = layoutArticle(input, sheet, fonts);
  const lineOf = (title: string): { page: number; baselinePt: number } | undefined =>
    layout.pages
      .flatMap(({ items }, page) =>
        items.flatMap((item) =>
          item.type === 'line' && item.line.runs.map(({ text }) => text).join('') === title
            ? [{ page, baselinePt: item.baselinePt }]
            : [],
        ),
      )
      .at(0);
  const { bytes } = await writePdf({ layout, fonts, images: {}, metadata: metadataOf(input) });
  const pdf = openPdf(bytes);
  let checked = 0;
  for (const object of pdf.objects.values()) {
    if (!isEntries(object) || !object.entries.has('Dest')) continue;
    const title = textOf(object.entries.get('Title')) ?? '';
    const line = lineOf(title);
    if (title === '小题' || !line) continue;
    const [page, , , top] = list(object.entries.get('Dest'));
    expect(pdf.pages.findIndex(({ id }) => id === refOf(page))).toBe(line.page);
    const abovePt = line.baselinePt - (sheet.page.heightPt - Number(top));
    expect(abovePt).toBeGreaterThan(0.5 * sheet.styles['heading-1'].sizePt);
    expect(abovePt).toBeLessThan(2 * sheet.styles['heading-1'].lineHeightPt);
    checked += 1;
  }
  expect(checked).toBe(12);
});
