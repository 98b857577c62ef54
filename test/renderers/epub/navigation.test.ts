import { expect, test } from 'vitest';
import { article, label, paragraph, section, text } from './articles.js';
import { lines, openBook } from './opened-book.js';

const nested = article(
  [
    section('总则', [section('目的', [section('细目', [section('四级', [])])]), section('范围', [])], {
      label: label('第一章', 'chapter'),
    }),
    section('附则', []),
  ],
  { provenance: { authors: [], sourceUrl: 'https://example.org/' } },
);

test('the contents nest to three levels, with the title first and the source last', async () => {
  const { body } = await openBook(nested);
  expect(body('toc.xhtml')).toBe(
    lines(`
      <nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="toc-title">
        <h1 id="toc-title" class="contents-title">目\u3000录</h1>
        <ol>
          <li><a class="contents-1" href="title.xhtml">书名</a></li>
          <li>
            <a class="contents-1" href="chapter-001.xhtml#heading-1">第一章　总则</a>
            <ol>
              <li>
                <a class="contents-2" href="chapter-001.xhtml#heading-2">目的</a>
                <ol>
                  <li><a class="contents-3" href="chapter-001.xhtml#heading-3">细目</a></li>
                </ol>
              </li>
              <li><a class="contents-2" href="chapter-001.xhtml#heading-5">范围</a></li>
            </ol>
          </li>
          <li><a class="contents-1" href="chapter-002.xhtml#heading-6">附则</a></li>
          <li><a class="contents-1" href="source.xhtml">来源</a></li>
        </ol>
      </nav>
      <nav epub:type="landmarks" hidden="hidden" aria-label="导航标记">
        <ol>
          <li><a epub:type="cover" href="cover.xhtml">封面</a></li>
          <li><a epub:type="titlepage" href="title.xhtml">书名页</a></li>
          <li><a epub:type="toc" href="#toc">目\u3000录</a></li>
          <li><a epub:type="bodymatter" href="chapter-001.xhtml">正文</a></li>
        </ol>
      </nav>`),
  );
});

test('the NCX says the same, counted from 1 in reading order', async () => {
  const { part } = await openBook(nested);
  const ncx = part('toc.ncx');
  expect([...ncx.matchAll(/playOrder="(\d+)"/g)].map(([, order]) => order).join(' ')).toBe('1 2 3 4 5 6 7');
  expect(ncx).toContain('<meta name="dtb:depth" content="3"/>');
  expect(ncx).toContain(
    lines(`
      <navPoint id="point-2" playOrder="2">
            <navLabel><text>第一章　总则</text></navLabel>
            <content src="chapter-001.xhtml#heading-1"/>
            <navPoint id="point-3" playOrder="3">`),
  );
  const identifier = /urn:uuid:[0-9a-f-]+/.exec(part('content.opf'))?.[0];
  expect(ncx).toContain(`<meta name="dtb:uid" content="${identifier}"/>`);
});

test('sections of a part stand under it', async () => {
  const { body } = await openBook(
    article([], {
      parts: [
        { title: [text('篇一')], children: [section('甲', [])] },
        { title: [text('篇二')], children: [] },
      ],
    }),
  );
  expect(body('toc.xhtml')).toContain(
    lines(`
      <li>
            <a class="contents-1" href="chapter-001.xhtml#heading-1">篇一</a>
            <ol>
              <li><a class="contents-2" href="chapter-001.xhtml#heading-2">甲</a></li>
            </ol>
          </li>
          <li><a class="contents-1" href="chapter-002.xhtml#heading-3">篇二</a></li>`),
  );
});

test('text before the first heading is where the body begins', async () => {
  const { part } = await openBook(article([paragraph('前言。'), section('一', [])]));
  expect(part('toc.xhtml')).toContain('<a epub:type="bodymatter" href="title.xhtml">');
});
