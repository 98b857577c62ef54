import type { FactReason } from '../report.js';
import { findDate, findLabelledDate } from './dates.js';
import { ORGANS } from './facts.js';
import { titleFact } from './labelled-title.js';
import type { MetadataField, MetadataKind } from './metadata.js';
import { closeNames, isPersonName, withoutMarks } from './names.js';

/** What the values of labels say: whose names they are, which of them name nobody, and a day that stands behind one. */

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
/** 东州晚报 记者 周琦 */
const WITH_REPORTER = /^(\S{2,20})\s+(?:记者|通讯员|作者|記者)\s*[:\uFF1A]?\s*(\S{2,4})$/u;
/** 《北地诗刊》 | 宁河: the poet behind the paper. */
const WITH_WRITER = /^(\S{2,20})\s*[|\uFF5C]\s*(\p{Script=Han}{2,4})$/u;

const URL = /https?:\/\/[^\s\u3000-\u9fff\uff00-\uffef”』」】]+/u;
export const HOST: RegExp = /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+\/?$/u;
/** Days on which a site was changed, when they stand below the text. */
export const UPDATE: RegExp = /更新|修改|编辑[时日]/u;

/** What one label of a line and its value say, in the names of provenance. */
export function factsOf(
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
    case 'address':
      return factsOfSource(label, value, channels, fact);
    case 'document':
    case 'other':
      if (ORGANS.test(label) && value !== '') return [fact('sourceName', value)];
      return titleFact(label, value, line);
    default:
      return [];
  }
}

/** Where a text comes from, and who stands behind the name of that without a label. */
function factsOfSource(
  label: string,
  value: string,
  channels: ReadonlySet<string>,
  fact: (name: string, found: string) => FactReason,
): FactReason[] {
  const url = URL.exec(value)?.[0];
  if (url) return [fact('sourceUrl', url)];
  const [, before, reporter] = WITH_REPORTER.exec(value) ?? [];
  if (before && reporter && isPersonName(reporter)) {
    return [fact('sourceName', before), fact('authors', reporter)];
  }
  const [, site, section] = WITH_SECTION.exec(value) ?? [];
  if (site && section) return [fact('sourceName', site), fact('channel', section)];
  const [, paper, writer] = WITH_WRITER.exec(value) ?? [];
  if (paper && writer && isPersonName(writer)) {
    return [fact('sourceName', paper), { ...fact('authors', writer), rule: 'byline' }];
  }
  const name = withoutAccount(value);
  // 原文地址：母亲的菜园 names the text itself
  if (name === '' || HOST.test(name) || /[地网][址]|[链鏈連][接結结]/u.test(label)) return [];
  if (NOWHERE.test(name)) return [];
  return [fact(NO_SOURCE.test(name) || channels.has(name) ? 'channel' : 'sourceName', name)];
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
