import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Article,
  type Block,
  headingText,
  type Inline,
  outline,
  type Section,
} from '../../../src/model/index.js';
import { docxRenderer, renderDocx } from '../../../src/renderers/docx/index.js';
import { typedLabel } from '../../../src/renderers/docx/number-formats.js';
import { makeStyleSheet } from '../../../src/style/index.js';
import { arbitraryArticle } from '../../model/arbitrary-article.js';
import { articleOf, paragraph, richArticle, section, text } from './rich-article.js';
import { headingsInWord } from './word-counter.js';
import { elements, part, pretty, textOf, xmlFault, xmlParts } from './word-file.js';

const sheet = makeStyleSheet();

const render = async (article: Article, template = sheet): Promise<Uint8Array> =>
  (await docxRenderer.render(article, template, {})).bytes;

async function paragraphs(article: Article): Promise<string[]> {
  return elements(part(await render(article), 'word/document.xml'), 'p');
}

test('a paragraph carries its style and the hint, and nothing else', async () => {
  const [, written = ''] = await paragraphs(articleOf(paragraph('天地 Knuth')));
  expect(pretty(written)).toBe(
    [
      '<w:p>',
      '  <w:pPr>',
      '    <w:pStyle w:val="BodyTextFirstIndent"/>',
      '  </w:pPr>',
      '  <w:r>',
      '    <w:rPr>',
      '      <w:rFonts w:hint="eastAsia"/>',
      '    </w:rPr>',
      '    <w:t xml:space="preserve">天地 Knuth</w:t>',
      '  </w:r>',
      '</w:p>',
    ].join('\n'),
  );
});

test('a heading in sequence has its number from the style, and a bookmark', async () => {
  const [, written = ''] = await paragraphs(articleOf(section('一、|总则')));
  expect(written).toContain('<w:pStyle w:val="Heading1"/></w:pPr><w:bookmarkStart w:name="_Toc000000001"');
  expect(textOf(written)).toBe('总则');
});

test('the style of a heading has faces for both scripts, an outline level and the list', async () => {
  const styles = part(await render(articleOf(section('一、|总则'))), 'word/styles.xml');
  const heading = elements(styles, 'style').find((style) => style.includes('"Heading1"')) ?? '';
  expect(heading).toContain('w:eastAsia="黑体"');
  expect(heading).toContain('w:ascii="Arial"');
  expect(heading).toContain('<w:outlineLvl w:val="0"/>');
  expect(heading).toContain('<w:numPr><w:numId w:val="1"/></w:numPr>');
});

test('running text is indented by two characters, in both units', async () => {
  const styles = part(await render(articleOf()), 'word/styles.xml');
  expect(styles).toContain('<w:ind w:firstLineChars="200" w:firstLine="480"/>');
});

test('the ground of code reaches around its text and ends with the measure', async () => {
  const styles = elements(part(await render(articleOf()), 'word/styles.xml'), 'style');
  const code = styles.find((style) => style.includes('"SourceCode"')) ?? '';
  expect(code).toContain('<w:left w:val="single" w:sz="4" w:space="6" w:color="F4F4F4"/>');
  expect(code).toContain('<w:ind w:left="120" w:right="120"/>');
});

test('code builds on styles of the names by which pandoc knows it', async () => {
  const styles = elements(part(await render(articleOf()), 'word/styles.xml'), 'style');
  const style = (id: string): string => styles.find((each) => each.includes(`w:styleId="${id}"`)) ?? '';
  for (const [own, name] of [
    ['SourceCode', 'Source Code'],
    ['InlineCode', 'Verbatim Char'],
  ] as const) {
    const base = /<w:basedOn w:val="(\w+)"/.exec(style(own))?.[1] ?? '';
    expect(style(base)).toContain(`<w:name w:val="${name}"/>`);
    expect(style(base)).toContain('<w:semiHidden/>');
  }
});

test('words of code wear character styles of their kinds, which the document has only then', async () => {
  const code: Block = { type: 'code', text: 'return 甲;', language: 'js' };
  const bytes = await render(articleOf(code));
  const runs = elements(part(bytes, 'word/document.xml'), 'r').filter((run) => run.includes('CodeKeyword'));
  expect(runs).toHaveLength(1);
  expect(runs[0]).toContain('>return</w:t>');
  const [style = ''] = elements(part(bytes, 'word/styles.xml'), 'style').filter((each) =>
    each.includes('"CodeKeyword"'),
  );
  expect(style).toContain('<w:name w:val="代码关键字"/>');
  expect(style).toContain('<w:b/><w:color w:val="123F7C"/>');
  const plain = part(await render(articleOf({ ...code, language: 'text' })), 'word/styles.xml');
  expect(plain).not.toContain('CodeKeyword');
});

