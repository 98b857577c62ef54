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
  ['2.7月6日召开动员会', 'arabic', '2.', 2, '7月6日召开动员会'],
  ['2.1 是不是越多越好', 'decimal', '2.1', 1, '是不是越多越好'],
  ['2.1 是谁在等车', 'decimal', '2.1', 1, '是谁在等车'],
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
  ['第 1 章 总则', 'chapter', '第 1 章', 1, '总则'],
  ['第 一 章 总则', 'chapter', '第 一 章', 1, '总则'],
  ['第廿一回 雨夜', 'chapter', '第廿一回', 21, '雨夜'],
  ['第卅章 雨夜', 'chapter', '第卅章', 30, '雨夜'],
  ['第一〇三章 雨夜', 'chapter', '第一〇三章', 103, '雨夜'],
  ['第一\u25CB三章 雨夜', 'chapter', '第一\u25CB三章', 103, '雨夜'],
  ['第两百章 雨夜', 'chapter', '第两百章', 200, '雨夜'],
  ['第\uFF11章 雨夜', 'chapter', '第\uFF11章', 1, '雨夜'],
  ['第九千九百九十九章', 'chapter', '第九千九百九十九章', 9999, ''],
  ['卷之五 风起', 'volume', '卷之五', 5, '风起'],
  ['\uFF08壹\uFF09前言', 'han-bracketed', '\uFF08壹\uFF09', 1, '前言'],
  ['\uFF08甲\uFF09前言', 'stem', '\uFF08甲\uFF09', 1, '前言'],
  ['\uFF08乙\uFF09方法', 'stem', '\uFF08乙\uFF09', 2, '方法'],
  ['第一卷 第一章 初见', 'volume', '第一卷', 1, '第一章 初见'],
])('%s is labelled %s', (line, scheme, text, ordinal, rest) => {
  const found = parseLabel(line);
  expect(found?.label).toMatchObject({ scheme, text, ordinal });
  expect(found?.rest).toBe(rest);
});

// titles that begin like the words which are no labels: 章法, 章节, 节目, 节能, 回家, 条件
test.each([
  ['第五章 法律责任', '法律责任'],
  ['第五章法律责任', '法律责任'],
  ['第五章\uFF1A法律责任', '法律责任'],
  ['第二章程序', '程序'],
  ['第三章内部控制', '内部控制'],
  ['第三章所有权', '所有权'],
  ['第三章和平', '和平'],
  ['第三章 是非', '是非'],
  ['第三章中国古代史', '中国古代史'],
  ['第一章 节日', '节日'],
  ['第一章节能减排', '节能减排'],
  ['第三节课程设计', '课程设计'],
  ['第二节目标任务', '目标任务'],
  ['第一节能量守恒', '能量守恒'],
  ['第一节 假设', '假设'],
  ['第四节 省级机关', '省级机关'],
  ['第五回 家宴', '家宴'],
  ['第三回 坐山观虎', '坐山观虎'],
  ['第一编 制度', '制度'],
  ['第二部分 地理', '地理'],
  ['第一部分人物介绍', '人物介绍'],
  ['第七条 例外', '例外'],
])('%s has a title', (line, rest) => {
  expect(parseLabel(line)?.rest).toBe(rest);
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
  '第三方支付',
  '第二编队',
  '第七卷烟厂',
  '第一卷宗',
  '第二卷积层',
  '第一回家',
  '第一回见面',
  '第二回答',
  '第一话剧',
  '第三节车厢',
  '第二节电池',
  '第一节能产品',
  '第三章、第四章',
  '第一章和第二章',
  '第一章 和第二章',
  '第一章至第三章',
  '第三章\u2014第五章',
  '第三章第二节说过',
  '第五条第二款',
  '第五条、第六条',
  '十三、四岁的孩子',
  '二十五、六岁',
  '百、千年来',
  '两.三',
  '①②③都对',
  '①、②两处',
  '①和②',
  '\uFF08一\uFF09或者\uFF08二\uFF09',
  '\uFF08甲\uFF09、\uFF08乙\uFF09两方',
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
