import { MATH_BLOCKS } from './math.js';
import type { Notation } from './notation.js';

export type LineNotation = 'admonition' | 'container' | 'directive' | 'math';

/** Words that stand in brackets or braces where a table of contents is to be made. */
const CONTENTS_MARK =
  /(?:\[\[?_{0,2}toc_{0,2}\]\]?|\{\{?_{0,2}toc_{0,2}\}\}?|@\[toc\](?:\([^)\n]{0,200}\))?|\$\{toc\}|\{:[^}\n]{0,300}\})[ \t]{0,200}(?=\n|$)/iy;

/**
 * Lines that are orders to a site generator: containers of VuePress, Docusaurus, MyST, Quarto and Hugo's theme blocks,
 * admonitions of MkDocs, marks of a table of contents, attributes of kramdown, tags of Liquid, imports of MDX.
 */
export const LINE_NOTATIONS: readonly Notation<LineNotation>[] = [
  ...(MATH_BLOCKS as readonly Notation<LineNotation>[]),
  { name: 'container', starts: ':', pattern: /:{3,100}[^\n]{0,1000}(?=\n|$)/y },
  {
    name: 'admonition',
    starts: '!?',
    pattern: /(?:!!!|\?\?\?\+?)[ \t]+[a-z][\w-]{0,40}(?:[ \t]+[^\n]{0,500})?(?=\n|$)/iy,
  },
  {
    name: 'directive',
    starts: '[{@$',
    pattern: CONTENTS_MARK,
    accepts: ([mark], { text }) => !isDefined(mark, text),
  },
  {
    name: 'directive',
    starts: '{',
    pattern:
      /(?:\{%-?[ \t][^%\n]{0,500}%\}[ \t]{0,200}|\{\{[<%][^\n]{0,500}?[>%]\}\}[ \t]{0,200}){1,20}(?=\n|$)/y,
  },
  {
    name: 'directive',
    starts: 'i',
    pattern:
      /import[ \t]+[\w{}*, \t]{1,300}[ \t]+from[ \t]+(?:'[^'\n]{1,300}'|"[^"\n]{1,300}");?[ \t]{0,200}(?=\n|$)/y,
  },
];

function isDefined(mark: string, text: string): boolean {
  return text.includes(`\n${mark.trim()}:`);
}
