import type { DeclaredFacts } from '../../../model/index.js';
import { cleanFacts } from '../../clean-facts.js';
import { hasNoText, namesOf } from '../elements.js';
import { isHidden } from '../inline-style.js';
import { attribute, elementsIn, following, type HtmlElement, textIn } from '../tree.js';
import { readJsonLd } from './json-ld.js';
import { isTitle, type ShownLines, titleKey, withoutSite } from './page-title.js';
import { publishedDay } from './published-day.js';
import { dayOfEdition, isTextOfArticle, signedName } from './signed-line.js';
import {
  type FactName,
  KNOWN_ELEMENTS,
  NO_AUTHOR,
  NO_SOURCE,
  type Statement,
  TRUST_ORDER,
} from './trust-order.js';

/** What a page says about its article outside of the text. */
export interface PageFacts {
  readonly declared: DeclaredFacts;
  /** Holds only where no visible line says otherwise. */
  readonly fallback: DeclaredFacts;
}

const LONGEST_FACT = 300;

/**
 * Reads the facts of a page by the order of trust.
 *
 * @param source The page as text, for the note that Internet Explorer and its heirs leave in what they save.
 */
export function readFacts(root: HtmlElement, source: string): PageFacts {
  const shown = shownLines(root);
  const statements = [...fieldsOf(root), ...savedFrom(source)].flatMap(checked);
  const site = statements.find(({ fact, from }) => fact === 'sourceName' && from === 'site')?.value;
  const all = [...statements.map((one) => asShown(one, shown, site)), ...titleElement(root, shown, site)];
  const [strong, weak] = [false, true].map((isWeak) =>
    TRUST_ORDER.filter((row) => (row.weak === true) === isWeak).flatMap(({ from }) =>
      all.filter((statement) => statement.from === from),
    ),
  ) as [Statement[], Statement[]];
  const publishers = new Set(all.filter(({ fact }) => fact === 'sourceName').map(({ value }) => value));
  const title = agreedTitle(strong);
  return {
    declared: cleanFacts({
      ...(title !== undefined && { title }),
      ...toFacts(strong, publishers),
      ...languageOf(root),
    }),
    fallback: cleanFacts(toFacts(weak, publishers)),
  };
}

/** All statements in order of the page; each is checked and ordered later. */
function fieldsOf(root: HtmlElement): Statement[] {
  const found: Statement[] = [];
  const headings: HtmlElement[] = [];
  const seen = new Set<FactName>();
  let isAbove = true;
  for (const element of elementsIn(root)) {
    if (element.tag === 'meta') found.push(...metaStatements(element));
    else if (element.tag === 'link' && /^canonical$/i.test(attribute(element, 'rel') ?? ''))
      found.push({ fact: 'sourceUrl', value: attribute(element, 'href') ?? '', from: 'site' });
    else if (element.tag === 'time') found.push(...timeStatement(element));
    else if (element.tag === 'h1' && !isLogo(element)) headings.push(element);
    isAbove = isAbove && (hasNoText(element) || !isTextOfArticle(element));
    const known = [...knownElement(element), ...(isAbove ? signature(element) : [])];
    // under a thread or an article, others write too: the first element is that of the article
    found.push(...known.filter(({ fact, from }) => from !== 'page' || !seen.has(fact)));
    for (const { fact, value } of known) if (value !== '') seen.add(fact);
  }
  const [heading] = headings;
  if (heading && headings.length === 1)
    found.push({ fact: 'title', value: textIn(heading), from: 'heading' });
  return [...jsonStatements(root), ...found];
}

const ROWS: ReadonlyMap<string, readonly Omit<Statement, 'value'>[]> = rowsByName();

function rowsByName(): Map<string, Omit<Statement, 'value'>[]> {
  const rows = new Map<string, Omit<Statement, 'value'>[]>();
  for (const { from, metas } of TRUST_ORDER) {
    for (const [fact, names] of Object.entries(metas) as [FactName, string][]) {
      for (const name of names.split(' ')) rows.set(name, [...(rows.get(name) ?? []), { fact, from }]);
    }
  }
  return rows;
}

function metaStatements(meta: HtmlElement): Statement[] {
  const value = attribute(meta, 'content') ?? '';
  const names = ['name', 'property', 'itemprop', 'http-equiv'].map((key) =>
    attribute(meta, key)?.trim().toLowerCase(),
  );
  const rows = names.flatMap((name) => (name === undefined ? [] : (ROWS.get(name) ?? [])));
  return rows.map((row) => ({ ...row, value }));
}

function timeStatement(element: HtmlElement): Statement[] {
  const value = attribute(element, 'datetime');
  const isModified =
    /updated|modified/.test(namesOf(element)) || attribute(element, 'itemprop') === 'dateModified';
  return value === undefined || isModified ? [] : [{ fact: 'publishedOn', value, from: 'time' }];
}

const KNOWN = new Map<string, FactName>(
  KNOWN_ELEMENTS.flatMap(([fact, , names]) =>
    names.split(' ').map((name): [string, FactName] => [name, fact]),
  ),
);

