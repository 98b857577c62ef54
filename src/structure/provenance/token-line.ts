import { countButtons } from '../furniture/button-rows.js';
import { type FoundDate, findDate } from './dates.js';
import { LABELS } from './metadata-labels.js';
import { isPersonName } from './names.js';
import { mayName } from './no-names.js';
import { isPublisher } from './publisher.js';

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
  /(?<=^|[\s|\uFF5C\u250A\u2502)\uFF09])(\p{Script=Han}{1,6}|[A-Z][A-Za-z]{1,10})\s?([:\uFF1A/\uFF0F\u4E28])\s?([^\s|\uFF5C\u250A\u2502]{1,20})/gu;
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
  /^(?:约|共|已有)?\p{Script=Han}{0,4}[(\uFF08]?[\d.,]{1,10}[万萬kKwW+]{0,2}\s?\p{Script=Han}{0,4}[)\uFF09]?$/u;
/** 7 次浏览, 字数 1,486: a number and its word, parted by a gap. */
const NUMBER_GAP =
  /(?<=\d[kKwW万]?)\s{1,3}(?=[次个人条字]|评论|浏览|阅读|分钟)|(?<=(?:^|\s)(?:约|共|已有|有))\s{1,3}(?=\d)/gu;
const COUNTED_GAP = /(?<=(?:^|\s)(?:字数|阅读|浏览|评论|点击|点赞|喜欢|閱讀|瀏覽))\s{1,3}(?=\d)/gu;
/** Counts that only a site keeps of its pages. */
const HOST = /(?:https?:\/\/|www\.)[\w./-]{1,80}/gu;
/** 来自 中国四川眉山, 发布于云南: where a user was. */
const FROM_PLACE =
  /(?<=^|[\s|\uFF5C])(?:来自|來自|发布于|发自|IP属地)[:\uFF1A]?\s{0,2}\p{Script=Han}{2,10}(?=$|[\s|\uFF5C])/gu;
const PAGE_COUNT = /浏览|阅读|评论|点击|瀏覽|閱讀|評論|點擊|views|comments|\d℃/iu;
/** 《南窗周刊》2019年第14期: the paper in which it stood. */
const PAPER = /《([^《》]{2,16})》(?:\s?(?:\d{4}年)?\s?第?\s?\d{1,4}期)?/u;
/** 記者許雅筑: a name glued to its office. */
const GLUED = /^\p{Script=Han}{0,4}(?:记者|記者|通讯员|通訊員)[:\uFF1A]?(\p{Script=Han}{2,4})$/u;
/** 热点 as a place of a page, 星浪体育 as a paper. */
const SHORTEST_PAPER = 3;
const MEETING = /(?:地[点點]|出席|主持|[参參]加|缺席|会议|會議)\S{0,3}\s?[:\uFF1A]/u;
/** 下午三点 is said of a meeting, not of a page. */
const SPOKEN_TIME = /[上下]午|晚上|早上|[点點]$/u;
/** The day on which a user joined, or until which one may: not the page's. */
const OTHER_DAY =
  /(?:注册|註冊|登[录錄陆]|入会|加入|生日|出生|在线|截止|报名|有效|活动)\S{0,4}\s?[:\uFF1A]?\s*$/u;
const PLACE = /^(?:IP)?\s?(?:属地|来自|來自|发自)[:\uFF1A]?\p{L}{2,10}$/u;
const WEEKDAY = /^(?:星期|周|週)[一二三四五六日天]$/u;

/** 更新时间：, 发布于：, right before the day. */
const LABELLED_DAY = /(?:发布|发表|更新|發布|發佈|發表|上传|编辑)(?:时间|日期|時間|[于於])?\s?[:\uFF1A]\s?$/u;

/** Reads a line of tokens with a day in it, or undefined when it may be text. */
export function readTokenLine(text: string): readonly TokenFact[] | undefined {
  if (text.length > LONGEST || MEETING.test(text)) return undefined;
  const found = findDate(text);
  if (!found || isOtherDay(text, found)) return undefined;
  const placeless = text.slice(found.end).replace(FROM_PLACE, ' ').replace(HOST, ' ');
  const cited = takePaper(`${text.slice(0, found.start)} \u0000 ${placeless}`);
  if (/[。\uFF1B\uFF01\uFF1F!?“”「」《]/u.test(cited.rest)) return undefined;
  const labelled = takeLabelled(cited.rest.replace(NUMBER_GAP, '').replace(COUNTED_GAP, ''));
  const [before = [], after = []] = labelled.rest.split('\u0000').map(toTokens);
  const all = [...before, ...after];
  if (all.some((token) => SPOKEN_TIME.test(token))) return undefined;
  const isTimed = /\d[:\uFF1A]\d\d/u.test(text.slice(found.start, found.end));
  const signed = { before, after, isTimed, told: [...cited.facts, ...labelled.facts] };
  const rest = factsOfTokens(
    signed,
    isSureOf(text, all, isTimed || labelled.count > 0 || LABELLED_DAY.test(text.slice(0, found.start))),
  );
  return rest && [{ fact: 'publishedOn', value: found.day }, ...signed.told, ...rest];
}

