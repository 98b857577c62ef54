import { sliceInlines, trimInlines } from '../inline-text.js';
import { type Row, type TextRow, withInlines } from '../row.js';

const NUMERAL = '[0-9〇零一二三四五六七八九十百]{1,5}';
/** 第一章 总则第一条 为了规范…: a chapter's title, and the clause below it that lost its line end. */
const GLUED = new RegExp(
  `^第${NUMERAL}[章节節]\\s{0,6}[^\\s。\\uFF0C\\uFF1B\\uFF1A、第]{1,20}(?:\\s{1,4}[^\\s。\\uFF0C\\uFF1B\\uFF1A、第]{1,10})?\\s{0,6}(?=第${NUMERAL}[条條][\\s\\uFF1A])`,
  'u',
);

/** Parts a chapter's title from the clause that follows it in the same line. */
export function splitGluedClauses(rows: readonly Row[]): readonly Row[] {
  const isGlued = (row: Row): boolean =>
    row.type === 'line' && row.text.startsWith('第') && GLUED.test(row.text);
  return rows.some(isGlued) ? rows.flatMap((row): Row[] => (row.type === 'line' ? split(row) : [row])) : rows;
}

function split(row: TextRow): TextRow[] {
  const end = GLUED.exec(row.text)?.[0].length;
  if (end === undefined || row.headingLevel !== undefined) return [row];
  return [sliceInlines(row.inlines, 0, end), sliceInlines(row.inlines, end)].map(
    (inlines, index): TextRow => {
      const piece = withInlines(row, trimInlines(inlines));
      return { ...piece, source: piece.text, ...(index > 0 && { blankLinesBefore: 0 }) };
    },
  );
}
