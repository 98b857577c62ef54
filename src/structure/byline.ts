import { findDate, parseDate } from './dates.js';
import type { Cleaned } from './removal.js';
import type { FactReason } from './report.js';
import { isBody, type Row, type TextRow } from './row.js';

/** Bylines stand right under the title, a day and a name on lines of their own at most. */
const MOST_LINES = 3;

const GAP = '[ \u3000]+';
/** 沈望, 沈　望 (two characters set to the width of three), 欧阳修, 阿依古丽·买买提. */
const NAME = `\\p{Script=Han}{2,4}|\\p{Script=Han}[ \u3000]{1,3}\\p{Script=Han}|\\p{Script=Han}{1,8}·\\p{Script=Han}{1,8}`;
/** Ends of an office: 县教育局局长, 县委书记. */
const OFFICE =
  '书记|[省市县区乡镇村州局厅部处科所站校院社厂馆队会团班]长|主任|主席|主编|总编|经理|教授|研究员|委员|秘书|专员|总裁|代表|同志|作者|[讲发演][话言讲]人';
/** What stands behind an office and is no name: 校长　寄语. */
const SPEECH = '致[辞詞]|讲话|发言|寄语|报告|述职|简介|信箱|访谈|说明|职责';
const REPORTER = '(?:特约|实习|见习)?(?:记者|通讯员|实习生|撰稿人?)';

interface Shape {
  readonly rule: string;
  readonly pattern: RegExp;
}

/** Lines that name who wrote or spoke, without a label and a colon: one row to add a shape. */
const SHAPES: readonly Shape[] = [
  shape('office', `^\\S{0,20}(?:${OFFICE})${GAP}(?!${SPEECH})(?<names>${NAME})$`),
  shape(
    'reporter',
    `^\\S{0,10}${REPORTER}${GAP}(?<names>(?:${NAME})(?:[ \u3000、]+(?:\\S{0,10}${REPORTER}${GAP})?(?:${NAME})){0,5})$`,
  ),
  shape('sign', `^[\u25A1\u25CB\u25CE\u25B3\u25C7]\\s?(?<names>(?:${NAME})(?:${GAP}(?:${NAME})){0,3})$`),
  shape('by', "^[Bb][Yy] (?<names>\\p{Lu}[\\p{L}.'\u2019-]{0,20}(?: \\p{Lu}[\\p{L}.'\u2019-]{0,20}){1,3})$"),
  // the line under the title of an article of 微信公众号
  shape('original', `^原创${GAP}(?<names>\\S{1,12})${GAP}(?<source>\\S{1,20})$`),
];

function shape(rule: string, pattern: string): Shape {
  return { rule, pattern: new RegExp(pattern, 'u') };
}

/** What a line under the title says, or undefined when it may be text. */
function factsOf(row: TextRow): FactReason[] | undefined {
  if (row.headingLevel !== undefined || row.unit !== 'physical' || row.text.length > 60) return undefined;
  const { line } = row;
  const bare = row.text.replace(/^[(\uFF08](.*)[)\uFF09]$/u, '$1').trim();
  const alone = parseDate(bare);
  if (alone) return [{ fact: 'publishedOn', value: alone, line, rule: 'byline' }];
  const found = findDate(bare);
  const rest = found ? `${bare.slice(0, found.start)}${bare.slice(found.end)}` : bare;
  for (const { pattern } of SHAPES) {
    const groups = pattern.exec(rest.trim())?.groups;
    if (!groups) continue;
    return [
      ...namesOf(groups.names ?? '').map((value) => ({ fact: 'authors', value, line, rule: 'byline' })),
      ...(groups.source ? [{ fact: 'sourceName', value: groups.source, line, rule: 'byline' }] : []),
      ...(found ? [{ fact: 'publishedOn', value: found.day, line, rule: 'byline' }] : []),
    ];
  }
  return undefined;
}

/** The names, a spread one closed up; names of one script only, so that Jane Smith keeps her space. */
function namesOf(names: string): string[] {
  if (/\p{Script=Latin}/u.test(names)) return [names];
  return closeNames(names.replace(new RegExp(`\\S{0,10}${REPORTER}${GAP}`, 'gu'), ''))
    .split(/[ \u3000、]+/u)
    .filter((name) => name !== '');
}

/** 沈　望 as 沈望: one character, a gap and one character are a name set to the width of three. */
export function closeNames(names: string): string {
  return names.replace(
    /(?<=^|[ \u3000、])(\p{Script=Han})[ \u3000]{1,3}(\p{Script=Han})(?=$|[ \u3000、])/gu,
    '$1$2',
  );
}

/** Whether a line names its writer or speaker: 县委书记 王大明. */
export function isByline(row: Row | undefined): boolean {
  return row?.type === 'line' && factsOf(row)?.some(({ fact }) => fact === 'authors') === true;
}

/** ■ before several lines is the sign of sub-heads, not of a writer. */
function opensSeveral(text: string, rows: readonly Row[]): boolean {
  const [sign = ''] = text;
  const isSign = /[\u25A0-\u25FF]/u.test(sign);
  return isSign && rows.filter((row) => row.type === 'line' && row.text.startsWith(sign)).length > 1;
}

/** Takes the lines under a title that say who wrote or spoke, and when, and hands what they say to the provenance. */
export function readByline(rows: readonly Row[]): Cleaned {
  const facts: FactReason[] = [];
  let count = 0;
  for (let row = rows[count]; count < MOST_LINES && row?.type === 'line'; row = rows[++count]) {
    const found = factsOf(row);
    if (!found || opensSeveral(row.text, rows)) break;
    facts.push(...found);
  }
  // without a text under them they are the text
  if (count === 0 || !rows.slice(count).some(isBody)) return { rows, removed: [], facts: [] };
  const removed = rows
    .slice(0, count)
    .flatMap((row) => (row.type === 'line' ? [{ line: row.line, text: row.source, rule: 'byline' }] : []));
  return { rows: rows.slice(count), removed, facts };
}
