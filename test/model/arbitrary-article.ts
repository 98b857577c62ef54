import fc from 'fast-check';
import type {
  Article,
  Block,
  ImageAsset,
  Inline,
  ListItem,
  Note,
  NumberingScheme,
  Part,
  Provenance,
  SectionLabel,
  Table,
} from '../../src/model/index.js';

/** A white pixel: the smallest PNG that every image library accepts. */
const PIXEL: Uint8Array = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4//8/AAX+Av4zEpUUAAAAAElFTkSuQmCC',
    'base64',
  ),
);

/** Every picture that a generated article may refer to. */
const IMAGES: Readonly<Record<string, ImageAsset>> = {
  'image-1': { state: 'present', mediaType: 'image/png', bytes: PIXEL, widthPx: 1, heightPx: 1 },
  'image-2': { state: 'missing', source: 'pictures/\u56FE 2.png' },
};

const NOTE_IDS = ['note-1', 'note-2', 'note-3'] as const;

/** What texts are made of: Chinese prose with all that is set specially, signs of markup, rare and astral characters. */
const PIECES = [
  '天地玄黄',
  '宇宙洪荒',
  '日月盈昃',
  '\uFF0C',
  '。',
  '、',
  '“引文”',
  '《书名》',
  '「引號」',
  '\uFF08注\uFF09',
  '——',
  '……',
  '\uFF1A',
  'Node.js',
  '3.14',
  '2021年10月1日',
  '50%',
  ' ',
  '\u3000',
  'a<b>&amp;"\'',
  '\\*_`#',
  '\u{20BB7}\u{1F600}',
  '한국어',
  'かな',
  'e\u0301',
  '葛\u{E0100}',
] as const;

/** One line of mixed text, never empty, with no line break. */
export const arbitraryText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.join(''));

const SCHEMES: readonly (readonly [NumberingScheme, (ordinal: number) => readonly [string, string]])[] = [
  ['chapter', (n) => [`第${n}章 `, `${n}`]],
  ['han', (n) => [`${'一二三四五六七八九'[n - 1]}、`, `${'一二三四五六七八九'[n - 1]}`]],
  ['han-bracketed', (n) => [`\uFF08${'一二三四五六七八九'[n - 1]}\uFF09`, `${'一二三四五六七八九'[n - 1]}`]],
  ['arabic', (n) => [`${n}. `, `${n}`]],
  ['decimal', (n) => [`1.${n} `, `1.${n}`]],
  ['circled', (n) => [`${'①②③④⑤⑥⑦⑧⑨'[n - 1]}`, `${'①②③④⑤⑥⑦⑧⑨'[n - 1]}`]],
];

export const arbitraryLabel: fc.Arbitrary<SectionLabel> = fc
  .tuple(fc.constantFrom(...SCHEMES), fc.integer({ min: 1, max: 9 }))
  .map(([[scheme, write], ordinal]) => {
    const [text, numeral] = write(ordinal);
    return { text, numeral, scheme, ordinal };
  });

/** A record with only the fields that were drawn, since an absent field is not an undefined one. */
function record<T, K extends keyof T = keyof T>(
  model: { [P in keyof T]: fc.Arbitrary<T[P]> },
  requiredKeys: K[],
): fc.Arbitrary<T> {
  return fc.record(model, { requiredKeys, noNullPrototype: true }) as fc.Arbitrary<T>;
}

const url = fc.constantFrom(
  'https://example.com/a?b=1&c=%E4%B8%AD',
  'http://example.org/',
  'mailto:a@example.com',
);

const plainInline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 6, arbitrary: arbitraryText.map((text): Inline => ({ type: 'text', text })) },
  { weight: 1, arbitrary: arbitraryText.map((text): Inline => ({ type: 'code', text })) },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: 'math', tex: 'a^2 + \\frac{b}{2}' }) },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: 'ruby', base: '汉字', reading: 'hànzì' }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...NOTE_IDS).map((noteId): Inline => ({ type: 'noteReference', noteId })),
  },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: 'lineBreak' }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...Object.keys(IMAGES)), arbitraryText)
      .map(([imageId, alt]): Inline => ({ type: 'image', imageId, alt })),
  },
);

