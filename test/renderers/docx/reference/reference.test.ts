import { expect, test } from 'vitest';
import type { Article } from '../../../../src/model/index.js';
import { renderDocx } from '../../../../src/renderers/docx/index.js';
import { makeStyleSheet } from '../../../../src/style/index.js';
import { articleOf, labelOf, paragraph, richArticle, section, text } from '../rich-article.js';
import { attribute, elements, part, xmlFault } from '../word-file.js';
import { fill, linesOf, styleNamed } from './filled.js';
import {
  CHINESE_SECTION,
  CHINESE_STYLES,
  head,
  NAMESPACES,
  p,
  paragraphStyle,
  type TemplateParts,
  templateFile,
} from './template-file.js';

const simple = articleOf(
  section('一、|总则', paragraph('正文一段。')),
  section('二、|附则', paragraph('又一段。')),
);

const INDENTED =
  '<w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr><w:rPr><w:sz w:val="32"/></w:rPr>';

test('styles are those of the same names, whatever their ids', async () => {
  const { lines, parts } = await fill(
    { styles: paragraphStyle('af', 'Body Text First Indent', INDENTED) },
    simple,
  );
  expect(lines).toEqual(['a3 题目', '1 总则', 'af 正文一段。', '1 附则', 'af 又一段。']);
  const names = elements(parts.get('word/styles.xml') ?? '', 'style').map((style) =>
    attribute(style, 'w:val'),
  );
  expect(new Set(names).size).toBe(names.length);
  // nothing was added, for nothing was lacking
  expect(names).toHaveLength(elements(CHINESE_STYLES, 'style').length + 1);
});

test('a style that the template lacks is added on its default, without the default\u2019s own indent and space', async () => {
  const styles = CHINESE_STYLES.replace(
    '<w:widowControl w:val="0"/><w:jc',
    '<w:widowControl w:val="0"/><w:spacing w:after="160"/><w:ind w:firstLineChars="200" w:firstLine="420"/><w:jc',
  );
  const article = articleOf({
    type: 'quote',
    children: [paragraph('学而时习之。')],
    attribution: [text('论语')],
  });
  const { lines, parts, codes } = await fill({ stylesPart: stylesPart(styles) }, article);
  expect(lines).toEqual(['a3 题目', 'Quote 学而时习之。', 'QuoteAttribution ——论语']);
  const added = styleNamed(parts.get('word/styles.xml') ?? '', '引文出处') ?? '';
  expect(added).toContain('<w:basedOn w:val="a"/>');
  expect(added).toMatch(/<w:spacing w:before="0" w:after="156"/);
  expect(added).toMatch(/<w:ind [^>]*w:firstLine="0"/);
  expect(codes).not.toContain('reference-body-added');
});

const stylesPart = (styles: string): string => `<w:styles ${NAMESPACES}>${styles}</w:styles>`;

test('styles by Chinese names serve: 公文标题, 一级标题, 题注', async () => {
  const styles = CHINESE_STYLES.replace('"heading 1"', '"一级标题"')
    .replace('"Title"', '"公文标题"')
    .replace('"caption"', '"题注"');
  const article = articleOf(
    section('一、|总则', { type: 'figure', imageId: 'dot', alt: '', caption: [text('图 1')] }),
  );
  const { lines } = await fill(
    { stylesPart: stylesPart(styles) },
    { ...article, images: richArticle.images },
  );
  expect(lines).toEqual(['a3 题目', '1 总则', 'Figure', 'aa 图 1']);
});

test('of two styles for one thing, the one that the template uses is taken', async () => {
  const { lines } = await fill(
    { styles: paragraphStyle('af', '公文标题'), body: p('关于某事的通知', 'af') + p('{{body}}') },
    simple,
  );
  expect(lines.slice(0, 2)).toEqual(['af 关于某事的通知', 'af 题目']);
});

