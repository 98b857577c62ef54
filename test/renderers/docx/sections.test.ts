import { expect, test } from 'vitest';
import type { Article, Block, IndexTerm } from '../../../src/model/index.js';
import { docxRenderer, renderDocx } from '../../../src/renderers/docx/index.js';
import type { KnownPages } from '../../../src/renderers/docx/page-labels.js';
import { endSections } from '../../../src/renderers/docx/section-ends.js';
import { makeStyleSheet, type StyleSheet } from '../../../src/style/index.js';
import { articleOf, paragraph, section, text } from './rich-article.js';
import { attribute, elements, textOf, xmlParts } from './word-file.js';

interface ReadSection {
  readonly start: string;
  readonly columns: string | undefined;
  /** Its first page differs. */
  readonly hasFirst: boolean;
  /** The text of each head and foot that it does not take over from the section before. */
  readonly heads: Readonly<Record<string, string>>;
  /** Text of the paragraph that holds it. */
  readonly endsWith: string;
}

/** The sections of a Word file as Word would read them. */
function sectionsOf(bytes: Uint8Array): ReadSection[] {
  const parts = xmlParts(bytes);
  const targets = new Map(
    [...(parts.get('word/_rels/document.xml.rels') ?? '').matchAll(/<Relationship [^>]*>/g)].map(([one]) => [
      attribute(one, 'Id'),
      attribute(one, 'Target'),
    ]),
  );
  const pieces = (parts.get('word/document.xml') ?? '').split(/(?=<w:sectPr)/);
  return pieces.slice(1).map((piece, index) => {
    const properties = piece.slice(0, piece.indexOf('</w:sectPr>'));
    const references = [...properties.matchAll(/<w:(header|footer)Reference [^>]*>/g)].map(([one, kind]) => {
      const part = parts.get(`word/${targets.get(attribute(one, 'r:id'))}`) ?? '';
      return [`${attribute(one, 'w:type')} ${kind}`, textOf(part)];
    });
    const rest = piece.slice(0, piece.indexOf('</w:p>'));
    return {
      start: attribute(/<w:type [^>]*>/.exec(properties)?.[0] ?? '', 'w:val') ?? 'nextPage',
      columns: attribute(/<w:cols [^>]*>/.exec(properties)?.[0] ?? '', 'w:num'),
      hasFirst: properties.includes('<w:titlePg/>'),
      heads: Object.fromEntries(references),
      endsWith: textOf((pieces[index] ?? '').split('<w:p>').at(-1) + rest),
    };
  });
}

const render = async (
  article: Article,
  sheet: StyleSheet,
  pages?: Partial<KnownPages>,
): Promise<ReadSection[]> =>
  sectionsOf(
    (
      await (pages
        ? renderDocx(article, sheet, async () => ({ headings: [], terms: new Map(), ...pages }))
        : docxRenderer.render(article, sheet, {}))
    ).bytes,
  );

const chapters = articleOf(
  section('第一章|天地', paragraph('玄黄')),
  section('第二章|宇宙', paragraph('洪荒')),
);

test('chapters of a book are sections: no head over their first page, their own name over the others', async () => {
  const sections = await render(chapters, makeStyleSheet({ template: 'book' }));
  const odd = sections.map(({ heads }) => heads['default header']);
  expect(odd).toEqual(['题目', undefined, '第一章\u3000天地', '第二章\u3000宇宙']);
  expect(sections.map(({ hasFirst }) => hasFirst)).toEqual([true, true, true, true]);
  expect(sections[0]?.heads['first header']).toBe('');
  expect(sections.slice(1).every(({ heads }) => heads['first header'] === undefined)).toBe(true);
  expect(sections.map(({ start }) => start)).toEqual(['nextPage', 'nextPage', 'nextPage', 'nextPage']);
});

