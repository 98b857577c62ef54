import type { ParagraphStyle, StyleSheet } from '../../style/index.js';
import type { FlowDocument } from '../flow/flow-context.js';
import { lookOf } from '../flow/flow-context.js';
import { setText } from '../flow/set-lines.js';
import type { PageItem } from '../page.js';

/** What running heads and page numbers need to know of a page. */
export interface RunningPage {
  /** One-based. */
  readonly number: number;
  readonly count: number;
  readonly isOpener: boolean;
  readonly isBlank: boolean;
  /** The section that is current on the page. */
  readonly section: string;
  readonly leftPt: number;
}

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
  const line = setText(cutToFit(text, style, document), lookOf(style), document, style);
  if (!line) return [];
  const xPt = page.leftPt + alignOffset(style.align, sheet.page.measurePt - line.widthPt, page.number, sheet);
  const items: PageItem[] = [{ type: 'line', xPt, baselinePt: runningHead.baselinePt, line, node: -1 }];
  if (runningHead.rule) {
    items.push({
      type: 'rule',
      xPt: page.leftPt,
      yPt: runningHead.baselinePt + RULE.belowPt,
      widthPt: sheet.page.measurePt,
      heightPt: RULE.thicknessPt,
      color: style.color,
    });
  }
  return items;
}

/** A head has one line: a longer text ends in an ellipsis. */
function cutToFit(text: string, style: ParagraphStyle, { sheet }: FlowDocument): string {
  const chars = [...text];
  const room = Math.floor(sheet.page.measurePt / style.sizePt);
  return chars.length <= room ? text : `${chars.slice(0, Math.max(1, room - 1)).join('')}\u2026`;
}

function numberItems(page: RunningPage, document: FlowDocument): PageItem[] {
  const { sheet } = document;
  const { pageNumber } = sheet;
  if (!pageNumber.show || (page.number === 1 && !pageNumber.onFirstPage)) return [];
  const style = sheet.styles['page-number'];
  const text = pageNumber.format
    .replaceAll('{page}', String(page.number))
    .replaceAll('{pages}', String(page.count));
  const line = setText(text, lookOf(style), document, style);
  if (!line) return [];
  const sparePt = sheet.page.measurePt - line.widthPt;
  const insetPt = pageNumber.insetEm * style.sizePt;
  const isLeft = sheet.page.facing && page.number % 2 === 0;
  const outsidePt = isLeft ? insetPt : sparePt - insetPt;
  const xPt = page.leftPt + (pageNumber.place === 'center' ? sparePt / 2 : outsidePt);
  return [{ type: 'line', xPt, baselinePt: sheet.page.heightPt - pageNumber.baselinePt, line, node: -1 }];
}

/** Heads at an edge stand at the outer one on facing pages. */
function alignOffset(
  align: ParagraphStyle['align'],
  sparePt: number,
  number: number,
  sheet: StyleSheet,
): number {
  if (align === 'center') return sparePt / 2;
  const isMirrored = sheet.page.facing && number % 2 === 0;
  return (align === 'end') !== isMirrored ? sparePt : 0;
}