test.each<[string, TemplateParts, string]>([
  ['the style of the placeholder', { styles: paragraphStyle('x', '条文'), body: p('{{body}}', 'x') }, 'x'],
  [
    'no style of what stands around the placeholder',
    { styles: paragraphStyle('x', '声明'), body: p('声明'.repeat(20), 'x') + p('{{body}}') },
    'BodyTextFirstIndent',
  ],
  [
    'the style of the template\u2019s own text',
    { styles: paragraphStyle('x', '论文段落'), body: p('旧文'.repeat(20), 'x') },
    'x',
  ],
  [
    'a known name whose first line stands in',
    { styles: paragraphStyle('x', 'Normal Indent', INDENTED) },
    'x',
  ],
  ['ours, when nothing tells paragraphs apart', {}, 'BodyTextFirstIndent'],
  [
    'ours, when the template\u2019s text is indented by hand',
    {
      stylesPart: stylesPart(CHINESE_STYLES.replace('<w:jc w:val="both"/>', '<w:spacing w:after="160"/>')),
      body: p('旧文'.repeat(20)).replace('<w:p>', '<w:p><w:pPr><w:ind w:firstLineChars="200"/></w:pPr>'),
    },
    'BodyTextFirstIndent',
  ],
  [
    'the default, when its first line stands in',
    { stylesPart: stylesPart(CHINESE_STYLES.replace('<w:jc w:val="both"/>', '<w:ind w:firstLine="420"/>')) },
    'a',
  ],
  [
    'the default, when its paragraphs stand apart',
    { stylesPart: stylesPart(CHINESE_STYLES.replace('<w:jc w:val="both"/>', '<w:spacing w:after="160"/>')) },
    'a',
  ],
])('text takes %s', async (_, template, style) => {
  const { lines } = await fill(template, articleOf(paragraph('正文。')));
  expect(lines.at(-1)).toBe(`${style} 正文。`);
});

test('without a placeholder the text of the template goes, which is said; page and heads of its last section stay', async () => {
  const withHead = CHINESE_SECTION.replace(
    '<w:sectPr>',
    '<w:sectPr><w:headerReference w:type="default" r:id="rId9"/>',
  );
  const { lines, document, parts, diagnostics } = await fill(
    {
      body: `${p('旧文')}<w:p><w:pPr>${withHead}</w:pPr></w:p>${p('又旧')}`,
      section: CHINESE_SECTION.replace('w:w="11906" w:h="16838"', 'w:w="8391" w:h="11906"'),
      ...withParts('header', head('hdr', p('{{title}}\u3000内部', 'a5'))),
    },
    simple,
  );
  expect(lines.join('\n')).not.toContain('旧');
  expect(document.match(/<w:sectPr/g)).toHaveLength(1);
  // a section that names no head goes on with the one before
  expect(document).toMatch(
    /<w:sectPr><w:headerReference [^>]*r:id="rId9"\/><w:pgSz w:w="8391" w:h="11906"\/>/,
  );
  expect(linesOf(parts.get('word/header1.xml') ?? '')).toEqual(['a5 题目\u3000内部']);
  expect(diagnostics).toContainEqual({ code: 'reference-text-dropped', values: { count: 2 } });
});

/** A part beside the document, by its kind. */
function withParts(kind: 'header' | 'footnotes', xml: string): TemplateParts {
  const name = kind === 'header' ? 'header1' : kind;
  return {
    relations: [`rId9|${kind}|${name}.xml`],
    types: { [`word/${name}.xml`]: kind },
    files: { [`word/${name}.xml`]: xml },
  };
}

const facts: Article = {
  ...simple,
  provenance: {
    authors: ['甲', '乙'],
    publishedOn: '2024-03-02',
    sourceName: '晚报',
    sourceUrl: 'https://www.example.org/a',
  },
};

test('the story stands where {{body}} stood, and what is around stays', async () => {
  const { lines } = await fill(
    { body: p('封面') + p(['{', '{body', '}}']) + p('签名\uFF1A') },
    articleOf(paragraph('正文。')),
  );
  expect(lines).toEqual(['封面', 'a3 题目', 'BodyTextFirstIndent 正文。', '签名\uFF1A']);
});

