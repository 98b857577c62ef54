// What a cover that we draw looks like. All lengths are in pixels of the cover.

/** Three to four, as shops show covers, and as many pixels as they ask for at least. */
export const WIDTH = 1200;
export const HEIGHT = 1600;
export const MARGIN = 120;

export const PAPER = '#f6f1e7';
export const INK = '#2b2622';
/** Of the rules, where the template's title is black. */
export const ACCENT = '#8c2f24';
export const RULE_WIDTH = 3;

/** Along the lines of text and across them, as shares of the cover's height: where rules and texts begin. */
export const TOP_RULE = 0.16;
export const BOTTOM_RULE = 0.84;

/** The largest size at which the title takes no more than so many lines is the one that is set. */
export const TITLE_SIZES: readonly (readonly [size: number, mostLines: number])[] = [
  [168, 1],
  [150, 2],
  [120, 3],
  [96, 4],
  [72, 5],
  [54, 6],
];
/** Of lines of the title. */
export const TITLE_PITCH = 1.4;
export const SMALL_SIZE = 44;
export const SMALL_PITCH = 1.5;
export const MOST_SUBTITLE_LINES = 2;
/** Of the authors, and of who published it. */
export const MOST_FOOT_LINES: readonly number[] = [2, 1];
