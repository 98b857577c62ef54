import type * as model from './article.js';
import {
  dictionary,
  flag,
  integer,
  lazy,
  list,
  oneOf,
  optional,
  record,
  type Shape,
  text,
  union,
} from './shape.js';

/** How a picture stands in JSON: its bytes as base64. */
export type ImageJson =
  | (Omit<Extract<model.ImageAsset, { state: 'present' }>, 'bytes'> & { readonly base64: string })
  | Extract<model.ImageAsset, { state: 'missing' }>;

/** An article as JSON: the model itself, but for its pictures and the version in front. */
export interface ArticleJson extends Omit<model.Article, 'images'> {
  /** Version of this format. */
  readonly schema: 1;
  readonly images: Readonly<Record<string, ImageJson>>;
}

const line = text(/^[^\n\r]+$/, 'text that is not empty and has no line break');
const day = text(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2021-10-01');
const base64 = text(/^[A-Za-z0-9+/]*={0,2}$/, 'bytes in base64');
const webAddress = text(/^https?:\/\/\S+$/i, 'an absolute http or https address');
const linkAddress = text(/^(?:https?:\/\/|mailto:)\S+$/i, 'an absolute http, https or mailto address');

const label = record<model.SectionLabel>({
  text: line,
  numeral: text(),
  scheme: oneOf(
    'volume',
    'chapter',
    'section',
    'article',
    'han',
    'han-bracketed',
    'arabic',
    'arabic-bracketed',
    'circled',
    'decimal',
    'legal',
    'stem',
    'latin',
    'bare',
  ),
  ordinal: integer(0),
});

const inlines: Shape<readonly model.Inline[]> = lazy(() => list(inline));
const blocks: Shape<readonly model.Block[]> = lazy(() => list(block));
const rows: Shape<readonly (readonly model.Inline[])[]> = list(inlines);

const inline: Shape<model.Inline> = union<'type', model.Inline>('type', {
  text: record<model.Text>({ type: oneOf('text'), text: line }),
  strong: record<model.Strong>({ type: oneOf('strong'), children: inlines }),
  emphasis: record<model.Emphasis>({ type: oneOf('emphasis'), children: inlines }),
  strike: record<model.Strike>({ type: oneOf('strike'), children: inlines }),
  underline: record<model.Underline>({
    type: oneOf('underline'),
    wavy: optional(oneOf(true)),
    children: inlines,
  }),
  warichu: record<model.Warichu>({ type: oneOf('warichu'), children: inlines }),
  indexTerm: record<model.IndexTerm>({
    type: oneOf('indexTerm'),
    term: line,
    reading: optional(line),
    sub: optional(line),
    children: inlines,
  }),
  link: record<model.Link>({ type: oneOf('link'), url: linkAddress, children: inlines }),
  reference: record<model.Reference>({
    type: oneOf('reference'),
    to: oneOf('heading', 'caption'),
    number: integer(1),
    children: inlines,
  }),
  code: record<model.InlineCode>({ type: oneOf('code'), text: text() }),
  math: record<model.InlineMath>({ type: oneOf('math'), tex: text() }),
  ruby: record<model.Ruby>({ type: oneOf('ruby'), base: line, reading: line }),
  noteReference: record<model.NoteReference>({ type: oneOf('noteReference'), noteId: text() }),
  image: record<model.InlineImage>({
    type: oneOf('image'),
    imageId: text(),
    alt: text(),
    title: optional(text()),
  }),
  lineBreak: record<model.LineBreak>({ type: oneOf('lineBreak') }),
});

const listItem = record<model.ListItem>({
  label: optional(label),
  checked: optional(flag()),
  children: blocks,
});

const tableCell = record<model.TableCell>({
  columnSpan: optional(integer(1)),
  rowSpan: optional(integer(1)),
  children: blocks,
});

const block: Shape<model.Block> = union<'type', model.Block>('type', {
  section: record<model.Section>({
    type: oneOf('section'),
    label: optional(label),
    heading: inlines,
    runIn: optional(oneOf(true)),
    children: blocks,
  }),
  paragraph: record<model.Paragraph>({ type: oneOf('paragraph'), children: inlines }),
  list: record<model.List>({ type: oneOf('list'), ordered: flag(), items: list(listItem) }),
  quote: record<model.Quote>({ type: oneOf('quote'), children: blocks, attribution: optional(inlines) }),
  verse: record<model.Verse>({ type: oneOf('verse'), lines: rows }),
  code: record<model.Code>({ type: oneOf('code'), text: text(), language: optional(text()) }),
  math: record<model.MathBlock>({ type: oneOf('math'), tex: text() }),
  table: record<model.Table>({
    type: oneOf('table'),
    caption: optional(inlines),
    headRows: integer(0),
    columns: list(
      record<model.Table['columns'][number]>({ align: optional(oneOf('start', 'center', 'end')) }),
    ),
    rows: list(record<model.Table['rows'][number]>({ cells: list(tableCell) })),
  }),
  figure: record<model.Figure>({
    type: oneOf('figure'),
    imageId: text(),
    alt: text(),
    caption: optional(inlines),
  }),
  break: record<model.Break>({ type: oneOf('break'), text: optional(line) }),
  salutation: record<model.Salutation>({ type: oneOf('salutation'), children: inlines }),
  signature: record<model.Signature>({ type: oneOf('signature'), lines: rows }),
  attachments: record<model.Attachments>({
    type: oneOf('attachments'),
    items: list(record<model.Attachments['items'][number]>({ label: optional(label), children: inlines })),
  }),
});

const image: Shape<ImageJson> = union<'state', ImageJson>('state', {
  present: record<Extract<ImageJson, { state: 'present' }>>({
    state: oneOf('present'),
    mediaType: oneOf('image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml'),
    base64,
    widthPx: integer(1),
    heightPx: integer(1),
  }),
  missing: record<Extract<ImageJson, { state: 'missing' }>>({ state: oneOf('missing'), source: text() }),
});

/** The JSON form of an article; `schemas/article.schema.json` says the same to other programs. */
export const articleShape: Shape<ArticleJson> = record<ArticleJson>({
  schema: oneOf(1),
  language: text(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'a language tag such as zh-Hans'),
  title: optional(line),
  subtitle: optional(line),
  provenance: record<model.Provenance>({
    authors: list(line),
    publishedOn: optional(day),
    sourceName: optional(line),
    sourceUrl: optional(webAddress),
    channel: optional(line),
  }),
  about: optional(
    record<model.About>({
      subjects: optional(list(line)),
      description: optional(line),
      series: optional(
        record<NonNullable<model.About['series']>>({ name: line, position: optional(integer(0)) }),
      ),
    }),
  ),
  lead: blocks,
  parts: list(record<model.Part>({ title: optional(inlines), label: optional(label), children: blocks }), 1),
  notes: list(record<model.Note>({ id: text(), kind: oneOf('footnote', 'endnote'), children: blocks })),
  images: dictionary(image),
});
