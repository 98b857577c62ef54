import { type Frame, placeOf } from '../furniture/frame.js';
import { isLeading } from '../furniture/furniture.js';
import { diaryDays } from '../headings/diary.js';
import type { Cleaned } from '../removal.js';
import type { FactReason, RemovedText } from '../report.js';
import { endsSentence, hanCount, type Row, type TextRow } from '../row.js';
import { findDate, findLabelledDate, parseDate } from './dates.js';
import { ORGANS } from './facts.js';
import { titleFact } from './labelled-title.js';
import { type MetadataField, type MetadataKind, parseMetadata } from './metadata.js';
import { closeNames, isPersonName, withoutMarks } from './names.js';
import { sectionsOf } from './site-sections.js';

/** Values of 来源 that name no source: sections of sites, and words for "somewhere". */
const NO_SOURCE =
  /^(?:本站|本网|本站整理|网络|网络整理|网络收集|网络转载|网上|互联网|原创|本站原创|整理|网友|网友投稿|网友上传|网友提供|会员投稿|其他|其它|转载|热门推荐|推荐文章|精选|范文|范文大全|作文|心得体会|工作总结|\p{Script=Han}{0,4}(?:范文|作文|心得|大全|推荐|投稿|演讲稿|发言稿|读后感))$/iu;

/** A button behind a day, with the gap before it. */
const LONGEST_AFTER_DAY = 10;

/** Values of 来源 that say that nobody knows. */
const NOWHERE = /^(?:未知|不详|佚名|无|無|admin\w*|-+)$/iu;

/** 本网记者 滕一鸣: what the named one is. */
const ROLE = /^(?:(?:本[网報报刊台社]|特约|实习|见习|首席)?(?:记者|記者|通讯员|通訊員|撰稿人?|编辑))$/u;
/** Values of 作者 that name nobody. */
const NO_AUTHOR =
  /^(?:admin\w*|administrator|webmaster|root|guest|editor|管理员|系统管理员|小编|编辑|编辑部|佚名|无名氏|未知|不详|匿名|匿名用户|网络|本站|本站编辑|原创|转载|无|网友|游客|网络整理|-+)$/iu;

/** Labels of those who put a text on a site: an office behind them is where it comes from. */
const SENDERS = /^(?:发布[人者]|供稿[人者]?|投稿[人者]?|上传[人者]|發布者|发帖人)$/u;
const OFFICE = /(?:[部处科室系办局委院社网站厅所]|中心|学校|小学|中学|大学|公司|集团|办公室|管理员)$/u;

/** 彩云882024-03-06: the last digits of a name and a year. */
const GLUED_DAY = /^(\D{1,20}\d{1,4}?)((?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d).{0,20})$/u;
/** 好文网　[ 学生演讲稿 ]: the section behind the site. */
const WITH_SECTION = /^([^\s[【]{2,20})\s*[[【]\s*([^\]】]{2,14}?)\s*[\]】]?$/u;
/** 《北地诗刊》 | 宁河: the poet behind the paper. */
const WITH_WRITER = /^(\S{2,20})\s*[|\uFF5C]\s*(\p{Script=Han}{2,4})$/u;
/** An account that may be followed: at the head it is where the text comes from, at the end an advertisement. */
const ACCOUNT = /公众号|公号/u;

const URL = /https?:\/\/[^\s\u3000-\u9fff\uff00-\uffef”』」】]+/u;
const HOST = /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+\/?$/u;
const SITE_TAG = /^【\s*([^【】]{1,60}?)\s*(?:--|\u2014\u2014)\s*([^【】]{1,30}?)\s*】$/u;
/** The title under an index block, which no empty label of it takes for its value. */
const TITLE_OF_DOCUMENT =
  /^\S{0,30}关于\S{4,}|^\S{6,}(?:通知|办法|条例|意见|决定|公告|通告|规定|方案|细则|规划|公示|报告)$/u;

/** Days on which a site was changed, when they stand below the text. */
const UPDATE = /更新|修改|编辑[时日]/u;
/** Labels of minutes of a meeting, whose 时间 is no date of publication. */
const MINUTES = /^(?:地点|地點|参加人员|出席|主持|会议)/u;

