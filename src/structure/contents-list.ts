import { parseLabel } from '../numbering/index.js';
import type { RemovedText } from './report.js';
import type { Row } from './row.js';

const HEADING = /^[【[]?\s*目\s*[录錄次]\s*[】\]]?$/u;
const FEWEST_ENTRIES = 3;
/** Dotted leaders and page numbers behind an entry. */
const LEADER = /[\s.·\u2026\uFF0E\u2014-]*[0-9]{0,4}\s*$/u;
/** Both together: a line that no text has. */
const LED = /[.·\u2026\uFF0E]{3,}\s*[0-9]{1,4}$/u;
const LONGEST_ENTRY = 60;
/** 前言, 结束语. */
const LONGEST_NAME = 20;

/**
 * Takes a typed table of contents out: 目录 and the lines under it that lead to a page number, or that are numbered and
 * found again below as lines of their own. The renderers print their own.
 */
export function removeContentsList(rows: readonly Row[]): { rows: Row[]; removed: RemovedText[] } {
  const at = rows.findIndex((row) => row.type === 'line' && HEADING.test(row.text));
  if (at < 0) return { rows: [...rows], removed: [] };
  const lastByText = new Map(rows.map((row, index) => [row.type === 'line' ? squeeze(row.text) : '', index]));
  let end = at + 1;
  for (let row = rows[end]; row?.type === 'line'; row = rows[++end]) {
    const entry = squeeze(row.text.replace(LEADER, ''));
    const isNamed = parseLabel(row.text) !== undefined || entry.length <= LONGEST_NAME;
    const isLabelled = isNamed && (lastByText.get(entry) ?? 0) > end;
    if (entry === '' || entry.length > LONGEST_ENTRY || !(isLabelled || LED.test(row.text))) break;
  }
  if (end - at - 1 < FEWEST_ENTRIES) return { rows: [...rows], removed: [] };
  const removed = rows
    .slice(at, end)
    .flatMap((row): RemovedText[] =>
      row.type === 'line' ? [{ line: row.line, text: row.source, rule: 'contents' }] : [],
    );
  return { rows: [...rows.slice(0, at), ...rows.slice(end)], removed };
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}
