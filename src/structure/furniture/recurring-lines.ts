import type { DeclaredFacts, Draft } from '../../model/index.js';
import { parseLabel } from '../../numbering/index.js';
import { parseDate } from '../provenance/dates.js';
import type { Cleaned } from '../removal.js';
import { endsSentence, hanCount, isBody, type Row, type TextRow, toRows } from '../row.js';
import { hostOf } from './site-rules.js';

/** What a batch remembers of one page: the lines at its head and foot, folded so that pages can be compared. */
export interface PageEdges {
  readonly host: string;
  readonly lines: ReadonlySet<string>;
}

/** By host, the folded lines that most of its pages have in common. */
export type RecurringLines = ReadonlyMap<string, ReadonlySet<string>>;

/** Lines from either end that are compared: site furniture stands there, refrains and clauses do not. */
const HEAD_LINES = 20;
const TAIL_LINES = 30;
const LONGEST_HAN = 40;
/** Lines on each side of a line that show whether it stands within a text. */
const NEAR = 2;
/** So many pages of a host must have a line, and this share of all. */
const FEWEST_PAGES = 3;
const LEAST_SHARE = 0.6;

/** The edges of a page, or undefined when it does not say where it is from: folders are no sites. */
export function edgesOf(rows: readonly Row[], ...stated: readonly DeclaredFacts[]): PageEdges | undefined {
  const host = hostOf(rows, ...stated);
  if (host === undefined) return undefined;
  return { host, lines: new Set(edgeRows(rows).map(({ text }) => fold(text))) };
}

/** The edges of a page as its reader saw it. */
export function edgesOfDraft({ blocks, declared }: Draft, overrides: DeclaredFacts): PageEdges | undefined {
  return edgesOf(toRows(blocks), overrides, declared);
}

/** What the pages of each host have in common. The order of the pages makes no difference. */
export function learnRecurring(pages: Iterable<PageEdges>): RecurringLines {
  const sites = new Map<string, { pages: number; readonly countByLine: Map<string, number> }>();
  for (const { host, lines } of pages) {
    const site = sites.get(host) ?? { pages: 0, countByLine: new Map<string, number>() };
    sites.set(host, site);
    site.pages++;
    for (const line of lines) site.countByLine.set(line, (site.countByLine.get(line) ?? 0) + 1);
  }
  const recurring = new Map<string, ReadonlySet<string>>();
  for (const [host, { pages: total, countByLine }] of sites) {
    const needed = Math.max(FEWEST_PAGES, total * LEAST_SHARE);
    const common = [...countByLine].filter(([, count]) => count >= needed).map(([line]) => line);
    if (common.length > 0) recurring.set(host, new Set(common));
  }
  return recurring;
}

/** Takes the lines that this page shares with most of its site. */
export function removeRecurring(
  rows: readonly Row[],
  common: ReadonlySet<string>,
): Pick<Cleaned, 'rows' | 'removed'> {
  if (common.size === 0) return { rows, removed: [] };
  const shared = edgeRows(rows).filter(({ text }) => common.has(fold(text)));
  const gone = new Set<Row>(shared);
  const first = rows.find((row) => !gone.has(row));
  const top = shared.findLast((row) => rows.indexOf(row) < HEAD_LINES);
  // all its pages may be called 会议纪要: a text that would begin without a title keeps the line
  if (top && isBody(first)) gone.delete(top);
  return {
    rows: rows.filter((row) => !gone.has(row)),
    removed: shared
      .filter((row) => gone.has(row))
      .map(({ line, source }) => ({ line, text: source, rule: 'recurs-on-site' })),
  };
}

/**
 * Lines at both ends that may be a site's: no sentence, not who is addressed, nor who signs and when, though an office
 * always signs; and no heading, though all its reports have 一、工作回顾.
 */
function edgeRows(rows: readonly Row[]): TextRow[] {
  const lines = rows.filter((row): row is TextRow => row.type === 'line');
  const isEdge = (at: number): boolean => at < HEAD_LINES || at >= lines.length - TAIL_LINES;
  return lines.filter((row, at) => {
    if (!isEdge(at)) return false;
    const next = lines[at + 1];
    const isSigned =
      parseDate(row.text) !== undefined || (next !== undefined && parseDate(next.text) !== undefined);
    const isSentence = endsSentence(row.text) || hanCount(row.text) > LONGEST_HAN;
    const isLetters = isSigned || isSentence || /[:\uFF1A]$/u.test(row.text);
    return !isLetters && !isNumbered(row) && !isWithinText(lines, at);
  });
}

function isNumbered({ text }: TextRow): boolean {
  return parseLabel(text) !== undefined;
}

/** Text or a numbered line stands close before and close behind: 工作回顾 between two paragraphs. */
function isWithinText(lines: readonly TextRow[], at: number): boolean {
  const isText = (row: TextRow): boolean => isBody(row) || isNumbered(row);
  const before = lines.slice(Math.max(0, at - NEAR), at);
  return before.some(isText) && lines.slice(at + 1, at + 1 + NEAR).some(isText);
}

/** The same line of another page: width, case and spaces do not count. Numbers do: 第5次检查 is no 第6次检查. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
}