/** Kinds that a line after the text may have: the head's others would be the text's own words there. */
const IN_TAIL: ReadonlySet<MetadataKind> = new Set([
  'source',
  'address',
  'author',
  'editor',
  'publishedOn',
  'counter',
  'other',
]);

/** A metadata line by its shape: used to find where the text begins and ends. */
export function isMetadata(row: Row): boolean {
  return row.type === 'line' && row.headingLevel === undefined && parseMetadata(row.text) !== undefined;
}

/** A line of counts and of those who put the page together: what the site says of its page. */
export function onlyCounts(row: Row): boolean {
  const fields = row.type === 'line' ? parseMetadata(row.text) : undefined;
  return fields?.every(({ kind }) => kind === 'counter' || kind === 'other') === true;
}

/** Reads when, where and by whom an article was published from the lines around it, and takes those away. */
export function readProvenance(rows: readonly Row[], frame: Frame): Cleaned {
  const kept: Row[] = [];
  const removed: RemovedText[] = [];
  const facts: FactReason[] = [];
  const channels = channelsOf(rows);
  let valueRow: TextRow | undefined;
  const days = diaryDays(rows);
  const inline = hasValuesInline(rows.slice(0, frame.headEnd));
  for (const [index, row] of rows.entries()) {
    const place = placeOf(index, frame);
    const next = rows[index + 1];
    if (row === valueRow) continue;
    const fields =
      row.type === 'line' && place !== 'body' && !days.has(row)
        ? fieldsOf(row, [rows[index - 1], next], place)
        : undefined;
    if (row.type !== 'line' || !fields) {
      kept.push(row);
      continue;
    }
    removed.push(...removals(row, fields));
    const inBlock = !inline || (rows[index + 2] !== undefined && isMetadata(rows[index + 2] as Row));
    valueRow = awaitsValue(fields) && inBlock ? fittingValue(fields, row, next) : undefined;
    if (valueRow) removed.push({ line: valueRow.line, text: valueRow.source, rule: 'metadata' });
    const complete = valueRow ? withLastValue(fields, valueRow.text) : fields;
    const telling = complete.filter(
      ({ label }) => place === 'head' || !(UPDATE.test(label) || ACCOUNT.test(label)),
    );
    facts.push(...telling.flatMap((field) => factsOf(field, row.line, channels)));
  }
  return { rows: kept, removed, facts: [...facts, ...factsOfTags(rows)] };
}

function fieldsOf(
  row: TextRow,
  [before, next]: readonly [Row | undefined, Row | undefined],
  place: 'head' | 'tail',
): readonly MetadataField[] | undefined {
  if (row.headingLevel !== undefined) return undefined;
  // the last line of a poem or a note is its signature, though no paragraph stands above it
  const day = place === 'head' && next !== undefined && parseDate(row.text);
  if (day && /^[0-9]/u.test(row.text)) {
    return [{ kind: 'publishedOn', label: '', value: row.text, start: 0, weak: false }];
  }
  const fields = parseMetadata(row.text);
  if (!fields) return undefined;
  if (place === 'tail' && !fields.every(({ kind }) => IN_TAIL.has(kind))) return undefined;
  const isEmpty = fields.every(({ value }) => value === '');
  const inBlock = [before, next].some((other) => other !== undefined && isMetadata(other));
  if (isEmpty && fields.length === 1 && !inBlock && !fittingValue(fields, row, next)) return undefined;
  // 名称：… is of an index only among other labels
  if (!inBlock && fields.every(({ weak, kind }) => weak && kind === 'document')) return undefined;
  const onlyWeakDates = fields.every(({ weak }) => weak);
  return onlyWeakDates && next?.type === 'line' && MINUTES.test(next.text) ? undefined : fields;
}

/** Where several labels have their values beside them, an empty one has none: the line below it is the title. */
function hasValuesInline(head: readonly Row[]): boolean {
  const blocks = head.flatMap((row) => (row.type === 'line' ? [parseMetadata(row.text) ?? []] : []));
  return blocks.filter((fields) => fields.length === 1 && fields[0]?.value !== '').length >= 2;
}

/** A government index block puts the value on the line after its label. */
function awaitsValue(fields: readonly MetadataField[]): boolean {
  return fields.length === 1 && fields[0]?.value === '';
}

