import { gatherEntries, type IndexEntry, type IndexTerm, sortIndex } from '../../model/index.js';
import { lengthAcross, type PageSetup, type StyleName } from '../../style/index.js';
import type { InlineItem, TextLook } from '../inline.js';
import type { FlowBlock } from './flow-block.js';
import { acrossColumns, cellOf, type FlowContext, insideStyle, lookOf, settingsOf } from './flow-context.js';
import { blank, termPlace } from './inline-items.js';
import { composeLines, sliceLines, styledBlock } from './set-lines.js';

/** Place of the index itself. */
export const INDEX_PLACE = 'index';

/** Between two columns of the index, and the least that one holds, in body cells. */
const GAP_CELLS = 2;
const LEAST_CELLS = 8;
/** Lines of an entry that turn over, and between a term and its first page, in ems of the style. */
const TURN_EM = 2;
const PAGES_GAP_EM = 1;
/** Pages that follow each other are joined from so many on: two may speak of a thing twice (GB/T 22466-2008). */
const LEAST_RANGE = 3;

/** A page on which a place is. */
export interface TermPage {
  /** Zero-based. */
  readonly index: number;
  readonly label: string;
  /** Counted on its own, like the pages before the text: no range goes over the end of them. */
  readonly series: number;
}

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
 * @param pageOf The page on which the place of a mark is.
 */
export function flowIndex(
  context: FlowContext,
  columns: IndexColumns,
  pageOf: (place: string) => TermPage | undefined,
): FlowBlock[] {
  const { sheet, article, termNumbers, tree } = context.document;
  const node = tree.add('Index', context.node);
  const inner = { ...context, node, measurePt: columns.measurePt };
  const pages = (marks: readonly IndexTerm[]): TermLink[] => linksOf(marks, termNumbers, pageOf);
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

/** A page as the index prints it; `from` joins it with the one before. */
interface TermLink {
  readonly label: string;
  readonly place: string;
  readonly joins: boolean;
}

function entryItems(term: string, links: readonly TermLink[], look: TextLook): InlineItem[] {
  const items: InlineItem[] = [{ type: 'text', text: term, look }];
  for (const [index, { label, place, joins }] of links.entries()) {
    if (index === 0) items.push(blank(look.sizePt * PAGES_GAP_EM));
    else items.push({ type: 'text', text: joins ? '\u2014' : '、', look });
    items.push({ type: 'text', text: label, look: { ...look, link: { kind: 'place', name: place } } });
  }
  return items;
}

/** Every page once, in order; three and more that follow each other as the first and the last. */
function linksOf(
  marks: readonly IndexTerm[],
  numbers: ReadonlyMap<IndexTerm, number>,
  pageOf: (place: string) => TermPage | undefined,
): TermLink[] {
  const runs: (TermPage & { readonly place: string })[][] = [];
  for (const page of pagesOf(marks, numbers, pageOf)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && last.index + 1 === page.index && last.series === page.series) run.push(page);
    else runs.push([page]);
  }
  return runs.flatMap((run) => {
    const ends = run.length < LEAST_RANGE ? run : [run[0], run.at(-1)];
    return ends.flatMap((page, index) =>
      page ? [{ label: page.label, place: page.place, joins: index > 0 && run.length >= LEAST_RANGE }] : [],
    );
  });
}

/** Notes are marked after all text, so that pages come in any order. */
function pagesOf(
  marks: readonly IndexTerm[],
  numbers: ReadonlyMap<IndexTerm, number>,
  pageOf: (place: string) => TermPage | undefined,
): (TermPage & { readonly place: string })[] {
  const pages = new Map<number, TermPage & { readonly place: string }>();
  for (const mark of marks) {
    const place = termPlace(numbers.get(mark) ?? 0);
    const page = pageOf(place);
    if (page && !pages.has(page.index)) pages.set(page.index, { ...page, place });
  }
  return [...pages.values()].sort((one, other) => one.index - other.index);
}
