import { expect, test } from 'vitest';
import { type Article, formatOutline, type Section } from '../../src/model/index.js';
import { type NumberingPolicy, parseLabel, renumber } from '../../src/numbering/index.js';

function section(line: string, ...children: Section[]): Section {
  const found = parseLabel(line);
  const text = found ? found.rest : line;
  const heading = text === '' ? [] : [{ type: 'text' as const, text }];
  return { type: 'section', ...(found && { label: found.label }), heading, children };
}

function outlineAfter(policy: NumberingPolicy, ...children: Section[]): string {
  const article: Article = {
    language: 'zh-Hans',
    provenance: { authors: [] },
    lead: [],
    parts: [{ children }],
    notes: [],
    images: {},
  };
  return formatOutline(renumber(article, policy).article);
}

test('a gap closes and a nested series starts again', () => {
  const sections = [section('一、甲', section('1.子'), section('3.丑')), section('三、乙', section('1.寅'))];
  expect(outlineAfter('renumber', ...sections)).toBe(
    'section [一、] 甲\n  section [1.] 子\n  section [2.] 丑\nsection [二、] 乙\n  section [1.] 寅',
  );
});

test('a book that begins at chapter 40 still does', () => {
  expect(outlineAfter('renumber', section('第40章 甲'), section('第42章 乙'))).toBe(
    'section [第40章] 甲\nsection [第41章] 乙',
  );
});

test('decimals follow their parent', () => {
  expect(outlineAfter('renumber', section('1.1 甲'), section('1.3 乙', section('1.3.1 丙')))).toBe(
    'section [1.1] 甲\nsection [1.2] 乙\n  section [1.2.1] 丙',
  );
});

test('none takes the numbers away, but not a heading that is nothing else', () => {
  expect(outlineAfter('none', section('一、甲'), section('第二章'))).toBe('section 甲\nsection [第二章] ');
});

test('keep is the same article', () => {
  expect(outlineAfter('keep', section('一、甲'), section('三、乙'))).toBe(
    'section [一、] 甲\nsection [三、] 乙',
  );
});
