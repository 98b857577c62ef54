import { ConversionError } from '../diagnostics.js';
import { toPoints } from './lengths.js';
import type { ColumnSetup, PageSetup, StyleSheet } from './style-sheet.js';
import type { Template } from './template.js';
import { mmToPt } from './units.js';

/** Paper sizes in millimetres: ISO 216; B5 is the JIS size that Chinese books use; 16K and 32K are 正度. */
const PAPERS: Readonly<Record<string, readonly [width: number, height: number]>> = {
  A3: [297, 420],
  A4: [210, 297],
  A5: [148, 210],
  B5: [182, 257],
  '16K': [185, 260],
  '32K': [130, 184],
  Letter: [215.9, 279.4],
};

/** Shorter than this no rule of Chinese setting can hold. */
const LEAST_CHARACTERS = 4;

/** Between columns: two characters of the body (CLREQ, multi-column format). */
const COLUMN_GAP_EM = 2;

type TemplatePage = NonNullable<Template['page']>;

/**
 * Paper, margins and type area. The measure is a whole number of body cells: what the margins leave over is given
 * back to them in equal halves, unless the template fixes the count and the cells take it up.
 *
 * @see CLREQ, considerations in designing type area
 * @throws ConversionError `template-page-impossible` when the margins leave no room.
 */
export function resolvePage(
  page: TemplatePage,
  bodySize: string,
  direction: StyleSheet['direction'] = 'horizontal',
): PageSetup {
  const [widthPt, heightPt] = paper(page.paper ?? 'A4');
  const sizePt = toPoints(bodySize, 0);
  const margin = (side: 'top' | 'bottom' | 'inner' | 'outer'): number =>
    toPoints(page.margins?.[side] ?? '25mm', sizePt);
  const areaWidthPt = widthPt - margin('inner') - margin('outer');
  const areaHeightPt = heightPt - margin('top') - margin('bottom');
  // Along the lines, and in the direction in which they follow each other.
  const isVertical = direction === 'vertical';
  const [alongPt, acrossPt] = isVertical ? [areaHeightPt, areaWidthPt] : [areaWidthPt, areaHeightPt];

  const columns = resolveColumns(page, sizePt);
  const gapsPt = (columns.count - 1) * columns.gapPt;
  const columnPt = (alongPt - gapsPt) / columns.count;
  const charactersPerLine = page.typeArea?.characters ?? Math.floor(columnPt / sizePt + 1e-6);
  const cellPt = page.typeArea?.characters === undefined ? sizePt : columnPt / charactersPerLine;
  const measurePt = cellPt * charactersPerLine;
  const linePitchPt = linePitch(page, sizePt, acrossPt);
  const linesPerPage = page.typeArea?.lines ?? Math.floor((acrossPt - sizePt) / linePitchPt + 1e-6) + 1;

  const fits =
    charactersPerLine >= LEAST_CHARACTERS &&
    linesPerPage >= 2 &&
    cellPt > sizePt * 0.99 &&
    linePitchPt >= sizePt &&
    (linesPerPage - 1) * linePitchPt + sizePt <= acrossPt + 0.5;
  if (!fits) {
    throw new ConversionError('template-page-impossible', {
      characters: charactersPerLine,
      lines: linesPerPage,
      width: Math.round(areaWidthPt),
      height: Math.round(areaHeightPt),
      size: sizePt,
      pitch: Math.round(linePitchPt * 100) / 100,
    });
  }
  const halfPt = (alongPt - columns.count * measurePt - gapsPt) / 2;
  const [levelPt, uprightPt] = isVertical ? [0, halfPt] : [halfPt, 0];
  return {
    widthPt,
    heightPt,
    marginTopPt: margin('top') + uprightPt,
    marginBottomPt: margin('bottom') + uprightPt,
    marginInnerPt: margin('inner') + levelPt,
    marginOuterPt: margin('outer') + levelPt,
    facing: page.facing ?? false,
    floatFigures: page.floatFigures ?? false,
    columns,
    measurePt,
    cellPt,
    charactersPerLine,
    linesPerPage,
    linePitchPt,
  };
}

function resolveColumns({ columns }: TemplatePage, sizePt: number): ColumnSetup {
  return {
    count: columns?.count ?? 1,
    gapPt: columns?.gap === undefined ? COLUMN_GAP_EM * sizePt : toPoints(columns.gap, sizePt),
    rule: columns?.rule ?? false,
  };
}

function paper(name: string): [width: number, height: number] {
  const [width, height] = PAPERS[name] ?? name.replace(/mm$/, '').split('x').map(Number);
  return [mmToPt(width ?? 210), mmToPt(height ?? 297)];
}

/** As asked for, or so that the asked number of lines fills the area, or 1.7 times the size. */
function linePitch(page: TemplatePage, sizePt: number, acrossPt: number): number {
  if (page.linePitch !== undefined) return toPoints(page.linePitch, sizePt);
  const lines = page.typeArea?.lines;
  return lines === undefined ? sizePt * 1.7 : (acrossPt - sizePt) / (lines - 1);
}
