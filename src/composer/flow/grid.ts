import type { PageSetup, StyleSheet } from '../../style/index.js';
import type { FontMetrics } from '../metrics.js';

/** Where the em box of Han characters ends above the base line when a face does not say. */
const EM_TOP = 0.88;
/** The body lines of a page. Heights count from the top of the em box of a line to the bottom of that of another. */
export class Grid {
  readonly pitchPt: number;
  readonly sizePt: number;
  readonly rows: number;
  /** From the top of a row to its base line. */
  readonly ascentPt: number;

  constructor(page: Pick<PageSetup, 'linePitchPt' | 'linesPerPage'>, sizePt: number, emTop: number = EM_TOP) {
    this.pitchPt = page.linePitchPt;
    this.sizePt = sizePt;
    this.rows = page.linesPerPage;
    this.ascentPt = sizePt * emTop;
  }

  /** The same lines, more or fewer of them. */
  withRows(rows: number): Grid {
    if (rows === this.rows) return this;
    const page = { linePitchPt: this.pitchPt, linesPerPage: rows };
    return new Grid(page, this.sizePt, this.ascentPt / this.sizePt);
  }

  /** Height of `rows` lines: k sizes and the gaps between them (CLREQ, type area). */
  height(rows: number): number {
    return rows <= 0 ? 0 : (rows - 1) * this.pitchPt + this.sizePt;
  }

  /** How many lines a height and the space around it take up, counted as a fraction. */
  lines(heightPt: number): number {
    return (heightPt - this.sizePt) / this.pitchPt + 1;
  }

  /** Whole lines that hold a height together with `spaceLines` of space. */
  rowsFor(heightPt: number, spaceLines: number = 0): number {
    return Math.ceil(this.lines(heightPt) + spaceLines - 1e-6);
  }

  /** Whole lines that fit into a height. */
  rowsIn(heightPt: number): number {
    return Math.floor(this.lines(heightPt) + 1e-6);
  }

  /** Between two lines. */
  get gapPt(): number {
    return this.pitchPt - this.sizePt;
  }

  /** Height of the type area. */
  get areaPt(): number {
    return this.height(this.rows);
  }
}

/** The body lines of a style sheet, on the face that sets its Han characters. */
export function gridOf(sheet: StyleSheet, metrics: FontMetrics): Grid {
  const body = sheet.styles.body;
  const face = metrics.faceFor(0x56fd, body.family, body.weight);
  return new Grid(sheet.page, body.sizePt, face < 0 ? EM_TOP : metrics.emBox(face)[1]);
}
