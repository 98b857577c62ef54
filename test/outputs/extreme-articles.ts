import type { Article, Block, Inline, Note, Table, TableCell } from '../../src/model/index.js';

/**
 * Articles that no editor would write and that some source will hold: sizes, depths and characters at which formats have
 * their limits. Built when asked for, since some are large.
 */
export const EXTREMES: Readonly<Record<string, () => Article>> = {
  'nothing at all': () => articleOf([], { title: undefined }),
  'an empty title': () => articleOf([paragraph('正文。')], { title: '', subtitle: '' }),
  'empty blocks': () => articleOf(EMPTY_BLOCKS),
  'many headings': () => articleOf(headings(10_000)),
  'headings twelve deep': () => articleOf([nested(12)]),
  'headings from the seventh level on': () => articleOf([nested(7, false), nested(9)]),
  'a table of 200 columns': () => articleOf([grid(3, 200)]),
  'a table of 10,000 rows': () => articleOf([grid(10_000, 3)]),
  'a table in a table in a list in a quote': () => articleOf([tableInTable()]),
  'cells with every span': () => articleOf([1, 2, 3, 4].flatMap(spanTables)),
  'characters of every plane': () => articleOf(planes()),
  'forbidden characters everywhere': () => forbidden(),
  'words without end': () => articleOf(longWords()),
  'addresses of every kind': () => articleOf(addresses()),
  'many notes': () => manyNotes(3000),
  'notes in odd places': () => oddNotes(),
  'odd ruby': () => articleOf(oddRuby()),
  'many pictures': () => manyPictures(500),
  'pictures of odd sizes': () => oddPictures(),
  'lists twelve deep': () => articleOf([nestedList(12, true), nestedList(12, false)]),
  'quotes twelve deep': () => articleOf([nestedQuote(12)]),
  'code of 5,000 lines': () => articleOf([{ type: 'code', text: codeLines(5000), language: 'js' }]),
  'an index of 2,000 terms': () => articleOf(terms(2000)),
  'odd language tags': () => articleOf([paragraph('正文。')], { language: 'x-klingon' }),
  'properties of 10,000 characters': () => longProperties(),
  'other directions and joined pictures': () => articleOf(directions()),
  'marks in marks': () => articleOf([{ type: 'paragraph', children: [marksInMarks(30)] }]),
  'odd letters and breaks': () => articleOf(oddLetters()),
  'formulas of every kind': () => articleOf(formulas()),
};

type Front = { readonly [Key in keyof Article]?: Article[Key] | undefined };

function articleOf(children: readonly Block[], front: Front = {}): Article {
  const whole = {
    language: 'zh-Hans',
    title: '题目',
    provenance: { authors: [] },
    lead: [],
    parts: [{ children }],
    notes: [],
    images: {},
    ...front,
  };
  return Object.fromEntries(
    Object.entries(whole).filter(([, value]) => value !== undefined),
  ) as typeof whole as Article;
}

const text = (content: string): Inline => ({ type: 'text', text: content });
const paragraph = (...children: (Inline | string)[]): Block => ({
  type: 'paragraph',
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
});
const rowOf = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

const EMPTY_BLOCKS: readonly Block[] = [
  { type: 'paragraph', children: [] },
  { type: 'section', heading: [], children: [] },
  { type: 'list', ordered: false, items: [] },
  { type: 'list', ordered: true, items: [{ children: [] }, { children: [] }] },
  { type: 'list', ordered: false, items: [{ checked: true, children: [] }] },
  { type: 'quote', children: [] },
  { type: 'quote', children: [], attribution: [] },
  { type: 'verse', lines: [] },
  { type: 'verse', lines: [[], []] },
  { type: 'code', text: '' },
  { type: 'code', text: '\n\n' },
  { type: 'math', tex: '' },
  { type: 'table', headRows: 0, columns: [], rows: [] },
  { type: 'table', headRows: 1, columns: [{}], rows: [{ cells: [] }] },
  { type: 'table', headRows: 9, columns: [{}, {}], rows: [{ cells: [{ children: [] }] }, { cells: [] }] },
  { type: 'salutation', children: [] },
  { type: 'signature', lines: [] },
  { type: 'signature', lines: [[]] },
  { type: 'attachments', items: [] },
  { type: 'attachments', items: [{ children: [] }] },
  paragraph({ type: 'strong', children: [] }, { type: 'link', url: 'https://example.org/', children: [] }),
  paragraph({ type: 'code', text: '' }, { type: 'math', tex: '' }, { type: 'lineBreak' }),
];

