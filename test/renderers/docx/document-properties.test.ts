import { expect, test } from 'vitest';
import { render } from '../../../src/convert.js';
import type { Article } from '../../../src/model/index.js';
import { readArticle } from '../../../src/read-article.js';
import { articleOf, paragraph, richArticle, text } from './rich-article.js';
import { part, pretty } from './word-file.js';

const plain = articleOf(paragraph('一段正文。'));

async function properties(article: Article, name: 'core' | 'app' | 'custom'): Promise<string> {
  return pretty(part((await render(article, 'docx')).bytes, `docProps/${name}.xml`)).replace(
    / (?:fmtid|xmlns|xsi:type)="[^"]*"/g,
    '',
  );
}

const full: Article = {
  ...richArticle,
  about: { subjects: ['行距', '版心'], description: '谈排版。', series: { name: '文稿', position: 2 } },
  lead: [paragraph('编者按\uFF1A  以下\n三篇。')],
  parts: [
    {
      children: [
        paragraph(
          { type: 'indexTerm', term: '行距', children: [text('行距')] },
          { type: 'indexTerm', term: '版心', sub: '宽', children: [text('版心')] },
          { type: 'indexTerm', term: '行距', children: [text('行距')] },
          { type: 'noteReference', noteId: 'n1' },
          { type: 'noteReference', noteId: 'n2' },
        ),
      ],
    },
  ],
};

test('what the article says of itself stands in the properties, in no other order than written here', async () => {
  expect(await properties(full, 'core')).toBe(`<cp:coreProperties>
  <dc:title>关于加强文稿排版工作的通知</dc:title>
  <dc:subject>2021 年修订</dc:subject>
  <dc:creator>王小明; 李 白</dc:creator>
  <cp:keywords>行距; 版心</cp:keywords>
  <dc:description>谈排版。</dc:description>
  <cp:category>热门推荐</cp:category>
  <dc:language>zh-Hans</dc:language>
  <dcterms:created>2021-10-01T00:00:00Z</dcterms:created>
  <dcterms:modified>2021-10-01T00:00:00Z</dcterms:modified>
</cp:coreProperties>`);
  expect(await properties(full, 'app')).toBe(`<Properties>
  <Application>paiban</Application>
  <Company>本报</Company>
</Properties>`);
  expect(await properties(full, 'custom')).toBe(`<Properties>
  <property pid="2" name="sourceName">
    <vt:lpwstr>本报</vt:lpwstr>
  </property>
  <property pid="3" name="sourceUrl">
    <vt:lpwstr>https://example.org/a?b=1&amp;c=2</vt:lpwstr>
  </property>
  <property pid="4" name="channel">
    <vt:lpwstr>热门推荐</vt:lpwstr>
  </property>
  <property pid="5" name="publishedOn">
    <vt:filetime>2021-10-01T00:00:00Z</vt:filetime>
  </property>
  <property pid="6" name="summary">
    <vt:lpwstr>谈排版。</vt:lpwstr>
  </property>
  <property pid="7" name="series">
    <vt:lpwstr>文稿</vt:lpwstr>
  </property>
  <property pid="8" name="seriesPosition">
    <vt:lpwstr>2</vt:lpwstr>
  </property>
</Properties>`);
});

test('what it does not say is left out', async () => {
  expect(await properties({ ...plain, provenance: { authors: [' '], sourceName: ' ' } }, 'core')).toBe(
    `<cp:coreProperties>
  <dc:title>题目</dc:title>
  <dc:description>一段正文。</dc:description>
  <dc:language>zh-Hans</dc:language>
  <dcterms:created>2000-01-01T00:00:00Z</dcterms:created>
  <dcterms:modified>2000-01-01T00:00:00Z</dcterms:modified>
</cp:coreProperties>`,
  );
  expect(await properties(plain, 'custom')).toBe('<Properties/>');
});

test('all of it is read back', async () => {
  const { article } = await readArticle((await render(full, 'docx')).bytes);
  const { title, subtitle, language, provenance, about } = article;
  expect({ title, subtitle, language, provenance, about }).toEqual({
    about: full.about,
    title: full.title,
    subtitle: full.subtitle,
    language: full.language,
    provenance: full.provenance,
  });
});

test('a title that stands in the properties alone is none of the article', async () => {
  const { title: _title, ...untitled } = articleOf(
    paragraph('正文的第一段说了许多话\uFF0C因此不会是题目。'),
    paragraph('第二段。'),
  );
  const { article } = await readArticle((await render(untitled, 'docx')).bytes);
  expect(article.title).toBeUndefined();
  expect(article.parts[0]?.children).toHaveLength(2);
});

test('a day that no calendar has is a text, and no date of the file', async () => {
  const article = { ...plain, provenance: { authors: [], publishedOn: '2021-02-30' } };
  expect(await properties(article, 'custom')).toContain('<vt:lpwstr>2021-02-30</vt:lpwstr>');
  expect(await properties(article, 'core')).toContain('<dcterms:created>2000-01-01T00:00:00Z');
});
