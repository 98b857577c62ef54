import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { detectFormat } from '../../src/readers/detect.js';
import { readDraft } from '../../src/readers/index.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const zip = (name: string, content = ''): Uint8Array => zipSync({ [name]: strToU8(content) }, { level: 0 });

describe('what a text is', () => {
  test.each([
    ['text', '总则\n第一条 为了规范。', undefined],
    ['text', '# 话题\n正文里有一个 * 号。', 'a.txt'],
    ['text', '#话题# 今天天气好', undefined],
    ['text', '** 注意 ** 事项', undefined],
    ['text', '- 甲\n- 乙\n', undefined],
    ['text', '# 一\n\n# 二', 'a.txt'],
    ['markdown', '只有正文', 'a.md'],
    ['markdown', '# 总则\n\n正文\n\n## 范围\n', undefined],
    ['markdown', '---\ntitle: 总则\n---\n正文', undefined],
    ['markdown', '# 总则\n\n- 甲\n- 乙\n\n[链接](https://example.com)', 'a.txt'],
    ['html', '<!DOCTYPE html>\n<p>正文', undefined],
    ['html', '\n<!-- saved from url -->\n<html><body>', 'a.txt'],
    ['html', '<div><p>一</p><p>二</p></div>', undefined],
    ['html', '<p>正文', 'a.html'],
    ['text', '<他说>\n正文', undefined],
    ['markdown', '<div align="center">\n\n# 题\n\n</div><p></p><p></p>', 'README.md'],
    ['json', '{"schema": 1, "language": "zh-Hans"}', undefined],
    ['json', '{"a": 1}', 'a.json'],
    ['text', '{"a": 1}', undefined],
  ] as const)('%s: %j in %s', (format, text, fileName) => {
    expect(detectFormat(bytes(text), fileName === undefined ? {} : { fileName })).toBe(format);
  });
});

test('a Word file is known by what its archive holds', () => {
  expect(detectFormat(zip('word/document.xml'))).toBe('docx');
});

test('--from wins over everything', () => {
  expect(detectFormat(bytes('<!DOCTYPE html>'), { from: 'text', fileName: 'a.html' })).toBe('text');
});

describe('what is no text of ours is named', () => {
  test.each([
    ['PDF', bytes('%PDF-1.7\n')],
    ['PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)],
    ['JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
    ['RTF', bytes('{\\rtf1\\ansi')],
    ['DOC / XLS / PPT / WPS', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
    ['EPUB', zip('mimetype', 'application/epub+zip')],
    ['XLSX', zip('xl/workbook.xml')],
    ['ZIP', zip('a.txt', '文')],
  ])('%s', (kind, content) => {
    expect(() => detectFormat(content)).toThrow(
      expect.objectContaining({ code: 'input-foreign', values: { kind } }),
    );
  });
});

test('no bytes, or nothing but white space, is an empty input', async () => {
  await expect(readDraft(new Uint8Array())).rejects.toMatchObject({ code: 'input-empty' });
  await expect(readDraft(bytes(' \n\u3000\n'))).rejects.toMatchObject({ code: 'input-empty' });
});
