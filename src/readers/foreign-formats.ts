import { ZipArchive } from '../zip/index.js';

/** Files of office programs before 2007, and of WPS. */
const OLE_KIND = 'DOC / XLS / PPT / WPS';

/** How files begin that hold no text of ours, with what a user calls them. */
const SIGNATURES: readonly (readonly [kind: string, begins: string | readonly number[]])[] = [
  ['PDF', '%PDF-'],
  ['RTF', '{\\rtf'],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', 'GIF8'],
  ['TIFF', [0x49, 0x49, 0x2a, 0x00]],
  ['TIFF', [0x4d, 0x4d, 0x00, 0x2a]],
  ['BMP', [0x42, 0x4d, -1, -1, -1, -1, 0, 0, 0, 0]],
  ['RIFF (WebP, WAV, AVI)', 'RIFF'],
  // Word before 2007, and WPS: an OLE compound file.
  [OLE_KIND, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['gzip', [0x1f, 0x8b]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['RAR', 'Rar!\x1A\x07'],
  ['ELF', [0x7f, 0x45, 0x4c, 0x46]],
  ['EXE', [0x4d, 0x5a, 0x90, 0x00]],
  ['MP3', 'ID3'],
  ['MP4', [-1, -1, -1, -1, 0x66, 0x74, 0x79, 0x70]],
  ['SQLite', 'SQLite format 3\0'],
];

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** What a zip without a part begins with. */
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];

/** What a zip holds, by the folders that only such files have, or by the type that it says first. */
const IN_ZIP: readonly (readonly [kind: 'docx' | 'XLSX' | 'PPTX' | 'EPUB' | 'ODT', mark: RegExp])[] = [
  ['docx', /^word\//i],
  ['XLSX', /^xl\//i],
  ['PPTX', /^ppt\//i],
];
const TYPES_IN_ZIP: readonly (readonly [kind: 'EPUB' | 'ODT', mark: string])[] = [
  ['EPUB', 'application/epub+zip'],
  ['ODT', 'application/vnd.oasis.opendocument.text'],
];

/** Bytes in which a zip says its type, or a damaged one the names of its first parts. */
const ZIP_WINDOW = 65_536;

/** Names of streams in an OLE compound file, by which the programs are told that write them. */
const IN_OLE: readonly (readonly [kind: string, stream: string])[] = [
  ['protected-docx', 'EncryptedPackage'],
  ['old-word', 'WordDocument'],
];
/**
 * What a file is when it is no text: `docx`; `protected-docx` for one under a password and `old-word` for its
 * predecessor; another kind by its usual name; or undefined for what may be text.
 */
export function binaryKind(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, ZIP) || startsWith(bytes, EMPTY_ZIP)) return zipKind(bytes);
  const kind = SIGNATURES.find(([, begins]) =>
    startsWith(bytes, typeof begins === 'string' ? [...begins].map((char) => char.charCodeAt(0)) : begins),
  )?.[0];
  return kind === OLE_KIND ? oleKind(bytes) : kind;
}

/** The directory of an OLE file may stand anywhere in it. */
function oleKind(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return IN_OLE.find(([, stream]) => buffer.includes(stream, 0, 'utf16le'))?.[0] ?? OLE_KIND;
}

/** A byte of -1 stands for any. */
function startsWith(bytes: Uint8Array, begins: readonly number[]): boolean {
  return begins.every((byte, index) => byte === -1 || byte === bytes[index]);
}

function zipKind(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, ZIP_WINDOW)).toString('latin1');
  const typed = TYPES_IN_ZIP.find(([, type]) => head.slice(0, 200).includes(`mimetype${type}`));
  if (typed) return typed[0];
  const names = namesIn(bytes) ?? head.match(/(?:word|xl|ppt)\/[\w./-]{1,80}/gi) ?? [];
  const found = IN_ZIP.find(([, mark]) => names.some((name) => mark.test(name)));
  // a Word file may keep its text elsewhere; what else keeps to these conventions is known by its folder
  return found?.[0] ?? (names.some((name) => /^\[content_types\]\.xml$/i.test(name)) ? 'docx' : 'ZIP');
}

/** Names of the parts, or undefined when the directory is damaged. */
function namesIn(bytes: Uint8Array): string[] | undefined {
  try {
    return [...new ZipArchive(bytes).names];
  } catch {
    return undefined;
  }
}
