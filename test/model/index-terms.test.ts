import { expect, test } from 'vitest';
import { gatherEntries, type IndexTerm, sortIndex } from '../../src/model/index.js';

/** Terms as an index prints them, a group a line. `重庆=chongqing` has a reading. */
function indexed(language: string, ...terms: string[]): string[] {
  const marks = terms.map((written): IndexTerm => {
    const [term = '', reading] = written.split('=');
    return { type: 'indexTerm', term, ...(reading && { reading }), children: [] };
  });
  return sortIndex(gatherEntries(marks), language).map(
    ({ head, entries }) => `${head} ${entries.map(({ term }) => term).join(' ')}`,
  );
}

test('by pinyin, after digits and Latin', () => {
  expect(indexed('zh-Hans', '中国', '阿里', 'PDF', '八', '安徽', '3D', 'OpenType', '波', 'abc')).toEqual([
    '0—9 3D',
    '西文 abc OpenType PDF',
    'A 阿里 安徽',
    'B 八 波',
    'Z 中国',
  ]);
});

test('numbers by their value', () => {
  expect(indexed('zh-Hans', '10 级', '9 级')).toEqual(['0—9 9 级 10 级']);
});

test('a reading decides the letter, with tones or without, in letters or in characters', () => {
  expect(indexed('zh-Hans', '中国', '重庆=chóngqìng', '重量')).toEqual(['C 重庆', 'Z 中国 重量']);
  expect(indexed('zh-Hans', '中国', '重庆=Chong2 qing4')).toEqual(['C 重庆', 'Z 中国']);
  expect(indexed('zh-Hans', '中国', '重庆=虫庆', '晨光')).toEqual(['C 晨光 重庆', 'Z 中国']);
});

test('by strokes in traditional Chinese', () => {
  expect(indexed('zh-Hant', '灣', '三國', '一代', '二胡', 'PDF')).toEqual([
    '西文 PDF',
    '1畫 一代',
    '2畫 二胡',
    '3畫 三國',
    '25畫 灣',
  ]);
});

test('by kana where the reading says it', () => {
  expect(indexed('ja', '索引=さくいん', '組版=くみはん', 'ルビ')).toEqual(['か 組版', 'さ 索引', 'ら ルビ']);
});

test('marks before a term do not count, and other scripts come last', () => {
  expect(indexed('zh-Hans', 'Ελλάδα', '한글', '《论语》', '李白')).toEqual([
    '西文 Ελλάδα',
    'L 李白 《论语》',
    '其他 한글',
  ]);
});

test('terms that are marked alike are one entry, whichever of them has the reading', () => {
  const mark = (more: Partial<IndexTerm>): IndexTerm => ({
    type: 'indexTerm',
    term: '重庆',
    children: [],
    ...more,
  });
  const [entry, second] = gatherEntries([mark({}), mark({ reading: 'chongqing' }), mark({ sub: '历史' })]);
  expect(second).toBeUndefined();
  expect(entry).toMatchObject({ reading: 'chongqing', subs: [{ term: '历史' }] });
  expect(entry?.marks).toHaveLength(2);
});

test('the order does not depend on the order of the marks', () => {
  const terms = ['行长', '版心', '行距', 'PDF', '重庆=chongqing', '《论语》', '3D', '长江'];
  expect(indexed('zh-Hans', ...terms.toReversed())).toEqual(indexed('zh-Hans', ...terms));
});

test.each([
  ['行距', 'H'],
  ['行书', 'X'],
  ['长江', 'C'],
  ['长老', 'Z'],
  ['重庆', 'C'],
  ['重心', 'Z'],
  ['调整', 'T'],
  ['调查', 'D'],
  ['乐府', 'Y'],
  ['乐观', 'L'],
  ['朝霞', 'Z'],
  ['曾国藩', 'Z'],
  ['《传记文学》', 'Z'],
  ['藏文', 'Z'],
  ['藏书', 'C'],
  ['弹性', 'T'],
  ['降龙', 'X'],
  ['校样', 'J'],
  ['校长', 'X'],
  ['会计', 'K'],
  ['给水', 'J'],
  ['省察', 'X'],
  ['仇英', 'Q'],
  ['阿房宫', 'E'],
  ['解缙', 'X'],
  ['厦门', 'X'],
  ['单于', 'C'],
  ['尉迟', 'Y'],
  ['万俟', 'M'],
  ['龟兹', 'Q'],
  ['番禺', 'P'],
  ['秘鲁', 'B'],
  ['便宜', 'P'],
])('%s stands under %s', (term, letter) => {
  expect(indexed('zh-Hans', term)).toEqual([`${letter} ${term}`]);
});

test('a word of another sound stands where it sounds, and a reading stands over that', () => {
  expect(indexed('zh-Hans', '汉字', '行距', '黑体')).toEqual(['H 汉字 行距 黑体']);
  expect(indexed('zh-Hans', '行距=xingju')).toEqual(['X 行距']);
});
