import { decodeEntities } from '../entities.js';
import { RepairTally } from '../repairs.js';

/** A piece of HTML: a tag, or the text between two. Comments, doctypes and instructions give none. */
export type HtmlToken =
  | { readonly kind: 'open'; readonly tag: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly kind: 'close'; readonly tag: string }
  | { readonly kind: 'text'; readonly text: string };

const TAG = /^<(\/?)([A-Za-z][\w:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
/** No tag of a page is longer; bounds the search for its end. */
const MAX_TAG_LENGTH = 4096;

/** Splits the HTML that stands in a Markdown text. What opens like a tag and is none is text. */
export function htmlTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let position = 0;
  while (position < html.length) {
    const start = html.indexOf('<', position);
    if (start !== position) {
      const end = start === -1 ? html.length : start;
      pushText(tokens, html.slice(position, end));
      position = end;
      continue;
    }
    const skipped = commentEnd(html, start);
    if (skipped !== undefined) {
      position = skipped;
      continue;
    }
    const found = TAG.exec(html.slice(start, start + MAX_TAG_LENGTH));
    if (found) tokens.push(toTag(found));
    else pushText(tokens, '<');
    position = start + (found?.[0].length ?? 1);
  }
  return tokens;
}

/** Where a comment, doctype, instruction or CDATA that starts here ends; an open one runs to the end of the text. */
function commentEnd(html: string, start: number): number | undefined {
  const close = html.startsWith('<!--', start)
    ? '-->'
    : html.startsWith('<![CDATA[', start)
      ? ']]>'
      : html.startsWith('<!', start) || html.startsWith('<?', start)
        ? '>'
        : undefined;
  if (close === undefined) return undefined;
  const end = html.indexOf(close, start + 2);
  return end === -1 ? html.length : end + close.length;
}

function toTag([, slash, name = '', rest = '']: RegExpExecArray): HtmlToken {
  const tag = name.toLowerCase();
  if (slash === '/') return { kind: 'close', tag };
  const attributes = [...rest.matchAll(ATTRIBUTE)].map(
    ([, key = '', double, single, bare]): [string, string] => [
      key.toLowerCase(),
      decode(double ?? single ?? bare ?? ''),
    ],
  );
  return { kind: 'open', tag, attributes: Object.fromEntries(attributes) };
}

function pushText(tokens: HtmlToken[], raw: string): void {
  const last = tokens.at(-1);
  if (last?.kind === 'text') tokens[tokens.length - 1] = { kind: 'text', text: last.text + decode(raw) };
  else tokens.push({ kind: 'text', text: decode(raw) });
}

/** Entities are what they should be here, no repair that a report would count. */
function decode(text: string): string {
  return decodeEntities(text, new RepairTally());
}
