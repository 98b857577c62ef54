import { strToU8, zipSync } from 'fflate';
import { docxReader } from '../../../src/readers/docx/read-docx.js';
import type { DraftReading } from '../../../src/readers/index.js';
import { draftOutline } from '../draft-outline.js';

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What a file holds beside its text: the inside of each part. */
export interface Parts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  /** Rows `[id, kind, target]`; a target on the net is external. */
  readonly relationships?: readonly (readonly [id: string, kind: string, target: string])[];
  /** Whole parts by their path. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Another path than `word/document.xml`. */
  readonly main?: string;
}

/** A Word file with these elements in its body. */
export function wordFile(body: string, parts: Parts = {}): Uint8Array {
  const { main = 'word/document.xml', styles, numbering, footnotes, endnotes } = parts;
  const own = { styles, numbering, footnotes, endnotes };
  const rows = Object.entries(own).flatMap(([kind, inside]) =>
    inside === undefined ? [] : [[`own-${kind}`, kind, `${kind}.xml`] as const],
  );
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const name = main.slice(folder.length);
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships([['rId1', 'officeDocument', main]]),
    [main]: root('document', `<w:body>${body}</w:body>`),
    [`${folder}_rels/${name}.rels`]: relationships([...rows, ...(parts.relationships ?? [])]),
    ...Object.fromEntries(
      Object.entries(own).flatMap(([kind, inside]) =>
        inside === undefined ? [] : [[`${folder}${kind}.xml`, root(kind, inside)]],
      ),
    ),
    ...parts.files,
  };
  return pack(files);
}

export function pack(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
}

/** A part of WordprocessingML. */
export function root(name: string, inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:${name} ${NAMESPACES}>${inside}</w:${name}>`;
}

function relationships(rows: readonly (readonly [string, string, string])[]): string {
  const written = rows.map(([id, kind, target]) => {
    const mode = /^https?:/.test(target) ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"${mode}/>`;
  });
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${written.join('')}</Relationships>`;
}

/** A paragraph: text, or runs already written, and the inside of its properties. */
export function p(inside: string, properties = ''): string {
  const runs = inside.startsWith('<') || inside === '' ? inside : r(inside);
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** A run, and the inside of its properties. */
export function r(text: string, properties = ''): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

export function styled(id: string): string {
  return `<w:pStyle w:val="${id}"/>`;
}

export function numbered(numId: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;
}

export function style(id: string, name: string, inside = '', type = 'paragraph'): string {
  return `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;
}

/** A level of a list: `chineseCounting` and `%1、`. */
export function level(at: number, format: string, text: string, inside = ''): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${inside}<w:lvlText w:val="${text}"/></w:lvl>`;
}

export function abstractNum(id: number, ...levels: string[]): string {
  return `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
}

export function num(id: number, abstractId: number, inside = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${inside}</w:num>`;
}

export function field(code: string, result: string): string {
  const mark = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
  return `${mark('begin')}<w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>${mark('separate')}${result}${mark('end')}`;
}

export async function readWord(bytes: Uint8Array): Promise<DraftReading> {
  return (await docxReader.read(bytes, {})) as DraftReading;
}

/** What a file with this body is read as, a line a block. */
export async function outlineOf(body: string, parts: Parts = {}): Promise<string[]> {
  return draftOutline((await readWord(wordFile(body, parts))).draft.blocks);
}

/** Codes of what was said. */
export async function codesOf(body: string, parts: Parts = {}): Promise<string[]> {
  return (await readWord(wordFile(body, parts))).diagnostics.map(({ code }) => code);
}
