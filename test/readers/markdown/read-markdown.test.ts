import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outline as outlineOf } from '../../../src/model/index.js';
import { type ReadOptions, readArticle } from '../../../src/read-article.js';
import { draftOutline } from '../draft-outline.js';
import { codes, outline, paragraph, read } from './reading.js';

describe('blocks', () => {
  test.each([
    ['headings of both kinds', '# 一\n\n二\n--\n正文', ['heading 1 一', 'heading 2 二', 'line 正文']],
    ['an anchor after a heading is no text', '## 标题 {#a-b}', ['heading 2 标题']],
    ['a fence with attributes', '```rust,ignore\nfn a() {}\n\n```', ['code rust: "fn a() {}\\n"']],
    ['code by indent', '    甲\n    乙', ['code : "甲\\n乙"']],
    ['a rule', '甲\n\n* * *\n\n乙', ['line 甲', 'rule', 'line 乙']],
    ['a quote in a quote', '> 甲\n>\n> > 乙', ['quote', '  line 甲', '  quote', '    line 乙']],
    [
      'nested lists',
      '3. 甲\n   - 乙\n\n     丙\n4. 丁',
      [
        'list from 3',
        '  item',
        '    line 甲',
        '    list',
        '      item',
        '        line 乙',
        '        line 丙',
        '  item',
        '    line 丁',
      ],
    ],
    ['tasks', '- [x] 甲\n- [ ] 乙', ['list', '  item [x]', '    line 甲', '  item [ ]', '    line 乙']],
    [
      'a table, short rows filled up',
      '| 甲 | 乙 |\n|:-:|--:|\n| `a\\|b` |',
      ['table center end', '  line 甲 | line 乙', '  line <code a|b> | '],
    ],
    ['pictures alone are figures', '![甲](a.png) ![乙](b.png)', ['figure image-1 甲', 'figure image-2 乙']],
    ['a picture in text is not', '见![甲](a.png)', ['line 见<image image-1 甲>']],
  ])('%s', async (_name, text, expected) => {
    expect(await outline(text)).toEqual(expected);
  });
});

test('the title of a picture is read, also where a definition gives it', async () => {
  const { draft } = await read(
    '![甲](a.png "图1 院中的  玉兰")\n\n![乙][b]\n\n[b]: b.png (清晨)\n\n见![丙](c.png "图3")',
  );
  expect(draft.blocks).toMatchObject([
    { type: 'figure', alt: '甲', title: '图1 院中的 玉兰' },
    { type: 'figure', alt: '乙', title: '清晨' },
    { type: 'line', inlines: [{ text: '见' }, { type: 'image', alt: '丙', title: '图3' }] },
  ]);
});

test.each([
  ['玉兰', '<img src="a.jpg" title="玉兰">'],
  ['花 玉兰', '<img src="a.jpg" alt="花" title="玉兰">'],
  ['玉兰', '<img src="a.jpg" alt="玉兰" title="玉兰">'],
  ['花', '<img src="a.jpg" alt="花" title="点击查看大图">'],
  ['花', '<img src="a.jpg" alt="花" title="IMG_0231.JPG">'],
])('of %s, what %s says', async (said, html) => {
  const [figure] = (await read(`甲 ${html} 乙`)).draft.blocks;
  const image = figure?.type === 'line' ? figure.inlines.find(({ type }) => type === 'image') : undefined;
  if (image?.type !== 'image') throw new TypeError('no picture');
  expect([image.alt, image.title].filter(Boolean).join(' ')).toBe(said);
});

describe('inlines', () => {
  test.each([
    ['**粗** *斜* ~~删~~ `码`', '<strong 粗> <emphasis 斜> <strike 删> <code 码>'],
    ['甲  \n乙\\\n丙', '甲<br>乙<br>丙'],
    [
      '[甲][a] [乙](https://example.com/b)\n\n[a]: http://example.com/a',
      '<link http://example.com/a 甲> <link https://example.com/b 乙>',
    ],
    [
      '<https://example.com> www.example.com a@example.com',
      '<link https://example.com https://example.com> <link http://www.example.com www.example.com> <link mailto:a@example.com a@example.com>',
    ],
    ['[甲](https://example.com/a%20b)', '<link https://example.com/a%20b 甲>'],
    ['[甲](a.md) [乙](#b) [丙](javascript:x) [丁](//example.com)', '甲 乙 丙 丁'],
    ['&amp;nbsp; &lt; \\* &#x4E00;', '&nbsp; < * 一'],
    ['天&#8203;地&#xAD;玄&nbsp;黄&#10;宇', '天地玄 黄宇'],
    // CommonMark: a reference to no character is U+FFFD.
    ['天&#0;地&#xFFFE;', '天\uFFFD地\uFFFD'],
    ['$a_1$ 与 $b_2$', '<math a_1> 与 <math b_2>'],
  ])('%s', async (text, expected) => {
    expect(await paragraph(text)).toBe(expected);
  });
});

