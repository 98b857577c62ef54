import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../src/index.js';
import { publishedDay } from '../../../src/readers/html/facts/published-day.js';
import { draftOf } from './page.js';

const TEXT = '<h1>山村的路灯</h1><p>天黑以后，山村的路灯一盏一盏地亮了起来。</p>';

async function factsOf(head: string, body: string = TEXT) {
  const { article } = await readArticle(new TextEncoder().encode(`<head>${head}</head><body>${body}`), {
    from: 'html',
  });
  return { title: article.title, ...article.provenance };
}

describe('the order of trust', () => {
  test('JSON-LD stands before metas; authors that are the site are none', async () => {
    const data = {
      '@graph': [
        { '@type': 'WebSite', name: '晚报网' },
        {
          '@type': ['NewsArticle'],
          headline: '山村的路灯',
          datePublished: '2021-10-01T08:00:00+08:00',
          author: [{ name: '陈静' }, { name: '晚报网' }],
          publisher: { name: '晚报网' },
        },
      ],
    };
    const head = `<script type="application/ld+json">${JSON.stringify(data)}</script><meta name="publishdate" content="2020-01-01"><meta name=author content=admin>`;
    expect(await factsOf(head)).toEqual({
      title: '山村的路灯',
      authors: ['陈静'],
      publishedOn: '2021-10-01',
      sourceName: '晚报网',
    });
  });

  test('JSON with line ends in strings and a comma too many is read, and none at all does no harm', async () => {
    const broken = '<script type="application/ld+json">{"@type":"Article","author":"Chen\nJing",}</script>';
    expect((await factsOf(`<script type="application/ld+json">{{</script>${broken}`)).authors).toEqual([
      'Chen Jing',
    ]);
  });

  test('the fields of government sites', async () => {
    const metas = {
      ArticleTitle: '山村的路灯',
      PubDate: '2020-05-18 16:20',
      ContentSource: '县水利局',
      SiteName: '县政府网',
    };
    const head = Object.entries(metas).map(([name, content]) => `<meta name="${name}" content="${content}">`);
    expect(await factsOf(head.join(''))).toMatchObject({ publishedOn: '2020-05-18', sourceName: '县水利局' });
  });

  test('a visible line with a label stands before the name of the site and the author of the template', async () => {
    const head = '<meta property="og:site_name" content="晚报网"><meta name="author" content="模板之家">';
    const body = `<p>来源：新华社  作者：李明</p>${TEXT}`;
    expect(await factsOf(head, body)).toMatchObject({ authors: ['李明'], sourceName: '新华社' });
    expect(await factsOf(head)).toMatchObject({ authors: ['模板之家'], sourceName: '晚报网' });
  });

  test.each([
    ['<title>山村的路灯_地方_晚报网</title>'],
    ['<title>山村的路灯 - 晚报网</title>'],
    ['<title>山村的路灯-地方-晚报网</title>'],
    ['<title>晚报网 | 山村的路灯</title><meta property="og:title" content="山村的路灯">'],
    ['<title>山村的路灯</title><meta property="og:title" content="山村的路灯 | 点击查看">'],
    ['<title>山村的路灯 @ 小荳的窗台 :: 部落 ::</title>'],
  ])('%s gives the title of the page', async (head) => {
    expect((await factsOf(head)).title).toBe('山村的路灯');
    expect((await factsOf(head, TEXT.replace('h1>', 'p>').replace('/h1>', '/p>'))).title).toBe('山村的路灯');
  });

  test.each(['山村的路灯 县报', '山村的路灯//县报', '县报\u2025山村的路灯', '山村的路灯\uFF08县报\uFF09'])(
    '%s: the heading that is most of it is the title',
    async (title) => {
      expect((await factsOf(`<title>${title}</title>`, TEXT.replaceAll('h1>', 'h2>'))).title).toBe(
        '山村的路灯',
      );
    },
  );

  test('a heading that is a word of the title is not the title', async () => {
    const body = `<h2>山村</h2>${TEXT.replaceAll('h1>', 'div>')}`;
    expect((await factsOf('<title>山村 的路灯不灭</title>', body)).title).toBe('山村 的路灯不灭');
  });

  test('a name in an element of its own beside a day above the text wrote it', async () => {
    const line =
      '<div><span class="username"><a href="/u">豆豆妈2018</a></span> <span>2018-10-11 22:03</span></div>';
    expect((await factsOf('', `<h4>山村的路灯</h4>${line}${TEXT.repeat(2)}`)).authors).toEqual([
      '豆豆妈2018',
    ]);
    const visitor = line.replace(/<span>2018.*?<\/span>/, '退出');
    expect((await factsOf('', `${visitor}${TEXT}`)).authors).toEqual([]);
    const long =
      '<p>天黑以后\uFF0C山村的路灯一盏一盏地亮了起来\uFF0C照着回家的路\uFF0C也照着河上的桥\uFF0C照着桥下慢慢走的水\uFF0C照着水边那棵老樟树\uFF0C照着树下等人的一条黄狗和它身边的半块干粮。';
    expect((await factsOf('', `<h1>山村的路灯</h1>${long}${line}<p>写得好</p>`)).authors).toEqual([]);
  });

  test.each([
    ['<p class="byline">由 <span class="author vcard"><a>阿慢</a></span></p>', { authors: ['阿慢'] }],
    [
      '<p><span class="post-author vcard">張貼者\uFF1A <span class="fn">阿草</span></span></p>',
      { authors: ['阿草'] },
    ],
    [
      '<abbr class="published" title="2013-05-12T22:10:00+08:00">晚上10:10</abbr>',
      { publishedOn: '2013-05-12' },
    ],
    ['<div><span>2014年05月06日 星期二</span> <a href="/">返回首页</a></div>', { publishedOn: '2014-05-06' }],
  ])('%s states what its program means', async (line, stated) => {
    expect(await factsOf('', `${line}${TEXT}`)).toMatchObject(stated);
  });

  test('the day on which a page was asked for is none', async () => {
    expect(await factsOf('', `<div>今天是2014年05月06日 星期二</div>${TEXT}`)).not.toHaveProperty(
      'publishedOn',
    );
  });

  test('the title behind the name of a newspaper', async () => {
    const body = TEXT.replace('h1>', 'p>').replace('/h1>', '/p>');
    expect((await factsOf('<title>江城晚报数字报-山村的路灯</title>', body)).title).toBe('山村的路灯');
  });

  test.each([
    ['<meta property="article:published_time" content="not a day">'],
    ['<meta property="article:published_time" content="2021-13-01">'],
    ['<meta name=author content="佚名">'],
    ['<meta name=author content="{{author}}">'],
    ['<meta name=source content="来源\uFF1A本站">'],
    ['<link rel=canonical href="http://127.0.0.1/x">'],
    ['<link rel=canonical href="/x">'],
    ['<meta property="article:modified_time" content="2021-10-01">'],
  ])('%s states nothing', async (head) => {
    expect(await factsOf(head)).toEqual({ title: '山村的路灯', authors: [] });
  });

  test('a page says its language only when it is not Chinese', async () => {
    expect((await draftOf('<html lang=fr><p>Bonjour.')).declared.language).toBe('fr');
    expect((await draftOf('<html lang=en><p>你好。')).declared.language).toBeUndefined();
  });
});

test.each([
  ['2021-10-01T20:00:00Z', '2021-10-02'],
  ['2021-10-01T00:00:00Z', '2021-10-01'],
  ['2021-10-01T23:30:00+08:00', '2021-10-01'],
  ['2021/1/2 8:00', '2021-01-02'],
  ['2021年10月1日', '2021-10-01'],
  ['20211001', '2021-10-01'],
  ['2021-02-30', undefined],
  ['今天', undefined],
])('%s is the day %s', (text, day) => {
  expect(publishedDay(text)).toBe(day);
});
