import { describe, expect, test } from 'vitest';
import { type PictureSources, Pictures } from '../../src/readers/pictures.js';

const PIXEL = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4//8/AAX+Av4zEpUUAAAAAElFTkSuQmCC',
    'base64',
  ),
);

/** What became of one picture: its kind, or the code of the diagnostic. */
async function outcome(source: string, sources: PictureSources = {}): Promise<string> {
  const pictures = new Pictures();
  const id = pictures.add(source, 7);
  const { images, diagnostics } = await pictures.load(sources);
  const image = images[id];
  if (image?.state === 'present') return image.mediaType;
  expect(diagnostics).toMatchObject([{ line: 7 }]);
  return diagnostics[0]?.code ?? '';
}

/** A loader and a fetcher that have whatever they are asked for, and say what that was. */
function helpful(page?: string): { readonly asked: string[]; readonly sources: PictureSources } {
  const asked: string[] = [];
  return {
    asked,
    sources: {
      loadImage: async (source) => {
        asked.push(`folder ${source}`);
        return source.startsWith('here') ? PIXEL : undefined;
      },
      fetchImage: async (address, from) => {
        asked.push(`net ${address} from ${from ?? 'nowhere'}`);
        return { bytes: PIXEL };
      },
      pageAddress: page,
    },
  };
}

describe('where a picture is looked for', () => {
  test.each([
    ['here/a.png', ['folder here/a.png']],
    ['http://a.example/b.png', ['net http://a.example/b.png from https://p.example/x/y.html']],
    ['//a.example/b.png', ['net https://a.example/b.png from https://p.example/x/y.html']],
    ['gone.png', ['folder gone.png', 'net https://p.example/x/gone.png from https://p.example/x/y.html']],
    ['/gone.png', ['folder /gone.png', 'net https://p.example/gone.png from https://p.example/x/y.html']],
  ])('%s', async (source, expected) => {
    const { asked, sources } = helpful('https://p.example/x/y.html');
    expect(await outcome(source, sources)).toBe('image/png');
    expect(asked).toEqual(expected);
  });

  test('one that is not here, on a page that nobody knows, is not fetched', async () => {
    const { asked, sources } = helpful();
    expect(await outcome('gone.png', sources)).toBe('image-missing');
    expect(asked).toEqual(['folder gone.png']);
  });

  test.each(['file:///etc/a.png', 'C:\\a.png', 'ftp://a.example/a.png', 'about:blank'])(
    '%s: neither folder nor net is asked',
    async (source) => {
      const { asked, sources } = helpful('https://p.example/');
      expect(await outcome(source, sources)).toBe('image-outside');
      expect(asked).toEqual([]);
    },
  );

  test.each(['/etc/a.png', '../a.png', './../a.png', '..\\a.png', '\\\\host\\share\\a.png'])(
    '%s is said to be outside',
    async (source) => {
      expect(await outcome(source, { loadImage: async () => undefined })).toBe('image-outside');
    },
  );

  test('without a fetcher nothing is fetched', async () => {
    expect(await outcome('https://a.example/b.png', { loadImage: async () => PIXEL })).toBe('image-remote');
  });
});

describe('why a picture did not come', () => {
  test.each([
    ['address', 'image-address-refused'],
    ['large', 'image-too-large'],
    ['many', 'image-too-many'],
    ['failed', 'image-not-fetched'],
  ] as const)('%s: %s', async (refused, code) => {
    expect(
      await outcome('https://a.example/b.png', { fetchImage: async () => ({ refused, detail: 'x' }) }),
    ).toBe(code);
  });

  test('what came is judged by its bytes', async () => {
    const page = new TextEncoder().encode('<!DOCTYPE html><title>403</title>');
    expect(await outcome('https://a.example/b.png', { fetchImage: async () => ({ bytes: page }) })).toBe(
      'image-kind-unread',
    );
  });
});

describe('data: addresses', () => {
  const base64 = Buffer.from(PIXEL).toString('base64');
  const escaped = [...PIXEL].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

  test.each([
    ['base64', `data:image/png;base64,${base64}`, 'image/png'],
    ['base64 of another type than it says', `data:image/jpeg;base64,${base64}`, 'image/png'],
    ['base64 that is escaped', `data:image/png;base64,${encodeURIComponent(base64)}`, 'image/png'],
    ['base64 in lines', `data:image/png;base64,${base64.replace(/.{20}/g, '$&\n')}`, 'image/png'],
    ['base64 of URLs', `data:;base64,${Buffer.from(PIXEL).toString('base64url')}`, 'image/png'],
    ['bytes that are escaped', `data:image/png,${escaped}`, 'image/png'],
    ['a drawing as it is', 'data:image/svg+xml,<svg width="1" height="1"/>', 'image/svg+xml'],
    [
      'a drawing that is escaped',
      `data:image/svg+xml;utf8,${encodeURIComponent('<svg><text>文</text></svg>')}`,
      'image/svg+xml',
    ],
    ['a page', 'data:text/html,<html></html>', 'image-kind-unread'],
    ['nothing', 'data:,', 'image-kind-unread'],
    ['a picture cut off', `data:image/png;base64,${base64.slice(0, 60)}`, 'image-damaged'],
    ['a stray escape', 'data:image/png,%', 'image-kind-unread'],
  ])('%s', async (_what, address, expected) => {
    expect(await outcome(address)).toBe(expected);
  });

  test('the same address has the same key, and long ones are not repeated', async () => {
    const pictures = new Pictures();
    const address = `data:image/png;base64,${'A'.repeat(500)}`;
    expect(pictures.add(address, 1)).toBe(pictures.add(address, 2));
    const { images } = await pictures.load({});
    expect(images).toEqual({ 'image-1': { state: 'missing', source: `${address.slice(0, 60)}…` } });
  });
});

test('many large bitmaps come to an end', async () => {
  const pictures = new Pictures();
  // A bitmap of runs: 6,000 × 6,000 pixels in a hundred bytes.
  const bitmap = (number: number): string => {
    const file = Buffer.alloc(60);
    file.write('BM');
    file.writeUInt32LE(56, 10);
    file.writeUInt32LE(40, 14);
    file.writeInt32LE(6000, 18);
    file.writeInt32LE(6000, 22);
    file.writeUInt16LE(8, 28);
    file.writeUInt32LE(1, 30);
    file[59] = number;
    return `data:;base64,${file.toString('base64')}`;
  };
  for (let number = 0; number < 40; number += 1) pictures.add(bitmap(number), 1);
  const { diagnostics } = await pictures.load({});
  expect(diagnostics.length).toBeGreaterThan(30);
  expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['image-too-large']));
}, 60_000);

test('a drawing that loses what is set into it says so', async () => {
  const pictures = new Pictures();
  const address = (inside: string): string =>
    `data:image/svg+xml,${encodeURIComponent(`<svg width="9" height="9">${inside}</svg>`)}`;
  pictures.add(address('<image width="9" height="9" href="data:image/png;base64,AAAA"/>'), 1);
  pictures.add(address('<foreignObject><p>字</p></foreignObject>'), 2);
  pictures.add(address('<rect width="9" height="9"/>'), 3);
  const { images, diagnostics } = await pictures.load({});
  expect(Object.values(images).map(({ state }) => state)).toEqual(['present', 'present', 'present']);
  expect(diagnostics).toMatchObject([
    { code: 'image-without-part', values: { part: 'image' }, line: 1 },
    { code: 'image-without-part', values: { part: 'foreignObject' }, line: 2 },
  ]);
});