const nestedInline: fc.Arbitrary<Inline> = fc
  .tuple(
    fc.constantFrom('strong', 'emphasis', 'strike', 'underline', 'warichu', 'indexTerm', 'link', 'reference'),
    url,
    fc.array(plainInline, { minLength: 1, maxLength: 3 }),
  )
  .map(([type, address, children]): Inline => {
    if (type === 'indexTerm') return { type, term: '术语', sub: '其下', children };
    if (type === 'reference') return { type, to: 'heading', number: 1, children };
    return type === 'link' ? { type, url: address, children } : { type: type as 'strong', children };
  });

/** One to six inlines, at most two deep. */
export const arbitraryInlines: fc.Arbitrary<readonly Inline[]> = fc.array(
  fc.oneof({ weight: 5, arbitrary: plainInline }, { weight: 1, arbitrary: nestedInline }),
  { minLength: 1, maxLength: 6 },
);

/** Headings and captions: text and marks, without pictures, notes or line breaks. */
export const arbitraryHeading: fc.Arbitrary<readonly Inline[]> = fc.array(
  arbitraryText.chain((text) =>
    fc.constantFrom<Inline>({ type: 'text', text }, { type: 'strong', children: [{ type: 'text', text }] }),
  ),
  { minLength: 1, maxLength: 3 },
);

const lines = fc.array(arbitraryHeading, { minLength: 1, maxLength: 4 });
const code = fc.array(arbitraryText, { minLength: 1, maxLength: 4 }).map((rows) => rows.join('\n'));

const table: fc.Arbitrary<Table> = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 4 }),
    fc.boolean(),
    fc.array(arbitraryHeading),
  )
  .map(([columns, rows, spans, texts]): Table => {
    const text = (index: number): readonly Inline[] =>
      texts[index % Math.max(1, texts.length)] ?? [{ type: 'text', text: `${index}` }];
    const cells = (row: number, count: number) =>
      Array.from({ length: count }, (_, column) => ({
        children: [{ type: 'paragraph' as const, children: text(row * columns + column) }],
      }));
    return {
      type: 'table',
      headRows: rows > 1 ? 1 : 0,
      columns: Array.from({ length: columns }, (_, column) => (column === 0 ? { align: 'center' } : {})),
      rows: Array.from({ length: rows }, (_, row) => {
        if (!spans || row > 0 || columns < 2) return { cells: cells(row, columns) };
        const [first, ...rest] = cells(row, columns - 1);
        return { cells: [{ columnSpan: 2, children: first?.children ?? [] }, ...rest] };
      }),
    };
  });

const { block, listItem } = fc.letrec<{ block: Block; listItem: ListItem; leaf: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 8, arbitrary: tie('leaf') },
    {
      weight: 3,
      arbitrary: record<Extract<Block, { type: 'section' }>>(
        {
          type: fc.constant('section'),
          label: arbitraryLabel,
          heading: arbitraryHeading,
          children: fc.array(tie('block'), { maxLength: 4 }),
        },
        ['type', 'heading', 'children'],
      ),
    },
    {
      weight: 1,
      arbitrary: record<Extract<Block, { type: 'quote' }>>(
        {
          type: fc.constant('quote'),
          children: fc.array(tie('leaf'), { minLength: 1, maxLength: 3 }),
          attribution: arbitraryHeading,
        },
        ['type', 'children'],
      ),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(tie('listItem'), { minLength: 1, maxLength: 4 })
        .map((items): Block => ({ type: 'list', ordered: false, items })),
    },
    {
      weight: 1,
      arbitrary: fc.array(fc.tuple(arbitraryLabel, tie('listItem')), { minLength: 1, maxLength: 4 }).map(
        (items): Block => ({
          type: 'list',
          ordered: true,
          items: items.map(([label, item]) => ({ ...item, label })),
        }),
      ),
    },
  ),
  listItem: record<ListItem>(
    { checked: fc.boolean(), children: fc.array(tie('leaf'), { minLength: 1, maxLength: 2 }) },
    ['children'],
  ),
  leaf: fc.oneof(
    { weight: 10, arbitrary: arbitraryInlines.map((children): Block => ({ type: 'paragraph', children })) },
    { weight: 1, arbitrary: arbitraryHeading.map((children): Block => ({ type: 'salutation', children })) },
    { weight: 1, arbitrary: lines.map((rows): Block => ({ type: 'verse', lines: rows })) },
    { weight: 1, arbitrary: lines.map((rows): Block => ({ type: 'signature', lines: rows })) },
    { weight: 1, arbitrary: code.map((text): Block => ({ type: 'code', text, language: 'js' })) },
    { weight: 1, arbitrary: code.map((tex): Block => ({ type: 'math', tex })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Block>({ type: 'break' }, { type: 'break', text: '\uFF0A\uFF0A\uFF0A' }),
    },
    { weight: 1, arbitrary: table },
    {
      weight: 1,
      arbitrary: record<Extract<Block, { type: 'figure' }>>(
        {
          type: fc.constant('figure'),
          imageId: fc.constantFrom(...Object.keys(IMAGES)),
          alt: fc.oneof(fc.constant(''), arbitraryText),
          caption: arbitraryHeading,
        },
        ['type', 'imageId', 'alt'],
      ),
    },
    {
      weight: 1,
      arbitrary: fc.array(arbitraryHeading, { minLength: 1, maxLength: 3 }).map(
        (items): Block => ({
          type: 'attachments',
          items: items.map((children, index) => ({
            label: { text: `${index + 1}.`, numeral: `${index + 1}`, scheme: 'arabic', ordinal: index + 1 },
            children,
          })),
        }),
      ),
    },
  ),
}));