describe('emphasis beside Chinese punctuation', () => {
  test.each([
    ['**“重点”**是', '<strong “重点”>是'],
    ['他说**“重点”**。', '他说<strong “重点”>。'],
    ['**注意\uFF1A**请', '<strong 注意\uFF1A>请'],
    ['甲**《书》**乙**「引」**丙', '甲<strong 《书》>乙<strong 「引」>丙'],
    ['**一句。**二句**三**', '<strong 一句。>二句<strong 三>'],
    ['*\uFF08斜\uFF09*字', '<emphasis \uFF08斜\uFF09>字'],
    // As CommonMark has it:
    ['a * b * c', 'a * b * c'],
    ['a**"b"**c', 'a**"b"**c'],
    ['snake_case_name', 'snake_case_name'],
    ['**a*b**', '<strong a*b>'],
    ['***重***', '<emphasis <strong 重>>'],
  ])('%s', async (text, expected) => {
    expect(await paragraph(text)).toBe(expected);
  });
});

describe('a wrapped line', () => {
  test.each([
    ['between Han is joined without a space', '天地\n玄黄', '天地玄黄'],
    ['between words is a space', 'one\ntwo', 'one two'],
    ['between Han and a word is nothing', '天地\none', '天地one'],
    ['after a full-width mark is nothing', '天\uFF0C\none', '天\uFF0Cone'],
    ['at the edge of a mark looks across it', '**天地**\n玄黄 *a*\nb', '<strong 天地>玄黄 <emphasis a> b'],
    ['before code', '用\n`a`\n来', '用<code a>来'],
    ['in a quote', '天\n地', '天地'],
  ])('%s', async (_name, text, expected) => {
    // a document without any mark keeps its lines
    expect(await outline(`# 题\n\n${text}`)).toEqual(['heading 1 题', `line ${expected}`]);
  });
});

test('an indent of ideographic spaces is evidence and no text', async () => {
  const { draft } = await read('\u3000\u3000正文\n\n\n第二段');
  expect(draft.blocks).toMatchObject([
    { indentEm: 2, blankLinesBefore: 0, line: 1, inlines: [{ text: '正文' }] },
    { indentEm: 0, blankLinesBefore: 2, line: 4 },
  ]);
});

test('a paragraph that is bold as a whole says so', async () => {
  expect((await read('**一、总则**')).draft.blocks).toMatchObject([{ bold: true }]);
  expect((await read('**一、**总则')).draft.blocks[0]).not.toHaveProperty('bold');
});

