import { describe, expect, test } from 'vitest';
import { type Structured, structure } from '../../src/structure/index.js';
import { draftOfText } from './draft-of-text.js';

const TEXT = '河水涨了\uFF0C岸上的人都来看\uFF0C一直看到天黑才散去\uFF0C第二天又来。';

async function read(...lines: readonly string[]): Promise<Structured> {
  return structure(await draftOfText(lines.join('\n')));
}

function removedOf({ report }: Structured): string[] {
  return report.removed.map(({ text }) => text);
}

describe('the title', () => {
  test.each([
    ['the name of a blog and a menu that nobody has listed', ['七分熟的博客', '目录 图文 关于我']],
    ['the way to the page', ['观察室/地方/渡口的老人']],
    [
      'a number and the title in one line',
      ['川政发〔2014〕20号《关于渡口老人的意见》', '川政发〔2014〕20号'],
    ],
    ['a call to the reader', ['\u2191点击关注\uFF0C每晚十点陪你读一篇好文']],
  ])('stands below %s', async (_name, above) => {
    const title = above[0]?.includes('意见') ? '关于渡口老人的意见' : '渡口的老人家';
    const found = await read(...above, title, '作者\uFF1A林屿', TEXT, TEXT);
    expect(found.article.title).toBe(title);
    expect(removedOf(found)).toEqual(expect.arrayContaining([above[0]]));
  });

  test('that is told by its place is not lost for standing among lines of the site', async () => {
    const found = await read('小林的博客', '归档 分类 标签', '磨刀', '林屿 2019-04-06 23:12:40', TEXT, TEXT);
    expect(found.article.title).toBe('磨刀');
  });

  test('keeps a line above it that is no site\u2019s, and a promise of pieces', async () => {
    const organ = await read('云溪县教育局', '秋季开学工作的通知', TEXT, TEXT);
    expect(removedOf(organ)).toEqual([]);
    const pieces = await read('培训心得精选\uFF08三篇\uFF09', '培训心得', TEXT, TEXT);
    expect(pieces.article.title).toBe('培训心得精选\uFF08三篇\uFF09');
  });
});

describe('a line of tokens under the title', () => {
  test.each([
    ['林间客 发布于 2018-11-30 17:22', ['林间客'], '2018-11-30', undefined],
    ['2020/12/24 文\uFF0F徐以宁 图\uFF0F资料室', ['徐以宁'], '2020-12-24', undefined],
    ['周末观察 2023年06月22日 09:30 陆鸣', ['陆鸣'], '2023-06-22', '周末观察'],
    ['2019-05-10 14:26:08 | 演讲稿范文 | 手机阅读', [], '2019-05-10', undefined],
  ])('%s', async (line, authors, publishedOn, sourceName) => {
    const { provenance } = (await read('渡口的老人', line, TEXT, TEXT)).article;
    expect(provenance).toMatchObject({ authors, publishedOn });
    expect(provenance.sourceName).toBe(sourceName);
  });

  test('is text when it says when and where people meet', async () => {
    const line = '时间\uFF1A2023年5月5日 地点\uFF1A三号会议室';
    expect(removedOf(await read('办公会议纪要', line, TEXT, TEXT))).toEqual([]);
  });

  test('is text when it heads an entry of a diary', async () => {
    const found = await read('观察日记', '2020年3月1日', TEXT, '2020年3月4日', TEXT, '2020年3月9日', TEXT);
    expect(removedOf(found)).toEqual([]);
  });
});

describe('the last lines of a page', () => {
  test('are the site\u2019s by what they speak of', async () => {
    const tail = ['上传你做的家常萝卜干', '相关菜谱', '酸辣白菜 糖醋蒜 泡豇豆', '该菜谱的标签\uFF1A咸菜'];
    expect(removedOf(await read('渡口的老人', '', TEXT, TEXT, ...tail))).toEqual(
      expect.arrayContaining(tail),
    );
  });

  test('stay when they belong to the text', async () => {
    const tail = ['联系人\uFF1A王敏', '附件\uFF1A供水时间表', '云溪县水务局', '2021年6月18日'];
    expect(removedOf(await read('供水公告', '', TEXT, TEXT, ...tail))).toEqual([]);
  });

  test('of instructions, which end no line with a mark, are instructions', async () => {
    const steps = ['打开下载好的安装文件', '点击免费下载', '双击安装', '选择自己电脑的系统', '然后点击保存'];
    const lines = [
      '本地部署教程',
      '1.安装',
      ...steps,
      '2.部署',
      ...steps.slice(0, 4).map((step) => `再次${step}`),
    ];
    expect(removedOf(await read(...lines, '现在我们就安装成功了'))).toEqual([]);
  });
});

test('an index block of cells tells who issued the document and when', async () => {
  const found = await read(
    '索引号\tQX0301-2021-00044\t分类\t公告公示',
    '发布机构\t丰宁镇人民政府\t发文日期\t2021-06-18',
    '名称\t关于调整供水时段的公告',
    '关于调整供水时段的公告',
    TEXT,
  );
  expect(found.article.title).toBe('关于调整供水时段的公告');
  expect(found.article.provenance).toMatchObject({ publishedOn: '2021-06-18', sourceName: '丰宁镇人民政府' });
});

test('a site that signs with its own name has not written the text', async () => {
  const line = '作者\uFF1A法律资料网 来源\uFF1A法律资料网';
  const { provenance } = (await read('渡口的老人', line, TEXT, TEXT)).article;
  expect(provenance).toEqual({ authors: [], sourceName: '法律资料网' });
});

test('lines cut at one width are no instructions: the buttons below them go', async () => {
  const wrapped = Array.from({ length: 12 }, () => '河水涨了又退退了又涨岸上的人都来看一直看到天黑才慢慢散');
  const found = await read('渡口的老人', '', ...wrapped, `${TEXT}`, '分享 举报 复制地址');
  expect(removedOf(found)).toEqual(['分享 举报 复制地址']);
});
