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
  ['DOC / XLS / PPT / WPS', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
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

/** What a zip holds, by a name that such files keep near their beginning or in their directory at the end. */
const IN_ZIP: readonly (readonly [kind: 'docx' | 'XLSX' | 'PPTX' | 'EPUB' | 'ODT', mark: string])[] = [
  ['docx', 'word/'],
  ['EPUB', 'application/epub+zip'],
  ['ODT', 'application/vnd.oasis.opendocument.text'],
  ['XLSX', 'xl/'],
  ['PPTX', 'ppt/'],
];

/** Bytes of a zip that are searched at either end. */
const ZIP_WINDOW = 65_536;

/** What a file is when it is no text: `docx`, another kind by its usual name, or undefined for what may be text. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, ZIP)) return zipKind(bytes);
  return SIGNATURES.find(([, begins]) =>
    startsWith(bytes, typeof begins === 'string' ? [...begins].map((char) => char.charCodeAt(0)) : begins),
  )?.[0];
}

/** A byte of -1 stands for any. */
function startsWith(bytes: Uint8Array, begins: readonly number[]): boolean {
  return begins.every((byte, index) => byte === -1 || byte === bytes[index]);
}

function zipKind(bytes: Uint8Array): string {
  const ends = [bytes.subarray(0, ZIP_WINDOW), bytes.subarray(-ZIP_WINDOW)];
  const names = ends.map((part) => Buffer.from(part).toString('latin1')).join('\n');
  return IN_ZIP.find(([, mark]) => names.includes(mark))?.[0] ?? 'ZIP';
}
