import { isUtf8 } from 'node:buffer';
import { createRequire } from 'node:module';
import { ConversionError } from '../diagnostics.js';
import { judgeDecoding } from './judge-decoding.js';
import { undoMojibake } from './mojibake.js';

/** Text as it was decoded, with U+FFFD where bytes meant nothing. */
export interface DecodedText {
  readonly text: string;
  /** Name in the Encoding Standard's spelling: `utf-8`, `gb18030`, `big5`, `utf-16le`. */
  readonly encoding: string;
  /** How many places could not be decoded. */
  readonly damaged: number;
  /** It had been decoded as Western letters before it was saved, which was taken back. */
  readonly wasMojibake?: true;
}

const BYTE_ORDER_MARKS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * In the order that wins when two read equally well. UTF-8 stands here for files with a few damaged bytes; intact
 * ones never come this far.
 */
const CANDIDATES = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;

/** GBK and GB2312 are parts of GB18030; Big5 is read with its Hong Kong supplement, as the Encoding Standard has it. */
const ALIASES: Readonly<Record<string, string>> = {
  gbk: 'gb18030',
  gb2312: 'gb18030',
  'gb-18030': 'gb18030',
  cp936: 'gb18030',
  cp950: 'big5',
  'big5-hkscs': 'big5',
  utf8: 'utf-8',
  utf16: 'utf-16le',
  'utf-16': 'utf-16le',
};

/** GB18030 longer than this is not valid UTF-8 by chance. */
const SHORT_BYTES = 64;

/**
 * Neighbours whose text is read as what it is and not as noise in Chinese: how much of it must be of its script. Strict
 * decoding comes first, since Chinese bytes are hardly ever valid in them throughout.
 */
const NEIGHBOURS: readonly (readonly [encoding: string, script: RegExp, share: number])[] = [
  ['shift_jis', /[\u3041-\u3096\u30A1-\u30FA]/gu, 0.25],
  ['euc-jp', /[\u3041-\u3096\u30A1-\u30FA]/gu, 0.25],
  ['euc-kr', /[\uAC00-\uD7A3]/gu, 0.4],
];
/** Chinese that was decoded as it was meant is worth more, ASCII left aside. */
const CHINESE_WORTH = 0.8;

/** Below this mean worth per character (see {@link judgeDecoding}) no candidate has given text. */
const LEAST_WORTH = -0.5;

/**
 * Decodes a text file. A byte order mark decides; then strict UTF-8; then whichever of GB18030, Big5, UTF-16 and
 * damaged UTF-8 gives the most Chinese result. Latin-1 is never guessed: it accepts any bytes, so it proves
 * nothing. Damage is kept as U+FFFD and counted, so that a few bad bytes do not lose a long text.
 *
 * @param forced A label of the Encoding Standard, or a usual alias; wins over everything but a mark that agrees.
 * @throws ConversionError `encoding-unknown` for a name that nobody knows, `input-not-text` when no encoding
 *   gives text.
 */
export function decodeText(bytes: Uint8Array, forced?: string): DecodedText {
  if (forced !== undefined) return decodeAs(bytes, encodingName(forced));
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return decodeAs(bytes, marked[0]);
  if (hasZeroBytes(bytes)) return bestDecoding(bytes, ['utf-16le', 'utf-16be']);
  if (isUtf8(bytes)) return decodeUtf8(bytes);
  const even = bytes.length % 2 === 0;
  return bestDecoding(bytes, even ? CANDIDATES : CANDIDATES.slice(0, 3));
}

function encodingName(label: string): string {
  const name = label.trim().toLowerCase().replaceAll('_', '-');
  const known = ALIASES[name] ?? name;
  try {
    return new TextDecoder(known).encoding;
  } catch (cause) {
    throw new ConversionError('encoding-unknown', { name: label }, { cause });
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): DecodedText {
  const text = decodeBytes(bytes, encoding).replace(/^\uFEFF/, '');
  return { text, encoding, damaged: text.match(/\uFFFD/g)?.length ?? 0 };
}

/** Node's own decoder knows Big5 without the Hong Kong supplement and puts private-use characters for it. */
const BIG5 = 'big5-hkscs';

/** Loaded at the first file in Big5: most are not. */
function decodeBig5(bytes: Uint8Array): string {
  const iconv = createRequire(import.meta.url)('iconv-lite') as typeof import('iconv-lite');
  return iconv.decode(asBuffer(bytes), BIG5);
}

/** The same memory. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

function decodeBytes(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'big5') return decodeBig5(bytes);
  // what needs no replacement is decoded in half the time
  if (encoding === 'utf-8' && isUtf8(bytes)) return asBuffer(bytes).toString('utf8');
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

/**
 * Zero bytes in some number mean UTF-16: its line ends, digits and spaces have one, and text in other encodings has
 * none. On which side they stand proves little, since 一 (U+4E00) has its zero on the other.
 */
function hasZeroBytes(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536);
  if (!sample.includes(0)) return false;
  let zeros = 0;
  for (const byte of sample) if (byte === 0) zeros += 1;
  return zeros > sample.length / 500;
}

/**
 * Intact UTF-8, unless it is as short as 通知 in GB18030, whose four bytes also spell two accents: bytes that read
 * as Chinese were meant so. U+FFFD that intact UTF-8 holds was damage long before this file was written.
 */
function decodeUtf8(bytes: Uint8Array): DecodedText {
  const decoded = { ...decodeAs(bytes, 'utf-8'), damaged: 0 };
  const meant = undoMojibake(decoded.text);
  if (meant !== undefined) {
    return {
      text: meant,
      encoding: 'utf-8',
      damaged: meant.match(/\uFFFD/g)?.length ?? 0,
      wasMojibake: true,
    };
  }
  if (bytes.length > SHORT_BYTES || judgeDecoding(decoded.text) >= 0) return decoded;
  const chinese = decodeAs(bytes, 'gb18030');
  return judgeDecoding(chinese.text) > 0.5 ? chinese : decoded;
}

function bestDecoding(bytes: Uint8Array, candidates: readonly string[]): DecodedText {
  const judged = candidates
    .map((encoding) => {
      const decoded = decodeAs(bytes, encoding);
      return { decoded, worth: judgeDecoding(decoded.text) };
    })
    .sort((a, b) => b.worth - a.worth);
  const best = judged[0];
  const isChinese =
    best !== undefined && judgeDecoding(best.decoded.text.replace(/[\0-\x7F]+/g, '')) >= CHINESE_WORTH;
  const neighbour = isChinese ? undefined : neighbourDecoding(bytes);
  if (neighbour) return neighbour;
  if (!best || best.worth < LEAST_WORTH) throw new ConversionError('input-not-text');
  return best.decoded;
}

/** Japanese or Korean, when the bytes are valid in its encoding and the text is written in its script. */
function neighbourDecoding(bytes: Uint8Array): DecodedText | undefined {
  for (const [encoding, script, share] of NEIGHBOURS) {
    const text = decodeStrictly(bytes, encoding);
    const letters = text?.match(/\p{L}/gu)?.length ?? 0;
    if (
      text !== undefined &&
      (text.match(script)?.length ?? 0) > letters * share &&
      hasFewHan(text, encoding, letters)
    )
      return { text, encoding, damaged: 0 };
  }
  return undefined;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Korean is written with hardly any Han; GB2312 that is read as EUC-KR is half of it. */
function hasFewHan(text: string, encoding: string, letters: number): boolean {
  return encoding !== 'euc-kr' || (text.match(/\p{Script=Han}/gu)?.length ?? 0) < letters * 0.1;
}