/** The next row, when it can be the value of the last label. */
function fittingValue(
  fields: readonly MetadataField[],
  row: TextRow,
  next: Row | undefined,
): TextRow | undefined {
  const label = fields.at(-1)?.label ?? '';
  if (next?.type !== 'line' || endsSentence(next.text) || hanCount(next.text) > 30) return undefined;
  const together =
    next.blankLinesBefore <= row.blankLinesBefore && !isMetadata(next) && !/^[【[]/u.test(next.text);
  if (TITLE_OF_DOCUMENT.test(next.text) && !/标题|名称/u.test(label)) return undefined;
  return together && parseMetadata(`${label}:${next.text}`) ? next : undefined;
}

function withLastValue(fields: readonly MetadataField[], value: string): MetadataField[] {
  return fields.map((field, index) => (index === fields.length - 1 ? { ...field, value } : field));
}

/** One removal for each run of fields with the same rule, so that a breadcrumb in the same line has its own. */
function removals(row: TextRow, fields: readonly MetadataField[]): RemovedText[] {
  const rules = fields.map(({ kind }) => ruleOf(kind));
  const runs = fields.flatMap((field, index) =>
    index === 0 || rules[index] !== rules[index - 1]
      ? [{ start: index === 0 ? 0 : field.start, rule: rules[index] ?? '' }]
      : [],
  );
  // repairs keep the number of characters in such lines, unless one did not: then the line is named whole
  if (runs.length === 1 || row.source.length !== row.text.length) {
    return [{ line: row.line, text: row.source, rule: runs[0]?.rule ?? 'metadata' }];
  }
  return runs.map(({ start, rule }, index) => {
    const end = runs[index + 1]?.start ?? row.source.length;
    return { line: row.line, text: row.source.slice(start, end).trim(), rule };
  });
}

function ruleOf(kind: MetadataKind): string {
  if (kind === 'address') return 'source-address';
  return kind === 'breadcrumb' ? 'breadcrumb' : 'metadata';
}

function factsOf(
  { kind, label, value, start: _start }: MetadataField,
  line: number,
  channels: ReadonlySet<string>,
): FactReason[] {
  const fact = (name: string, found: string): FactReason => ({
    fact: name,
    value: found,
    line,
    rule: label || 'date-line',
  });
  const glued = kind === 'source' || kind === 'author' ? GLUED_DAY.exec(value) : null;
  if (glued?.[1] && glued[2]) {
    const apart = `${glued[1]} ${glued[2]}`;
    return factsOf({ kind, label, value: apart, start: _start, weak: false }, line, channels);
  }
  // 来源：乡土 2020年5月6日: a day behind another value, without a label
  const day = DAY_BEHIND.has(kind) ? findDate(value) : undefined;
  if (day && day.start > 0 && value.length - day.end <= LONGEST_AFTER_DAY) {
    const before = value.slice(0, day.start).replace(/[\s|/]+$/u, '');
    return [
      ...factsOf({ kind, label, value: before, start: _start, weak: false }, line, channels),
      fact('publishedOn', day.day),
    ];
  }
  switch (kind) {
    case 'publishedOn': {
      const day = findLabelledDate(value)?.day;
      return day ? [fact('publishedOn', day)] : [];
    }
    case 'counter': {
      // 更新：2018-02-03 字数：3102
      const day = UPDATE.test(label) ? findLabelledDate(value)?.day : undefined;
      return day ? [fact('publishedOn', day)] : [];
    }
    case 'author':
      if (SENDERS.test(label) && OFFICE.test(value)) return [fact('sourceName', value)];
      return namesIn(withoutAccount(value.replace(/\s*[|\uFF5C].*$/u, ''))).map((name) =>
        fact('authors', name),
      );
    case 'source':
    case 'address': {
      const url = URL.exec(value)?.[0];
      if (url) return [fact('sourceUrl', url)];
      // 来源：东州晚报 记者 周琦
      const [, before, reporter] =
        /^(\S{2,20})\s+(?:记者|通讯员|作者|記者)\s*[:\uFF1A]?\s*(\S{2,4})$/u.exec(value) ?? [];
      if (before && reporter && isPersonName(reporter))
        return [fact('sourceName', before), fact('authors', reporter)];
      const [, site, section] = WITH_SECTION.exec(value) ?? [];
      if (site && section) return [fact('sourceName', site), fact('channel', section)];
      const [, paper, writer] = WITH_WRITER.exec(value) ?? [];
      if (paper && writer && isPersonName(writer))
        return [fact('sourceName', paper), { ...fact('authors', writer), rule: 'byline' }];
      const name = withoutAccount(value);
      // 原文地址：母亲的菜园 names the text itself
      if (name === '' || HOST.test(name) || /[地网][址]|[链鏈連][接結结]/u.test(label)) return [];
      if (NOWHERE.test(name)) return [];
      return [fact(NO_SOURCE.test(name) || channels.has(name) ? 'channel' : 'sourceName', name)];
    }
    case 'document':
    case 'other':
      if (ORGANS.test(label) && value !== '') return [fact('sourceName', value)];
      return titleFact(label, value, line);
    default:
      return [];
  }
}

/** 乡土文学（ID：xtwx2018）: the account behind a name on 微信 is no part of it. */
function withoutAccount(value: string): string {
  return value
    .replace(/\s*[(\uFF08]\s*(?:ID|id|微信号?|公众号)\s*[:\uFF1A][^()\uFF08\uFF09]{0,40}[)\uFF09]/gu, '')
    .trim();
}

function namesIn(value: string): string[] {
  const names = partsOf(value);
  // 神经内科 周琦: where a person works is not another
  const isPerson = names.some(isPersonName);
  return isPerson ? names.filter((name) => isPersonName(name) || !OFFICE.test(name)) : names;
}

function partsOf(value: string): string[] {
  return closeNames(value)
    .split(/[、,\uFF0C;\uFF1B/|]|\s{1,4}(?=\p{Script=Han})/u)
    .map((name) => unmarked(personOf(name.trim())))
    .filter(
      (name) => name !== '' && !NO_AUTHOR.test(name) && !ROLE.test(name) && !/^\p{Script=Han}*\d/u.test(name),
    );
}

/** 宣传部（尤小满）: the person of an office. */
function personOf(name: string): string {
  const [, office = '', person = ''] =
    /^([^()\uFF08\uFF09]{2,20})[(\uFF08]([^()\uFF08\uFF09]{2,4})[)\uFF09]$/u.exec(name) ?? [];
  return OFFICE.test(office) && isPersonName(person) ? person : name;
}

/** 郑乔1 as 郑乔; 风之子12 keeps what is its own. */
function unmarked(name: string): string {
  const bare = withoutMarks(name);
  return isPersonName(bare) ? bare : name;
}

/** Labels behind whose values a day may stand: 编辑：顾北辰 | 2021.06.18. */
const DAY_BEHIND: ReadonlySet<MetadataKind> = new Set(['author', 'source', 'editor']);

/** What the site itself calls its sections: steps of a breadcrumb, the second half of 【site--channel】. */
function channelsOf(rows: readonly Row[]): ReadonlySet<string> {
  const channels = new Set<string>();
  for (const row of rows) {
    if (row.type !== 'line') continue;
    const tag = SITE_TAG.exec(row.text)?.[2];
    if (tag) channels.add(tag);
    const crumb = parseMetadata(row.text)?.find(({ kind }) => kind === 'breadcrumb')?.value;
    const path = crumb ?? (isLeading(row) ? row.text.replace(/^[^:\uFF1A]{0,12}位置\s?[:\uFF1A]/u, '') : '');
    for (const step of sectionsOf(path)) channels.add(step);
  }
  return channels;
}

/** 【站名--频道】 names the site only when it is a name: a host (www.example.com) is an address without a page. */
function factsOfTags(rows: readonly Row[]): FactReason[] {
  return rows.flatMap((row): FactReason[] => {
    const tag = row.type === 'line' ? SITE_TAG.exec(row.text) : undefined;
    if (!tag?.[1] || !tag[2]) return [];
    const channel: FactReason = { fact: 'channel', value: tag[2], line: row.line, rule: 'site-tag' };
    return HOST.test(tag[1]) ? [channel] : [{ ...channel, fact: 'sourceName', value: tag[1] }, channel];
  });
}
