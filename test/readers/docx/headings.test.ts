import { expect, test } from 'vitest';
import { headingLevelOf, paragraphRole } from '../../../src/readers/docx/style-names.js';
import { outlineOf, p, style, styled } from './word-file.js';

test.each([
  ['heading 1', 1],
  ['Heading 2', 2],
  ['标题 1', 1],
  ['标题3', 3],
  ['標題 2', 2],
  ['见出し 1', undefined],
  ['見出し 1', 1],
  ['一级标题', 1],
  ['标题二', 2],
  ['标题 10', undefined],
  ['标题', undefined],
  ['正文', undefined],
])('a style named %s has heading level %s', (name, level) => {
  expect(headingLevelOf(name)).toBe(level);
});

test.each([
  ['Title', 'title'],
  ['标题', 'title'],
  ['副标题', 'subtitle'],
  ['caption', 'caption'],
  ['题注', 'caption'],
  ['引用', 'quote'],
  ['toc 1', 'contents'],
  ['目录 2', 'contents'],
  ['TOC 标题', 'contents'],
  ['HTML 预设格式', 'code'],
  ['常规', undefined],
])('a style named %s makes %s', (name, role) => {
  expect(paragraphRole(name)).toBe(role);
});

test('ids say nothing, names do', async () => {
  const styles = style('1', 'heading 1') + style('2', '标题 2') + style('a', 'Normal');
  const body = p('总则', styled('1')) + p('范围', styled('2')) + p('本法适用于全国。', styled('a'));
  expect(await outlineOf(body, { styles })).toEqual([
    'heading 1 总则',
    'heading 2 范围',
    'line 本法适用于全国。',
  ]);
});

test('a style is what the styles it builds on are, in a circle too', async () => {
  const styles =
    style('1', 'heading 1') +
    style('own', '我的章', '<w:basedOn w:val="1"/>') +
    style('x', 'x', '<w:basedOn w:val="y"/>') +
    style('y', 'y', '<w:basedOn w:val="x"/>');
  expect(await outlineOf(p('总则', styled('own')) + p('文', styled('x')), { styles })).toEqual([
    'heading 1 总则',
    'line 文',
  ]);
});

test('an outline level makes a heading, in the style or in the paragraph; body text undoes it', async () => {
  const level = (at: number): string => `<w:outlineLvl w:val="${at}"/>`;
  const styles = style('a', '章', `<w:pPr>${level(0)}</w:pPr>`) + style('1', 'heading 1');
  const body =
    p('甲', styled('a')) + p('乙', level(2)) + p('丙', `${styled('1')}${level(9)}`) + p('丁', level(9));
  expect(await outlineOf(body, { styles })).toEqual(['heading 1 甲', 'heading 3 乙', 'line 丙', 'line 丁']);
});

test('headings stand one level below a title; its subtitle is a fact', async () => {
  const styles = style('T', 'Title') + style('S', '副标题') + style('1', 'heading 1');
  const body = p('合同法', styled('T')) + p('释义', styled('S')) + p('总则', styled('1')) + p('文', '');
  expect(await outlineOf(body, { styles })).toEqual([
    'heading 1 合同法',
    'line 释义',
    'heading 2 总则',
    'line 文',
  ]);
});

test('a style that is not there, and one called __proto__, lose nothing', async () => {
  const styles = style('__proto__', 'heading 1');
  expect(await outlineOf(p('甲', styled('__proto__')) + p('乙', styled('none')), { styles })).toEqual([
    'heading 1 甲',
    'line 乙',
  ]);
});

test('the levels that Chinese Word gives 标题 and 副标题 make no headings of them', async () => {
  const level = (at: number): string => `<w:pPr><w:outlineLvl w:val="${at}"/></w:pPr>`;
  const styles =
    style('T', '标题', level(0)) +
    style('S', '副标题', level(1)) +
    style('1', 'heading 1', level(0)) +
    style('b', '章下文', `<w:basedOn w:val="1"/>${level(9)}`);
  const body =
    p('合同法', styled('T')) + p('释义', styled('S')) + p('总则', styled('1')) + p('文', styled('b'));
  expect(await outlineOf(body, { styles })).toEqual([
    'heading 1 合同法',
    'line 释义',
    'heading 2 总则',
    'line 文',
  ]);
});

test('a paragraph of text with the level of a heading is text', async () => {
  const sentence = `${'今年汛期来得早\uFF0C'.repeat(10)}雨量大。`;
  expect(await outlineOf(p(sentence, '<w:outlineLvl w:val="0"/>'))).toEqual([`line ${sentence}`]);
});
