import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Article, plainText } from '../../src/model/index.js';
import { structure } from '../../src/structure/index.js';
import { draftOfText } from './draft-of-text.js';

/**
 * Pages as sites print them, one file each: the facts, a line of four dashes, then the page with a sign before every
 * line: `-` the site's own, `+` text of the article, `=` its title, `~` text with site talk in ⟦⟧, blank for a blank.
 */
const FOLDER = fileURLToPath(new URL('./pages', import.meta.url));
const DIVIDER = '\n----\n';

test.each(readdirSync(FOLDER))('%s', async (name) => {
  const page = readPage(readFileSync(join(FOLDER, name), 'utf8'));
  const { article, report } = structure(await draftOfText(page.source));
  const text = folded(articleText(article));
  const removed = folded(report.removed.map(({ text: line }) => line).join('\n'));
  expect({
    facts: factsOf(article),
    lost: page.kept.filter((line) => !text.includes(folded(line))),
    left: page.site.filter((line) => linesOf(article).has(folded(line))),
    unreported: page.site.filter((line) => !removed.includes(folded(line)) && !text.includes(folded(line))),
  }).toEqual({ facts: page.facts, lost: [], left: [], unreported: [] });
});

interface Page {
  readonly facts: Readonly<Record<string, string>>;
  readonly source: string;
  /** Stretches that the article holds. */
  readonly kept: readonly string[];
  /** Stretches that it must not hold, and the report does. */
  readonly site: readonly string[];
}

function readPage(file: string): Page {
  const at = file.indexOf(DIVIDER);
  const lines = file
    .slice(at + DIVIDER.length)
    .trimEnd()
    .split('\n');
  const of = (sign: string): string[] =>
    lines.filter((line) => line.startsWith(sign) && line.length > 1).map((line) => line.slice(1));
  const mixed = of('~');
  return {
    facts: Object.fromEntries(
      file
        .slice(0, at)
        .split('\n')
        .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()])
        .filter(([, value]) => value !== ''),
    ),
    source: lines.map((line) => line.slice(1).replace(/[⟦⟧]/gu, '')).join('\n'),
    kept: [...of('+'), ...mixed.map((line) => line.replace(/⟦[^⟧]*⟧/gu, ''))],
    site: [...of('-'), ...mixed.flatMap((line) => line.match(/(?<=⟦)[^⟧]*/gu) ?? [])],
  };
}

function factsOf({ title, subtitle, provenance }: Article): Record<string, string> {
  const { authors, publishedOn, sourceName, sourceUrl } = provenance;
  const facts = {
    title: title ?? '',
    subtitle: subtitle ?? '',
    author: authors.join('、'),
    published: publishedOn ?? '',
    source: sourceName ?? '',
    url: sourceUrl ?? '',
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ''));
}

/** White space and the width of signs aside, which other tests hold. */
function folded(text: string): string {
  return text.normalize('NFKC').replace(/[\s“”"‘’']/gu, '');
}

function linesOf(article: Article): ReadonlySet<string> {
  return new Set(articleText(article).split('\n').map(folded));
}

/** All text of the article's body, a line for each run of inlines and for each label before it. */
function articleText({ lead, parts, notes }: Article): string {
  return texts([lead, parts, notes]).join('\n');
}

function texts(node: unknown): string[] {
  if (Array.isArray(node)) {
    const inlines = node.length > 0 && node.every(isInline);
    return inlines ? [plainText(node)] : node.flatMap(texts);
  }
  if (typeof node !== 'object' || node === null) return [];
  const label = 'label' in node ? labelText(node.label) : '';
  const own = Object.values(node).flatMap(texts);
  return label === '' ? own : [`${label}${own[0] ?? ''}`, ...own.slice(1)];
}

const INLINES: ReadonlySet<string> = new Set(['text', 'strong', 'emphasis', 'link', 'noteReference', 'code']);

function isInline(node: unknown): node is { type: 'text'; text: string } {
  return typeof node === 'object' && node !== null && 'type' in node && INLINES.has(String(node.type));
}

function labelText(label: unknown): string {
  return typeof label === 'object' && label !== null && 'text' in label ? String(label.text) : '';
}
