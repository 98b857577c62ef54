import { expect, test } from 'vitest';
import { renderStylesheet } from '../../../src/renderers/epub/stylesheet.js';
import { makeStyleSheet, STYLE_NAMES, type Template } from '../../../src/style/index.js';
import { lines } from './opened-book.js';

const css = (changes: Template = {}): string => renderStylesheet(makeStyleSheet({ changes }));

test('body text is indented by two ems and keeps the face and size of the reader', () => {
  expect(css()).toContain(
    lines(`
      p {
        text-indent: 2em;
        margin: 0;
      }`),
  );
  expect(/^body \{[^}]*\}/m.exec(css())?.[0]).not.toMatch(/font|color/);
});

test('a heading carries its look in relative sizes', () => {
  expect(css()).toContain(
    lines(`
      .heading-1 {
        text-indent: 0;
        text-align: start;
        font-family: "Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif;
        font-weight: bold;
        font-size: 1.25em;
        line-height: 1.4;
        margin: 0;
        margin-block: 0.8em 0.533em;
        break-after: avoid;
        page-break-after: avoid;
      }`),
  );
});

test('no size is absolute, no address is loaded, and black and grey are left to the reader', () => {
  for (const template of ['article', 'official', 'book']) {
    const sheet = renderStylesheet(makeStyleSheet({ template }));
    expect(sheet).not.toMatch(/\d(pt|mm|cm|in)\b|url\(|@import|(^|[^-])color: #/m);
  }
});

test('a colour of the template is as light as can be read by day and by night', () => {
  expect(css({ styles: { title: { color: '#c00000' } } })).toMatch(
    /\.title \{\n {2}color: #c[0-9a-f]3[0-9a-f]3[0-9a-f];\n\}/,
  );
});

test('words of code have colours of that kind, in a book that has such code', () => {
  const sheet = makeStyleSheet({ changes: { code: { colors: { string: '#0000c0' } } } });
  expect(renderStylesheet(sheet)).not.toContain('.code-');
  const rules = renderStylesheet(sheet, true);
  expect(rules).toContain('.code-keyword {\n  font-weight: bold;\n}');
  expect(rules).toMatch(/\.code-string \{\n {2}color: #[4-6][0-9a-f][4-6][0-9a-f][c-e][0-9a-f];\n\}/);
});

test('every style of running text is a class, or the element that it is made for', () => {
  const printOnly = ['running-head', 'page-number'];
  const elements: Readonly<Record<string, string>> = { body: 'p', 'table-cell': 'td', 'table-head': 'th' };
  for (const name of STYLE_NAMES.filter((each) => !printOnly.includes(each))) {
    expect(css(), name).toMatch(new RegExp(`^(.* )?${elements[name] ?? `\\.${name}`} \\{`, 'm'));
  }
});

test('emphasis is another face or dots under the characters', () => {
  expect(css()).toMatch(/^em \{\n {2}font-style: normal;\n {2}font-family: "Kaiti SC"/m);
  expect(css({ characters: { emphasis: { dots: true } } })).toContain('text-emphasis-position: under right;');
});

test('rules of setting become properties', () => {
  expect(css()).toContain('line-break: strict;');
  expect(css({ setting: { prohibition: 'basic', hanging: true, hyphenate: false } })).toMatch(
    /line-break: normal;[^}]*hanging-punctuation: allow-end;\n {2}hyphens: manual;/,
  );
});

test('a vertical sheet turns the lines', () => {
  expect(renderStylesheet({ ...makeStyleSheet(), direction: 'vertical' })).toMatch(
    /^html \{\n {2}writing-mode: vertical-rl;/m,
  );
  expect(css()).not.toContain('vertical-rl');
});

test('a family name cannot leave its quotes', () => {
  const evil = css({ fonts: { hei: { css: ['a"; } body { color: red } "', 'serif'] } } });
  expect(evil).toContain('font-family: "a  body  color red  ", serif;');
});

test('a heading in 黑体 is bold, since the reader may set the text itself in a sans', () => {
  const official = renderStylesheet(makeStyleSheet({ template: 'official' }));
  expect(/^\.heading-1 \{[^}]*\}/m.exec(official)?.[0]).toContain('font-weight: bold;');
  expect(/^\.heading-2 \{[^}]*\}/m.exec(official)?.[0]).toContain('font-weight: normal;');
});

test('tables have three rules', () => {
  expect(css()).toMatch(/^thead \{\n {2}border-block-end: 1px solid;/m);
  expect(/^th, td \{[^}]*\}/m.exec(css())?.[0]).not.toContain('border');
});

test('a grid of tables has lines around every cell', () => {
  const grid = 'table, th, td {\n  border: 1px solid;\n}';
  expect(css()).not.toContain(grid);
  expect(css({ table: { rules: 'grid' } })).toContain(grid);
});