test('the official template has 28 characters and 22 lines a page', async () => {
  const bytes = await render(articleOf(), makeStyleSheet({ template: 'official' }));
  const document = part(bytes, 'word/document.xml');
  const margins = /w:right="(\d+)".*w:left="(\d+)"/.exec(document) ?? [];
  const measure = 11906 - Number(margins[1]) - Number(margins[2]);
  const normal = elements(part(bytes, 'word/styles.xml'), 'style')[0] ?? '';
  const cell =
    Number(/<w:sz w:val="(\d+)"/.exec(normal)?.[1]) * 10 +
    Number(/<w:spacing w:val="(-\d+)"\/>/.exec(normal)?.[1]);
  expect(Math.floor(measure / cell)).toBe(28);
  expect(document).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>');
  expect(part(bytes, 'word/settings.xml')).toContain('<w:mirrorMargins/>');
});

test('the contents are filled, linked and clean', async () => {
  const withContents = makeStyleSheet({ changes: { contents: { show: true } } });
  const article = articleOf(section('一、|甲', section('\uFF08一\uFF09|乙')), section('二、|丙'));
  const { bytes } = await renderDocx(article, withContents, async () => ({
    headings: ['1', '2', '7'],
    terms: new Map(),
  }));
  const document = part(bytes, 'word/document.xml');
  const entries = elements(document, 'p').filter((each) => each.includes('w:val="TOC'));
  expect(entries.map((entry) => textOf(entry))).toEqual([
    '目\u3000录',
    '一、甲1',
    '\uFF08一\uFF09乙2',
    '二、丙7',
  ]);
  expect(document).toContain('TOC \\o &quot;1-3&quot; \\h \\z \\u');
  expect(document).not.toContain('dirty');
  const anchors = [...document.matchAll(/w:anchor="([^"]+)"/g)].map(([, name]) => name);
  expect(anchors.every((name) => document.includes(`<w:bookmarkStart w:name="${name}"`))).toBe(true);
});

test('the page numbers of the contents are those of our own layout', async () => {
  const withContents = makeStyleSheet({ changes: { contents: { show: true } } });
  const long = paragraph('天地玄黄'.repeat(600));
  const bytes = await render(articleOf(section('一、|甲', long, long), section('二、|乙')), withContents);
  const entries = elements(part(bytes, 'word/document.xml'), 'p').filter((each) => each.includes('"TOC1"'));
  expect(entries.map((entry) => textOf(entry))).toEqual(['一、甲1', '二、乙5']);
});

test('a note is a real one, and its second mark refers to the first', async () => {
  const bytes = await render(richArticle);
  const document = part(bytes, 'word/document.xml');
  expect(document.match(/<w:footnoteReference w:id="1"\/>/g)).toHaveLength(1);
  expect(document).toContain('NOTEREF _Fn1 \\h');
  expect(textOf(part(bytes, 'word/footnotes.xml'))).toContain('见 CLREQ 第三章。');
  expect(textOf(part(bytes, 'word/endnotes.xml'))).toContain('尾注一条。');
});

test('notes are numbered in the order of reading, those of the lead first', async () => {
  const note = (id: string) => ({ id, kind: 'footnote', children: [paragraph(`注 ${id}`)] }) as const;
  const mark = (noteId: string): Inline => ({ type: 'noteReference', noteId });
  const article: Article = {
    ...articleOf(paragraph('正文', mark('b'))),
    lead: [paragraph('导语', mark('a'))],
    notes: [note('a'), note('b')],
  };
  const notes = elements(part(await render(article), 'word/footnotes.xml'), 'footnote').map(textOf);
  expect(notes.slice(2)).toEqual([' 注 a', ' 注 b']);
});

test('a run-in heading ends in a mark that Word never shows, and its text follows', async () => {
  const runIn = { ...section('\uFF08一\uFF09|要点。', paragraph('正文。')), runIn: true } as const;
  const [, heading = '', body = ''] = await paragraphs(articleOf(runIn));
  expect(heading).toContain('<w:specVanish/>');
  expect(heading).toContain('Heading1');
  expect(textOf(body)).toBe('正文。');
});

test('a picture that cannot be drawn leaves its words and is named', async () => {
  const figure = { type: 'figure', imageId: 'a', alt: '山水' } as const;
  const image = {
    state: 'present',
    mediaType: 'image/webp',
    bytes: new Uint8Array(9),
    widthPx: 3,
    heightPx: 3,
  } as const;
  const { bytes, diagnostics } = await docxRenderer.render(
    { ...articleOf(figure), images: { a: image } },
    sheet,
    {},
  );
  expect(part(bytes, 'word/document.xml')).toContain('〔图片\uFF1A山水〕');
  expect(diagnostics).toEqual([{ code: 'image-not-drawn', values: { image: 'a', kind: 'webp' } }]);
});

