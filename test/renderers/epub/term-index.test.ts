import { expect, test } from 'vitest';
import type { IndexTerm } from '../../../src/model/index.js';
import { article, paragraph, section, text } from './articles.js';
import { openBook, sheet } from './opened-book.js';

const term = (name: string, more: Partial<IndexTerm> = {}): IndexTerm => ({
  type: 'indexTerm',
  term: name,
  children: [text(name)],
  ...more,
});

const BOOK = article([
  section('一', [paragraph(term('版心'), text('与'), term('行长', { sub: '极限', reading: 'hangchang' }))]),
  section('二', [paragraph(text('再论'), term('版心', { children: [] }), text('版心'))]),
]);

test('the index is a page with links to the places of its terms', async () => {
  const { body } = await openBook(BOOK);
  expect(body('index.xhtml')).toMatchInlineSnapshot(`
    "<section role="doc-index" aria-labelledby="index">
      <h1 class="index-title" id="index">索　引</h1>
      <section>
        <h2 class="index-head">B</h2>
        <ul class="index-list">
          <li>
            <p class="index-1">版心　<a href="chapter-001.xhtml#term-1">1</a>、<a href="chapter-002.xhtml#term-3">2</a></p>
          </li>
        </ul>
      </section>
      <section>
        <h2 class="index-head">H</h2>
        <ul class="index-list">
          <li>
            <p class="index-1">行长</p>
            <ul class="index-list">
              <li>
                <p class="index-2">极限　<a href="chapter-001.xhtml#term-2">1</a></p>
              </li>
            </ul>
          </li>
        </ul>
      </section>
    </section>"
  `);
});

test('places are spans, and the navigation leads to the index', async () => {
  const { part, names } = await openBook(BOOK);
  const pages = names
    .filter((name) => name.endsWith('.xhtml'))
    .map((name) => part(name.replace('OEBPS/', '')));
  expect(pages.flatMap((xhtml) => xhtml.match(/<span id=.*?<\/span>/g) ?? [])).toEqual([
    '<span id="term-1">版心</span>',
    '<span id="term-2">行长</span>',
    '<span id="term-3"></span>',
  ]);
  expect(part('toc.xhtml')).toContain('<a epub:type="backmatter" href="index.xhtml">索引</a>');
});

test('a template without an index leaves the text as it is', async () => {
  const { names, part } = await openBook(BOOK, { ...sheet, index: { ...sheet.index, show: false } });
  expect(names).not.toContain('OEBPS/index.xhtml');
  expect(part('toc.xhtml')).not.toContain('index');
});
