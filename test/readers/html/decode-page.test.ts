import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { draftOf } from './page.js';

const PAGE =
  '<html><head><meta charset="CHARSET"></head><body><p>山村的路灯一盏一盏地亮了起来，孩子们从学校跑回家。</p></body></html>';

/** What a page declares, and what it is. */
test.each([
  ['gb2312', 'gb18030'],
  ['utf-8', 'gb18030'],
  ['iso-8859-1', 'gb18030'],
  ['no-such-charset', 'gb18030'],
  ['gbk', 'utf-8'],
  ['gb2312', 'utf-8'],
  ['utf-8', 'utf-16le'],
])('a page that declares %s and is %s', async (declared, actual) => {
  const bytes = iconv.encode(PAGE.replace('CHARSET', declared), actual, { addBOM: actual === 'utf-16le' });
  const { encoding, blocks } = await draftOf(bytes);
  expect(encoding).toBe(actual);
  expect(blocks).toMatchObject([{ inlines: [{ text: expect.stringMatching(/^山村的路灯/) }] }]);
});

test.each([
  ['big5', '山村的路燈一盞一盞地亮了起來，孩子們從學校跑回家。'],
  ['shift_jis', '山の村の灯りが一つずつともり、子どもたちは学校から走って帰った。'],
])('a page that declares and is %s', async (encoding, text) => {
  const bytes = iconv.encode(
    `<meta http-equiv=Content-Type content="text/html; charset=${encoding}"><p>${text}`,
    encoding,
  );
  const draft = await draftOf(bytes);
  expect(draft.encoding).toBe(encoding);
  expect(draft.blocks).toMatchObject([{ inlines: [{ text }] }]);
});
