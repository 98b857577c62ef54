import {
  type Article,
  type Block,
  blockText,
  type Inline,
  type List,
  plainText,
  type Section,
  type SectionLabel,
  type Table,
} from './model/index.js';

/** A stretch of a text that is more than text; offsets count UTF-16 units of the `text` beside it. */
export type InspectedInline = { readonly start: number; readonly end: number } & (
  | { readonly type: 'strong' | 'emphasis' | 'strike' | 'warichu' | 'code' | 'math' | 'lineBreak' }
  | { readonly type: 'underline'; readonly wavy?: true }
  | {
      readonly type: 'indexTerm';
      readonly term: string;
      readonly reading?: string;
      readonly sub?: string;
    }
  | { readonly type: 'link'; readonly url: string }
  | { readonly type: 'ruby'; readonly reading: string }
  | { readonly type: 'noteReference'; readonly noteId: string }
  | { readonly type: 'image'; readonly alt: string; readonly title?: string; readonly image: InspectedImage }
);

/** A picture: what it is, or the address of one that could not be read. */
export type InspectedImage =
  | {
      readonly state: 'present';
      readonly mediaType: string;
      readonly widthPx: number;
      readonly heightPx: number;
      readonly byteLength: number;
    }
  | { readonly state: 'missing'; readonly source: string };

export interface WithText {
  readonly text: string;
  readonly inlines?: readonly InspectedInline[];
}

/** A block, laid flat: a section is a heading followed by its blocks, a list one item after another. */
export type InspectedBlock = WithText &
  (
    | {
        readonly type: 'heading';
        /** 1 is the top heading of the article or of the part. */
        readonly level: number;
        readonly label: SectionLabel | null;
        /** The next paragraph goes on in the heading's own line. */
        readonly runIn?: true;
      }
    | { readonly type: 'paragraph' | 'salutation' | 'break' | 'math' }
    | {
        readonly type: 'listItem';
        /** 1 is an item of an outer list. */
        readonly depth: number;
        readonly ordered: boolean;
        readonly label: SectionLabel | null;
        readonly checked?: boolean;
        /** What the item holds beside its first paragraph and its inner lists. */
        readonly blocks?: readonly InspectedBlock[];
      }
    | {
        readonly type: 'quote';
        readonly blocks: readonly InspectedBlock[];
        readonly attribution: string | null;
      }
    | { readonly type: 'verse' | 'signature'; readonly lines: readonly WithText[] }
    | { readonly type: 'code'; readonly language: string | null }
    | InspectedTable
    | {
        readonly type: 'figure';
        readonly alt: string;
        readonly caption: string | null;
        readonly image: InspectedImage;
      }
    | {
        readonly type: 'attachments';
        readonly items: readonly (WithText & { readonly label: SectionLabel | null })[];
      }
  );

export interface InspectedTable {
  readonly type: 'table';
  readonly caption: string | null;
  readonly headRows: number;
  readonly columns: readonly { readonly align: 'start' | 'center' | 'end' | null }[];
  readonly rows: readonly (readonly InspectedCell[])[];
}

export interface InspectedCell extends WithText {
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  /** Present when the cell holds more than one plain paragraph. */
  readonly blocks?: readonly InspectedBlock[];
}

type Images = Article['images'];

/** Lays blocks flat, in reading order. */
export function inspectBlocks(blocks: readonly Block[], images: Images): InspectedBlock[] {
  return new BlockInspector(images).blocks(blocks, 1);
}

/** The text of inlines with what stands in it. */
export function inspectText(inlines: readonly Inline[], images: Images): WithText {
  const found: InspectedInline[] = [];
  collect(inlines, 0, images, found);
  return { text: plainText(inlines), ...(found.length > 0 && { inlines: found }) };
}

class BlockInspector {
  readonly #images: Images;

  constructor(images: Images) {
    this.#images = images;
  }

