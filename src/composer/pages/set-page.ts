import { type FlowItem, moveItem, type Slice, stackHeight } from '../flow/flow-block.js';
import { separatorHeight } from './note-tally.js';
import type { Piece } from './page-rows.js';
import type { PaginationHelp, RawPage } from './paginate.js';
import type { ColumnPlan } from './plan-column.js';
import type { Band } from './plan-page.js';

/** From the left edge and the top of the type area. */
interface Corner {
  readonly xPt: number;
  readonly yPt: number;
}

/** Between two columns. */
const COLUMN_RULE = { thicknessPt: 0.4 };

/** Puts what was planned on the page. */
export function setBand(page: RawPage, band: Band, help: PaginationHelp): void {
  const { columns } = help;
  const yPt = band.row * band.grid.pitchPt;
  for (const [index, plan] of band.columns.entries()) {
    const corner = { xPt: index * (columns.measurePt + columns.gapPt), yPt };
    for (const piece of plan.pieces) setPiece(page, piece, corner);
    setFoot(page, plan, band, corner, help);
    if (index > 0 && columns.rule) page.items.push(columnRule(band, corner, help));
  }
}

/** In the middle of the gap before a column, as long as the longest of them. */
function columnRule(band: Band, { xPt, yPt }: Corner, { columns, noteRule }: PaginationHelp): FlowItem {
  const hasNotes = band.columns.some((plan) => plan.notes.length > 0);
  const rows = band.columns.reduce((most, plan) => Math.max(most, plan.used), 0);
  return {
    type: 'rule',
    xPt: xPt - (columns.gapPt + COLUMN_RULE.thicknessPt) / 2,
    yPt,
    widthPt: COLUMN_RULE.thicknessPt,
    heightPt: band.grid.height(hasNotes ? band.grid.rows : rows),
    color: noteRule.color,
  };
}

function setPiece(page: RawPage, { block, from, to, topPt, heightPt }: Piece, corner: Corner): void {
  const top = corner.yPt + topPt;
  for (const item of block.frame?.(heightPt) ?? []) page.items.push(moveItem(item, corner.xPt, top));
  const slices = from > 0 || to < block.slices.length ? block.slices.slice(from, to) : block.slices;
  const pile = from > 0 && block.repeated ? [...block.repeated, ...slices] : slices;
  setPile(page, pile, corner.xPt, top + (block.paddingPt ?? 0));
}

/** Slices on each other. */
function setPile(page: RawPage, slices: readonly Slice[], xPt: number, topPt: number): void {
  let yPt = topPt;
  for (const slice of slices) {
    for (const item of slice.items) page.items.push(moveItem(item, xPt, yPt));
    if (slice.places) for (const name of slice.places) page.places.push({ name, yPt });
    yPt += slice.heightPt + slice.gapPt;
  }
}

/** Notes at the foot of their column; the rule above is as long as the measure where one of them goes on (JLREQ 4.2). */
function setFoot(
  page: RawPage,
  { notes, continuesNote }: ColumnPlan,
  { grid }: Band,
  { xPt, yPt }: Corner,
  { noteRule, columns }: PaginationHelp,
): void {
  if (notes.length === 0) return;
  const topPt = yPt + grid.areaPt - stackHeight(notes);
  page.items.push({
    type: 'rule',
    xPt,
    yPt: topPt - separatorHeight(grid) / 2,
    widthPt: continuesNote ? columns.measurePt : noteRule.widthPt,
    heightPt: noteRule.thicknessPt,
    color: noteRule.color,
  });
  setPile(page, notes, xPt, topPt);
}
