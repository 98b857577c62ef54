import { countButtons } from '../furniture/button-rows.js';
import { isPublisher } from './byline.js';
import { findDate } from './dates.js';
import { LABELS } from './metadata-labels.js';
import { isPersonName } from './names.js';
import { mayName } from './no-names.js';

/**
 * A line under a title whose parts are each of a kind: a day, a name, a publisher, a count, a button, in any order
 * and however they are parted. The kinds are shapes, so that it needs no label that anybody knows.
 */

/** What a line of tokens says, in its order. */
export interface TokenFact {
  readonly fact: 'authors' | 'publishedOn' | 'sourceName' | 'channel';
  readonly value: string;
}

const LONGEST = 90;
const MOST_UNKNOWN = 2;
const LONGEST_UNKNOWN = 12;

/** 文／徐以寧, 記者：陳安, 摄影/李四: a label of one part of the line. */
const LABELLED =
  /(?<=^|[\s|\uFF5C\u250A\u2502)\uFF09])(\p{Script=Han}{1,6}|[A-Z][A-Za-z]{1,10})\s?[:\uFF1A/\uFF0F\u4E28]\s?([^\s|\uFF5C\u250A\u2502]{1,20})/gu;
const WRITER_LABEL =
  /^(?:文|图文|作者|[^\s]{0,4}记者|[^\s]{0,4}記者|撰文|楼主|博主|笔者|通讯员|供稿|编剧|發帖|Author|By)$/u;
const KNOWN: ReadonlySet<string> = new Set(LABELS.flatMap(({ words, weak }) => (weak ? [] : words)));
const SOURCE_LABEL = /^\S{0,2}(?:来源|來源|出處|出处|转自|Source)$/u;
/** Words that join a name and a day: 发布于, 写于, Posted on, In. */
const JOINS =
  /(?:\p{Script=Han}{0,4}(?:发布|发表|更新|编辑|發佈|發布|發表|上传|创建|刊登|修改|提问|回答|写|寫)?[于於]|(?:发布|发表|更新|發佈|發布|發表|提问|回答)(?:时间|日期|了|了?文章)?|(?:时间|日期|時間)|\b(?:[Pp]osted|[Pp]ublished|[Uu]pdated|on|In|in|by|By)\b)[:\uFF1A]?$/u;
/** Words that only a page says of a text. */
const POSTED = /\bby\b|\bposted\b|[发發][布表佈][于於]/iu;
/** 812, 1.2k, 5311次, 0条评论, 阅读(6), 约3分钟. */
const COUNT =
  /^(?:约|共)?\p{Script=Han}{0,4}[(\uFF08]?[\d.,]{1,10}[万萬kKwW+]{0,2}\s?\p{Script=Han}{0,4}[)\uFF09]?$/u;
const MEETING = /(?:地[点點]|出席|主持|[参參]加|缺席|会议|會議)\S{0,3}\s?[:\uFF1A]/u;
/** 下午三点 is said of a meeting, not of a page. */
const SPOKEN_TIME = /[上下]午|晚上|早上|[点點]$/u;
/** The day on which a user joined, or until which one may: not the page's. */
const OTHER_DAY =
  /(?:注册|註冊|登[录錄陆]|入会|加入|生日|出生|在线|截止|报名|有效|活动)\S{0,4}\s?[:\uFF1A]?\s*$/u;
const PLACE = /^(?:IP)?\s?(?:属地|来自|來自|发自)[:\uFF1A]?\p{L}{2,10}$/u;
const WEEKDAY = /^(?:星期|周|週)[一二三四五六日天]$/u;

