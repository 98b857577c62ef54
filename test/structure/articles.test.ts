import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { structure } from '../../src/structure/index.js';
import { articleAsText } from './article-as-text.js';
import { draftOfText } from './draft-of-text.js';

/**
 * One file a case: a source, a line of four dashes, what it is understood as. The file's name is the test's. A new
 * case needs no code. `UPDATE_ARTICLES=1 npx vitest run test/structure/articles.test.ts` rewrites the lower halves.
 */
const FOLDER = fileURLToPath(new URL('./articles', import.meta.url));
const DIVIDER = '\n----\n';

test.each(readdirSync(FOLDER))('%s', async (name) => {
  const file = join(FOLDER, name);
  const content = readFileSync(file, 'utf8');
  const at = content.lastIndexOf(DIVIDER);
  const source = at < 0 ? content : content.slice(0, at);
  const { article, report } = structure(await draftOfText(source, name));
  const actual = articleAsText(article, report);
  if (process.env.UPDATE_ARTICLES) writeFileSync(file, `${source}${DIVIDER}${actual}\n`);
  else expect(actual).toBe(content.slice(at + DIVIDER.length).trimEnd());
});
