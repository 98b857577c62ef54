import { remembered } from '../remembered.js';
import type { Cleaned } from '../removal.js';
import type { RemovedText } from '../report.js';
import { endsSentence, type Row, type TextRow } from '../row.js';
import { countButtons, isBarRow, isButtonRow, isMenuRow, mayBeMenu } from './button-rows.js';
import { type Frame, placeOf } from './frame.js';
import type { Family } from './furniture-families.js';
import { hasOpenLines } from './open-lines.js';
import { toSimplified } from './simplified.js';
import { siteVoice } from './site-sentences.js';
import { mayBeOneOf, strongestFamily } from './strongest-family.js';

/** Removed in the tail, these take the short lines after them along: the titles of other pages. */
const WITH_FOLLOWERS: ReadonlySet<string> = new Set(['related', 'neighbours']);

/** Words that texts end with too (联系电话, 主办单位): furniture only beside a surer line of the same family. */
const NEED_COMPANY: ReadonlySet<string> = new Set(['legal-footer', 'votes']);

/** Rows between two that stand beside one another. */
const NEAR = 2;

const SHORT_HAN = 30;
/** Eighty characters, each of one unit or two, and an ending. */
const LONGEST_FILE_NAME = 165;
const LONGEST_BUTTON = 10;
/** Of a family. */
const MOST_WEIGHT = 3;
const REMOVE_FROM = 4;
/** Formats that an author writes by hand hold few lines of a site, and more of the same words. */
const REMOVE_FROM_IN_MARKUP = 5;

/** The strongest family that a line belongs to by its words; each pass over the rows asks for it. */
const familyOf: (written: string) => Pick<Family, 'rule' | 'weight'> | undefined = remembered(readFamily);

function readFamily(written: string): Pick<Family, 'rule' | 'weight'> | undefined {
  const text = toSimplified(written);
  if (isMenuRow(text)) return { rule: 'menu', weight: 3 };
  const voice = siteVoice(text);
  if (voice === 3) return { rule: 'site-voice', weight: voice };
  let best: Pick<Family, 'rule' | 'weight'> | undefined;
  if (voice !== 0) best = { rule: 'site-voice', weight: voice };
  if (isBarRow(text)) best = { rule: 'menu', weight: 1 };
  if (isButtonRow(text)) best = { rule: 'buttons', weight: 2 };
  return strongestFamily(text, best?.weight ?? 0) ?? best;
}

/** A line that no text has, by its shape alone: used to find where the text begins and ends. */
export function isPlainFurniture(row: Row): boolean {
  if (row.type !== 'line') return false;
  const family = familyOf(row.text);
  return (
    family?.weight === 3 ||
    family?.rule === 'breadcrumb' ||
    family?.rule === 'menu' ||
    family?.rule === 'buttons'
  );
}

const LEADING: ReadonlySet<string> = new Set(['menu', 'breadcrumb', 'site-tag']);
const mayLead = mayBeOneOf(LEADING);

/** How surely a row is a site's by a shape that is listed, 0 to 3. */
export function siteWeight(row: Row): number {
  return row.type === 'line' ? (familyOf(row.text)?.weight ?? 0) : 0;
}

/** A line of a site by its words, wherever it stands. */
export function looksLikeSite(row: Row): boolean {
  return siteWeight(row) >= 2;
}

/** A line that stands above the title of a page: its menu, or the way to it. */
export function isLeading(row: Row): boolean {
  if (row.type !== 'line') return false;
  // asked of every row, and no sentence is any of these
  if (!mayBeMenu(row.text) && !mayLead(row.text, row.signs)) return false;
  return LEADING.has(familyOf(row.text)?.rule ?? '');
}

/** The rule that removes the row, or undefined. A family word inside a long sentence never suffices. */
function furnitureRule(
  row: TextRow,
  index: number,
  frame: Frame,
  isOpen: boolean,
  company: (rule: string, index: number) => boolean,
): string | undefined {
  if (row.headingLevel !== undefined) return undefined;
  const place = placeOf(index, frame);
  const cues = [row.han <= SHORT_HAN, !isOpen && !endsSentence(row.text), place !== 'body'];
  const held = cues.filter(Boolean).length;
  const needed = row.unit === 'physical' ? REMOVE_FROM : REMOVE_FROM_IN_MARKUP;
  // a paragraph within the text stays, whatever words it has
  if (MOST_WEIGHT + held < needed) return undefined;
  const found = familyOf(row.text);
  // 设置 > 网络 > 有线连接 within a text is a way through a program
  if (found?.rule === 'breadcrumb' && found.weight < 3 && place === 'body') return undefined;
  if (!found || (found.weight === 1 && NEED_COMPANY.has(found.rule) && !company(found.rule, index)))
    return undefined;
  const score = found.weight + held;
  // 他问我要不要关注公众号。: a short sentence may open a text
  const opens = found.rule === 'follow' && endsSentence(row.text) && place === 'head' ? 1 : 0;
  return score >= needed + opens ? found.rule : undefined;
}

