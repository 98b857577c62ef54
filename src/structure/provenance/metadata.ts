import { countButtons } from '../furniture/button-rows.js';
import { remembered } from '../remembered.js';
import { LABEL_BY_END } from './label-shape.js';
import { isDay, isShort, LABELS, type LabelRow, type MetadataKind } from './metadata-labels.js';
import { mayName } from './no-names.js';
import { isPublisher } from './publisher.js';

export type { MetadataKind } from './metadata-labels.js';

/** One label with its value, from a line that may hold several. */
export interface MetadataField {
  readonly kind: MetadataKind;
  readonly label: string;
  /** Empty when the label stands before another or at the end. */
  readonly value: string;
  /** Where the label begins in the line. */
  readonly start: number;
  /** The label is an everyday word (时间) that texts use too. */
  readonly weak: boolean;
}

const LONGEST_LINE = 200;
/** A line of several sentences is text, whatever stands before its colons. */
const SENTENCES = /。[^。]{8,200}。/u;

const rowByWord: ReadonlyMap<string, LabelRow> = new Map(
  LABELS.flatMap((row) => row.words.map((word): [string, LabelRow] => [word, row])),
);

/** Index blocks spread short labels to the width of long ones: 索 引 号. */
const WORDS = [...rowByWord.keys()]
  .sort((one, other) => other.length - one.length)
  .map((word) => (/^\p{Script=Han}+$/u.test(word) ? [...word].join('[ \u3000]{0,4}') : word))
  .join('|');
const COLON = '[ \u3000]{0,4}[:\uFF1A\u4E28|\uFF5C][ \u3000]*';
/** Counters that pages print without a colon: 阅读数 4512, 阅读(1.8万). */
const COUNTERS = LABELS.filter(({ kind }) => kind === 'counter')
  .flatMap(({ words }) => words)
  .sort((one, other) => other.length - one.length)
  .join('|');
const NO_COLON =
  '(?<=[表布新辑荐发載登建问答传][于於])[ \u3000]{0,4}(?=\\d{4})' +
  `|(?<=${COUNTERS})(?:(?=[(\uFF08][\\d.]{1,8}[万wWkK]?\\+?[)\uFF09])|[ \u3000]{1,4}(?=[\\d.,]{1,10}[万wWkK]?\\+?[次人]{0,2}(?:$|[\\s|)\uFF09])))`;
/** A known label anywhere, in 【】 too, or any short word with a colon after a gap: 来源：… 字号：大 中 小. */
const LABEL = new RegExp(
  `【(${WORDS})】[ \u3000]*|(${WORDS})(?:${COLON}|${NO_COLON})|(?<=^|[\\s|[【(\uFF08])(\\p{Script=Han}{2,5}|${LABEL_BY_END})[:\uFF1A][ \u3000]*|(?<=\\s)(文|图文)\\s?[/\u4E28]\\s?(?=\\p{Script=Han}{2,4}(?:\\s|$))`,
  'gu',
);

/** The last signs of words: what stands before a colon must be one, which most lines of a text show at one look. */
const endsOf = (words: readonly string[]): string => [...new Set(words.map((word) => word.at(-1)))].join('');
const MAY_LABEL = new RegExp(
  `[${endsOf([...rowByWord.keys()])}][ \u3000]{0,4}[:\uFF1A\u4E28|\uFF5C]|【|[于於][ \u3000]{0,4}\\d{4}` +
    `|[${endsOf(COUNTERS.split('|'))}][ \u3000(\uFF08]{1,4}[\\d.]|文\\s?[/\u4E28]`,
  'u',
);

/** Buttons in which a label hides: 只看该作者 | 倒序浏览. */
const LONG_BUTTON =
  /只看该作者|倒序浏览|只看大图|我要评论(?:\s*[(\uFF08]\s*\d*\s*[)\uFF09])?|我来说两句|发表评论/gu;
const blank = (found: string): string => ' '.repeat(found.length);

/** 文/张三 and 文丨张三: one sign that only counts at the start of a line. */
const BYLINE = /^(?:文|图文|图\/文)\s?[/\u4E28|\uFF0F]\s?(?=\p{Script=Han})/u;

/**
 * Takes a line of labels and values apart: `发布时间:2021-10-01 来源:热门推荐`, also with nothing between the pairs.
 *
 * @returns undefined when the line is not made of known labels with fitting values, and so may be text.
 */
export const parseMetadata: (written: string) => readonly MetadataField[] | undefined = remembered(readLine);

