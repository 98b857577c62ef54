import { describe, expect, test } from 'vitest';
import { siteWordsOf, spokenWords } from '../../../src/structure/furniture/site-words.js';
import { structure } from '../../../src/structure/index.js';
import { draftOfText } from '../draft-of-text.js';

const TEXT = '河水涨了\uFF0C岸上的人都来看\uFF0C一直看到天黑才散去\uFF0C第二天又来。';

async function removed(...lines: readonly string[]): Promise<string[]> {
  const { report } = structure(await draftOfText(lines.join('\n')));
  return report.removed.map(({ text }) => text);
}

describe('words of sites', () => {
  test('cover a line that no list holds', () => {
    expect(siteWordsOf('收藏此文章 投地雷 送营养液').share).toBeGreaterThan(0.9);
    expect(siteWordsOf('网友提问已截止').own).toBe(2);
    expect(siteWordsOf('河边的一家人').own).toBe(0);
  });

  test('prove less where the text speaks them', () => {
    const spoken = spokenWords('先点击图标\uFF0C再扫描二维码。');
    expect(siteWordsOf('点击 扫描', spoken)).toMatchObject({ own: 0, shared: 2 });
  });
});

describe('the site begins where the text ends', () => {
  test.each([
    ['a neighbour named in other words', ['上篇文章\uFF1A消防安全承诺书', '下篇文章\uFF1A同学聚会请柬格式']],
    [
      'an older and a newer entry, a room',
      ['阅读(318) ┆ 评论(12) ┆ 固定链接', '分类\uFF1A旧物', '较旧一篇\uFF1A立秋'],
    ],
    ['a row of brackets', ['【发表评论】【新闻搜索】【短信推荐】']],
    [
      'what a live talk ends with',
      ['以上内容未经嘉宾审阅', '网友提问已截止\uFF0C感谢您的参与\uFF01', '访谈预告\uFF1A供水听证会'],
    ],
    ['a line that nobody knows, last', ['发表评论 | 加入收藏', '关于我们', '山海文化传媒', '江城区中山路']],
    ['a line that nobody knows, between', ['网友留言', '沉默的大多数', '发表留言 登录']],
    [
      'a call below its title',
      [
        '今日话题 👇',
        '你喝过最难忘的一碗粥\uFF1F欢迎在留言区告诉我们\uFF0C点赞前三有礼',
        '推荐阅读',
        '她教人写信',
      ],
    ],
    [
      'titles of other pages, and what a library says of its pages',
      [
        '相似课件',
        '三年级语文上册期中复习',
        '认识分米',
        '本库收录的课件由会员上传\uFF0C如有异议\uFF0C可申请更正或者下线。',
      ],
    ],
    [
      'a caution and prices',
      [
        '文中观点仅代表作者个人意见\uFF0C不构成任何投资建议。股市有风险\uFF0C入市需谨慎。',
        '相关个股',
        '江南钢铁 600111 5.12 -0.33%',
        '热门研报',
      ],
    ],
    [
      'what readers wrote',
      [
        '阅读(231) 评论(2)',
        '北岸 2011-09-30 21:14',
        '写得真好\uFF0C让我想起外婆家的那条河。',
        '发表评论 登录',
      ],
    ],
    ['a wish for calm', ['作者声明本文无利益相关\uFF0C欢迎理性交流\uFF0C和谐讨论～', '赞 128 收藏 395']],
    ['tags', ['#小吃 #江城 #周末去哪', '23 人觉得有用']],
  ])('%s', async (_name, tail) => {
    expect(await removed('渡口的老人', TEXT, TEXT, TEXT, ...tail)).toEqual(tail);
  });

  test('a link between two paragraphs goes, a book that is recommended stays', async () => {
    expect(await removed('渡口的老人', TEXT, '推荐阅读\uFF1A铜价还能涨多久', TEXT)).toHaveLength(1);
    expect(await removed('渡口的老人', TEXT, '推荐阅读\uFF1A《河边的一家人》', TEXT)).toEqual([]);
  });

  test('a tail is found on a page of one paragraph as on a long one', async () => {
    expect(await removed('渡口的老人', TEXT, '收藏此文章 投地雷')).toEqual(['收藏此文章 投地雷']);
  });
});

