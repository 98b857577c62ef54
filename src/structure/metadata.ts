import { findDate } from './dates.js';
import { endsSentence } from './row.js';

export type MetadataKind =
  | 'publishedOn'
  | 'source'
  | 'address'
  | 'author'
  | 'editor'
  | 'counter'
  | 'document'
  | 'breadcrumb'
  /** A label that is not known, between others that are: 字号, 打印. */
  | 'other';

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

interface LabelRow {
  readonly kind: MetadataKind;
  readonly words: string;
  readonly value: (text: string) => boolean;
  readonly weak?: true;
}

const LONGEST_LINE = 200;

const isShort = (text: string): boolean => text.length <= 40 && !endsSentence(text);
const isAddress = (text: string): boolean =>
  text === '' || /^\S{0,40}?(?:https?:\/\/|www\.)\S+$/u.test(text) || isShort(text);
const isCount = (text: string): boolean => /^[\d.,+\s]{0,12}[万千亿wWkK]?\s*(?:次|人|条)?$/u.test(text);

/** A day, with a weekday or a time after it, and no other label behind (时间：3月1日 地点：…). */
function isDay(text: string): boolean {
  if (text === '') return true;
  const found = findDate(text);
  if (!found || text.slice(0, found.start).trim() !== '') return false;
  return /^\s*(?:星期.|周.)?[\s,|/·\-\u2014]*(?:只看该作者|倒序浏览|来自手机)?$/u.test(text.slice(found.end));
}

/** The labels that pages print around an article, traditional spellings included. */
const LABELS: readonly LabelRow[] = [
  {
    kind: 'publishedOn',
    words:
      '发布时间 发布日期 发表时间 发表日期 发文日期 更新时间 更新日期 上传时间 成文日期 印发日期 发布于 发表于 發布時間 發佈時間 發表時間 發佈日期 發布日期 更新時間 Published Posted Date',
    value: isDay,
  },
  { kind: 'publishedOn', words: '时间 日期 時間', value: isDay, weak: true },
  {
    kind: 'address',
    words:
      '本文来源 本文链接 本文地址 本文网址 原文链接 原文地址 原文网址 文章链接 文章地址 转载自 转载来源 本文來源 原文鏈接 原文網址',
    value: isAddress,
  },
  {
    kind: 'source',
    words: '信息来源 稿件来源 文章来源 新闻来源 资料来源 来源 转自 摘自 出处 來源 文章來源 Source',
    value: isAddress,
  },
  {
    kind: 'author',
    words: '作者 原作者 撰文 撰稿 记者 通讯员 供稿 发布人 楼主 投稿人 記者 Author',
    value: isShort,
  },
  {
    kind: 'editor',
    words:
      '责任编辑 责编 编辑 审核 审校 校对 排版 初审 终审 编审 监制 特约编辑 学术顾问 出品 统筹 編審 編輯 責任編輯 責編',
    value: isShort,
  },
  {
    kind: 'counter',
    words:
      '浏览次数 浏览量 浏览 阅读次数 阅读量 阅读数 阅读 点击数 点击量 点击次数 点击 查看 回复 人气 评论 字数 閱讀 閲讀 瀏覽 點擊 點閱 點閱數',
    value: isCount,
  },
  {
    kind: 'document',
    words:
      '索引号 主题分类 标题 公开方式 公开范围 公开时限 信息索引 文件编号 废止日期 生效日期 发文机关 发文字号 发文单位 公文种类 信息分类 有效性 内容概述 主题词 效力状态 文号',
    value: isShort,
  },
  {
    kind: 'breadcrumb',
    words: '您当前的位置 您现在的位置 您的位置 当前位置 所在位置 當前位置',
    value: isShort,
  },
];

const rowByWord: ReadonlyMap<string, LabelRow> = new Map(
  LABELS.flatMap((row) => row.words.split(' ').map((word): [string, LabelRow] => [word, row])),
);

/** Index blocks spread short labels to the width of long ones: 索 引 号. */
const WORDS = [...rowByWord.keys()]
  .sort((one, other) => other.length - one.length)
  .map((word) => (/^\p{Script=Han}+$/u.test(word) ? [...word].join('[ \u3000]{0,4}') : word))
  .join('|');
const COLON = '[ \u3000]{0,4}[:\uFF1A\u4E28|\uFF5C][ \u3000]*';
/** Two labels go without a colon: 发表于 2015-6-7, 阅读(1.8万). */
const NO_COLON = '(?<=[表布]于)[ \u3000]{0,4}(?=\\d{4})|(?=[(\uFF08][\\d.]{1,8}[万wWkK]?\\+?[)\uFF09])';
/** A known label anywhere, or any short word with a colon after a gap: 来源：… 字号：大 中 小. */
const LABEL = new RegExp(
  `(${WORDS})(?:${COLON}|${NO_COLON})|(?<=[\\s|[【(\uFF08])(\\p{Script=Han}{2,5})[:\uFF1A][ \u3000]*`,
  'gu',
);

/** 文/张三 and 文丨张三: one sign that only counts at the start of a line. */
const BYLINE = /^(?:文|图文|图\/文)\s?[/\u4E28|\uFF0F]\s?(?=\p{Script=Han})/u;

/**
 * Takes a line of labels and values apart: `发布时间:2021-10-01 来源:热门推荐`, also with nothing between the pairs.
 *
 * @returns undefined when the line is not made of known labels with fitting values, and so may be text.
 */
export function parseMetadata(line: string): MetadataField[] | undefined {
  if (line.length > LONGEST_LINE) return undefined;
  const byline = BYLINE.exec(line)?.[0];
  if (byline !== undefined) {
    const value = line.slice(byline.length).trim();
    return isShort(value)
      ? [{ kind: 'author', label: byline.trim(), value, start: 0, weak: false }]
      : undefined;
  }
  const matches = [...line.matchAll(LABEL)];
  const before = line.slice(0, matches[0]?.index).replace(/[\s|【[(\uFF08]+$/u, '');
  if (matches.length === 0 || !isDay(before.trim())) return undefined;
  const fields = matches.map((match, index) => toField(match, line.slice(0, matches[index + 1]?.index)));
  if (!areMetadata(fields)) return undefined;
  return before === ''
    ? fields
    : [{ kind: 'publishedOn', label: '', value: before, start: 0, weak: false }, ...fields];
}

function toField(match: RegExpExecArray, upToNext: string): MetadataField {
  const label = (match[1] ?? match[2] ?? '').replace(/[ \u3000]+/gu, '');
  const row = rowByWord.get(label);
  const value = unwrap(
    upToNext.slice(match.index + match[0].length).replace(/^[\s|]+|[\s|】\][【(\uFF08]+$/gu, ''),
  );
  return { kind: row?.kind ?? 'other', label, value, start: match.index, weak: row?.weak === true };
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
