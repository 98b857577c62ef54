import { expect, test } from 'vitest';
import { render } from '../../../src/convert.js';
import type { PdfEncryption, PdfPermission } from '../../../src/renderers/index.js';
import { article, paragraph } from '../../composer/articles.js';
import { pdfOf } from './render.js';

const ARTICLE = article([paragraph('天地玄黄')], { title: '千字文' });
const LOCK: PdfEncryption = { password: '密码 x', ownerPassword: 'owner' };

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** P of the encryption dictionary. */
async function permissions(encryption: PdfEncryption): Promise<number> {
  return Number(/\/P (-\d+)/.exec(latin1(await pdfOf(ARTICLE, { encryption })))?.[1]);
}

test('the same passwords give the same bytes, others give others', async () => {
  const once = await pdfOf(ARTICLE, { encryption: LOCK });
  expect(Buffer.compare(once, await pdfOf(ARTICLE, { encryption: LOCK }))).toBe(0);
  const other = await pdfOf(ARTICLE, { encryption: { ...LOCK, password: '密码 y' } });
  expect(Buffer.compare(once, other)).not.toBe(0);
});

test('nothing is written that can be read without the key', async () => {
  const [plain, locked] = [
    latin1(await pdfOf(ARTICLE, { classicXref: true })),
    latin1(await pdfOf(ARTICLE, { encryption: LOCK })),
  ];
  const utf16 = Buffer.from('千字文', 'utf16le').swap16().toString('latin1');
  for (const [file, isReadable] of [
    [plain, true],
    [locked, false],
  ] as const) {
    expect([file.includes('千字文'), file.includes(utf16), file.includes('paiban')]).toEqual([
      false,
      isReadable,
      isReadable,
    ]);
    expect([file.includes('owner'), file.includes('/ObjStm')]).toEqual([false, false]);
  }
});

test('the text decides the salts, so that two documents under one password share none', async () => {
  const salts = async (text: string): Promise<string | undefined> =>
    /\/U <([0-9a-f]+)>/i
      .exec(latin1(await pdfOf(article([paragraph(text)]), { encryption: LOCK })))?.[1]
      ?.slice(64);
  expect(await salts('天地')).not.toBe(await salts('玄黄'));
});

test.each<readonly [readonly PdfPermission[] | undefined, readonly number[]]>([
  [undefined, [3, 5, 10, 12]],
  [[], [10]],
  [['print'], [3, 10, 12]],
  [
    ['edit', 'annotate'],
    [4, 6, 9, 10, 11],
  ],
])('allow %j sets the bits %j, reading aloud always', async (allow, bits) => {
  const given = await permissions({ ...LOCK, ...(allow && { allow }) });
  const variable = [3, 4, 5, 6, 9, 10, 11, 12];
  expect(variable.filter((bit) => given & (1 << (bit - 1)))).toEqual(bits);
});

test('without a password of the owner whoever opens the file may do everything', async () => {
  expect((await permissions({ password: 'x' })) & 0b111100111100).toBe(0b111100111100);
});

test.each<readonly [string, PdfEncryption]>([
  ['password-missing', {}],
  ['password-missing', { password: '' }],
  ['allow-without-owner', { password: 'secret1', allow: ['print'] }],
  ['passwords-alike', { password: 'secret1', ownerPassword: 'secret1' }],
  // a decomposed letter is the same as typed
  ['passwords-alike', { password: 'secr\u00E9t', ownerPassword: 'secre\u0301t' }],
  // full-width marks: some viewers make them ASCII first, others do not
  ['password-unusable', { password: 'secret\uFF01' }],
  ['password-unusable', { password: `secret1${'密'.repeat(41)}` }],
  ['password-unusable', { password: 'secret1\n' }],
  ['password-unusable', { password: '\u200D' }],
])('%s, and the message does not tell the password', async (code, encryption) => {
  const error: unknown = await pdfOf(ARTICLE, { encryption }).catch((cause: unknown) => cause);
  expect(error).toMatchObject({ code });
  expect(`${error} ${JSON.stringify(error)}`).not.toContain('secret');
});

test('an archive is never locked', async () => {
  const options = { encryption: LOCK, archive: true };
  await expect(pdfOf(ARTICLE, options)).rejects.toMatchObject({ code: 'archive-encrypted' });
});

test.each(['docx', 'epub'] as const)(
  '%s refuses to be written without the lock that was asked for',
  async (to) => {
    const refused = render(ARTICLE, to, { encryption: LOCK });
    await expect(refused).rejects.toMatchObject({ code: 'password-pdf-only' });
  },
);
