import type { Diagnostic } from '../../diagnostics.js';
import type { DeclaredFacts } from '../../model/index.js';
import { declareFields, type FrontMatterFields } from './front-matter-fields.js';
import { fieldsOfLines, fieldsOfToml } from './front-matter-lines.js';

/** A document without its front matter; empty lines stand in its place, so that every line keeps its number. */
export interface ParsedFrontMatter {
  readonly body: string;
  readonly declared: DeclaredFacts;
  readonly diagnostics: readonly Diagnostic[];
}

type FrontMatterKind = 'yaml' | 'toml' | 'json' | 'title-block';

interface Found {
  readonly kind: FrontMatterKind;
  readonly source: string;
  /** Lines that it takes, fences included. */
  readonly lineCount: number;
}

/** Longer ones are text between two rules, or an attack. */
const MOST_LINES = 2000;
const MOST_CHARACTERS = 200_000;

/** Deeper objects and more aliases say nothing about an article. */
const MOST_ALIASES = 100;

/**
 * Takes the front matter from the head of a document: YAML between `---` (the first may be missing, as Hexo allows),
 * TOML between `+++`, a JSON object, or pandoc's lines of `%`. What stands there and holds no fields is text.
 */
export async function takeFrontMatter(
  text: string,
  clean: (text: string) => string,
): Promise<ParsedFrontMatter> {
  const found = findFrontMatter(text);
  const read = found && (await readFields(found));
  if (!found || !read?.fields) return { body: text, declared: {}, diagnostics: [] };
  const { declared, unused } = declareFields(read.fields, clean);
  const diagnostics: Diagnostic[] = [];
  if (read.fault !== undefined) {
    diagnostics.push({ code: 'front-matter-invalid', values: { reason: read.fault }, line: 1 });
  }
  if (unused.length > 0) {
    diagnostics.push({ code: 'front-matter-unused', values: { keys: unused.join(', ') }, line: 1 });
  }
  return { body: blanked(text, found.lineCount), declared, diagnostics };
}

function blanked(text: string, lineCount: number): string {
  let end = 0;
  for (let line = 0; line < lineCount && end !== -1; line++) {
    end = text.indexOf('\n', end);
    if (end !== -1) end += 1;
  }
  return end === -1 ? '' : '\n'.repeat(lineCount) + text.slice(end);
}

function findFrontMatter(text: string): Found | undefined {
  const lines = text.slice(0, MOST_CHARACTERS).split('\n', MOST_LINES);
  const [first = ''] = lines;
  if (/^---[ \t]*$/.test(first)) return between(lines, 'yaml', 1, /^(?:---|\.\.\.)[ \t]*$/);
  if (/^\+\+\+[ \t]*$/.test(first)) return between(lines, 'toml', 1, /^\+\+\+[ \t]*$/);
  if (/^\{[ \t]*$/.test(first)) return jsonObject(lines);
  if (/^% \S/.test(first)) return titleBlock(lines);
  return isBareField(first) ? bareFields(lines) : undefined;
}

function between(
  lines: readonly string[],
  kind: FrontMatterKind,
  from: number,
  end: RegExp,
): Found | undefined {
  const close = lines.findIndex((line, index) => index >= from && end.test(line));
  if (close === -1) return undefined;
  return { kind, source: lines.slice(from, close).join('\n'), lineCount: close + 1 };
}

function jsonObject(lines: readonly string[]): Found | undefined {
  const close = lines.findIndex((line) => /^\}[ \t]*$/.test(line));
  if (close === -1) return undefined;
  return { kind: 'json', source: lines.slice(0, close + 1).join('\n'), lineCount: close + 1 };
}

/** `% title`, `% authors`, `% date`, in this order. @see Pandoc's Markdown, title blocks */
function titleBlock(lines: readonly string[]): Found | undefined {
  const end = lines.findIndex((line) => !line.startsWith('%'));
  const count = end === -1 ? lines.length : end;
  if (count > 3) return undefined;
  return { kind: 'title-block', source: lines.slice(0, count).join('\n'), lineCount: count };
}

/** Hexo lets the first fence be missing; then the fields must be ones that a post has. */
const BARE_FIELD =
  /^(title|date|author|tags|categories|layout|updated|description|标题|日期|作者):(?:[ \t]|$)/;

function isBareField(line: string): boolean {
  return BARE_FIELD.test(line);
}

function bareFields(lines: readonly string[]): Found | undefined {
  const found = between(lines, 'yaml', 0, /^---[ \t]*$/);
  const fields = found?.source.split('\n') ?? [];
  const areFields = fields.every((line) => /^(?:[\w\u4E00-\u9FFF-]{1,40}:|[ \t]*- |[ \t]+\S)/.test(line));
  return areFields && fields.filter(isBareField).length >= 2 ? found : undefined;
}

interface ReadFields {
  /** Absent when what stands there is no set of fields. */
  readonly fields?: FrontMatterFields;
  readonly fault?: string;
}

async function readFields({ kind, source }: Found): Promise<ReadFields> {
  switch (kind) {
    case 'yaml':
      return readYaml(source);
    case 'toml':
      return { fields: fieldsOfToml(source) };
    case 'json':
      return readJson(source);
    case 'title-block': {
      const [title = '', authors = '', date = ''] = source.split('\n').map((line) => line.slice(1).trim());
      return {
        fields: new Map<string, unknown>([
          ['title', title],
          ['authors', authors.split(/;\s*/)],
          ['date', date],
        ]),
      };
    }
  }
}

/** Broken YAML is front matter when it starts as such; a line of prose between two rules is none. */
const FIRST_FIELD = /^(?:\s*#.*\n|\s*\n)*[ \t]{0,8}[\w\u4E00-\u9FFF-]{1,60}[ \t]*:(?:\s|$)/;

/** A mistake in YAML is mostly a title with a colon: then each line is read as a field of its own. */
async function readYaml(source: string): Promise<ReadFields> {
  if (source.trim() === '') return {};
  // Most articles have none, and the parser costs more to load than they do to read.
  const { parse } = await import('yaml');
  try {
    const value: unknown = parse(source, { schema: 'core', logLevel: 'error', maxAliasCount: MOST_ALIASES });
    return isObject(value) ? { fields: new Map(Object.entries(value)) } : {};
  } catch (cause) {
    const fields = fieldsOfLines(source);
    const fault = (cause as Error).message.split('\n', 1)[0] ?? '';
    return FIRST_FIELD.test(source) ? { fields, fault } : {};
  }
}

function readJson(source: string): ReadFields {
  try {
    const value: unknown = JSON.parse(source);
    return isObject(value) ? { fields: new Map(Object.entries(value)) } : {};
  } catch {
    return {};
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
