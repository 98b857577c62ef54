// What is measured, and the bars: paiban's share of what the peer takes.
import { makeArticle, makeBook, plainText } from './texts.js';

const MILLION = 1_000_000;

/** Jobs of the bench; those of its makers that are ours are judged by its bars. */
export function comparisons(isQuick) {
  const scale = isQuick ? 0.1 : 1;
  const book = [plainText(makeBook(MILLION * scale, 200 * scale))];
  const chapters = [plainText(makeBook(MILLION * scale, 1000 * scale))];
  const article = [plainText(makeArticle(3000))];
  const batch = Array.from({ length: 200 * scale }, (_, index) =>
    plainText(makeArticle(1000 + ((index * 997) % 5001), index + 2)),
  );
  return [
    {
      name: 'pdf book',
      to: 'pdf',
      kind: 'book',
      texts: book,
      makers: ['paiban', 'paiban-command', 'typst', 'plain'],
      bars: { to: 'typst', cpuSeconds: 0.4, peakBytes: 0.4 },
      mostBytes: 3_600_000 * scale,
    },
    {
      name: 'pdf article',
      to: 'pdf',
      kind: 'article',
      texts: article,
      makers: ['paiban', 'paiban-command', 'typst', 'plain'],
      bars: { to: 'typst', cpuSeconds: 1, bytes: 0.9 },
    },
    {
      name: 'pdf batch',
      to: 'pdf',
      kind: 'article',
      texts: batch,
      makers: ['paiban', 'typst'],
      bars: { to: 'typst', cpuSeconds: 0.6 },
    },
    {
      name: 'docx book',
      to: 'docx',
      // without the contents, for whose pages Word's renderer sets the whole book: the plain library has none
      kind: 'article',
      texts: book,
      makers: ['paiban', 'plain'],
      bars: { to: 'plain', cpuSeconds: 1.2 },
    },
    {
      name: 'docx writing',
      to: 'docx',
      kind: 'article',
      texts: book,
      makers: ['paiban-writer', 'plain-writer'],
      bars: { to: 'plain-writer', cpuSeconds: 1.2 },
    },
    {
      name: 'epub book',
      to: 'epub',
      kind: 'book',
      texts: chapters,
      makers: ['paiban', 'pandoc'],
      bars: { to: 'pandoc', cpuSeconds: 1 },
    },
  ];
}

/** Lengths at which a character's time must be the same. */
export function growth(isQuick) {
  return {
    to: 'pdf',
    kind: 'book',
    lengths: isQuick ? [10_000, 100_000] : [10_000, 100_000, MILLION, 3 * MILLION],
    textOf: (length) => plainText(makeBook(length, Math.max(1, Math.round(length / 5000)))),
    bar: 1.05,
  };
}
