import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readArticle, renderEpub } from '../../src/index.js';
import { type Article, articleText } from '../../src/model/index.js';
import { convertScript, SCRIPTS } from '../../src/script/index.js';
import { arbitraryArticle } from '../model/arbitrary-article.js';

const read = async (text: string, fileName = 'a.md'): Promise<Article> =>
  (await readArticle(new TextEncoder().encode(text), { fileName })).article;

test.each([
  ['hans', '头发发展\uFF0C软件里的“鼠标”', '头发发展\uFF0C软件里的“鼠标”', 'zh-Hans'],
  ['hant', '头发发展\uFF0C软件里的“鼠标”', '頭髮發展\uFF0C軟件裏的「鼠標」', 'zh-Hant'],
  ['tw', '头发发展\uFF0C软件里的“鼠标”', '頭髮發展\uFF0C軟件裡的「鼠標」', 'zh-Hant-TW'],
  ['hk', '头发发展\uFF0C软件里的“鼠标”', '頭髮發展\uFF0C軟件裏的「鼠標」', 'zh-Hant-HK'],
  ['tw-words', '头发发展\uFF0C软件里的“鼠标”', '頭髮發展\uFF0C軟體裡的「滑鼠」', 'zh-Hant-TW'],
] as const)('%s of %s is %s', async (script, source, expected, language) => {
  const article = await read(`# 题目\n\n${source}。这是为了说明。\n`);
  const converted = await convertScript(article, script);
  expect(articleText(converted)).toContain(expected);
  expect(converted.language).toBe(language);
});

test('traditional text becomes simplified, titles, names, labels, notes and cells too', async () => {
  const article = await read(
    '---\ntitle: 讀書與寫作\nauthor: 張國榮\n---\n\n## 第一節 開頭\n\n這裡說「話」[^1]。\n\n| 項目 | 數量 |\n| --- | --- |\n| 書 | 3 |\n\n[^1]: 註釋裡的話。\n',
  );
  const converted = await convertScript({ ...article, language: 'zh-Hant' }, 'hans');
  const text = articleText(converted);
  expect(converted.title).toBe('读书与写作');
  expect(converted.provenance.authors).toEqual(['张国荣']);
  for (const words of ['第一节', '开头', '这里说“话”', '项目', '数量', '注释里的话'])
    expect(text).toContain(words);
});

test('a word that a mark cuts in two is still one word; code and addresses stay', async () => {
  const article = await read('头**发**长了。用 `头发` 与 [网址](https://例子.cn/头发)。\n');
  const [paragraph] = (await convertScript(article, 'hant')).parts[0]?.children ?? [];
  expect(JSON.stringify(paragraph)).toContain('"text":"頭"');
  expect(JSON.stringify(paragraph)).toContain('[{"type":"text","text":"髮"}]');
  expect(JSON.stringify(paragraph)).toContain('"type":"code","text":"头发"');
  expect(JSON.stringify(paragraph)).toContain('https://例子.cn/头发');
});

test('what is not Chinese, or simplified already, comes back as it is', async () => {
  const english = await read('# Title\n\nWords in English only.\n');
  expect(await convertScript({ ...english, language: 'en' }, 'hant')).toEqual({ ...english, language: 'en' });
  const simplified = await read('# 题目\n\n这是简体字。\n');
  expect(await convertScript(simplified, 'hans')).toBe(simplified);
});

test('law: nothing but characters changes: the same blocks, and as many inlines', async () => {
  const shape = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value, (_, inner) => (typeof inner === 'string' ? '' : inner)));
  await fc.assert(
    fc.asyncProperty(arbitraryArticle, fc.constantFrom(...SCRIPTS), async (article, script) => {
      const chinese = { ...article, language: 'zh-Hans' };
      expect(shape(await convertScript(chinese, script))).toEqual(shape(chinese));
    }),
    { numRuns: 60 },
  );
});

test('the renderers take it as an option, and the language of the book is that of its characters', async () => {
  const article = await read('# 头发\n\n这是“头发”。\n');
  const [simplified, traditional] = await Promise.all([
    renderEpub(article, {}),
    renderEpub(article, { script: 'tw' }),
  ]);
  expect(Buffer.from(traditional).equals(Buffer.from(simplified))).toBe(false);
});
