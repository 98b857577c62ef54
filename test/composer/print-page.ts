import {
  type GlyphRun,
  type Layout,
  type LineItem,
  layoutArticle,
  type Page,
  type PageItem,
} from '../../src/composer/index.js';
import type { Article } from '../../src/model/index.js';
import type { StyleSheet } from '../../src/style/index.js';
import { gridMetrics } from './grid-metrics.js';

/**
 * Pages as text, a row a body line: its number, a bar, and the characters where they stand, two columns an em. A row
 * off the body lines has its distance from the row above in points instead of a number; above the type area it is
 * `^`, below it `v`. Superscripts are drawn side by side. Rules and pictures are drawn as ─ and ▣ where they begin.
 */
export function printPages(layout: Layout, sheet: StyleSheet): string {
  return layout.pages.map((page, index) => printPage(page, index, sheet)).join('\n');
}

function printPage(page: Page, index: number, sheet: StyleSheet): string {
  const rows = new Map<number, PageItem[]>();
  for (const item of page.items) {
    const key = Math.round(positionOf(item) * 100) / 100;
    rows.set(key, [...(rows.get(key) ?? []), item]);
  }
  const body = [...rows.keys()]
    .sort((a, b) => a - b)
    .map((y) => `${rowName(y, sheet)}|${drawRow(rows.get(y) ?? [], leftOf(index, sheet), sheet)}`.trimEnd());
  return [`page ${page.label}`, ...body].join('\n');
}

const leftOf = (index: number, { page }: StyleSheet): number =>
  page.facing && index % 2 === 1 ? page.marginOuterPt : page.marginInnerPt;

const positionOf = (item: PageItem): number => (item.type === 'line' ? item.baselinePt : item.yPt);

/** 0.88 of the body size lie above the base line on the grid font. */
function rowName(y: number, { page, styles }: StyleSheet): string {
  const row = (y - page.marginTopPt - styles.body.sizePt * 0.88) / page.linePitchPt;
  const whole = Math.floor(row + 1e-6);
  if (whole < 0) return '   ^';
  if (whole >= page.linesPerPage) return '   v';
  const off = Math.round((row - whole) * page.linePitchPt);
  return off === 0 ? String(whole + 1).padStart(4) : `+${off}`.padStart(4);
}

function drawRow(items: readonly PageItem[], leftPt: number, sheet: StyleSheet): string {
  const cells: string[] = [];
  const column = (xPt: number): number => Math.max(0, Math.round(((xPt - leftPt) / sheet.page.cellPt) * 2));
  for (const item of items) {
    if (item.type === 'rule') put(cells, column(item.xPt), '\u2500');
    else if (item.type === 'image') put(cells, column(item.xPt), '\u25A3');
    else drawLine(cells, item, column);
  }
  return Array.from(cells, (cell) => cell ?? ' ').join('');
}

function drawLine(cells: string[], item: LineItem, column: (xPt: number) => number): void {
  for (const run of item.line.runs) {
    let xPt = item.xPt + run.xPt;
    const isSmall = run.raisePt > 0;
    charactersOf(run).forEach((char, index) => {
      put(cells, isSmall ? Math.max(column(xPt), cells.length) : column(xPt), char);
      xPt += run.advancesPt[index] ?? 0;
    });
  }
}

const charactersOf = ({ text, starts }: GlyphRun): string[] =>
  starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length));

/** A wide character takes its place and the next, which is left out when the row is joined. */
function put(cells: string[], at: number, char: string): void {
  cells[at] = char;
  const isWide = (char.codePointAt(0) ?? 0) >= 0x2014 && char !== '\u2022' && char !== '\u2500';
  if (isWide && cells[at + 1] === undefined) cells[at + 1] = '';
}

/** An article laid out on the grid font, as text. */
export function printArticle(input: Article, sheet: StyleSheet): string {
  return `\n${printPages(layoutArticle(input, sheet, gridMetrics()), sheet)}\n`;
}
