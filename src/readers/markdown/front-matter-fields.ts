import type { About, DeclaredFacts } from '../../model/index.js';

/** Fields by name, values as the parser gave them. */
export type FrontMatterFields = ReadonlyMap<string, unknown>;

type Fact = Exclude<keyof DeclaredFacts, 'authors' | 'sourceUrl' | 'numbering' | 'about'>;

/**
 * Names under which front matter states a fact, of the site generators in use (Hexo, Hugo, Jekyll, VuePress, Zola),
 * of pandoc and of clippers; the first wins. Case, `-` and `_` make no difference.
 */
const NAMES: readonly (readonly [fact: Fact, names: readonly string[]])[] = [
  ['title', ['title', '标题', '題名']],
  ['subtitle', ['subtitle', '副标题']],
  [
    'publishedOn',
    ['date', 'published', 'publishedon', 'pubdate', 'publishdate', 'created', '日期', '发布日期', '时间'],
  ],
  ['sourceName', ['sourcename', 'publication', 'publisher', 'site', 'sitename', 'website']],
  ['language', ['language', 'lang', 'locale']],
  ['template', ['template']],
];
const NUMBERING_NAMES = ['numbering', '编号'];
const AUTHOR_NAMES = ['author', 'authors', '作者'];
const SOURCE_NAMES = ['source', '来源', '出处'];
const SUBJECT_NAMES = [
  'tags',
  'tag',
  'keywords',
  'keyword',
  'categories',
  'category',
  '标签',
  '关键词',
  '分类',
];
const SUMMARY_NAMES = ['description', 'summary', 'excerpt', 'abstract', '摘要', '简介'];
const SERIES_NAMES = ['series', '系列', '丛书'];
const POSITION_NAMES = ['seriesindex', 'seriesorder', 'seriesnumber', 'volume', '卷', '册'];
const URL_NAMES = [
  'sourceurl',
  'originalurl',
  'canonicalurl',
  'canonical',
  'original',
  'link',
  'url',
  'permalink',
  '原文',
  '链接',
  '原文链接',
];

/** What site generators ask for themselves; it says nothing about the text, and nobody misses it. */
const HARMLESS: ReadonlySet<string> = new Set(
  (
    'aliases aside cascade categories category classes comment comments cover cssclasses description disqus draft excerpt ' +
    'extra featured generator head hide icon id image images img indexed isoriginal key keywords lastmod layout linktitle math ' +
    'mathjax menu meta modified next noindex oldurl order outline output outputs pagetype params password path permalink photos pin ' +
    'pinned prev published publish readingtime redirect series sidebar sidebardepth slug sticky summary tag tags ' +
    'taxonomies thumbnail toc tocdepth top topic type typora updated url uuid weight 分类 标签 关键词'
  ).split(' '),
);

/** Layout wrappers that some pages put between their fields and us. */
const DEEPEST = 4;

export interface DeclaredFields {
  readonly declared: DeclaredFacts;
  /** Names that meant nothing to us and are not known to be harmless. */
  readonly unused: readonly string[];
}

/** What the fields of a front matter state about the article, as written there. */
export function declareFields(written: FrontMatterFields, clean: (text: string) => string): DeclaredFields {
  const fields = new Map<string, { readonly name: string; readonly values: readonly string[] }>();
  for (const [name, value] of written) {
    const values = texts(value)
      .map((text) => clean(text).replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '');
    if (!fields.has(keyOf(name))) fields.set(keyOf(name), { name, values });
  }
  const used = new Set<string>();
  const take = (
    names: readonly string[],
    isFit: (text: string) => boolean = () => true,
  ): readonly string[] => {
    const key = names.find((one) => fields.get(one)?.values.some(isFit));
    if (key === undefined) return [];
    used.add(key);
    return fields.get(key)?.values.filter(isFit) ?? [];
  };
  const facts = NAMES.flatMap(([fact, names]): [Fact, string][] => {
    // `published: true` is a switch, not a day
    const [first] = take(names, fact === 'publishedOn' ? (text) => /\d/.test(text) : undefined);
    return first === undefined ? [] : [[fact, first]];
  });
  const authors = take(AUTHOR_NAMES);
  // any other word is no policy, and reported
  const [numbering] = take(NUMBERING_NAMES, isPolicy).filter(isPolicy);
  const [url] = take(URL_NAMES, isAddress);
  const about = aboutOf(take);
  const declared: DeclaredFacts = {
    ...sourceFacts(take(SOURCE_NAMES)),
    ...Object.fromEntries(facts),
    ...(url !== undefined && { sourceUrl: url }),
    ...(authors.length > 0 && { authors }),
    ...(numbering !== undefined && { numbering }),
    ...(about && { about }),
  };
  const unused = [...fields].filter(([key]) => !used.has(key) && !HARMLESS.has(key));
  return { declared, unused: unused.map(([, { name }]) => clean(name)) };
}

type Take = (names: readonly string[], isFit?: (text: string) => boolean) => readonly string[];

function aboutOf(take: Take): About | undefined {
  // all names of subjects, not the first alone: a page has tags and a category
  const subjects = [...new Set(SUBJECT_NAMES.flatMap((name) => take([name])).flatMap(splitSubjects))];
  const [description] = take(SUMMARY_NAMES);
  const [name] = take(SERIES_NAMES);
  const [position] = take(POSITION_NAMES, (text) => /^\d{1,6}$/.test(text));
  if (subjects.length === 0 && description === undefined && name === undefined) return undefined;
  return {
    ...(subjects.length > 0 && { subjects }),
    ...(description !== undefined && { description }),
    ...(name !== undefined && {
      series: { name, ...(position !== undefined && { position: Number(position) }) },
    }),
  };
}

/** A list written as one text. */
function splitSubjects(text: string): string[] {
  return text
    .split(/[,;\uFF0C\uFF1B、]/)
    .map((subject) => subject.trim())
    .filter((subject) => subject !== '');
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '');
}

function isPolicy(text: string): text is NonNullable<DeclaredFacts['numbering']> {
  return ['keep', 'renumber', 'none'].includes(text);
}

function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/** `source` is a name, an address, or both as `{ name, url }`. */
function sourceFacts(values: readonly string[]): DeclaredFacts {
  const url = values.find(isAddress);
  const name = values.find((value) => value !== url);
  return { ...(name !== undefined && { sourceName: name }), ...(url !== undefined && { sourceUrl: url }) };
}

/** The texts of a field: a scalar, a list of them, or objects such as `{ name, url }`. */
function texts(value: unknown, depth: number = 0): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((one) => texts(one, depth + 1));
  if (typeof value !== 'object' || value === null) return [];
  const { name, url } = value as Record<string, unknown>;
  return [...(typeof name === 'string' ? [name] : []), ...(typeof url === 'string' ? [url] : [])];
}
