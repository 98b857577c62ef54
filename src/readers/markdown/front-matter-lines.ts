import type { FrontMatterFields } from './front-matter-fields.js';

/** `title: 从零开始: 第一章`, at the start of its line. */
const YAML_FIELD = /^([\w\u4E00-\u9FFF-]{1,60})[ \t]*:(?:[ \t]+(.*))?$/;
/** `title = "从零开始"`. */
const TOML_FIELD = /^[ \t]*"?([\w\u4E00-\u9FFF.-]{1,60})"?[ \t]*=[ \t]*(.*)$/;
/** Tables of TOML whose fields are about the article all the same. */
const TOML_TABLE = /^[ \t]*\[{1,2}[ \t]*([\w.-]{1,60})[ \t]*\]{1,2}/;
const TABLES_READ: ReadonlySet<string> = new Set(['params', 'extra']);

/** Fields of YAML that has a mistake somewhere, line by line, all values as text. */
export function fieldsOfLines(source: string): FrontMatterFields {
  const fields = new Map<string, unknown>();
  for (const line of source.split('\n')) {
    const [, name, value = ''] = YAML_FIELD.exec(line) ?? [];
    const text = unquoted(value);
    if (name !== undefined && text !== '' && !/^[&*[{|>!]/.test(text)) fields.set(name, text);
  }
  return fields;
}

/**
 * The fields of TOML that say something about an article: texts, dates, numbers and lists of texts, at the top or in
 * `[params]` and `[extra]`. What else TOML can say is left out.
 */
export function fieldsOfToml(source: string): FrontMatterFields {
  const fields = new Map<string, unknown>();
  let isRead = true;
  for (const line of joinLists(source.split('\n'))) {
    const table = TOML_TABLE.exec(line)?.[1];
    if (table !== undefined) isRead = TABLES_READ.has(table);
    const [, name, value = ''] = (isRead && TOML_FIELD.exec(line)) || [];
    if (name !== undefined && !fields.has(name)) fields.set(name, tomlValue(value.trim()));
  }
  return fields;
}

/** A list may go over several lines. */
function joinLists(lines: readonly string[]): string[] {
  const joined: string[] = [];
  let open = false;
  for (const line of lines) {
    if (open) joined.push(`${joined.pop() ?? ''} ${line.trim()}`);
    else joined.push(line);
    if (open ? line.includes(']') : /=[ \t]*\[[^\]]*$/.test(line)) open = !open;
  }
  return joined;
}

function tomlValue(value: string): unknown {
  if (value.startsWith('[')) {
    return [...value.matchAll(/"((?:[^"\\]|\\.){0,1000})"|'([^']{0,1000})'/g)].map(([, double, single]) =>
      unescaped(double ?? single ?? ''),
    );
  }
  return unquoted(value.replace(/^([^"'\s#]+)[ \t]+#.*$/, '$1'));
}

function unquoted(value: string): string {
  const text = value.trim();
  const [, double, single] = /^(?:"((?:[^"\\]|\\.)*)"|'([^']*)')/.exec(text) ?? [];
  return double === undefined ? (single ?? text) : unescaped(double);
}

function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9A-Fa-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\(["\\])/g, '$1');
}