function headings(count: number): Block[] {
  return rowOf(count).map((index) => ({
    type: 'section',
    heading: [text(`标题 ${index + 1}`)],
    children: index % 10 === 0 ? [paragraph('正文。')] : [],
  }));
}

function nested(depth: number, withText = true): Block {
  const children = depth === 1 ? [] : [nested(depth - 1, withText)];
  return {
    type: 'section',
    heading: [text(`第 ${depth} 层`)],
    children: withText ? [paragraph('正文。'), ...children] : children,
  };
}

const cell = (content: string, spans: Omit<TableCell, 'children'> = {}): TableCell => ({
  ...spans,
  children: [paragraph(content)],
});

function grid(rows: number, columns: number): Table {
  return {
    type: 'table',
    headRows: 1,
    columns: rowOf(columns).map(() => ({})),
    rows: rowOf(rows).map((y) => ({ cells: rowOf(columns).map((x) => cell(`${y},${x}`)) })),
  };
}

function tableInTable(): Block {
  const inner: Block = { ...grid(2, 2), rows: [{ cells: [{ children: [grid(2, 3)] }, cell('旁')] }] };
  const list: Block = {
    type: 'list',
    ordered: false,
    items: [{ children: [inner, { type: 'code', text: 'x' }, grid(1, 1)] }],
  };
  return {
    type: 'quote',
    children: [list, { type: 'quote', children: [inner] }],
    attribution: [text('某人')],
  };
}

/** Tables of `size` columns whose first cell takes every span, and one whose spans reach outside. */
function spanTables(size: number): Block[] {
  const spans = rowOf(size).flatMap((x) => rowOf(size).map((y) => ({ columnSpan: x + 1, rowSpan: y + 1 })));
  return [
    ...spans.map(
      (span): Block => ({
        ...grid(size, size),
        rows: rowOf(size).map((y) => {
          const isCovered = y < span.rowSpan;
          const free = size - (isCovered ? span.columnSpan : 0);
          const cells = rowOf(free).map((x) => cell(`${y},${x}`));
          return { cells: y === 0 ? [cell('跨', span), ...cells] : cells };
        }),
      }),
    ),
    {
      ...grid(size, size),
      rows: rowOf(size).map(() => ({
        cells: rowOf(size).map(() => cell('满', { columnSpan: 7, rowSpan: 9 })),
      })),
    },
  ];
}

/** Sixteen code points of every plane, at its beginning, its middle and its end, but the halves of pairs. */
function planes(): Block[] {
  return rowOf(17).map((plane) => {
    const points = [0x20, 0x2e80, 0x4e00, 0xa000, 0xe000, 0xf900, 0xff00, 0xfff0].flatMap((at) =>
      rowOf(14).map((step) => plane * 0x10000 + at + step),
    );
    return paragraph(String.fromCodePoint(...points));
  });
}

/** C0 and C1 controls, DEL, noncharacters, both halves of pairs alone, and a mark for the order of bytes. */
export const FORBIDDEN_TEXT: string = `甲\0\u0001\u0007\b\u000B\f\u000E\u001B\u001F\u007F\u0085\uFEFF\uFFFE\uFFFF\uD800乙\uDC00丙\uDBFF`;

