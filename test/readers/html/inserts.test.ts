import { expect, test } from 'vitest';
import { outlineOf } from './page.js';

const TEXT = '<p>天黑以后\uFF0C山村的路灯一盏一盏地亮了起来。</p>';

const around = (inserted: string): string => `<article>${TEXT}${inserted}${TEXT}</article>`;

async function outside(inserted: string): Promise<string[]> {
  return (await outlineOf(around(inserted))).filter((line) => line.startsWith('('));
}

test.each([
  '<div class="x1"><div><a href="/ad">点击领取\uFF1A零基础裁剪课</a><span>广告</span></div></div>',
  '<section><span>推广</span><a href="/ad"><b>一天学会做饭</b></a></section>',
  '<div><a href="/ad">买一送一</a> <i>AD</i></div>',
])('%s is an advert by its label', async (inserted) => {
  expect(await outside(inserted)).toHaveLength(1);
});

test.each([
  '<p>他指着墙上的<a href="/x">广告</a>说\uFF1A这是我写的。</p>',
  '<table><tr><td>广告</td><td><a href="/x">12亿元</a></td></tr><tr><td>其他</td><td>3亿元</td></tr></table>',
  '<h3>广告</h3><p><a href="/x">墙上的字</a>早就褪色了\uFF0C只有路灯照着它。</p>',
])('%s speaks of adverts', async (inserted) => {
  expect(await outside(inserted)).toEqual([]);
});

test.each([
  '<div class="helpful"><p>這篇內容對您有幫助嗎\uFF1F</p><button>是</button><button>否</button></div>',
  '<div>这页写清楚了吗<span role="button">清楚</span><span role="button">不清楚</span></div>',
])('%s is a poll', async (inserted) => {
  expect((await outside(inserted)).length).toBeGreaterThan(0);
});

test.each([
  '<div><p>路灯坏了怎么办\uFF1F</p><button>+</button></div>',
  '<div><h3>谁来点灯\uFF1F</h3><button>展开</button><button>收起</button></div>',
])('%s is a heading that can be unfolded', async (inserted) => {
  expect((await outlineOf(around(inserted))).filter((line) => /^\(.*[灯办]/.test(line))).toEqual([]);
});
