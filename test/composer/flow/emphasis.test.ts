import { expect, test } from 'vitest';
import { type GlyphRun, layoutArticle } from '../../../src/composer/index.js';
import type { Block, Inline } from '../../../src/model/index.js';
import { article, text } from '../articles.js';
import { gridMetrics } from '../grid-metrics.js';
import { gridSheet } from '../sheet.js';

/** Runs of a paragraph, Kai being face 1 and everything else face 0, on faces that lack some characters. */
function runsOf(children: readonly Inline[], missing: string = ''): GlyphRun[] {
  const metrics = gridMetrics();
  const block: Block = { type: 'paragraph', children };
  const { pages } = layoutArticle(article([block]), gridSheet({ characters: 20 }), {
    ...metrics,
    faceFor: (codePoint, family, weight) => {
      if (missing.includes(String.fromCodePoint(codePoint))) return -1;
      return family === 'kai' ? 1 : metrics.faceFor(codePoint, family, weight);
    },
  });
  return pages.flatMap(({ items }) => items).flatMap((item) => (item.type === 'line' ? item.line.runs : []));
}

const looks = (runs: readonly GlyphRun[]): string[] =>
  runs.map(({ text: shown, face, leans }) => `${shown} ${face}${leans ? ' leans' : ''}`);

test('emphasis gives Han another face; Latin keeps that of its text and leans', () => {
  const emphasis: Inline = { type: 'emphasis', children: text('天地Printing') };
  expect(looks(runsOf([...text('见book'), emphasis, ...text('of')]))).toEqual([
    '见book 0',
    '天地 1',
    'Printing 0 leans',
    'of 0',
  ]);
});

test('code in emphasis stays upright in its own face', () => {
  const emphasis: Inline = { type: 'emphasis', children: [{ type: 'code', text: 'main' }] };
  expect(runsOf([emphasis]).every(({ leans }) => leans === undefined)).toBe(true);
});

test('lowered and raised letters that no face has are small plain ones, and copied as themselves', () => {
  const runs = runsOf(text('n\u1D62\u2C7C\u02B0'), '\u1D62\u2C7C\u02B0');
  expect(runs.map(({ text: shown, sizePt, raisePt, face }) => ({ shown, sizePt, raisePt, face }))).toEqual([
    { shown: 'n', sizePt: 10, raisePt: 0, face: 0 },
    { shown: '\u1D62\u2C7C', sizePt: 6, raisePt: -1.5, face: 0 },
    { shown: '\u02B0', sizePt: 6, raisePt: 4, face: 0 },
  ]);
  const plain = runsOf(text('ij'))[0]?.glyphs;
  expect(runs[1]?.glyphs).toEqual(plain);
});

test('where a face has them they are its own', () => {
  expect(runsOf(text('n\u1D62'))).toHaveLength(1);
});