test('alternative text is the caption of a picture without one', async () => {
  const { images } = richArticle;
  const [imageId = ''] = Object.keys(images).filter((id) => images[id]?.state === 'present');
  const written = elements(
    part(
      await render({ ...articleOf({ type: 'figure', imageId, alt: '一个白点' }), images }),
      'word/document.xml',
    ),
    'p',
  );
  expect(written.at(-1)).toContain('<w:pStyle w:val="Caption"/>');
  expect(textOf(written.at(-1) ?? '')).toBe('一个白点');
});

test('a table wider than Word takes is cut, and said to be', async () => {
  const cells = Array.from({ length: 100 }, () => ({ children: [paragraph('甲')] }));
  const wide = { type: 'table', headRows: 0, columns: [], rows: [{ cells }] } as const;
  const { bytes, diagnostics } = await docxRenderer.render(articleOf(wide), sheet, {});
  expect(part(bytes, 'word/document.xml').match(/<w:tbl>/g)).toHaveLength(2);
  expect(diagnostics[0]?.code).toBe('docx-table-cut');
});

test('two runs give the same bytes, also after other files and in any time zone', async () => {
  const zone = process.env.TZ;
  const runs: Uint8Array[] = [];
  for (const place of ['UTC', 'Asia/Shanghai', 'America/Los_Angeles']) {
    process.env.TZ = place;
    runs.push(await render(richArticle));
  }
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(runs[1]).toEqual(runs[0]);
  expect(runs[2]).toEqual(runs[0]);
});

test('every article becomes well-formed parts in which each style and link target exists', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryArticle, async (article) => {
      const parts = xmlParts(await render(article));
      for (const [path, xml] of parts) expect([path, xmlFault(xml)]).toEqual([path, undefined]);
      const styles = parts.get('word/styles.xml') ?? '';
      for (const [, id] of (parts.get('word/document.xml') ?? '').matchAll(
        /<w:[prt]\w*Style w:val="([^"]+)"/g,
      )) {
        expect(styles).toContain(`w:styleId="${id}"`);
      }
    }),
    { numRuns: 40 },
  );
});

test('Word shows every heading with the number that its author wrote', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryArticle, async (article) => {
      const plain = (heading: string): string => heading.replace(/\s/g, '');
      const wanted = outline(article).map((entry) => plain(headingText(entry)));
      expect(headingsInWord(await render(article), 'override').map(plain)).toEqual(wanted);
    }),
    { numRuns: 60 },
  );
});

/** Headings that come near to being in sequence: the hard cases of counting. */
const nearSequence = fc.letrec<{ section: Section; sections: Section[] }>((tie) => ({
  section: fc
    .tuple(
      fc.constantFrom(
        '一、',
        '二、',
        '三、',
        '1.',
        '2.',
        '3.',
        '1.1',
        '1.2',
        '2.1',
        '①',
        '②',
        '第一章',
        '第二条',
        '',
      ),
      fc.oneof({ maxDepth: 3 }, fc.constant([]), tie('sections')),
    )
    .map(([label, children]) => section(label === '' ? '无号' : `${label}|甲`, ...children)),
  sections: fc.array(tie('section'), { maxLength: 5 }),
})).sections;

test('Word counts no heading otherwise than its author, however near the series come', async () => {
  await fc.assert(
    fc.asyncProperty(nearSequence, async (sections) => {
      const article = articleOf(...sections);
      const bytes = await render(article);
      const wanted = outline(article).map(
        ({ label, heading }) => typedLabel(label) + headingText({ heading }),
      );
      expect(headingsInWord(bytes, 'override')).toEqual(wanted);
      expect(headingsInWord(bytes, 'one')).toEqual(wanted);
    }),
    { numRuns: 60 },
  );
});

test('an article of nothing is a document of nothing', async () => {
  const { title: _title, ...untitled } = articleOf();
  const bytes = await render({ ...untitled, parts: [{ children: [] }] });
  expect(part(bytes, 'docProps/core.xml')).toContain('<dc:title>无题</dc:title>');
  expect(textOf(part(bytes, 'word/document.xml'))).toBe('');
});

test('the titles of a collection are heading 1 in the look of parts, their sections heading 2', async () => {
  const parts = [{ title: [text('第一篇')], children: [section('一、|甲')] }];
  const bytes = await render({ ...articleOf(), parts });
  const headings = elements(part(bytes, 'word/document.xml'), 'p').flatMap((each) => {
    const level = /"Heading(\d)"/.exec(each)?.[1];
    return level ? [`${level} ${textOf(each)}`] : [];
  });
  expect(headings).toEqual(['1 第一篇', '2 甲']);
  const style =
    elements(part(bytes, 'word/styles.xml'), 'style').find((each) => each.includes('"Heading1"')) ?? '';
  expect(style).toContain('<w:jc w:val="center"/>');
});
