import { strToU8, zipSync } from 'fflate';

/** What a template is made of; whatever is absent is as Chinese Word leaves it in a new document. */
export interface TemplateParts {
  /** Inside `w:body`, without the last section. */
  readonly body?: string;
  /** The last `w:sectPr`, or another one. */
  readonly section?: string;
  /** `w:style` elements beside those of {@link CHINESE_STYLES}. */
  readonly styles?: string;
  /** Instead of all styles; null leaves the part out. */
  readonly stylesPart?: string | null;
  /** Inside `w:numbering`; absent leaves the part out. */
  readonly numbering?: string;
  /** Inside `w:settings`. */
  readonly settings?: string;
  /** Relationships of the document beside those of its own parts: `rId9|image|media/a.png`, `rId8|hyperlink|http://…|External`. */
  readonly relations?: readonly string[];
  /** More files by path; texts are wrapped in nothing. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Content types of more parts: `word/header1.xml` → `header`. */
  readonly types?: Readonly<Record<string, string>>;
  /** The content type of the main part. */
  readonly mainType?: string;
}

const SCHEMAS = 'http://schemas.openxmlformats.org';
export const NAMESPACES: string = [
  `xmlns:w="${SCHEMAS}/wordprocessingml/2006/main"`,
  `xmlns:r="${SCHEMAS}/officeDocument/2006/relationships"`,
  `xmlns:wp="${SCHEMAS}/drawingml/2006/wordprocessingDrawing"`,
  `xmlns:mc="${SCHEMAS}/markup-compatibility/2006"`,
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'mc:Ignorable="w14"',
].join(' ');

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const style = (type: string, id: string, name: string, inside = '', attributes = ''): string =>
  `<w:style w:type="${type}"${attributes} w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;

/** A paragraph style as Chinese Word writes it. */
export const paragraphStyle = (id: string, name: string, properties = '', base = 'a'): string =>
  style('paragraph', id, name, `<w:basedOn w:val="${base}"/><w:qFormat/>${properties}`);

const HEADING_SIZES = [44, 32, 32] as const;

const heading = (level: number): string =>
  style(
    'paragraph',
    String(level),
    `heading ${level}`,
    `<w:basedOn w:val="a"/><w:next w:val="a"/><w:link w:val="${level}0"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="340" w:after="330" w:line="578" w:lineRule="auto"/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${HEADING_SIZES[level - 1]}"/></w:rPr>`,
  ) +
  style(
    'character',
    `${level}0`,
    `标题 ${level} 字符`,
    `<w:basedOn w:val="a0"/><w:link w:val="${level}"/><w:rPr><w:b/></w:rPr>`,
    ' w:customStyle="1"',
  );

/** The styles of a new document of Chinese Word: ids are letters and numbers, names are English. */
export const CHINESE_STYLES: string = [
  style(
    'paragraph',
    'a',
    'Normal',
    '<w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr><w:rPr><w:kern w:val="2"/><w:sz w:val="21"/></w:rPr>',
    ' w:default="1"',
  ),
  heading(1),
  heading(2),
  heading(3),
  style('character', 'a0', 'Default Paragraph Font', '<w:semiHidden/>', ' w:default="1"'),
  style(
    'table',
    'a1',
    'Normal Table',
    '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>',
    ' w:default="1"',
  ),
  style('numbering', 'a2', 'No List', '<w:semiHidden/>', ' w:default="1"'),
  paragraphStyle(
    'a3',
    'Title',
    '<w:pPr><w:spacing w:before="240" w:after="60"/><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="36"/></w:rPr>',
  ),
  paragraphStyle('a5', 'header', '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr>'),
  paragraphStyle('a7', 'footer', '<w:rPr><w:sz w:val="18"/></w:rPr>'),
  paragraphStyle('a9', 'List Paragraph', '<w:pPr><w:ind w:firstLineChars="200" w:firstLine="420"/></w:pPr>'),
  paragraphStyle('aa', 'caption', '<w:rPr><w:sz w:val="20"/></w:rPr>'),
  paragraphStyle('11', 'toc 1'),
  paragraphStyle('21', 'toc 2', '<w:pPr><w:ind w:leftChars="200" w:left="420"/></w:pPr>'),
  paragraphStyle('ab', 'footnote text', '<w:rPr><w:sz w:val="18"/></w:rPr>'),
  style(
    'character',
    'ac',
    'footnote reference',
    '<w:basedOn w:val="a0"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
  ),
  style(
    'character',
    'ad',
    'Hyperlink',
    '<w:basedOn w:val="a0"/><w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr>',
  ),
].join('');

