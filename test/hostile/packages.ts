import { strToU8, zipSync } from 'fflate';
import { type HostileInput, noise, noisyBytes, ofBytes } from './input.js';

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TEXT = paragraph('天地玄黄\uFF0C宇宙洪荒。');

const CONTENT_TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const ROOT_RELATIONS = relations(['rId1', 'officeDocument', 'word/document.xml']);

function relations(...rows: readonly (readonly [id: string, kind: string, target: string])[]): string {
  const written = rows.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${written.join('')}</Relationships>`;
}

function paragraph(text: string, properties = ''): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
}

function body(children: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${children}</w:body></w:document>`;
}

type Parts = Readonly<Record<string, string | Uint8Array>>;

function pack(parts: Parts): Uint8Array {
  const all = { '[Content_Types].xml': CONTENT_TYPES, '_rels/.rels': ROOT_RELATIONS, ...parts };
  return zipSync(
    Object.fromEntries(
      Object.entries(all).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
    { level: 1, mtime: new Date(1980, 1, 1) },
  );
}

function word(
  name: string,
  make: (size: number) => string,
  others: (size: number) => Parts = () => ({}),
): HostileInput {
  return ofBytes(name, (size) => pack({ 'word/document.xml': body(make(size)), ...others(size) }), 'docx');
}

function wrapped(name: string, open: string, close: string): HostileInput {
  return word(`${name} in itself`, (size) => `${open.repeat(size)}${TEXT}${close.repeat(size)}`);
}

/** Sizes in the headers of a zip made to say something else than what is inside. */
function lying(archive: Uint8Array): Uint8Array {
  const copy = archive.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 30 < copy.length; at++) {
    const signature = view.getUint32(at, true);
    if (signature === 0x04034b50) view.setUint32(at + 22, 10, true);
    if (signature === 0x02014b50) view.setUint32(at + 24, 10, true);
  }
  return copy;
}

/** A bomb: a thousand bytes of zeros for each one in the file. */
function bomb(size: number): Uint8Array {
  return pack({
    'word/document.xml': body(TEXT),
    'word/styles.xml': new Uint8Array(size * 4000),
    'word/media/a.png': new Uint8Array(size * 4000),
  });
}

