import { countButtons } from '../furniture/button-rows.js';
import { diaryDays } from '../headings/diary.js';
import type { Cleaned } from '../removal.js';
import type { FactReason } from '../report.js';
import { isBody, type Row, type TextRow } from '../row.js';
import { signersAt } from './bare-names.js';
import { type BodyWords, bodyWords } from './body-words.js';
import { readCreditWords } from './credit-words.js';
import { findDate, parseDate } from './dates.js';
import { closeNames, isPersonName } from './names.js';
import { mayName } from './no-names.js';
import { readCountLine, readStamp } from './posted-line.js';
import { isPublisher } from './publisher.js';
import { readTokenLine } from './token-line.js';

export { isPublisher } from './publisher.js';

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
const REPORTER = '(?:特约|实习|见习)?(?:记者|通讯员|实习生|撰稿人?|記者|通訊員)';
interface Shape {
  readonly rule: string;
  /** What a line of this shape has, quick to look for: the patterns are large, and hardly a text needs any of them. */
  readonly cue: RegExp;
  readonly pattern: RegExp;
}

const REPORTS = /记者|通讯员|实习生|撰稿|記者|通訊員/u;

/** Lines that name who wrote or spoke, without a label and a colon: one row to add a shape. */
const SHAPES: readonly Shape[] = [
  shape(
    'office',
    new RegExp(OFFICE, 'u'),
    `^[^\\s:\uFF1A]{0,20}(?:${OFFICE})${GAP}(?!${SPEECH})(?<names>${NAME})$`,
  ),
  shape(
    'reporter',
    REPORTS,
    `^\\S{0,10}${REPORTER}${GAP}(?<names>(?:${NAME})(?:[ \u3000、]+(?:\\S{0,10}${REPORTER}${GAP})?(?:${NAME})){0,5})$`,
  ),
  shape(
    'school',
    /学|年级|班/u,
    // 2010年至2014年 北方大学 图书馆学 is a row of a life
    `^(?!\\d)\\S{2,30}(?:[ \u3000]{1,3}\\S{1,12})?(?:小学|中学|学校|大学|学院|年级|班)[\\s:\uFF1A]{1,3}(?<names>${NAME})$`,
  ),
  shape(
    'sign',
    /^[\u25A1\u25CB\u25CE\u25B3\u25C7]/u,
    `^[\u25A1\u25CB\u25CE\u25B3\u25C7]\\s?(?<names>(?:${NAME})(?:${GAP}(?:${NAME})){0,3})$`,
  ),
  shape(
    'by',
    /^by /iu,
    "^[Bb][Yy] (?<names>\\p{Lu}[\\p{L}.'\u2019-]{0,20}(?: \\p{Lu}[\\p{L}.'\u2019-]{0,20}){1,3})$",
  ),
  shape('reporter', /^[文撰作口■-◿]/u, `^(?:文|撰文|作者|口述|[■-◿]\\s?文)${GAP}(?<names>${NAME})$`),
  shape('reporter', /文$/u, `^[■-◿]?\\s?(?<names>${NAME})\\s?[/\uFF0F]\\s?(?:文|撰文|图文)$`),
  shape(
    'reporter',
    REPORTS,
    `^\\S{0,6}?${REPORTER}\\s?(?<names>${NAME})\\s?[/\uFF0F]\\s?\\S{2,8}(?:报道|报导|報導|報道|电)$`,
  ),
  // 中央社記者尤小滿東港6日電
  shape(
    'reporter',
    REPORTS,
    `^\\S{0,8}?${REPORTER}\\s?(?<names>\\p{Script=Han}{3}|\\p{Script=Han}{2})\\s?\\p{Script=Han}{2,3}\\d{1,2}日[电電]$`,
  ),
  // [新西]沈默 著, and the one who put it into Chinese below
  shape(
    'book',
    /[著撰]$/u,
    `^(?:[[(\uFF08〔【][^\\s]{1,4}[\\])\uFF09〕】]\\s?)?(?<names>${NAME})${GAP}(?:著|撰|编著)$`,
  ),
  shape('translator', /[译譯编绘摄]$/u, `^(?:${NAME})${GAP}(?:译|譯|编|绘|摄)$`),
  shape('reporter', REPORTS, `^(?<names>${NAME})\\s?[/\uFF0F]\\s?(?<source>\\S{2,10}?)${REPORTER}$`),
  shape(
    'taken-from',
    /^以下/u,
    '^以下文章来源于\\s*(?<source>[^\\s,\uFF0C]{1,24})\\s*[,\uFF0C]\\s*作者\\s*(?<names>\\S{1,12})$',
  ),
  // the line under the title of an article of 微信公众号
  shape('original', /^原创/u, `^原创${GAP}(?<names>\\S{1,12})${GAP}(?<source>\\S{1,20})$`),
];