describe('HTML inside', () => {
  test.each([
    ['<ruby>汉<rt>hàn</rt>字<rt>zì</rt></ruby>', '<ruby 汉=hàn><ruby 字=zì>'],
    ['<ruby>汉字<rp>(</rp><rt>hànzì</rt><rp>)</rp></ruby>好', '<ruby 汉字=hànzì>好'],
    ['甲<br>乙<br/>丙', '甲<br>乙<br>丙'],
    ['<b>甲</b><em>乙</em><del>丙</del>', '<strong 甲><emphasis 乙><strike 丙>'],
    ['<u>甲</u><u>乙</u>', '<underline 甲><underline 乙>'],
    ['<span style="text-decoration: underline wavy">甲<span>乙</span>丙</span>丁', '<wavy 甲乙丙>丁'],
    ['甲<span style="x">乙</span><!-- 丙 -->丁', '甲乙丁'],
    ['甲<b>乙', '甲乙'],
    ['甲</b>乙', '甲乙'],
    ['甲<script>乙</script>丙', '甲丙'],
    ['甲<img src="a.png" alt="图">乙', '甲<image image-1 图>乙'],
    ['一 < 二 > 三', '一 < 二 > 三'],
  ])('inline: %s', async (html, expected) => {
    expect(await paragraph(`文${html}`)).toBe(`文${expected}`);
  });

  test.each([
    ['<p>甲&nbsp;&amp;乙</p>\n<h2>丙</h2>', ['line 甲 &乙', 'heading 2 丙']],
    ['<div>甲<br>乙</div><hr><p>丙', ['line 甲', 'line 乙', 'rule', 'line 丙']],
    ['<style>\np { color: red }\n\n</style>\n\n正文', ['line 正文']],
    ['<!-- 甲 -->\n\n正文', ['line 正文']],
    ['<p align="center"><img src="a.png" alt="图"></p>', ['figure image-1 图']],
    ['<div>\n\n**甲**\n\n</div>', ['line <strong 甲>']],
  ])('block: %s', async (html, expected) => {
    expect(await outline(html)).toEqual(expected);
  });

  test('what was dropped or removed is said', async () => {
    const { diagnostics } = await read('文<font>甲</font><font>乙</font><script>丙</script>');
    expect(diagnostics).toEqual([
      { code: 'html-removed', values: { tag: '<script>' }, line: 1 },
      { code: 'html-dropped', values: { tags: '<font> × 2' }, line: 1 },
    ]);
  });
});

describe('notes', () => {
  test('come in order of first reference, unreferenced ones last and reported', async () => {
    const { draft, diagnostics } = await read(
      '甲[^b]乙[^a]丙[^b]\n\n[^a]: 注甲\n\n[^b]: 注乙\n\n    续[^c]\n\n[^x]: 无\n\n[^c]: 注丙',
    );
    expect(draftOutline(draft.blocks)).toEqual(['line 甲<note note-1>乙<note note-2>丙<note note-1>']);
    expect(draft.notes.map((note) => [note.id, ...draftOutline(note.children)])).toEqual([
      ['note-1', 'line 注乙', 'line 续<note note-3>'],
      ['note-2', 'line 注甲'],
      ['note-3', 'line 注丙'],
      ['note-4', 'line 无'],
    ]);
    expect(diagnostics).toEqual([{ code: 'note-unreferenced', values: { label: 'x' }, line: 9 }]);
  });

  test('a second note under the same label is kept', async () => {
    const { draft, diagnostics } = await read('甲[^a]\n\n[^a]: 一\n\n[^a]: 二');
    expect(draft.notes.map((note) => draftOutline(note.children))).toEqual([['line 一'], ['line 二']]);
    expect(diagnostics).toMatchObject([{ code: 'note-unreferenced' }]);
  });

  test('a note that refers to itself, and a reference without a note', async () => {
    expect((await read('甲[^a]\n\n[^a]: 见[^a]')).draft.notes).toHaveLength(1);
    expect(await paragraph('甲[^无]')).toBe('甲[^无]');
  });
});