  blocks(blocks: readonly Block[], level: number): InspectedBlock[] {
    return blocks.flatMap((block) => {
      if (block.type === 'section') return this.#section(block, level);
      if (block.type === 'list') return this.#list(block, 1);
      return [this.#block(block)];
    });
  }

  #section(section: Section, level: number): InspectedBlock[] {
    const heading: InspectedBlock = {
      type: 'heading',
      level,
      label: section.label ?? null,
      ...(section.runIn && { runIn: true }),
      ...inspectText(section.heading, this.#images),
    };
    return [heading, ...this.blocks(section.children, level + 1)];
  }

  #list(list: List, depth: number): InspectedBlock[] {
    return list.items.flatMap((item) => {
      const [first, ...others] = item.children;
      const paragraph = first?.type === 'paragraph' ? first : undefined;
      const rest = paragraph ? others : item.children;
      const inner = rest.filter((block) => block.type === 'list');
      const blocks = this.blocks(
        rest.filter((block) => block.type !== 'list'),
        1,
      );
      return [
        {
          type: 'listItem',
          depth,
          ordered: list.ordered,
          label: item.label ?? null,
          ...(item.checked !== undefined && { checked: item.checked }),
          ...inspectText(paragraph?.children ?? [], this.#images),
          ...(blocks.length > 0 && { blocks }),
        },
        ...inner.flatMap((innerList) => this.#list(innerList, depth + 1)),
      ];
    });
  }

  #block(block: Exclude<Block, Section | List>): InspectedBlock {
    const text = blockText(block);
    switch (block.type) {
      case 'paragraph':
      case 'salutation':
        return { type: block.type, ...inspectText(block.children, this.#images) };
      case 'break':
        return { type: 'break', text };
      case 'quote': {
        const attribution = block.attribution ? plainText(block.attribution) : null;
        return { type: 'quote', text, blocks: this.blocks(block.children, 1), attribution };
      }
      case 'verse':
      case 'signature':
        return {
          type: block.type,
          text,
          lines: block.lines.map((line) => inspectText(line, this.#images)),
        };
      case 'code':
        return { type: 'code', text, language: block.language ?? null };
      case 'math':
        return { type: 'math', text };
      case 'table':
        return this.#table(block);
      case 'figure':
        return {
          type: 'figure',
          text,
          alt: block.alt,
          caption: block.caption ? plainText(block.caption) : null,
          image: inspectImage(block.imageId, this.#images),
        };
      case 'attachments':
        return {
          type: 'attachments',
          text,
          items: block.items.map(({ label, children }) => ({
            label: label ?? null,
            ...inspectText(children, this.#images),
          })),
        };
    }
  }

  #table(table: Table): InspectedBlock {
    const rows = table.rows.map(({ cells }) => cells.map((cell) => this.#cell(cell)));
    return {
      type: 'table',
      text: rows.map((cells) => cells.map(({ text }) => text).join('\t')).join('\n'),
      caption: table.caption ? plainText(table.caption) : null,
      headRows: table.headRows,
      columns: table.columns.map(({ align }) => ({ align: align ?? null })),
      rows,
    };
  }

  #cell({ columnSpan, rowSpan, children }: Table['rows'][number]['cells'][number]): InspectedCell {
    const [only, second] = children;
    const isPlain = second === undefined && (only === undefined || only.type === 'paragraph');
    return {
      ...(isPlain
        ? inspectText(only?.children ?? [], this.#images)
        : { text: children.map(blockText).join('\n'), blocks: this.blocks(children, 1) }),
      ...(columnSpan !== undefined && { columnSpan }),
      ...(rowSpan !== undefined && { rowSpan }),
    };
  }
}

/** Appends what stands in `inlines`, outer before inner; returns the offset after them. */
function collect(
  inlines: readonly Inline[],
  start: number,
  images: Images,
  found: InspectedInline[],
): number {
  let offset = start;
  for (const inline of inlines) {
    const end = offset + plainText([inline]).length;
    const described = describe(inline, { start: offset, end }, images);
    if (described) found.push(described);
    if ('children' in inline) collect(inline.children, offset, images, found);
    offset = end;
  }
  return offset;
}

function describe(
  inline: Inline,
  span: { readonly start: number; readonly end: number },
  images: Images,
): InspectedInline | undefined {
  switch (inline.type) {
    case 'text':
    // found for printing alone, by the numbers that the text says
    case 'reference':
      return undefined;
    case 'link':
      return { type: 'link', ...span, url: inline.url };
    case 'underline':
      return { type: 'underline', ...span, ...(inline.wavy && { wavy: true }) };
    case 'indexTerm': {
      const { children: _, type, ...entry } = inline;
      return { type, ...span, ...entry };
    }
    case 'ruby':
      return { type: 'ruby', ...span, reading: inline.reading };
    case 'noteReference':
      return { type: 'noteReference', ...span, noteId: inline.noteId };
    case 'image': {
      const { alt, title } = inline;
      const image = inspectImage(inline.imageId, images);
      return { type: 'image', ...span, alt, ...(title !== undefined && { title }), image };
    }
    default:
      return { type: inline.type, ...span };
  }
}

function inspectImage(imageId: string, images: Images): InspectedImage {
  const asset = images[imageId];
  if (asset?.state !== 'present') return { state: 'missing', source: asset?.source ?? imageId };
  const { mediaType, widthPx, heightPx, bytes } = asset;
  return { state: 'present', mediaType, widthPx, heightPx, byteLength: bytes.length };
}
