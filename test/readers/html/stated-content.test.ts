import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../src/index.js';
import { checkSiteRules } from '../../../src/load-site-rules.js';

const SENTENCE = '天黑以后\uFF0C山村的路灯一盏一盏地亮了起来\uFF0C照着回家的路。';
const PAGE = `<link rel="canonical" href="https://www.example.com/1.html"><div id="a"><p>${SENTENCE.repeat(4)}</p></div><div class="x y"><p>灯下有人等我。</p><div class="share"><a href="#">分享</a></div></div>`;

async function textOf(content: string, page: string = PAGE): Promise<{ text: string; codes: string[] }> {
  const rules = checkSiteRules({ hosts: { 'example.com': { content } } }, 'rules.json');
  const { article, diagnostics } = await readArticle(new TextEncoder().encode(page), { from: 'html', rules });
  const blocks = article.parts.flatMap(({ children }) => children);
  return {
    text: blocks.map((block) => ('children' in block ? JSON.stringify(block.children) : block.type)).join(),
    codes: diagnostics.map(({ code }) => code),
  };
}

describe('a rules file names the element that holds the text', () => {
  test.each(['.y', 'div.x.y', '.x'])('%s', async (content) => {
    const { text } = await textOf(content);
    expect(text).toContain('灯下有人等我');
    expect(text).not.toContain('天黑以后');
    expect(text).not.toContain('分享');
  });

  test('though the site calls it a side bar', async () => {
    const page = PAGE.replace('class="x y"', 'class="sidebar"');
    expect((await textOf('.sidebar', page)).text).toContain('灯下有人等我');
  });

  test('a page without it is read as any other, and it is said', async () => {
    const { text, codes } = await textOf('#none');
    expect(text).toContain('天黑以后');
    expect(codes).toContain('rules-content-missing');
  });

  test('pages of other hosts are read as ever', async () => {
    expect((await textOf('.y', PAGE.replace('example.com', 'example.org'))).text).toContain('天黑以后');
  });

  test.each(['div p', '*', 'a>b', '', '[id]'])('%j is no selector', (content) => {
    expect(() => checkSiteRules({ hosts: { '*': { content } } }, 'rules.json')).toThrow();
  });
});
