import { parseLabel } from '../../numbering/index.js';
import { endsSentence, type Row, type TextRow } from '../row.js';
import { SIGN } from '../signs.js';
import {
  closes,
  isItem,
  isLeadIn,
  isLineBody,
  isLooselyBare,
  isOverDay,
  isVeryShort,
  opensList,
} from './bare-shape.js';
import type { SubHead } from './sub-heads.js';

const LONGEST = 12;
/** 早上：大明湖与翠亨公园. */
const LONGEST_WITH_COLON = 18;
const FEWEST = 2;

/** A row that may head a piece of the section it stands in. */
interface Inner {
  readonly at: number;
  readonly row: TextRow;
  /** Index of the numbered heading above it. */
  readonly section: number;
}

/**
 * Heads without a number below headings that have one: 长白山 and 峨眉山 under 1.1. Two in one section, each over a
 * paragraph, or the same words under two numbers (亮点推荐 under 一、 and 二、); right below a number one is enough
 * beside those.
 *
 * @param taken Rows that are headings already.
 */
export function sectionHeads(rows: readonly Row[], taken: ReadonlySet<number>): SubHead[] {
  const inner = innerRows(rows, taken);
  const bySection = countBy(inner, ({ section }) => section);
  const byText = sectionsOf(inner);
  const isShown = ({ section, row: { text } }: Inner): boolean =>
    (!isChapter(rows[section]) && (bySection.get(section) ?? 0) >= FEWEST) ||
    (byText.get(text)?.size ?? 0) >= FEWEST;
  const shown = new Set(inner.filter(isShown).map(({ section }) => section));
  if (shown.size === 0) return [];
  return inner
    .filter(({ at, section }) => shown.has(section) || taken.has(at - 1))
    .map(({ at, row }) => ({
      at,
      row,
      key: 'unnumbered',
      score: 5,
      cues: ['+inside-a-section', '+text-below', '+short'],
    }));
}

/** Novels have lines that end in no mark, sounds and names: only what comes again under another chapter is a head there. */
function isChapter(row: Row | undefined): boolean {
  return row?.type === 'line' && /^(?:volume|chapter)$/u.test(parseLabel(row.text)?.label.scheme ?? '');
}

function innerRows(rows: readonly Row[], taken: ReadonlySet<number>): Inner[] {
  const first = Math.min(...taken);
  const seen = new Set<string>();
  const inner: Inner[] = [];
  let section = -1;
  for (const [at, row] of rows.entries()) {
    if (taken.has(at)) {
      section = at;
      seen.clear();
    }
    if (at <= first || taken.has(at) || row.type !== 'line' || !fits(rows, at, row, taken)) continue;
    // one who speaks twice in a section is in a talk
    if (seen.has(row.text)) continue;
    seen.add(row.text);
    inner.push({ at, row, section });
  }
  return inner;
}

function fits(rows: readonly Row[], at: number, row: TextRow, taken: ReadonlySet<number>): boolean {
  const longest = (row.signs & SIGN.colon) === 0 ? LONGEST : LONGEST_WITH_COLON;
  if (row.han > longest || endsSentence(row.text) || !isLooselyBare(row)) return false;
  const [before, after] = [rows[at - 1], rows[at + 1]];
  if (taken.has(at + 1) || isOverDay(after)) return false;
  const opensPiece = taken.has(at - 1) || closes(before) || isItem(before) || isLeadIn(before);
  return opensPiece && (isLineBody(after) || (opensList(after) && isVeryShort(row)));
}

function countBy<Key>(inner: readonly Inner[], keyOf: (head: Inner) => Key): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const head of inner) counts.set(keyOf(head), (counts.get(keyOf(head)) ?? 0) + 1);
  return counts;
}

function sectionsOf(inner: readonly Inner[]): Map<string, Set<number>> {
  const sections = new Map<string, Set<number>>();
  for (const { row, section } of inner)
    sections.set(row.text, (sections.get(row.text) ?? new Set()).add(section));
  return sections;
}
