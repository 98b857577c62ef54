import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { render } from '../../src/convert.js';
import type { Article } from '../../src/model/index.js';
import { readArticle } from '../../src/read-article.js';
import { pdfOutline } from '../outputs/pdf-outline.js';
import { readSample, samples } from '../outputs/samples.js';
import { convertByOffice, pageCount } from './office.js';
import { bare, lacks, workFolder } from './tools.js';

// Whether the page of the Word file is that of the PDF: LibreOffice sets the one with the faces of the other.

const TEMPLATES = ['article', 'book', 'bulletin', 'official', 'vertical'] as const;
type Template = (typeof TEMPLATES)[number];

/** Another engine breaks lines otherwise: a twentieth of the pages, and one on a few. */
const TOLERANCE = 0.05;

/** Chapters and characters of a text that is a book of about a hundred pages in most templates. */
const LONG = { characters: 60_000, chapters: 20 };

const TEXTS = new URL('../../bench/texts.js', import.meta.url).href;

interface Texts {
  makeBook(characters: number, chapters: number): unknown;
  plainText(book: unknown): string;
}

async function longArticle(): Promise<Article> {
  const { makeBook, plainText } = (await import(TEXTS)) as Texts;
  const text = plainText(makeBook(LONG.characters, LONG.chapters));
  return (await readArticle(new TextEncoder().encode(text), { fileName: 'long.txt' })).article;
}

interface Made {
  readonly name: string;
  readonly template: Template;
}

const cases: readonly Made[] = TEMPLATES.flatMap((template) =>
  [...samples.map(({ file }) => file), 'long.txt'].map((name) => ({ name, template })),
);

const pathOf = ({ name, template }: Made, ending: string): string =>
  join(workFolder, `${name.replaceAll('.', '-')}-${template}.${ending}`);

const officeFiles = new Map<Made, string>();

describe.skipIf(lacks('soffice') || lacks('poppler'))('pages of Word files', () => {
  beforeAll(async () => {
    const articles = new Map<string, Article>([['long.txt', await longArticle()]]);
    for (const sample of samples) articles.set(sample.file, (await readSample(sample)).article);
    for (const made of cases) {
      const article = articles.get(made.name) as Article;
      for (const format of ['pdf', 'docx'] as const) {
        const { bytes } = await render(article, format, { template: made.template });
        writeFileSync(pathOf(made, format), bytes);
      }
    }
    const files = convertByOffice(
      'pdf',
      cases.map((made) => pathOf(made, 'docx')),
    );
    cases.forEach((made, index) => {
      officeFiles.set(made, files[index] ?? '');
    });
  });

  test.each(cases)('$template: $name has as many as in print', (made) => {
    const theirs = pageCount(officeFiles.get(made) ?? '');
    const ours = pageCount(pathOf(made, 'pdf'));
    expect(Math.abs(theirs - ours)).toBeLessThanOrEqual(Math.max(1, Math.floor(ours * TOLERANCE)));
  });

  test.each(cases)('$template: $name has the same outline', (made) => {
    const outlineOf = (file: string): string[] =>
      pdfOutline(readFileSync(file)).map(({ level, text }) => `${level} ${bare(text)}`);
    const printed = outlineOf(pathOf(made, 'pdf'));
    expect(outlineOf(officeFiles.get(made) ?? '')).toEqual(printed);
  });
});
