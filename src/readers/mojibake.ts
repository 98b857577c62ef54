import { judgeDecoding } from './judge-decoding.js';

/** How much of a text is looked at before it is taken back. */
const SAMPLE = 4_000;
/** Share of signs and accented letters above which a text is no language. */
const MOST_ACCENTED = 0.3;
const LEAST_WORTH = 0.6;

/** Windows-1252 where it differs from Latin-1: what browsers showed for the bytes 0x80 to 0x9F. */
const WINDOWS_1252 = new Map(
  [
    ...'\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178',
  ].map((char, index) => [char, 0x80 + index] as const),
);

/**
 * Chinese whose bytes were once shown as Western letters (æ˜¥å¤©, ´ºÌì) and saved so, taken back and decoded as meant;
 * undefined for any other text. It is done once: what was damaged twice stays as it is and is seen.
 */
export function undoMojibake(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE);
  const accented = sample.match(/[\u0080-\u02DC\u2013-\u2122]/gu)?.length ?? 0;
  if (accented < sample.length * MOST_ACCENTED || accented < 6) return undefined;
  const bytes = toBytes(text);
  if (!bytes) return undefined;
  return ['utf-8', 'gb18030', 'big5']
    .map((encoding) => new TextDecoder(encoding).decode(bytes))
    .find((found) => judgeDecoding(found) >= LEAST_WORTH);
}

/** The bytes that Western letters stood for; undefined when the text has others. */
function toBytes(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    const code = WINDOWS_1252.get(char) ?? char.charCodeAt(0);
    if (code > 0xff) return undefined;
    bytes[at] = code;
  }
  return bytes;
}
