import { expect, test } from 'vitest';
import { render } from '../../../src/convert.js';
import { readArticle } from '../../../src/read-article.js';
import { ADDRESSES } from '../../outputs/extreme-articles.js';
import { field, outlineOf, wordFile } from '../../readers/docx/word-file.js';
import { articleOf, paragraph, text } from './rich-article.js';
import { part } from './word-file.js';

const link = (url: string) => paragraph('见', { type: 'link', url, children: [text('此处')] }, '。');

test('an address stands whole in its relationship, also what follows #', async () => {
  const { bytes } = await render(articleOf(link('https://example.org/a?b=1#c')), 'docx');
  expect(part(bytes, 'word/_rels/document.xml.rels')).toContain('Target="https://example.org/a?b=1#c"');
  expect(part(bytes, 'word/document.xml')).not.toContain('w:anchor');
});

test('only http, https and mailto are links; the words of all others stay', async () => {
  const { bytes, diagnostics } = await render(articleOf(...ADDRESSES.map(link)), 'docx');
  const targets = [...part(bytes, 'word/_rels/document.xml.rels').matchAll(/Target="([^"]*)" TargetMode/g)];
  expect(targets.map(([, target = '']) => /^[a-z]+:/.exec(target)?.[0])).toEqual([
    'https:',
    'http:',
    'https:',
    'mailto:',
    'mailto:',
    'https:',
    'https:',
  ]);
  expect(diagnostics.filter(({ code }) => code === 'link-dropped')).toHaveLength(ADDRESSES.length - 7);
  expect(part(bytes, 'word/document.xml').match(/此处/g)).toHaveLength(ADDRESSES.length);
});

test('addresses are read back as they were', async () => {
  const blocks = [link('https://example.org/#a%20b'), link('mailto:a@example.org')];
  const { article } = await readArticle((await render(articleOf(...blocks), 'docx')).bytes);
  expect(article.parts[0]?.children).toEqual(blocks);
});

test('an address that Word has parted at # is read whole', async () => {
  const { article } = await readArticle(
    wordFile(
      '<w:p><w:r><w:t>见</w:t></w:r><w:hyperlink r:id="l" w:anchor="place"><w:r><w:t>此处</w:t></w:r></w:hyperlink><w:r><w:t>。</w:t></w:r></w:p><w:p><w:r><w:t>终。</w:t></w:r></w:p>',
      { relationships: [['l', 'hyperlink', 'https://example.org/a']] },
    ),
  );
  expect(JSON.stringify(article.parts)).toContain('"url":"https://example.org/a#place"');
});

test('so is one that a field parts from its place', async () => {
  const code = 'HYPERLINK &quot;https://example.org/a&quot; \\l &quot;place&quot;';
  const lines = await outlineOf(
    `<w:p>${field(code, '<w:r><w:t>此处</w:t></w:r>')}<w:r><w:t>。</w:t></w:r></w:p>`,
  );
  expect(lines.join('\n')).toContain('https://example.org/a#place');
});
