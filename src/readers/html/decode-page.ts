import { ConversionError } from '../../diagnostics.js';
import { type DecodedText, decodeText } from '../encoding.js';
import { judgeDecoding } from '../judge-decoding.js';

/** The declaration stands at the beginning, as browsers ask (HTML Standard: within 1024 bytes); some pages are late. */
const HEAD_BYTES = 8192;

const DECLARATIONS: readonly RegExp[] = [
  /^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w-]{2,20})["']/i,
  /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w-]{2,20})/i,
];

/**
 * Decodes a page. A byte order mark decides; the declared encoding is a vote that wins when its result reads no worse
 * than what the bytes themselves suggest, since pages declare one encoding and send another.
 */
export function decodePage(bytes: Uint8Array, forced?: string): DecodedText {
  if (forced !== undefined) return decodeText(bytes, forced);
  const declared = declaredEncoding(bytes);
  const voted = declared === undefined ? undefined : attempt(bytes, declared);
  if (voted === undefined) return decodeText(bytes);
  const suggested = attempt(bytes);
  if (suggested === undefined) return voted.damaged === 0 ? voted : decodeText(bytes);
  if (suggested.encoding === voted.encoding || (suggested.encoding === 'utf-8' && suggested.damaged === 0))
    return suggested;
  return judgeDecoding(voted.text) >= judgeDecoding(suggested.text) ? voted : suggested;
}

/** The name that the page gives its encoding. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  for (const declaration of DECLARATIONS) {
    const name = declaration.exec(head)?.[1]?.toLowerCase();
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Undefined for a name that nobody knows, as some editors write it, and for bytes that give no text. */
function attempt(bytes: Uint8Array, encoding?: string): DecodedText | undefined {
  try {
    return decodeText(bytes, encoding);
  } catch (error) {
    if (error instanceof ConversionError) return undefined;
    throw error;
  }
}
