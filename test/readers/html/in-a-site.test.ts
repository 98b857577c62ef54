import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../src/index.js';
import { articleAsText } from '../../structure/article-as-text.js';

/**
 * The example articles of `structure/` inside pages whose names say nothing: title and text must come out as they do
 * without the site around them.
 */
const FOLDER = fileURLToPath(new URL('../../structure/articles', import.meta.url));

const NAV = '<div class="a1"><a href="/">首页</a> <a href="/x">新闻</a> <a href="/y">教育</a></div>';
const SIDE =
  '<div class="a2"><div>热门文章</div><ul><li><a href="/1">春天的故事读后感</a></li><li><a href="/2">五年级数学教案</a></li></ul></div>';
const FOOT = '<div class="a3"><p>Copyright © 2010-2020 某某网 版权所有</p><p>京ICP备10000000号</p></div>';
// half-width, since one wide colon would speak against repairing the others of a very short text
const LINE = '时间:2020-05-06 来源:某某日报';

const SITES: Readonly<Record<string, (title: string, text: string) => string>> = {
  columns: (title, text) =>
    `<title>${title}_教育_某某网</title>${NAV}<div><div><div>当前位置\uFF1A<a href="/">首页</a> &gt; <a href="/x">教育</a></div><h1>${title}</h1><div>${LINE}</div><div>${text}</div><div>上一篇\uFF1A<a href="/3">清明节</a><br>下一篇\uFF1A<a href="/4">端午节</a></div></div>${SIDE}</div>${FOOT}`,
  'a title without a heading': (title, text) =>
    `<title>${title} - 某某网</title>${NAV}<div><div class="title">${title}</div><div>2020-05-06 10:00:00 来源:某某日报 作者:admin</div><div class="content">${text}</div></div>${SIDE}${FOOT}`,
  'no container at all': (title, text) =>
    `<title>${title}</title>${NAV}<h1>${title}</h1>${text}${SIDE}${FOOT}`,
  'elements of HTML 5': (title, text) =>
    `<title>${title} | 某某网</title><header>${NAV}</header><main><article><header><h1>${title}</h1><time datetime="2020-05-06">2020年5月6日</time></header>${text}</article><section class="comments"><h3>评论</h3><p>写得太好了\uFF0C我非常喜欢\uFF0C谢谢分享这么好的文章。</p></section></main><aside>${SIDE}</aside><footer>${FOOT}</footer>`,
};

interface Example {
  readonly title: string;
  readonly lines: readonly string[];
  readonly expected: string;
}

const examples: (readonly [string, Example])[] = [];
for (const name of readdirSync(FOLDER)) {
  const source = readFileSync(join(FOLDER, name), 'utf8');
  const example = name.endsWith('.md.txt')
    ? undefined
    : await exampleOf(source.slice(0, source.lastIndexOf('\n----\n')));
  if (example) examples.push([name, example]);
}

/**
 * Articles with a title line, and without a site of their own above it. A page has tables where a text has tabs, and
 * where a text has a block of labels.
 */
async function exampleOf(source: string): Promise<Example | undefined> {
  const lines = source.split('\n').filter((line) => line.trim() !== '');
  const { title, text, isBelowSite } = await understood(lines.join('\n\n'), 'text');
  const at = lines.findIndex((line) => line.trim() === title);
  if (title === undefined || isBelowSite || at < 0 || /\t|索\s*引\s*号/u.test(source)) return undefined;
  return { title, lines: lines.filter((_line, index) => index !== at), expected: text };
}

async function understood(
  source: string,
  from: 'text' | 'html',
): Promise<{ title?: string; text: string; isBelowSite: boolean }> {
  const { article, report } = await readArticle(new TextEncoder().encode(source), { from });
  const text = articleAsText({ ...article, provenance: { authors: [] } }, { ...report, removed: [] });
  const isBelowSite = report.removed.some(({ rule }) => rule === 'above-title');
  return { ...(article.title !== undefined && { title: article.title }), text, isBelowSite };
}

function escaped(line: string): string {
  return line
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/^ +| {2,}/g, (spaces) => '&nbsp;'.repeat(spaces.length));
}

describe.each(Object.entries(SITES))('%s', (_name, page) => {
  test.each(examples)('%s', async (_file, { title, lines, expected }) => {
    const text = lines.map((line) => `<p>${escaped(line)}</p>`).join('\n');
    expect((await understood(page(escaped(title), text), 'html')).text).toBe(expected);
  });
});
