import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readArticle } from '../../../src/index.js';
import { articleText, type DraftBlock, plainText } from '../../../src/model/index.js';
import { draftOf } from './page.js';

const FOLDER = fileURLToPath(new URL('./goldens', import.meta.url));
const pages = readdirSync(FOLDER).filter((name) => name.endsWith('.html'));

/** The Han characters that a page shows, in order, by a reading of tags much simpler than the reader's. */
function shownHan(html: string): string {
  return han(
    html
      .replace(/<(script|style|noscript|head|xml|rt|svg)\b[\s\S]*?<\/\1>/gi, '')
      .replace(/<(\w+)[^>]* style="[^"]*display: ?none[^"]*"[^>]*>[\s\S]*?<\/\1>/gi, '')
      .replace(/<!--[\s\S]*?-->|<[^>]*>/g, ''),
  );
}

function han(text: string): string {
  return text.replace(/[^\p{Script=Han}]/gu, '');
}

function draftText(blocks: readonly DraftBlock[]): string {
  return blocks
    .map((block): string => {
      switch (block.type) {
        case 'line':
          return plainText(block.inlines);
        case 'list':
          return block.items.map(({ children }) => draftText(children)).join('');
        case 'quote':
          return draftText(block.children);
        case 'table':
          return block.rows.flatMap(({ cells }) => cells.map(({ children }) => draftText(children))).join('');
        case 'figure':
          return plainText(block.caption ?? []);
        case 'code':
          return block.text;
        default:
          return '';
      }
    })
    .join('');
}

function sorted(text: string): string {
  return [...text].sort().join('');
}

test.each(pages)(
  'every character that %s shows is in the draft, inside or outside of the text',
  async (name) => {
    const bytes = readFileSync(join(FOLDER, name));
    const { blocks, notes } = await draftOf(bytes);
    const read = han(draftText(blocks) + notes.map(({ children }) => draftText(children)).join(''));
    expect(sorted(read)).toBe(sorted(shownHan(bytes.toString('utf8'))));
  },
);

test.each(pages)(
  'what lies outside of the text of %s is named, and stays when all is to be kept',
  async (name) => {
    const bytes = readFileSync(join(FOLDER, name));
    const { blocks } = await draftOf(bytes);
    const outside = blocks.filter((block) => block.outside !== undefined);
    const { report } = await readArticle(bytes, { fileName: name });
    expect(report.removed.filter(({ rule }) => rule.startsWith('outside-'))).toHaveLength(outside.length);
    const kept = await readArticle(bytes, { fileName: name, keepAll: true });
    expect(kept.report.removed).toEqual([]);
    const whole = han(articleText(kept.article) + (kept.article.title ?? ''));
    for (const block of outside) expect(whole).toContain(han(draftText([block])));
  },
);

/** Pieces of pages, whole and broken. */
const PIECES = [
  '<p>',
  '</p>',
  '<div class="comments">',
  '<div>',
  '</div>',
  '<b>',
  '</b>',
  '<ul><li>',
  '</ul>',
  '<table><tr><td>',
  '</table>',
  '<a href="/x">',
  '</a>',
  '<br>',
  '<blockquote>',
  '<nav>',
  '</nav>',
  '<h2>',
  '<figure><figcaption>',
  '</figure>',
  '<dl><dt>',
  '<dd>',
  '<pre>',
  '<sup>',
  '<q>',
];

test('no page, however broken, loses a character', async () => {
  const word = fc.constantFrom(
    '山村的路灯一盏一盏地亮了',
    '孩子们跑回家。',
    '来源',
    '网友评论',
    '相关阅读',
    '春天',
  );
  const piece = fc.oneof(fc.constantFrom(...PIECES), word);
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 30 }), word, async (pieces, last) => {
      const html = `${pieces.join('')}${last}`;
      const { blocks } = await draftOf(html);
      expect(sorted(han(draftText(blocks)))).toBe(sorted(shownHan(html)));
    }),
    { numRuns: 300 },
  );
});
