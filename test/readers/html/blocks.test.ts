import { describe, expect, test } from 'vitest';
import { draftOf, outlineOf, readPage } from './page.js';

describe('paragraphs', () => {
  test.each([
    ['<p>甲</p><p>乙</p>', ['line 甲', 'line 乙']],
    ['<div>甲<br>乙<div>丙</div>丁</div>', ['line 甲', 'line 乙', 'line 丙', 'line 丁']],
    ['甲<br><br>乙', ['line 甲', 'line 乙']],
    ['<p>天地\n    玄黄 and\n    more</p>', ['line 天地玄黄 and more']],
    ['<p>甲<b>乙<p>丙</b>丁', ['line 甲<strong 乙>', 'line <strong 丙>丁']],
    ['<span><div>甲</div><div>乙</div></span>', ['line 甲', 'line 乙']],
    ['<a href="https://a.example/"><div>甲</div></a>', ['line <link https://a.example/ 甲>']],
    ['<h1>关于<br>办学的通知</h1><p>正文。</p>', ['heading 1 关于办学的通知', 'line 正文。']],
    ['<p>&amp;nbsp;甲&amp;ldquo;乙&amp;rdquo;</p>', ['line 甲“乙”']],
    ['<details><summary>题</summary>答</details>', ['line <strong 题>', 'line 答']],
    ['<p>甲<wbr>乙</p><hr><p>丙</p>', ['line 甲乙', 'rule', 'line 丙']],
  ])('%s', async (html, lines) => {
    expect(await outlineOf(html)).toEqual(lines);
  });

  test('a paragraph says how it stands', async () => {
    const { blocks } = await draftOf(
      '<p align=center><b>题</b></p><p>　　正文。</p><p style="text-indent:2em">又。</p><p style="text-align:right">名</p>',
    );
    expect(blocks).toMatchObject([
      { align: 'center', bold: true },
      { indentEm: 2, blankLinesBefore: 1 },
      { indentEm: 2 },
      { align: 'end' },
    ]);
  });

  test('lines of <br> touch, paragraphs and empty lines part', async () => {
    const { blocks } = await draftOf(
      '<p>甲<br>乙<br><br>丙</p><p>丁</p><div>戊</div><div>己</div><p>&nbsp;</p>庚',
    );
    expect(blocks.map((block) => (block.type === 'line' ? block.blankLinesBefore : -1))).toEqual([
      1, 0, 1, 1, 1, 0, 2,
    ]);
  });

  test('what is hidden or no text is not read', async () => {
    const html =
      '<p>甲</p><p hidden>一</p><div style="display: none">二</div><script>三</script><style>四</style>' +
      '<template><p>五</p></template><noscript>六</noscript><!-- 七 --><iframe>八</iframe><p>乙</p>';
    expect(await outlineOf(html)).toEqual(['line 甲', 'line 乙']);
  });

  test('hidden text that is most of the page is read, and this is said', async () => {
    const { draft, diagnostics } = await readPage(
      '<p>展开全文</p><div style="display:none"><p>山里的雨下了整整一天。</p></div>',
    );
    expect(draft.blocks).toHaveLength(2);
    expect(diagnostics).toMatchObject([{ code: 'html-hidden-read' }]);
  });
});

