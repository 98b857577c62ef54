import { expect, test } from 'vitest';
import { type Block, blockText, plainText } from '../../../src/model/index.js';
import { readArticle } from '../../../src/read-article.js';

/** The quotes of a Markdown text: what is said, and after \u2192 who said it. */
async function quotes(markdown: string): Promise<string[]> {
  const { article } = await readArticle(new TextEncoder().encode(markdown), { from: 'markdown' });
  const blocks = article.parts.flatMap(({ children }) => children);
  return blocks.flatMap((block: Block) =>
    block.type === 'quote'
      ? [
          `${block.children.map(blockText).join('/')}${block.attribution ? ` \u2192 ${plainText(block.attribution)}` : ''}`,
        ]
      : [],
  );
}

test.each([
  ['> 书籍是人类进步的阶梯。\n>\n> ——高尔基', '书籍是人类进步的阶梯。 \u2192 高尔基'],
  ['> 书籍是人类进步的阶梯。\\\n> —— 高尔基', '书籍是人类进步的阶梯。 \u2192 高尔基'],
  ['> 甲。\n>\n> 乙。\n>\n> ——《论语》', '甲。/乙。 \u2192 《论语》'],
  ['> ——你来了\n>\n> ——我来了', '——你来了/——我来了'],
  ['> ——高尔基', '——高尔基'],
  ['> 他说。\n>\n> ——这一句很长\uFF0C有逗号也有句号。', '他说。/——这一句很长\uFF0C有逗号也有句号。'],
])('%j is %s', async (markdown, expected) => {
  expect(await quotes(`# 题\n\n正文第一段。\n\n${markdown}\n`)).toEqual([expected]);
});
