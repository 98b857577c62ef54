import type { Inline, Ruby, Text } from '../../model/index.js';

/** `\* jc2 \* hps10 \o\ad(\s\up 9(hàn),汉)`: what 拼音指南 of Word 97 and WPS writes. */
const PHONETIC =
  /\\o\s*(?:\\a[a-z]\s*)?\(\s*\\s\s*\\up\s*\d{1,4}\s*\(([^()]{0,80})\)\s*[,;\uFF0C]([^()]{1,80})\)/iu;
/** `\o\ac(○,1)`: 带圈字符. */
const ENCLOSED = /\\o\s*(?:\\a[a-z]\s*)?\(\s*([○□△◇\u25EF])\s*[,;\uFF0C]\s*([^()]{1,8})\)/iu;
const FRACTION = /\\f\s*\(([^(),;]{1,60})[,;]([^(),;]{1,60})\)/iu;

/**
 * What an EQ field shows, for the kinds that Chinese documents use: readings over characters, characters in circles,
 * fractions. Of any other its arguments are kept as they stand.
 */
export function readEqField(instruction: string): Inline[] {
  const code = instruction.slice(0, 2000);
  const [, reading, base] = PHONETIC.exec(code) ?? [];
  if (reading !== undefined && base !== undefined) return [ruby(base.trim(), reading.trim())];
  const [, frame, inside] = ENCLOSED.exec(code) ?? [];
  if (frame !== undefined && inside !== undefined) return [text(enclosed(frame, inside.trim()))];
  const [, over, under] = FRACTION.exec(code) ?? [];
  if (over !== undefined && under !== undefined)
    return [{ type: 'math', tex: `\\frac{${over.trim()}}{${under.trim()}}` }];
  const plain = code
    .replace(/\\\*\s*(?:"[^"]*"|\w+)(?:\s*:[^\\]*)?/g, '')
    .replace(/\\[a-z]+\s*\d*/gi, '')
    .replace(/[()]/g, '')
    .trim();
  return plain === '' ? [] : [text(plain)];
}

function ruby(base: string, reading: string): Ruby | Text {
  return reading === '' || base === '' ? text(base || reading) : { type: 'ruby', base, reading };
}

function text(value: string): Text {
  return { type: 'text', text: value };
}

/** ① for a number that Unicode has in a circle, otherwise the character in brackets. */
function enclosed(frame: string, inside: string): string {
  const value = /^\d{1,2}$/.test(inside) ? Number(inside) : 0;
  if (value >= 1 && value <= 20 && /[○\u25EF]/u.test(frame)) return String.fromCodePoint(0x2460 + value - 1);
  return `\uFF08${inside}\uFF09`;
}
