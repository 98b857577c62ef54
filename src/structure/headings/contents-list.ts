import { type DraftBlock, plainText } from '../../model/index.js';
import { parseLabel, parseLooseDecimal } from '../../numbering/index.js';
import type { Cleaned } from '../removal.js';
import type { RemovedText } from '../report.js';
import type { Row, TextRow } from '../row.js';

const HEADING =
  /^[【[]?\s*(?:本文|文章|全文|内容)?目\s*[录錄次](?:如下)?\s*(?:CONTENTS?|Contents)?\s*[】\]]?\s*[:\uFF1A]?$|^C(?:ONTENTS?|ontents)$/u;
const FEWEST_ENTRIES = 3;
/** Under its own heading, met again under headings of the markup. */
const FEWEST_LISTED = 2;
/** Rows that may stand before contents without a heading. */
const LONGEST_LEAD = 3;
/** A sign of the dotted leader behind an entry. */
const LEADER = /[\s.·\u2026\uFF0E\u2014-]/u;
/** Both together: a line that no text has. */
const LED = /(?<![.·\u2026\uFF0E])[.·\u2026\uFF0E]{3,}\s*[0-9]{1,4}$/u;
/** ▪ before an entry of the second tier. */
const BULLET = /^[▪•·●○◦■□▫\-\u2013\u2014*]\s*(?=\S)/u;
const LONGEST_ENTRY = 60;
/** So many Han are no line that an entry names, its number counted in. */
const TOO_LONG = 80;
/** 内容目录如下 has the most. */
const LONGEST_HEADING = 6;
/** 前言, 结束语. */
const LONGEST_NAME = 20;

/**
 * Takes a typed table of contents out: 目录 and the lines under it that lead to a page number, or that are found again
 * below as lines of their own; also such lines without the word, where they open the text. The renderers print their
 * own.
 */
export function removeContentsList(rows: readonly Row[]): Omit<Cleaned, 'facts'> {
  const isEntry = entryTest(rows);
  const at = rows.findIndex(
    (row) => row.type === 'line' && row.han <= LONGEST_HEADING && HEADING.test(row.text),
  );
  const start = at < 0 ? rows.findIndex(opensText) : at;
  const first = at < 0 ? start : at + 1;
  const listed = at < 0 ? [] : listedContents(rows, first);
  if (listed.length > 0) {
    const head = rows.slice(at, first).flatMap((row) => (row.type === 'line' ? [toRemoved(row)] : []));
    return { rows: [...rows.slice(0, at), ...rows.slice(first + 1)], removed: [...head, ...listed] };
  }
  const end = entriesEnd(rows, first, isEntry);
  const entries = rows.slice(first, end);
  const isList = at >= 0 || areNumbered(entries);
  if (start < 0 || entries.length < FEWEST_ENTRIES || !isList) return { rows, removed: [] };
  const removed = rows
    .slice(start, end)
    .flatMap((row): RemovedText[] => (row.type === 'line' ? [toRemoved(row)] : []));
  return { rows: [...rows.slice(0, start), ...markListed(rows.slice(end), entries)], removed };
}

/** Contents without a word over them: every entry has a number, and no two have the same words. */
function areNumbered(entries: readonly Row[]): boolean {
  const names = entries.map((row) => (row.type === 'line' && parseLabel(row.text) ? nameOf(row.text) : ''));
  return !names.includes('') && new Set(names).size === names.length;
}

function toRemoved({ line, source }: TextRow): RemovedText {
  return { line, text: source, rule: 'contents' };
}

/** The entries of a list of the markup (- [一、需要什么](#a)), each of which a heading of the markup below bears again. */
function listedContents(rows: readonly Row[], at: number): RemovedText[] {
  const list = rows[at];
  const entries = list?.type === 'list' ? linesOf(list) : [];
  const names = new Set(
    rows.flatMap((row) => (row.type === 'line' && row.headingLevel !== undefined ? [nameOf(row.text)] : [])),
  );
  const areHeadings = entries.length >= FEWEST_LISTED && entries.every(({ text }) => names.has(nameOf(text)));
  return areHeadings ? entries.map(({ line, text }) => ({ line, text, rule: 'contents' })) : [];
}

function linesOf(block: DraftBlock): { line: number; text: string }[] {
  if (block.type === 'line') return [{ line: block.line, text: plainText(block.inlines) }];
  // what is no list among entries is no heading either
  if (block.type !== 'list') return [{ line: block.line, text: '' }];
  return block.items.flatMap(({ children }) => children.flatMap(linesOf));
}

/** What an entry names is a heading where it stands again, its number or bullet aside. */
function markListed(rows: readonly Row[], entries: readonly Row[]): Row[] {
  const tiers = new Map(
    entries.flatMap((row) =>
      row.type === 'line' ? [[nameOf(row.text), BULLET.test(row.text) ? 'sub-entry' : 'entry'] as const] : [],
    ),
  );
  const last = new Map(rows.map((row, at) => [row.type === 'line' ? nameOf(row.text) : '', at]));
  return rows.map((row, at) => {
    const name = row.type === 'line' ? nameOf(row.text) : '';
    const listed = name !== '' && last.get(name) === at ? tiers.get(name) : undefined;
    return row.type === 'line' && listed ? { ...row, listed } : row;
  });
}

/** The words of an entry or of a heading. */
function nameOf(text: string): string {
  const bare = text.replace(BULLET, '');
  const rest = (parseLabel(bare) ?? parseLooseDecimal(bare))?.rest ?? bare;
  return squeeze(withoutLeader(rest));
}

/** The first numbered line: what stands before it is the lead. */
function opensText(row: Row, index: number): boolean {
  return index <= LONGEST_LEAD && row.type === 'line' && parseLabel(row.text) !== undefined;
}

/** Index after the last entry; a single line between two entries may be spelt otherwise below. */
function entriesEnd(
  rows: readonly Row[],
  first: number,
  isEntry: (row: Row | undefined, at: number) => boolean,
): number {
  let end = first;
  while (isEntry(rows[end], end) || (end > first && isShort(rows[end]) && isEntry(rows[end + 1], end + 1)))
    end++;
  return end;
}

function isShort(row: Row | undefined): boolean {
  return row?.type === 'line' && row.text.length <= LONGEST_NAME && parseLabel(row.text) !== undefined;
}

function entryTest(rows: readonly Row[]): (row: Row | undefined, at: number) => boolean {
  const lastByText = new Map<string, number>();
  const lastByName = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    if (row.type === 'line' && row.han > TOO_LONG) continue;
    lastByText.set(row.type === 'line' ? squeeze(row.text) : '', index);
    lastByName.set(row.type === 'line' ? nameOf(row.text) : '', index);
  }
  return (row, at) => {
    if (row?.type !== 'line') return false;
    const entry = squeeze(withoutLeader(row.text));
    const isNamed = parseLabel(row.text) !== undefined || entry.length <= LONGEST_NAME;
    const isFoundAgain =
      isNamed && ((lastByText.get(entry) ?? 0) > at || (lastByName.get(nameOf(row.text)) ?? 0) > at);
    return entry !== '' && entry.length <= LONGEST_ENTRY && (isFoundAgain || LED.test(row.text));
  };
}

/** Without the leader and the page number: from the end, since a line may be all dots or blanks. */
function withoutLeader(text: string): string {
  const entry = text.trimEnd().replace(/[0-9]{1,4}$/u, '');
  let end = entry.length;
  while (LEADER.test(entry.charAt(end - 1))) end--;
  return entry.slice(0, end);
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}
