import type { ParagraphStyle, StyleSheet } from '../../style/index.js';
import type { FlowDocument } from '../flow/flow-context.js';
import { lookOf } from '../flow/flow-context.js';
import { setText } from '../flow/set-lines.js';
import type { Line } from '../line.js';
import type { PageItem } from '../page.js';
import type { PageLabel } from './page-labels.js';
import type { TypeArea } from './place-items.js';

/** What running heads and page numbers need to know of a page. */
export interface RunningPage {
  /** One-based. */
  readonly number: number;
  readonly label: PageLabel;
  readonly isOpener: boolean;
  readonly isBlank: boolean;
  /** The section that is current on the page. */
  readonly section: string;
  readonly area: TypeArea;
}

/** They stand level on vertical pages too, where their base lines are from the edges of the paper. */
const LEVEL = { vertical: false };
/** From the running head's base line to its rule. */
const RULE = { belowPt: 4, thicknessPt: 0.5 };

/** Running head and page number of a page; none of it is part of the text. */
export function runningItems(page: RunningPage, document: FlowDocument): PageItem[] {
  if (page.isBlank) return [];
  return [...headItems(page, document), ...numberItems(page, document)];
}

function headItems(page: RunningPage, document: FlowDocument): PageItem[] {
  const { sheet, article } = document;
  const { runningHead } = sheet;
  const wish = page.number % 2 === 1 ? runningHead.odd : runningHead.even;
  const isHidden = page.number === 1 ? !runningHead.onFirstPage : page.isOpener;
  if (isHidden || wish === 'none') return [];
  const style = sheet.styles['running-head'];
  const text = wish === 'title' ? (article.title ?? '') : page.section || (article.title ?? '');
  const line = headLine(cutToFit(text, style, page.area), style, document);
  if (!line) return [];
  const sparePt = page.area.widthPt - line.widthPt;
  const xPt = page.area.leftPt + alignOffset(style.align, sparePt, page.number, sheet);
  const items: PageItem[] = [
    { type: 'line', xPt, baselinePt: runningHead.baselinePt, line, node: -1, running: 'head' },
  ];
  if (runningHead.rule) {
    items.push({
      type: 'rule',
      xPt: page.area.leftPt,
      yPt: runningHead.baselinePt + RULE.belowPt,
      widthPt: page.area.widthPt,
      heightPt: RULE.thicknessPt,
      color: style.color,
    });
  }
  return items;
}

/** Heads of a document by their text: most pages have that of the page before the last. */
const headLines = new WeakMap<FlowDocument, Map<string, Line | undefined>>();

function headLine(text: string, style: ParagraphStyle, document: FlowDocument): Line | undefined {
  const known = headLines.get(document) ?? new Map<string, Line | undefined>();
  headLines.set(document, known);
  if (!known.has(text)) known.set(text, setText(text, lookOf(style), document, style, LEVEL));
  return known.get(text);
}

/** A head has one line: a longer text ends in an ellipsis. */
function cutToFit(text: string, style: ParagraphStyle, { widthPt }: TypeArea): string {
  const chars = [...text];
  const room = Math.floor(widthPt / style.sizePt);
  return chars.length <= room ? text : `${chars.slice(0, Math.max(1, room - 1)).join('')}\u2026`;
}

function numberItems(page: RunningPage, document: FlowDocument): PageItem[] {
  const { sheet } = document;
  const { pageNumber } = sheet;
  if (!pageNumber.show || (page.number === 1 && !pageNumber.onFirstPage)) return [];
  const style = sheet.styles['page-number'];
  const text = pageNumber.format
    .replaceAll('{page}', page.label.page)
    .replaceAll('{pages}', page.label.pages);
  const line = setText(text, lookOf(style), document, style, LEVEL);
  if (!line) return [];
  const sparePt = page.area.widthPt - line.widthPt;
  const insetPt = pageNumber.insetEm * style.sizePt;
  const isLeft = outsideIsLeft(page.number, sheet);
  const outsidePt = isLeft ? insetPt : sparePt - insetPt;
  const xPt = page.area.leftPt + (pageNumber.place === 'center' ? sparePt / 2 : outsidePt);
  return [
    {
      type: 'line',
      xPt,
      baselinePt: sheet.page.heightPt - pageNumber.baselinePt,
      line,
      node: -1,
      running: 'foot',
    },
  ];
}

/** Even pages lie on the left; where pages turn the other way, odd ones do, and single ones are like them. */
function outsideIsLeft(number: number, { page, direction }: StyleSheet): boolean {
  const isEvenOfTwo = page.facing && number % 2 === 0;
  return isEvenOfTwo !== (direction === 'vertical');
}

/** Heads at an edge stand at the outer one on facing pages. */
function alignOffset(
  align: ParagraphStyle['align'],
  sparePt: number,
  number: number,
  sheet: StyleSheet,
): number {
  if (align === 'center') return sparePt / 2;
  return (align === 'end') !== outsideIsLeft(number, sheet) ? sparePt : 0;
}
