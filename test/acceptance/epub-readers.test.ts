import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { finish, sources } from './documents.js';
import { NIGHT, type OpenBook, Reader, type Screen } from './e-reader.js';
import { difference, type GrayPicture, readOwnPng, readPgm, writePng } from './gray-picture.js';
import { bare, lacks, mustRun, workFolder } from './tools.js';

const PHONE: Screen = { width: 360, height: 540 };
const FOLDER = fileURLToPath(new URL('pictures/', import.meta.url));
/** Another release of Chromium draws the edges of letters otherwise; a line that moves changes forty. */
const MOST_DIFFERENT = 12;

async function bookOf(sample: string): Promise<string> {
  const source = sources.find(({ name }) => name === sample);
  if (!source) throw new RangeError(`no sample ${sample}`);
  return (await finish(source)).files.epub;
}

describe.skipIf(lacks('chromium') || lacks('mutool'))('an e-book in a reader', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await Reader.start();
  });
  afterAll(() => reader?.close());

  /** Opens a book, looks, and closes it. */
  async function reading<Seen>(
    sample: string,
    screen: Screen,
    look: (book: OpenBook) => Promise<Seen>,
  ): Promise<Seen> {
    const book = await reader.open(await bookOf(sample), screen);
    try {
      return await look(book);
    } finally {
      await book.close();
    }
  }

  test('opens at its cover, the whole of which is seen', async () => {
    const seen = await reading('novel.txt', PHONE, async (book) => {
      await matches(book, 'cover');
      return book.see<{ shown: number[]; natural: number }>(
        `(({ naturalWidth, width, height }) => ({ shown: [width, height], natural: naturalWidth }))(page.querySelector('img'))`,
      );
    });
    expect(seen.natural).toBeGreaterThan(0);
    expect(seen.shown[0]).toBeLessThanOrEqual(360);
    expect(seen.shown[1]).toBeLessThanOrEqual(540);
  });

  test('has contents that nest as its headings do', async () => {
    const depths = await reading('notice.txt', PHONE, (book) =>
      book.see<string[]>(
        `(function walk(items, depth) { return items.flatMap((item) => [depth + item.label.trim(), ...walk(item.subitems ?? [], depth + '-')]); })(book.navigation.toc, '')`,
      ),
    );
    expect(depths.some((line) => line.startsWith('一、'))).toBe(true);
    expect(depths.some((line) => line.startsWith('-\uFF08一\uFF09'))).toBe(true);
  });

  test('indents paragraphs by two characters, and nothing is wider than a phone', async () => {
    await reading('diary.md', { ...PHONE, flow: 'scrolled' }, async (book) => {
      for (const file of await book.see<string[]>('book.spine.spineItems.map((item) => item.href)')) {
        await book.go(file);
        const { indents, width } = await book.see<{ indents: number[]; width: number }>(
          `({ indents: [...page.querySelectorAll('section > p:not([class])')].map((p) => parseFloat(getComputedStyle(p).textIndent) / parseFloat(getComputedStyle(p).fontSize)), width: page.documentElement.scrollWidth })`,
        );
        for (const indent of indents) expect(indent, file).toBeCloseTo(2, 1);
        expect(width, file).toBeLessThanOrEqual(PHONE.width);
      }
    });
  });

  test('leads from the mark of a note to the note and back', async () => {
    await reading('diary.md', PHONE, async (book) => {
      const files = await book.see<string[]>('book.spine.spineItems.map((item) => item.href)');
      let found = 0;
      for (const file of files) {
        await book.go(file);
        const marks = await book.see<(readonly [to: string, back: string])[]>(
          `[...page.querySelectorAll('a[*|type="noteref"], a.note-mark')].map((mark) => {
            const note = page.getElementById(mark.getAttribute('href').replace(/^.*#/, ''));
            return [note?.textContent ?? '', note?.querySelector('a[href$="#' + mark.id + '"]') ? 'back' : ''];
          })`,
        );
        for (const [to, back] of marks) {
          expect(to.length).toBeGreaterThan(3);
          expect(back).toBe('back');
          found += 1;
        }
        if (marks.length > 0 && found === marks.length) await matches(book, 'note');
      }
      expect(found).toBeGreaterThan(0);
    });
  });

  test('runs down the page from right to left where its template does', async () => {
    await reading('lamps.md', { width: 540, height: 400 }, async (book) => {
      expect(await book.see('book.packaging.metadata.direction')).toBe('rtl');
      const [, , , file = ''] = await book.see<string[]>('book.spine.spineItems.map((item) => item.href)');
      await book.go(file);
      expect(await book.see('getComputedStyle(page.body).writingMode')).toBe('vertical-rl');
      const [first, second] = await book.see<number[]>(
        `[...page.querySelectorAll('p')].slice(0, 2).map((p) => p.getBoundingClientRect().right)`,
      );
      expect(first).toBeGreaterThan(second ?? 0);
      await matches(book, 'vertical page');
    });
  });

  test('can be read at night: no ink of its own on the reader’s dark paper', async () => {
    await reading('diary.md', { ...PHONE, night: true }, async (book) => {
      for (const file of await book.see<string[]>('book.spine.spineItems.map((item) => item.href)')) {
        await book.go(file);
        const inks = await book.see<string[]>(
          `[...new Set([...page.querySelectorAll('body *')].filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '')).map((each) => getComputedStyle(each).color))]`,
        );
        for (const ink of inks) expect(contrast(ink, NIGHT.paper), `${ink} in ${file}`).toBeGreaterThan(3);
      }
      await book.go(await fileWith(book, 'pre'));
      await matches(book, 'night');
    });
  });

  test('looks as it did: contents and a chapter', async () => {
    await reading('novel.txt', PHONE, async (book) => {
      await book.go('toc.xhtml');
      await matches(book, 'contents');
    });
    await reading('diary.md', PHONE, async (book) => {
      await book.go(await fileWith(book, 'table'));
      await matches(book, 'chapter');
    });
  });
});

