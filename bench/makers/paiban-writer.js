// The renderer alone, on an article that was read before the clock starts: as much work as the plain library does.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

export async function open() {
  const { readArticle, renderDocx } = await import('../../dist/index.js');
  const articles = new Map();
  const make = async (file) => (await renderDocx(articles.get(file))).length;
  make.prepare = async (file) => {
    const { article } = await readArticle(readFileSync(file), { fileName: basename(file) });
    articles.set(file, article);
  };
  return make;
}
