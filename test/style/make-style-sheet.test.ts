import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeStyleSheet } from '../../src/style/index.js';

const folder = mkdtempSync(join(tmpdir(), 'paiban-fonts-'));
for (const name of ['b.otf', 'a.ttf', 'c.woff2', 'readme.txt']) writeFileSync(join(folder, name), '');

test('without options it is the article look', () => {
  expect(makeStyleSheet().name).toBe('article');
});

test('changes are laid over the template', () => {
  const sheet = makeStyleSheet({ template: 'official', changes: { contents: { show: true } } });
  expect(sheet.contents).toEqual({ show: true, title: '目　录', depth: 3 });
  expect(sheet.styles.body.family).toBe('fang');
});

test('a folder of fonts gives its font files by name, and nothing else', () => {
  const { families } = makeStyleSheet({ fonts: [folder] });
  expect(families['extra-1']?.regular.file).toBe(join(folder, 'a.ttf'));
  expect(families['extra-2']?.regular.file).toBe(join(folder, 'b.otf'));
  expect(families['extra-3']).toBeUndefined();
});

test('a family takes another file', () => {
  const { families } = makeStyleSheet({ families: { song: join(folder, 'a.ttf') } });
  expect(families.song?.regular.file).toBe(join(folder, 'a.ttf'));
  expect(families.song?.bold).toBeUndefined();
  expect(families.song?.word.eastAsia).toBe('宋体');
});

test('a font that is not there is named', () => {
  expect(() => makeStyleSheet({ fonts: [join(folder, 'none.ttf')] })).toThrow(/none\.ttf/);
});

test('changes are checked like a template', () => {
  const wrong = { styles: { body: { size: '12' } } };
  expect(() => makeStyleSheet({ changes: wrong })).toThrow(/in the template changes, "styles\.body\.size"/);
  expect(() => makeStyleSheet({ changes: { pag: {} } as object })).toThrow(/did you mean "page"/);
});

test('a folder without fonts is named', () => {
  const empty = mkdtempSync(join(tmpdir(), 'paiban-fonts-'));
  expect(() => makeStyleSheet({ fonts: [empty] })).toThrow(/holds no font/);
});

test.each([
  ['zh-Hans', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-Hant', 'zh-Hant-TW'],
  ['zh-TW', 'zh-Hant-TW'],
  ['zh-Hant-HK', 'zh-Hant-HK'],
  ['zh-HK', 'zh-Hant-HK'],
  ['zh-Hant-MO', 'zh-Hant-HK'],
  ['ja', 'ja'],
  ['ja-JP', 'ja'],
  ['en', 'zh-Hans'],
  ['', 'zh-Hans'],
])('an article in %s is set as in %s, unless the template says otherwise', (language, region) => {
  expect(makeStyleSheet({}, language).region).toBe(region);
  expect(makeStyleSheet({ changes: { region: 'ja' } }, language).region).toBe('ja');
});
