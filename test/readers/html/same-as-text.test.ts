import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../src/index.js';
import type { InputFormat } from '../../../src/model/index.js';
import { articleAsText } from '../../structure/article-as-text.js';

/** The example articles of `structure/`, read as text and as pages: what is understood must be the same. */
const FOLDER = fileURLToPath(new URL('../../structure/articles', import.meta.url));

const articles = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt') && !name.endsWith('.md.txt'))
  .map((name) => [name, sourceOf(readFileSync(join(FOLDER, name), 'utf8'))] as const)
  // a page has tables where a text has tabs
  .filter(([, source]) => !source.includes('\t'));

function sourceOf(content: string): string {
  return content.slice(0, content.lastIndexOf('\n----\n'));
}

async function understood(text: string, from: InputFormat): Promise<string> {
  const { article, report } = await readArticle(new TextEncoder().encode(text), { from });
  return articleAsText(article, { ...report, removed: [] });
}

/** Pages write runs of spaces with entities, since a browser shows one. */
function escaped(line: string): string {
  return line
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/^ +| {2,}/g, (spaces) => '&nbsp;'.repeat(spaces.length));
}

/** Ways in which pages write lines, each with the text that says the same. */
const WRITINGS: readonly (readonly [
  name: string,
  page: (lines: string[]) => string,
  text: (lines: string[]) => string,
])[] = [
  [
    'lines of <br>',
    (lines) => lines.map((line) => `${escaped(line)}<br>\n`).join(''),
    (lines) => lines.join('\n'),
  ],
  [
    'lines of <div>',
    (lines) => lines.map((line) => `<div>${line.trim() === '' ? '<br>' : escaped(line)}</div>`).join('\n'),
    (lines) => lines.join('\n'),
  ],
  [
    'paragraphs',
    (lines) => lines.map((line) => `<p>${escaped(line)}</p>`).join('\n'),
    (lines) => lines.filter((line) => line.trim() !== '').join('\n\n'),
  ],
];

describe.each(WRITINGS)('%s', (_name, page, text) => {
  test.each(articles)('%s', async (_file, source) => {
    const lines = source.split('\n');
    expect(await understood(page(lines), 'html')).toBe(await understood(text(lines), 'text'));
  });
});
