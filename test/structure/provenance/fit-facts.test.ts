import { describe, expect, test } from 'vitest';
import { fitFacts } from '../../../src/structure/provenance/fit-facts.js';
import { mayName } from '../../../src/structure/provenance/no-names.js';

describe('a name or a source', () => {
  test.each([
    '最后',
    '最后更新',
    '报道',
    '投诉',
    '发布于',
    '1931',
    '12次',
    '1楼',
    '楼主',
    '周六',
    '星期日',
    '湖北',
    '湖北省',
    '访问手机版',
    '听全文',
    '打印',
    '下午',
  ])('is not %s', (word) => {
    expect(mayName(word)).toBe(false);
  });

  test.each([
    '沈望',
    '周六福',
    '东州晚报',
    '湖北日报',
    '36氪',
    '豆瓣',
    '编辑部的故事',
    '七分熟',
    '報導者',
    'Jane Smith',
  ])('may be %s', (word) => {
    expect(mayName(word)).toBe(true);
  });

  test('loses the marks that part it from its neighbour, and what the user says stays', () => {
    const facts = fitFacts([
      { fact: 'sourceName', value: '政府办\uFF0C', rule: '发布机构' },
      { fact: 'authors', value: '湖北', rule: 'override' },
    ]);
    expect(facts.map(({ value }) => value)).toEqual(['政府办', '湖北']);
  });

  test('is a channel when it is a word of the title beside a day', () => {
    const [, place] = fitFacts([
      { fact: 'title', value: '培训的心得体会', rule: 'first-line' },
      { fact: 'authors', value: '心得体会', rule: 'byline' },
    ]);
    expect(place?.fact).toBe('channel');
  });
});