describe('inlines', () => {
  test.each([
    ['<em>甲</em><del>乙</del><code>a  b</code>', '<emphasis 甲><strike 乙><code a b>'],
    ['<b>甲</b><b>乙</b>', '<strong 甲乙>'],
    // two names that touch are two, what else marks a name does not cut it
    ['<u>甲</u><u>乙</u>', '<underline 甲><underline 乙>'],
    ['<u>甲<b>乙</b>丙</u>', '<underline 甲<strong 乙>丙>'],
    ['<span style="text-decoration: underline wavy">史记</span>', '<wavy 史记>'],
    ['<u class="wavy">史记</u>', '<wavy 史记>'],
    ['<span style="text-decoration-line:underline;text-decoration-style:wavy">史记</span>', '<wavy 史记>'],
    // how a link is underlined is its look
    ['<u><a href="https://a.example/">甲</a></u>', '<link https://a.example/ 甲>'],
    ['<a href="https://a.example/"><u>甲</u></a>', '<link https://a.example/ 甲>'],
    [
      '甲\uFF08<span class="warichu">小注<b>双</b>行</span>\uFF09',
      '甲\uFF08<warichu 小注<strong 双>行>\uFF09',
    ],
    ['<span data-index-term>版心</span>大小', '<term 版心: 版心>大小'],
    [
      '<b data-index-term="版面 \n心" data-index-sub="大小" data-index-reading="bǎn">版<i>心</i></b>',
      '<term 版面 心/大小~bǎn: <strong 版<emphasis 心>>>',
    ],
    ['甲 <a data-type="indexterm" data-primary="乙" data-secondary="丙"></a> 丁', '甲 <term 乙/丙: >丁'],
    [
      '<span data-index-term="甲"><code data-index-term="乙">a</code></span>',
      '<term 甲: <term 乙: <code a>>>',
    ],
    // pages count their items with it
    ['<span data-index="3">甲</span><span data-index-term> </span>', '甲'],
    ['<span style="font-weight:bold">甲</span><b style="font-weight:normal">乙</b>', '<strong 甲>乙'],
    ['他说<q>好</q>。', '他说“好”。'],
    ['甲<font class="jammer">q7x</font>乙<span style="font-size:0px">z</span>', '甲乙'],
    ['10<sup>8</sup>, H<sub>2</sub>O, 1<sup>st</sup>', '10⁸, H₂O, 1st'],
    ['<ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp>字<rt>zì</rt></ruby>', '<ruby 漢=hàn><ruby 字=zì>'],
    ['<ruby><rb>漢</rb><rb>字</rb><rt>hàn</rt><rt>zì</rt></ruby>', '<ruby 漢=hàn><ruby 字=zì>'],
    ['<ruby>東京<rt>とうきょう</rt></ruby>', '<ruby 東京=とうきょう>'],
    ['甲<img class="emoji" src="a/smile.png" alt="😀">', '甲😀'],
    ['甲<img width=1 height=1 src="count.gif">', '甲'],
    ['式 <math><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></math>', '式 <math x^2>'],
    ['式 <script type="math/tex">x^2</script>', '式 <math x^2>'],
    [
      '式 <math><mfrac><mrow><mo>\u2212</mo><mi>b</mi><mo>±</mo><msqrt><msup><mi>b</mi><mn>2</mn></msup></msqrt></mrow><mrow><mn>2</mn><mo>\u2062</mo><mi>a</mi></mrow></mfrac></math>',
      '式 <math \\frac{-b\\pm \\sqrt{b^{2}}}{2a}>',
    ],
    [
      '式 <math><munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><mi>sin</mi><msub><mi>x</mi><mi>i</mi></msub><mtext>(米)</mtext></math>',
      '式 <math \\sum_{i}^{n}\\sin x_{i}\\text{(米)}>',
    ],
    [
      '式 <math><mover><mi>x</mi><mo>¯</mo></mover><mo>=</mo><mfenced><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr></mtable></mfenced></math>',
      '式 <math \\bar{x}=(\\begin{matrix}1 & 0\\end{matrix})>',
    ],
    [
      '式 <span class="katex"><span class="katex-mathml"><math><annotation encoding="application/x-tex">a</annotation></math></span><span class="katex-html">a</span></span>',
      '式 <math a>',
    ],
  ])('%s', async (html, inlines) => {
    expect(await outlineOf(`<p>${html}</p>`)).toEqual([`line ${inlines}`]);
  });

  test.each([
    ['javascript:alert(1)', '链接'],
    ['data:text/html,x', '链接'],
    ['file:///etc/passwd', '链接'],
    ['#top', '链接'],
    ['mailto:a@b.example', '<link mailto:a@b.example 链接>'],
    ['../x?a=1&amp;b=2', '<link https://a.example/x?a=1&b=2 链接>'],
  ])('a link to %s', async (href, expected) => {
    const html = `<link rel=canonical href="https://a.example/dir/page"><p>甲<a href="${href}">链接</a></p>`;
    expect(await outlineOf(html)).toEqual([`line 甲${expected}`]);
  });
});

