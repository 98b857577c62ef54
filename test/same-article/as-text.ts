import iconv from 'iconv-lite';
import type { PlainArticle, PlainSection } from './plain-article.js';

/** How a text is laid out, which says nothing about what it means. */
export interface TextLayout {
  readonly blankLines: number;
  readonly indent: string;
  /** Han characters a line, 0 for a paragraph a line. */
  readonly columns: number;
  readonly lineEnd: string;
  readonly encoding: string;
}

export const PLAIN_LAYOUT: TextLayout = {
  blankLines: 1,
  indent: '',
  columns: 0,
  lineEnd: '\n',
  encoding: 'utf8',
};

export function asText(
  { title, opening, sections }: PlainArticle,
  layout: TextLayout = PLAIN_LAYOUT,
): Uint8Array {
  const paragraph = (text: string): string => wrap(layout.indent + text, layout.columns);
  const body = ({ heading, paragraphs }: Omit<PlainSection, 'subsections'>): string[] => [
    layout.indent + heading,
    ...paragraphs.map(paragraph),
  ];
  const blocks = [
    title,
    ...opening.map(paragraph),
    ...sections.flatMap((section) => [...body(section), ...section.subsections.flatMap(body)]),
  ];
  const text = `${blocks.join('\n'.repeat(layout.blankLines + 1))}\n`.replaceAll('\n', layout.lineEnd);
  return iconv.encode(text, layout.encoding, { addBOM: layout.encoding.startsWith('utf16') });
}

/** Lines as wide as so many Han characters; no mark begins one. */
function wrap(text: string, columns: number): string {
  if (columns === 0) return text;
  const lines: string[] = [''];
  let width = 0;
  for (const char of text) {
    const advance = char < '\u2000' ? 0.5 : 1;
    if (width + advance > columns && !/[\uFF0C。\uFF1F”]/u.test(char)) {
      lines.push('');
      width = 0;
    }
    lines[lines.length - 1] += char;
    width += advance;
  }
  return lines.join('\n');
}
