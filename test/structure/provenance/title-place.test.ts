import { describe, expect, test } from 'vitest';
import { blockText } from '../../../src/model/index.js';
import { type Structured, structure } from '../../../src/structure/index.js';
import { draftOfText } from '../draft-of-text.js';

const TEXT =
  '夜班公交线路从十一点延长到零点\uFF0C这样一来下了晚班的人就不必走路回家\uFF0C公交集团说这件事他们想了两年。';
const MORE =
  '换乘站的灯也要加\uFF0C站台上的人说\uFF0C等车的时候最怕的不是冷而是黑\uFF0C所以灯要亮到最后一班。';

async function read(...lines: readonly string[]): Promise<Structured> {
  return structure(await draftOfText([...lines, TEXT, MORE, TEXT, MORE].join('\n')));
}

describe('the line whose words the text speaks of is the title', () => {
  test.each([
    [
      'the name of a site with its buttons',
      ['公文检索平台  返回列表  下载  打印'],
      ['发布日期\uFF1A2021-12-09'],
    ],
    [
      'the rooms of a site',
      ['江城政民互动 - 在线访谈 - 往期回顾'],
      ['访谈时间\uFF1A2012年5月23日 15:00-16:00'],
    ],
    [
      'two labels of an index, one of them unknown',
      [
        '信息索引\uFF1ALP0920　　生成日期\uFF1A2024-03-18',
        '公文生成单位\uFF1A柳陂区交通局　　文号\uFF1A柳交〔2024〕7号',
      ],
      ['发布时间\uFF1A2024-03-19 来源\uFF1A区交通局'],
    ],
    ['an organ', ['云溪县交通局'], ['2019-04-06 23:12']],
  ])('below %s', async (_name, above, below) => {
    expect((await read(...above, '夜班公交线路今天起延长', ...below)).article.title).toBe(
      '夜班公交线路今天起延长',
    );
  });

  test('and who publishes is told by the line above it', async () => {
    const { article } = await read('云溪县交通局', '夜班公交线路今天起延长', '2019-04-06 23:12');
    expect(article.provenance.sourceName).toBe('云溪县交通局');
  });

  test.each(['知情人\uFF1A夜班公交线路延长的事早就定了', '夜班公交线路\uFF1A一个城市的温度'])(
    '%s has a colon and is no label',
    async (title) => {
      expect((await read(title, '2019-04-06 23:12')).article.title).toBe(title);
    },
  );
});

test.each([
  ['date 2015-05-10 夜班公交线路今天起延长', '2015-05-10'],
  ['夜班公交线路今天起延长_新闻中心_东州网', undefined],
  ['标题\uFF1A 夜班公交线路今天起延长', undefined],
  ['夜班公交线路今天起延长 (2015-05-10 22:10:31)', '2015-05-10'],
  ['夜班公交线路今天起延长 - 城事 - 东州网', undefined],
  ['夜班公交线路今天起延长 [复制链接]', undefined],
])('%s holds the title and more', async (line, publishedOn) => {
  const { title, provenance } = (await read(line)).article;
  expect([title, provenance.publishedOn]).toEqual(['夜班公交线路今天起延长', publishedOn]);
});

describe('the title stands further down', () => {
  const TITLE = '夜班公交线路今天起延长';
  test.each([
    ['a room of the site', ['精彩文章', TITLE]],
    ['a word or two on its own page', ['试题', '首页 > 新闻 > 正文', TITLE, '2019-04-06 23:12']],
    ['a call of the site', ['登陆注册', '49883000000003', TITLE]],
    ['what a forum counts', ['找回密码', '查看\uFF1A 5911|回复\uFF1A 14', TITLE]],
  ])('below %s', async (_name, lines) => {
    expect((await read(...lines)).article.title).toBe(TITLE);
  });

  test('the office with which a title begins is not it', async () => {
    const title = '云溪县人民政府办公室关于夜班公交线路延长的通知';
    const lines = ['您的位置\uFF1A首页 > 政务公开', title, '云溪县人民政府办公室', title];
    expect((await read(...lines)).article.title).toBe(title);
  });

  test('a kind in brackets before it is part of it', async () => {
    const { title } = (await read('立即下载', '【观察】夜班公交线路今天起延长', '2019-04-06 23:12')).article;
    expect(title).toBe('【观察】夜班公交线路今天起延长');
  });
});

describe('a numbered line as the title', () => {
  test.each(['第三十七章 旧船坞', '第28章 夜班公交', '五一\uFF0C坐了一趟夜班公交'])(
    '%s stands alone, below what is the site’s',
    async (title) => {
      expect((await read('登陆注册', '首页 > 小说 > 正文', title, '2019-04-06 23:12')).article.title).toBe(
        title,
      );
    },
  );
  test('is none where the next number follows', async () => {
    const { title } = (await read('首页 > 新闻 > 正文', '一、线路', TEXT, '二、站台', TEXT)).article;
    expect(title).toBeUndefined();
  });
});

test('a line of several labels with values is text, whatever stands above it', async () => {
  const { title } = (
    await read('家常红烧肉', '材料\uFF1A五花肉500克', '调料\uFF1A冰糖、酱油', '时间\uFF1A60分钟')
  ).article;
  expect(title).toBe('家常红烧肉');
});

test('a line that repeats the stated title is it, though a bar of buttons stands above', async () => {
  const draft = await draftOfText(['收藏 有用+1 已投票 0', '乌篷船', TEXT, MORE].join('\n'));
  const { article } = structure({ ...draft, declared: { title: '乌篷船' } });
  expect(article.parts.flatMap(({ children }) => children.map(blockText))).not.toContain('乌篷船');
});

test('copies of the title go though an office stands between them, or a space is otherwise', async () => {
  const title = '云溪县夜班公交管理规定';
  const draft = await draftOfText(
    [title, title, '云溪县人民政府', '云溪县 夜班公交管理规定', TEXT, MORE].join('\n'),
  );
  const { article, report } = structure(draft);
  expect(article.title).toBe(title);
  expect(report.removed.filter(({ rule }) => rule === 'repeated-title')).toHaveLength(2);
});