describe('lists, tables, quotes, code', () => {
  test('nested lists keep their numbers and boxes', async () => {
    expect(
      await outlineOf(
        '<ol start=3><li>甲<ul><li><input type=checkbox checked> 子<li><input type=checkbox>丑</ul><li value=9>乙</ol>',
      ),
    ).toEqual([
      'list from 3',
      '  item',
      '    line 甲',
      '    list',
      '      item [x]',
      '        line 子',
      '      item [ ]',
      '        line 丑',
      'list from 9',
      '  item',
      '    line 乙',
    ]);
  });

  test.each([
    ['<ol type="a" start=2><li>甲<li>乙</ol>', ['b.', 'c.']],
    ['<ol type=I><li>甲<li value=4>乙</ol>', ['I.', 'IV.']],
    ['<ol style="list-style-type: cjk-ideographic"><li>甲<li>乙</ol>', ['一、', '二、']],
    ['<ol style="list-style:trad-chinese-formal inside"><li>甲<li>乙</ol>', ['壹、', '貳、']],
    ['<ol style="list-style-type:cjk-heavenly-stem"><li>甲<li>乙</ol>', ['甲、', '乙、']],
    ['<ol type=1><li>甲</ol>', [undefined]],
    ['<ul type=a><li>甲</ul>', [undefined]],
  ])('%s prints the numbers of its style', async (html, labels) => {
    const { blocks } = await draftOf(html);
    const items = blocks.flatMap((block) => (block.type === 'list' ? block.items : []));
    expect(items.map(({ label }) => label?.text)).toEqual(labels);
  });

  test('a table has a cell in every place that none spans', async () => {
    const { blocks } = await draftOf(
      '<table><caption>表一</caption><thead><tr><th>甲<th>乙<th>丙</thead><tr><td rowspan=2>1<td colspan=2>2<tr><td align=right>3</table>',
    );
    expect(blocks).toMatchObject([
      { type: 'line', align: 'center', tableCaption: true },
      {
        type: 'table',
        headRows: 1,
        rows: [
          { cells: [{}, {}, {}] },
          { cells: [{ rowSpan: 2 }, { columnSpan: 2 }] },
          { cells: [{ children: [{}] }, { children: [] }] },
        ],
      },
    ]);
  });

  test('a table that only places things is no table', async () => {
    expect(await outlineOf('<table><tr><td><h1>题</h1><td><p>正文。</table>')).toEqual([
      'heading 1 题',
      'line 正文。',
    ]);
  });

  test.each([
    ['<blockquote><p>甲</p><p>乙</p></blockquote>', ['quote', '  line 甲', '  line 乙']],
    ['<pre><code class="language-js">a\n  b</code></pre>', ['code js: "a\\n  b"']],
    ['<div class="highlight-rust"><pre><span>fn</span> main()</pre></div>', ['code rust: "fn main()"']],
    ['<pre>　　从前有一座山，\n　　山上有一座庙。</pre>', ['line 从前有一座山，', 'line 山上有一座庙。']],
    [
      '<dl><dt>科<dd>木犀科<dt>属<dd>木犀属</dl>',
      ['table - -', '  line 科 | line 木犀科', '  line 属 | line 木犀属'],
    ],
  ])('%s', async (html, lines) => {
    expect(await outlineOf(html)).toEqual(lines);
  });
});

test('figures inside captions are each read once', async () => {
  const depth = 60;
  const html = `${'<figure><img src=a.png><figcaption>字'.repeat(depth)}${'</figcaption></figure>'.repeat(depth)}`;
  expect((await outlineOf(html)).join('').match(/字/g)).toHaveLength(depth);
});

