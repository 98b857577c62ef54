import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatOutline, toJson } from '../../../src/model/index.js';
import { readArticle } from '../../../src/read-article.js';
import { abstractNum, level, num, numbered, p, r, style, styled, wordFile } from './word-file.js';

const SAMPLES = new URL('../../../samples/', import.meta.url);

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A text typed into Word: each line a paragraph, an empty line an empty one. */
function typed(text: string): Uint8Array {
  return wordFile(
    text
      .split(/\r\n|[\r\n]/)
      .map((line) => (line === '' ? p('') : p(r(escaped(line)))))
      .join(''),
  );
}

describe.each([
  ['notice.txt', 'utf-8'],
  ['novel.txt', 'utf-8'],
  ['volunteering.txt', 'utf-8'],
  ['speech-gb18030.txt', 'gb18030'],
  ['bookstalls-big5.txt', 'big5'],
])('%s', (file, encoding) => {
  test('typed into Word it is the article that it is as text', async () => {
    const bytes = readFileSync(new URL(file, SAMPLES));
    const asText = await readArticle(bytes, { encoding });
    const asWord = await readArticle(typed(new TextDecoder(encoding).decode(bytes)));
    expect(JSON.parse(toJson(asWord.article))).toEqual(JSON.parse(toJson(asText.article)));
  });
});

const TEXT = [
  '防汛工作总结',
  '一、总体情况',
  '今年汛期来得早\uFF0C雨量大\uFF0C全县上下严阵以待\uFF0C没有发生一起伤亡事故。',
  '\uFF08一\uFF09雨情',
  '全县平均降雨六百毫米\uFF0C比常年多两成\uFF0C主要集中在六月下旬。',
  '\uFF08二\uFF09水情',
  '三座水库先后超过汛限水位\uFF0C经过调度全部安全度汛。',
  '二、主要做法',
  '各乡镇把责任落实到人\uFF0C昼夜巡查\uFF0C发现险情二十七处\uFF0C全部及时处置。',
] as const;

test('numbers that Word counts give the outline that typed numbers give', async () => {
  const asText = await readArticle(new TextEncoder().encode(TEXT.join('\n')));
  const numbering =
    abstractNum(0, level(0, 'chineseCounting', '%1、'), level(1, 'chineseCounting', '\uFF08%2\uFF09')) +
    num(1, 0);
  const body = TEXT.map((line) => {
    const [, number = '', rest = ''] = /^([一二]、|\uFF08[一二]\uFF09)?(.*)$/u.exec(line) ?? [];
    if (number === '') return p(rest);
    return p(rest, numbered(1, number.startsWith('\uFF08') ? 1 : 0));
  }).join('');
  const asWord = await readArticle(wordFile(body, { numbering }));
  expect(formatOutline(asWord.article)).toBe(formatOutline(asText.article));
  expect(asWord.article.title).toBe('防汛工作总结');
});

test('so do styles with the numbers in them', async () => {
  const asText = await readArticle(new TextEncoder().encode(TEXT.join('\n')));
  const heading = (id: string, at: number): string =>
    style(id, `heading ${id}`, `<w:pPr>${numbered(1, at)}</w:pPr>`);
  const numbering =
    abstractNum(
      0,
      level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="1"/>'),
      level(1, 'chineseCounting', '\uFF08%2\uFF09', '<w:pStyle w:val="2"/>'),
    ) + num(1, 0);
  const body = TEXT.map((line, at) => {
    if (at === 0) return p(line, styled('a'));
    if (/^[一二]、/u.test(line)) return p(line.slice(2), styled('1'));
    return /^\uFF08/u.test(line) ? p(line.slice(3), styled('2')) : p(line);
  }).join('');
  const styles = style('a', '标题') + heading('1', 0) + heading('2', 1);
  const asWord = await readArticle(wordFile(body, { numbering, styles }));
  expect(formatOutline(asWord.article)).toBe(formatOutline(asText.article));
  expect(asWord.article.title).toBe('防汛工作总结');
});