test('facts are filled in, also where Word cut a placeholder into runs', async () => {
  const { lines } = await fill(
    {
      body: `${p(['题\uFF1A{{ti', 'tle}}\u3000作者\uFF1A{', '{authors', '}}\u3000', '\uFF5B\uFF5Bdate\uFF5D\uFF5D'])}${p('{{ SOURCE }} {{url}} {{site}}')}${p('{{body}}')}`,
    },
    facts,
  );
  expect(lines.slice(0, 2)).toEqual([
    '题\uFF1A题目\u3000作者\uFF1A甲、乙\u30002024年3月2日',
    '晚报 https://www.example.org/a example.org',
  ]);
  // what the template shows stands there alone
  expect(lines.slice(2)).toEqual([
    '1 总则',
    'BodyTextFirstIndent 正文一段。',
    '1 附则',
    'BodyTextFirstIndent 又一段。',
  ]);
});

test('what the article does not state is left empty, what nobody knows is left alone; both are said once', async () => {
  const { lines, diagnostics } = await fill(
    { body: p('[{{subtitle}}][{{date}}][{{foo}}]') + p('{{body}}') },
    simple,
  );
  expect(lines[0]).toBe('[][][{{foo}}]');
  expect(diagnostics).toContainEqual({
    code: 'reference-value-missing',
    values: { names: 'subtitle, date' },
  });
  expect(diagnostics).toContainEqual({ code: 'reference-placeholder-unknown', values: { names: 'foo' } });
});

test.each([
  ['beside other words', p('见 {{body}}'), 'reference-body-misplaced'],
  [
    'in a text box',
    `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p('{{body}}')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`,
    'reference-body-misplaced',
  ],
  ['twice', p('{{body}}') + p('{{body}}'), 'reference-body-repeated'],
])('{{body}} %s is an error', async (_, body, code) => {
  await expect(fill({ body }, simple)).rejects.toMatchObject({ code });
});

test('in a table and in a content control the story takes the place of the paragraph', async () => {
  const cell = `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc><w:tcPr/>${p('{{body}}')}</w:tc></w:tr></w:tbl>`;
  const { document } = await fill({ body: cell }, articleOf(paragraph('正文。')));
  expect(document).toMatch(/<w:tc><w:tcPr\/><w:p>.*正文。.*<\/w:p><\/w:tc>/);
  const control = `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${p('{{body}}')}</w:sdtContent></w:sdt>`;
  const other = await fill({ body: p('前') + control + p('后') }, articleOf(paragraph('正文。')));
  expect(other.document).not.toContain('<w:sdt>');
  expect(other.lines).toEqual(['前', 'a3 题目', 'BodyTextFirstIndent 正文。', '后']);
});

test('a filled control shows no prompt, and no value that is kept elsewhere', async () => {
  const control = `<w:sdt><w:sdtPr><w:showingPlcHdr/><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/><w:text/></w:sdtPr><w:sdtContent>${p('{{title}}')}</w:sdtContent></w:sdt>`;
  const { document } = await fill({ body: control + p('{{body}}') }, simple);
  expect(document).toContain('<w:sdt><w:sdtPr><w:text/></w:sdtPr>');
});

test('the placeholder of a section\u2019s last paragraph leaves the end of the section', async () => {
  const body = `${p('{{body}}').replace('<w:p>', `<w:p><w:pPr>${CHINESE_SECTION}</w:pPr>`)}${p('附页')}`;
  const { document, lines } = await fill({ body }, articleOf(paragraph('正文。')));
  expect(document.match(/<w:sectPr/g)).toHaveLength(2);
  expect(lines.at(-1)).toBe('附页');
});

