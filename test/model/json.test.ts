import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Article, fromJson, ShapeFault, toArticle, toJson } from '../../src/model/index.js';
import { arbitraryArticle } from './arbitrary-article.js';

const schemaFile = new URL('../../schemas/article.schema.json', import.meta.url);
const isValid = new Ajv2020.default({ strict: true }).compile(JSON.parse(readFileSync(schemaFile, 'utf8')));

const SMALL = {
  schema: 1,
  language: 'zh-Hans',
  title: '总则',
  provenance: { authors: ['鲁迅'], publishedOn: '2021-10-01' },
  lead: [],
  parts: [
    {
      children: [
        {
          type: 'section',
          label: { text: '一、', numeral: '一', scheme: 'han', ordinal: 1 },
          heading: [{ type: 'text', text: '范围' }],
          children: [{ type: 'paragraph', children: [{ type: 'noteReference', noteId: 'note-1' }] }],
        },
      ],
    },
  ],
  notes: [{ id: 'note-1', kind: 'footnote', children: [] }],
  images: {
    'image-1': { state: 'present', mediaType: 'image/gif', base64: 'R0lG', widthPx: 1, heightPx: 2 },
  },
};

/** The article in JSON with the value at a path replaced; `undefined` takes the key out. */
function changed(path: string, value: unknown): unknown {
  const copy = structuredClone(SMALL) as unknown as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce((node, key) => node[key] as Record<string, unknown>, copy);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
}

function faultOf(value: unknown): ShapeFault | undefined {
  try {
    toArticle(value);
  } catch (fault) {
    if (fault instanceof ShapeFault) return fault;
    throw fault;
  }
  return undefined;
}

test('any article comes back from JSON as it was', () => {
  fc.assert(
    fc.property(arbitraryArticle, (article) => {
      expect(fromJson(toJson(article))).toEqual(article);
    }),
  );
});

test('JSON that has been read is written the same again, and the schema that ships accepts it', () => {
  fc.assert(
    fc.property(arbitraryArticle, (article) => {
      const json = toJson(fromJson(toJson(article)));
      expect(toJson(fromJson(json))).toBe(json);
      expect(isValid(JSON.parse(json)), JSON.stringify(isValid.errors)).toBe(true);
    }),
  );
});

test('bytes of pictures are base64 in JSON', () => {
  const article: Article = toArticle(SMALL);
  expect(article.images['image-1']).toEqual({
    state: 'present',
    mediaType: 'image/gif',
    bytes: Uint8Array.of(0x47, 0x49, 0x46),
    widthPx: 1,
    heightPx: 2,
  });
});

describe('what is no article is refused at the place that is wrong, by the reader and by the schema', () => {
  test.each([
    ['schema', 2, 'schema'],
    ['schema', undefined, 'schema'],
    ['language', '中文', 'language'],
    ['title', '', 'title'],
    ['title', 'a\nb', 'title'],
    ['titel', '总则', 'titel'],
    ['provenance.authors', '鲁迅', 'provenance.authors'],
    ['provenance.publishedOn', '1 Oct 2021', 'provenance.publishedOn'],
    ['provenance.sourceUrl', 'javascript:alert(1)', 'provenance.sourceUrl'],
    ['parts', [], 'parts'],
    ['parts.0.children.0.type', 'chapter', 'parts[0].children[0].type'],
    ['parts.0.children.0.heading', undefined, 'parts[0].children[0].heading'],
    ['parts.0.children.0.label.scheme', 'roman', 'parts[0].children[0].label.scheme'],
    ['parts.0.children.0.label.ordinal', 1.5, 'parts[0].children[0].label.ordinal'],
    ['parts.0.children.0.heading.0.text', '', 'parts[0].children[0].heading[0].text'],
    ['parts.0.children.0.heading.0.bold', true, 'parts[0].children[0].heading[0].bold'],
    ['images.image-1.base64', '***', 'images.image-1.base64'],
    ['images.image-1.widthPx', 0, 'images.image-1.widthPx'],
  ])('%s = %j', (path, value, at) => {
    const broken = changed(path, value);
    expect(faultOf(broken)?.at).toBe(at);
    expect(isValid(broken)).toBe(false);
  });
});

test.each([
  ['parts.0.children.0.children.0.children.0.noteId', 'note-9', 'noteId'],
  ['notes', [...SMALL.notes, ...SMALL.notes], 'notes[1].id'],
  ['parts.0.children.0', { type: 'figure', imageId: 'none', alt: '' }, 'imageId'],
])('a reference that leads nowhere is refused: %s', (path, value, at) => {
  expect(faultOf(changed(path, value))?.at).toContain(at);
});

test('reader and schema agree on JSON with one value put in the place of another', () => {
  const anything = fc.constantFrom<unknown>(null, 0, -1, 2, '', 'a', 'zh', true, false, [], {}, ['a'], [{}], {
    type: 'text',
  });
  fc.assert(
    fc.property(arbitraryArticle, fc.nat(), anything, (article, nth, value) => {
      const json = JSON.parse(toJson(article)) as unknown;
      replaceNth(json, nth, value);
      const fault = faultOf(json);
      const isReference = fault !== undefined && /\.(noteId|imageId)$|^notes\[\d+\]\.id$/.test(fault.at);
      if (!isReference) expect(isValid(json), fault?.message).toBe(fault === undefined);
    }),
    { numRuns: 500 },
  );
});

/** Replaces the nth value of a tree, counted in order and around. */
function replaceNth(tree: unknown, nth: number, value: unknown): void {
  const places: (() => void)[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const holder = node as Record<string, unknown>;
    for (const key of Object.keys(holder)) {
      places.push(() => {
        holder[key] = value;
      });
      walk(holder[key]);
    }
  };
  walk(tree);
  places[nth % places.length]?.();
}

test('a file nested without end is refused before the stack is', () => {
  let block: unknown = { type: 'paragraph', children: [] };
  for (let depth = 0; depth < 5000; depth++) block = { type: 'quote', children: [block] };
  expect(faultOf(changed('parts.0.children', [block]))?.expected).toContain('levels');
});

test('keys that JavaScript treats as its own are data like any other', () => {
  const json = toJson(toArticle(SMALL)).replaceAll('image-1', '__proto__');
  expect(Object.keys(fromJson(json).images)).toEqual(['__proto__']);
  expect(faultOf(JSON.parse(json.replace('"lead"', '"__proto__": {}, "lead"')))?.at).toBe('__proto__');
});