function forbidden(): Article {
  const said = FORBIDDEN_TEXT;
  const line = [text(said)];
  const label = { text: said, numeral: said, scheme: 'arabic', ordinal: 1 } as const;
  return {
    language: 'zh-Hans',
    title: said,
    subtitle: said,
    provenance: {
      authors: [said],
      publishedOn: '2021-10-01',
      sourceName: said,
      sourceUrl: `https://example.org/${said}`,
      channel: said,
    },
    lead: [paragraph(said)],
    parts: [
      {
        title: line,
        label,
        children: [
          { type: 'section', label, heading: line, children: [paragraph(said)] },
          { type: 'code', text: said, language: said },
          { type: 'math', tex: said },
          { type: 'break', text: said },
          { type: 'list', ordered: true, items: [{ label, children: [paragraph(said)] }] },
          { type: 'attachments', items: [{ label, children: line }] },
          { type: 'signature', lines: [line] },
          { type: 'verse', lines: [line, line] },
          { ...grid(1, 1), caption: line, rows: [{ cells: [cell(said)] }] },
          { type: 'figure', imageId: 'there', alt: said, caption: line },
          { type: 'figure', imageId: 'gone', alt: said },
          paragraph(
            { type: 'link', url: `https://example.org/?q=${said}`, children: line },
            { type: 'link', url: said, children: line },
            { type: 'ruby', base: said, reading: said },
            { type: 'indexTerm', term: said, sub: said, reading: said, children: line },
            { type: 'image', imageId: 'there', alt: said },
            { type: 'code', text: said },
            { type: 'math', tex: said },
            { type: 'warichu', children: line },
            { type: 'noteReference', noteId: said },
          ),
        ],
      },
    ],
    notes: [{ id: said, kind: 'footnote', children: [paragraph(said)] }],
    images: { there: pictureOf(1, 1), gone: { state: 'missing', source: said } },
  };
}

function longWords(): Block[] {
  const url = `https://example.org/${'a'.repeat(5000)}`;
  return [
    paragraph('字'.repeat(50_000)),
    paragraph('W'.repeat(10_000)),
    paragraph({ type: 'link', url, children: [text(url)] }),
    { type: 'section', heading: [text('题'.repeat(2000))], children: [] },
    paragraph({ type: 'code', text: 'x_'.repeat(3000) }),
  ];
}

/** Every scheme that a link may be tried with; only http, https and mailto may be one. */
export const ADDRESSES: readonly string[] = [
  'https://example.org/a b?c="d"&e=<f>#\u4E2D',
  'http://[',
  'HTTP://EXAMPLE.ORG',
  'https://\u4E2D\u6587.example/\u8DEF',
  'mailto:a@example.org?subject=\u4E2D&body=x',
  'mailto:',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,x',
  'vbscript:x',
  'ftp://example.org/',
  'tel:123',
  '//example.org/a',
  '/a/b',
  '#top',
  '',
  ' ',
  'https://user:pass@example.org:8080/',
  `https://example.org/${'%20'.repeat(800)}`,
];

function addresses(): Block[] {
  return ADDRESSES.map((url) => paragraph({ type: 'link', url, children: [text(`到 ${url || '无'}`)] }));
}

function manyNotes(count: number): Article {
  const kindOf = (index: number): Note['kind'] => (index % 3 === 0 ? 'endnote' : 'footnote');
  return articleOf(
    rowOf(count).map((index) => paragraph('正文', { type: 'noteReference', noteId: `n${index}` }, '。')),
    {
      notes: rowOf(count).map((index) => ({
        id: `n${index}`,
        kind: kindOf(index),
        children: [paragraph(`注文 ${index}`)],
      })),
    },
  );
}

/** Notes in a heading, a cell, a caption, a quote, a list, a note, twice, nowhere, and with blocks in them. */
function oddNotes(): Article {
  const mark = (noteId: string): Inline => ({ type: 'noteReference', noteId });
  const note = (id: string, ...children: Block[]): Note => ({ id, kind: 'footnote', children });
  return articleOf(
    [
      {
        type: 'section',
        heading: [text('题'), mark('a')],
        children: [paragraph('文', mark('a'), mark('gone'))],
      },
      {
        ...grid(1, 1),
        caption: [text('表'), mark('b')],
        rows: [{ cells: [{ children: [paragraph(mark('c'))] }] }],
      },
      { type: 'figure', imageId: 'one', alt: '图', caption: [text('图'), mark('d')] },
      { type: 'quote', children: [paragraph(mark('e'))], attribution: [text('人'), mark('f')] },
      { type: 'list', ordered: false, items: [{ children: [paragraph(mark('g'))] }] },
      paragraph({ type: 'link', url: 'https://example.org/', children: [mark('h')] }),
      paragraph({ type: 'warichu', children: [mark('i')] }),
    ],
    {
      notes: [
        note('a', paragraph('注', mark('b')), paragraph('又')),
        note('b', grid(2, 2)),
        note('c', { type: 'code', text: 'x\ny' }),
        note('d'),
        note('e', { type: 'list', ordered: true, items: [{ children: [paragraph('项')] }] }),
        note('f', { type: 'quote', children: [paragraph('引')] }),
        note('g', { type: 'figure', imageId: 'one', alt: '注中的图' }),
        note('h', { type: 'math', tex: 'x^2' }),
        note('i', { type: 'section', heading: [text('注中的题')], children: [paragraph('文')] }),
        note('nowhere', paragraph('无处可寻的注')),
      ],
      images: { one: pictureOf(3, 3) },
    },
  );
}

