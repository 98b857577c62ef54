import { expect, test } from 'vitest';
import type { Block, List } from '../../../src/model/index.js';
import { readArticle } from '../../../src/read-article.js';
import { docxRenderer } from '../../../src/renderers/docx/index.js';
import { makeStyleSheet } from '../../../src/style/index.js';
import { articleOf, paragraph } from './rich-article.js';
import { paragraphsInWord } from './word-counter.js';
import { elements, part } from './word-file.js';

const sheet = makeStyleSheet();
const EM = sheet.styles['list-item'].sizePt * 20;

const bullets = (...items: Block[][]): List => ({
  type: 'list',
  ordered: false,
  items: items.map((children) => ({ children })),
});

test('labels end half an em before the text, which stands two ems in at each level, as in the PDF', async () => {
  const list = bullets([paragraph('甲'), bullets([paragraph('乙')])]);
  const { bytes } = await docxRenderer.render(articleOf(list), sheet, {});
  const levels = elements(part(bytes, 'word/numbering.xml'), 'lvl').slice(0, 2);
  levels.forEach((level, depth) => {
    expect(level).toContain('<w:lvlJc w:val="right"/>');
    expect(level).toContain(`<w:ind w:left="${2 * EM * (depth + 1)}" w:hanging="${EM / 2}"/>`);
  });
  // The items leave their place to the list.
  expect(part(bytes, 'word/document.xml')).not.toContain('<w:ind ');
});

/** An ordered list with these labels: `1.`, `①`, `IV.`. */
const ordered = (...labels: (readonly [text: string, ordinal: number])[]): List => ({
  type: 'list',
  ordered: true,
  items: labels.map(([text, ordinal], index) => {
    const numeral = text.replace(/[^\p{L}\p{N}]/gu, '');
    const scheme = /^\d/.test(numeral) ? 'arabic' : 'latin';
    return { label: { text, numeral, scheme, ordinal }, children: [paragraph(`项${index + 1}`)] };
  }),
});

/** The items of a file as Word shows them, one string each: number, text. */
async function shown(blocks: readonly Block[], template = 'article'): Promise<string[]> {
  const { bytes } = await docxRenderer.render(articleOf(...blocks), makeStyleSheet({ template }), {});
  return paragraphsInWord(bytes);
}

test('numbers that jump, repeat or change their manner are Word’s own, begun again at the author’s number', async () => {
  const list = ordered(['1.', 1], ['2.', 2], ['5.', 5], ['6.', 6], ['6.', 6], ['a)', 1], ['b)', 2]);
  expect(await shown([list])).toEqual(['1.项1', '2.项2', '5.项3', '6.项4', '6.项5', 'a)项6', 'b)项7']);
});

test('a list goes on after a paragraph with the number that it has', async () => {
  expect(await shown([ordered(['1.', 1]), paragraph('文'), ordered(['2.', 2])])).toEqual([
    '1.项1',
    '文',
    '2.项1',
  ]);
});

test('Roman numbers are Word’s own', async () => {
  expect(await shown([ordered(['I.', 1], ['II.', 2], ['III.', 3], ['IV.', 4])])).toEqual([
    'I.项1',
    'II.项2',
    'III.项3',
    'IV.项4',
  ]);
  expect(await shown([ordered(['ix.', 9], ['x.', 10])])).toEqual(['ix.项1', 'x.项2']);
});

test('numbers that jump without end become text', async () => {
  const list = ordered(
    ...Array.from({ length: 60 }, (_, index) => [`${2 * index + 1}.`, 2 * index + 1] as const),
  );
  const { bytes } = await docxRenderer.render(articleOf(list), sheet, {});
  expect(paragraphsInWord(bytes)).toEqual(
    list.items.map(({ label }, index) => `${label?.text}项${index + 1}`),
  );
  expect(elements(part(bytes, 'word/numbering.xml'), 'num').length).toBeLessThan(30);
});

test('an item of an ordered list that has no label bears its place, and a task its box', async () => {
  const list: List = {
    type: 'list',
    ordered: true,
    items: [{ children: [paragraph('甲')] }, { checked: true, children: [paragraph('乙')] }],
  };
  const tasks = { ...bullets([paragraph('丙')]), items: [{ checked: false, children: [paragraph('丙')] }] };
  expect(await shown([list, tasks])).toEqual(['1.甲', '2.☑ 乙', '☐丙']);
});

test('in official documents items are paragraphs of the text that begin with their numbers, as in the PDF', async () => {
  const official = makeStyleSheet({ template: 'official' });
  const list = ordered(['1.', 1], ['2.', 2], ['4.', 4]);
  const { bytes } = await docxRenderer.render(articleOf(list, bullets([paragraph('点')])), official, {});
  expect(paragraphsInWord(bytes)).toEqual(['1.项1', '2.项2', '4.项3', '•点']);
  const styles = elements(part(bytes, 'word/document.xml'), 'p').map(
    (each) => /pStyle w:val="(\w+)"/.exec(each)?.[1],
  );
  expect(styles.slice(-4)).toEqual([...new Array(3).fill('BodyTextFirstIndent'), 'ListParagraph']);
  const [first = ''] = elements(part(bytes, 'word/numbering.xml'), 'lvl');
  expect(first).toContain('<w:suff w:val="nothing"/>');
  expect(first).toMatch(/<w:ind w:firstLineChars="200" w:firstLine="\d+"\/>/);
});

test('read again, tasks and typed numbers are items and text, not tables', async () => {
  const tasks: List = {
    type: 'list',
    ordered: false,
    items: [
      { checked: true, children: [paragraph('做完的事')] },
      { checked: false, children: [paragraph('没做的事')] },
    ],
  };
  const list = ordered(['a.', 1], ['b.', 2]);
  const { bytes } = await docxRenderer.render(
    articleOf(paragraph('文字在这里。'), tasks, paragraph('又一段文字。'), list),
    sheet,
    {
      wordNumbers: 'text',
    },
  );
  const { article } = await readArticle(bytes);
  expect(article.parts[0]?.children[1]).toEqual(tasks);
  expect(JSON.stringify(article)).not.toContain('"table"');
});