describe('above the text', () => {
  test.each([
    '收藏此文章 投地雷 送营养液',
    '全文检索 高级检索',
    '本期状态\uFF1A已结束',
    '8.7 综合评分 1326 人做过这道菜',
    '👆 点击卡片关注 设个星标不迷路',
  ])('%s is the site\u2019s', async (line) => {
    const { article, report } = structure(await draftOfText(['渡口的老人', line, TEXT, TEXT].join('\n')));
    expect(article.title).toBe('渡口的老人');
    expect(report.removed.map(({ text }) => text)).toEqual([line]);
  });

  test('a title that speaks of a site stays', async () => {
    const text = '打开微信\uFF0C点击右上角\uFF0C文章就收藏好了\uFF0C不必再复制一遍\uFF0C也不必下载。';
    expect(await removed('微信文章 收藏教程', text, text, text)).toEqual([]);
  });
});

describe('the text keeps', () => {
  test.each([
    ['a name and a day above the tail', ['林屿', '2019年4月6日']],
    ['a contact', ['预约挂号电话\uFF1A0000-12345678']],
    ['annexes', ['附件\uFF1A申报表']],
    ['a last line without a mark', ['日子就这样过去了']],
    ['a last sentence in the words of sites', ['居民可扫描二维码登录小程序\uFF0C查看并下载申请表。']],
    ['a list below a head of its own', ['美食推荐', '黄桥烧饼', '蟹黄汤包', '桂花糖藕']],
    ['speech', ['“关注以后就可以收藏、转发和点赞了。”']],
  ])('%s', async (_name, end) => {
    const tail = ['上篇文章\uFF1A承诺书', '下篇文章\uFF1A请柬'];
    expect(await removed('渡口的老人', TEXT, TEXT, TEXT, ...end, ...tail)).toEqual(tail);
  });

  test('talk under names and minutes when it is the text', async () => {
    const chat = [
      '阿明 2011-09-30 21:14',
      TEXT,
      '老木匠 2011-10-02 07:50',
      TEXT,
      '阿明 2011-10-03 09:12',
      TEXT,
    ];
    expect(await removed('聊天记录', TEXT, ...chat, '分享 收藏 举报')).toEqual(['分享 收藏 举报']);
  });

  test('its steps after one that a site might say', async () => {
    const steps = [
      '双击安装包',
      '选择安装目录\uFF0C不要有中文',
      '点击免费下载',
      '等待进度条走完',
      '打开终端',
      '输入命令回车',
    ];
    expect(await removed('本地安装教程', TEXT, ...steps, ...steps.slice(3))).toEqual([]);
  });

  test('a sentence that a program has cut', async () => {
    const wrapped = [
      '河水涨了\uFF0C岸上的人都来看\uFF0C一直看到天黑才散去\uFF0C第二天又来\uFF0C第三天',
      '也来\uFF0C他们站在堤上不说话\uFF0C看水从桥洞里涌出来\uFF0C看上游漂下来的木头',
      '和草垛\uFF0C看对岸的灯一盏一盏亮起来\uFF0C又一盏一盏灭掉\uFF0C直到半夜才感谢',
      '各位网友\uFF0C回家去了。',
    ];
    expect(await removed('看水', ...wrapped, '上篇文章\uFF1A承诺书')).toEqual(['上篇文章\uFF1A承诺书']);
  });
});

describe('words of sites in a text are the text’s', () => {
  test.each([
    [
      'a last line without a mark',
      ['办理营业执照并不复杂\uFF0C只要材料齐全\uFF0C当天就能在窗口办结。', '最后一步是在大厅里打印网页材料'],
    ],
    ['a last question', ['外婆', TEXT, '你有微信吗']],
    [
      'a guide of short sections',
      [
        '微信使用说明',
        '一、登录',
        '打开微信\uFF0C点击登录。',
        '二、注册',
        '请先注册。',
        '三、收藏',
        '长按消息\uFF0C选择收藏。',
      ],
    ],
    [
      'a poem',
      [
        '给外婆的诗',
        '我想点击时间的按钮',
        '回到那条河边',
        '关注每一朵云',
        '分享每一阵风',
        '你在那里',
        '等我登录童年',
      ],
    ],
    ['a short sentence that opens it', ['外婆', '', '他问我要不要关注公众号。', '', TEXT]],
    ['what the author recommends', ['我的书', TEXT, '延伸阅读', '1. 《乡土中国》', '2. 《边城》']],
  ])('%s', async (_name, lines) => {
    expect(await removed(...lines)).toEqual([]);
  });
});
