import type { Article } from '../../model/index.js';
import { balanceLines, widthEm } from './balance-lines.js';
import { bookTitle } from './chapters.js';
import type { BookWords } from './words.js';
import { element, formatXml, type XmlElement } from './xml.js';

/** Three to four, as shops show covers; all lengths below are in these units. */
const WIDTH = 1200;
const HEIGHT = 1600;
const MARGIN = 120;

/** Size of the title by its length in ems: short ones are set large. */
const TITLE_SIZES: readonly (readonly [upToEm: number, size: number])[] = [
  [6, 150],
  [14, 120],
  [30, 96],
  [60, 72],
  [Number.POSITIVE_INFINITY, 54],
];

const PAPER = '#f6f1e7';
const INK = '#2b2622';
const RULE = '#8c2f24';

/** The most lines a cover has room for. */
const MOST_LINES = 12;

/** A cover drawn from title, subtitle and authors. Text stays text, set in the reader's own face. */
export function renderCover(article: Article, language: string, words: BookWords): string {
  const title = bookTitle(article);
  const size = TITLE_SIZES.find(([upToEm]) => widthEm(title) <= upToEm)?.[1] ?? 54;
  const titleLines = cut(balanceLines(title, (WIDTH - 2 * MARGIN) / size));
  const titleTop = HEIGHT * 0.24 + size;
  const titleEnd = titleTop + (titleLines.length - 1) * size * 1.4;
  const subtitle = article.subtitle
    ? cut(balanceLines(article.subtitle, (WIDTH - 2 * MARGIN) / 44)).slice(0, 3)
    : [];
  const authors = article.provenance.authors.join(words.comma).trim();
  const foot = [authors, article.provenance.sourceName ?? ''].filter((text) => text.trim() !== '');
  const children: XmlElement[] = [
    element('title', {}, [title]),
    element('rect', { width: String(WIDTH), height: String(HEIGHT), fill: PAPER }),
    rule(HEIGHT * 0.16),
    ...textLines(titleLines, titleTop, size, size * 1.4, { 'font-weight': 'bold' }),
    ...textLines(subtitle, titleEnd + 110, 44, 66),
    rule(HEIGHT * 0.84),
    ...textLines(
      foot.flatMap((text) => balanceLines(text, (WIDTH - 2 * MARGIN) / 44).slice(0, 2)),
      HEIGHT * 0.84 + 80,
      44,
      64,
    ),
  ];
  return formatXml(
    element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
        width: String(WIDTH),
        height: String(HEIGHT),
        'xml:lang': language,
      },
      children,
    ),
  );
}

function rule(y: number): XmlElement {
  return element('rect', {
    x: String(MARGIN),
    y: String(y),
    width: String(WIDTH - 2 * MARGIN),
    height: '3',
    fill: RULE,
  });
}

function textLines(
  lines: readonly string[],
  firstBaseline: number,
  size: number,
  pitch: number,
  more: Readonly<Record<string, string>> = {},
): XmlElement[] {
  return lines.map((line, index) =>
    element(
      'text',
      {
        x: String(WIDTH / 2),
        y: String(Math.round(firstBaseline + index * pitch)),
        'font-family': 'serif',
        'font-size': String(size),
        'text-anchor': 'middle',
        fill: INK,
        ...more,
      },
      [line],
    ),
  );
}

/** A very long title ends in …… on the cover; the title page has all of it. */
function cut(lines: readonly string[]): string[] {
  return lines.length <= MOST_LINES ? [...lines] : [...lines.slice(0, MOST_LINES - 1), '……'];
}
