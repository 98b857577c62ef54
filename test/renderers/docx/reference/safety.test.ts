import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { ConversionError } from '../../../../src/diagnostics.js';
import { checkTemplateFile } from '../../../../src/renderers/docx/reference/index.js';
import { articleOf, paragraph, richArticle, section } from '../rich-article.js';
import { elements, part, xmlFault } from '../word-file.js';
import { fill, linesOf } from './filled.js';
import { head, p, relationsPart, type TemplateParts, templateFile } from './template-file.js';

const article = articleOf(section('一、|总则', paragraph('正文。')));

/** The code of the error that a file meets. */
function codeOf(bytes: Uint8Array): string {
  try {
    checkTemplateFile(bytes);
  } catch (error) {
    if (error instanceof ConversionError && error.hint !== '') return error.code;
    throw error;
  }
  return '';
}

const ole = (stream: string): Uint8Array =>
  Buffer.concat([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]);

test.each<[string, Uint8Array, string]>([
  ['a text', strToU8('题目'), 'reference-no-word'],
  ['nothing', new Uint8Array(), 'reference-no-word'],
  ['a zip of other things', zipSync({ 'a.txt': strToU8('a') }), 'reference-no-word'],
  [
    'a sheet of numbers',
    templateFile({ mainType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml' }),
    'reference-no-word',
  ],
  ['an old Word file', ole('WordDocument'), 'reference-old-word'],
  ['a locked Word file', ole('EncryptedPackage'), 'reference-protected'],
  ['half a file', templateFile().subarray(0, 900), 'reference-damaged'],
  ['a part that is no XML', templateFile({ body: '<w:p>' }), 'reference-damaged'],
  [
    'entities',
    templateFile({ files: { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><w:document/>' } }),
    'reference-damaged',
  ],
  ['elements without end', templateFile({ body: '<w:sdt>'.repeat(5000) }), 'reference-damaged'],
  [
    'styles that are not there',
    templateFile({ files: { 'word/_rels/document.xml.rels': relationsPart(['rId1|styles|gone.xml']) } }),
    'reference-damaged',
  ],
  [
    'no body',
    templateFile({
      files: {
        'word/document.xml':
          '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
      },
    }),
    'reference-damaged',
  ],
])('%s is refused with what to do', (_, bytes, code) => {
  expect(codeOf(bytes)).toBe(code);
});

test('a bomb is refused before it is inflated', () => {
  const zeros = new Uint8Array(64 * 1024 * 1024);
  const bytes = zipSync({ ...unzipSync(templateFile()), 'word/styles.xml': zeros }, { level: 9 });
  expect(codeOf(bytes)).toBe('reference-damaged');
});

test.each([
  'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml',
  'application/vnd.ms-word.document.macroEnabled.main+xml',
  'application/vnd.ms-word.template.macroEnabledTemplate.main+xml',
])('%s becomes a plain document', async (mainType) => {
  const { bytes, codes } = await fill({ mainType }, article);
  const types = part(bytes, '[Content_Types].xml');
  expect(types).toContain('wordprocessingml.document.main+xml');
  expect(types).not.toMatch(/macro|template\.main/i);
  expect(codes.includes('reference-macros-dropped')).toBe(mainType.includes('macro'));
});

const picture = (attribute: string): string =>
  `<w:p><w:r><w:t>图</w:t></w:r><w:r><w:drawing><wp:inline><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip ${attribute}/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

const HOSTILE: TemplateParts = {
  body: [
    p('{{body}}'),
    picture('r:link="rId20"'),
    picture('r:embed="rId99"'),
    '<w:altChunk r:id="rId21"/><w:subDoc r:id="rId22"/>',
    '<w:p><w:r><w:object><v:shape><v:imagedata r:id="rId23" src="file:///etc/passwd" o:href="http://a.example/x"/></v:shape><o:OLEObject Type="Link" r:id="rId24"/></w:object></w:r></w:p>',
    '<w:p><w:r><w:object><w:control r:id="rId25"/></w:object></w:r></w:p>',
    '<w:p><w:hyperlink r:id="rId26"><w:r><w:t>文件</w:t></w:r></w:hyperlink><w:hyperlink r:id="rId27"><w:r><w:t>网页</w:t></w:r></w:hyperlink></w:p>',
  ].join(''),
  settings:
    '<w:attachedTemplate r:id="rId1"/><w:updateFields/><w:documentProtection w:edit="readOnly"/><w:zoom w:percent="90"/>',
  relations: [
    'rId20|image|http://a.example/pixel.png|External',
    'rId21|aFChunk|chunk.html',
    'rId22|subDocument|http://a.example/b.docx|External',
    'rId23|image|http://a.example/c.emf|External',
    'rId24|oleObject|file:///c:/d.xls|External',
    'rId25|control|activeX/activeX1.xml',
    'rId26|hyperlink|file:///etc/passwd|External',
    'rId27|hyperlink|https://b.example/|External',
    'rId28|http://schemas.microsoft.com/office/2006/relationships/vbaProject|vbaProject.bin',
    'rId29|comments|comments.xml',
  ],
  files: {
    'word/chunk.html': '<script src="http://a.example/e.js"></script>',
    'word/vbaProject.bin': 'Sub AutoOpen()',
    'word/comments.xml': '<w:comments/>',
    'word/activeX/activeX1.xml': '<ax:ocx/>',
    'word/_rels/settings.xml.rels': relationsPart(['rId1|attachedTemplate|http://a.example/f.dotm|External']),
  },
};

test('nothing is taken over that fetches, runs or leads out of the file', async () => {
  const { bytes, parts, codes, document } = await fill(HOSTILE, article);
  for (const [path, data] of Object.entries(unzipSync(bytes))) {
    const text = Buffer.from(data).toString('latin1');
    expect(text, path).not.toMatch(
      /a\.example|etc\/passwd|AutoOpen|OLEObject|altChunk|attachedTemplate|subDoc|w:control/,
    );
    expect(path).not.toMatch(/vba|chunk|activeX|comments/);
  }
  expect(document).not.toContain('<w:drawing>');
  expect(linesOf(document).at(-1)).toBe('文件网页');
  expect(parts.get('word/_rels/document.xml.rels')).toContain(
    'Target="https://b.example/" TargetMode="External"',
  );
  expect(parts.get('word/settings.xml')).toContain('<w:zoom w:percent="90"/>');
  expect(parts.get('word/settings.xml')).not.toMatch(/updateFields|Protection/);
  expect(codes).toEqual(
    expect.arrayContaining([
      'reference-macros-dropped',
      'reference-external-dropped',
      'reference-embedded-dropped',
      'reference-unlocked',
    ]),
  );
});

const run = (inside: string): string => `<w:r>${inside}</w:r>`;
const mark = (type: string): string => run(`<w:fldChar w:fldCharType="${type}"/>`);
const complex = (instruction: string, result: string): string =>
  `<w:p>${mark('begin')}${run(`<w:instrText xml:space="preserve">${instruction}</w:instrText>`)}${mark('separate')}${run(`<w:t>${result}</w:t>`)}${mark('end')}</w:p>`;

test.each([
  ['DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"', false],
  [' INCLUDEPICTURE "http://a.example/p.png" \\d', false],
  [' IncludeText "\\\\\\\\a.example\\\\share"', false],
  [' HYPERLINK "file:///c:/a.exe"', false],
  [' HYPERLINK \\t "_blank" "file:///c:/a.exe"', false],
  [' HYPERLINK "https://b.example/" \\o "提示"', true],
  [' HYPERLINK \\l "_Toc1"', true],
  [' PAGE ', true],
  [' STYLEREF "标题 1"', true],
])('a field %s stays: %s', async (instruction, stays) => {
  const { document, lines, codes } = await fill(
    { body: p('{{body}}') + complex(instruction, '结果') },
    article,
  );
  expect(lines.at(-1)).toBe('结果');
  expect(document.includes('<w:instrText')).toBe(stays);
  expect(codes.includes('reference-fields-stopped')).toBe(!stays);
});

test('a field that is put together by another is stopped, as is one in a running head', async () => {
  const inner = `${mark('begin')}${run('<w:instrText>QUOTE 68 68 69</w:instrText>')}${mark('end')}`;
  const composed = `<w:p>${mark('begin')}${inner}${run('<w:instrText> x</w:instrText>')}${mark('separate')}${run('<w:t>甲</w:t>')}${mark('end')}</w:p>`;
  const { document, codes } = await fill({ body: p('{{body}}') + composed }, article);
  expect(document).not.toMatch(/> x<\/w:instrText>/);
  expect(codes).toContain('reference-fields-stopped');
  const section = '<w:sectPr><w:headerReference w:type="default" r:id="rId9"/></w:sectPr>';
  const simple = '<w:p><w:fldSimple w:instr="DDE a b c"><w:r><w:t>乙</w:t></w:r></w:fldSimple></w:p>';
  const inHead = await fill(
    {
      section,
      relations: ['rId9|header|header1.xml'],
      types: { 'word/header1.xml': 'header' },
      files: { 'word/header1.xml': head('hdr', simple) },
    },
    article,
  );
  expect(inHead.parts.get('word/header1.xml')).toMatch(/<w:p><w:r><w:t>乙<\/w:t><\/w:r><\/w:p>/);
});

test('tracked changes are accepted and comments taken out, both said', async () => {
  const body = [
    '<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>新</w:t></w:r></w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:rPr><w:b/><w:rPrChange w:id="3" w:author="a"><w:rPr/></w:rPrChange></w:rPr><w:t>文</w:t></w:r></w:p>',
    '<w:p><w:pPr><w:rPr><w:del w:id="4" w:author="a"/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p><w:p><w:r><w:t>后</w:t></w:r></w:p>',
    '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>评</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>',
    p('{{body}}'),
  ].join('');
  const { lines, document, diagnostics } = await fill({ body }, article);
  expect(lines.slice(0, 3)).toEqual(['新文', '前后', '评']);
  expect(document).not.toMatch(/w:ins |w:del |Change|omment/);
  expect(diagnostics).toContainEqual({ code: 'reference-changes-accepted', values: { count: 4 } });
  expect(diagnostics).toContainEqual({ code: 'reference-comments-dropped', values: { count: 1 } });
});

test('parts of strange names and paths get plain ones', async () => {
  const png = new Uint8Array(8);
  const { bytes, parts } = await fill(
    {
      body: p('{{body}}') + picture('r:embed="rId20"') + picture('r:embed="rId21"'),
      relations: ['rId20|image|../../../evil%20名.png', 'rId21|image|/_rels/x.png'],
      files: { 'evil 名.png': png, '_rels/x.png': png },
    },
    article,
  );
  const paths = Object.keys(unzipSync(bytes)).filter((path) => path.endsWith('.png'));
  expect(paths.sort()).toEqual(['word/media/picture1.png', 'word/media/picture2.png']);
  expect(parts.get('word/_rels/document.xml.rels')).toContain('Target="media/picture1.png"');
});

test('other prefixes and strict namespaces are read', async () => {
  const strict = 'xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"';
  const files = {
    'word/document.xml': `<x:document ${strict}><x:body><x:p><x:r><x:t>{{body}}</x:t></x:r></x:p><x:p><x:r><x:t>后</x:t></x:r></x:p></x:body></x:document>`,
  };
  const { lines, document } = await fill({ files }, article);
  expect(lines.at(-1)).toBe('后');
  expect(document).not.toContain('purl.oclc.org');
  expect(document).not.toMatch(/<x:/);
});

test('whatever is broken in a template, it is refused or filled with well-formed parts', async () => {
  const whole = templateFile({
    ...HOSTILE,
    numbering: '<w:abstractNum w:abstractNumId="0"/><w:num w:numId="1"/>',
  });
  const files = unzipSync(whole);
  const names = Object.keys(files);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom('<', '>', '"', '/', '&', 'w:p', '0', '9999999999', '')), {
        minLength: 1,
        maxLength: 4,
      }),
      async (name, edits) => {
        let text = Buffer.from(files[name] ?? []).toString('utf8');
        for (const [at, piece] of edits) {
          const index = at % (text.length + 1);
          text = text.slice(0, index) + piece + text.slice(index + 1);
        }
        const bytes = zipSync({ ...files, [name]: strToU8(text) }, { level: 1 });
        try {
          const { parts } = await fill(bytes, articleOf(paragraph('正文。')));
          for (const [path, xml] of parts) expect(xmlFault(xml), path).toBeUndefined();
          expect(elements(parts.get('word/document.xml') ?? '', 'p').length).toBeGreaterThan(0);
        } catch (error) {
          if (!(error instanceof ConversionError)) throw error;
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('styles that build on each other in a circle, or that nobody defines, are no trap', async () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="x"/><w:basedOn w:val="y"/></w:style><w:style w:type="paragraph" w:styleId="y"><w:name w:val="x"/><w:basedOn w:val="x"/></w:style><w:style w:type="paragraph" w:styleId="y"/><w:style w:styleId="z"/>';
  const { lines, parts } = await fill({ styles, body: p('旧文'.repeat(30), 'x') }, richArticle);
  expect(lines[4]).toMatch(/^x /);
  expect(parts.get('word/styles.xml')).toContain('<w:name w:val="x y"/>');
});
