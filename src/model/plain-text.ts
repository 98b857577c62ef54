import type { Article, Block, Inline } from './article.js';

/**
 * The characters a reader sees, without marks of structure. Ruby gives its base, an image its alternative
 * text, a note reference nothing, a line break `\n`,
 * a formula its TeX.
 */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map(inlineText).join('');
}

function inlineText(inline: Inline): string {
  switch (inline.type) {
    case 'text':
    case 'code':
      return inline.text;
    case 'math':
      return inline.tex;
    case 'ruby':
      return inline.base;
    case 'image':
      return inline.alt;
    case 'lineBreak':
      return '\n';
    case 'noteReference':
      return '';
    default:
      return plainText(inline.children);
  }
}

/** The text of a block, paragraphs and cells parted by `\n`; labels of headings and items stand before them. */
export function blockText(block: Block): string {
  switch (block.type) {
    case 'section':
      return [`${block.label?.text ?? ''}${plainText(block.heading)}`, ...block.children.map(blockText)].join(
        '\n',
      );
    case 'paragraph':
    case 'salutation':
      return plainText(block.children);
    case 'list':
      return block.items
        .map((item) => `${item.label?.text ?? ''}${item.children.map(blockText).join('\n')}`)
        .join('\n');
    case 'quote':
      return [
        ...block.children.map(blockText),
        ...(block.attribution ? [plainText(block.attribution)] : []),
      ].join('\n');
    case 'verse':
    case 'signature':
      return block.lines.map(plainText).join('\n');
    case 'code':
      return block.text;
    case 'math':
      return block.tex;
    case 'table':
      return [
        ...(block.caption ? [plainText(block.caption)] : []),
        ...block.rows.flatMap((row) => row.cells.map((cell) => cell.children.map(blockText).join('\n'))),
      ].join('\n');
    case 'figure':
      return block.caption ? plainText(block.caption) : block.alt;
    case 'break':
      return block.text ?? '';
    case 'attachments':
      return block.items.map((item) => `${item.label?.text ?? ''}${plainText(item.children)}`).join('\n');
  }
}

/** The whole text of an article in reading order: lead, parts, then notes. Title and provenance are not in it. */
export function articleText(article: Article): string {
  return [
    ...article.lead.map(blockText),
    ...article.parts.flatMap((part) => [
      ...(part.title ? [`${part.label?.text ?? ''}${plainText(part.title)}`] : []),
      ...part.children.map(blockText),
    ]),
    ...article.notes.flatMap((note) => note.children.map(blockText)),
  ].join('\n');
}
