import type { Inline } from '../../model/index.js';

/** `##标题`: the space is forgotten, which Markdown does not forgive. A `#话题#` is none. */
const GLUED = /^(#{1,6})(?=[\p{Script=Han}\p{N}\u300A\u300C\u3010\uFF08“])([^\n#]{1,80})(?:\n|$)/u;
/** Two marks or more are no hashtag. */
export const GLUED_IN_SOURCE: RegExp = /^#{2,6}[\p{Script=Han}\u300A\u300C\u3010\uFF08“][^\n#]{0,80}$/mu;

export interface GluedHeading {
  readonly level: number;
  readonly heading: readonly Inline[];
  /** What stands on the lines below, in the same paragraph. */
  readonly rest: readonly Inline[];
}

/**
 * The heading that a paragraph starts with, its space forgotten.
 *
 * @param isUsual Whether the document writes headings so; without that a single `#` may be a hashtag.
 */
export function gluedHeading(inlines: readonly Inline[], isUsual: boolean): GluedHeading | undefined {
  const [first, ...others] = inlines;
  const [whole = '', marks = '', text = ''] = first?.type === 'text' ? (GLUED.exec(first.text) ?? []) : [];
  if (first?.type !== 'text' || marks === '' || !/\p{Script=Han}/u.test(text)) return undefined;
  if ((marks.length === 1 && !isUsual) || /[。\uFF1B\uFF0C]\s*$/.test(text)) return undefined;
  const heading: Inline[] = [{ type: 'text', text }];
  const below = first.text.slice(whole.length);
  if (whole.endsWith('\n'))
    return { level: marks.length, heading, rest: [{ type: 'text', text: below }, ...others] };
  const end = others.findIndex(
    (inline) => inline.type === 'lineBreak' || (inline.type === 'text' && inline.text.includes('\n')),
  );
  if (end !== -1) return undefined;
  return { level: marks.length, heading: [...heading, ...others], rest: [] };
}
