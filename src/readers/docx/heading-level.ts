import type { Run } from '../html/runs.js';
import type { ParagraphLook } from './paragraph-look.js';
import { textOfRuns } from './run-text.js';
import type { StyleRole } from './style-names.js';
import type { Style } from './styles.js';

/** The level of a title: one above the headings, which move down when a document has one. */
export const TITLE = 0;

/** Text that its author gave the level of a heading, by mistake or for the navigation, is none when it is this long. */
const LONGEST_HEADING = 150;
/** The same for whole sentences. */
const LONGEST_SENTENCE = 60;

/** Styles that say what a paragraph is, whatever level an outline gives them: 副标题 has the second in Chinese Word. */
const NO_HEADINGS: ReadonlySet<StyleRole | undefined> = new Set([
  'contents',
  'subtitle',
  'author',
  'caption',
  'quote',
  'code',
]);

/** Body text: the level of an outline that undoes one. */
const BODY_LEVEL = 9;

/** The level of a heading, by the paragraph's own outline level, its style's name, or its style's outline level. */
export function headingLevel(look: ParagraphLook, style: Style): number | undefined {
  const { outline } = look;
  const isOwn = outline !== style.paragraph.outline;
  const level = outline !== undefined && outline >= 0 && outline < BODY_LEVEL ? outline + 1 : undefined;
  if (isOwn && outline !== undefined) return level;
  if (NO_HEADINGS.has(style.role)) return undefined;
  if (style.role === 'title' && style.headingLevel === undefined) return TITLE;
  return outline === BODY_LEVEL ? undefined : (style.headingLevel ?? level);
}

/** A heading is short. */
export function mayBeHeading(runs: readonly Run[]): boolean {
  const text = textOfRuns(runs);
  return text.length <= (/[。\uFF1B;.]\s*$/u.test(text) ? LONGEST_SENTENCE : LONGEST_HEADING);
}
