import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleText, toJson } from '../../src/model/index.js';
import { type ArticleReading, readDraft } from '../../src/readers/index.js';
import { arbitraryArticle } from '../model/arbitrary-article.js';

async function read(json: string): Promise<ArticleReading> {
  return (await readDraft(new TextEncoder().encode(json))) as ArticleReading;
}

const article = (inlines: string): string =>
  `{"schema": 1, "language": "zh-Hans", "provenance": {"authors": []}, "lead": [], "notes": [], "images": {},
    "parts": [{"children": [{"type": "paragraph", "children": [${inlines}]}]}]}`;

test('our own JSON is known by its content and comes back as the article', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryArticle, async (written) => {
      const reading = await read(toJson(written));
      expect(reading.article).toEqual(written);
      expect(reading.repairs).toEqual([]);
    }),
  );
});

test('escapes bring in nothing that an article may not hold', async () => {
  const reading = await read(
    article(String.raw`{"type": "text", "text": "天\u0000地\u200B\uD800玄\uFFFE黄"}`),
  );
  expect(articleText(reading.article)).toBe('天地\uFFFD玄黄');
  expect(reading.repairs).toEqual([
    { rule: 'control-character', count: 1 },
    { rule: 'lone-surrogate', count: 1 },
    { rule: 'noncharacter', count: 1 },
    { rule: 'zero-width', count: 1 },
  ]);
});

test('a picture is what its bytes are, and missing when they are none', async () => {
  const image = (base64: string): string =>
    article('').replace(
      '"images": {}',
      `"images": {"a": {"state": "present", "mediaType": "image/jpeg", "widthPx": 9, "heightPx": 9, "base64": "${base64}"}}`,
    );
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4//8/AAX+Av4zEpUUAAAAAElFTkSuQmCC';
  expect((await read(image(pixel))).article.images.a).toMatchObject({ mediaType: 'image/png', widthPx: 1 });
  const broken = await read(image('AAAA'));
  expect(broken.article.images.a).toEqual({ state: 'missing', source: 'a' });
  expect(broken.diagnostics).toEqual([{ code: 'image-kind-unread', values: { source: 'a', kind: '?' } }]);
});

test('a text of nothing but junk goes, with its count', async () => {
  const reading = await read(
    article(String.raw`{"type": "text", "text": "\u0000"}, {"type": "text", "text": "天"}`),
  );
  expect(reading.article.parts[0]?.children).toEqual([
    { type: 'paragraph', children: [{ type: 'text', text: '天' }] },
  ]);
});

describe('what is wrong is named with its place', () => {
  test.each([
    ['json-malformed', '{"schema": 1, "parts": [}', {}],
    ['json-not-an-article', '{"schema": 2, "parts": []}', { path: 'schema', expected: '1' }],
    [
      'json-not-an-article',
      article('{"type": "text", "text": 3}'),
      { path: 'parts[0].children[0].children[0].text', found: '3' },
    ],
  ])('%s: %s', async (code, json, values) => {
    await expect(read(json)).rejects.toMatchObject({ code, values });
  });
});

test('JSON nested without end is refused', async () => {
  const deep = `{"schema": 1, "parts": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  await expect(read(deep)).rejects.toMatchObject({ code: 'json-not-an-article' });
});
