import type { Attachments, Block, Salutation, Signature } from '../../model/index.js';
import { parseLabel } from '../../numbering/index.js';
import { sliceInlines, trimInlines } from '../inline-text.js';
import { findDate, parseDate } from '../provenance/dates.js';
import { endsInColon, endsSentence, isBody, type Row, type TextRow } from '../row.js';
import { SIGN } from '../signs.js';

/** Blocks made of rows, and how many rows they took. */
export interface Recognised {
  readonly blocks: readonly Block[];
  readonly rowsTaken: number;
}

/** Words with which one addresses a reader. */
const ADDRESSES =
  /^(?:尊敬的|敬[爱愛]的|[亲親][爱愛]的|各位|各[^\uFF0C。]{1,24}(?:[单單]位|部[门門]|[学學]校|公司|企[业業]|政府|委员会|委員會)|(?:同志|同[学學]|老[师師]|朋友|女士|先生|[乡鄉][亲親]|[战戰]友|代表|家[长長])[们們]|大家好)/u;
/** 各班级：, 全体居民朋友们：: all of them are addressed. */
const ADDRESSES_ALL =
  /^(?:各[^\uFF0C。\uFF1A:]{1,30}|全[体體校市县區区镇村厂院][^\uFF0C。\uFF1A:]{1,20}|[^\uFF0C。\uFF1A:]{1,20}[们們])[:\uFF1A]$/u;
/** 霍主席、各位師傅、各位街坊：: some by their names, then all. */
const ADDRESSES_SOME = /^(?:[\p{Script=Han}·]{2,12}[、\uFF0C\s]{1,2}){1,8}各位[^。]{1,24}[:\uFF1A]$/u;
/** Words that open speech: 他说：is no salutation. */
const SPEAKS = /[说道曰问答喊叫云写称想]\s*[:\uFF1A]$/u;

const LONGEST_SALUTATION = 60;
const LONGEST_SIGNER = 26;
/** How far from the end a signature may stand: a remark (此件公开发布) or a list of attachments follows it. */
const SIGNATURE_WITHIN = 6;
const MOST_SIGNERS = 3;
const MOST_OFFICERS = 7;
/** Han of an office and a name. */
const LONGEST_OFFICER = 12;
/** What may stand under a signature: remarks on publication, receivers of copies, a contact. */
const BELOW_SIGNATURE = /^[(\uFF08](?:此件|联系|聯絡|本文|注)|^抄[送报報]|^主题词|^印发|^(?:联系|聯絡)/u;
/** 王海 李明 赵青: a list of people, none of whom signs. */
const NAMES = /^\S{1,6}(?:[ \u3000]{1,4}\S{1,6}){2,}$/u;
/** 此致, 敬礼: words that close a letter and sign nothing. */
export const CLOSING_WORDS: RegExp =
  /^(?:此致|敬[礼禮]|顺颂|順頌|此颂|祝好|谨启|敬启|特此.{0,8}|祝.{1,10})[\s!\uFF01。]*$/u;
/** 审判员　　季　平: an office, a wide gap, a name. */
export const NAMES_OFFICER: RegExp =
  /^\p{Script=Han}(?:[ \u3000]?\p{Script=Han}){1,7}[ \u3000]{2,}\p{Script=Han}[ \u3000]{0,4}\p{Script=Han}{1,3}$/u;
/** 10月8日, 十月八日夜: how friends date a letter. */
const YEARLESS_DAY =
  /^(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})月(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号號](?:[晨夜晚]|凌晨|清晨|深夜|晚上)?$/u;
/** A name that a greeting follows: 建国：, 你好！ */
const NAME_CALLED = /^[\p{Script=Han}·]{1,8}[:\uFF1A]$/u;
const GREETS = /^(?:[你您][们們]?好|[见見]字如|[别別][来來]|近[来來]可好|久疏|好久[没不])/u;
/** 项目联系人：蒋工, 电　　话：…: how to reach those who sign. */
const CONTACT =
  /^(?:联系|聯絡|电话|地址|邮编|传真|邮箱|时间)|^\p{Script=Han}{0,6}(?:联系人|联系方式|聯絡人|电话|電話|手机|传真|邮箱|电邮|地址|邮编|网址|微信|QQ|时间)[:\uFF1A]/u;
/** An indent that no paragraph has. */
const RIGHT_EM = 8;

/** Another letter begins below the day of the one before. */
export function readNextSalutation(rows: readonly Row[], at: number): Salutation | undefined {
  const row = rows[at];
  return row?.type === 'line' && isCall(row) && isDay(rows[at - 1])
    ? { type: 'salutation', children: row.inlines }
    : undefined;
}

