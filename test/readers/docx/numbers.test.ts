import { expect, test } from 'vitest';
import { formatNumber } from '../../../src/readers/docx/number-formats.js';
import { abstractNum, codesOf, level, num, numbered, outlineOf, p, style, styled } from './word-file.js';

test.each([
  ['decimal', 12, '12'],
  ['decimalZero', 3, '03'],
  ['decimalFullWidth', 12, '\uFF11\uFF12'],
  ['chineseCounting', 12, '十二'],
  ['chineseCountingThousand', 103, '一百零三'],
  ['chineseLegalSimplified', 3, '叁'],
  ['ideographTraditional', 2, '乙'],
  ['ideographZodiac', 12, '亥'],
  ['ideographZodiacTraditional', 11, '甲戌'],
  ['ideographLegalTraditional', 2, '貳'],
  ['japaneseCounting', 20, '二十'],
  ['taiwaneseCountingThousand', 11, '十一'],
  ['decimalEnclosedCircle', 21, '㉑'],
  ['decimalEnclosedCircleChinese', 3, '③'],
  ['decimalEnclosedParen', 2, '⑵'],
  ['upperRoman', 14, 'XIV'],
  ['lowerRoman', 4, 'iv'],
  ['upperLetter', 27, 'AA'],
  ['lowerLetter', 2, 'b'],
  ['ordinal', 22, '22nd'],
  ['none', 5, ''],
  ['001, 002, 003, ...', 7, '007'],
  ['__proto__', 7, '7'],
  ['chineseCounting', 99_999_999_999, '三二七六七'],
])('%s writes %d as %s', (format, value, written) => {
  expect(formatNumber(format, value)).toBe(written);
});

const STYLES =
  style('1', 'heading 1', `<w:pPr>${numbered(1)}</w:pPr>`) +
  style('2', 'heading 2', `<w:pPr>${numbered(1)}</w:pPr>`);
const CHAPTERS = abstractNum(
  0,
  level(0, 'chineseCounting', '第%1章', '<w:pStyle w:val="1"/>'),
  level(1, 'decimal', '%1.%2', '<w:pStyle w:val="2"/><w:isLgl/>'),
);

test('numbers of headings are text in front of them; a level starts anew under each above', async () => {
  const body = ['1', '2', '2', '1', '2'].map((id, at) => p(`题${at}`, styled(id))).join('');
  expect(await outlineOf(body, { styles: STYLES, numbering: CHAPTERS + num(1, 0) })).toEqual([
    'heading 1 第一章 题0',
    'heading 2 1.1 题1',
    'heading 2 1.2 题2',
    'heading 1 第二章 题3',
    'heading 2 2.1 题4',
  ]);
});

test('a level that never starts anew counts on', async () => {
  const numbering =
    abstractNum(
      0,
      level(0, 'chineseCounting', '第%1章'),
      level(1, 'chineseCounting', '第%2条', '<w:lvlRestart w:val="0"/>'),
    ) + num(1, 0);
  const body =
    p('总则', numbered(1)) + p('甲。', numbered(1, 1)) + p('分则', numbered(1)) + p('乙。', numbered(1, 1));
  expect(await outlineOf(body, { numbering })).toEqual([
    'line 第一章 总则',
    'line 第一条 甲。',
    'line 第二章 分则',
    'line 第二条 乙。',
  ]);
});

test('lists that share a definition count on, unless one says where to start', async () => {
  const over = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
  const numbering =
    abstractNum(0, level(0, 'chineseCounting', '%1、')) + num(1, 0) + num(2, 0) + num(3, 0, over);
  const body = [1, 2, 3, 3].map((id) => p('事', numbered(id))).join('');
  expect(await outlineOf(body, { numbering })).toEqual([
    'line 一、事',
    'line 二、事',
    'line 五、事',
    'line 六、事',
  ]);
});

test('a number of 0 takes an inherited one away', async () => {
  const body =
    p('甲', styled('1')) +
    p('乙', `${styled('1')}<w:numPr><w:numId w:val="0"/></w:numPr>`) +
    p('丙', styled('1'));
  expect(await outlineOf(body, { styles: STYLES, numbering: CHAPTERS + num(1, 0) })).toEqual([
    'heading 1 第一章 甲',
    'heading 1 乙',
    'heading 1 第二章 丙',
  ]);
});

test('a definition may be that of a list style, in a circle too', async () => {
  const styles = style('L', '列表', `<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>`, 'numbering');
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>' +
    abstractNum(1, level(0, 'ideographTraditional', '%1、')) +
    num(1, 0) +
    num(2, 1);
  expect(await outlineOf(p('事', numbered(1)), { styles, numbering })).toEqual(['line 甲、事']);
  const circle = styles.replace('w:val="2"', 'w:val="1"');
  expect(await outlineOf(p('事', numbered(1)), { styles: circle, numbering })).toEqual(['line 事']);
});

const ITEMS =
  abstractNum(0, level(0, 'decimal', '%1.'), level(1, 'lowerLetter', '%2)'), level(2, 'bullet', '•')) +
  num(1, 0);

test('paragraphs numbered one after another are a list, with lists inside it', async () => {
  const body = [0, 1, 1, 2, 0].map((at, index) => p(`项${index}`, numbered(1, at))).join('') + p('文');
  expect(await outlineOf(body, { numbering: ITEMS })).toEqual([
    'list from 1',
    '  item',
    '    line 项0',
    '    list from 1',
    '      item',
    '        line 项1',
    '      item',
    '        line 项2',
    '        list',
    '          item',
    '            line 项3',
    '  item',
    '    line 项4',
    'line 文',
  ]);
});

test('a number that stands alone is text: it may be a heading to the eye', async () => {
  const body = p('概况', numbered(1)) + p('正文如下。') + p('做法', numbered(1)) + p('正文又如下。');
  expect(await outlineOf(body, { numbering: ITEMS })).toEqual([
    'line 1. 概况',
    'line 正文如下。',
    'line 2. 做法',
    'line 正文又如下。',
  ]);
});

test('an empty numbered paragraph counts, as in Word', async () => {
  const body = p('甲', numbered(1)) + p('', numbered(1)) + p('文。') + p('乙', numbered(1));
  expect(await outlineOf(body, { numbering: ITEMS })).toEqual(['line 1. 甲', 'line 文。', 'line 3. 乙']);
});

test('a list that is not there loses no text, and is said', async () => {
  expect(await outlineOf(p('甲', numbered(9, 77)))).toEqual(['line 甲']);
  expect(await codesOf(p('甲', numbered(9, 77)))).toContain('docx-list-missing');
});
