import type { Code, Heading, List, Node, Paragraph, RootContent, Table } from 'mdast';
import type { DraftBlock, DraftList, DraftTable } from '../../model/index.js';
import { plainText } from '../../model/index.js';
import { refuseGiantLine } from '../decoded.js';
import { trimInlines } from '../inlines.js';
import type { DocumentContext } from './document-context.js';
import { toHtmlBlocks } from './html-block.js';
import { toLineOrFigures } from './lone-figures.js';
import { toInlines } from './phrasing.js';

/** `{#anchor}` after a heading, as several site generators write it; it names a place and is no text. */
const HEADING_ANCHOR = /[ \t]*\{#[^\s{}]{1,200}\}$/u;

/** The blocks of a Markdown document, quote or item, in order. */
export function toBlocks(nodes: readonly RootContent[], context: DocumentContext): DraftBlock[] {
  let previousEnd = 0;
  return nodes.flatMap((node) => {
    const line = lineOf(node);
    const blankLinesBefore = previousEnd === 0 ? 0 : Math.max(0, line - previousEnd - 1);
    previousEnd = node.position?.end.line ?? line;
    context.line = line;
    return toBlock(node, line, blankLinesBefore, context);
  });
}

function toBlock(
  node: RootContent,
  line: number,
  blankLinesBefore: number,
  context: DocumentContext,
): DraftBlock[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return toLine(node, line, blankLinesBefore, context);
    case 'list':
      return [toList(node, line, context)];
    case 'blockquote':
      return [{ type: 'quote', children: toBlocks(node.children, context), line }];
    case 'code':
      return [toCode(node, line, context)];
    case 'table':
      return isTooRagged(node) ? toRowLines(node, context) : [toTable(node, line, context)];
    case 'thematicBreak':
      return [{ type: 'rule', line }];
    case 'html':
      return toHtmlBlocks(node.value, line, blankLinesBefore, context);
    // Definitions and notes are read where they are referred to.
    default:
      return [];
  }
}

function toLine(
  node: Paragraph | Heading,
  line: number,
  blankLinesBefore: number,
  context: DocumentContext,
): DraftBlock[] {
  const { inlines, indentEm } = trimInlines(toInlines(node.children, context));
  refuseGiantLine(plainText(inlines).length, line);
  const facts = { line, indentEm, blankLinesBefore };
  if (node.type === 'paragraph') return toLineOrFigures(inlines, facts);
  const last = inlines.at(-1);
  if (last?.type === 'text' && HEADING_ANCHOR.test(last.text)) {
    context.addRepair('heading-anchor');
    const text = last.text.replace(HEADING_ANCHOR, '');
    inlines.splice(-1, 1, ...(text === '' ? [] : [{ type: 'text' as const, text }]));
  }
  return toLineOrFigures(inlines, { ...facts, headingLevel: node.depth });
}

function toList(node: List, line: number, context: DocumentContext): DraftList {
  return {
    type: 'list',
    ordered: node.ordered === true,
    ...(node.ordered && node.start != null && { start: node.start }),
    items: node.children.map((item) => ({
      line: lineOf(item),
      ...(item.checked != null && { checked: item.checked }),
      children: toBlocks(item.children, context),
    })),
    line,
  };
}

/** The info string may go on after the language: `rust,ignore`, `js {1,3}`. */
function toCode(node: Code, line: number, context: DocumentContext): DraftBlock {
  const language = node.lang?.match(/^[^\s,{:]+/)?.[0];
  return { type: 'code', text: context.clean(node.value), ...(language && { language }), line };
}

const ALIGN = { left: 'start', center: 'center', right: 'end' } as const;

function toTable(node: Table, line: number, context: DocumentContext): DraftTable {
  const width = widthOf(node.children);
  return {
    type: 'table',
    headRows: 1,
    columns: Array.from({ length: width }, (_, column) => {
      const align = node.align?.[column];
      return align ? { align: ALIGN[align] } : {};
    }),
    rows: node.children.map((row) => ({
      cells: Array.from({ length: width }, (_, column) => {
        const { inlines } = trimInlines(toInlines(row.children[column]?.children ?? [], context));
        const facts = { line: lineOf(row), indentEm: 0, blankLinesBefore: 0 };
        return {
          children: inlines.length === 0 ? [] : [{ type: 'line', unit: 'paragraph', inlines, ...facts }],
        };
      }),
    })),
    line,
  };
}

/** More blank cells than this, and nine for each that is written, are no table but a way to fill the memory. */
const MOST_BLANK_CELLS = 10_000;

/** Whether rows shorter than the longest one would have to be filled up with blanks beyond all measure. */
function isTooRagged({ children: rows }: Table): boolean {
  const written = rows.reduce((sum, row) => sum + row.children.length, 0);
  const blank = rows.length * widthOf(rows) - written;
  return blank > Math.max(MOST_BLANK_CELLS, 9 * written);
}

/** The rows as lines, cells parted by a wide space. */
function toRowLines({ children: rows }: Table, context: DocumentContext): DraftBlock[] {
  const values = { rows: rows.length, columns: widthOf(rows) };
  context.diagnostics.push({ code: 'table-too-ragged', values, line: context.line });
  return rows.flatMap((row) => {
    const cells = row.children.map((cell) => toInlines(cell.children, context));
    const joined = cells.flatMap((cell, index) =>
      index === 0 ? cell : [{ type: 'text' as const, text: '\u3000' }, ...cell],
    );
    const { inlines, indentEm } = trimInlines(joined);
    return toLineOrFigures(inlines, { line: lineOf(row), indentEm, blankLinesBefore: 0 });
  });
}

function widthOf(rows: Table['children']): number {
  return rows.reduce((most, row) => Math.max(most, row.children.length), 0);
}

function lineOf(node: Node): number {
  return node.position?.start.line ?? 1;
}
