import { expect, test } from 'vitest';
import { withKnownFamilies } from '../../../src/pictures/svg/font-families.js';
import { element } from '../../../src/pictures/svg/xml.js';

test.each([
  ['SimSun', 'Noto Serif SC'],
  ['宋体', 'Noto Serif SC'],
  ['"Times New Roman", sans-serif', 'Noto Serif SC'],
  ['serif', 'Noto Serif SC'],
  ['KaiTi', 'Noto Serif SC'],
  ['SimHei', 'Noto Sans SC'],
  ['Microsoft YaHei', 'Noto Sans SC'],
  ['微软雅黑', 'Noto Sans SC'],
  ['Source Han Sans', 'Noto Sans SC'],
  ['sans-serif', 'Noto Sans SC'],
  ['Comic Neue, serif', 'Noto Serif SC'],
  ['Consolas', 'Inconsolata, Noto Sans SC'],
  ['monospace', 'Inconsolata, Noto Sans SC'],
  ['Something', 'Noto Sans SC'],
])('%s is drawn in %s', (family, known) => {
  expect(withKnownFamilies(element('text', { 'font-family': family }, [])).attributes).toEqual({
    'font-family': known,
  });
});

test('style sheets are meant too, texts are not', () => {
  const sheet = element('style', {}, ['.a{font-family: SimSun; fill:red}']);
  const words = element('text', {}, ['font-family: SimSun']);
  expect(withKnownFamilies(element('svg', {}, [sheet, words])).children).toMatchObject([
    { children: ['.a{font-family:Noto Serif SC; fill:red}'] },
    { children: ['font-family: SimSun'] },
  ]);
});