function readLine(written: string): MetadataField[] | undefined {
  if (written.length > LONGEST_LINE || SENTENCES.test(written)) return undefined;
  const line = written.replace(/^[\u2022·\u25CF][ \u3000]*/u, blank).replace(LONG_BUTTON, blank);
  const byline = BYLINE.exec(line)?.[0];
  if (byline !== undefined) {
    const value = line
      .slice(byline.length)
      .replace(/\s(?:图|摄影?|圖|攝影?|编辑|编)\s?[/\u4E28|\uFF0F:\uFF1A].*$/u, '')
      .trim();
    return isShort(value)
      ? [{ kind: 'author', label: byline.trim(), value, start: 0, weak: false }]
      : undefined;
  }
  if (!MAY_LABEL.test(line)) return undefined;
  const matches = [...line.matchAll(LABEL)];
  const before = line.slice(0, matches[0]?.index).replace(/[\s|【[(\uFF08]+$/u, '');
  const first = matches.length === 0 ? undefined : fieldBefore(before.trim());
  if (!first) return undefined;
  const fields = matches.map((match, index) => toField(match, line.slice(0, matches[index + 1]?.index)));
  closeGlued(fields);
  return areMetadata(fields) ? [...first, ...fields] : undefined;
}

/** A label of a person's part, with the rest of the name before it. */
const GLUED = /^(\p{Script=Han}{1,2})((?:责任)?(?:编辑|摄影|校对|审核|通讯员|編輯|攝影|校對))$/u;

/** 记者：朱 家颐编辑：赵婉婷: what looks like a label begins with the end of a name. */
function closeGlued(fields: MetadataField[]): void {
  for (const [index, field] of fields.entries()) {
    const before = fields[index - 1];
    const [, rest = '', label = ''] = (field.kind === 'other' && GLUED.exec(field.label)) || [];
    const row = rowByWord.get(label);
    if (!row || !(before?.kind === 'author' || before?.kind === 'editor')) continue;
    fields[index - 1] = { ...before, value: `${before.value} ${rest}`.trim() };
    fields[index] = { ...field, kind: row.kind, label, start: field.start + rest.length };
  }
}

/** What stands before the first label: nothing, a day, or the sign of an original work with its author. */
function fieldBefore(before: string): MetadataField[] | undefined {
  // 【纠错】 【责任编辑：…】
  if (before === '' || countButtons(before) > 0) return [];
  const field = { label: '', start: 0, weak: false } as const;
  const signed = /^(.{8,40}?)\s*[|\uFF5C]\s*([\p{L}\p{N}_·-]{2,12})$/u.exec(before);
  if (signed?.[1] && signed[2] && isDay(signed[1])) {
    return [
      { ...field, kind: 'publishedOn', value: signed[1] },
      { ...field, kind: isPublisher(signed[2]) ? 'source' : 'author', value: signed[2] },
    ];
  }
  if (isDay(before)) return [{ ...field, kind: 'publishedOn', value: before }];
  if (isPublisher(before)) return [{ ...field, kind: 'source', value: before }];
  const author = /^原创\s+(\S{1,12})$/u.exec(before)?.[1];
  return author === undefined ? undefined : [{ ...field, kind: 'author', value: author }];
}

function toField(match: RegExpExecArray, upToNext: string): MetadataField {
  const label = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').replace(/[ \u3000]+/gu, '');
  const row = rowByWord.get(label);
  const value = unwrap(
    withoutButtons(upToNext.slice(match.index + match[0].length)).replace(
      /^[\s|\uFF5C]+|[\s|\uFF5C】\][【(\uFF08,\uFF0C;\uFF1B]+$/gu,
      '',
    ),
  );
  return {
    kind: match[4] ? 'author' : (row?.kind ?? 'other'),
    label,
    value,
    start: match.index,
    weak: row?.weak === true,
  };
}

function isSiteWord(word: string): boolean {
  return /^\p{Script=Han}+$/u.test(word) && !mayName(word);
}

/** 4512 收藏: buttons behind a value are no part of it. */
function withoutButtons(value: string): string {
  const [first = '', ...others] = value.trim().split(/(?<=[^\s|])(?=[\s|]+)/u);
  const end = others.findLastIndex((word) => countButtons(word) === 0 && !isSiteWord(word.trim()));
  return [first, ...others.slice(0, end + 1)].join('');
}

/** Without brackets around it, nor one that was opened before the label: （来源：…）. */
function unwrap(value: string): string {
  const inner = /^[(\uFF08]([^()\uFF08\uFF09]*)[)\uFF09]$/u.exec(value)?.[1];
  return inner ?? (/[(\uFF08]/u.test(value) ? value : value.replace(/[)\uFF09\s]+$/u, ''));
}

/** Values that fit their labels; beside an everyday word like 时间 no label may be unknown, since minutes say 地点 too. */
function areMetadata(fields: readonly MetadataField[]): boolean {
  const fit = fields.every(({ label, value }) => (rowByWord.get(label)?.value ?? isShort)(value));
  const known = fields.filter(({ kind }) => kind !== 'other');
  const isSure = known.some(({ weak }) => !weak);
  return fit && known.length > 0 && (isSure || known.length === fields.length);
}