function knownElement(element: HtmlElement): Statement[] {
  const names = namesOf(element).split(/\s+/);
  // Discuz! sets its own links in the colour xi2: <a class="xi2 xw1">立即注册</a>
  const fact = names
    .filter((name) => !(name === 'xw1' && names.includes('xi2')))
    .map((name) => KNOWN.get(name))
    .find((found) => found !== undefined);
  if (fact !== undefined) return [{ fact, value: shortText(element) ?? '', from: 'page' }];
  // the hAtom format: <abbr class="published" title="2013-05-12T22:10:00+08:00">
  if (element.tag === 'abbr' && /(?:^|\s)published(?:\s|$)/.test(namesOf(element)))
    return [{ fact: 'publishedOn', value: attribute(element, 'title') ?? '', from: 'library' }];
  if (attribute(element, 'rel') === 'author' && element.tag === 'a')
    return [{ fact: 'authors', value: shortText(element) ?? '', from: 'page' }];
  const itemprop = attribute(element, 'itemprop');
  if (itemprop === undefined || element.tag === 'meta') return [];
  const row = { headline: 'title', datePublished: 'publishedOn' }[itemprop] as FactName | undefined;
  const value = attribute(element, 'datetime') ?? attribute(element, 'content') ?? shortText(element) ?? '';
  return row ? [{ fact: row, value, from: 'library' }] : [];
}

function signature(element: HtmlElement): Statement[] {
  const value = signedName(element);
  if (value !== undefined) return [{ fact: 'authors', value, from: 'page' }];
  const day = dayOfEdition(element);
  return day === undefined ? [] : [{ fact: 'publishedOn', value: day, from: 'time' }];
}

function jsonStatements(root: HtmlElement): Statement[] {
  const [article] = readJsonLd(root);
  if (!article) return [];
  const { title, authors, published, publisher, url } = article;
  const from = 'json-ld';
  return [
    ...(title === undefined ? [] : [{ fact: 'title' as const, value: title, from }]),
    ...authors.map((value) => ({ fact: 'authors' as const, value, from })),
    ...(published === undefined ? [] : [{ fact: 'publishedOn' as const, value: published, from }]),
    ...(publisher === undefined ? [] : [{ fact: 'sourceName' as const, value: publisher, from: 'site' }]),
    ...(url === undefined ? [] : [{ fact: 'sourceUrl' as const, value: url, from: 'site' }]),
  ];
}

/** `<!-- saved from url=(0042)https://… -->` */
function savedFrom(source: string): Statement[] {
  const url = /<!--\s*saved from url=\(\d{1,6}\)(\S{1,2000}?)\s*-->/.exec(source.slice(0, 8192))?.[1];
  return url === undefined ? [] : [{ fact: 'sourceUrl', value: url, from: 'site' }];
}

/** The name of the site, as a link to its first page or a picture. */
function isLogo(heading: HtmlElement): boolean {
  if (/(?:^|[\s_-])(?:logo|brand|site-?name|site-?title)(?:[\s_-]|$)/.test(namesOf(heading))) return true;
  for (const inner of elementsIn(heading)) {
    if (
      inner.tag === 'a' &&
      /^(?:https?:\/\/[^/]+)?\/?(?:index\.\w+)?$/.test(attribute(inner, 'href') ?? '-')
    )
      return true;
  }
  return textIn(heading).trim() === '';
}