function shape(rule: string, cue: RegExp, pattern: string): Shape {
  return { rule, cue, pattern: new RegExp(pattern, 'u') };
}

/** date 2025-12-26: an English word of a template before a day. */
const DAY_WORD = /^(?:date|time|posted|published|updated)(?: on| at)?\s?[:\uFF1A]?\s?(?=\d)/iu;
/** 05-10 14:26, 昨天 14:26, 3小时前: a time that says no year, and is still no text. */
const TIME_ALONE =
  /^(?:(?:\d{1,2}[-/月]\d{1,2}日?|今天|昨天|前天|昨日|今日)\s{0,3}\d{1,2}[:\uFF1A]\d{2}(?:[:\uFF1A]\d{2})?|\d{1,2}\s?(?:分钟|小时|天|分鐘|小時)前)$/u;

/** What a line under the title says, or undefined when it may be text. */
function factsOf(row: TextRow): FactReason[] | undefined {
  if (row.headingLevel !== undefined || row.text.length > 60) return undefined;
  // an author's own file in markup names people in its text; a day beside them is a site's line
  if (row.unit !== 'physical' && findDate(row.text) === undefined) return undefined;
  const { line } = row;
  const bare = row.text.replace(/^[(\uFF08[【](.*)[)\uFF09\]】]$/u, '$1').trim();
  if (TIME_ALONE.test(bare)) return [];
  const alone = parseDate(bare.replace(DAY_WORD, ''));
  if (alone) return [{ fact: 'publishedOn', value: alone, line, rule: 'byline' }];
  const found = findDate(bare);
  const rest = found ? `${bare.slice(0, found.start)} ${bare.slice(found.end)}` : bare;
  const credited = readCreditWords(rest.trim());
  if (credited) {
    return [
      ...credited.map((value) => ({ fact: 'authors', value, line, rule: 'byline' })),
      ...(found ? [{ fact: 'publishedOn', value: found.day, line, rule: 'byline' }] : []),
    ];
  }
  const told = found && factsOfTokens(rest, row);
  if (told) return [...told, { fact: 'publishedOn', value: found.day, line, rule: 'byline' }];
  const words = rest.trim();
  for (const { cue, pattern } of SHAPES) {
    const groups = cue.test(words) ? pattern.exec(words)?.groups : undefined;
    if (!groups) continue;
    return [
      ...namesOf(groups.names ?? '').map((value) => ({ fact: 'authors', value, line, rule: 'byline' })),
      ...(groups.source ? [{ fact: 'sourceName', value: groups.source, line, rule: 'byline' }] : []),
      ...(found ? [{ fact: 'publishedOn', value: found.day, line, rule: 'byline' }] : []),
    ];
  }
  return undefined;
}

