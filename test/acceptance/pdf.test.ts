import { describe, expect, test } from 'vitest';
import { articleText } from '../../src/model/index.js';
import { finish, sources } from './documents.js';
import { bare, lacks, mustRun, runTool } from './tools.js';

describe.each(sources)('PDF of $name', (source) => {
  test.skipIf(lacks('qpdf'))('qpdf finds no fault', async () => {
    const { files } = await finish(source);
    expect(mustRun('qpdf', '--check', files.pdf)).toContain('No syntax or stream encoding errors');
  });

  test.skipIf(lacks('mutool'))('mutool finds no fault', async () => {
    const { files } = await finish(source);
    const { status, err } = runTool('mutool', 'info', files.pdf);
    expect([status, err]).toEqual([0, '']);
  });

  test.skipIf(lacks('poppler'))('title, tags and fonts are there', async () => {
    const { article, files } = await finish(source);
    const info = mustRun('pdfinfo', files.pdf);
    expect(info).toMatch(/^Tagged:\s+yes$/m);
    if (article.title) expect(bare(info)).toContain(bare(article.title));
    const fonts = mustRun('pdffonts', files.pdf).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    // Columns: embedded, subset, ToUnicode.
    for (const font of fonts) expect(font).toMatch(/\syes\s+yes\s+yes\s+\d+\s+\d+$/);
  });

  test.skipIf(lacks('poppler'))('poppler reads every paragraph of the article, in order', async () => {
    const { article, files } = await finish(source);
    const have = bare(mustRun('pdftotext', '-raw', '-enc', 'UTF-8', files.pdf, '-'));
    const missing: string[] = [];
    let from = 0;
    for (const piece of pieces(articleText({ ...article, notes: [] }))) {
      const at = have.indexOf(piece, from);
      if (at === -1) missing.push(piece);
      else from = at + piece.length;
    }
    expect(missing).toEqual([]);
  });
});

/**
 * Runs of text that no page break divides in the extracted text: between marks of sentences. Page numbers and
 * running heads stand between pages, so a whole paragraph cannot be asked for.
 */
function pieces(text: string): string[] {
  return text
    .split(/[\n。]/)
    .map(bare)
    .filter((piece) => piece.length > 1 && piece.length < 16);
}
