import { describe, expect, test } from 'vitest';
import type { Article, Block } from '../../../src/model/index.js';
import { article, label, PIXEL, paragraph, section, text } from './articles.js';
import { lines, openBook } from './opened-book.js';

/** What a page shows under the title, for an article of these blocks without a heading. */
async function written(blocks: readonly Block[], more: Partial<Article> = {}): Promise<string> {
  const { body } = await openBook(article(blocks, more));
  return body('title.xhtml').replace(/^.*?<\/section>\n/s, '');
}

test('the title page holds title, subtitle and facts; text before the first heading follows', async () => {
  const { body } = await openBook(
    article([paragraph('前言。')], {
      subtitle: '副题',
      provenance: {
        authors: ['张三', '李四'],
        publishedOn: '2021-10-01',
        sourceName: '某网',
        channel: '热门推荐',
      },
    }),
  );
  expect(body('title.xhtml')).toBe(
    lines(`
      <section class="title-page" epub:type="titlepage" aria-labelledby="title">
        <h1 class="title" id="title">书名</h1>
        <p class="subtitle">副题</p>
        <p class="attribution"><span class="fact">张三、李四</span>\u3000<span class="fact"><time datetime="2021-10-01">2021年10月1日</time></span>\u3000<span class="fact">来源\uFF1A某网</span></p>
      </section>
      <p>前言。</p>`),
  );
});

test('the source page is the last one and names the address', async () => {
  const { body } = await openBook(
    article([], { provenance: { authors: [], sourceUrl: 'https://example.org/甲?a=1&b=2' } }),
  );
  expect(body('source.xhtml')).toBe(
    lines(`
      <section class="source-page" epub:type="colophon" role="doc-colophon" aria-labelledby="source">
        <h1 class="heading-1" id="source">来源</h1>
        <p class="source-fact">来源\uFF1A<a class="address" href="https://example.org/%E7%94%B2?a=1&amp;b=2">https://example.org/甲?a=1&amp;b=2</a></p>
      </section>`),
  );
});

test('a section is a file; its sections nest in it, and a signature stands behind it', async () => {
  const { body } = await openBook(
    article([
      section('总则', [section('目的', [paragraph('正文。')])], { label: label('第一章', 'chapter') }),
      { type: 'signature', lines: [[text('某办公室')], [text('2021年10月1日')]] },
    ]),
  );
  expect(body('chapter-001.xhtml')).toBe(
    lines(`
      <section epub:type="chapter" role="doc-chapter" aria-labelledby="heading-1">
        <h1 id="heading-1" class="heading-1">第一章\u3000总则</h1>
        <section aria-labelledby="heading-2">
          <h2 id="heading-2" class="heading-2">目的</h2>
          <p>正文。</p>
        </section>
      </section>
      <div class="signature">
        <p>某办公室</p>
        <p>2021年10月1日</p>
      </div>`),
  );
});

test('parts of a collection are parts, and their sections look like top headings', async () => {
  const { body } = await openBook(
    article([], {
      parts: [{ title: [text('篇一')], children: [section('一节', [])] }],
      lead: [paragraph('导语。')],
    }),
  );
  expect(body('title.xhtml')).toContain('<p class="lead">导语。</p>');
  expect(body('chapter-001.xhtml')).toBe(
    lines(`
      <section epub:type="part" role="doc-part" aria-labelledby="heading-1">
        <h1 id="heading-1" class="part-title">篇一</h1>
        <section aria-labelledby="heading-2">
          <h2 id="heading-2" class="heading-1">一节</h2>
        </section>
      </section>`),
  );
});

test('a run-in heading and its paragraph share a line, without white space between them', async () => {
  const runIn = section('短句。', [paragraph('正文。'), paragraph('又一段。')], { runIn: true });
  expect(await written([runIn])).toBe(
    lines(`
      <section aria-labelledby="heading-1">
        <div class="run-in"><h2 id="heading-1" class="heading-1">短句。</h2><p>正文。</p></div>
        <p>又一段。</p>
      </section>`),
  );
});

test('nine levels of headings end in h6', async () => {
  const deep = Array.from({ length: 8 }).reduce<Block>(
    (inner, _, index) => section(`${8 - index}`, [inner]),
    section('9', []),
  );
  const { part } = await openBook(article([deep]));
  const levels = [...part('chapter-001.xhtml').matchAll(/<h(\d)/g)].map(([, level]) => level);
  expect(levels.join('')).toBe('123456666');
});

test('a heading without words borrows the first ones of its text', async () => {
  const { body, part } = await openBook(article([section('', [paragraph('天地玄黄。')])]));
  expect(body('chapter-001.xhtml')).toContain('<h1 id="heading-1" class="heading-1">天地玄黄。</h1>');
  expect(part('toc.xhtml')).toContain(
    '<a class="contents-1" href="chapter-001.xhtml#heading-1">天地玄黄。</a>',
  );
});

