import { expect, test } from 'vitest';
import { parseCaptionLabel } from '../../src/numbering/index.js';

test.each([
  ['图1　校门', '图', '', '', '', '1'],
  ['图 2-3\uFF1A校门', '图', ' ', '2', '-', '3'],
  ['图1.2\u20133 校门', '图', '', '1.2', '\u2013', '3'],
  ['附图三、校门', '附图', '', '', '', '三'],
  ['Fig. 12. Gate', 'Fig.', ' ', '', '', '12'],
  ['Figure 4.2', 'Figure', ' ', '4', '.', '2'],
])('%s is taken apart', (caption, word, gap, chapter, sign, numeral) => {
  const text = word + gap + chapter + sign + numeral;
  expect(parseCaptionLabel('figure', caption)).toEqual({ text, word, gap, chapter, sign, numeral });
});

test.each(['图一般', '图1994年的校门', '表1 成绩', '校门', ''])('%s has no number of a figure', (caption) => {
  expect(parseCaptionLabel('figure', caption)).toBeUndefined();
});

test('the word of a template counts beside those of authors', () => {
  expect(parseCaptionLabel('figure', '照片 12　校门', '照片 ')).toEqual({
    text: '照片 12',
    word: '照片',
    gap: ' ',
    chapter: '',
    sign: '',
    numeral: '12',
  });
  expect(parseCaptionLabel('figure', '照片很多', '照片')).toBeUndefined();
});
