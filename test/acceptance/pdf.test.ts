import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { articleText } from '../../src/model/index.js';
import { finish, sources } from './documents.js';
import { bare, lacks, mustRun, python, runTool, TYPE_INSPECTOR } from './tools.js';

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

  test.skipIf(!existsSync(TYPE_INSPECTOR))('the type inspector finds no line wrongly broken', async () => {
    const { files } = await finish(source);
    const way = source.template === 'vertical' ? ['--vertical'] : [];
    const report = JSON.parse(python(TYPE_INSPECTOR, files.pdf, '--json', ...way)) as InspectorReport;
    const { a_line_breaks: breaks, b_justification: justified } = report;
    const faults = {
      ...Object.fromEntries(NO_BREAKS.map((name) => [name, breaks[name]?.count])),
      // It takes one left edge for all pages; those of facing pages differ.
      overfull: source.template === 'article' ? justified.overfull.count : 0,
      wideGaps: justified.han_gap_over_010.count,
    };
    expect(Object.entries(faults).filter(([, count]) => count !== 0)).toEqual([]);
  });
});

/** Kinds of breaks of which a page has none. */
const NO_BREAKS = [
  'line_start_prohibited',
  'line_end_prohibited',
  'split_dash',
  'split_ellipsis',
  'split_percent',
  'split_number',
  'split_word_no_hyphen',
] as const;

interface InspectorReport {
  readonly a_line_breaks: Readonly<Record<string, { readonly count: number } | undefined>>;
  readonly b_justification: Readonly<Record<'overfull' | 'han_gap_over_010', { readonly count: number }>>;
}

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