describe('inlines', () => {
  test('each kind has its element', async () => {
    const line = paragraph(
      { type: 'strong', children: [text('粗')] },
      { type: 'emphasis', children: [text('重')] },
      { type: 'strike', children: [text('删')] },
      { type: 'code', text: 'a<b' },
      { type: 'lineBreak' },
      { type: 'ruby', base: '汉', reading: 'hàn' },
    );
    expect(await written([line])).toBe(
      '<p><strong>粗</strong><em>重</em><s>删</s><code>a&lt;b</code><br/><ruby>汉<rp>\uFF08</rp><rt>hàn</rt><rp>\uFF09</rp></ruby></p>',
    );
  });

  test('names that touch are parted; a remark without brackets gets some', async () => {
    const line = paragraph(
      { type: 'underline', children: [text('班固')] },
      { type: 'underline', wavy: true, children: [text('汉书')] },
      { type: 'warichu', children: [text('注')] },
      text('\uFF08'),
      { type: 'warichu', children: [text('注')] },
      text('\uFF09'),
    );
    expect(await written([line])).toBe(
      '<p><u>班固</u><u class="wavy next">汉书</u><span class="warichu bare">注</span>\uFF08<span class="warichu">注</span>\uFF09</p>',
    );
  });

  test('zhuyin has a class, for it stands at the right of its character', async () => {
    const line = paragraph({ type: 'ruby', base: '注', reading: 'ㄓㄨˋ' });
    expect(await written([line])).toContain('<ruby class="zhuyin">注');
  });

  test('a link without text shows its address; one that a book may not follow gives its text alone', async () => {
    const line = paragraph(
      { type: 'link', url: 'https://example.org/', children: [] },
      { type: 'link', url: 'javascript:alert(1)', children: [text('点我')] },
    );
    expect(await written([line])).toBe('<p><a href="https://example.org/">https://example.org/</a>点我</p>');
  });

  test('a link holds no link and no note mark', async () => {
    const line = paragraph({
      type: 'link',
      url: 'https://a.example/',
      children: [
        text('外'),
        { type: 'link', url: 'https://b.example/', children: [text('内')] },
        { type: 'noteReference', noteId: 'n' },
      ],
    });
    const page = await written([line], { notes: [{ id: 'n', kind: 'footnote', children: [] }] });
    expect(page).toContain('<p><a href="https://a.example/">外内</a><a class="note-mark" id="note-1-mark"');
  });
});

describe('notes', () => {
  const notes = [{ id: 'n', kind: 'footnote', children: [paragraph('注文。')] }] as const;
  const mark = { type: 'noteReference', noteId: 'n' } as const;

  test('a note stands in the file of its first mark and leads back', async () => {
    expect(await written([paragraph('甲', mark)], { notes })).toBe(
      lines(`
        <p>甲<a class="note-mark" id="note-1-mark" href="#note-1" epub:type="noteref" role="doc-noteref">[1]</a></p>
        <aside class="note" id="note-1" epub:type="footnote" role="doc-footnote">
          <p><a class="note-number" href="#note-1-mark" role="doc-backlink" aria-label="注 1\uFF0C返回正文">[1]</a>注文。</p>
        </aside>`),
    );
  });

  test('a later mark in another file points there', async () => {
    const { body } = await openBook(article([paragraph(mark), section('二', [paragraph(mark)])], { notes }));
    expect(body('chapter-001.xhtml')).toContain('id="note-1-mark-2" href="title.xhtml#note-1"');
    expect(body('chapter-001.xhtml')).not.toContain('<aside');
  });

  test('a note that nothing refers to is kept at the end', async () => {
    const { body } = await openBook(article([section('一', [])], { notes }));
    expect(body('chapter-001.xhtml')).toContain('<p>[1] 注文。</p>');
  });

  test('a mark without a note is seen and reported', async () => {
    const { body, diagnostics } = await openBook(article([paragraph(mark)]));
    expect(body('title.xhtml')).toContain('<sup class="note-mark">[注?]</sup>');
    expect(diagnostics).toEqual([{ code: 'note-undefined', values: { note: 'n' } }]);
  });
});

