import { expect, test } from 'vitest';
import { structure } from '../../src/structure/index.js';
import { draftOfText } from './draft-of-text.js';

const TEXT = '河水涨了\uFF0C岸上的人都来看\uFF0C一直看到天黑才散去\uFF0C第二天又来。';

async function codesOf(...headings: readonly string[]): Promise<string[]> {
  const text = `旧事\n\n${headings.map((heading) => `${heading}\n\n${TEXT}\n\n`).join('')}`;
  return structure(await draftOfText(text)).diagnostics.map(({ code }) => code);
}

test('numbers that step by one are nothing to report', async () => {
  expect(await codesOf('第一章 甲', '第二章 乙', '第三章 丙')).toEqual([]);
});

test.each([
  ['a gap', ['第一章 甲', '第二章 乙', '第五章 丙'], 'number-gap'],
  ['a repeat', ['第一章 甲', '第二章 乙', '第二章 丙'], 'number-repeated'],
  ['a fall', ['第一章 甲', '第三章 乙', '第二章 丙'], 'number-falls'],
])('%s is reported and kept', async (_name, headings, code) => {
  expect(await codesOf(...headings)).toContain(code);
});

test('chapters that begin again in a new volume are no fall', async () => {
  const codes = await codesOf('第一卷 上', '第一章 甲', '第二章 乙', '第二卷 下', '第一章 丙', '第二章 丁');
  expect(codes.filter((code) => code.startsWith('number'))).toEqual([]);
});

test('a chapter without text is reported', async () => {
  const text = `旧事\n\n第一章 甲\n\n${TEXT}\n\n第二章 乙\n\n第三章 丙\n\n${TEXT}\n`;
  expect(structure(await draftOfText(text)).diagnostics).toContainEqual({
    code: 'section-empty',
    values: { count: 1, first: '第二章 乙' },
    line: 7,
  });
});
