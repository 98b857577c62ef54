import { gatherEntries, type IndexEntry, type IndexTerm, sortIndex } from '../../model/index.js';
import { lengthAcross, type PageSetup, type StyleName } from '../../style/index.js';
import type { InlineItem, TextLook } from '../inline.js';
import type { TermPage } from '../page.js';
import type { FlowBlock } from './flow-block.js';
import { acrossColumns, cellOf, type FlowContext, insideStyle, lookOf, settingsOf } from './flow-context.js';
import { blank } from './inline-items.js';
import { composeLines, sliceLines, styledBlock } from './set-lines.js';
import { joint, linksOf, type TermLink } from './term-pages.js';

/** Place of the index itself. */
export const INDEX_PLACE = 'index';

/** Between two columns of the index, and the least that one holds, in body cells. */
const GAP_CELLS = 2;
const LEAST_CELLS = 8;
/** Lines of an entry that turn over, and between a term and its first page, in ems of the style. */
const TURN_EM = 2;
const PAGES_GAP_EM = 1;

export interface IndexColumns {
  readonly count: number;
  readonly measurePt: number;
  readonly gapPt: number;
  readonly rule: boolean;
}

/** Columns of whole cells for the index, as many as the template asks for and the page has room for. */
export function indexColumns(page: PageSetup, wished: number): IndexColumns {
  const { cellPt, columns } = page;
  const acrossPt = lengthAcross(page);
  const room = Math.floor((acrossPt / cellPt + GAP_CELLS) / (LEAST_CELLS + GAP_CELLS));
  const count = Math.max(1, Math.min(wished, room));
  if (count === 1) return { count, measurePt: acrossPt, gapPt: 0, rule: false };
  const cells = Math.floor((acrossPt / cellPt - (count - 1) * GAP_CELLS) / count + 1e-6);
  const measurePt = cells * cellPt;
  return { count, measurePt, gapPt: (acrossPt - count * measurePt) / (count - 1), rule: columns.rule };
}

/**
 * The index of terms, on a page of its own.
 *
 * @param termPages The page of each place of a mark.
 */
export function flowIndex(
  context: FlowContext,
  columns: IndexColumns,
  termPages: ReadonlyMap<string, TermPage>,
): FlowBlock[] {
  const { sheet, article, termNumbers, tree } = context.document;
  const node = tree.add('Index', context.node);
  const inner = { ...context, node, measurePt: columns.measurePt };
  const pages = (marks: readonly IndexTerm[]): TermLink[] => linksOf(marks, termNumbers, termPages);
  const groups = sortIndex(gatherEntries(termNumbers.keys()), article.language);
  const { title } = sheet.index;
  const across = { ...acrossColumns(context), node };
  const top = title === '' ? [] : [setPlain(title, 'index-title', across, { spans: true })];
  const apart = sheet.styles['index-head'].spaceBeforeLines;
  const blocks = groups.flatMap(({ head, entries }, index) => {
    const first = setPlain(head, 'index-head', inner, { spaceBefore: 0 });
    const list = { ...inner, node: tree.add('L', node) };
    const group = [first, ...setEntries(entries, 'index-1', list, pages)];
    return index === groups.length - 1 ? group : withSpaceAfter(group, apart);
  });
  return [...top, ...blocks].map((block, index) => (index === 0 ? openPage(block) : block));
}

/** The space above a head belongs to the group before it, so that columns begin level, be it with heads or entries. */
function withSpaceAfter(group: readonly FlowBlock[], spaceLines: number): FlowBlock[] {
  return group.map((block, index) =>
    index === group.length - 1 ? { ...block, spaceAfter: Math.max(block.spaceAfter, spaceLines) } : block,
  );
}

function openPage(block: FlowBlock): FlowBlock {
  const [first, ...rest] = block.slices;
  const pageBreak = block.pageBreak === 'odd' ? 'odd' : 'page';
  const slices = first ? [{ ...first, places: [INDEX_PLACE] }, ...rest] : rest;
  return { ...block, pageBreak, slices };
}

/** The title, or what stands over a group. */
function setPlain(text: string, name: StyleName, context: FlowContext, more: Partial<FlowBlock>): FlowBlock {
  const { document } = context;
  const style = document.sheet.styles[name];
  const room = insideStyle(context, style);
  const node = document.tree.add('P', context.node);
  const items: InlineItem[] = [{ type: 'text', text, look: lookOf(style) }];
  const lines = composeLines(items, settingsOf(room, style, { hyphenate: false }), document);
  return styledBlock(sliceLines(lines, room, style, node), style, document, {
    ...more,
    cut: 'nowhere',
    isSnug: true,
    keepWithNext: true,
  });
}

type PagesOf = (marks: readonly IndexTerm[]) => TermLink[];

function setEntries(
  entries: readonly IndexEntry[],
  name: 'index-1' | 'index-2',
  context: FlowContext,
  pages: PagesOf,
): FlowBlock[] {
  const { tree } = context.document;
  return entries.flatMap((entry) => {
    const body = { ...context, node: tree.add('LBody', tree.add('LI', context.node)) };
    const block = setEntry(entry, name, body, pages(entry.marks));
    if (entry.subs.length === 0) return [block];
    const list = { ...body, node: tree.add('L', body.node) };
    return [{ ...block, keepWithNext: true }, ...setEntries(entry.subs, 'index-2', list, pages)];
  });
}

function setEntry(
  { term }: IndexEntry,
  name: 'index-1' | 'index-2',
  context: FlowContext,
  links: readonly TermLink[],
): FlowBlock {
  const { document } = context;
  const style = document.sheet.styles[name];
  const room = insideStyle(context, style);
  const node = document.tree.add('P', context.node);
  const settings = settingsOf(room, style, {
    firstLineIndentPt: 0,
    hangingIndentPt: Math.min(TURN_EM * cellOf(document, style), room.measurePt / 4),
    hyphenate: false,
  });
  const lines = composeLines(entryItems(term, links, lookOf(style)), settings, document);
  return styledBlock(sliceLines(lines, room, style, node), style, document);
}

function entryItems(term: string, links: readonly TermLink[], look: TextLook): InlineItem[] {
  const items: InlineItem[] = [{ type: 'text', text: term, look }];
  for (const [index, page] of links.entries()) {
    if (index === 0) items.push(blank(look.sizePt * PAGES_GAP_EM));
    else items.push({ type: 'text', text: joint(page), look });
    const link = { kind: 'place', name: page.place } as const;
    items.push({ type: 'text', text: page.label, look: { ...look, link } });
  }
  return items;
}
