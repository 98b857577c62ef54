import { type Frame, placeOf } from '../furniture/frame.js';
import { isLeading } from '../furniture/furniture.js';
import { diaryDays } from '../headings/diary.js';
import type { Cleaned } from '../removal.js';
import type { FactReason, RemovedText } from '../report.js';
import { endsSentence, hanCount, type Row, type TextRow } from '../row.js';
import { parseDate } from './dates.js';
import { factsOf, HOST, UPDATE } from './field-facts.js';
import { type MetadataField, type MetadataKind, parseMetadata } from './metadata.js';
import { sectionsOf } from './site-sections.js';

const SITE_TAG = /^【\s*([^【】]{1,60}?)\s*(?:--|\u2014\u2014)\s*([^【】]{1,30}?)\s*】$/u;
/** 当前位置：, 【当前栏目】: the end of a label before the way to the page. */
const MAY_BE_WAY = /[置面目道][ \u3000]{0,4}[:\uFF1A\u4E28|\uFF5C】]/;
/** The title under an index block, which no empty label of it takes for its value. */
const TITLE_OF_DOCUMENT =
  /^\S{0,30}关于\S{4,}|^\S{6,}(?:通知|办法|条例|意见|决定|公告|通告|规定|方案|细则|规划|公示|报告)$/u;

/** An account that may be followed: at the head it is where the text comes from, at the end an advertisement. */
const ACCOUNT = /公众号|公号/u;
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
  return { rows: removed.length === 0 ? rows : kept, removed, facts: [...facts, ...factsOfTags(rows)] };
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

function siteTag(text: string): RegExpExecArray | null {
  return text.startsWith('【') ? SITE_TAG.exec(text) : null;
}

/** What the site itself calls its sections: steps of a breadcrumb, the second half of 【site--channel】. */
function channelsOf(rows: readonly Row[]): ReadonlySet<string> {
  const channels = new Set<string>();
  for (const row of rows) {
    if (row.type !== 'line') continue;
    const tag = siteTag(row.text)?.[2];
    if (tag) channels.add(tag);
    const fields = MAY_BE_WAY.test(row.text) ? parseMetadata(row.text) : undefined;
    const crumb = fields?.find(({ kind }) => kind === 'breadcrumb')?.value;
    const path = crumb ?? (isLeading(row) ? row.text.replace(/^[^:\uFF1A]{0,12}位置\s?[:\uFF1A]/u, '') : '');
    if (path !== '') for (const step of sectionsOf(path)) channels.add(step);
  }
  return channels;
}

/** 【站名--频道】 names the site only when it is a name: a host (www.example.com) is an address without a page. */
function factsOfTags(rows: readonly Row[]): FactReason[] {
  return rows.flatMap((row): FactReason[] => {
    const tag = row.type === 'line' ? siteTag(row.text) : null;
    if (!tag?.[1] || !tag[2]) return [];
    const channel: FactReason = { fact: 'channel', value: tag[2], line: row.line, rule: 'site-tag' };
    return HOST.test(tag[1]) ? [channel] : [{ ...channel, fact: 'sourceName', value: tag[1] }, channel];
  });
}