/** Takes the site's own lines away. */
export function removeFurniture(rows: readonly Row[], frame: Frame): Cleaned {
  const removed: RemovedText[] = [];
  let texts: ReadonlySet<string> | undefined;
  const isLine = (text: string): boolean => {
    texts ??= new Set(rows.map((row) => (row.type === 'line' ? row.text : '')));
    return texts.has(text);
  };
  const counts = countTexts(rows);
  const company = (rule: string, index: number): boolean =>
    rows.slice(Math.max(0, index - NEAR), index + NEAR + 1).some((row) => {
      const found = row.type === 'line' && row.headingLevel === undefined ? familyOf(row.text) : undefined;
      return found?.rule === rule && found.weight > 1;
    });
  const isOpen = hasOpenLines(rows, looksLikeSite);
  let following: string | undefined;
  const kept = rows.filter((row, index) => {
    if (row.type !== 'line') return true;
    const found = furnitureRule(row, index, frame, isOpen, company);
    const listed = found === 'related' && namesBooks(rows[index + 1]) ? undefined : found;
    const own =
      (listed === 'follow' && isAmongSteps(rows, index) ? undefined : listed) ??
      (isFileName(row.text, isLine) ? 'file-name' : undefined) ??
      (isRepeatedButton(row.text, counts) ? 'buttons' : undefined);
    const inTail = placeOf(index, frame) === 'tail';
    const rule = own ?? (isFollower(row) ? following : undefined);
    if (own && inTail && WITH_FOLLOWERS.has(own)) following = own;
    if (rule) removed.push({ line: row.line, text: row.source, rule });
    return rule === undefined;
  });
  return { rows: removed.length === 0 ? rows : kept, removed, facts: [] };
}

/** Short lines without marks on both sides, none of which is a site's: 点击免费下载 is one of the steps. */
function isAmongSteps(rows: readonly Row[], index: number): boolean {
  const near = [...rows.slice(Math.max(0, index - NEAR), index), ...rows.slice(index + 1, index + 1 + NEAR)];
  return (
    near.length === 2 * NEAR &&
    near.every((row) => row.type === 'line' && isFollower(row) && siteWeight(row) === 0 && row.han >= 4)
  );
}

/** 延伸阅读, and below it 1. 《乡土中国》: what the author recommends, and no other page. */
function namesBooks(next: Row | undefined): boolean {
  return (
    next?.type === 'line' &&
    /^(?:[0-9]{1,2}[.、\uFF0E]\s?|[-\u2022·]\s?)《[^《》]{1,40}》.{0,14}$/u.test(next.text)
  );
}

/** How often each short line occurs. */
function countTexts(rows: readonly Row[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (row.type === 'line' && row.text.length <= LONGEST_BUTTON)
      counts.set(row.text, (counts.get(row.text) ?? 0) + 1);
  }
  return counts;
}

/** 编辑 behind every heading of an encyclopaedia: one button alone proves nothing, several do. */
function isRepeatedButton(text: string, counts: ReadonlyMap<string, number>): boolean {
  return (
    text.length <= LONGEST_BUTTON &&
    (counts.get(text) ?? 0) >= 2 &&
    countButtons(toSimplified(text)) > 0 &&
    /\p{Script=Han}{2}/u.test(text)
  );
}

/** 毕业论文.docx above the title 毕业论文: what a library calls the file. */
function isFileName(text: string, isLine: (text: string) => boolean): boolean {
  if (text.length > LONGEST_FILE_NAME || !text.includes('.')) return false;
  const stem = /^(.{1,80})\.(?:docx?|pdf|pptx?|txt|wps|rtf)$/iu.exec(text)?.[1];
  return stem !== undefined && isLine(stem);
}

function isFollower(row: TextRow): boolean {
  return row.unit === 'physical' && row.han <= SHORT_HAN && !endsSentence(row.text);
}