/** A statement as it will stand, or none when it states nothing. */
function checked({ fact, value, from }: Statement): Statement[] {
  const text = value.replace(/[\s\u3000]+/gu, ' ').trim();
  if (text === '' || text.length > LONGEST_FACT || /\{\{|<\?|\$\{|undefined/.test(text)) return [];
  switch (fact) {
    case 'title':
      return isTitle(text) ? [{ fact, value: text, from }] : [];
    case 'publishedOn': {
      const day = publishedDay(text);
      return day === undefined ? [] : [{ fact, value: day, from }];
    }
    case 'sourceUrl':
      return isPublicAddress(text) ? [{ fact, value: text, from }] : [];
    case 'sourceName': {
      const name = text.replace(/^(?:信息|文章|稿件)?来源\s?[:\uFF1A]\s?/u, '');
      const namesOne = !/^https?:|^www\./.test(name) && name.length <= 40 && !NO_SOURCE.test(name);
      return namesOne ? [{ fact, value: name, from }] : [];
    }
    case 'authors':
      return namesIn(text).map((name) => ({ fact, value: name, from }));
  }
}

function namesIn(text: string): string[] {
  if (/^https?:|@|\.(?:com|cn|net|org)\b/.test(text) || text.length > 60) return [];
  return text
    .replace(WRITES, '')
    .split(/[、,\uFF0C;\uFF1B|]|\s(?=\p{Script=Han})/u)
    .map((name) => name.replace(WRITES, '').trim())
    .filter((name) => name !== '' && name.length <= 30 && !NO_AUTHOR.test(name));
}

/** What programs print before a name: 作者：, by, 由 (WordPress), 張貼者： (Blogger). A name may begin with 由 or 文. */
const WRITES =
  /^(?:作者|作家|撰文|撰稿|文|(?:张贴|張貼|发布|發佈|发表|發表|投稿)[者人]|By)\s*(?:[:\uFF1A/|\uFF5C]\s*|\s)|^由\s+|^(?:作者|By)\b/iu;

function isPublicAddress(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return false;
  const { hostname } = new URL(text);
  return hostname.includes('.') && !/^(?:127|10|192\.168|0)\.|^\[|localhost/.test(hostname);
}

/** A title without the name of the site behind it, when the page shows it so. */
function asShown(statement: Statement, shown: ShownLines, site: string | undefined): Statement {
  if (statement.fact !== 'title') return statement;
  const value = withoutSite(statement.value, shown, site);
  return shown.keys.has(titleKey(value)) ? { ...statement, value } : statement;
}

/** The title that two rows agree on, or that of the surest row. */
function agreedTitle(statements: readonly Statement[]): string | undefined {
  const titles = statements.filter(({ fact }) => fact === 'title');
  const agrees = ({ value, from }: Statement): boolean =>
    titles.some((other) => other.from !== from && titleKey(other.value) === titleKey(value));
  return (titles.find(agrees) ?? titles[0])?.value;
}

/** The first statement of each fact; authors are all those of the row that named the first. */
function toFacts(statements: readonly Statement[], publishers: ReadonlySet<string>): DeclaredFacts {
  const first = (name: FactName): string | undefined => statements.find(({ fact }) => fact === name)?.value;
  // an author who is the site is none
  const people = statements.filter(({ fact, value }) => fact === 'authors' && !publishers.has(value));
  const authors = people.filter(({ from }) => from === people[0]?.from).map(({ value }) => value);
  const [publishedOn, sourceName, sourceUrl] = [
    first('publishedOn'),
    first('sourceName'),
    first('sourceUrl'),
  ];
  return {
    ...(authors.length > 0 && { authors: [...new Set(authors)] }),
    ...(publishedOn !== undefined && { publishedOn }),
    ...(sourceName !== undefined && { sourceName }),
    ...(sourceUrl !== undefined && { sourceUrl }),
  };
}

function titleElement(root: HtmlElement, shown: ShownLines, site: string | undefined): Statement[] {
  for (const element of elementsIn(root)) {
    if (element.tag !== 'title' || element.foreign) continue;
    const text = textIn(element)
      .replace(/[\s\u3000]+/gu, ' ')
      .trim();
    const value = withoutSite(text, shown, site);
    return isTitle(value) ? [{ fact: 'title', value, from: 'title-element' }] : [];
  }
  return [];
}

/**
 * The language, when it is none of Chinese: which Chinese it is the text shows better, and themes made abroad leave
 * `en` on Chinese pages.
 */
function languageOf(root: HtmlElement): DeclaredFacts {
  for (const element of elementsIn(root)) {
    if (element.tag !== 'html') continue;
    const language = (attribute(element, 'lang') ?? attribute(element, 'xml:lang') ?? '').trim();
    if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(language) || /^(?:zh|cn)/i.test(language)) return {};
    return /\p{Script=Han}/u.test(sampleOf(element)) ? {} : { language };
  }
  return {};
}

const SAMPLE = 5000;

function sampleOf(root: HtmlElement): string {
  let sample = '';
  let node = root.first;
  while (node && sample.length < SAMPLE) {
    if (node.type === 'text') sample += node.text.slice(0, SAMPLE);
    node = following(node, root, node.type === 'element' && (!hasNoText(node) || node.tag === 'head'));
  }
  return sample;
}

const LONGEST_LINE = 120;

/** What stands in short elements of the page: among them is its title. */
function shownLines(root: HtmlElement): ShownLines {
  const keys = new Set<string>();
  const headings: string[] = [];
  for (const element of elementsIn(root, (passed) => hasNoText(passed) || isHidden(passed))) {
    if (hasNoText(element) || element.tag === 'a') continue;
    const text = shortText(element);
    if (text === undefined || text.length < 2) continue;
    keys.add(titleKey(text));
    if (/^h[1-6]$/.test(element.tag) && !isLogo(element)) headings.push(text);
  }
  return { keys, headings: headings.slice(0, MOST_HEADINGS) };
}

/** The title of a page stands among its first headings. */
const MOST_HEADINGS = 30;

/** Text of an element that has little of it. */
function shortText(element: HtmlElement): string | undefined {
  let text = '';
  for (let node = element.first; node; node = following(node, element, true)) {
    if (node.type !== 'text') continue;
    text += node.text;
    if (text.length > 4 * LONGEST_LINE) return undefined;
  }
  const short = text.replace(/[\s\u3000]+/gu, ' ').trim();
  return short === '' || short.length > LONGEST_LINE ? undefined : short;
}