function oddRuby(): Block[] {
  const ruby = (base: string, reading: string): Inline => ({ type: 'ruby', base, reading });
  return [
    paragraph(
      ruby('汉字', 'hànzì'),
      ruby('A<b>', '&amp;'),
      ruby('字', 'x'.repeat(500)),
      ruby('长'.repeat(500), 'y'),
    ),
    paragraph(ruby('', ''), ruby('字', ''), ruby('', 'zì'), ruby('  ', '  ')),
    paragraph(ruby('\u{20BB7}', 'ㄐㄧˊ'), ruby('한', '韓'), ruby('1\t2', 'a\nb'), {
      type: 'strong',
      children: [ruby('重', 'zhòng')],
    }),
  ];
}

/** A PNG head with this size; no program that only reads sizes looks further. */
export function pictureOf(widthPx: number, heightPx: number, variant = 0): Article['images'][string] {
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4//8/AAX+Av4zEpUUAAAAAElFTkSuQmCC';
  const bytes = Buffer.from(pixel, 'base64');
  // after the end of the picture, where programs ignore it
  const tail = variant === 0 ? [] : [variant & 0xff, variant >> 8];
  return {
    state: 'present',
    mediaType: 'image/png',
    bytes: Uint8Array.from([...bytes, ...tail]),
    widthPx,
    heightPx,
  };
}

function manyPictures(count: number): Article {
  const ids = rowOf(count).map((index) => `p${index % (count / 2)}`);
  return articleOf(
    ids.map((imageId, index) => ({ type: 'figure', imageId, alt: `图 ${index}` })),
    {
      images: Object.fromEntries(
        rowOf(count / 2).map((index) => [`p${index}`, pictureOf(40, 20, index + 1)]),
      ),
    },
  );
}

function oddPictures(): Article {
  const images: Article['images'] = {
    thin: pictureOf(1, 20_000, 1),
    flat: pictureOf(20_000, 1, 2),
    none: { state: 'missing', source: '' },
    empty: { state: 'present', mediaType: 'image/png', bytes: new Uint8Array(), widthPx: 1, heightPx: 1 },
  };
  const shown = Object.keys(images).flatMap((imageId): Block[] => [
    { type: 'figure', imageId, alt: '' },
    { type: 'figure', imageId, alt: `“${'长'.repeat(3000)}” <&>`, caption: [text('题')] },
    paragraph('前', { type: 'image', imageId, alt: '' }, '后'),
  ]);
  return articleOf([...shown, { type: 'list', ordered: false, items: [{ children: shown }] }], { images });
}

function nestedList(depth: number, ordered: boolean): Block {
  const label = { text: '1.', numeral: '1', scheme: 'arabic', ordinal: 1 } as const;
  const inner = depth === 1 ? [] : [nestedList(depth - 1, ordered)];
  return {
    type: 'list',
    ordered,
    items: [{ ...(ordered && { label }), children: [paragraph(`第 ${depth} 层`), ...inner] }],
  };
}

function nestedQuote(depth: number): Block {
  return {
    type: 'quote',
    children: [paragraph(`第 ${depth} 层`), ...(depth === 1 ? [] : [nestedQuote(depth - 1)])],
    attribution: [text('某人')],
  };
}