const STYLES_IN_A_CIRCLE = `<?xml version="1.0"?><w:styles ${W}><w:style w:type="paragraph" w:styleId="a"><w:name w:val="a"/><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="b"/><w:basedOn w:val="a"/></w:style><w:style w:type="paragraph" w:styleId="__proto__"><w:name w:val="heading 1"/></w:style></w:styles>`;
const LISTS_IN_A_CIRCLE = `<?xml version="1.0"?><w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="a"/></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="99999999999"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1%2%3%4%5%6%7%8%9、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
const NOTES_IN_A_CIRCLE = `<?xml version="1.0"?><w:footnotes ${W}><w:footnote w:id="1"><w:p><w:r><w:footnoteReference w:id="1"/><w:t>注</w:t></w:r></w:p></w:footnote></w:footnotes>`;

const mended: readonly HostileInput[] = [
  word(
    'references that lead nowhere',
    () =>
      `${paragraph('一', '<w:pStyle w:val="none"/><w:numPr><w:ilvl w:val="77"/><w:numId w:val="99"/></w:numPr>')}<w:p><w:r><w:footnoteReference w:id="5"/></w:r><w:hyperlink r:id="rId9"><w:r><w:t>链</w:t></w:r></w:hyperlink></w:p>${TEXT}`,
  ),
  word(
    'styles, lists and notes in circles',
    () =>
      paragraph('一', '<w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') +
      paragraph(
        '二',
        '<w:pStyle w:val="__proto__"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>',
      ) +
      '<w:p><w:r><w:t>字</w:t><w:footnoteReference w:id="1"/></w:r></w:p>',
    () => ({
      'word/styles.xml': STYLES_IN_A_CIRCLE,
      'word/numbering.xml': LISTS_IN_A_CIRCLE,
      'word/footnotes.xml': NOTES_IN_A_CIRCLE,
      'word/_rels/document.xml.rels': relations(
        ['rId1', 'styles', 'styles.xml'],
        ['rId2', 'numbering', 'numbering.xml'],
        ['rId3', 'footnotes', 'footnotes.xml'],
      ),
    }),
  ),
  word(
    'relations that climb out',
    () => `${TEXT}<w:p><w:r><w:pict/></w:r></w:p>`,
    () => ({
      'word/_rels/document.xml.rels': relations(
        ['rId1', 'image', '../../../../etc/passwd'],
        ['rId2', 'image', 'file:///etc/passwd'],
        ['rId3', 'styles', 'http://127.0.0.1/styles.xml'],
      ),
      '../../evil.txt': 'x',
      '/etc/evil': 'x',
      __proto__: 'x',
    }),
  ),
  word(
    'a table of great spans',
    (size) =>
      `<w:tbl>${'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>'.repeat(Math.min(size, 1000))}</w:tbl>${TEXT}`,
  ),
  word('paragraphs without end', (size) => TEXT.repeat(size)),
  word('headings without end', (size) => paragraph('一、标题', '<w:outlineLvl w:val="0"/>').repeat(size)),
  word('a run without end', (size) => paragraph('天地玄黄'.repeat(size * 10))),
  word(
    'runs without end',
    (size) => `<w:p>${'<w:r><w:rPr><w:b/></w:rPr><w:t>字</w:t></w:r>'.repeat(size)}</w:p>`,
  ),
  word(
    'fields that never end',
    (size) =>
      `<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(size)}<w:r><w:t>字</w:t></w:r></w:p>`,
  ),
  word('elements of no known kind', (size) => `${'<w:zzz>'.repeat(size)}字${'</w:zzz>'.repeat(size)}${TEXT}`),
  word('controls and noncharacters', () => paragraph('字&#1;&#xFFFE;&#xD800;符')),
];

const broken: readonly HostileInput[] = [
  ofBytes('XML that breaks off', () => pack({ 'word/document.xml': body(TEXT).slice(0, -20) }), 'docx'),
  ofBytes(
    'XML with entities',
    () =>
      pack({
        'word/document.xml': `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]><w:document ${W}><w:body>${paragraph('&c;&x;')}</w:body></w:document>`,
      }),
    'docx',
  ),
  ofBytes('XML that is noise', (size) => pack({ 'word/document.xml': noisyBytes(size) }), 'docx'),
  ofBytes(
    'styles that are noise',
    (size) =>
      pack({
        'word/document.xml': body(TEXT),
        'word/styles.xml': noisyBytes(size),
        'word/numbering.xml': '<',
        'word/_rels/document.xml.rels': '<<<',
      }),
    'docx',
  ),
  ofBytes('a bomb', bomb, 'docx'),
  ofBytes('a bomb that lies about its size', (size) => lying(bomb(size)), 'docx'),
  ofBytes(
    'a body that inflates a thousandfold',
    (size) => lying(pack({ 'word/document.xml': body(`${' '.repeat(size * 4000)}${TEXT}`) })),
    'docx',
  ),
  ofBytes(
    'entries without end',
    (size) =>
      pack({
        'word/document.xml': body(TEXT),
        ...Object.fromEntries(Array.from({ length: size }, (_, at) => [`x/${at}`, ''])),
      }),
    'docx',
  ),
  ofBytes('no document inside', () => zipSync({ 'a.txt': strToU8('字') }), 'docx'),
  ofBytes('an empty zip', () => Uint8Array.of(0x50, 0x4b, 5, 6, ...new Uint8Array(18)), 'docx'),
  ofBytes(
    'a zip cut in half',
    (size) => {
      const whole = pack({ 'word/document.xml': body(TEXT.repeat(size / 10)) });
      return whole.subarray(0, whole.length / 2);
    },
    'docx',
  ),
  ofBytes(
    'a zip with bytes changed',
    (size) => {
      const changed = pack({ 'word/document.xml': body(TEXT.repeat(size / 10)) });
      for (let at = 0; at < 40; at++) {
        const place = Math.floor(noise(at + 1) * changed.length);
        changed[place] = (changed[place] ?? 0) ^ 0x55;
      }
      return changed;
    },
    'docx',
  ),
];

/** Word files, and zips that say they are. */
export const hostilePackages: readonly HostileInput[] = [
  wrapped('a table', '<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'),
  wrapped('a content control', '<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>'),
  wrapped('an insertion', '<w:ins>', '</w:ins>'),
  word(
    'a text box in itself',
    (size) =>
      `${'<w:p><w:r><w:pict><w:txbxContent>'.repeat(size)}${TEXT}${'</w:txbxContent></w:pict></w:r></w:p>'.repeat(size)}`,
  ),
  word(
    'a hyperlink in itself',
    (size) =>
      `<w:p>${'<w:hyperlink w:anchor="x">'.repeat(size)}<w:r><w:t>字</w:t></w:r>${'</w:hyperlink>'.repeat(size)}</w:p>`,
  ),
  ...mended,
  ...broken,
];