describe('blocks', () => {
  test('labels of a list are text as written', async () => {
    const list: Block = {
      type: 'list',
      ordered: true,
      items: [
        { label: label('①', 'circled'), children: [paragraph('甲')] },
        {
          label: label('1、', 'arabic'),
          children: [{ type: 'list', ordered: false, items: [{ children: [paragraph('乙')] }] }],
        },
        { checked: true, children: [paragraph('丙')] },
      ],
    };
    expect(await written([list])).toBe(
      lines(`
        <ol role="list">
          <li class="labelled">
            <p class="list-item"><span class="label">①</span>甲</p>
          </li>
          <li class="labelled">
            <p class="list-item"><span class="label">1、</span></p>
            <ul>
              <li>
                <p class="list-item">乙</p>
              </li>
            </ul>
          </li>
          <li class="labelled">
            <p class="list-item"><span class="label" role="img" aria-label="已完成">☑</span>丙</p>
          </li>
        </ol>`),
    );
  });

  test('a table has a head with scope, and spans that stay inside it', async () => {
    const cell = (content: string, more: object = {}) => ({ children: [paragraph(content)], ...more });
    const table: Block = {
      type: 'table',
      caption: [text('表一')],
      headRows: 1,
      columns: [{}, { align: 'end' }, {}],
      rows: [
        { cells: [cell('甲', { rowSpan: 2 }), cell('乙', { columnSpan: 2 })] },
        { cells: [cell('1'), cell('2')] },
        { cells: [cell('丙', { columnSpan: 1e9, rowSpan: 1e9 })] },
      ],
    };
    expect(await written([table])).toBe(
      lines(`
        <div class="table" role="region" aria-label="表一" tabindex="0">
          <table>
            <caption class="caption">表一</caption>
            <thead>
              <tr>
                <th scope="col" rowspan="2">甲</th>
                <th scope="colgroup" colspan="2">乙</th>
              </tr>
              <tr>
                <th class="align-end" scope="col">1</th>
                <th class="align-center" scope="col">2</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <td colspan="3">丙</td>
              </tr>
            </tbody>
          </table>
        </div>`),
    );
  });

  test('quote, verse, code, breaks, salutation and attachments', async () => {
    expect(
      await written([
        { type: 'quote', children: [paragraph('引文。')], attribution: [text('鲁迅')] },
        { type: 'verse', lines: [[text('床前明月光')], [text('疑是地上霜')], [], [text('举头望明月')]] },
        { type: 'code', language: 'js', text: 'if (a < b) {\n  c();\n}' },
        { type: 'break' },
        { type: 'break', text: '＊＊＊' },
        { type: 'salutation', children: [text('各位同志\uFF1A')] },
        {
          type: 'attachments',
          items: [{ label: label('1.', 'arabic'), children: [text('名单')] }, { children: [text('表')] }],
        },
      ]),
    ).toBe(
      lines(`
        <blockquote class="quote">
          <p>引文。</p>
          <p class="quote-attribution">——鲁迅</p>
        </blockquote>
        <div class="verse">
          <p>床前明月光<br/>疑是地上霜</p>
          <p>举头望明月</p>
        </div>
        <pre class="code"><code class="language-js"><span class="code-keyword">if</span> (a &lt; b) {
          <span class="code-title">c</span>();
        }</code></pre>
        <hr class="scene-break"/>
        <p class="scene-break">＊＊＊</p>
        <p class="salutation">各位同志\uFF1A</p>
        <div class="attachments">
          <p><span class="attachments-word">附件\uFF1A</span>1.名单</p>
          <p>表</p>
        </div>`),
    );
  });

  test('a section inside a quote is no heading of the book', async () => {
    expect(await written([{ type: 'quote', children: [section('引题', [])] }])).toBe(
      lines(`
        <blockquote class="quote">
          <p class="heading-1">引题</p>
        </blockquote>`),
    );
  });
});

describe('pictures', () => {
  const png = { state: 'present', mediaType: 'image/png', bytes: PIXEL, widthPx: 1, heightPx: 1 } as const;

  test('a picture is stored once under a name of ours', async () => {
    const { names, body } = await openBook(
      article(
        [
          { type: 'figure', imageId: '../../etc/passwd', alt: '点', caption: [text('图一')] },
          paragraph({ type: 'image', imageId: '../../etc/passwd', alt: '小点' }),
        ],
        { images: { '../../etc/passwd': png } },
      ),
    );
    expect(names.filter((name) => /passwd|images/.test(name))).toEqual(['OEBPS/images/image-001.png']);
    expect(body('title.xhtml')).toContain(
      lines(`
        <figure>
          <img class="picture" src="images/image-001.png" alt="点" width="1" height="1"/>
          <figcaption class="caption">图一</figcaption>
        </figure>
        <p><img class="inline-picture" src="images/image-001.png" alt="小点" width="1" height="1"/></p>`),
    );
  });

  test('alternative text is the caption of a picture without one, and heard once', async () => {
    const figure: Block = { type: 'figure', imageId: 'a', alt: '一只猫' };
    expect(await written([figure], { images: { a: png } })).toContain(
      '<figcaption class="caption" aria-hidden="true">一只猫</figcaption>',
    );
    expect(await written([{ ...figure, alt: '' }], { images: { a: png } })).not.toContain('figcaption');
  });

  test('a missing picture is seen, with its address', async () => {
    const images = { a: { state: 'missing', source: 'b.png' } } as const;
    expect(await written([{ type: 'figure', imageId: 'a', alt: '一只猫' }], { images })).toContain(
      '<p class="missing-picture">〔图片缺失\uFF1A一只猫 b.png〕</p>',
    );
  });

  test('bytes that are no picture are refused and reported', async () => {
    const { body, diagnostics, names } = await openBook(
      article([{ type: 'figure', imageId: 'a', alt: '' }], {
        images: { a: { ...png, bytes: PIXEL.slice(8) } },
      }),
    );
    expect(body('title.xhtml')).toContain('〔图片缺失〕');
    expect(diagnostics).toEqual([
      { code: 'epub-picture-refused', values: { image: 'a', type: 'image/png' } },
    ]);
    expect(names.some((name) => name.includes('images'))).toBe(false);
  });
});
