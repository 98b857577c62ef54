import type { DraftBlock } from '../../model/index.js';
import { plainText } from '../../model/index.js';
import { parseMetadata } from '../provenance/metadata.js';
import { readProvenance } from '../provenance/provenance.js';
import { readTokenLine } from '../provenance/token-line.js';
import type { Cleaned } from '../removal.js';
import type { FactReason } from '../report.js';
import type { Row, TextRow } from '../row.js';
import { surveyOf } from '../survey.js';

/** Places around the text where a site says who wrote it and when; elsewhere it speaks of other pages. */
const TELLING: ReadonlySet<string> = new Set(['around', 'nav', 'footer']);

/** Lines before and after the text that may speak of it. */
const NEAR_BEFORE = 20;
const NEAR_AFTER = 15;
/** Lines above the text among which the day may stand without a label. */
const NEAREST = 6;

/** Takes away what the reader found to lie outside of the page's text, and reads what it says of its origin. */
export function removeOutside(rows: readonly Row[]): Cleaned {
  if (!surveyOf(rows).hasOutside) return { rows, removed: [], facts: [] };
  const outside = rows.filter((row) => row.outside !== undefined);
  if (outside.length === 0 || outside.length === rows.length) return { rows, removed: [], facts: [] };
  return {
    rows: rows.filter((row) => row.outside === undefined),
    removed: outside.map((row) => ({
      line: row.line,
      text: row.type === 'line' ? row.source : draftText(row),
      rule: `outside-${row.outside}`,
    })),
    facts: factsAround(rows),
  };
}

function factsAround(rows: readonly Row[]): FactReason[] {
  const first = rows.findIndex((row) => row.outside === undefined);
  const last = rows.findLastIndex((row) => row.outside === undefined);
  const tells = (row: Row): row is TextRow => row.type === 'line' && TELLING.has(row.outside ?? '');
  const before = rows.slice(0, first).filter(tells).slice(-NEAR_BEFORE);
  const between = rows.slice(first, last).filter(tells);
  const after = rows
    .slice(last + 1)
    .filter(tells)
    .slice(0, NEAR_AFTER);
  const near = [...before, ...between.slice(0, NEAR_AFTER), ...after];
  const headEnd = near.length - after.length;
  const labelled = readProvenance(near, { headEnd, tailStart: headEnd }).facts;
  // contents and notices of rights stand between it and the text
  const nearest = before.filter(({ outside }) => outside === 'around').slice(-NEAREST);
  return [...labelled, ...nearest.flatMap(factsOfTokens)];
}

/** (2016-11-27 15:06:33) right above the text: a day with its time, which no menu has. */
function factsOfTokens({ text, line }: TextRow): FactReason[] {
  const bare = text.replace(/^[(\uFF08](.*)[)\uFF09]$/u, '$1');
  const isTimed = /\d[:\uFF1A]\d\d/u.test(bare);
  const tokens = isTimed && parseMetadata(text) === undefined ? readTokenLine(bare) : undefined;
  return (tokens ?? []).map((told) => ({ ...told, line, rule: 'byline' }));
}

/** The characters of a block and of what is inside it, lines parted by `\n`. */
function draftText(block: DraftBlock): string {
  switch (block.type) {
    case 'line':
      return plainText(block.inlines);
    case 'list':
      return block.items.flatMap(({ children }) => children.map(draftText)).join('\n');
    case 'quote':
      return [...block.children.map(draftText), plainText(block.attribution ?? [])].join('\n').trimEnd();
    case 'verse':
      return block.lines.map((line) => plainText(line)).join('\n');
    case 'table':
      return block.rows
        .flatMap(({ cells }) => cells.flatMap(({ children }) => children.map(draftText)))
        .join('\n');
    case 'code':
      return block.text;
    case 'math':
      return block.tex;
    case 'figure':
      return block.alt;
    case 'rule':
      return '';
  }
}