/** 2018-11-30 民艺周刊 罗敏: a day, and beside it a name, a publisher or both, without labels. */
function factsOfTokens(rest: string, { line, text }: TextRow): FactReason[] | undefined {
  const isTimed = /\d:\d\d/u.test(text);
  const tokens = rest
    .replace(/来自\s*\S{1,12}|https?:\/\/[^\s\u3000-\u9fff]{1,80}|www\.[^\s\u3000-\u9fff]{1,80}/gu, ' ')
    .split(/[\s|/·\uFF5C]+/u)
    .filter(
      (token) =>
        token !== '' &&
        (countButtons(token) === 0 || mayName(token)) &&
        !(isTimed && !mayName(token)) &&
        !/^(?:原创|记者|作者|通讯员|文|發表於\S{0,4}|发表于\S{0,4}|发布于\S{0,4}|\p{Script=Han}{2,4}发布)$/u.test(
          token,
        ),
    );
  if (new Set(tokens).size < tokens.length) return undefined;
  // nothing but the device it was written on
  if (tokens.length === 0 && rest.trim() !== '') return [];
  if (
    tokens.length === 0 ||
    tokens.length > 3 ||
    !tokens.every((token) => /^[\p{L}\p{N}·]{2,14}$/u.test(token))
  )
    return undefined;
  const sources = tokens.filter((token) => isPublisher(token));
  const persons = tokens.filter((token) => !isPublisher(token));
  // a word beside a day may be anything; a family name or a publisher beside it is no sentence
  if (isTimed && sources.length === 0 && persons.length === 2) {
    const [first = '', second = ''] = persons;
    // 周末观察 09:30 陆鸣: a person is known by the family name
    const [name, account] = isPersonName(second) && !isPersonName(first) ? [second, first] : [first, second];
    return [
      { fact: 'authors', value: name, line, rule: 'byline' },
      { fact: 'sourceName', value: account, line, rule: 'byline' },
    ];
  }
  if (sources.length === 0 && !persons.every(isPersonName)) return undefined;
  if (sources.length > 1 || persons.length > 2) return undefined;
  return [
    ...persons.map((value) => ({ fact: 'authors', value, line, rule: 'byline' })),
    ...sources.map((value) => ({ fact: 'sourceName', value, line, rule: 'byline' })),
  ];
}

/** The names, a spread one closed up; names of one script only, so that Jane Smith keeps her space. */
function namesOf(names: string): string[] {
  if (/\p{Script=Latin}/u.test(names)) return [names];
  return closeNames(names.replace(new RegExp(`\\S{0,10}${REPORTER}${GAP}`, 'gu'), ''))
    .split(/[ \u3000、]+/u)
    .filter((name) => name !== '' && !/^(?:发自|發自|来自|來自)/u.test(name));
}

/** What a line that {@link isByline} says; undefined for any other. */
export function readBylineRow(row: TextRow): FactReason[] | undefined {
  return factsOf(row);
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

/** 东州日报社 below 本报记者 周琦. */
function publisherBelow({ text, line }: TextRow, count: number): FactReason[] | undefined {
  if (count === 0 || !isPublisher(text)) return undefined;
  return [{ fact: 'sourceName', value: text, line, rule: 'byline' }];
}

/** What a site has written between the title and the text, whatever it says: a line of its tokens, counts, a day by machine. */
function postedLine(
  rows: readonly Row[],
  index: number,
  told: readonly FactReason[],
): FactReason[] | undefined {
  const row = rows[index];
  if (row?.type !== 'line' || row.unit !== 'physical' || row.headingLevel !== undefined) return undefined;
  // the labels have judged it: a meeting has its day, too
  if (/^(?:时间|日期|時間)\s?[:\uFF1A]/u.test(row.text)) return undefined;
  const isDated = told.some(({ fact }) => fact === 'publishedOn');
  const found =
    readTokenLine(row.text) ?? readCountLine(row.text) ?? (isDated ? undefined : readStamp(rows, index));
  return found?.map((fact) => ({ ...fact, line: row.line, rule: 'byline' }));
}

function signedBy(rows: readonly Row[], index: number, words: BodyWords): FactReason[] | undefined {
  const line = rows[index]?.line ?? 0;
  const names = signersAt(rows, index, words);
  return names.length === 0
    ? undefined
    : names.map((value) => ({ fact: 'authors', value, line, rule: 'byline' }));
}

/** Takes the lines under a title that say who wrote or spoke, and when, and hands what they say to the provenance. */
export function readByline(rows: readonly Row[]): Cleaned {
  const facts: FactReason[] = [];
  let count = 0;
  const days = diaryDays(rows);
  const words = bodyWords(rows);
  for (let row = rows[count]; count < MOST_LINES && row?.type === 'line'; row = rows[++count]) {
    const found = days.has(row)
      ? undefined
      : (factsOf(row) ??
        signedBy(rows, count, words) ??
        publisherBelow(row, count) ??
        postedLine(rows, count, facts));
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
