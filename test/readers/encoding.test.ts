import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { ConversionError } from '../../src/diagnostics.js';
import { decodeText } from '../../src/readers/encoding.js';

const SIMPLIFIED = '为加强管理\uFF0C现将有关事项通知如下\uFF1A\n一、各单位要高度重视。\n';
const TRADITIONAL = '這是一個關於學習的故事\uFF0C從前有個人住在山裡。\n他說\uFF1A「你們來了。」\n';

function encode(text: string, encoding: string): Uint8Array {
  return Uint8Array.from(iconv.encode(text, encoding));
}

function withMark(mark: readonly number[], bytes: Uint8Array): Uint8Array {
  return Uint8Array.from([...mark, ...bytes]);
}

describe('an undeclared text is decoded as it was written', () => {
  test.each([
    ['utf-8', SIMPLIFIED, 'utf8'],
    ['gb18030', SIMPLIFIED, 'gbk'],
    ['gb18030', TRADITIONAL, 'gbk'],
    ['gb18030', `${SIMPLIFIED}\u{20000}\u4DB6`, 'gb18030'],
    ['big5', TRADITIONAL, 'big5-hkscs'],
    ['utf-16le', SIMPLIFIED, 'utf-16le'],
    ['utf-16be', SIMPLIFIED, 'utf-16be'],
    ['utf-16le', '天下大势\uFF0C分久必合\uFF0C合久必分', 'utf-16le'],
    ['utf-16be', '一一得一', 'utf-16be'],
    ['utf-16le', 'plain English\n', 'utf-16le'],
  ])('%s: %j', (name, text, encoding) => {
    expect(decodeText(encode(text, encoding))).toEqual({ text, encoding: name, damaged: 0 });
  });
});

test.each([
  ['utf-8', [0xef, 0xbb, 0xbf], 'utf8'],
  ['utf-16le', [0xff, 0xfe], 'utf-16le'],
  ['utf-16be', [0xfe, 0xff], 'utf-16be'],
])('a byte order mark says %s and is no text', (name, mark, encoding) => {
  const bytes = withMark(mark, encode(SIMPLIFIED, encoding));
  expect(decodeText(bytes)).toEqual({ text: SIMPLIFIED, encoding: name, damaged: 0 });
});

test.each(['通知', '总结', '会议', '工作报告', '心得体会', '学习'])(
  '%s in GB18030 is not taken for Big5',
  (word) => {
    expect(decodeText(encode(word, 'gbk')).text).toBe(word);
  },
);

test.each(['學習', '報告', '會議紀錄', '開會通知', '國家'])('%s in Big5 is not taken for GB18030', (word) => {
  expect(decodeText(encode(word, 'big5')).text).toBe(word);
});

test('Big5 is read with its Hong Kong supplement', () => {
  const text = '佢哋喺度食嘢\uFF0C我都唔知點解。';
  expect(decodeText(encode(text, 'big5-hkscs')).text).toBe(text);
});

test.each([
  ['GBK', 'gb18030'],
  ['gb2312', 'gb18030'],
  ['Big5', 'big5'],
  ['UTF_16', 'utf-16le'],
])('--encoding %s is read as %s, whatever the bytes look like', (label, name) => {
  expect(decodeText(Uint8Array.of(0x41, 0x42), label).encoding).toBe(name);
});

test('an encoding that nobody knows is an error with its name', () => {
  expect(() => decodeText(Uint8Array.of(0x41), 'klingon')).toThrow(
    expect.objectContaining({ code: 'encoding-unknown' }),
  );
});

test('a few damaged bytes do not lose a long text', () => {
  const bytes = encode(SIMPLIFIED.repeat(20), 'utf8');
  bytes[100] = 0xff;
  const decoded = decodeText(bytes);
  expect(decoded).toMatchObject({ encoding: 'utf-8' });
  expect(decoded.damaged).toBeGreaterThan(0);
  expect(decoded.text).toContain('\uFFFD');
  expect(decoded.text.endsWith(SIMPLIFIED)).toBe(true);
});

test('Latin-1 is never guessed: bytes that no encoding of ours explains are refused', () => {
  const noise = Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3) * 104729) % 256);
  expect(() => decodeText(noise)).toThrow(ConversionError);
});

describe('what only looks like Western letters, or is written next door', () => {
  const LONG = SIMPLIFIED.repeat(3);

  test.each(['utf8', 'gbk'])('Chinese in %s that was saved as Western letters is taken back', (encoding) => {
    const shown = Buffer.from(encode(LONG, encoding)).toString('latin1');
    expect(decodeText(Buffer.from(shown))).toEqual({
      text: LONG,
      encoding: 'utf-8',
      damaged: 0,
      wasMojibake: true,
    });
  });

  test.each([
    'Le printemps est arriv\u00E9, o\u00F9 l\u2019\u00E9t\u00E9 tarde \u00E0 venir.',
    '\u00FF\u00FE',
    'na\u00EFve caf\u00E9',
  ])('%j is a text of its own', (text) => {
    expect(decodeText(Buffer.from(text)).text).toBe(text);
  });

  test.each([
    ['shift_jis', '春になりました。子どもたちは野原で遊んでいます。\n'],
    ['euc-jp', '春になりました。子どもたちは野原で遊んでいます。\n'],
    ['euc-kr', '봄이 왔습니다. 아이들은 들판에서 놀고 있습니다.\n'],
  ])('%s is read as what it is', (encoding, line) => {
    const text = line.repeat(4);
    expect(decodeText(encode(text, encoding))).toEqual({ text, encoding, damaged: 0 });
  });
});