describe('front matter', () => {
  test('says what is done with numbers, where the caller does not', async () => {
    const page = (policy: string): Uint8Array =>
      new TextEncoder().encode(`---\nnumbering: ${policy}\n---\n# 三、甲\n\n文\n\n# 五、乙\n\n文\n`);
    const labels = async (policy: string, given: ReadOptions = {}): Promise<(string | undefined)[]> =>
      outlineOf((await readArticle(page(policy), { from: 'markdown', ...given })).article).map(
        ({ label }) => label?.text,
      );
    expect(await labels('renumber')).toEqual(['三、', '四、']);
    expect(await labels('none')).toEqual([undefined, undefined]);
    expect(await labels('keep')).toEqual(['三、', '五、']);
    expect(await labels('renumber', { numbering: 'keep' })).toEqual(['三、', '五、']);
    const { diagnostics } = await readArticle(page('wild'), { from: 'markdown' });
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'front-matter-unused' }));
  });

  test('says what the text is filed under, what it is about, and its series', async () => {
    const { draft } = await read(
      '---\ntags: [随笔, 阅读]\ncategory: 随笔\nkeywords: 书\uFF0C话\nsummary: 谈读书。\nseries: 书话\nvolume: 3\n---\n正文',
    );
    expect(draft.declared.about).toEqual({
      subjects: ['随笔', '阅读', '书', '话'],
      description: '谈读书。',
      series: { name: '书话', position: 3 },
    });
  });

  test('states facts under the usual names', async () => {
    const { draft, diagnostics } = await read(
      '---\ntitle: 总则\nauthors: [甲, { name: 乙 }]\ndate: 2021-10-01\nsource: { name: 日报, url: https://example.com }\nlang: zh-Hans\ntemplate: book\ntags: [a]\nrating: 5\n---\n正文',
    );
    expect(draft.declared).toEqual({
      title: '总则',
      about: { subjects: ['a'] },
      authors: ['甲', '乙'],
      publishedOn: '2021-10-01',
      sourceName: '日报',
      sourceUrl: 'https://example.com',
      language: 'zh-Hans',
      template: 'book',
    });
    expect(draftOutline(draft.blocks)).toEqual(['line 正文']);
    expect(diagnostics).toEqual([{ code: 'front-matter-unused', values: { keys: 'rating' }, line: 1 }]);
  });

  test.each([
    ['source: https://example.com/a', { sourceUrl: 'https://example.com/a' }],
    ['source: 日报', { sourceName: '日报' }],
    ['original_url: https://example.com/a', { sourceUrl: 'https://example.com/a' }],
    // a pattern of Hexo, a switch of Hugo: no facts
    ['permalink: /:year/:title/\npublished: true', {}],
    ['date: 2021年10月1日', { publishedOn: '2021年10月1日' }],
    ['date: 2021-10-01 08:00:00', { publishedOn: '2021-10-01 08:00:00' }],
    ['author: 甲', { authors: ['甲'] }],
    ['title: 2021', { title: '2021' }],
    ['title: "天\\0地\\u200B"', { title: '天地' }],
    ['title: ""', {}],
    ['__proto__: { title: 坏 }\nconstructor: 坏\ntitle: 好', { title: '好' }],
  ])('%s', async (yaml, declared) => {
    expect((await read(`---\n${yaml}\n---\n正文`)).draft.declared).toEqual(declared);
  });

  test.each([
    [
      'TOML',
      '+++\ntitle = "总则" # 注\ndate = 2021-10-01T08:00:00Z\nauthors = [\n  "甲",\n  "乙",\n]\n[menu]\ntitle = "无"\n+++',
    ],
    ['JSON', '{\n  "title": "总则",\n  "date": "2021-10-01T08:00:00Z",\n  "authors": ["甲", "乙"]\n}'],
    ['lines of pandoc', '% 总则\n% 甲; 乙\n% 2021-10-01T08:00:00Z'],
    ['fields without a first fence', 'title: 总则\ndate: 2021-10-01T08:00:00Z\nauthor:\n  - 甲\n  - 乙\n---'],
  ])('may be %s', async (_name, head) => {
    const { draft, diagnostics } = await read(`${head}\n\n正文`);
    expect(draft.declared).toEqual({
      title: '总则',
      authors: ['甲', '乙'],
      publishedOn: '2021-10-01T08:00:00Z',
    });
    expect(draft.blocks).toMatchObject([{ inlines: [{ text: '正文' }], line: head.split('\n').length + 2 }]);
    expect(diagnostics).toEqual([]);
  });

  test('with a colon in its title is read all the same, and the mistake is said', async () => {
    const { draft, diagnostics } = await read('---\ntitle: 从零开始: 第一章\nauthor: 甲\n---\n正文');
    expect(draft.declared).toEqual({ title: '从零开始: 第一章', authors: ['甲'] });
    expect(diagnostics).toMatchObject([{ code: 'front-matter-invalid' }]);
  });

  test.each([
    ['---\n正文一\n---\n正文二', ['rule', 'heading 2 正文一', 'line 正文二']],
    ['{\n**正文**\n}', ['line {<strong 正文>}']],
    ['+++', ['line +++']],
  ])('text between rules is text: %j', async (text, expected) => {
    expect(await outline(text)).toEqual(expected);
  });

  test('that is broken, or a bomb of aliases, is left out and reported', async () => {
    expect(await codes('---\ntitle: "a\n---\n正文')).toEqual(['front-matter-invalid']);
    const bomb = [...'bcdefghi'].map((name, index) => {
      const above = `*${'abcdefgh'[index]}`;
      return `${name}: &${name} [${Array.from({ length: 9 }, () => above).join(', ')}]`;
    });
    expect(await codes(`---\na: &a [x, x]\n${bomb.join('\n')}\n---\n正文`)).toEqual(['front-matter-invalid']);
    expect(await codes(`---\ntitle: ${'['.repeat(50_000)}\n---\n正文`)).toEqual(['front-matter-invalid']);
  });
});

