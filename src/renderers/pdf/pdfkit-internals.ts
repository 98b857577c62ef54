import { loadPdfkit } from './load-pdfkit.js';
import type { ObjectNumber } from './pdf-syntax.js';

/**
 * The part of pdfkit 0.20.2 that is used here, private names included; pdfkit's own types know little of it.
 * `test/renderers/pdf/pdfkit-contract.test.ts` touches each of them, so that an update cannot break them unseen.
 */
export interface PdfkitDocument {
  readonly page: PdfkitPage;
  readonly _root: PdfReference;
  readonly _info: PdfReference;
  /** Byte offset of every object by number, from 1 on; null until it is written. */
  readonly _offsets: (number | null)[];
  _id: Buffer;
  _offset: number;
  /** Encrypts what is written; pdfkit asks it for every object. */
  _security: PdfkitSecurity | null;
  info: Record<string, string | Date>;
  addPage(options: { readonly size: [number, number]; readonly margin: number }): PdfkitDocument;
  ref(data?: PdfDictionary): PdfReference;
  openImage(bytes: Uint8Array): PdfkitJpeg;
  end(): void;
  endMetadata(): void;
  _write(data: string | Uint8Array): void;
  _refEnd(reference: PdfReference): void;
  _finalize(): void;
}

export interface PdfkitSecurity {
  readonly dictionary: PdfReference;
  getEncryptFn(id: number, generation: number): (plain: Uint8Array) => Uint8Array;
  end(): void;
}

export interface PdfkitPage {
  readonly content: PdfReference;
  readonly dictionary: PdfReference;
  readonly fonts: Record<string, PdfReference>;
  readonly xobjects: Record<string, PdfReference>;
}

/** An indirect object: data, and bytes if it is a stream. Written when it is ended. */
export interface PdfReference {
  readonly document: PdfkitDocument;
  readonly id: number;
  readonly data: Record<string, PdfValue>;
  /** Chunks of the stream so far. */
  readonly buffer: Uint8Array[];
  compress: boolean;
  write(chunk: string | Uint8Array): void;
  /** Writes it into its document; called by `end`. */
  finalize(): void;
  end(chunk?: string | Uint8Array): void;
}

export interface PdfkitJpeg {
  readonly width: number;
  readonly height: number;
  /** Exif orientation, 1 to 8. */
  readonly orientation: number;
  readonly colorSpace?: string;
  readonly obj: PdfReference;
  embed(document: PdfkitDocument): void;
}

/**
 * How values are written: a string becomes a name (`/Page`), a `String` object a text string, `undefined` is left
 * out, `null` is null.
 */
export type PdfValue =
  | string
  // biome-ignore lint/complexity/noBannedTypes: pdfkit tells text strings from names by this very class
  | String
  | number
  | boolean
  | null
  | undefined
  | Date
  // Bytes as a hexadecimal string, which pdfkit does not encrypt: for the encryption's own dictionary alone.
  | Uint8Array
  | PdfReference
  | ObjectNumber
  | readonly PdfValue[]
  | PdfDictionary;

export interface PdfDictionary {
  readonly [key: string]: PdfValue;
}

/** pdfkit's document class under the types above. */
export const PdfkitBase: new (options: object) => PdfkitDocument = loadPdfkit() as new (
  options: object,
) => PdfkitDocument;

/** Characters that a text string must not hold: in UTF-16 an escape begins a language code, and 18 to 1F are accents. */
const CONTROLS = /\p{Cc}+|\p{Cs}/gu;

/** A text string for pdfkit: UTF-16 if need be. Controls and lone surrogates become blanks. */
// biome-ignore lint/complexity/noBannedTypes: see PdfValue
export function pdfText(text: string): String {
  return new String(plainText(text));
}

/** One line without controls and halves of characters, as a title, an address or a name is. */
export function plainText(text: string): string {
  return text.replace(CONTROLS, ' ');
}