describe('pictures', () => {
  test.each([
    ['<img src="a.png" alt="题">', 'a.png'],
    ['<img src="loading.gif" data-src="https://x.example/a.jpg">', 'https://x.example/a.jpg'],
    ['<img src="page_files/640.jpeg" data-src="https://x.example/a">', 'page_files/640.jpeg'],
    ['<img src="data:image/gif;base64,R0lGOD" data-original="//x.example/a.jpg">', 'https://x.example/a.jpg'],
    ['<img src="none.gif" zoomfile="data/a.jpg" file="data/a.jpg">', 'data/a.jpg'],
    ['<img srcset="s.jpg 480w, l.jpg 1200w">', 'l.jpg'],
    ['<picture><source srcset="a.webp"><img src="a.jpg"></picture>', 'a.jpg'],
    ['<picture><source srcset="a.webp 1x, b.webp 2x"><img></picture>', 'b.webp'],
    ['<base href="https://x.example/b/"><img src="a.jpg">', 'https://x.example/b/a.jpg'],
    ['<link rel=canonical href="https://x.example/b/"><img src="/a.jpg">', 'https://x.example/a.jpg'],
    ['<link rel=canonical href="https://x.example/b/"><img src="a.jpg">', 'a.jpg'],
    ['<img src="javascript:alert(1)" data-echo="a.jpg">', 'a.jpg'],
  ])('%s', async (html, source) => {
    const { images } = await draftOf(`<p>字</p><p>${html}</p>`);
    expect(Object.values(images)).toMatchObject([{ source }]);
  });

  test.each([
    '<figure><img src=a.png><figcaption>图一</figcaption></figure>',
    '<div class="wp-caption"><a href="a.png"><img src=a.png></a><p class="wp-caption-text">图一</p></div>',
  ])('%s has a caption', async (html) => {
    const { blocks } = await draftOf(html);
    expect(blocks).toMatchObject([{ type: 'figure', caption: [{ text: '图一' }] }]);
  });
});

describe('lines of data about the article', () => {
  test.each([
    ['<p><span>2021-10-01</span><span>来源 新华社</span></p>', ['line 2021-10-01 来源 新华社']],
    ['<p><span>山村</span><span>的路灯</span></p>', ['line 山村的路灯']],
    [
      '<ul><li>索引号 1/2021<li>发布机构: 县政府<li>发文日期: 2021-4-2</ul>',
      ['line 索引号 1/2021', 'line 发布机构: 县政府', 'line 发文日期: 2021-4-2'],
    ],
    [
      '<table border=1><tr><td>索 引 号:<td>1/2021<td>发布机构:<td>县政府</table>',
      ['line 索 引 号: 1/2021 发布机构: 县政府'],
    ],
  ])('%s', async (html, lines) => {
    expect(await outlineOf(html)).toEqual(lines);
  });
});

test('百科: the sense of the title, its subject before every heading, facts in two columns, a picture with its words', async () => {
  const outline = await outlineOf(
    '<h1>石板渡</h1><h2>(古渡口)</h2><dl><dt>名称</dt><dd>石板渡</dd><dt>地点</dt><dd>石板镇</dd></dl><dl><dt>年代</dt><dd>明代</dd></dl><h2><span class="title-prefix">石板渡</span>历史</h2><div class="para">里人陈氏捐石修渡。<div class="lemma-picture"><a><img data-src="https://example.com/1.jpg" alt="石阶"></a><span class="description">石阶</span></div></div>',
  );
  expect(outline).toEqual([
    'heading 1 石板渡',
    '(around) heading 2 (古渡口)',
    'table - -',
    '  line 名称 | line 石板渡',
    '  line 地点 | line 石板镇',
    'table - -',
    '  line 年代 | line 明代',
    'heading 2 历史',
    'line 里人陈氏捐石修渡。',
    'figure image-1 石阶',
  ]);
});
