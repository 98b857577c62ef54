import { expect, test } from 'vitest';
import { type Article, type Block, type OutlineEntry, outline } from '../../../src/model/index.js';
import { planHeadingNumbers } from '../../../src/renderers/docx/heading-numbers.js';
import { ListBook } from '../../../src/renderers/docx/list-book.js';
import { formatXml, w } from '../../../src/renderers/docx/xml.js';
import { articleOf, section, text } from './rich-article.js';

/** An article from lines: two spaces a level, `一、|甲`. */
function articleFrom(lines: string): Article {
  const root: Block[] = [];
  const open: Block[][] = [root];
  for (const line of lines.split('\n').filter((each) => each.trim() !== '')) {
    const depth = (line.length - line.trimStart().length) / 2;
    const children: Block[] = [];
    open.length = depth + 1;
    open[depth]?.push({ ...section(line.trim()), children });
    open[depth + 1] = children;
  }
  return articleOf(...root);
}

function plan(entries: readonly OutlineEntry[]): { shown: string[]; numbering: string } {
  const lists = new ListBook();
  const { numbers } = planHeadingNumbers(entries, lists, () => w('ind'));
  const shown = numbers.map((number) => {
    if (number.by === 'text') return number.label === '' ? 'none' : `typed ${number.label}`;
    return number.by === 'style' ? 'counted' : `list ${number.listId}, level ${number.level}`;
  });
  return { shown, numbering: formatXml(lists.part()) };
}

const shown = (lines: string): string[] => plan(outline(articleFrom(lines))).shown;

test('numbers in sequence are left to Word, on every level', () => {
  const lines =
    '一、|甲\n  \uFF08一\uFF09|乙\n    1.|丙\n      \uFF081\uFF09|丁\n        ①|戊\n  \uFF08二\uFF09|己\n二、|庚\n  \uFF08一\uFF09|辛';
  expect(shown(lines)).toEqual(new Array(8).fill('counted'));
});

test('a gap stays as its author typed it', () => {
  expect(shown('一、|甲\n三、|乙')).toEqual(['counted', 'typed 三、']);
});

test('a repeat stays typed, and what follows in sequence is counted again', () => {
  expect(shown('一、|甲\n一、|乙\n二、|丙')).toEqual(['counted', 'typed 一、', 'counted']);
});

test('a series may start at any number', () => {
  const { shown: numbers, numbering } = plan(outline(articleFrom('三、|甲\n四、|乙')));
  expect(numbers).toEqual(['list 2, level 0', 'list 2, level 0']);
  expect(numbering).toContain('<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>');
});

test('a heading without a label takes no number', () => {
  expect(shown('一、|甲\n结语\n二、|乙')).toEqual(['counted', 'none', 'counted']);
});

test('headings above that have no numbers still begin each series again', () => {
  expect(shown('概述\n  一、|甲\n  二、|乙\n展开\n  一、|丙')).toEqual(new Array(5).fill('counted'));
});

test('under a typed heading the series begins again in a list of its own', () => {
  expect(shown('一、|甲\n  1.|乙\n  2.|丙\n五、|丁\n  1.|戊\n  2.|己')).toEqual([
    'counted',
    'counted',
    'counted',
    'typed 五、',
    'list 2, level 1',
    'list 2, level 1',
  ]);
});

test('siblings that are numbered in another way have another list', () => {
  expect(shown('甲\n  一、|子\n  二、|丑\n乙\n  1.|寅\n  2.|卯')).toEqual([
    'counted',
    'counted',
    'counted',
    'counted',
    'list 2, level 0',
    'list 2, level 0',
  ]);
});

test('articles of a law count on through its chapters', () => {
  const { shown: numbers, numbering } = plan(
    outline(articleFrom('第一章|总则\n  第一条|甲\n  第二条|乙\n第二章|分则\n  第三条|丙')),
  );
  expect(numbers).toEqual(new Array(5).fill('counted'));
  // Two definitions: the chapters' does not set back the articles'.
  expect(numbering.match(/<w:abstractNum /g)).toHaveLength(2);
});

test('1.2 is counted under the 1 that Word counts, and typed under another number', () => {
  expect(shown('1.|甲\n  1.1|乙\n  1.2|丙\n  2.3|丁')).toEqual([
    'counted',
    'counted',
    'counted',
    'typed 2.3\u3000',
  ]);
});

test('a numeral that Word would spell otherwise stays typed', () => {
  expect(shown('廿一、|甲')).toEqual(['typed 廿一、']);
});

test('a heading that is nothing but a number keeps it as text, for contents and navigation', () => {
  expect(shown('一、|\n二、|\n三、|')).toEqual(['typed 一、', 'typed 二、', 'typed 三、']);
});

test('without any label there is no list at all', () => {
  expect(plan(outline(articleFrom('甲\n  乙')))).toEqual({
    shown: ['none', 'none'],
    numbering: '<w:numbering/>',
  });
});

test('sections of a collection begin again in every part', () => {
  const part = (name: string) => ({
    title: [text(name)],
    children: [section('一、|甲'), section('二、|乙')],
  });
  const collection: Article = { ...articleOf(), parts: [part('第一篇'), part('第二篇')] };
  expect(plan(outline(collection)).shown).toEqual(new Array(6).fill('counted'));
});
