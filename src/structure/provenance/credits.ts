import { countButtons } from '../furniture/button-rows.js';
import { type Frame, placeOf } from '../furniture/frame.js';
import { isLeading, looksLikeSite } from '../furniture/furniture.js';
import { isCard } from '../furniture/strays.js';
import { diaryDays } from '../headings/diary.js';
import type { Cleaned } from '../removal.js';
import type { FactReason, RemovedText } from '../report.js';
import { hanCount, type Row, type TextRow } from '../row.js';
import { readBylineRow } from './byline.js';
import { parseDate } from './dates.js';
import { isPersonName } from './names.js';
import { mayName } from './no-names.js';
import { isMetadata } from './provenance.js';
import { readTokenLine } from './token-line.js';

/** Who wrote it, said without a label: a name alone in the head, a line in brackets under the text, a card of a forum. */

const CARD_WITHIN = 3;
/** 本帖最后由 慢生活 于 2016-8-14 编辑 */
const EDITED = /^本帖最后由\s+(\S{1,20})\s+于.{1,40}编辑/u;
/** （作者系市社科院助理研究员高原）, （综合部 王磊）, （通讯员 李四）. */
const BRACKETED = /^[(\uFF08]\s*([^()\uFF08\uFF09]{2,60}?)\s*[)\uFF09]$/u;
const WRITER = /^(?:本文)?(?:作者|执笔|供稿|撰稿|撰文|通讯员|记者|原创)\s*[:\uFF1A\u4E3A为系是]?\s*/u;
const PHOTOGRAPHED = /\s*(?:摄影报道|摄影报导|摄影|报道|文\/图|图文|文图|图\/文|摄)$/u;
const OFFICE_END =
  /(?:[部处科室办局委院社站厅所会长员授师任]|中心|学校|小学|中学|大学|公司|集团|记者|通讯员)\s*$/u;

/** Reads names that no label announces, in the windows before and after the text. */
export function readCredits(rows: readonly Row[], frame: Frame): Cleaned {
  const facts: FactReason[] = [];
  const removed: RemovedText[] = [];
  let isNamed = false;
  const days = diaryDays(rows);
  const titleAt = rows.findIndex(
    (row) => row.type === 'line' && !looksLikeSite(row) && !isMetadata(row) && !isBreadcrumb(row),
  );
  const kept = rows.filter((row, index) => {
    const place = placeOf(index, frame);
    if (row.type !== 'line' || row.unit !== 'physical' || row.headingLevel !== undefined || place === 'body')
      return true;
    if (days.has(row)) return true;
    const inHead = index > titleAt ? namesInHead(rows, index, row, isNamed) : undefined;
    const names = place === 'head' ? inHead : namesInTail(row);
    if (names === undefined) return true;
    facts.push(...names);
    if (names.some(({ fact }) => fact === 'authors')) isNamed = true;
    removed.push({ line: row.line, text: row.source, rule: 'byline' });
    return false;
  });
  return { rows: kept, removed, facts };
}

function namesInHead(
  rows: readonly Row[],
  index: number,
  row: TextRow,
  isNamed: boolean,
): FactReason[] | undefined {
  const edited = EDITED.exec(row.text)?.[1];
  if (edited !== undefined) return [author(edited, row)];
  const told = readBylineRow(row);
  // a day alone is left to the labels, whose value it may be
  if (told !== undefined && parseDate(row.text) === undefined && !isMetadata(row))
    return told.flatMap((fact) => withoutPlaces(fact, rows));
  const tokens = isMetadata(row) || parseDate(row.text) !== undefined ? undefined : readTokenLine(row.text);
  if (tokens)
    return tokens.flatMap((found) => withoutPlaces({ ...found, line: row.line, rule: 'byline' }, rows));
  if (isNamed) return undefined;
  const [name = '', button = ''] = row.text.split(/\s+/u);
  if (button !== '' && countButtons(button) > 0 && mayName(name) && isHandle(name))
    return [author(name, row)];
  if (!isHandle(row.text)) return undefined;
  const below = rows.slice(index + 1, index + 1 + CARD_WITHIN);
  const isUser = below.some((other) => other.type === 'line' && isCard(other.text));
  const next = rows[index + 1];
  const isSigned =
    (isPersonName(row.text) || /^[阿小老]\p{Script=Han}$/u.test(row.text)) &&
    next !== undefined &&
    (isMetadata(next) || (next.type === 'line' && readBylineRow(next) !== undefined));
  return (isUser && !isCard(row.text)) || isSigned ? [author(row.text, row)] : undefined;
}

/** A word of the way to the page names its place there. */
function withoutPlaces(told: FactReason, rows: readonly Row[]): FactReason[] {
  if (told.fact !== 'authors' && told.fact !== 'sourceName') return [told];
  const isPlace = rows.some(
    (row) => row.type === 'line' && isBreadcrumb(row) && isStep(told.value, row.text),
  );
  return [isPlace && !isPersonName(told.value) ? { ...told, fact: 'channel' } : told];
}

/** A step as a whole: 阿默 is none of 阿默的窩, 随笔 is one of 首页 > 随笔. */
function isStep(word: string, path: string): boolean {
  return path.split(/[>»›\u2192\uFF1E/:\uFF1A|]/u).some((step) => step.trim() === word);
}

/** One step to a page is no title either: 问答首页 > 园艺. */
function isBreadcrumb(row: Row): boolean {
  return row.type === 'line' && (isLeading(row) || /^[^>]{2,14}\s*[>›»]{1,2}\s*[^>]{0,24}$/u.test(row.text));
}

/** The name of a user or of a person: one short word. */
function isHandle(text: string): boolean {
  return (
    /^(?![我你您])[\p{L}\p{N}_·-]{2,12}$/u.test(text) &&
    !/^匿名/u.test(text) &&
    countButtons(text) === 0 &&
    !/^\d+$/u.test(text)
  );
}

function namesInTail(row: TextRow): FactReason[] | undefined {
  const edited = EDITED.exec(row.text)?.[1];
  if (edited !== undefined) return [author(edited, row)];
  const pupil = /^(?:姓名|作者姓名)[:\uFF1A]\s*(\S{2,8})$/u.exec(row.text)?.[1];
  if (pupil !== undefined && isPersonName(pupil)) return [author(pupil, row)];
  const inner = BRACKETED.exec(row.text)?.[1]?.replace(PHOTOGRAPHED, '');
  if (inner === undefined || hanCount(inner) > 40 || /[。\uFF1B]/u.test(inner)) return undefined;
  const said = inner.replace(WRITER, '');
  const names = said.split(/[、\s]+/u);
  if (said !== inner && names.every(isPersonName)) return names.map((name) => author(name, row));
  const found = nameAtEnd(said);
  if (found === undefined) return undefined;
  const isSure = said !== inner || OFFICE_END.test(said.slice(0, said.length - found.length));
  return isSure ? [author(found, row)] : undefined;
}

/** 市社科院助理研究员高原 → 高原. */
function nameAtEnd(text: string): string | undefined {
  const gap = /\s(\p{Script=Han}{2,4})$/u.exec(text)?.[1];
  if (gap !== undefined && isPersonName(gap)) return gap;
  return [3, 2]
    .map((length) => text.slice(-length))
    .find((name) => isPersonName(name) && OFFICE_END.test(text.slice(0, -name.length)));
}

function author(value: string, { line }: TextRow): FactReason {
  return { fact: 'authors', value, line, rule: 'byline' };
}
