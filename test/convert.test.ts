import { expect, test } from 'vitest';
import { convert, readArticle, renderPdf } from '../src/index.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('one call leads from bytes to a document and says what was understood', async () => {
  const { reading, bytes: pdf } = await convert(bytes('春天\n\n  一年之计在于春。\n'), { to: 'pdf' });
  expect(reading.article.title).toBe('春天');
  expect(new TextDecoder('latin1').decode(pdf.slice(0, 5))).toBe('%PDF-');
});

test('a source may choose a look that ships, but name no file', async () => {
  const source = (template: string): Uint8Array =>
    bytes(`---\ntitle: 通知\ntemplate: ${template}\n---\n\n正文。\n`);
  const plain = await convert(source('article'), { to: 'epub', from: 'markdown' });
  const official = await convert(source('official'), { to: 'epub', from: 'markdown' });
  const file = await convert(source('/etc/passwd.json'), { to: 'epub', from: 'markdown' });
  expect(official.bytes).not.toEqual(plain.bytes);
  expect(file.bytes).toEqual(plain.bytes);
});

test('overrides win over what the source states', async () => {
  const { article } = await readArticle(bytes('春天\n\n作者：张三\n\n  一年之计在于春。\n'), {
    overrides: { authors: ['李四'], publishedOn: '2024-03-01' },
  });
  expect(article.provenance).toMatchObject({ authors: ['李四'], publishedOn: '2024-03-01' });
});

test('overrides are cleaned like the text', async () => {
  const { article } = await readArticle(bytes('春天\n\n  一年之计在于春。\n'), {
    overrides: { title: ' 春\0天\uD800\n来了\u200B', authors: ['李\u0001四', '\u0007'] },
  });
  expect(article.title).toBe('春天\uFFFD 来了');
  expect(article.provenance.authors).toEqual(['李四']);
});

test('a string in place of bytes is a mistake that says what to do', async () => {
  await expect(readArticle('春天' as unknown as Uint8Array)).rejects.toThrow(/TextEncoder/);
});

test('what was odd in rendering is told to whoever asks', async () => {
  const { article } = await readArticle(bytes('春天\n\n  埃及的𓀀。\n'));
  const told: string[] = [];
  await renderPdf(article, { onDiagnostic: ({ code }) => told.push(code) });
  expect(told).toEqual(['glyph-missing']);
});