describe('pictures', () => {
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4//8/AAX+Av4zEpUUAAAAAElFTkSuQmCC';

  test('come from the loader, known by their bytes, each address once', async () => {
    const asked: string[] = [];
    const loadImage = async (source: string): Promise<Uint8Array> => {
      asked.push(source);
      return Uint8Array.from(Buffer.from(pixel, 'base64'));
    };
    const { draft, diagnostics } = await read('![甲](a.jpg) ![乙](a.jpg)', { loadImage });
    expect(asked).toEqual(['a.jpg']);
    expect(draft.images).toMatchObject({ 'image-1': { mediaType: 'image/png', widthPx: 1, heightPx: 1 } });
    expect(diagnostics).toEqual([]);
  });

  test('a data: address holds its own', async () => {
    const { draft } = await read(`![](data:image/jpeg;base64,${pixel})`);
    expect(draft.images).toMatchObject({ 'image-1': { state: 'present', mediaType: 'image/png' } });
  });

  test.each([
    ['https://example.com/a.png', 'image-remote'],
    ['//example.com/a.png', 'image-remote'],
    ['file:///etc/passwd', 'image-outside'],
    ['none.png', 'image-missing'],
    ['broken.png', 'image-damaged'],
    ['data:image/png;base64,AAAA', 'image-kind-unread'],
  ])('%s is missing: %s', async (source, code) => {
    const asked: string[] = [];
    const loadImage = async (address: string): Promise<Uint8Array | undefined> => {
      asked.push(address);
      return address === 'broken.png' ? Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0) : undefined;
    };
    const { draft, diagnostics } = await read(`见 ![图](${source})`, { loadImage });
    expect(draft.images).toEqual({ 'image-1': { state: 'missing', source } });
    expect(diagnostics).toMatchObject([{ code, line: 1 }]);
    expect(asked.every((address) => address.endsWith('.png') && !address.includes('//'))).toBe(true);
  });
});

test('a link that leads nowhere keeps its text and is reported once', async () => {
  expect((await read('[甲](a.md) 与 [乙](a.md) 与 [丙](#x)')).diagnostics).toEqual([
    { code: 'link-dropped', values: { url: 'a.md' }, line: 1 },
  ]);
});

