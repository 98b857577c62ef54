import { findDate } from '../provenance/dates.js';
import { rememberedOf } from '../remembered.js';
import { isBody, type Row } from '../row.js';

const LONGEST = 24;
const FEWEST = 2;

/** 2020年3月1日 星期日 晴: a day without a time of day, over a paragraph. */
function isEntry(row: Row, next: Row | undefined): boolean {
  if (row.type !== 'line' || row.text.length > LONGEST || !isBody(next)) return false;
  const found = findDate(row.text);
  return found?.start === 0 && !/\d[:\uFF1A]\d\d/u.test(row.text);
}

/** The days of a diary, which head its entries and say nothing of the page: none when there is only one. */
export const diaryDays: (rows: readonly Row[]) => ReadonlySet<Row> = rememberedOf(findDays);

function findDays(rows: readonly Row[]): ReadonlySet<Row> {
  const days = rows.filter((row, index) => isEntry(row, rows[index + 1]));
  return new Set(days.length >= FEWEST ? days : []);
}
