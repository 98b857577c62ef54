import { BARE_ADDRESS } from './bare-address.js';
import { INLINE_MATH } from './math.js';
import type { Notation } from './notation.js';
import { RUBY_PATTERN, rubyOf } from './ruby-notation.js';

export type InlineNotation =
  | 'address'
  | 'embed'
  | 'inline-note'
  | 'lowered'
  | 'mark'
  | 'math'
  | 'raised'
  | 'ruby'
  | 'site-tag'
  | 'span'
  | 'strike'
  | 'wiki-link';

/** Text without marks of its own: what stands between the marks of the small notations. */
const PLAIN = '[^\\n*_`\\[\\]<>&\\\\$';

/**
 * What is written inside paragraphs beyond GitHub's Markdown, by the programs that people write in: Typora, Obsidian,
 * pandoc, editors for 公众号, Jekyll, Hexo and Hugo. Math comes first, so that nothing inside a formula is read.
 */
export const INLINE_NOTATIONS: readonly Notation<InlineNotation>[] = [
  ...(INLINE_MATH as readonly Notation<InlineNotation>[]),
  BARE_ADDRESS,
  {
    name: 'ruby',
    starts: '{[',
    pattern: RUBY_PATTERN,
    accepts: (found) => rubyOf(found) !== undefined,
  },
  // `[重点]{.underline}` of pandoc
  {
    name: 'span',
    starts: '[',
    pattern: new RegExp(`\\[(${PLAIN}]{1,200})\\]\\{[.#][^{}\\n]{0,200}\\}`, 'y'),
  },
  {
    name: 'embed',
    starts: '!',
    pattern: /!\[\[([^[\]|\n]{1,300})(?:\|([^[\]\n]{0,200}))?\]\]/y,
  },
  {
    name: 'wiki-link',
    starts: '[',
    pattern: /\[\[([^[\]|\n]{1,200})(?:\|([^[\]\n]{1,200}))?\]\](?![([])/y,
    // [[1, 2]] is data, [[1]] a mark of a note, and [[a]] with a definition of "a" a link in brackets
    accepts: ([, target = ''], { text, before }) =>
      before !== '[' && /\p{L}/u.test(target) && !/[,;="'<>`*]/.test(target) && !isDefined(target, text),
  },
  { name: 'inline-note', starts: '^', pattern: /\^\[([^[\]\n]{1,2000})\]/y },
  // tags of Liquid and Nunjucks, shortcodes of Hugo; Vue's {{ }} is left as text
  { name: 'site-tag', starts: '{', pattern: /\{%-?[ \t][^%\n]{0,500}%\}|\{\{[<%][^\n]{0,500}?[>%]\}\}/y },
  {
    name: 'mark',
    starts: '=',
    pattern: new RegExp(`==(?=[^\\s=])(${PLAIN}=]{1,200})==(?!=)`, 'y'),
    accepts: ([, marked = ''], { before }) => !/[\w=)]/.test(before) && !/\s$/.test(marked),
  },
  {
    name: 'strike',
    starts: '~',
    pattern: new RegExp(`~(?=[^\\s~])(${PLAIN}~]{1,200})~(?![~\\p{L}\\p{N}])`, 'uy'),
    // 好的~谢谢~ is a tone of voice
    accepts: ([, struck = ''], { before }) => (before === '' || /[\s(]/.test(before)) && !/\s$/.test(struck),
  },
  {
    name: 'lowered',
    starts: '~',
    pattern: /~([0-9+\-=()n]{1,10})~(?!~)/y,
    accepts: (_, { before }) => /[\p{L}\p{N})\]]/u.test(before),
  },
  {
    name: 'raised',
    starts: '^',
    pattern: /\^([0-9+\-=()n]{1,10})\^/y,
    accepts: (_, { before }) => /[\p{L}\p{N})\]]/u.test(before),
  },
];

function isDefined(label: string, text: string): boolean {
  return text.includes(`\n[${label}]:`) || text.startsWith(`[${label}]:`);
}