const level = (index: number, format: string, label: string, style: string): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:pStyle w:val="${style}"/><w:lvlText w:val="${label}"/><w:lvlJc w:val="left"/></w:lvl>`;

const numbered = (...levels: string[]): TemplateParts => ({
  stylesPart: stylesPart(
    CHINESE_STYLES.replace(
      /<w:outlineLvl w:val="([01])"\/>/g,
      (outline, index) => `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="7"/></w:numPr>${outline}`,
    ),
  ),
  numbering: `<w:abstractNum w:abstractNumId="3"><w:nsid w:val="4A5B0000"/><w:multiLevelType w:val="multilevel"/>${levels.join('')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>`,
});

test('numbers of the template stand when they are the author\u2019s; a heading without one has none', async () => {
  const template = numbered(level(0, 'chineseCounting', '%1.', '1'), level(1, 'decimal', '(%2)', '2'));
  const article = articleOf(
    section('一、|甲', section('\uFF081\uFF09|乙'), section('\uFF082\uFF09|丙')),
    section('二、|丁'),
    section('结语'),
  );
  const { lines, document, codes } = await fill(template, article);
  expect(lines).toEqual(['a3 题目', '1 甲', '2 乙', '2 丙', '1 丁', '1 结语']);
  expect(elements(document, 'numId').map((id) => attribute(id, 'w:val'))).toEqual(['0']);
  expect(codes).toContain('reference-numbers-kept');
});

test('numbers of another scheme are switched off, and the author\u2019s are typed', async () => {
  const { lines, document, codes } = await fill(
    numbered(level(0, 'decimal', '%1', '1'), level(1, 'decimal', '%1.%2', '2')),
    simple,
  );
  expect(lines.filter((line) => line.startsWith('1 '))).toEqual(['1 一、总则', '1 二、附则']);
  expect(elements(document, 'numId').map((id) => attribute(id, 'w:val'))).toEqual(['0', '0']);
  expect(codes).toContain('reference-numbers-typed');
});

test('an article without numbers takes those of the template', async () => {
  const article = articleOf(section('甲', section('乙')));
  const { document, codes } = await fill(
    numbered(level(0, 'decimal', '%1', '1'), level(1, 'decimal', '%1.%2', '2')),
    article,
  );
  expect(document).not.toContain('<w:numId');
  expect(codes).toContain('reference-numbers-kept');
});

test('our numbers are linked to the template\u2019s headings, and kept from styles that build on them', async () => {
  const { parts, document } = await fill({ styles: paragraphStyle('x', 'TOC Heading', '', '1') }, simple);
  const styles = parts.get('word/styles.xml') ?? '';
  expect(styleNamed(styles, 'heading 1')).toMatch(
    /<w:keepLines\/><w:numPr><w:numId w:val="1"\/><\/w:numPr><w:spacing/,
  );
  expect(styleNamed(styles, 'TOC Heading')).toContain('<w:numId w:val="0"/>');
  expect(document).not.toContain('<w:numId');
  expect(parts.get('word/numbering.xml')).toContain('<w:pStyle w:val="1"/>');
});

test('our lists follow those of the template', async () => {
  const list = articleOf({
    type: 'list',
    ordered: true,
    items: [{ label: labelOf('1.'), children: [paragraph('项')] }],
  });
  const { document, parts } = await fill(numbered(level(0, 'decimal', '%1', '1')), list);
  expect(elements(document, 'numId').map((id) => attribute(id, 'w:val'))).toEqual(['8']);
  const numbering = parts.get('word/numbering.xml') ?? '';
  expect(
    [...numbering.matchAll(/<w:(abstractNum|num) w:\w+="(\d+)"/g)].map(([, name, id]) => `${name} ${id}`),
  ).toEqual(['abstractNum 3', 'abstractNum 4', 'num 7', 'num 8']);
  const codes = elements(numbering, 'nsid').map((code) => attribute(code, 'w:val'));
  expect(new Set(codes).size).toBe(2);
});

const note = (id: number, words: string): string => `<w:footnote w:id="${id}">${p(words, 'ab')}</w:footnote>`;
const NOTES = `<w:footnotes ${NAMESPACES}><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>${note(1, '模板注')}${note(2, '无人提及')}</w:footnotes>`;
const MARK = '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>';

test('notes of the kept text and ours stand together; notes of dropped text go', async () => {
  const article: Article = {
    ...articleOf(paragraph('文', { type: 'noteReference', noteId: 'n' })),
    notes: [{ id: 'n', kind: 'footnote', children: [paragraph('我注')] }],
  };
  const kept = await fill({ body: MARK + p('{{body}}'), ...withParts('footnotes', NOTES) }, article);
  expect(linesOf(kept.parts.get('word/footnotes.xml') ?? '').filter((line) => line !== '')).toEqual([
    'ab 模板注',
    'ab  我注',
  ]);
  expect([...kept.document.matchAll(/footnoteReference w:id="(\d+)"/g)].map(([, id]) => id)).toEqual([
    '1',
    '3',
  ]);
  const dropped = await fill({ body: MARK, ...withParts('footnotes', NOTES) }, article);
  expect(linesOf(dropped.parts.get('word/footnotes.xml') ?? '').filter((line) => line !== '')).toEqual([
    'ab  我注',
  ]);
});

const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const OLD_CONTENTS = `<w:sdt><w:sdtPr/><w:sdtContent>${p('目\u3000次')}<w:p>${field('begin')}<w:r><w:instrText> TOC \\o "1-1" \\h </w:instrText></w:r>${field('separate')}<w:r><w:t>旧条目</w:t></w:r></w:p>${p('旧条目')}<w:p>${field('end')}</w:p></w:sdtContent></w:sdt>`;

test('contents of the template are filled with ours, to its depth', async () => {
  const article = articleOf(section('甲', section('乙')));
  const { lines, document } = await fill({ body: OLD_CONTENTS + p('前言') + p('{{body}}') }, article);
  expect(lines).toEqual(['目\u3000次', '11 甲3', '前言', 'a3 题目', '1 甲', '2 乙']);
  expect(document.match(/<w:sdt>/g)).toHaveLength(1);
  expect(document).toContain('<w:tab w:val="right" w:leader="dot" w:pos="8306"/>');
});

test('bookmarks and pictures keep their names and numbers apart', async () => {
  const mark = '<w:p><w:bookmarkStart w:id="4" w:name="_Toc000000001"/><w:bookmarkEnd w:id="4"/></w:p>';
  const { document } = await fill({ body: mark + p('{{body}}') }, simple, {
    contents: { ...makeStyleSheet().contents, show: true },
  });
  const starts = [...document.matchAll(/<w:bookmarkStart [^>]*>/g)].map(([tag]) => tag);
  const names = starts.map((tag) => attribute(tag, 'w:name'));
  expect(names).toEqual(['_Toc000000001', '_Toc000000001_1', '_Toc000000002']);
  expect(new Set(starts.map((tag) => attribute(tag, 'w:id'))).size).toBe(3);
  expect(document).toContain('w:anchor="_Toc000000001_1"');
  expect(document).toContain(' PAGEREF _Toc000000001_1 \\h ');
});

test('a template that marks no default means its Normal; one without has ours', async () => {
  const unmarked = CHINESE_STYLES.replace(' w:default="1"', '');
  const { parts } = await fill({ stylesPart: stylesPart(unmarked) }, simple);
  expect(styleNamed(parts.get('word/styles.xml') ?? '', 'Normal')).toContain('w:default="1"');
  const other = await fill({ stylesPart: stylesPart(paragraphStyle('x', 'x')) }, simple);
  const styles = other.parts.get('word/styles.xml') ?? '';
  expect(styles.match(/w:type="paragraph" w:default="1"/g)).toHaveLength(1);
});

test('a template without any styles has ours', async () => {
  const { lines, parts } = await fill({ stylesPart: null }, simple);
  expect(lines[1]).toBe('Heading1 总则');
  expect(parts.get('word/styles.xml')).toContain('<w:docDefaults>');
  expect(parts.get('word/_rels/document.xml.rels')).toContain('Target="styles.xml"');
});

test('the layout that counts pages has the page and the sizes of the template', async () => {
  const seen: number[] = [];
  const reference = templateFile({
    styles: paragraphStyle('x', '正文缩进', INDENTED),
    section: CHINESE_SECTION.replace('w:w="11906"', 'w:w="8391"'),
  });
  const shown = { ...makeStyleSheet(), contents: { ...makeStyleSheet().contents, show: true } };
  await renderDocx(
    simple,
    shown,
    async (_, { page, styles }) => {
      seen.push(page.widthPt, page.charactersPerLine, styles.body.sizePt, styles['heading-1'].sizePt);
      return { headings: [], terms: new Map() };
    },
    { reference },
  );
  expect(seen).toEqual([419.55, 14, 16, 22]);
});

test('everything that an article can hold goes into a template, twice the same, as well-formed parts', async () => {
  const template: TemplateParts = { body: p('前') + p('{{body}}') + p('后') };
  const once = await fill(template, richArticle);
  const again = await fill(template, richArticle);
  expect(Buffer.compare(once.bytes, again.bytes)).toBe(0);
  for (const [path, xml] of once.parts) expect(xmlFault(xml), path).toBeUndefined();
  const styles = once.parts.get('word/styles.xml') ?? '';
  const ids = new Set(elements(styles, 'style').map((style) => attribute(style, 'w:styleId')));
  const named = [
    ...`${once.document}${styles}`.matchAll(
      /<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val="([^"]*)"/g,
    ),
  ];
  expect(named.map(([, id]) => id).filter((id) => !ids.has(id))).toEqual([]);
  const rels = once.parts.get('word/_rels/document.xml.rels') ?? '';
  const used = [...once.document.matchAll(/ r:(?:id|embed)="([^"]*)"/g)].map(([, id]) => id);
  expect(used.filter((id) => !rels.includes(`Id="${id}"`))).toEqual([]);
});

test('a file that was made from a template is a template itself', async () => {
  const first = await fill({ body: p('{{body}}') }, richArticle);
  const second = await fill(first.bytes, richArticle);
  const third = await fill(second.bytes, richArticle);
  expect(third.lines).toEqual(second.lines);
  expect(second.codes).toContain('reference-numbers-kept');
  expect(second.parts.get('word/styles.xml')).toBe(first.parts.get('word/styles.xml'));
});

const PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
const RENDERED = '<w:p><w:r><w:lastRenderedPageBreak/><w:t>续</w:t></w:r></w:p>';
const ends = (type = ''): string => `<w:p><w:pPr>${sectionOf(type)}</w:pPr></w:p>`;
const sectionOf = (type: string, start = ''): string =>
  CHINESE_SECTION.replace('<w:pgSz', `${type}<w:pgSz`).replace('<w:cols', `${start}<w:cols`);
const ODD = '<w:type w:val="oddPage"/>';

test.each([
  ['nothing before', '', sectionOf(''), '1'],
  ['a cover', PAGE, sectionOf(''), '2'],
  ['a cover as a section', ends(), sectionOf(''), '2'],
  ['pages that Word has seen', PAGE + RENDERED + RENDERED + RENDERED, sectionOf(''), '4'],
  ['pages that begin to count', ends(), sectionOf('', '<w:pgNumType w:start="1"/>'), '1'],
  ['a section on the same page', ends(), sectionOf('<w:type w:val="continuous"/>'), '1'],
  ['sections on right-hand pages', ends() + ends(ODD), sectionOf(ODD), '5'],
])('page numbers of contents count on from the template: %s', async (_, before, last, page) => {
  const reference = templateFile({ body: OLD_CONTENTS + before + p('{{body}}'), section: last });
  const findPages = async () => ({ headings: ['1'], headingPages: [0], terms: new Map() });
  const { bytes } = await renderDocx(articleOf(section('甲')), makeStyleSheet(), findPages, { reference });
  expect(linesOf(part(bytes, 'word/document.xml'))[1]).toBe(`11 甲${page}`);
});

test('contents have the numbers that the template prints', async () => {
  const levels = [level(0, 'chineseCounting', '第%1章', '1'), level(1, 'decimal', '%1.%2', '2')];
  const inDigits = levels.map((each) => each.replace('<w:lvlText', '<w:isLgl/><w:lvlText'));
  const article = articleOf(section('甲', section('乙')), section('丁', section('戊')));
  const contents = async (...given: string[]): Promise<readonly string[]> => {
    const body = OLD_CONTENTS.replace('1-1', '1-2') + p('{{body}}');
    return (await fill({ ...numbered(...given), body }, article)).lines.slice(1, 5);
  };
  expect(await contents(...levels)).toEqual(['11 第一章 甲3', '21 一.1 乙3', '11 第二章 丁3', '21 二.1 戊3']);
  expect(await contents(...inDigits)).toEqual(['11 第1章 甲3', '21 1.1 乙3', '11 第2章 丁3', '21 2.1 戊3']);
});
