import { countButtons } from '../furniture/button-rows.js';
import { type Frame, placeOf } from '../furniture/frame.js';
import { isLeading, looksLikeSite } from '../furniture/furniture.js';
import { isCard } from '../furniture/strays.js';
import { diaryDays } from '../headings/diary.js';
import { sliceInlines, trimInlines } from '../inline-text.js';
import type { Cleaned } from '../removal.js';
import type { FactReason, RemovedText } from '../report.js';
import { hanCount, type Row, type TextRow, withInlines } from '../row.js';
import { bareNames } from './bare-names.js';
import { readBylineRow } from './byline.js';
import { readCreditWords } from './credit-words.js';
import { parseDate } from './dates.js';
import { isPersonName } from './names.js';
import { mayName } from './no-names.js';
import { isMetadata } from './provenance.js';
import { signedSentence, toldInPassing } from './signed-sentence.js';
import { sectionsOf } from './site-sections.js';
import { readTokenLine } from './token-line.js';
import { userCards } from './user-cards.js';

/** Who wrote it, said without a label: a name alone in the head, a line in brackets under the text, a card of a forum. */

const CARD_WITHIN = 3;
/** An abstract, key words and a lead may stand above the signs of those who wrote. */
const SIGNED_WITHIN = 6;
/** 本帖最后由 慢生活 于 2016-8-14 编辑 */
const EDITED = /^本帖最后由\s+(\S{1,20})\s+于.{1,40}编辑/u;
/** （作者系市社科院助理研究员高原）, （综合部 王磊）, （通讯员 李四）. */
const BRACKETED = /^[(\uFF08]\s*([^()\uFF08\uFF09]{2,60}?)\s*[)\uFF09]$/u;
/** □许培良 as the last line of a newspaper's piece. */
const SIGNED = /^[\u25A1\u25CB\u25CE\u25B3\u25C7\u25A0\u25C6]\s?(?:文\s?[/\uFF0F]\s?)?/u;
/** （撰文、摄影：陈安） behind the last sentence. */
const CLOSING = /(?<=[。\uFF01\uFF1F”])[(\uFF08]([^()\uFF08\uFF09]{3,60})[)\uFF09]$/u;
const WRITER = /^(?:本文)?(?:作者|执笔|供稿|撰稿|撰文|通讯员|记者|原创)\s*[:\uFF1A\u4E3A为系是]?\s*/u;
const PHOTOGRAPHED = /\s*(?:摄影报道|摄影报导|摄影|报道|文\/图|图文|文图|图\/文|摄)$/u;
const OFFICE_END =
  /(?:[部处科室办局委院社站厅所会长员授师任]|中心|学校|小学|中学|大学|公司|集团|记者|通讯员)\s*$/u;

/** What a row says of who wrote; it goes unless `left` says what stays of it. */
interface Credit {
  readonly names: readonly FactReason[];
  readonly left?: TextRow;
  readonly cut?: string;
}

/** Reads names that no label announces, in the windows before and after the text and at its two ends. */
export function readCredits(rows: readonly Row[], frame: Frame): Cleaned {
  const facts: FactReason[] = [];
  const removed: RemovedText[] = [];
  const kept: Row[] = [];
  const days = diaryDays(rows);
  const cards = userCards(rows.slice(0, frame.headEnd));
  const titleAt = rows.findIndex(
    (row) => row.type === 'line' && !looksLikeSite(row) && !isMetadata(row) && !isBreadcrumb(row),
  );
  const creditOf = (row: TextRow, index: number): Credit | undefined => {
    if (cards.has(row))
      return { names: [cards.get(row)].flatMap((name) => (name ? [author(name, row)] : [])) };
    if (row.unit !== 'physical' || row.headingLevel !== undefined || days.has(row)) return undefined;
    const isNamed = facts.some(({ fact }) => fact === 'authors');
    const place = placeOf(index, frame);
    if (place === 'body') return creditInText(rows, index, frame);
    const inHead = place === 'head' && index > titleAt;
    const names = inHead ? namesInHead(rows, index, row, isNamed) : namesInTail(row, place);
    const closing = index === frame.tailStart ? closingCredit(row) : undefined;
    if (closing) return closing;
    return names ? { names } : { names: toldInPassing(row, place), left: row };
  };
  for (const [index, row] of rows.entries()) {
    const credit = row.type === 'line' ? creditOf(row, index) : undefined;
    facts.push(...(credit?.names ?? []));
    if (row.type === 'line' && credit && credit.left !== row)
      removed.push({ line: row.line, text: credit.cut ?? row.source, rule: 'byline' });
    if (!credit || credit.left) kept.push(credit?.left ?? row);
  }
  return { rows: removed.length === 0 ? rows : kept, removed, facts };
}

/** The sentence with a label that opens a text (作者：壹叔，作者授权转载。), the brackets that close it (（撰文：陈安）). */
function creditInText(rows: readonly Row[], index: number, frame: Frame): Credit | undefined {
  const row = rows[index];
  if (row?.type !== 'line') return undefined;
  if (index === frame.headEnd) {
    const names = signedSentence(row);
    return names ? { names } : { names: toldInPassing(row, 'head'), left: row };
  }
  // □ 文/王 倩 below an abstract
  const signed = index <= frame.headEnd + SIGNED_WITHIN ? readSigned(row) : undefined;
  if (signed) return { names: signed };
  return index === frame.tailStart - 1 ? closingCredit(row) : undefined;
}

function readSigned(row: TextRow): FactReason[] | undefined {
  const names = SIGNED.test(row.text) ? bareNames(row.text.replace(SIGNED, '')) : undefined;
  return names?.map((name) => author(name, row));
}

function closingCredit(row: TextRow): Credit | undefined {
  const found = CLOSING.exec(row.text);
  const names = found?.[1] === undefined ? undefined : readCreditWords(found[1]);
  if (!found || !names || names.length === 0) return undefined;
  const left = withInlines(row, trimInlines(sliceInlines(row.inlines, 0, found.index)));
  return { names: names.map((name) => author(name, row)), left, cut: found[0] };
}

function namesInHead(
  rows: readonly Row[],
  index: number,
  row: TextRow,
  isNamed: boolean,
): FactReason[] | undefined {
  const edited = EDITED.exec(row.text)?.[1];
  if (edited !== undefined) return [author(edited, row)];
  const sentence = signedSentence(row);
  if (sentence) return sentence;
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
    (row) => row.type === 'line' && isBreadcrumb(row) && sectionsOf(row.text).includes(told.value),
  );
  return [isPlace && !isPersonName(told.value) ? { ...told, fact: 'channel' } : told];
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

function namesInTail(row: TextRow, place: 'head' | 'tail'): FactReason[] | undefined {
  if (place === 'head') return undefined;
  const edited = EDITED.exec(row.text)?.[1];
  if (edited !== undefined) return [author(edited, row)];
  const pupil = /^(?:姓名|作者姓名)[:\uFF1A]\s*(\S{2,8})$/u.exec(row.text)?.[1];
  if (pupil !== undefined && isPersonName(pupil)) return [author(pupil, row)];
  const signed = readSigned(row);
  if (signed) return signed;
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
