import { numberNotes } from '../../src/composer/flow/notes.js';
import type { Layout, StructureNode } from '../../src/composer/index.js';
import type { Article, Block, Inline, ListItem } from '../../src/model/index.js';

/** The text of the article's lines in the order of the pages, without blanks. */
export function printedText(layout: Layout): string {
  return withoutBlanks(
    piecesOf(layout)
      .map(({ text }) => text)
      .join(''),
  );
}

/** The same in the order of the tags: what a reader hears. */
export function taggedText({ nodes, ...layout }: Layout): string {
  const own: string[] = nodes.map(() => '');
  for (const { node, text } of piecesOf({ nodes, ...layout })) own[node] += text;
  const children: number[][] = nodes.map(() => []);
  const tops = nodes.flatMap(({ parent }, index) => {
    if (parent >= 0) children[parent]?.push(index);
    return parent < 0 ? [index] : [];
  });
  const read = (node: number): string => own[node] + (children[node] ?? []).map(read).join('');
  return withoutBlanks(tops.map(read).join(''));
}

function piecesOf(layout: Layout): { node: number; text: string }[] {
  return layout.pages.flatMap(({ items }) =>
    items.flatMap((item) => {
      if (item.type !== 'line' || item.node < 0 || !isArticleText(item.node, layout.nodes)) return [];
      const runs = item.line.runs.filter((run) => !run.artifact);
      return [{ node: item.node, text: runs.map((run) => run.text).join('') }];
    }),
  );
}

/** Titles, contents, notes and the index are looked at elsewhere; bullets and 附件 are the layout's own. */
function isArticleText(node: number, nodes: readonly StructureNode[]): boolean {
  for (let at = node; at >= 0; at = nodes[at]?.parent ?? -1) {
    const { role, parent } = nodes[at] as StructureNode;
    if (role === 'Note' || role === 'TOC' || role === 'Title' || role === 'Index') return false;
    if (role === 'Caption' && nodes[parent]?.role === 'L') return false;
  }
  return true;
}

export const withoutBlanks = (text: string): string => text.replace(/[\s\u200B\uFEFF]/g, '');

/** What {@link printedText} must be for an article without title and attribution, told from the model alone. */
export function expectedText(article: Article): string {
  const { numbers } = numberNotes(article);
  const inlines = (children: readonly Inline[]): string => children.map(inline).join('');
  const inline = (node: Inline): string => {
    if (node.type === 'noteReference') return `[${numbers.get(node.noteId)}]`;
    if (node.type === 'image') return isPresent(node.imageId) ? '' : node.alt || '\u25A1';
    if (node.type === 'text' || node.type === 'code') return node.text;
    if (node.type === 'math') return node.tex;
    if (node.type === 'ruby') return node.base;
    return node.type === 'lineBreak' ? '' : inlines(node.children);
  };
  const isPresent = (imageId: string): boolean => article.images[imageId]?.state === 'present';
  const blocks = (children: readonly Block[]): string => children.map((child) => block(child)).join('');
  const item = (node: ListItem, index: number, ordered: boolean, depth: number): string => {
    const number = node.label?.text ?? (ordered ? `${index + 1}.` : '');
    const box = node.checked === undefined ? '' : node.checked ? '\u2611' : '\u2610';
    const label = number + box || ['\u2022', '\u25E6', '\u25AA'][Math.min(depth, 2)];
    return label + node.children.map((child) => block(child, depth + 1)).join('');
  };
  const block = (node: Block, depth: number = 0): string => {
    switch (node.type) {
      case 'section':
        return (node.label?.text ?? '') + inlines(node.heading) + blocks(node.children);
      case 'paragraph':
      case 'salutation':
        return inlines(node.children);
      case 'list':
        return node.items.map((child, index) => item(child, index, node.ordered, depth)).join('');
      case 'quote':
        return blocks(node.children) + (node.attribution ? `\u2014\u2014${inlines(node.attribution)}` : '');
      case 'verse':
      case 'signature':
        return node.lines.map(inlines).join('');
      case 'code':
        return node.text;
      case 'math':
        return node.tex;
      case 'table':
        return (
          inlines(node.caption ?? []) +
          node.rows.flatMap((row) => row.cells.map((cell) => blocks(cell.children))).join('')
        );
      case 'figure':
        if (isPresent(node.imageId)) return node.caption ? inlines(node.caption) : node.alt;
        return node.alt + inlines(node.caption ?? []);
      case 'break':
        return node.text ?? '';
      case 'attachments':
        return node.items.map((child) => (child.label?.text ?? '') + inlines(child.children)).join('');
    }
  };
  const parts = article.parts.map((part) => {
    const title = part.title ? (part.label?.text ?? '') + inlines(part.title) : '';
    return title + blocks(part.children);
  });
  return withoutBlanks(blocks(article.lead) + parts.join(''));
}
