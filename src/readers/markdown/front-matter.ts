import type { Root } from 'mdast';
import type { Diagnostic } from '../../diagnostics.js';
import type { DeclaredFacts } from '../../model/index.js';

type Fact = Exclude<keyof DeclaredFacts, 'authors'>;

/** Names under which front matter states a fact, of the site generators in use and of pandoc; the first wins. */
const NAMES: readonly (readonly [fact: Fact, names: readonly string[]])[] = [
  ['title', ['title', '标题']],
  ['subtitle', ['subtitle', '副标题']],
  ['publishedOn', ['date', 'published', 'publishedOn', 'published-on', 'pubDate', '日期']],
  ['sourceUrl', ['source-url', 'sourceUrl', 'url', 'link', 'canonical', 'canonicalUrl', 'original']],
  ['sourceName', ['source-name', 'sourceName', 'publication', 'site']],
  ['language', ['language', 'lang']],
  ['template', ['template']],
];
const AUTHOR_NAMES = ['author', 'authors', '作者'];
const SOURCE_NAMES = ['source', '来源'];

/** What the front matter of a document states, as written there. Fields that say nothing to us are named. */
export async function readFrontMatter(
  root: Root,
  clean: (text: string) => string,
): Promise<{ declared: DeclaredFacts; diagnostics: Diagnostic[] }> {
  const node = root.children.find((child) => child.type === 'yaml');
  if (!node) return { declared: {}, diagnostics: [] };
  // Most articles have none, and the parser costs more to load than they do to read.
  const { parse } = await import('yaml');
  let fields: unknown;
  try {
    fields = parse(node.value, { schema: 'core', logLevel: 'error' });
  } catch (cause) {
    const reason = (cause as Error).message.split('\n', 1)[0] ?? '';
    return { declared: {}, diagnostics: [{ code: 'front-matter-invalid', values: { reason }, line: 1 }] };
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
    return { declared: {}, diagnostics: [] };
  }
  return declare(new Map(Object.entries(fields)), clean);
}

function declare(
  fields: Map<string, unknown>,
  clean: (text: string) => string,
): { declared: DeclaredFacts; diagnostics: Diagnostic[] } {
  const used = new Set<string>();
  const take = (names: readonly string[]): string[] => {
    const name = names.find((one) => texts(fields.get(one)).length > 0);
    if (name === undefined) return [];
    used.add(name);
    return texts(fields.get(name))
      .map((text) => clean(text).trim())
      .filter((text) => text !== '');
  };
  const facts = NAMES.flatMap(([fact, names]): [Fact, string][] => {
    const [first] = take(names);
    return first === undefined ? [] : [[fact, first]];
  });
  const authors = take(AUTHOR_NAMES);
  const declared: DeclaredFacts = {
    ...sourceFacts(take(SOURCE_NAMES)),
    ...Object.fromEntries(facts),
    ...(authors.length > 0 && { authors }),
  };
  const unused = [...fields.keys()].filter((key) => !used.has(key));
  const diagnostics: Diagnostic[] =
    unused.length === 0
      ? []
      : [{ code: 'front-matter-unused', values: { keys: unused.join(', ') }, line: 1 }];
  return { declared, diagnostics };
}

/** `source` is a name, an address, or both as `{ name, url }`. */
function sourceFacts(values: readonly string[]): DeclaredFacts {
  const url = values.find((value) => /^https?:\/\//i.test(value));
  const name = values.find((value) => value !== url);
  return { ...(name !== undefined && { sourceName: name }), ...(url !== undefined && { sourceUrl: url }) };
}

/** The texts of a field: a scalar, a list of them, or objects such as `{ name, url }`. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(texts);
  if (typeof value !== 'object' || value === null) return [];
  const { name, url } = value as Record<string, unknown>;
  return [...(typeof name === 'string' ? [name] : []), ...(typeof url === 'string' ? [url] : [])];
}
