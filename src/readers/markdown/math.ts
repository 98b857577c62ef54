import { LONGEST_SEARCH, type Notation } from './notation.js';

/** What a formula is known by, where brackets or dollars alone could mean something else. */
const TEX_SIGN = /[\\^_{}=<>]/;
/** Words inside a formula stand in these. */
const WORDS_IN_TEX = /\\(?:text[a-z]*|mbox|hbox|mathrm|operatorname\*?|tag\*?)[ \t]*\{[^{}]{0,200}\}/g;
const HAN = /\p{Script=Han}/u;
const CHINESE_MARK = /[\u3001\u3002\u300A-\u3011\uFF01\uFF0C\uFF1A\uFF1B\uFF1F“”]/;

/** Dollars on both sides are prices ($5 和 $10), variables ($HOME/$USER) or a formula. */
function isFormula(tex: string): boolean {
  const bare = tex.replace(WORDS_IN_TEX, '');
  if (CHINESE_MARK.test(bare) || !/[\p{L}\p{N}]/u.test(tex)) return false;
  const isTight = !/^\s|\s$/.test(tex);
  const isLoose = /^\s/.test(tex) && /\s$/.test(tex) && TEX_SIGN.test(tex);
  if (!isTight && !isLoose) return false;
  return HAN.test(bare) ? TEX_SIGN.test(tex) : !/[/:=,+(-]$/.test(tex.trim());
}

function isMarkedFormula(tex: string): boolean {
  return /[A-Za-z0-9]/.test(tex) && TEX_SIGN.test(tex) && !CHINESE_MARK.test(tex.replace(WORDS_IN_TEX, ''));
}

/** Inside a paragraph. A line may end in a formula, the paragraph may not. */
export const INLINE_MATH: readonly Notation[] = [
  {
    name: 'math',
    starts: '$',
    pattern: /\$\$((?:[^$\\\n]|\\[^\n]|\$(?!\$)|\n(?![ \t]{0,200}\n)){1,2000})\$\$/y,
    accepts: ([, tex = '']) => isMarkedFormula(tex) || isFormula(tex.trim()),
  },
  {
    name: 'math',
    starts: '$',
    pattern: /\$((?:[^$\\\n]|\\[^\n]|\n(?![ \t]{0,200}\n)){1,1000})\$(?![\d$])/y,
    accepts: ([, tex = ''], { before }) => before !== '$' && isFormula(tex),
  },
  {
    name: 'math',
    starts: '\\',
    pattern: /\\\(((?:[^\\\n]|\\[^()\n]|\n(?![ \t]{0,200}\n)){1,1000})\\\)/y,
    // pandoc and turndown escape brackets of the text, too
    accepts: ([, tex = '']) => isMarkedFormula(tex) || /^\s?[A-Za-z]\s?$/.test(tex),
  },
  {
    name: 'math',
    starts: '\\',
    pattern: /\\\[((?:[^\\\n]|\\[^[\]\n]|\n(?![ \t]{0,200}\n)){1,2000})\\\]/y,
    accepts: ([, tex = '']) => isMarkedFormula(tex),
  },
];

/** On lines of its own. */
export const MATH_BLOCKS: readonly Notation[] = [
  {
    name: 'math',
    starts: '$',
    pattern: new RegExp(
      `\\$\\$(?!\\$)((?:[^$\\\\]|\\\\[^]|\\$(?!\\$)){1,${LONGEST_SEARCH}})\\$\\$[ \\t]{0,200}(?=\\n|$)`,
      'y',
    ),
    accepts: ([, tex = '']) => isMarkedFormula(tex) || isFormula(tex.trim()),
  },
  {
    name: 'math',
    starts: '\\',
    pattern: new RegExp(
      `\\\\\\[((?:[^\\\\]|\\\\[^[\\]]){1,${LONGEST_SEARCH}})\\\\\\][ \\t]{0,200}(?=\\n|$)`,
      'y',
    ),
    accepts: ([, tex = '']) => isMarkedFormula(tex),
  },
  {
    name: 'math',
    starts: '\\',
    pattern: new RegExp(
      `\\\\begin\\{((?:equation|align|gather|multline|eqnarray|flalign)\\*?)\\}[^]{1,${LONGEST_SEARCH}}?\\\\end\\{\\1\\}[ \\t]{0,200}(?=\\n|$)`,
      'y',
    ),
  },
];

/** What encloses a formula, longest first. */
const ENCLOSURES = [
  ['$$', '$$'],
  ['$', '$'],
  ['\\(', '\\)'],
  ['\\[', '\\]'],
] as const;

/** The TeX of a formula without its dollars or brackets. */
export function texOf(source: string): string {
  const written = source.trim();
  const enclosure = ENCLOSURES.find(([open]) => written.startsWith(open));
  if (!enclosure) return written;
  const [open, close] = enclosure;
  const end = written.endsWith(close) && written.length > open.length ? -close.length : undefined;
  const lines = written.slice(open.length, end).split('\n');
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}