/** The line that addresses the reader, near the start of a part: 各市、县教育局：, 尊敬的各位老师：. */
export function readSalutation(row: TextRow, rowsBefore: number, next?: Row): Salutation | undefined {
  if (row.han > LONGEST_SALUTATION || !endsInColon(row.text) || SPEAKS.test(row.text)) return undefined;
  const near = rowsBefore <= 2;
  const isMain =
    rowsBefore <= 1 &&
    (row.indentEm < 1 || (next?.type === 'line' && next.indentEm <= row.indentEm)) &&
    /[局厅廳委部会會院校司室处處办辦市县縣区區政府位门門员員工]\s*[:\uFF1A]$/u.test(row.text);
  const isGreeted = near && NAME_CALLED.test(row.text) && next?.type === 'line' && GREETS.test(next.text);
  return near &&
    (ADDRESSES.test(row.text) ||
      ADDRESSES_ALL.test(row.text) ||
      ADDRESSES_SOME.test(row.text) ||
      isMain ||
      isGreeted)
    ? { type: 'salutation', children: row.inlines }
    : undefined;
}

/** Where name and date stand at the end of a part. */
export interface SignaturePlace {
  readonly start: number;
  /** Index after its last row. */
  readonly end: number;
  /** ISO 8601 day. */
  readonly day?: string;
  readonly line: number;
}

/** Finds 落款: up to three short lines of names, then a day; or names set at the right. */
export function findSignature(rows: readonly Row[]): SignaturePlace | undefined {
  const from = Math.max(1, rows.length - SIGNATURE_WITHIN);
  for (let at = rows.length - 1; at >= from; at--) {
    const row = rows[at];
    // a date above the text is not the one under it
    if (isBody(row) && !(row?.type === 'line' && BELOW_SIGNATURE.test(row.text))) return undefined;
    if (row?.type !== 'line' || row.headingLevel !== undefined) continue;
    const day = signatureDay(row.text);
    const isYearless = day === undefined && YEARLESS_DAY.test(row.text);
    if (day === undefined && !isAtRight(row) && !isYearless) continue;
    let start = at;
    while (start > from - 1 && at - start < MOST_SIGNERS && isSignerAbove(rows[start - 1], row)) start--;
    // a day without a year is a signature's only below a name
    if (isYearless && start === at) return undefined;
    let end = at + 1;
    while (end < rows.length && isOfficer(rows[end])) end++;
    return { start, end, line: row.line, ...(day && { day }) };
  }
  return undefined;
}

/** Names and a day under a letter that is not the last: set far to the right, or before what a letter brings. */
export function readInnerSignature(rows: readonly Row[], at: number): Recognised | undefined {
  return readOfficers(rows, at) ?? readAside(rows, at) ?? readBeforeAnnex(rows, at);
}

/** 审判员 季平, the day, 书记员 伍媛: a court signs with offices, the clerk below the day. */
function readOfficers(rows: readonly Row[], at: number): Recognised | undefined {
  let end = at;
  while (end - at < MOST_OFFICERS && isOfficer(rows[end])) end++;
  if (end === at || !isDay(rows[end])) return undefined;
  end++;
  const last = end + MOST_OFFICERS;
  while (end < last && isOfficer(rows[end])) end++;
  return signed(rows, at, end);
}

function readAside(rows: readonly Row[], at: number): Recognised | undefined {
  const isAside = (row: Row | undefined): row is TextRow => row?.type === 'line' && row.indentEm >= RIGHT_EM;
  let end = at;
  while (end - at < MOST_SIGNERS && isAside(rows[end]) && isSigner(rows[end])) end++;
  const last = rows[end - 1];
  const day = rows[end];
  // a day is short enough for a signer itself
  if (end - at >= 2 && last?.type === 'line' && parseDate(last.text)) return signed(rows, at, end);
  if (end === at || !isAside(day) || parseDate(day.text) === undefined) return undefined;
  return signed(rows, at, end + 1);
}

/** 关于…的实施意见: what a letter brings, its title alone on the line. */
const DOCUMENT =
  /^[^。\uFF0C\uFF1A]{4,40}(?:意[见見]|[办辦]法|方案|[规規]定|[规規]划|[细細]则|[细細]則|要点|要點|通知|章程)$/u;

/** Names, a day, and then the end of these rows (a heading follows), an annex, a remark or another letter. */
function readBeforeAnnex(rows: readonly Row[], at: number): Recognised | undefined {
  if (at === 0) return undefined;
  let end = at;
  while (end - at < MOST_SIGNERS && isSigner(rows[end]) && !isDay(rows[end])) end++;
  if (end === at || !isDay(rows[end])) return undefined;
  const after = rows[end + 1];
  const isEnd =
    after === undefined ||
    (after.type === 'line' &&
      (BELOW_SIGNATURE.test(after.text) ||
        /^附\s{0,4}[件录錄]/u.test(after.text) ||
        isCall(after) ||
        DOCUMENT.test(after.text)));
  return isEnd ? signed(rows, at, end + 1) : undefined;
}

