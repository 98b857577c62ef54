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
    ['2019年5月10日　海港日報　副刊', '', '2019-05-10', '海港日報'],
    ['date 2019-05-10', '', '2019-05-10', undefined],
    ['临高中学钟燕霞', '钟燕霞', undefined, undefined],
    ['周琦1\uFF0C李小明2', '周琦 李小明', undefined, undefined],
    ['文/周琦 图/李小明', '周琦', undefined, undefined],
    ['2019年7月22日 09:30　《南窗周刊》2019年第14期　记者/沈南　摄影/孟川', '沈南', '2019-07-22', '南窗周刊'],
    ['2022-03-14 11:32　島南新聞網\uFF0F 記者許雅筑\uFF0F台南即時報導', '許雅筑', '2022-03-14', '島南新聞網'],
    ['来源\uFF1A《北地诗刊》 | 宁河　2023年5月26日', '宁河', '2023-05-26', '《北地诗刊》'],
    ['来源\uFF1A好文网　[ 学生演讲稿 ]　字号\uFF1AT|T', '', undefined, '好文网'],
    ['来源\uFF1A彩云882024-03-06 17:48', '', '2024-03-06', '彩云88'],
    ['作者\uFF1A郑乔1\uFF0C吕明远2', '郑乔 吕明远', undefined, undefined],
    ['记者\uFF1A朱 家颐编辑\uFF1A赵婉婷', '朱家颐', undefined, undefined],
    ['作者\uFF1A小灶台 创建于\uFF1A2020-11-15', '小灶台', '2020-11-15', undefined],
    ['文\uFF1A何綺雯　圖\uFF1A羅子健', '何綺雯', undefined, undefined],
    ['文、图\uFF1A何绮雯', '何绮雯', undefined, undefined],
    ['撰文 林知夏　摄影 莫言川　编辑 谭序', '林知夏', undefined, undefined],
    ['□ 文/王 倩', '王倩', undefined, undefined],
    ['查看11 | 回复2 | 2008-3-7 19:54:07 | 显示全部楼层 |阅读模式', '', '2008-03-07', undefined],
    ['2021年03月15日22:48 星浪体育', '', '2021-03-15', '星浪体育'],
    ['admin 2025-05-14 热点聚焦 7 次浏览 0个评论', '', '2025-05-14', undefined],
    ['2023/04/02好的文章', '', '2023-04-02', undefined],
    ['休息站 Jay13 11799℃ 28评论', 'Jay13', undefined, undefined],
    ['文章转载自\uFF1AThoughtWorks洞见 作者\uFF1A汪志成', '汪志成', undefined, 'ThoughtWorks洞见'],
    ['历史朝代 2025-05-07 10:35www.example.cn历史朝代', '', '2025-05-07', undefined],
    ['撰文\uFF1A尤小满 | 摄影\uFF1A白帆 | 编辑\uFF1A顾北辰 | 2021.06.18', '尤小满', '2021-06-18', undefined],
    ['作者\uFF1A本网记者 滕一鸣 通讯员 黎小满', '滕一鸣 黎小满', undefined, undefined],
    ['更新时间\uFF1A2024-01-18 　食光记 　已有 8812 人学过', '', '2024-01-18', undefined],
    ['slowbus · 2023-02-11 · 1.2k 阅读 · 约 6 分钟', 'slowbus', '2023-02-11', undefined],
    ['更新\uFF1A2018-02-03 23:55 字数\uFF1A3102', '', '2018-02-03', undefined],
    ['張貼日\uFF1A113-05-06', '', '2024-05-06', undefined],
    ['阿默 发表于 2005-8-4 21:37 来自 中国四川', '阿默', '2005-08-04', undefined],
    ['【記者尤小滿\uFF0F東港報導】', '尤小滿', undefined, undefined],
    ['中央社記者尤小滿東港6日電', '尤小滿', undefined, undefined],
    ['东州市第三中学 初二\uFF084\uFF09班 苗小溪', '苗小溪', undefined, undefined],
    ['南窗周刊记者 尤小满 发自东州', '尤小满', undefined, undefined],
    [
      '时间\uFF1A2020年3月6日　供稿\uFF1A宣传部\uFF08尤小满\uFF09　审核\uFF1A白帆',
      '尤小满',
      '2020-03-06',
      undefined,
    ],
    ['发布时间\uFF1A2022年06月30日 16时20分', '', '2022-06-30', undefined],
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

  test('rows of a board', async () => {
    const head = ['作者  slowbus (慢车)', '看板  Bus', '標題  夜班公交', '時間  Mon Jun  9 23:18:00 2014'];
    const { article } = structure(await draftOfText([...head, '', TEXT, TEXT].join('\n')));
    const { authors, publishedOn, channel } = article.provenance;
    expect([article.title, authors, publishedOn, channel]).toEqual([
      '夜班公交',
      ['slowbus'],
      '2014-06-09',
      'Bus',
    ]);
  });

  test('a card with a word about a person, above a button that only a person has', async () => {
    const card = ['公交 出行 城市', '阿默在路上', '公交司机\uFF0C业余写字', '关注', '213 人赞同了该回答'];
    expect(await factsOf(...card)).toEqual(['阿默在路上', undefined, undefined]);
  });

  test('a sentence behind a label speaks of the text', async () => {
    const head = ['作者\uFF1A壹叔\uFF0C作者授权早读课转载。', '公众号\uFF1A倒退集\uFF08ID:daotuiji\uFF09'];
    expect(await factsOf(...head)).toEqual(['壹叔', undefined, '倒退集']);
  });

  test('a caption names nobody, and the days of a chronicle are its own', async () => {
    expect(await factsOf('图\uFF1A晒场')).toEqual(['', undefined, undefined]);
    expect(await factsOf('2019-05-10 开工', '2019-09-02 封顶')).toEqual(['', undefined, undefined]);
  });

  test('a place and a day may be text', async () => {
    expect(await factsOf('湖北 2020年1月23日')).toEqual(['', undefined, undefined]);
  });
});

describe('behind the text', () => {
  test.each([
    ['□许培良', '许培良', undefined],
    ['补丁打好了。\uFF08撰文、摄影\uFF1A陈安\uFF09', '陈安', undefined],
    ['完\n2017年11月18日\uFF08星期六\uFF09', '', '2017-11-18'],
  ])('%s', async (line, authors, publishedOn) => {
    const { article } = structure(await draftOfText(['夜班公交', TEXT, TEXT, TEXT, line].join('\n')));
    expect([article.provenance.authors.join(' '), article.provenance.publishedOn]).toEqual([
      authors,
      publishedOn,
    ]);
  });
});

test.each([
  ['首页 > 法律资料网 > 法律法规', '法律资料网', '法律资料网', undefined],
  ['东州体育 > 综合 > 公交 > 正文', '公交', undefined, '公交'],
])('the way %s tells a site from its sections', async (way, source, sourceName, channel) => {
  const { article } = structure(
    await draftOfText([way, '夜班公交线路今天起延长', `来源\uFF1A${source}`, TEXT, TEXT].join('\n')),
  );
  expect([article.provenance.sourceName, article.provenance.channel]).toEqual([sourceName, channel]);
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
