import type { Diagnostic } from '../../diagnostics.js';
import type { DraftBlock, DraftFigure, DraftLine, DraftList, DraftTable, Inline } from '../../model/index.js';
import { isDataBlock } from './data-lines.js';
import { hasNoText, isElement, namesOf } from './elements.js';
import { isHidden } from './inline-style.js';
import { printedLabel } from './list-styles.js';
import { isLayout, type MarkedTable, readMarkedTable, toDraftTable } from './tables.js';
import { type TermPair, termPairs } from './term-pairs.js';
import { attribute, childrenOf, detach, type HtmlElement } from './tree.js';

/** Reads what is inside an element as blocks of their own. */
type InnerReader = (element: HtmlElement) => DraftBlock[];
type Report = (diagnostic: Diagnostic) => void;

const LIST_TAGS: ReadonlySet<string> = new Set(['ul', 'ol', 'menu', 'dir']);

/** Boxes of a picture with its caption that are no `<figure>`: WordPress, MediaWiki. */
const PICTURE_BOX =
  /(?:^|\s)(?:wp-caption|thumbinner|image-package|img-box|pic-box|lemma-picture|text-pic)(?:\s|$)/;
const CAPTION =
  /(?:^|\s)(?:wp-caption-text|thumbcaption|image-caption|img-caption|pic-caption|pic-desc|img-desc|description|caption)(?:\s|$)/;

/** The blocks of an element that holds blocks in an order of its own; undefined for one that only parts lines. */
export function readNestedBlocks(
  element: HtmlElement,
  inner: InnerReader,
  report: Report,
): DraftBlock[] | undefined {
  if (LIST_TAGS.has(element.tag)) return isDataBlock(element) ? undefined : readLists(element, inner);
  if (element.tag === 'blockquote') {
    const children = inner(element);
    return children.length === 0 ? [] : [{ type: 'quote', children, line: element.line }];
  }
  if (element.tag === 'dl') {
    const pairs = termPairs(element);
    return pairs.length === 0 ? undefined : [pairTable(pairs, element.line, inner)];
  }
  if (element.tag === 'figure' || PICTURE_BOX.test(namesOf(element))) return readFigure(element, inner);
  if (element.tag !== 'table') return undefined;
  const table = readMarkedTable(element);
  return isLayout(table) || isDataBlock(element) ? undefined : readTable(table, inner, report);
}

/** A list; several where an item says that the count goes on elsewhere. */
function readLists(element: HtmlElement, inner: InnerReader): DraftBlock[] {
  const ordered = element.tag === 'ol';
  const lists: (DraftList & { items: DraftList['items'][number][] })[] = [];
  let number = integer(attribute(element, 'start')) ?? 1;
  for (const item of childrenOf(element)) {
    if (item.type === 'text' || hasNoText(item) || isHidden(item)) continue;
    const children = inner(item);
    if (children.length === 0) continue;
    const value = ordered ? integer(attribute(item, 'value')) : undefined;
    if (lists.length === 0 || (value !== undefined && value !== number)) {
      number = value ?? number;
      lists.push({ type: 'list', ordered, ...(ordered && { start: number }), items: [], line: item.line });
    }
    const checked = checkedOf(item);
    const label = ordered ? printedLabel(element, item, number) : undefined;
    lists.at(-1)?.items.push({
      line: item.line,
      ...(label && { label }),
      ...(checked !== undefined && { checked }),
      children,
    });
    number += 1;
  }
  return lists;
}

function integer(value: string | undefined): number | undefined {
  return value !== undefined && /^\s*-?\d{1,6}\s*$/.test(value) ? Number(value) : undefined;
}

/** State of the box that a task begins with. */
function checkedOf(item: HtmlElement): boolean | undefined {
  for (const node of childrenOf(item)) {
    if (node.type === 'text' && node.text.trim() !== '') return undefined;
    if (node.type === 'text') continue;
    if (node.tag === 'input')
      return attribute(node, 'type') === 'checkbox' ? attribute(node, 'checked') !== undefined : undefined;
    return node.tag === 'p' || node.tag === 'label' ? checkedOf(node) : undefined;
  }
  return undefined;
}

/** A table with its caption as a line above; undefined for one that is to be set as lines. */
function readTable(table: MarkedTable, inner: InnerReader, report: Report): DraftBlock[] | undefined {
  const draft = toDraftTable(table, inner);
  if (!draft) {
    const values = { rows: table.rows.length, columns: table.rows[0]?.cells.length ?? 0 };
    report({ code: 'table-too-ragged', values, line: table.element.line });
    return undefined;
  }
  const caption = table.caption ? inner(table.caption) : [];
  const isOne = caption.length === 1;
  return [
    ...caption.map((block): DraftBlock => {
      if (block.type !== 'line') return block;
      return { ...block, align: 'center', ...(isOne && { tableCaption: true }) };
    }),
    draft,
  ];
}

/** Names with their values, as encyclopaedias print them in a box. */
function pairTable(pairs: readonly TermPair[], line: number, inner: InnerReader): DraftTable {
  const rows = pairs.map((pair) => ({ cells: pair.map((element) => ({ children: inner(element) })) }));
  return { type: 'table', headRows: 0, columns: [{}, {}], rows, line };
}

/** Pictures with the caption of the last; a figure of something else as its blocks and a line. */
function readFigure(element: HtmlElement, inner: InnerReader): DraftBlock[] {
  const caption = [...childrenOf(element)].find(isCaption);
  const standsFirst =
    caption !== undefined && caption === [...childrenOf(element)].find((node) => isElement(node));
  // taken out, so that it is read once: captions may hold figures
  if (caption) detach(caption);
  const blocks = inner(element);
  const captions = caption ? inner(caption) : [];
  const lines = captions.filter((block): block is DraftLine => block.type === 'line');
  const figures = blocks.filter((block): block is DraftFigure => block.type === 'figure');
  const last = figures.at(-1);
  const isOnlyText = lines.length === captions.length && figures.length === blocks.length;
  if (!last || lines.length === 0 || !isOnlyText)
    return standsFirst ? [...captions, ...blocks] : [...blocks, ...captions];
  return figures.map((figure) => (figure === last ? { ...figure, caption: joinLines(lines) } : figure));
}

function isCaption(node: Parameters<typeof isElement>[0]): node is HtmlElement {
  return isElement(node) && (node.tag === 'figcaption' || CAPTION.test(namesOf(node)));
}

/** The lines of a caption as one. */
function joinLines(lines: readonly DraftLine[]): Inline[] {
  return lines.flatMap(({ inlines }, index) =>
    index === 0 ? inlines : [{ type: 'text' as const, text: ' ' }, ...inlines],
  );
}
