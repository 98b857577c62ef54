import { describe, expect, test } from 'vitest';
import { structure } from '../../../src/structure/index.js';
import { parseDate } from '../../../src/structure/provenance/dates.js';
import { draftOfText } from '../draft-of-text.js';

const TEXT =
  '夜班公交线路从十一点延长到零点\uFF0C这样一来下了晚班的人就不必走路回家\uFF0C公交集团说这件事他们想了两年。';

async function factsOf(...lines: readonly string[]): Promise<readonly unknown[]> {
  const { article } = structure(
    await draftOfText(['夜班公交线路今天起延长', ...lines, TEXT, TEXT].join('\n')),
  );
  const { authors, publishedOn, sourceName } = article.provenance;
  return [authors.join(' '), publishedOn, sourceName];
}

describe('under a title', () => {
  test.each([
    ['林小米 人间手记 2024年06月12日 07:31 湖北', '林小米', '2024-06-12', '人间手记'],
    ['原创 林小米 人间手记 2024年06月12日 07:31 湖北 听全文', '林小米', '2024-06-12', '人间手记'],
    ['http://www.example.com 2003年07月18日09:12 东州晚报', '', '2003-07-18', '东州晚报'],
    ['2019年5月10日 星期五 08:12 东州晚报 A03版', '', '2019-05-10', '东州晚报'],
    ['2019-05-10 14:26 来源\uFF1A东州晚报 记者 周琦 分享', '周琦', '2019-05-10', '东州晚报'],
    ['by 周琦 on 2019-05-10 in 随笔', '周琦', '2019-05-10', undefined],
    ['by 阿默 @ 2010-05-10 14:22:11 | 瀏覽(120) | 回應(3)', '阿默', '2010-05-10', undefined],
    ['来源\uFF1A东州晚报 作者\uFF1A神经内科 周琦 更新时间\uFF1A2015-05-10', '周琦', '2015-05-10', '东州晚报'],
    ['date 2019-05-10', '', '2019-05-10', undefined],
    ['临高中学钟燕霞', '钟燕霞', undefined, undefined],
    ['周琦1\uFF0C李小明2', '周琦 李小明', undefined, undefined],
    ['文/周琦 图/李小明', '周琦', undefined, undefined],
    ['昨天 14:26', '', undefined, undefined],
  ])('%s', async (line, authors, publishedOn, sourceName) => {
    expect(await factsOf(line)).toEqual([authors, publishedOn, sourceName]);
  });

  test('a name that the text speaks of wrote nothing', async () => {
    expect(await factsOf('周琦', `周琦说\uFF1A${TEXT}`)).toEqual(['', undefined, undefined]);
  });

  test('the day on which a user joined is not that of the text, and a floor is no name', async () => {
    const card = ['1楼 楼主', '胖墩儿他爹', '级别\uFF1A 骑士', '注册时间\uFF1A 2009-04-11'];
    expect(await factsOf(...card, '发表于\uFF1A 2012-08-14 21:40　只看楼主')).toEqual([
      '胖墩儿他爹',
      '2012-08-14',
      undefined,
    ]);
  });

  test('a place and a day may be text', async () => {
    expect(await factsOf('湖北 2020年1月23日')).toEqual(['', undefined, undefined]);
  });
});

test('a name alone above a text is no title', async () => {
  const { article } = structure(
    await draftOfText(
      ['韩 伟\uFF0C李晨柳', '\uFF08东州大学 文学院\uFF0C东州 710129\uFF09', TEXT, TEXT].join('\n'),
    ),
  );
  expect([article.title, article.provenance.authors]).toEqual([undefined, ['韩伟', '李晨柳']]);
});

test.each([
  'Jun 09 Mon 2014 23:18',
  '2014-06-09\uFF08星期一\uFF09',
  '2014-06-09 (一) 23:18',
  '\uFF08周一\uFF092014年6月9日',
])('%s is a day', (text) => {
  expect(parseDate(text)).toBe('2014-06-09');
});
