import { expect, test } from 'vitest';
import { setOnGrid } from '../set-on-grid.js';

/** A centred heading of balanced lines. */
const heading = (text: string, perLine: number): string[] =>
  setOnGrid(text, perLine, { align: 'center', balance: true });

test.each([
  // Dictionaries know 笔记 and not 笔记本; a single character leans on the word before it.
  ['内存不足的旧笔记本上跑全文检索', 12, ['内存不足的旧笔记本', '上跑全文检索']],
  ['流域木船复原国际研讨会召开纪要', 10, ['流域木船复原国际', '研讨会召开纪要']],
  // 与 leans on what follows.
  ['江南刻工题名与版本断代研究', 8, ['江南刻工题名', '与版本断代研究']],
  // The author's own space parts two clauses where no other stands between Han and numbers,
  ['国际桥梁论坛在江城闭幕 37国专家共议之', 12, ['国际桥梁论坛在江城闭幕 ', '37国专家共议之']],
  // and is what others put beside every number where they do.
  ['用 16 GB 内存写作与排版的体会', 10, ['用 16 GB 内存写作', '与排版的体会']],
])('%s', (text, perLine, lines) => {
  expect(heading(text, perLine)).toEqual(lines);
});
