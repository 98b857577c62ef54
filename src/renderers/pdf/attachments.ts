import { ConversionError } from '../../diagnostics.js';
import type { PackedDocument } from './packed-document.js';
import { type PdfReference, pdfText } from './pdfkit-internals.js';
import { type TreeRow, writeTree } from './trees.js';

/** A file inside the PDF. */
export interface PdfAttachment {
  /** As whoever takes it out will see it; of a path the last part counts. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** `text/plain`, `text/html` and so on. */
  readonly mediaType: string;
  /** One line for the list of attachments. */
  readonly description?: string;
  /** What it is to the document; `Source` when absent: what the document was made from. */
  readonly relationship?: 'Source' | 'Data' | 'Alternative' | 'Supplement' | 'Unspecified';
  /** When it was last changed; no date when absent, since the clock must not get into the file. */
  readonly modifiedOn?: Date;
}

/** One token of ASCII, a slash, another. @see RFC 6838, 4.2 */
const MEDIA_TYPE = /^[a-z0-9][\w!#$&^.+-]{0,126}\/[a-z0-9][\w!#$&^.+-]{0,126}$/i;

/**
 * Puts files into a PDF and names them in its catalogue, as files of the whole document.
 *
 * @throws ConversionError when two bear one name; TypeError for what is no media type.
 * @see ISO 32000-1, 7.11; ISO 19005-3, 6.8
 */
export function writeAttachments(document: PackedDocument, attachments: readonly PdfAttachment[]): void {
  if (attachments.length === 0) return;
  const files = new Map<string, PdfReference>();
  for (const attachment of attachments) {
    const name = baseName(attachment.name);
    if (files.has(name)) throw new ConversionError('attachments-alike', { name });
    files.set(name, writeFile(document, name, attachment));
  }
  const rows = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const names = document._root.data.Names as PdfReference;
  names.data.EmbeddedFiles = writeTree(
    document,
    'Names',
    rows.map(([name, file]): TreeRow => [pdfText(name), file]),
  );
  document._root.data.AF = [...files.values()];
}

function writeFile(document: PackedDocument, name: string, attachment: PdfAttachment): PdfReference {
  const { bytes, mediaType, description, relationship = 'Source', modifiedOn } = attachment;
  if (!MEDIA_TYPE.test(mediaType)) throw new TypeError(`"${mediaType}" is no media type`);
  const stream = document.ref({
    Type: 'EmbeddedFile',
    // As a name of PDF: neither slash nor number sign stands in one as it is.
    Subtype: mediaType.replace(/[/#]/g, (char) => `#${char.charCodeAt(0).toString(16).toUpperCase()}`),
    Params: { Size: bytes.length, ModDate: modifiedOn },
  });
  stream.end(bytes);
  const file = document.ref({
    Type: 'Filespec',
    F: pdfText(name),
    UF: pdfText(name),
    ...(description !== undefined && { Desc: pdfText(description) }),
    AFRelationship: relationship,
    EF: { F: stream, UF: stream },
  });
  file.end();
  return file;
}

/** Without folders and without what no file system takes: an attachment is saved where its reader says. */
function baseName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const safe = last.replace(/[\p{Cc}\p{Cs}<>:"|?*]/gu, '_').replace(/^\.+/, '_');
  return safe === '' ? 'attachment' : safe;
}