test('the number of a chapter is a field where Word counts it, and words where it is typed', async () => {
  const instructions = async (...lines: string[]): Promise<string[]> => {
    const sheet = makeStyleSheet({ template: 'book' });
    const { bytes } = await docxRenderer.render(articleOf(...lines.map((line) => section(line))), sheet, {});
    const heads = [...xmlParts(bytes)]
      .filter(([path]) => path.startsWith('word/header'))
      .map(([, xml]) => xml);
    return heads.flatMap((xml) => [...xml.matchAll(/w:instr="([^"]*)"/g)].map(([, code = '']) => code));
  };
  expect(await instructions('第一章|天地', '第二章|宇宙')).toEqual([
    ...['STYLEREF 1 \\n', 'STYLEREF 1'],
    ...['STYLEREF 1 \\n', 'STYLEREF 1'],
  ]);
  expect(await instructions('引言')).toEqual(['STYLEREF 1']);
});

test('the number on the first page of a chapter stands at the outer edge of its side', async () => {
  const sheet = makeStyleSheet({ template: 'book' });
  const styles = async (pages: number[]): Promise<(string | undefined)[]> => {
    const { bytes } = await renderDocx(chapters, sheet, async () => ({
      headings: [],
      terms: new Map(),
      headingPages: pages,
    }));
    const parts = xmlParts(bytes);
    const rels = parts.get('word/_rels/document.xml.rels') ?? '';
    return [
      ...(parts.get('word/document.xml') ?? '').matchAll(/<w:footerReference w:type="first" r:id="(\w+)"/g),
    ].map(([, id]) => {
      const [one = ''] = [...rels.matchAll(/<Relationship [^>]*>/g)]
        .map(([each]) => each)
        .filter((each) => attribute(each, 'Id') === id);
      const xml = parts.get(`word/${attribute(one, 'Target')}`) ?? '';
      return textOf(xml) === '' ? 'none' : attribute(elements(xml, 'pStyle')[0] ?? '', 'w:val');
    });
  };
  // the contents are on page 2; a section goes on with the foot of the one before where it is the same
  expect(await styles([2, 4])).toEqual(['none', 'FooterEven', 'Footer']);
  expect(await styles([3, 4])).toEqual(['none', 'FooterEven', 'Footer']);
  expect(await styles([2, 5])).toEqual(['none', 'FooterEven', 'Footer', 'FooterEven']);
});

test('an odd page that a template asks for is a section of that kind, with or without heads', async () => {
  const sheet = makeStyleSheet({
    template: 'official',
    changes: { styles: { 'heading-1': { pageBreakBefore: 'odd' } } },
  });
  const starts = (await render(chapters, sheet)).map(({ start }) => start);
  expect(starts).toEqual(['nextPage', 'oddPage', 'oddPage']);
});

test('without running heads a page break of the style is enough', async () => {
  const sheet = makeStyleSheet({
    template: 'official',
    changes: { styles: { 'heading-1': { pageBreakBefore: 'page' } } },
  });
  expect(await render(chapters, sheet)).toHaveLength(1);
});

test('so many chapters that sections would slow Word down have none', async () => {
  const many = articleOf(...Array.from({ length: 501 }, (_, index) => section(`章${index}`)));
  expect((await render(many, makeStyleSheet({ template: 'book' }), {})).length).toBeLessThan(4);
});

test('a section ends with its last paragraph of text, not with an empty line', async () => {
  const sections = await render(chapters, makeStyleSheet({ template: 'book' }));
  expect(sections.map(({ endsWith }) => endsWith)).toEqual(['题目', '', '玄黄', '洪荒']);
});

test('the end of a section stays a paragraph where none is before it', () => {
  const end = '<w:p><w:pPr><w:pStyle w:val="SectionEnd"/><w:sectPr><w:cols/></w:sectPr></w:pPr></w:p>';
  expect(endSections(`<w:tbl></w:tbl>${end}<w:p/>`)).toBe(`<w:tbl></w:tbl>${end}<w:p/>`);
  expect(endSections(`<w:p><w:r></w:r></w:p>${end}`)).toBe(
    '<w:p><w:pPr><w:sectPr><w:cols/></w:sectPr></w:pPr><w:r></w:r></w:p>',
  );
  expect(endSections(`<w:p><w:pPr><w:jc/></w:pPr></w:p>${end}${end}`)).toBe(
    `<w:p><w:pPr><w:jc/><w:sectPr><w:cols/></w:sectPr></w:pPr></w:p>${end}`,
  );
});

test('a title of a part stands across the columns', async () => {
  const article: Article = {
    ...articleOf(),
    parts: [
      { title: [text('甲编')], children: [paragraph('天地')] },
      { title: [text('乙编')], children: [paragraph('玄黄')] },
    ],
  };
  const sections = await render(article, makeStyleSheet({ template: 'bulletin' }));
  expect(sections.map(({ endsWith, columns, start }) => [endsWith, columns, start])).toEqual([
    ['甲编', undefined, 'nextPage'],
    ['天地', '2', 'continuous'],
    ['乙编', undefined, 'continuous'],
    ['玄黄', '2', 'continuous'],
  ]);
});

test('an index has its own columns below its title, on a page of its own', async () => {
  const term: IndexTerm = { type: 'indexTerm', term: '版心', children: [text('版心')] };
  const children: Block[] = [paragraph(text('论'), term)];
  const article = {
    ...articleOf(...children),
    provenance: { authors: [], sourceUrl: 'https://example.com/a' },
  };
  const sections = await render(article, makeStyleSheet());
  expect(
    sections.map(({ endsWith, columns, start, hasFirst }) => [endsWith, columns, start, hasFirst]),
  ).toEqual([
    ['论版心', undefined, 'nextPage', true],
    ['索\u3000引', undefined, 'nextPage', true],
    ['版心\u30001', '2', 'continuous', false],
    ['来源\uFF1Ahttps://example.com/a', undefined, 'continuous', false],
  ]);
});

test('heads at an edge change sides on facing pages', async () => {
  const style = async (template: string, facing: boolean): Promise<(string | undefined)[]> => {
    const sheet = makeStyleSheet({
      template,
      changes: {
        styles: { 'running-head': { align: 'end' } },
        page: { facing },
        pageNumber: { place: 'center' },
      },
    });
    const { bytes } = await docxRenderer.render(chapters, sheet, {});
    const styles = elements(xmlParts(bytes).get('word/styles.xml') ?? '', 'style');
    const side = (id: string): string | undefined =>
      /<w:jc w:val="(\w+)"/.exec(styles.find((one) => one.includes(`w:styleId="${id}"`)) ?? '')?.[1];
    return [side('Header'), side('HeaderEven')];
  };
  expect(await style('article', true)).toEqual(['right', 'left']);
  expect(await style('article', false)).toEqual(['right', undefined]);
  expect(await style('vertical', true)).toEqual(['left', 'right']);
});