/** The first file of a book that has such an element. */
async function fileWith(book: OpenBook, selector: string): Promise<string> {
  for (const file of await book.see<string[]>('book.spine.spineItems.map((item) => item.href)')) {
    await book.go(file);
    if (await book.see<boolean>(`page.querySelector('${selector}') !== null`)) return file;
  }
  throw new RangeError(`no ${selector} in the book`);
}

/** Compares what is shown with the picture that is kept; `npm run pictures` keeps it anew. */
async function matches(book: OpenBook, name: string): Promise<void> {
  const shot = join(workFolder, `e-book-${name}.png`);
  await book.picture(shot);
  const drawn = grayOf(shot);
  const file = join(FOLDER, `e-book-${name.replaceAll(' ', '-')}.png`);
  if (process.env.PAIBAN_RENEW) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, writePng(drawn));
  }
  expect(existsSync(file), `${file} is not there: npm run pictures`).toBe(true);
  const kept = readOwnPng(readFileSync(file));
  expect([drawn.width, drawn.height]).toEqual([kept.width, kept.height]);
  const { pixels } = difference(kept, drawn);
  const apart = (pixels.filter((pixel) => pixel === 0).length / pixels.length) * 1000;
  expect(apart, `of a thousand pixels differ: look at ${shot}`).toBeLessThanOrEqual(MOST_DIFFERENT);
}

function grayOf(png: string): GrayPicture {
  const gray = png.replace(/png$/, 'pgm');
  // 96 dots an inch is what a picture has that says nothing of it: pixel for pixel
  mustRun('mutool', 'draw', '-q', '-r', '96', '-c', 'gray', '-o', gray, png);
  return readPgm(readFileSync(gray));
}

/** @see WCAG 2.2, contrast ratio */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const channels = (color.match(/[\d.]+/g) ?? []).slice(0, 3).map((text) => Number(text) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test.skipIf(lacks('calibre'))('Calibre converts a book and keeps its text and contents', async () => {
  const source = sources.find(({ name }) => name === 'volunteering.txt');
  if (!source) throw new RangeError('no sample');
  const { files } = await finish(source);
  const text = join(workFolder, 'calibre.txt');
  mustRun('ebook-convert', files.epub, text);
  const toc = join(workFolder, 'calibre.epub');
  mustRun('ebook-convert', files.epub, toc);
  const ncx = mustRun('unzip', '-p', toc, 'toc.ncx');
  const own = mustRun('unzip', '-p', files.epub, 'OEBPS/toc.ncx');
  const labels = (xml: string): string[] =>
    [...xml.matchAll(/<text>([^<]*)<\/text>/g)].map(([, label = '']) => bare(label));
  expect(labels(ncx).slice(1)).toEqual(labels(own).slice(1));
  const converted = bare(readFileSync(text, 'utf8'));
  for (const label of labels(own)) expect(converted).toContain(label);
});
