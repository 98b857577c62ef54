import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/model/index.js';
import { type DraftReading, readDraft } from '../../src/readers/index.js';
import { markdownReader } from '../../src/readers/markdown/read-markdown.js';
import { textReader } from '../../src/readers/text.js';

async function read(bytes: Uint8Array): Promise<DraftReading> {
  return (await textReader.read(bytes, {})) as DraftReading;
}

/** One line of the draft as `line|blank lines before|indent|text`. */
async function lines(text: string | Uint8Array): Promise<string[]> {
  const { draft } = await read(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  return draft.blocks.map((block) => {
    if (block.type !== 'line') throw new TypeError(`a text gave a ${block.type}`);
    return [block.line, block.blankLinesBefore, block.indentEm, plainText(block.inlines)].join('|');
  });
}

test('lines come with their number, the blank lines before them and their indent', async () => {
  expect(await lines('总则\n\n\u3000\u3000第一段\n  第二段\n \t\n\n第三段\n')).toEqual([
    '1|0|0|总则',
    '3|1|2|第一段',
    '4|0|1|第二段',
    '7|2|0|第三段',
  ]);
});

test('an indent written in entities is an indent', async () => {
  expect(await lines('&nbsp;&nbsp;&nbsp;&nbsp;正文\n&emsp;&emsp;正文')).toEqual(['1|0|2|正文', '2|0|2|正文']);
});

test('a line of nothing but invisible characters is blank', async () => {
  expect(await lines('一\n\u200B\uFEFF\n二')).toEqual(['1|0|0|一', '3|1|0|二']);
});

test('repairs are counted over the whole text', async () => {
  const { draft } = await read(new TextEncoder().encode('天\u200B&ldquo;地\n\u200B玄&nbsp;黄'));
  expect(draft.repairs).toEqual([
    { rule: 'html-entity', count: 2 },
    { rule: 'special-space', count: 1 },
    { rule: 'zero-width', count: 2 },
  ]);
});

test('damage is reported once, with its line', async () => {
  const bytes = new TextEncoder().encode('正文很长\n'.repeat(40));
  bytes[15] = 0xff;
  const { diagnostics } = await read(bytes);
  expect(diagnostics).toMatchObject([{ code: 'text-damaged', line: 2, values: { encoding: 'utf-8' } }]);
});

describe('the same article in any encoding and with any line ends gives the same lines', () => {
  const simplified =
    '关于印发《办法》的通知\n\n  各单位\uFF1A\n\u3000\u3000现将《办法》印发给你们\uFF0C请遵照执行。\n\n\n一、总则\n';
  const traditional =
    '關於學習的故事\n\n  各位\uFF1A\n\u3000\u3000從前有個人住在山裡\uFF0C他說你們來了。\n\n\n一、開始\n';
  const lineEnds = ['\n', '\r\n', '\r', '\x85', '\u2028', '\u2029'];
  const encodings = [
    ['utf8', '', simplified],
    ['utf8', '\uFEFF', simplified],
    ['gb18030', '', simplified],
    ['gb18030', '', traditional],
    ['big5', '', traditional],
    ['utf-16le', '', simplified],
    ['utf-16le', '\uFEFF', simplified],
    ['utf-16be', '', simplified],
    ['utf-16be', '\uFEFF', simplified],
  ] as const;
  test.each(encodings)('%s with mark %j', async (encoding, mark, text) => {
    const expected = await lines(text);
    // Big5 has none of the rarer line ends.
    for (const lineEnd of encoding === 'big5' ? lineEnds.slice(0, 3) : lineEnds) {
      const bytes = Uint8Array.from(
        iconv.encode(mark + text.replaceAll('\n', lineEnd), encoding, { addBOM: false }),
      );
      expect(await lines(bytes)).toEqual(expected);
    }
  });
});

test('no sign of any text is lost but white space and what is counted', async () => {
  const sign = fc.constantFrom(
    '天',
    '地',
    'a',
    ' ',
    '\u3000',
    '\n',
    '\r\n',
    '\uFF0C',
    '&',
    ';',
    '\u200B',
    '\u{1F600}',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(sign, { maxLength: 40 }), async (signs) => {
      const text = `文${signs.join('')}`;
      const { draft } = await read(new TextEncoder().encode(text));
      const kept = draft.blocks
        .map((block) => (block.type === 'line' ? plainText(block.inlines) : ''))
        .join('');
      expect(kept.replace(/\s/g, '')).toBe(text.replace(/[\s\u200B]/g, ''));
      const zeroWidth = signs.filter((one) => one === '\u200B').length;
      expect(draft.repairs).toEqual(zeroWidth === 0 ? [] : [{ rule: 'zero-width', count: zeroWidth }]);
    }),
  );
});

test.each([textReader, markdownReader])(
  'a line of millions of characters is refused by its number',
  async (reader) => {
    const giant = new TextEncoder().encode(`题\n\n${'文'.repeat(3_000_001)}`);
    await expect(reader.read(giant, {})).rejects.toMatchObject({
      code: 'line-too-long',
      values: { line: 3 },
    });
  },
);

test('an input that no string could hold is refused before it is decoded', async () => {
  const giant = new Uint8Array(192 * 1024 * 1024 + 1);
  await expect(readDraft(giant)).rejects.toMatchObject({ code: 'input-too-large' });
});

const seed = fileURLToPath(new URL('../../../shared/corpus/seed-article.txt', import.meta.url));
test.skipIf(!existsSync(seed))('the seed article keeps every line that is not blank', async () => {
  const source = readFileSync(seed, 'utf8');
  const expected = source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  expect((await lines(source)).map((line) => line.split('|').slice(3).join('|'))).toEqual(expected);
});
