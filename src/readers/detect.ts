import { ConversionError } from '../diagnostics.js';
import type { InputFormat } from '../model/index.js';
import { isFlatOpc, isWord2003 } from './docx/flat-opc.js';
import { decodeText } from './encoding.js';
import { binaryKind } from './foreign-formats.js';
import { looksLikeMarkdown } from './markdown-cues.js';
import type { ReadOptions } from './reader.js';

/** Bytes at the start that a decision is made on. */
const HEAD = 32_768;

const BY_ENDING: Readonly<Record<string, InputFormat>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  mkd: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  json: 'json',
  docx: 'docx',
};

/** A whole page, as a browser saves it: it starts with its doctype or root, comments and declarations aside. */
const HTML_PAGE =
  /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]{0,4000}?-->\s*)?<(?:!doctype\s+html|html[\s>])/i;
/** A piece of a page: it starts with a block's tag, and closes several. */
const HTML_PIECE = /^\s*<(?:head|body|div|p|h[1-6]|article|section|table|meta|title)[\s>]/i;
const HTML_CLOSING_TAG = /<\/(?:p|div|h[1-6]|li|td|span|body)>/gi;

const OUR_JSON = /^\s*\{(?=[\s\S]*"schema"\s*:)(?=[\s\S]*"(?:parts|language|provenance)"\s*:)/;

/**
 * Which format the bytes are: by what they hold, then by the ending of the name. A doubtful text is plain text.
 *
 * @throws ConversionError `input-foreign` for files that hold no text of ours (PDF, images, archives),
 *   `input-empty` for no bytes, `input-not-text` for bytes that no encoding turns into text.
 */
export function detectFormat(bytes: Uint8Array, options: ReadOptions = {}): InputFormat {
  if (options.from !== undefined) return options.from;
  if (bytes.length === 0) throw new ConversionError('input-empty');
  const binary = binaryKind(bytes);
  if (binary === 'docx') return 'docx';
  if (binary === 'protected-docx') throw new ConversionError('docx-protected');
  if (binary === 'old-word') throw new ConversionError('docx-old-word');
  if (binary !== undefined) throw new ConversionError('input-foreign', { kind: binary });
  const head = decodeText(wholeCharacters(bytes), options.encoding).text;
  if (isFlatOpc(head)) return 'docx';
  if (isWord2003(head)) throw new ConversionError('docx-old-word');
  const ending = options.fileName?.match(/\.([a-z]+)$/i)?.[1]?.toLowerCase() ?? '';
  const named = Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending] : undefined;
  return byContent(head, named) ?? (named === undefined || named === 'docx' ? 'text' : named);
}

/** What the text itself shows beyond doubt, given what its name promises. */
function byContent(head: string, named: InputFormat | undefined): InputFormat | undefined {
  if (HTML_PAGE.test(head)) return 'html';
  if (OUR_JSON.test(head)) return 'json';
  if (named !== undefined && named !== 'text') return undefined;
  if (HTML_PIECE.test(head) && (head.match(HTML_CLOSING_TAG)?.length ?? 0) >= 3) return 'html';
  return looksLikeMarkdown(head, named === 'text') ? 'markdown' : undefined;
}

/** The head of the file, without a character of UTF-8 that the cut has split. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= HEAD) return bytes;
  let end = HEAD;
  while (end > HEAD - 4 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end);
}