function isDay(row: Row | undefined): boolean {
  return row?.type === 'line' && parseDate(row.text) !== undefined;
}

function isCall({ text }: TextRow): boolean {
  return endsInColon(text) && ADDRESSES.test(text);
}

function signed(rows: readonly Row[], start: number, end: number): Recognised {
  return { blocks: [toSignature(rows.slice(start, end))], rowsTaken: end - start };
}

/** A day alone, or short names and then the day. */
function signatureDay(text: string): string | undefined {
  const bare = text.replace(/^[(\uFF08]|[)\uFF09]$/gu, '');
  const alone = parseDate(bare);
  if (alone) return alone;
  const found = findDate(text);
  const names = found ? text.slice(0, found.start).trim() : '';
  const fits =
    found &&
    text.slice(found.end).trim() === '' &&
    names.length <= 20 &&
    !/[\uFF0C。\uFF1B\uFF1A、]|[于自至从]$/u.test(names);
  return fits ? found.day : undefined;
}

function isOfficer(row: Row | undefined): boolean {
  return (
    row?.type === 'line' &&
    row.headingLevel === undefined &&
    row.han <= LONGEST_OFFICER &&
    (row.signs & SIGN.blank) !== 0 &&
    NAMES_OFFICER.test(row.text)
  );
}

function isAtRight(row: TextRow): boolean {
  return (row.align === 'end' || row.indentEm >= 10) && isSigner(row);
}

function isSigner(row: Row | undefined): boolean {
  if (row?.type !== 'line' || row.headingLevel !== undefined || row.han > LONGEST_SIGNER) return false;
  return (
    row.han >= 2 &&
    !/[。\uFF01\uFF1F!?\uFF0C\uFF1B\uFF1A:;,”」]$/u.test(row.text) &&
    !endsSentence(row.text) &&
    !CLOSING_WORDS.test(row.text) &&
    (!NAMES.test(row.text) || NAMES_OFFICER.test(row.text)) &&
    parseLabel(row.text) === undefined &&
    !/^附件/u.test(row.text) &&
    !CONTACT.test(row.text.replace(/[ \u3000]+/gu, ''))
  );
}

/** A blank line between day and name parts them when the name is glued to what stands above: a poem, then its day. */
function isSignerAbove(row: Row | undefined, day: TextRow): boolean {
  const isGluedAbove = day.blankLinesBefore > 0 && row?.type === 'line' && row.blankLinesBefore === 0;
  return isSigner(row) && !isGluedAbove;
}

export function toSignature(rows: readonly Row[]): Signature {
  return { type: 'signature', lines: rows.flatMap((row) => (row.type === 'line' ? [row.inlines] : [])) };
}

/** 附件, 附件2： alone: an annex begins here. */
export function isAnnex(text: string): boolean {
  return /^附\s{0,4}件\s*[0-9一二三四五六七八九十]{0,2}\s*[:\uFF1A]?$/u.test(text);
}

const ATTACHMENTS = /^附\s{0,4}件\s*[:\uFF1A]\s*/u;

/** 附件：1.… with the numbered lines that follow. */
export function readAttachments(rows: readonly Row[], at: number): Recognised | undefined {
  const row = rows[at];
  if (row?.type !== 'line' || row.headingLevel !== undefined || !row.text.startsWith('附')) return undefined;
  const lead = ATTACHMENTS.exec(row.text)?.[0];
  if (lead === undefined || endsSentence(row.text)) return undefined;
  const first = row.text.length > lead.length ? [toItem(row, lead.length)] : [];
  const items: Attachments['items'][number][] = [...first];
  let next = at + 1;
  for (let found = rows[next]; found?.type === 'line'; found = rows[++next]) {
    const ordinal = parseLabel(found.text)?.label.ordinal;
    const goesOn = ordinal !== undefined && ordinal === (items.at(-1)?.label?.ordinal ?? 0) + 1;
    if (!goesOn || found.headingLevel !== undefined) break;
    items.push(toItem(found, 0));
  }
  return items.length === 0 ? undefined : { blocks: [{ type: 'attachments', items }], rowsTaken: next - at };
}

function toItem(row: TextRow, start: number): Attachments['items'][number] {
  const found = parseLabel(row.text.slice(start));
  const children = trimInlines(sliceInlines(row.inlines, start + (found?.restAt ?? 0)));
  return found ? { label: found.label, children } : { children };
}
