import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBareNumber, parseLabel, parseLooseDecimal } from '../../src/numbering/index.js';

test.each([
  ['第一章 总则', 'chapter', '第一章', 1, '总则'],
  ['第一章总则', 'chapter', '第一章', 1, '总则'],
  ['第一章\uFF1A总则', 'chapter', '第一章\uFF1A', 1, '总则'],
  ['第001章 雨夜', 'chapter', '第001章', 1, '雨夜'],
  ['第一百零三章', 'chapter', '第一百零三章', 103, ''],
  [
    '第一回\u3000王教头私走延安府\u3000九纹龙大闹史家村',
    'chapter',
    '第一回',
    1,
    '王教头私走延安府\u3000九纹龙大闹史家村',
  ],
  ['第二卷 风起', 'volume', '第二卷', 2, '风起'],
  ['卷五 风起', 'volume', '卷五', 5, '风起'],
  ['第一部分 总论', 'volume', '第一部分', 1, '总论'],
  ['第三节 责任', 'section', '第三节', 3, '责任'],
  ['第十二条 本法自公布之日起施行。', 'article', '第十二条', 12, '本法自公布之日起施行。'],
  ['一、总则', 'han', '一、', 1, '总则'],
  ['十二\uFF0E附则', 'han', '十二\uFF0E', 12, '附则'],
  ['一、2023年工作总结', 'han', '一、', 1, '2023年工作总结'],
  ['一、二〇二三年工作总结', 'han', '一、', 1, '二〇二三年工作总结'],
  ['\uFF08一\uFF09适用范围', 'han-bracketed', '\uFF08一\uFF09', 1, '适用范围'],
  ['(三) 适用范围', 'han-bracketed', '(三)', 3, '适用范围'],
  ['\u3221适用范围', 'han-bracketed', '\u3221', 2, '适用范围'],
  ['1.适用范围', 'arabic', '1.', 1, '适用范围'],
  ['1、适用范围', 'arabic', '1、', 1, '适用范围'],
  ['12\uFF0E适用范围', 'arabic', '12\uFF0E', 12, '适用范围'],
  ['1.2020年工作回顾', 'arabic', '1.', 1, '2020年工作回顾'],
  ['\u2489适用范围', 'arabic', '\u2489', 2, '适用范围'],
  ['\uFF081\uFF09甲项', 'arabic-bracketed', '\uFF081\uFF09', 1, '甲项'],
  ['2)乙项', 'arabic-bracketed', '2)', 2, '乙项'],
  ['\u2475乙项', 'arabic-bracketed', '\u2475', 2, '乙项'],
  ['①甲项', 'circled', '①', 1, '甲项'],
  ['㉑甲项', 'circled', '㉑', 21, '甲项'],
  ['1.1 术语', 'decimal', '1.1', 1, '术语'],
  ['6.3.2 评价', 'decimal', '6.3.2', 2, '评价'],
  ['壹、前言', 'legal', '壹、', 1, '前言'],
  ['甲、前言', 'stem', '甲、', 1, '前言'],
  ['A.选项', 'latin', 'A.', 1, '选项'],
])('%s is labelled %s', (line, scheme, text, ordinal, rest) => {
  const found = parseLabel(line);
  expect(found?.label).toMatchObject({ scheme, text, ordinal });
  expect(found?.rest).toBe(rest);
});

// article-structure.md, section 8: what looks like a label and is none.
test.each([
  '一、二线城市的房租又涨了',
  '三、四年级学生都要参加',
  '一、两句话说不清楚',
  '一是提高认识',
  '首先要看到成绩',
  '第一\uFF0C要提高认识',
  '一来二去就熟了',
  '一方面要看到成绩',
  '十分重要',
  '百分之三的人不同意',
  '万一下雨怎么办',
  '1.5亿元的投资',
  '3.15晚会',
  '2.0版',
  '5.12地震',
  '3.14 是圆周率',
  '2021.10.1',
  '1、2号楼',
  '3、4两点',
  '24小时内答复',
  '100多人参加',
  '2020年\uFF0C我们开始了',
  '第一章程草案',
  '第三章里写的是旧事',
  '第二回合',
  '第五节课',
  '第一集团军',
  '第三部分析报告',
  '第二部电影',
  '第一封信',
  '第一次',
  '第三回他又来了。',
  '\uFF08一\uFF09、\uFF08二\uFF09两种情况',
  '\uFF082020年3月1日修订\uFF09',
  '十里长街',
  '三月初三',
  'NBA 40:39',
  '40:39',
  '9:30 到达',
  '一些人认为',
  '三\uFF0C二\uFF0C一',
  '甲、乙双方',
  'U.S.政府',
  'a.m.以前',
])('%s carries no label', (line) => {
  expect(parseLabel(line)).toBeUndefined();
});

test.each(['01', '12', '十二'])('%s is a bare number', (line) => {
  expect(parseBareNumber(line)?.label).toMatchObject({ text: line, scheme: 'bare' });
});

test.each(['0', '01 渡口', '一百遍', '2020年', ''])('%j is not', (line) => {
  expect(parseBareNumber(line)).toBeUndefined();
});

test('label and rest are the line again, white space aside', () => {
  const piece = fc.constantFrom(...'第章节回一二十三(\uFF08)\uFF091290.、\uFF0E①A 总则 ');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const line = pieces.join('').trim();
      const found = parseLabel(line);
      if (!found) return true;
      return (
        found.label.text + found.rest.trim() ===
        line
          .replace(found.label.text + line.slice(found.label.text.length, found.restAt), found.label.text)
          .trim()
      );
    }),
  );
});

test.each([
  ['1 总论', '1', '总论'],
  ['12　结论与建议', '12', '结论与建议'],
  ['6.1水环境评价', '6.1', '水环境评价'],
])('%s may be a heading of a report', (line, numeral, rest) => {
  expect(parseLooseDecimal(line)).toMatchObject({
    label: { text: numeral, numeral, scheme: 'decimal' },
    rest,
  });
});

test.each(['3.15晚会曝光了', '1.5亿元', '5 月的一天', '2.0版本', '24 小时', '2024 年'])(
  '%s is none',
  (line) => {
    expect(parseLooseDecimal(line)).toBeUndefined();
  },
);
