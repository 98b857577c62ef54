import { describe, expect, test } from 'vitest';
import type { Article, Provenance } from '../../../src/model/index.js';
import type { StyleSheet } from '../../../src/style/index.js';
import { article, PIXEL, paragraph, section } from './articles.js';
import { lines, openBook, sheet } from './opened-book.js';

const png = { state: 'present', mediaType: 'image/png', bytes: PIXEL, widthPx: 1, heightPx: 1 } as const;
const figure = (alt: string) => ({ type: 'figure', imageId: 'a', alt }) as const;

async function packageOf(book: Article, style: StyleSheet = sheet): Promise<string> {
  return (await openBook(book, style)).part('content.opf');
}

const values = (opf: string, property: string): (string | undefined)[] =>
  [...opf.matchAll(new RegExp(`<meta property="schema:${property}">(.*?)</meta>`, 'g'))].map(
    ([, value]) => value,
  );

test('metadata says what the article says', async () => {
  const provenance: Provenance = {
    authors: ['张三'],
    publishedOn: '2021-10-01',
    sourceName: '某网',
    sourceUrl: 'https://example.org/',
  };
  const opf = await packageOf(article([], { subtitle: '副题', provenance }));
  expect(opf).toContain(
    lines(`
      <dc:title id="title-main">书名</dc:title>
          <meta refines="#title-main" property="title-type">main</meta>
          <meta refines="#title-main" property="file-as">shu ming</meta>
          <dc:title id="title-sub">副题</dc:title>
          <meta refines="#title-sub" property="title-type">subtitle</meta>
          <dc:language>zh-CN</dc:language>
          <dc:creator id="author-1">张三</dc:creator>
          <meta refines="#author-1" property="role" scheme="marc:relators">aut</meta>
          <meta refines="#author-1" property="file-as">zhang san</meta>
          <dc:publisher>某网</dc:publisher>
          <dc:date>2021-10-01</dc:date>
          <dc:source>https://example.org/</dc:source>
          <meta property="dcterms:modified">2021-10-01T00:00:00Z</meta>`),
  );
});

test('what the source files it under, its summary and its series are there', async () => {
  const about = {
    subjects: ['随笔', '阅读'],
    description: '谈读书。',
    series: { name: '书话', position: 3 },
  };
  const opf = await packageOf(article([paragraph('正文。')], { about }));
  expect(opf).toContain(
    lines(`
      <dc:description>谈读书。</dc:description>
          <dc:subject>随笔</dc:subject>
          <dc:subject>阅读</dc:subject>
          <meta property="belongs-to-collection" id="series">书话</meta>
          <meta refines="#series" property="collection-type">series</meta>
          <meta refines="#series" property="group-position">3</meta>
          <meta name="calibre:series" content="书话"/>
          <meta name="calibre:series_index" content="3"/>`),
  );
});

test.each([
  ['《红楼梦》研究\uFF1A一种读法', 'hong lou meng yan jiu yi zhong du fa'],
  ['重庆的音乐', 'chong qing de yin yue'],
  ['Node 20 入门', 'Node 20 ru men'],
  ['紅樓夢', 'hong lou meng'],
])('%s stands under %s', async (title, key) => {
  const opf = await packageOf(article([], { title }));
  expect(opf).toContain(`<meta refines="#title-main" property="file-as">${key}</meta>`);
});

test('a surname is read as one; a name that is no person of four characters at most has no key', async () => {
  const opf = await packageOf(article([], { provenance: { authors: ['单雄信', '某某大学文学院'] } }));
  expect(opf).toContain('<meta refines="#author-1" property="file-as">shan xiong xin</meta>');
  expect(opf).not.toContain('refines="#author-2" property="file-as"');
});

test('books that are not in Chinese have no sort keys', async () => {
  expect(await packageOf(article([], { title: '東京', language: 'ja' }))).not.toContain('file-as');
});

test('what the article does not say is not made up', async () => {
  const opf = await packageOf(article([], { provenance: { authors: [''], publishedOn: '2021-13-45' } }));
  expect(opf).not.toMatch(/dc:(creator|publisher|date|source|rights|description)|anonymous/);
  expect(opf).toContain('<meta property="dcterms:modified">2000-01-01T00:00:00Z</meta>');
});

test('the identifier follows the content, not the template', async () => {
  const identifier = (opf: string): string | undefined => /urn:uuid:[0-9a-f-]{36}/.exec(opf)?.[0];
  const one = identifier(await packageOf(article([paragraph('甲')])));
  const vertical = identifier(
    await packageOf(article([paragraph('甲')]), { ...sheet, direction: 'vertical' }),
  );
  const other = identifier(await packageOf(article([paragraph('乙')])));
  expect(one).toMatch(/^urn:uuid:.{8}-.{4}-5.{3}-8.{3}-.{12}$/);
  expect(vertical).toBe(one);
  expect(other).not.toBe(one);
});