describe('hostile input ends', () => {
  test.each([
    ['quotes', '> '.repeat(20_000)],
    ['quotes without spaces', '>'.repeat(20_000)],
    ['lists', `${'- '.repeat(20_000)}甲`],
    ['numbered lists', `${'1. '.repeat(20_000)}甲`],
    [
      'a staircase of lists',
      Array.from({ length: 500 }, (_, depth) => `${'  '.repeat(depth)}- 甲`).join('\n'),
    ],
  ])('%s are flattened: the rest of the program has a bounded depth', async (_name, text) => {
    const { draft, diagnostics } = await read(`文\n\n${text}`);
    expect(diagnostics).toMatchObject([{ code: 'nesting-flattened' }]);
    expect(depthOf(draft.blocks)).toBeLessThan(1000);
  });

  test.each(['[', '![', '[x](', '*a**', '_a*', '<', 'a<!--', '<b>', '`a``', '~~a ~', '[^a]', '&#x'])(
    '%s × 20,000 in one paragraph',
    async (mark) => {
      const { draft } = await read(`文${mark.repeat(20_000)}`);
      expect(draft.blocks).toHaveLength(1);
      expect(depthOf(draft.blocks)).toBeLessThan(5000);
    },
  );

  test('notes in notes are flattened like quotes', async () => {
    const { draft, diagnostics } = await read(`文\n\n${'[^a]:'.repeat(20_000)}注`);
    expect(diagnostics[0]).toMatchObject({ code: 'nesting-flattened' });
    expect(depthOf(draft.notes)).toBeLessThan(1000);
  });

  test('a quote that goes on without its mark for 2,000 lines is one quote', async () => {
    const lines = await outline(`> 甲\n${'乙\n'.repeat(2000)}\n丙`);
    expect(lines).toEqual(['quote', `  line 甲${'乙'.repeat(2000)}`, 'line 丙']);
  });

  test('a chain of 3,000 notes, last first', async () => {
    const notes = Array.from({ length: 3000 }, (_, index) => `[^${3000 - index}]: 注[^${3001 - index}]`);
    const { draft } = await read(`文[^1]\n\n${notes.join('\n\n')}`);
    expect(draft.notes).toHaveLength(3000);
    expect(draft.notes.map(({ id }) => id).slice(-1)).toEqual(['note-3000']);
  });

  test('a run of 20,000 stars is no emphasis, and one of three is', async () => {
    const { draft } = await read(`${'*'.repeat(20_000)}文${'*'.repeat(20_000)}`);
    expect(depthOf(draft.blocks)).toBeLessThan(20);
    expect(await paragraph('***文***')).toBe(await paragraph('_**文**_'));
  });

  test('a table that would be filled up with millions of blanks is set as lines, and it is said', async () => {
    const table = `|${'甲|'.repeat(1000)}\n|${'-|'.repeat(1000)}\n${'|乙|丙|\n'.repeat(1000)}`;
    const { draft, diagnostics } = await read(table);
    expect(diagnostics).toEqual([
      { code: 'table-too-ragged', values: { rows: 1001, columns: 1000 }, line: 1 },
    ]);
    expect(draftOutline(draft.blocks).at(-1)).toBe('line 乙\u3000丙');
  });

  test('a block deeper than is kept loses no text', async () => {
    expect((await outline(`${'> '.repeat(100)}甲`)).at(-1)).toBe(`${'  '.repeat(64)}line 甲`);
  });
});

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

test('any Markdown gives a draft of the model: no empty text, no line break in one, references that lead somewhere', async () => {
  const piece = fc.constantFrom(
    '天地',
    'word',
    '\n',
    '\n\n',
    ' ',
    '# ',
    '- ',
    '1. ',
    '> ',
    '*',
    '**',
    '_',
    '`',
    '~~',
    '[',
    ']',
    '(a.png)',
    '![',
    '[^a]',
    '\n[^a]: ',
    '<b>',
    '</b>',
    '<ruby>',
    '<rt>',
    '</ruby>',
    '<br>',
    '<div>',
    '|',
    '\n|-|-|\n',
    '&nbsp;',
    '&#10;',
    '\u200B',
    '\\',
    '  \n',
    '---',
    '\t',
    '\u3000',
    '“',
    '”',
    'https://example.com',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 25 }), async (pieces) => {
      const { draft } = await read(`文\n\n${pieces.join('')}`);
      const written = JSON.stringify([draft.blocks, draft.notes]);
      for (const [, text = ''] of written.matchAll(/"type":"text","text":("(?:[^"\\]|\\.)*")/g)) {
        expect(JSON.parse(text)).toMatch(/^[^\n\r\u200B\u00A0]+$/);
      }
      const ids = new Set(draft.notes.map((note) => note.id));
      expect([...written.matchAll(/"noteId":"([^"]+)"/g)].every(([, id = '']) => ids.has(id))).toBe(true);
      const images = [...written.matchAll(/"imageId":"([^"]+)"/g)];
      expect(images.every(([, id = '']) => Object.hasOwn(draft.images, id))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

const corpus = fileURLToPath(new URL('../../../../shared/corpus', import.meta.url));
const documents = existsSync(corpus)
  ? readdirSync(corpus).filter((name) => /-.*\.md$|^copywriting/.test(name))
  : [];
test.skipIf(documents.length === 0).each(documents)('%s keeps its headings', async (name) => {
  const source = readFileSync(`${corpus}/${name}`, 'utf8');
  const { draft } = await read(source);
  const headings = draft.blocks.filter((block) => block.type === 'line' && block.headingLevel !== undefined);
  const outsideFences = source.replace(/^```[\s\S]*?^```/gm, '');
  expect(headings).toHaveLength(outsideFences.match(/^#{1,6} /gm)?.length ?? 0);
});
