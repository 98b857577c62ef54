import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { DraftTable } from '../../../src/model/index.js';
import { draftOutline } from '../draft-outline.js';
import { readWord } from './word-file.js';

/** Real files of Word, Word for Mac and WPS, read as LibreOffice shows them. */
const CORPUS = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url));
const real = test.skipIf(!existsSync(CORPUS));

function read(file: string): ReturnType<typeof readWord> {
  return readWord(new Uint8Array(readFileSync(`${CORPUS}${file}.docx`)));
}

real('Word: headings numbered over three levels', async () => {
  const { draft, diagnostics } = await read('word-api-doc');
  expect(draftOutline(draft.blocks).filter((line) => line.startsWith('heading'))).toEqual([
    'heading 1 {{info.title}}',
    'heading 2 1. 概览',
    'heading 3 1.1. 描述',
    'heading 3 1.2. 版本',
    'heading 3 1.3. 联系人',
    'heading 3 1.4. 许可证',
    'heading 2 2. 接口列表',
    'heading 3 2.1. {{name}}',
    'heading 4 2.1.1. {{summary}}',
    'heading 5 描述',
    'heading 5 Produces',
    'heading 5 Consumes',
    'heading 5 参数',
    'heading 5 返回值',
    'heading 2 3. 数据模型',
    'heading 3 3.1. {{name}}',
    'heading 4 3.1.1. 属性',
    'heading 4 3.1.2. 示例',
    'heading 2 4. 关于文档',
  ]);
  expect(diagnostics).toEqual([]);
});

// a number alone on its level is text, though a list follows under it
real('Word for Mac: lists that start anew, and items parted by text', async () => {
  const { draft } = await read('word-mac-numbering');
  const lines = draftOutline(draft.blocks);
  expect(lines.filter((line) => /^line \d/.test(line))).toEqual([
    'line 1) 列表',
    'line 1. 第一级第一行',
    'line 1. 第一级第一行',
    'line 1.1. 第二级第一行',
    'line 1.2. 第二级第二行',
    'line 1.2.1. 第三级第一行',
    'line 1.2.2. 第三级第二行',
    'line 1. 第一级第一行',
    'line 1.1. 第二级第一行',
    'line 1. 第一级第一行',
    'line 1.1. 第二级第一行',
    'line 1.1.1. 第三级第一行',
    'line 1. 列表',
    'line 1. 列表',
  ]);
});

real('WPS: cells merged both ways', async () => {
  const { draft } = await read('wps-merged-tables');
  const tables = draft.blocks.filter((block): block is DraftTable => block.type === 'table');
  const spans = tables.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.filter(({ columnSpan = 1, rowSpan = 1 }) => columnSpan * rowSpan > 1)),
  );
  expect(tables.length).toBeGreaterThan(4);
  expect(spans.length).toBeGreaterThan(10);
  for (const { rows, columns } of tables) {
    // every place of the grid has one cell, no place two
    const places = rows.flatMap(({ cells }) =>
      cells.map(({ columnSpan = 1, rowSpan = 1 }) => columnSpan * rowSpan),
    );
    expect(places.reduce((sum, each) => sum + each, 0)).toBe(rows.length * columns.length);
  }
});

real('Word: a footnote and an endnote', async () => {
  const { draft } = await read('word-notes');
  expect(draftOutline(draft.blocks)).toEqual([
    'line Hello。你好<note note-1>',
    'line 我的世界《中国》<note note-2>。哈哈',
  ]);
  expect(draft.notes.map(({ kind, children }) => [kind, ...draftOutline(children)])).toEqual([
    ['endnote', 'line China{{endnote}}'],
    ['footnote', 'line 世界地图{{footnote}}'],
  ]);
});
