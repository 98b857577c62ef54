import { composeParagraph, type Line, type ParagraphSettings } from '../../../composer/index.js';
import type { DocumentFonts } from '../../../fonts/index.js';
import type { StyleSheet } from '../../../style/index.js';
import {
  BOTTOM_RULE,
  HEIGHT,
  INK,
  MARGIN,
  MOST_FOOT_LINES,
  MOST_SUBTITLE_LINES,
  SMALL_PITCH,
  SMALL_SIZE,
  TITLE_PITCH,
  TITLE_SIZES,
  TOP_RULE,
  WIDTH,
} from './cover-design.js';

/** The words of a cover, each on one line of text. */
export interface CoverWords {
  readonly title: string;
  readonly subtitle: string;
  /** Authors, and who published it. */
  readonly foot: readonly string[];
}

/** A composed line on the cover; of a vertical one, `x` is its base line and `y` where it begins. */
export interface PlacedLine {
  readonly line: Line;
  readonly x: number;
  readonly y: number;
}

interface SetText {
  readonly lines: readonly Line[];
  readonly size: number;
  readonly pitch: number;
}

/** Title, subtitle and foot set as the template sets its title, and placed; columns from the right in vertical ones. */
export function setCover(words: CoverWords, sheet: StyleSheet, fonts: DocumentFonts): PlacedLine[] {
  const compositor = new Compositor(sheet, fonts);
  const title = compositor.title(words.title);
  const subtitle = compositor.small(words.subtitle, MOST_SUBTITLE_LINES, 'start');
  const foot = words.foot.map((text, index) => compositor.small(text, MOST_FOOT_LINES[index] ?? 1, 'end'));
  return sheet.direction === 'vertical'
    ? placeColumns(title, subtitle, foot, fonts)
    : placeLines(title, subtitle, foot);
}

/** How long lines may be: across the cover, or down between its rules. */
const LEVEL_MEASURE = WIDTH - 2 * MARGIN;
const COLUMN_MEASURE = HEIGHT * (BOTTOM_RULE - TOP_RULE) - MARGIN;

/** More letters than this stand on no cover; what is behind them is not composed to be cut off again. */
const MOST_LETTERS = 600;

class Compositor {
  readonly #sheet: StyleSheet;
  readonly #fonts: DocumentFonts;

  constructor(sheet: StyleSheet, fonts: DocumentFonts) {
    this.#sheet = sheet;
    this.#fonts = fonts;
  }

  title(whole: string): SetText {
    const text = firstLetters(whole);
    const { family, weight } = this.#sheet.styles.title;
    let [smallest, most] = TITLE_SIZES[0] as readonly [number, number];
    for (const [size, mostLines] of TITLE_SIZES) {
      const { lines, emergencyBreaks } = this.#compose(text, { size, family, weight, align: 'start' });
      [smallest, most] = [size, mostLines];
      if (lines.length <= mostLines && emergencyBreaks.length === 0) break;
    }
    const look = { size: smallest, family, weight, align: 'start' } as const;
    return { lines: this.#atMost(most, text, look), size: smallest, pitch: smallest * TITLE_PITCH };
  }

  small(whole: string, mostLines: number, align: 'start' | 'end'): SetText {
    const text = firstLetters(whole);
    const { family } = this.#sheet.styles.body;
    const look = { size: SMALL_SIZE, family, weight: 'regular', align } as const;
    const lines = text === '' ? [] : this.#atMost(mostLines, text, look);
    return { lines, size: SMALL_SIZE, pitch: SMALL_SIZE * SMALL_PITCH };
  }

  /** What is too long for a cover ends in ……; the title page has all of it. */
  #atMost(most: number, text: string, look: CoverLook): readonly Line[] {
    const { lines } = this.#compose(text, look);
    const last = lines[most - 1];
    if (lines.length <= most || !last) return lines;
    const characters = [...text.slice(0, last.end)];
    for (let cut = 2; cut < characters.length; cut++) {
      const shorter = this.#compose(`${characters.slice(0, -cut).join('')}……`, look).lines;
      if (shorter.length <= most) return shorter;
    }
    return lines.slice(0, most);
  }

  #compose(text: string, look: CoverLook): ReturnType<typeof composeParagraph> {
    const { setting, region, direction } = this.#sheet;
    const isVertical = direction === 'vertical';
    const settings: ParagraphSettings = {
      measurePt: isVertical ? COLUMN_MEASURE : LEVEL_MEASURE,
      sizePt: look.size,
      cellPt: look.size,
      firstLineIndentPt: 0,
      hangingIndentPt: 0,
      align: isVertical ? look.align : 'center',
      language: region,
      region,
      prohibition: setting.prohibition,
      punctuation: setting.punctuation,
      hanging: false,
      stackedQuery: setting.stackedQuery,
      hanLatinGapEm: setting.hanLatinGapEm,
      hyphenate: setting.hyphenate,
      vertical: isVertical,
      balance: true,
    };
    const { family, weight, size } = look;
    const item = { type: 'text', text, look: { family, weight, sizePt: size, color: INK } } as const;
    return composeParagraph([item], settings, this.#fonts);
  }
}

function firstLetters(text: string): string {
  return text.length > MOST_LETTERS
    ? [...text.slice(0, 2 * MOST_LETTERS)].slice(0, MOST_LETTERS).join('')
    : text;
}

interface CoverLook {
  readonly size: number;
  readonly family: string;
  readonly weight: 'regular' | 'bold';
  readonly align: 'start' | 'end';
}

/** Title below the upper rule, the subtitle under it, authors under the lower one. */
function placeLines(title: SetText, subtitle: SetText, foot: readonly SetText[]): PlacedLine[] {
  const titleAt = HEIGHT * TOP_RULE + HEIGHT * 0.08 + title.size;
  const subtitleAt = titleAt + (title.lines.length - 1) * title.pitch + SMALL_SIZE * 2.5;
  const level = ({ lines, pitch }: SetText, from: number): PlacedLine[] =>
    lines.map((line, index) => ({ line, x: MARGIN, y: from + index * pitch }));
  let footAt = HEIGHT * BOTTOM_RULE + SMALL_SIZE * 1.8;
  const below = foot.flatMap((text) => {
    const placed = level(text, footAt);
    footAt += text.lines.length * text.pitch;
    return placed;
  });
  return [...level(title, titleAt), ...level(subtitle, subtitleAt), ...below];
}

/** The title's columns from the right edge, the subtitle left of them, authors at the left, ending at the foot. */
function placeColumns(
  title: SetText,
  subtitle: SetText,
  foot: readonly SetText[],
  fonts: DocumentFonts,
): PlacedLine[] {
  const [bottom, top] = fonts.emBox(-1);
  const middleEm = (bottom + top) / 2;
  const y = HEIGHT * TOP_RULE + MARGIN / 2;
  let right = WIDTH - MARGIN * 1.5;
  const columns = ({ lines, size, pitch }: SetText): PlacedLine[] =>
    lines.map((line) => {
      const x = right - pitch / 2 - middleEm * size;
      right -= pitch;
      return { line, x, y };
    });
  const first = columns(title);
  right -= subtitle.size;
  const second = columns(subtitle);
  const footLines = foot.reduce((count, { lines }) => count + lines.length, 0);
  right = MARGIN * 1.2 + footLines * SMALL_SIZE * SMALL_PITCH;
  return [...first, ...second, ...foot.flatMap(columns)];
}
