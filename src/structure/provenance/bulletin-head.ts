import type { Cleaned } from '../removal.js';
import type { FactReason } from '../report.js';
import type { Row, TextRow } from '../row.js';
import { findDate } from './dates.js';

/**
 * The rows with which boards of before the web open a post, labels with and without a colon: 作者 / 看板 / 標題 / 時間 of PTT,
 * 发信人 / 标题 / 发信站 of the boards of universities.
 */

const LABEL =
  /^(作\s?者|看\s?板|[標标]\s{0,2}[題题]|[時时]\s?[間间]|[发發]信人|[发發]信站|信\s?[区區])\s*(?:[:\uFF1A]\s*|\s{1,4})(\S.{0,100})$/u;
/** 发信人: slowbus (慢车), 信区: Bus. */
const BOARD = /[,\uFF0C]?\s*(?:信\s?[区區]|看\s?板)\s*[:\uFF1A]?\s*(\S{1,24})\s*$/u;
const FEWEST = 3;
const MOST = 6;
const WITHIN = 4;

/** Takes the head of a post away and hands on what it says. */
export function readBulletinHead(rows: readonly Row[]): Cleaned {
  const start = rows.slice(0, WITHIN).findIndex((row) => fieldOf(row) !== undefined);
  const none: Cleaned = { rows, removed: [], facts: [] };
  if (start < 0) return none;
  const head: TextRow[] = [];
  for (let row = rows[start]; head.length < MOST && row && fieldOf(row); row = rows[start + head.length])
    head.push(row as TextRow);
  const labels = new Set(head.map((row) => fieldOf(row)?.label));
  if (labels.size < FEWEST) return none;
  const taken: ReadonlySet<Row> = new Set(head);
  return {
    rows: rows.filter((row) => !taken.has(row)),
    removed: head.map(({ line, source }) => ({ line, text: source, rule: 'metadata' })),
    facts: head.flatMap(factsOf),
  };
}

function fieldOf(row: Row): { label: string; value: string } | undefined {
  const found = row.type === 'line' && row.headingLevel === undefined ? LABEL.exec(row.text) : null;
  return found?.[1] && found[2]
    ? { label: found[1].replace(/\s+/gu, ''), value: found[2].trim() }
    : undefined;
}

function factsOf(row: TextRow): FactReason[] {
  const { label, value } = fieldOf(row) ?? { label: '', value: '' };
  const fact = (name: string, said: string | undefined): FactReason[] =>
    said === undefined || said === '' ? [] : [{ fact: name, value: said, line: row.line, rule: label }];
  const day = (text: string): string | undefined => findDate(text.replace(/\s+/gu, ' '))?.day;
  if (/^(?:作者|[发發]信人)$/u.test(label)) {
    const board = BOARD.exec(value);
    const name = value.slice(0, board?.index).replace(/\s*[(\uFF08].*$/u, '');
    return [...fact('authors', name), ...fact('channel', board?.[1])];
  }
  if (/[題题]$/u.test(label)) return fact('title', value);
  if (/[間间]$/u.test(label)) return fact('publishedOn', day(value));
  if (/信站$/u.test(label))
    return [
      ...fact('sourceName', /^[^\s(\uFF08,]{2,20}/u.exec(value)?.[0]),
      ...fact('publishedOn', day(value)),
    ];
  return fact('channel', value);
}
