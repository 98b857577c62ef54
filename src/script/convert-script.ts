import type { About, Article, Block, Inline, Part, SectionLabel } from '../model/index.js';
import { mapBlockInlines } from '../model/index.js';
import { convertInlines } from './convert-inlines.js';
import { type ConvertText, textConverter } from './convert-text.js';

/**
 * How Chinese may be written: simplified, traditional as in older books, as in Taiwan or Hong Kong, and as in Taiwan with
 * its words too (软件 becomes 軟體).
 */
export const SCRIPTS = ['hans', 'hant', 'tw', 'hk', 'tw-words'] as const;
export type Script = (typeof SCRIPTS)[number];

const LANGUAGES: Readonly<Record<Script, string>> = {
  hans: 'zh-Hans',
  hant: 'zh-Hant',
  tw: 'zh-Hant-TW',
  hk: 'zh-Hant-HK',
  'tw-words': 'zh-Hant-TW',
};

/** Three formats are often made of one article. */
const known = new WeakMap<Article, Map<Script, Article>>();

/**
 * The article written in another way, quotes included, its language marked so; names are converted as all else. Code,
 * formulas and addresses stay. Articles that are not in Chinese come back as they are, and so do simplified ones of which
 * simplified writing is asked. The dictionaries are loaded at the first call.
 */
export async function convertScript(article: Article, script: Script): Promise<Article> {
  if (!/^zh\b/i.test(article.language)) return article;
  if (script === 'hans' && isSimplified(article.language)) return article;
  const seen = known.get(article)?.get(script);
  if (seen) return seen;
  const convert = await textConverter(article.language, script);
  const converted = { ...convertArticle(article, convert), language: LANGUAGES[script] };
  known.set(article, (known.get(article) ?? new Map<Script, Article>()).set(script, converted));
  return converted;
}

const isSimplified = (language: string): boolean => !/-(Hant|TW|HK|MO)\b/i.test(language);

function convertArticle(article: Article, convert: ConvertText): Article {
  const blocks = (given: readonly Block[]): Block[] => given.map((block) => convertBlock(block, convert));
  const { title, subtitle, provenance } = article;
  const { sourceName, channel } = provenance;
  return {
    ...article,
    ...(title !== undefined && { title: convert(title) }),
    ...(subtitle !== undefined && { subtitle: convert(subtitle) }),
    provenance: {
      ...provenance,
      authors: provenance.authors.map(convert),
      ...(sourceName !== undefined && { sourceName: convert(sourceName) }),
      ...(channel !== undefined && { channel: convert(channel) }),
    },
    ...(article.about && { about: convertAbout(article.about, convert) }),
    lead: blocks(article.lead),
    parts: article.parts.map(
      (part): Part => ({
        ...part,
        ...(part.title && { title: convertInlines(part.title, convert) }),
        ...(part.label && { label: convertLabel(part.label, convert) }),
        children: blocks(part.children),
      }),
    ),
    notes: article.notes.map((note) => ({ ...note, children: blocks(note.children) })),
  };
}

function convertAbout({ subjects, description, series }: About, convert: ConvertText): About {
  return {
    ...(subjects && { subjects: subjects.map(convert) }),
    ...(description !== undefined && { description: convert(description) }),
    ...(series && { series: { ...series, name: convert(series.name) } }),
  };
}

function convertBlock(block: Block, convert: ConvertText): Block {
  return withWords(
    mapBlockInlines(block, (inlines: readonly Inline[]) => convertInlines(inlines, convert)),
    convert,
  );
}

/** The words of a block that are no inlines: labels and alternative texts, of the blocks inside it too. */
function withWords(block: Block, convert: ConvertText): Block {
  const inner = (children: readonly Block[]): Block[] => children.map((child) => withWords(child, convert));
  const labelOf = (label: SectionLabel | undefined): { readonly label?: SectionLabel } =>
    label ? { label: convertLabel(label, convert) } : {};
  switch (block.type) {
    case 'section':
      return { ...block, ...labelOf(block.label), children: inner(block.children) };
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({
          ...item,
          ...labelOf(item.label),
          children: inner(item.children),
        })),
      };
    case 'quote':
      return { ...block, children: inner(block.children) };
    case 'table':
      return {
        ...block,
        rows: block.rows.map(({ cells }) => ({
          cells: cells.map((cell) => ({ ...cell, children: inner(cell.children) })),
        })),
      };
    case 'figure':
      return { ...block, alt: convert(block.alt) };
    case 'attachments':
      return { ...block, items: block.items.map((item) => ({ ...item, ...labelOf(item.label) })) };
    default:
      return block;
  }
}

function convertLabel(label: SectionLabel, convert: ConvertText): SectionLabel {
  return { ...label, text: convert(label.text), numeral: convert(label.numeral) };
}