/** Reads a line of tokens with a day in it, or undefined when it may be text. */
export function readTokenLine(text: string): readonly TokenFact[] | undefined {
  if (text.length > LONGEST || MEETING.test(text) || /[。\uFF1B\uFF01\uFF1F!?“”「」《]/u.test(text))
    return undefined;
  const found = findDate(text);
  if (!found || OTHER_DAY.test(text.slice(0, found.start))) return undefined;
  const facts: TokenFact[] = [{ fact: 'publishedOn', value: found.day }];
  const isTimed = /\d[:\uFF1A]\d\d/u.test(text.slice(found.start, found.end));
  const labelled = takeLabelled(`${text.slice(0, found.start)} \u0000 ${text.slice(found.end)}`);
  facts.push(...labelled.facts);
  const [before = '', after = ''] = labelled.rest.split('\u0000').map(toTokens);
  const unknown = [...before, ...after].filter((token) => !isKnown(token));
  if ([...before, ...after].some((token) => SPOKEN_TIME.test(token))) return undefined;
  if (unknown.some((token) => !/^[\p{L}\p{N}·_-]{2,}$/u.test(token) || token.length > LONGEST_UNKNOWN)) {
    return undefined;
  }
  // 周 is a surname too
  const people = [...before, ...after].filter((token) => isPersonName(token) && !WEEKDAY.test(token));
  const publishers = [...before, ...after].filter((token) => isPublisher(token) && !isPersonName(token));
  const counted = [...before, ...after].some((token) => COUNT.test(token) || countButtons(token) > 0);
  // a word beside a day may be anything; beside a time of day, a label or a count it is a page's
  const isSure =
    isTimed ||
    POSTED.test(text) ||
    labelled.count > 0 ||
    (counted && /^(?:时间|日期|時間)[:\uFF1A]/u.test(text));
  if (!isSure && (unknown.length > 0 || (people.length + publishers.length === 0 && !counted)))
    return undefined;
  if (unknown.length > MOST_UNKNOWN || people.length > 2 || publishers.length > 1) return undefined;
  facts.push(...people.map((value): TokenFact => ({ fact: 'authors', value })));
  facts.push(...publishers.map((value): TokenFact => ({ fact: 'sourceName', value })));
  return [...facts, ...factsOfUnknown(unknown, new Set(before), facts)];
}

/** A word before the time is who wrote it (七分熟 2019-04-06 23:12); one behind it, where it is filed. */
function factsOfUnknown(
  unknown: readonly string[],
  before: ReadonlySet<string>,
  told: readonly TokenFact[],
): TokenFact[] {
  const isSigned = told.some(({ fact }) => fact === 'authors');
  const isSourced = told.some(({ fact }) => fact === 'sourceName');
  return unknown.map((value, index): TokenFact => {
    if (isSigned) return { fact: before.has(value) && !isSourced ? 'sourceName' : 'channel', value };
    if (isSourced) return { fact: 'authors', value };
    if (unknown.length === 2) return { fact: index === 0 ? 'authors' : 'sourceName', value };
    return { fact: before.has(value) ? 'authors' : 'channel', value };
  });
}

function takeLabelled(text: string): { rest: string; facts: TokenFact[]; count: number } {
  const facts: TokenFact[] = [];
  let count = 0;
  const rest = text.replace(LABELLED, (whole: string, label: string, value: string) => {
    if (value.includes('\u0000')) return whole;
    if (KNOWN.has(label) || /^[文图圖摄攝]$/u.test(label)) count++;
    if (WRITER_LABEL.test(label)) facts.push({ fact: 'authors', value });
    else if (SOURCE_LABEL.test(label)) facts.push({ fact: 'sourceName', value });
    return ' ';
  });
  return { rest, facts, count };
}

function toTokens(text: string): string[] {
  return text
    .split(/[\s|/\uFF5C\u250A\u2502\uFF0F,\uFF0C·\u2022()\uFF08\uFF09[\]]+/u)
    .map((token) => token.replace(JOINS, ''))
    .filter((token) => /[\p{L}\p{N}]/u.test(token));
}

function isKnown(token: string): boolean {
  return (
    COUNT.test(token) ||
    PLACE.test(token) ||
    WEEKDAY.test(token) ||
    !mayName(token) ||
    isPersonName(token) ||
    isPublisher(token)
  );
}
