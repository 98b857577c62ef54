import { attribute, elementsIn, type HtmlElement, textIn } from '../tree.js';

type JsonObject = Readonly<Record<string, unknown>>;

/** What a page's structured data says of an article, as written there. */
export interface ArticleData {
  readonly title?: string;
  readonly authors: readonly string[];
  readonly published?: string;
  readonly publisher?: string;
  readonly url?: string;
}

const TYPES =
  /^(?:https?:\/\/schema\.org\/)?(?:(?:News|Report|Scholarly|Tech|Opinion|Advertiser|Satirical|Analysis|Background|Review)?(?:News)?Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting|Report|TechArticle)$/;
/** 百度's own vocabulary, which has no types. */
const CAMBRIAN = /cambrian/;

const LONGEST_SCRIPT = 1_000_000;
/** Objects that are looked at; a page that has more of them says nothing of one article. */
const MOST_OBJECTS = 5000;

/** Articles that the page describes in JSON-LD, in order. What is no JSON is passed over. */
export function readJsonLd(root: HtmlElement): ArticleData[] {
  const found: ArticleData[] = [];
  for (const element of elementsIn(root)) {
    if (element.tag !== 'script' || !/^application\/ld\+json/i.test(attribute(element, 'type')?.trim() ?? ''))
      continue;
    const text = textIn(element);
    if (text.length <= LONGEST_SCRIPT) found.push(...articlesIn(parseTolerantly(text)));
  }
  return found;
}

/** Templates leave line ends in strings, commas at ends, and marks of a comment around. */
function parseTolerantly(text: string): unknown {
  const bare = text
    .trim()
    .replace(/^(?:<!--|\/\*<!\[CDATA\[\*\/|\/\/<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\/\/\]\]>)$/g, '');
  const spaced = bare.replace(/[\0-\x1F]/g, ' ');
  for (const attempt of [bare, spaced, spaced.replace(/,\s{0,20}(?=[}\]])/g, '')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // the next attempt mends more
    }
  }
  return undefined;
}

/** All objects of a type of article, however they are nested in lists and graphs. */
function articlesIn(data: unknown): ArticleData[] {
  const articles: ArticleData[] = [];
  const left: unknown[] = [data];
  for (let count = 0; left.length > 0 && count < MOST_OBJECTS; count++) {
    const value = left.shift();
    if (Array.isArray(value)) left.unshift(...value.slice(0, MOST_OBJECTS));
    else if (isObject(value)) {
      if (isArticle(value)) articles.push(toArticle(value));
      left.push(...['@graph', 'mainEntity', 'mainEntityOfPage'].map((key) => value[key]));
    }
  }
  return articles;
}

function isArticle(value: JsonObject): boolean {
  const types = [value['@type']].flat();
  return types.some((type) => typeof type === 'string' && TYPES.test(type)) || isCambrian(value);
}

function isCambrian(value: JsonObject): boolean {
  return typeof value['@context'] === 'string' && CAMBRIAN.test(value['@context']);
}

function toArticle(value: JsonObject): ArticleData {
  const title = stringOf(value.headline) ?? stringOf(value.title) ?? stringOf(value.name);
  const published = stringOf(value.datePublished) ?? stringOf(value.pubDate) ?? stringOf(value.dateCreated);
  const publisher = nameOf(value.publisher) ?? nameOf(value.sourceOrganization);
  const url = stringOf(value.url) ?? stringOf(value.mainEntityOfPage) ?? idOf(value.mainEntityOfPage);
  return {
    ...(title !== undefined && { title }),
    authors: [value.author].flat().flatMap((author) => nameOf(author) ?? []),
    ...(published !== undefined && { published }),
    ...(publisher !== undefined && { publisher }),
    ...(url !== undefined && { url }),
  };
}

function nameOf(value: unknown): string | undefined {
  return stringOf(value) ?? (isObject(value) ? stringOf(value.name) : undefined);
}

function idOf(value: unknown): string | undefined {
  return isObject(value) ? stringOf(value['@id']) : undefined;
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