const DEFAULTS =
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:eastAsia="宋体" w:hAnsi="Calibri" w:cs="Times New Roman"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" w:defUnhideWhenUsed="0" w:defQFormat="0" w:count="376"><w:lsdException w:name="Normal" w:uiPriority="0" w:qFormat="1"/></w:latentStyles>';

/** A4, 25.4 mm and 31.8 mm, lines 15.6 pt apart: a new document of Chinese Word. */
export const CHINESE_SECTION =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/><w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>';

/** Zip entries of one day, so that the templates of two runs are the same. */
const MTIME = new Date(1980, 0, 1, 12);

/** A template as a file. */
export function templateFile(parts: TemplateParts = {}): Uint8Array {
  const files: Record<string, string | Uint8Array> = { ...partsOf(parts), ...parts.files };
  files['[Content_Types].xml'] = contentTypes(parts, files);
  files['word/_rels/document.xml.rels'] ??= documentRelations(parts);
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, data]) => [path, typeof data === 'string' ? strToU8(data) : data]),
    ),
    { mtime: MTIME },
  );
}

function partsOf(parts: TemplateParts): Record<string, string> {
  const { body = '', section = CHINESE_SECTION, styles = '', stylesPart, numbering, settings } = parts;
  const wrapped = (name: string, inside: string): string =>
    `${DECLARATION}<w:${name} ${NAMESPACES}>${inside}</w:${name}>`;
  return {
    '_rels/.rels': relationsPart(['rId1|officeDocument|word/document.xml']),
    'word/document.xml': wrapped('document', `<w:body>${body}${section}</w:body>`),
    ...(stylesPart !== null && {
      'word/styles.xml': stylesPart ?? wrapped('styles', DEFAULTS + CHINESE_STYLES + styles),
    }),
    ...(numbering !== undefined && { 'word/numbering.xml': wrapped('numbering', numbering) }),
    ...(settings !== undefined && { 'word/settings.xml': wrapped('settings', settings) }),
  };
}

/** A part of relationships from rows of id, kind, target and, if it is so, `External`. */
export function relationsPart(rows: readonly string[]): string {
  const inside = rows.map((row) => {
    const [id, kind = '', target = '', mode] = row.split('|');
    const type = kind.includes(':') ? kind : `${SCHEMAS}/officeDocument/2006/relationships/${kind}`;
    return `<Relationship Id="${id}" Type="${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`;
  });
  return `${DECLARATION}<Relationships xmlns="${SCHEMAS}/package/2006/relationships">${inside.join('')}</Relationships>`;
}

function documentRelations({ stylesPart, numbering, settings, relations = [] }: TemplateParts): string {
  return relationsPart([
    ...(stylesPart === null ? [] : ['rId1|styles|styles.xml']),
    ...(numbering === undefined ? [] : ['rId2|numbering|numbering.xml']),
    ...(settings === undefined ? [] : ['rId3|settings|settings.xml']),
    ...relations,
  ]);
}

function contentTypes(
  { types = {}, mainType = `${WORD}.document.main+xml` }: TemplateParts,
  files: object,
): string {
  const own: Record<string, string> = { styles: 'styles', numbering: 'numbering', settings: 'settings' };
  const overrides = [
    ...Object.keys(files).flatMap((path) => {
      const name = own[/^word\/(\w+)\.xml$/.exec(path)?.[1] ?? ''];
      return name === undefined ? [] : [`<Override PartName="/${path}" ContentType="${WORD}.${name}+xml"/>`];
    }),
    ...Object.entries(types).map(
      ([path, type]) =>
        `<Override PartName="/${path}" ContentType="${type.includes('/') ? type : `${WORD}.${type}+xml`}"/>`,
    ),
  ];
  return `${DECLARATION}<Types xmlns="${SCHEMAS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${mainType}"/>${overrides.join('')}</Types>`;
}

/** A paragraph of the given runs, in a style. */
export function p(text: string | readonly string[], styleId?: string): string {
  const runs = (typeof text === 'string' ? [text] : text).map(
    (each) => `<w:r><w:t xml:space="preserve">${each}</w:t></w:r>`,
  );
  return `<w:p>${styleId ? `<w:pPr><w:pStyle w:val="${styleId}"/></w:pPr>` : ''}${runs.join('')}</w:p>`;
}

/** A part of a running head. */
export function head(kind: 'hdr' | 'ftr', inside: string): string {
  return `${DECLARATION}<w:${kind} ${NAMESPACES}>${inside}</w:${kind}>`;
}
