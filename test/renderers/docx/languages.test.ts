import { expect, test } from 'vitest';
import { docxRenderer } from '../../../src/renderers/docx/index.js';
import { scriptSegments } from '../../../src/renderers/docx/scripts.js';
import { makeStyleSheet } from '../../../src/style/index.js';
import { articleOf, paragraph } from './rich-article.js';
import { elements, part } from './word-file.js';

/** Pieces of a Chinese text, those in another language behind its tag. */
const cut = (text: string, home = 'zh-Hans'): string[] =>
  scriptSegments(text, home).map(({ text: words, language }) => (language ? `${language} ${words}` : words));

test.each([
  ['他说「ありがとう」。', ['他说「', 'ja-JP ありがとう', '」。']],
  ['书名是《吾輩は猫である》', ['书名是《吾輩', 'ja-JP は猫である', '》']],
  ['韩语的안녕 하세요是你好', ['韩语的', 'ko-KR 안녕 하세요', '是你好']],
  ['注音ㄓㄨˋ不是外文・也不是', ['注音ㄓㄨˋ不是外文・也不是']],
  ['纯中文', ['纯中文']],
])('%s is cut where its language changes', (text, expected) => {
  expect(cut(text)).toEqual(expected);
});

test('a text in its own language is not foreign to itself', () => {
  expect(cut('これは日本語です', 'ja')).toEqual(['これは日本語です']);
  expect(cut('これは日本語です。한국어', 'ja')).toEqual(['これは日本語です。', 'ko-KR 한국어']);
});

test('the run of foreign words says its language, no other does', async () => {
  const { bytes } = await docxRenderer.render(articleOf(paragraph('他说ありがとう。')), makeStyleSheet(), {});
  const runs = elements(part(bytes, 'word/document.xml'), 'r').filter((run) => run.includes('w:lang'));
  expect(runs).toHaveLength(1);
  expect(runs[0]).toContain('<w:lang w:eastAsia="ja-JP"/>');
  expect(runs[0]).toContain('ありがとう');
});

test.each([
  ['zh-Hans', '宋体', 'SimSun', 'zh-CN'],
  ['zh-Hant-TW', '新細明體', 'PMingLiU', 'zh-TW'],
  ['ja', '\uFF2D\uFF33 明朝', 'MS Mincho', 'ja-JP'],
])('a document in %s asks for a face that its readers have: %s', async (language, face, other, tag) => {
  const article = { ...articleOf(paragraph('天地')), language };
  const { bytes } = await docxRenderer.render(article, makeStyleSheet({}, language), {});
  const styles = part(bytes, 'word/styles.xml');
  expect(styles).toContain(`w:eastAsia="${face}"`);
  expect(styles).toContain(`w:eastAsia="${tag}"`);
  expect(part(bytes, 'word/fontTable.xml')).toContain(`<w:font w:name="${face}"><w:altName w:val="${other}`);
});