export const arbitraryBlock: fc.Arbitrary<Block> = block;
export const arbitraryListItem: fc.Arbitrary<ListItem> = listItem;

const provenance: fc.Arbitrary<Provenance> = record<Provenance>(
  {
    authors: fc.array(fc.constantFrom('鲁迅', '李 白', 'A. Author & "Co"'), { maxLength: 2 }),
    publishedOn: fc.constantFrom('2021-10-01', '1999-12-31'),
    sourceName: arbitraryText,
    sourceUrl: fc.constant('https://example.com/p/1?x=1&y=2'),
    channel: fc.constant('热门推荐'),
  },
  ['authors'],
);

const blocks = fc.array(block, { maxLength: 5 });

const parts: fc.Arbitrary<readonly Part[]> = fc.oneof(
  { weight: 2, arbitrary: blocks.map((children): Part[] => [{ children }]) },
  {
    weight: 1,
    arbitrary: fc.array(
      record<Part>({ title: arbitraryHeading, label: arbitraryLabel, children: blocks }, [
        'title',
        'children',
      ]),
      { minLength: 1, maxLength: 3 },
    ),
  },
);

/**
 * Any article that the model allows, with every kind of block and inline, where all references lead somewhere and
 * notes stand in order of first reference. Small by default; a failing one shrinks.
 */
export const arbitraryArticle: fc.Arbitrary<Article> = fc
  .tuple(
    record<Pick<Article, 'language' | 'title' | 'subtitle'>>(
      {
        language: fc.constantFrom('zh-Hans', 'zh-Hant', 'ja', 'en'),
        title: arbitraryText,
        subtitle: arbitraryText,
      },
      ['language'],
    ),
    provenance,
    blocks,
    parts,
    fc.array(arbitraryHeading, { minLength: NOTE_IDS.length, maxLength: NOTE_IDS.length }),
    fc.constantFrom<Note['kind']>('footnote', 'endnote'),
  )
  .map(([front, from, lead, body, noteTexts, kind]): Article => {
    const isCollection = body.some((part) => part.title !== undefined);
    const text = { lead: isCollection ? lead : [], parts: body };
    const notes = referencedNotes(text).map((id, index): Note => {
      return { id, kind, children: [{ type: 'paragraph', children: noteTexts[index] ?? [] }] };
    });
    return { ...front, provenance: from, ...text, notes, images: IMAGES };
  });

/** Ids of notes in order of first reference: the order in which JSON writes them is the order of reading. */
function referencedNotes(text: Pick<Article, 'lead' | 'parts'>): string[] {
  const ids = [...JSON.stringify(text).matchAll(/"type":"noteReference","noteId":"([^"]+)"/g)];
  return [...new Set(ids.map(([, id = '']) => id))];
}