test.each([
  ['zh-Hans', 'zh-CN'],
  ['zh-Hant', 'zh-TW'],
  ['zh-Hant-HK', 'zh-HK'],
  ['ja', 'ja'],
  ['en-GB', 'en-GB'],
  ['not a tag', 'zh-CN'],
])('an article in %s is a book in %s', async (language, expected) => {
  expect(await packageOf(article([], { language }))).toContain(`<dc:language>${expected}</dc:language>`);
});

test('the spine is read in order, and the contents only when the sheet shows them', async () => {
  const opf = await packageOf(article([section('一', [])]));
  expect([...opf.matchAll(/<itemref (.*?)\/>/g)].map(([, attributes]) => attributes)).toEqual([
    'idref="cover"',
    'idref="title"',
    'idref="nav" linear="no"',
    'idref="chapter-001"',
  ]);
  const shown = await packageOf(article([]), { ...sheet, contents: { ...sheet.contents, show: true } });
  expect(shown).toContain('<itemref idref="nav"/>');
});

test('pages of a vertical book turn from right to left', async () => {
  expect(await packageOf(article([]))).toContain('page-progression-direction="ltr"');
  expect(await packageOf(article([]), { ...sheet, direction: 'vertical' })).toContain(
    'page-progression-direction="rtl"',
  );
});

describe('accessibility', () => {
  test('a book of text is textual and enough so', async () => {
    const opf = await packageOf(article([paragraph('甲')]));
    expect(values(opf, 'accessMode')).toEqual(['textual']);
    expect(values(opf, 'accessModeSufficient')).toEqual(['textual']);
    expect(values(opf, 'accessibilityFeature')).toEqual([
      'tableOfContents',
      'readingOrder',
      'displayTransformability',
    ]);
    expect(values(opf, 'accessibilityHazard')).toEqual(['none']);
  });

  test('headings and ruby are features where there are any', async () => {
    const opf = await packageOf(
      article([section('一', [paragraph({ type: 'ruby', base: '汉', reading: 'hàn' })])]),
    );
    expect(values(opf, 'accessibilityFeature')).toEqual(
      expect.arrayContaining(['structuralNavigation', 'rubyAnnotations']),
    );
  });

  test('pictures that all have words leave the text sufficient', async () => {
    const opf = await packageOf(article([figure('点')], { images: { a: png } }));
    expect(values(opf, 'accessMode')).toEqual(['textual', 'visual']);
    expect(values(opf, 'accessModeSufficient')).toEqual(['textual']);
    expect(values(opf, 'accessibilityFeature')).toContain('alternativeText');
  });

  test('one picture without words takes that away', async () => {
    const opf = await packageOf(article([figure('点'), figure(' ')], { images: { a: png } }));
    expect(values(opf, 'accessModeSufficient')).toEqual(['textual,visual']);
    expect(values(opf, 'accessibilityFeature')).not.toContain('alternativeText');
    expect(values(opf, 'accessibilitySummary')[0]).toContain('部分图片没有替代文字');
  });

  test('a missing picture is no picture', async () => {
    const opf = await packageOf(article([figure('')], { images: { a: { state: 'missing', source: 'x' } } }));
    expect(values(opf, 'accessMode')).toEqual(['textual']);
  });

  test('conformance is never claimed', async () => {
    expect(await packageOf(article([]))).not.toContain('conformsTo');
  });
});

test('WebP is stored as PNG, which readers of EPUB 3.2 know', async () => {
  const bytes = Uint8Array.from(
    Buffer.from(
      'UklGRjwAAABXRUJQVlA4TC8AAAAvA8AAECcwKAKBJIj9KQYUCBBKxAjXJiAo8n+0mDMDokGQbRubwhR+lUX0P94SAQA=',
      'base64',
    ),
  );
  const webp = { ...png, mediaType: 'image/webp' as const, bytes, widthPx: 4, heightPx: 4 };
  const { part } = await openBook(article([figure('点')], { images: { a: webp } }));
  expect(part('content.opf')).toContain(
    '<item id="image-001" href="images/image-001.png" media-type="image/png"/>',
  );
});

test('a WebP that cannot be drawn names a fallback for readers of EPUB 3.2', async () => {
  const bytes = Uint8Array.from(
    Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64'),
  );
  const { part, names } = await openBook(article([figure('点')], { images: { a: { ...png, bytes } } }));
  expect(part('content.opf')).toContain(
    '<item id="image-001" href="images/image-001.webp" media-type="image/webp" fallback="image-001-frame"/>',
  );
  expect(names).toContain('OEBPS/images/image-001-frame.svg');
});
