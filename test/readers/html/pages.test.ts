import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readArticle } from '../../../src/index.js';
import { articleAsText } from '../../structure/article-as-text.js';

/**
 * Whole pages as site programs write them, each with what it is understood as beside it. A new page needs no code.
 * `UPDATE_PAGES=1 npx vitest run --project unit test/readers/html/pages.test.ts` rewrites the outlines.
 */
const FOLDER = fileURLToPath(new URL('./goldens', import.meta.url));

const pages = readdirSync(FOLDER).filter((name) => name.endsWith('.html'));

test.each(pages)('%s', async (name) => {
  const { article, report } = await readArticle(readFileSync(join(FOLDER, name)), { fileName: name });
  const actual = `${articleAsText(article, report)}\n`;
  const golden = join(FOLDER, name.replace(/\.html$/, '.outline'));
  if (process.env.UPDATE_PAGES) writeFileSync(golden, actual);
  else expect(actual).toBe(existsSync(golden) ? readFileSync(golden, 'utf8') : '');
});
