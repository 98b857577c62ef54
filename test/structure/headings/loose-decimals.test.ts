import { expect, test } from 'vitest';
import { formatOutline } from '../../../src/model/index.js';
import { readArticle } from '../../../src/read-article.js';

/** The outline of Markdown with these headings, each with a sentence below it. */
async function outlineOf(...headings: string[]): Promise<string[]> {
  const source = ['# 报告', ...headings.flatMap((heading) => [heading, '这一节的文字。'])].join('\n\n');
  const { article } = await readArticle(new TextEncoder().encode(source), { from: 'markdown' });
  return formatOutline(article).split('\n');
}

test('a number without a mark is one where the heading of the next number follows', async () => {
  expect(await outlineOf('## 1 引言', '## 2 方法', '## 3 结论')).toEqual([
    'section [1] 引言',
    'section [2] 方法',
    'section [3] 结论',
  ]);
});

test('or where headings below go on with it', async () => {
  expect(await outlineOf('## 1 引言', '### 1.1 背景', '## 附注')).toEqual([
    'section [1] 引言',
    '  section [1.1] 背景',
    'section 附注',
  ]);
});

test('any other is part of its title', async () => {
  expect(await outlineOf('## 3 月的河', '## 3 重山水', '## 7 重天')).toEqual([
    'section 3 月的河',
    'section 3 重山水',
    'section 7 重天',
  ]);
});
