/** Han, kana and full-width marks are one em wide, all else about half of one. */
const WIDE = /[\u1100-\u11FF\u2014\u2026\u2E80-\uD7FF\uF900-\uFAFF\uFE10-\uFE6F\uFF00-\uFF60]/;

/** About how wide a line of text is: enough to share out room, since Word sets the line itself. */
export function textWidthEm(text: string): number {
  let width = 0;
  for (const char of text) width += char.length > 1 || WIDE.test(char) ? 1 : 0.5;
  return width;
}