/** The day of something else, or one in brackets behind a title: 桥头的老人 (2009-05-06 22:10:31). */
function isOtherDay(text: string, { start, end }: FoundDate): boolean {
  if (OTHER_DAY.test(text.slice(0, start))) return true;
  return /^.{4,}[(\uFF08]$/u.test(text.slice(0, start).trim()) && /^[)\uFF09]$/u.test(text.slice(end).trim());
}

/** A word beside a day may be anything; beside a time of day, a label or a count it is a page's. */
function isSureOf(text: string, tokens: readonly string[], isMarked: boolean): boolean {
  const counted = tokens.some((token) => COUNT.test(token) || countButtons(token) > 0);
  return (
    isMarked ||
    POSTED.test(text) ||
    tokens.some((token) => COUNT.test(token) && PAGE_COUNT.test(token)) ||
    (counted && /^(?:时间|日期|時間)[:\uFF1A]/u.test(text))
  );
}

/** 副刊, 要闻版: a part of the paper that stands beside its name. */
const ROOM_OF_PAPER = /^\p{Script=Han}{0,4}(?:副刊|版|专刊|專刊)$/u;

interface Tokens {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly isTimed: boolean;
  readonly told: readonly TokenFact[];
}

function factsOfTokens(seen: Tokens, isSure: boolean): readonly TokenFact[] | undefined {
  const all = [...new Set([...seen.before, ...seen.after])];
  const unknown = all.filter((token) => !isKnown(token));
  if (unknown.some((token) => !/^[\p{L}\p{N}·_-]{2,}$/u.test(token) || token.length > LONGEST_UNKNOWN)) {
    return undefined;
  }
  const glued = all.flatMap((token) => GLUED.exec(token)?.[1] ?? []);
  // 周 is a surname too
  const people = [...glued, ...all.filter((token) => isPersonName(token) && !WEEKDAY.test(token))];
  const named = all.filter((token) => isPublisher(token) && !isPersonName(token) && !GLUED.test(token));
  const papers = named.filter((token) => !ROOM_OF_PAPER.test(token));
  const publishers = papers.length > 0 ? papers : named;
  const counted = all.some((token) => COUNT.test(token) || countButtons(token) > 0);
  const tells = people.length + publishers.length + seen.told.length > 0;
  const areRooms = papers.length > 0 && unknown.every((token) => ROOM_OF_PAPER.test(token));
  if (!isSure && ((unknown.length > 0 && !areRooms) || !(tells || counted))) return undefined;
  if (unknown.length > MOST_UNKNOWN || people.length > 2 || publishers.length > 1) return undefined;
  const facts = [
    ...people.map((value): TokenFact => ({ fact: 'authors', value })),
    ...publishers.map((value): TokenFact => ({ fact: 'sourceName', value })),
  ];
  return [...facts, ...factsOfUnknown(unknown, seen, [...seen.told, ...facts], counted)];
}

/** A word before the time is who wrote it (七分熟 2019-04-06 23:12); one behind it, where it is filed. */
function factsOfUnknown(
  unknown: readonly string[],
  { before, after, isTimed }: Tokens,
  told: readonly TokenFact[],
  counted: boolean,
): TokenFact[] {
  const isSigned = told.some(({ fact }) => fact === 'authors');
  const isSourced = told.some(({ fact }) => fact === 'sourceName');
  return unknown.map((value, index): TokenFact => {
    const isBefore = before.includes(value);
    // 历史朝代 2025-05-07 www.example.com 历史朝代
    if (isBefore && after.includes(value)) return { fact: 'channel', value };
    if (isSigned) return { fact: isBefore && !isSourced ? 'sourceName' : 'channel', value };
    if (isSourced) return { fact: 'authors', value };
    if (unknown.length === 2) return { fact: index === 0 ? 'authors' : 'sourceName', value };
    if (isBefore) return { fact: 'authors', value };
    // 2021年03月15日22:48 星浪体育: a portal signs so, with nothing else in the line
    const isPaper = isTimed && !counted && value.length >= SHORTEST_PAPER;
    return { fact: isPaper ? 'sourceName' : 'channel', value };
  });
}

function takePaper(text: string): { rest: string; facts: TokenFact[] } {
  const [whole, name] = PAPER.exec(text) ?? [];
  if (whole === undefined || name === undefined) return { rest: text, facts: [] };
  return { rest: text.replace(whole, ' '), facts: [{ fact: 'sourceName', value: name }] };
}

function takeLabelled(text: string): { rest: string; facts: TokenFact[]; count: number } {
  const facts: TokenFact[] = [];
  let count = 0;
  const rest = text.replace(LABELLED, (whole: string, label: string, sign: string, value: string) => {
    const isLabel =
      KNOWN.has(label) || WRITER_LABEL.test(label) || /^(?:[文图圖摄攝]|摄影|攝影)$/u.test(label);
    // 島南新聞網／台南即時報導: a stroke parts words too
    if (value.includes('\u0000') || (/[/\uFF0F]/u.test(sign) && !isLabel)) return whole;
    if (isLabel) count++;
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
    GLUED.test(token) ||
    !mayName(token) ||
    isPersonName(token) ||
    isPublisher(token)
  );
}
