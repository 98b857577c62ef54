import { strFromU8, unzipSync } from 'fflate';
import type { Diagnostic } from '../../../src/diagnostics.js';
import type { Article } from '../../../src/model/index.js';
import { epubRenderer } from '../../../src/renderers/epub/index.js';
import type { RenderOptions } from '../../../src/renderers/renderer.js';
import { makeStyleSheet, type StyleSheet } from '../../../src/style/index.js';

export const sheet: StyleSheet = makeStyleSheet();

/** A finished book, opened again. */
export interface OpenedBook {
  readonly bytes: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
  /** Names of all parts in order. */
  readonly names: readonly string[];
  /** Text of a part of `OEBPS/`; fails when there is none of that name. */
  part(name: string): string;
  bytesOf(name: string): Uint8Array;
  /** What stands between the body tags of a page, without the indent that all of it shares. */
  body(name: string): string;
}

export async function openBook(
  article: Article,
  style: StyleSheet = sheet,
  options: RenderOptions = {},
): Promise<OpenedBook> {
  const { bytes, diagnostics } = await epubRenderer.render(article, style, options);
  const parts = unzipSync(bytes);
  const bytesOf = (name: string): Uint8Array => {
    const found = parts[`OEBPS/${name}`];
    if (!found) throw new Error(`the book has no ${name}, only ${Object.keys(parts).join(', ')}`);
    return found;
  };
  const part = (name: string): string => strFromU8(bytesOf(name));
  const body = (name: string): string => {
    const [, inside = ''] = /<body>\n(.*?) *<\/body>/s.exec(part(name)) ?? [];
    return inside.replace(/^ {4}/gm, '').trimEnd();
  };
  return { bytes, diagnostics, names: Object.keys(parts), part, bytesOf, body };
}

/** Lines of a golden, without the indent of the test around them. */
export function lines(golden: string): string {
  const all = golden.replace(/^\n/, '').trimEnd().split('\n');
  const indent = Math.min(
    ...all.filter((line) => line !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0),
  );
  return all.map((line) => line.slice(indent)).join('\n');
}