function codeLines(count: number): string {
  return rowOf(count)
    .map((index) => `\tconst x${index} = "${index}" // <&>`)
    .join('\n');
}

function terms(count: number): Block[] {
  return rowOf(count).map((index) =>
    paragraph({
      type: 'indexTerm',
      term: `术语:"${index}"\\`,
      ...(index % 2 === 0 && { sub: '其下' }),
      children: [text('词')],
    }),
  );
}

function longProperties(): Article {
  const long = '长'.repeat(10_000);
  return articleOf([paragraph('正文。')], {
    title: long,
    subtitle: long,
    provenance: {
      authors: [long, '乙'],
      publishedOn: '2021-02-30',
      sourceName: long,
      sourceUrl: `https://example.org/${'a'.repeat(10_000)}`,
      channel: long,
    },
  });
}

function directions(): Block[] {
  return [
    paragraph('\u05E9\u05DC\u05D5\u05DD עברית و العربية ١٢٣ 中文'),
    paragraph('\u202Eabc\u202C \u2066x\u2069 \u200F'),
    paragraph('\u{1F468}\u200D\u{1F469}\u200D\u{1F467} \u{1F1E8}\u{1F1F3} \u{1F44D}\u{1F3FD} #\uFE0F\u20E3'),
    { type: 'section', heading: [text('\u{1F468}\u200D\u{1F469} שלום')], children: [] },
  ];
}

function marksInMarks(depth: number): Inline {
  if (depth === 0) return text('心');
  const children = [marksInMarks(depth - 1)];
  const kinds: readonly Inline[] = [
    { type: 'strong', children },
    { type: 'emphasis', children },
    { type: 'strike', children },
    { type: 'underline', wavy: true, children },
    { type: 'warichu', children },
    { type: 'link', url: 'https://example.org/', children },
    { type: 'indexTerm', term: '心', children },
    { type: 'underline', children },
  ];
  return kinds[depth % kinds.length] ?? text('心');
}

function oddLetters(): Block[] {
  const long = '长'.repeat(300);
  return [
    { type: 'salutation', children: [text(long)] },
    { type: 'signature', lines: [[text(long)], [text('2021年10月1日')], []] },
    { type: 'attachments', items: [{ children: [text(long)] }, { children: [] }] },
    { type: 'break' },
    { type: 'break' },
    { type: 'break', text: '*'.repeat(500) },
    { type: 'verse', lines: [[], [], [text(long)], [{ type: 'lineBreak' }]] },
  ];
}

/** Formulas, right ones, wrong ones and such as mean harm. */
export const FORMULAS: readonly string[] = [
  'E = mc^2',
  '\\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}',
  '\\sum_{i=1}^{n} i = \\frac{n(n+1)}{2}',
  '\\int_0^\\infty e^{-x^2} \\, dx',
  '\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}',
  '\\begin{cases} x & x > 0 \\\\ -x & \\text{否则} \\end{cases}',
  '\\begin{aligned} a &= b \\\\ &= c \\end{aligned}',
  '\\hat{x} + \\vec{v} + \\overline{AB} + \\underbrace{a+b}_{2}',
  '\\lim_{x \\to 0} \\frac{\\sin x}{x} = 1',
  '\\mathbb{R} \\subset \\mathbb{C}, \\mathcal{L}, \\mathbf{v}',
  '\\left( \\frac{a}{b} \\right)^{2} \\left\\{ x \\mid x > 0 \\right\\}',
  '\\sqrt[3]{x} \\binom{n}{k} \\boxed{y}',
  '\\frac{',
  '\\undefined{x}',
  '^^^',
  '\\def\\x{\\x\\x}\\x',
  '}{',
  '',
  `${'{'.repeat(2000)}x${'}'.repeat(2000)}`,
  '\\rule{9999999em}{9999999em}',
  '\\href{javascript:alert(1)}{x} \\includegraphics{file:///etc/passwd}',
  '<script>alert(1)</script> & "',
];

function formulas(): Block[] {
  return FORMULAS.flatMap((tex): Block[] => [
    { type: 'math', tex },
    paragraph('前', { type: 'math', tex }, '后'),
  ]);
}
