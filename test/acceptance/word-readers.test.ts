import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { render } from '../../src/convert.js';
import type { Article } from '../../src/model/index.js';
import { headingText, outline } from '../../src/model/index.js';
import { EXTREMES } from '../outputs/extreme-articles.js';
import { richArticle } from '../renderers/docx/rich-article.js';
import { convertByOffice } from './office.js';
import { bare, lacks, mustRun, ooxmlFaults, python, workFolder } from './tools.js';

/** Kept with the validators, so that no check before their installation looks for it. */
const MAMMOTH = new URL('node_modules/mammoth/lib/index.js', import.meta.url).href;

interface Mammoth {
  convertToHtml(input: { readonly path: string }): Promise<{
    readonly value: string;
    readonly messages: readonly { readonly type: string }[];
  }>;
}

/** The rich article, with formulas. */
const article: Article = {
  ...richArticle,
  parts: richArticle.parts.map((part) => ({
    ...part,
    children: [...part.children, { type: 'math', tex: '\\frac{a}{b}' }],
  })),
};
const file = join(workFolder, 'rich.docx');

beforeAll(async () => {
  writeFileSync(file, (await render(article, 'docx')).bytes);
});

const headings = outline(article);
const levels = headings.map(({ level }) => level);
/** With their numbers, which are Word's to print and missing in what these readers give as text. */
const texts = headings.map(headingText);

test.skipIf(lacks('mammoth'))('mammoth sees the headings, notes, tables and links', async () => {
  const { default: mammoth } = (await import(MAMMOTH)) as { readonly default: Mammoth };
  const { value, messages } = await mammoth.convertToHtml({ path: file });
  const seen = [...value.matchAll(/<h([1-6])>/g)].map(([, level]) => Number(level));
  expect(seen.filter((level, index) => index > 0 || level === levels[0])).toEqual(levels);
  expect(value.match(/<li id="(?:foot|end)note-/g)).toHaveLength(article.notes.length);
  expect(value.match(/<table>/g)).toHaveLength(1);
  expect(value).toContain('rowspan="2"');
  expect(value).toContain('colspan="2"');
  expect(value).toContain('<a href="https://www.w3.org/TR/clreq/">网页</a>');
  expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
});

/** What pandoc reads, by kind of element. */
function pandocElements(): Map<string, unknown[]> {
  const found = new Map<string, unknown[]>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('t' in value && typeof value.t === 'string')
      found.set(value.t, [...(found.get(value.t) ?? []), 'c' in value ? value.c : undefined]);
    for (const inner of Object.values(value)) walk(inner);
  };
  walk(JSON.parse(mustRun('pandoc', file, '-t', 'json')));
  return found;
}

test.skipIf(lacks('pandoc'))('pandoc sees the headings, notes, tables, pictures, links and formulas', () => {
  const found = pandocElements();
  expect(found.get('Header')?.map((content) => (content as [number])[0])).toEqual(levels);
  expect(found.get('Note')).toHaveLength(article.notes.length);
  expect(found.get('Table')).toHaveLength(1);
  expect(found.get('Image')).toHaveLength(1);
  expect(found.get('Link')?.length).toBeGreaterThan(0);
  expect(found.get('Math')).toEqual([[{ t: 'DisplayMath' }, '\\frac{a}{b}']]);
});

const READ_ALL = `
import docx, json, sys
document = docx.Document(sys.argv[1])
core = document.core_properties
print(json.dumps({
    'headings': [p.text for p in document.paragraphs if p.style.name.lower().startswith('heading ')],
    'tables': [[len(t.rows), len(t.columns), t.cell(1, 0).text, t.cell(2, 0).text, t.cell(3, 0).text]
               for t in document.tables],
    'notes': sorted(part.partname for part in document.part.package.iter_parts() if 'notes' in part.partname),
    'core': [core.title, core.author, core.subject, core.category, core.language, str(core.created), str(core.modified)],
}))
`;

test.skipIf(lacks('python-docx'))('python-docx sees the headings, tables, notes and properties', () => {
  const seen = JSON.parse(python('-c', READ_ALL, file)) as Record<string, string[][]>;
  (seen.headings ?? []).forEach((heading, index) => {
    expect(bare(texts[index] ?? '')).toContain(bare(String(heading)));
  });
  expect(seen.headings).toHaveLength(levels.length);
  expect(seen.tables).toEqual([[4, 3, '上半年', '上半年', '合计']]);
  expect(seen.notes).toEqual(['/word/endnotes.xml', '/word/footnotes.xml']);
  expect(seen.core).toEqual([
    article.title,
    article.provenance.authors.join('; '),
    article.subtitle,
    article.provenance.channel,
    article.language,
    '2021-10-01 00:00:00',
    '2021-10-01 00:00:00',
  ]);
});

test.skipIf(lacks('soffice'))('LibreOffice sees the headings, tables and notes', () => {
  const [made = ''] = convertByOffice('fodt', [file]);
  const xml = readFileSync(made, 'utf8');
  const seen = [...xml.matchAll(/<text:h [^>]*text:outline-level="(\d)"/g)].map(([, level]) => Number(level));
  expect(seen).toEqual(levels);
  expect(xml.match(/<table:table /g)).toHaveLength(1);
  expect(xml).toContain('table:number-rows-spanned="2"');
  expect(xml).toContain('table:number-columns-spanned="2"');
  expect(xml.match(/text:note-class="footnote"/g)?.length).toBeGreaterThan(0);
  expect(xml.match(/<text:note text:id="[^"]*" text:note-class="endnote"/g)).toHaveLength(1);
});

test.skipIf(lacks('ooxml-validator')).each(Object.keys(EXTREMES))(
  'the Open XML SDK finds no fault in %s',
  async (name) => {
    const extreme = EXTREMES[name]?.();
    if (!extreme) throw new RangeError(name);
    const path = join(workFolder, `${name.replaceAll(' ', '-')}.docx`);
    writeFileSync(path, (await render(extreme, 'docx')).bytes);
    expect(ooxmlFaults(path)).toEqual([]);
  },
);
