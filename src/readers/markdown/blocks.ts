import type {
  Blockquote,
  Code,
  Heading,
  List,
  Node,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast';
import type { DraftBlock, DraftList, DraftTable, Inline } from '../../model/index.js';
import { plainText } from '../../model/index.js';
import { refuseGiantLine } from '../decoded.js';
import { trimInlines } from '../inlines.js';
import { boxFence, type FlowItem, groupContainers, headOf, isBox } from './containers.js';
import type { DocumentContext } from './document-context.js';
import { gluedHeading } from './glued-heading.js';
import { toHtmlBlocks } from './html-block.js';
import { isIndentedProse, proseLines } from './indented-prose.js';
import { toLineOrFigures } from './lone-figures.js';
import { texOf } from './math.js';
import { splitParagraph } from './paragraph-lines.js';
import { parseMarkdown } from './parse.js';
import { cleanInlines, toInlines, toRawInlines } from './phrasing.js';
import { siteTagInlines, siteTagsIn } from './site-tags.js';
import type { NotationNode } from './syntax-tree.js';

/** `{#anchor}` after a heading, as several site generators write it; it names a place and is no text. */
const HEADING_ANCHOR = /[ \t]*\{#[^\s{}]{1,200}\}$/u;

/** The blocks of a Markdown document, quote or item, in order. */
export function toBlocks(nodes: readonly RootContent[], context: DocumentContext): DraftBlock[] {
  return itemsToBlocks(groupContainers(nodes), context);
}

function itemsToBlocks(items: readonly FlowItem[], context: DocumentContext): DraftBlock[] {
  let previousEnd = 0;
  return items.flatMap((item, index) => {
    if (item.type === 'container')
      return toBox(item, item.line, itemsToBlocks(item.children, context), context);
    const line = lineOf(item);
    const blankLinesBefore = previousEnd === 0 ? 0 : Math.max(0, line - previousEnd - 1);
    previousEnd = item.position?.end.line ?? line;
    context.line = line;
    if (isUnderAdmonition(item, items[index - 1])) return [];
    if (item.type === 'notation') return toNotation(item, items[index + 1], context);
    return toBlock(item, line, blankLinesBefore, context);
  });
}

function toBlock(
  node: Exclude<RootContent, { type: 'notation' }>,
  line: number,
  blankLinesBefore: number,
  context: DocumentContext,
): DraftBlock[] {
  switch (node.type) {
    case 'paragraph':
      return toParagraph(node, { line, blankLinesBefore }, context);
    case 'heading':
      return toHeading(node, { line, blankLinesBefore }, context);
    case 'list':
      return [toList(node, line, context)];
    case 'blockquote':
      return toQuote(node, line, context);
    case 'code':
      return toCode(node, line, blankLinesBefore, context);
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

/** Marks of boxes and orders to a site generator are no text; a formula is a block. */
function toNotation(node: NotationNode, next: FlowItem | undefined, context: DocumentContext): DraftBlock[] {
  const line = lineOf(node);
  if (node.name === 'math') return [{ type: 'math', tex: context.clean(texOf(node.value)), line }];
  if (node.name === 'admonition' || node.name === 'container') {
    const head = headOf(node.value);
    const isBody = node.name === 'admonition' && isUnderAdmonition(next, node);
    const children = isBody && next?.type === 'code' ? parsedAgain(next, context) : [];
    return toBox(head, line, children, context);
  }
  const inlines = siteTagsIn(node.value).flatMap((tag) => siteTagInlines(tag, context));
  return toLineOrFigures(cleanInlines(inlines, context), { line, indentEm: 0, blankLinesBefore: 0 });
}

/** The body of `!!! note` is indented, which is code to Markdown. */
function isUnderAdmonition(item: FlowItem | undefined, above: FlowItem | undefined): boolean {
  return (
    item?.type === 'code' && item.lang == null && above?.type === 'notation' && above.name === 'admonition'
  );
}

/** Blocks inside what the parser took for code. Line numbers are those of the code's start. */
function parsedAgain(node: Code, context: DocumentContext): DraftBlock[] {
  if (context.depth >= MOST_PARSED_AGAIN)
    return [{ type: 'code', text: context.clean(node.value), line: lineOf(node) }];
  context.depth += 1;
  const blocks = toBlocks(parseMarkdown(node.value).children, context);
  context.depth -= 1;
  return blocks;
}

const MOST_PARSED_AGAIN = 8;

/** A box in the text is a quote; its title, when the author gave one, stands first in it. */
function toBox(
  head: { readonly kind: string; readonly title: string },
  line: number,
  children: readonly DraftBlock[],
  context: DocumentContext,
): DraftBlock[] {
  context.addRepair('container-mark');
  const title = toTitle(head.title, line, context);
  if (children.length === 0) return title;
  return isBox(head) ? [{ type: 'quote', children: [...title, ...children], line }] : [...title, ...children];
}

function toTitle(title: string, line: number, context: DocumentContext): DraftBlock[] {
  const text = context.clean(title).trim();
  if (text === '') return [];
  const inlines = [{ type: 'strong', children: [{ type: 'text', text }] }] as const;
  return toLineOrFigures(inlines, { line, indentEm: 0, blankLinesBefore: 0 });
}

/** `[!NOTE] 标题` at the head of a quote, of GitHub and Obsidian. */
const ALERT = /^\[!([A-Za-z][\w-]{0,30})\][+-]?[ \t]*([^\n]*)(?:\n|$)/;

function toQuote(node: Blockquote, line: number, context: DocumentContext): DraftBlock[] {
  const [first, ...others] = node.children;
  const [text, ...rest] = first?.type === 'paragraph' ? first.children : [];
  const [whole, kind = '', title = ''] = (text?.type === 'text' && ALERT.exec(text.value)) || [];
  if (whole === undefined || text?.type !== 'text' || first?.type !== 'paragraph') {
    return [{ type: 'quote', children: toBlocks(node.children, context), line }];
  }
  const below: PhrasingContent[] = [{ ...text, value: text.value.slice(whole.length) }, ...rest];
  const children = toBlocks([{ ...first, children: below }, ...others], context);
  return toBox(
    { kind: isBox({ kind: kind.toLowerCase() }) ? kind.toLowerCase() : '', title },
    line,
    children,
    context,
  );
}

interface Place {
  readonly line: number;
  readonly blankLinesBefore: number;
}

function toParagraph(node: Paragraph, place: Place, context: DocumentContext): DraftBlock[] {
  const [only] = node.children;
  if (node.children.length === 1 && only?.type === 'notation' && only.name === 'math') {
    if (only.value.startsWith('$$') || only.value.startsWith('\\['))
      return [{ type: 'math', tex: context.clean(texOf(only.value)), line: place.line }];
  }
  const inlines = toRawInlines(node.children, context);
  const glued = gluedHeading(inlines, context.gluesHeadings);
  if (!glued) return toLines(inlines, place, context);
  context.addRepair('heading-space');
  return [
    ...toLine(glued.heading, { ...place, headingLevel: glued.level }, context),
    ...toLines(glued.rest, { line: place.line + 1, blankLinesBefore: 0 }, context),
  ];
}

function toLines(inlines: readonly Inline[], place: Place, context: DocumentContext): DraftBlock[] {
  return splitParagraph(inlines).flatMap(({ inlines: content, cause }, index) => {
    if (cause) context.addRepair(cause);
    return toLine(content, index === 0 ? place : { ...place, blankLinesBefore: 0 }, context);
  });
}

function toLine(
  raw: readonly Inline[],
  facts: Place & { readonly headingLevel?: number },
  context: DocumentContext,
): DraftBlock[] {
  const { inlines, indentEm } = trimInlines(cleanInlines(raw, context));
  refuseGiantLine(plainText(inlines).length, facts.line);
  return toLineOrFigures(inlines, { ...facts, indentEm });
}

/** A paragraph of prose with a line of `-` right below it: its author wanted a rule, and Markdown makes it a heading. */
const PROSE_END = /[\u3002\uFF01\uFF1F\uFF1B\uFF1A\uFF0C\u3001\u2026](?:[”’」』\uFF09])?\s*$/;
const LONGEST_UNDERLINED = 50;

function toHeading(node: Heading, place: Place, context: DocumentContext): DraftBlock[] {
  const raw = toRawInlines(node.children, context);
  const text = plainText(raw);
  const isUnderlined = context.source.charAt(node.position?.start.offset ?? 0) !== '#';
  const isProse =
    PROSE_END.test(text) || (HAN.test(text) && (text.includes('\n') || text.length > LONGEST_UNDERLINED));
  if (isUnderlined && isProse) {
    context.addRepair('underlined-prose');
    return [...toLines(raw, place, context), { type: 'rule', line: node.position?.end.line ?? place.line }];
  }
  const inlines = [...raw];
  const last = inlines.at(-1);
  if (last?.type === 'text' && HEADING_ANCHOR.test(last.text)) {
    context.addRepair('heading-anchor');
    inlines.splice(-1, 1, { type: 'text', text: last.text.replace(HEADING_ANCHOR, '') });
  }
  return toLine(inlines, { ...place, headingLevel: node.depth }, context);
}

const HAN = /\p{Script=Han}/u;

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
function toCode(node: Code, line: number, blankLinesBefore: number, context: DocumentContext): DraftBlock[] {
  const language = node.lang?.match(/^[^\s,{:]+/)?.[0];
  if (language === 'math') return [{ type: 'math', tex: context.clean(node.value), line }];
  const box = boxFence(node);
  if (box) return toBox(box, line, parsedAgain(node, context), context);
  if (isIndentedProse(node, context.source)) {
    context.addRepair('indented-prose');
    return proseLines(node, blankLinesBefore, context);
  }
  return [{ type: 'code', text: context.clean(node.value), ...(language && { language }), line }];
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
