import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { render } from '../../src/convert.js';
import { readSample } from '../outputs/samples.js';
import { difference, type GrayPicture, readOwnPng, readPgm, sideBySide, writePng } from './gray-picture.js';
import { lacks, mustRun, workFolder } from './tools.js';

/** A part of a page to look at, in points from its upper left corner. */
interface Look {
  readonly sample: string;
  readonly template: string;
  readonly page: number;
  readonly part: readonly [left: number, top: number, width: number, height: number];
}

/** One line a picture; `npm run pictures` draws them anew, and then they want to be looked at. */
const LOOKS: Readonly<Record<string, Look>> = {
  'title and headings': {
    sample: 'volunteering.txt',
    template: 'article',
    page: 1,
    part: [60, 50, 480, 330],
  },
  'code and table': { sample: 'diary.md', template: 'article', page: 2, part: [60, 50, 480, 330] },
  'figure in its text': { sample: 'teahouse.html', template: 'article', page: 1, part: [60, 440, 480, 330] },
  'head of an official document': {
    sample: 'notice.txt',
    template: 'official',
    page: 1,
    part: [60, 60, 480, 300],
  },
  'columns from right to left': {
    sample: 'lamps.md',
    template: 'vertical',
    page: 3,
    part: [60, 40, 330, 380],
  },
  'two columns': { sample: 'teahouse.html', template: 'bulletin', page: 1, part: [50, 50, 500, 330] },
  'page of a novel': { sample: 'novel.txt', template: 'book', page: 3, part: [20, 20, 380, 330] },
};

/** Dots an inch: characters can be told apart, and no more. */
const RESOLUTION = 60;
/** So many of a thousand pixels may differ; a line that has moved by a point changes twenty. */
const MOST_DIFFERENT = 2;

const FOLDER = fileURLToPath(new URL('pictures/', import.meta.url));

describe.skipIf(lacks('poppler')).each(Object.entries(LOOKS))('%s', (name, look) => {
  test('looks as it did', async () => {
    const drawn = await draw(name, look);
    const file = join(FOLDER, `${name.replaceAll(' ', '-')}.png`);
    if (process.env.PAIBAN_RENEW) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, writePng(drawn));
    }
    expect(existsSync(file), `${file} is not there: npm run pictures`).toBe(true);
    const kept = readOwnPng(readFileSync(file));
    expect([drawn.width, drawn.height]).toEqual([kept.width, kept.height]);
    const apart = thousandthsApart(kept, drawn);
    if (apart <= MOST_DIFFERENT) return;
    const shown = join(workFolder, `${name}-then-now-difference.png`);
    writeFileSync(shown, writePng(sideBySide([kept, drawn, difference(kept, drawn)])));
    expect.fail(`${apart.toFixed(1)} of a thousand pixels differ: look at ${shown}`);
  });
});

test.skipIf(lacks('poppler'))(
  'a line that has moved by two pixels is seen, another edge of its strokes is not',
  async () => {
    const [name, look] = Object.entries(LOOKS)[0] ?? [];
    if (!name || !look) throw new RangeError('no picture');
    const drawn = await draw(name, look);
    const moved = { ...drawn, pixels: new Uint8Array(drawn.pixels.length).fill(255) };
    moved.pixels.set(drawn.pixels.subarray(0, -2 * drawn.width), 2 * drawn.width);
    const blurred = {
      ...drawn,
      pixels: drawn.pixels.map((pixel, at) => Math.round(pixel * 0.8 + (drawn.pixels[at + 1] ?? 255) * 0.2)),
    };
    expect(thousandthsApart(drawn, moved)).toBeGreaterThan(10 * MOST_DIFFERENT);
    expect(thousandthsApart(drawn, blurred)).toBeLessThanOrEqual(MOST_DIFFERENT);
  },
);

function thousandthsApart(a: GrayPicture, b: GrayPicture): number {
  const { pixels } = difference(a, b);
  return (pixels.filter((pixel) => pixel === 0).length / pixels.length) * 1000;
}

async function draw(name: string, { sample, template, page, part }: Look): Promise<GrayPicture> {
  const { article } = await readSample({ file: sample, template });
  const pdf = join(workFolder, `${name}.pdf`);
  writeFileSync(pdf, (await render(article, 'pdf', { template })).bytes);
  const [x, y, width, height] = part.map((points) => String(Math.round((points * RESOLUTION) / 72)));
  const box = ['-x', x, '-y', y, '-W', width, '-H', height].map(String);
  const root = join(workFolder, name);
  const [at, resolution] = [String(page), String(RESOLUTION)];
  mustRun('pdftoppm', '-gray', '-r', resolution, '-f', at, '-l', at, ...box, '-singlefile', pdf, root);
  return readPgm(readFileSync(`${root}.pgm`));
}
