import type { DraftCode } from '../../model/index.js';
import { isBlock, isElement, namesOf } from './elements.js';
import { attribute, childrenOf, elementsIn, following, type HtmlElement, textIn } from './tree.js';

/** Line numbers and buttons that highlighters put beside the code. */
const GUTTER =
  /(?:^|[\s_-])(?:gutter|line-?numbers?(?:-rows)?|lineno|linenos|linenum|hljs-ln-numbers|copy-?btn|copy-?code|toolbar)(?:\s|$)/;
/** The box of a highlighter around `<pre>`: Hexo, Rouge and Jekyll, Pygments, SyntaxHighlighter, Crayon. */
const BOX =
  /(?:^|\s)(?:highlight(?:er)?(?:-\S+)?|codehilite|syntaxhighlighter|crayon-\S+|code-?block(?:-\S+)?)(?:\s|$)/;
const LANGUAGE =
  /(?:^|\s)(?:language-|lang-|brush:\s*|highlight-(?:source-)?|sourcecode\s)([a-z0-9+#.-]{1,20})/;
/** Words beside the language in class lists, and its absence. */
const NO_LANGUAGE: ReadonlySet<string> = new Set(
  'highlight hljs code pre plain text txt none plaintext plain_text'.split(' '),
);
const HAN = /\p{Script=Han}/gu;

/** The code of a `<pre>` or of a highlighter's box; undefined for an element that is neither. */
export function readCode(element: HtmlElement, clean: (text: string) => string): DraftCode | undefined {
  const pre = element.tag === 'pre' ? element : codeInBox(element);
  if (!pre) return undefined;
  if (element.tag === 'pre' && isProse(pre)) return undefined;
  const text = clean(codeText(pre).replace(/\r\n?/g, '\n'))
    .replace(/^(?:[ \t]*\n)+|\s+$/g, '')
    .replace(/\u00A0/g, ' ');
  if (text.trim() === '') return undefined;
  const language = languageOf(element, pre);
  return { type: 'code', text, ...(language && { language }), line: pre.line };
}

/** Old sites set whole articles in `<pre>` to keep their lines. */
function isProse(pre: HtmlElement): boolean {
  for (const inner of elementsIn(pre)) if (inner.tag === 'code') return false;
  if (LANGUAGE.test(namesOf(pre)) || BOX.test(namesOf(pre))) return false;
  const text = textIn(pre);
  return (text.slice(0, 4000).match(HAN)?.length ?? 0) * 3 >= Math.min(text.length, 4000);
}

/** The `<pre>` that holds the code; a box with line numbers has a second one, before it. */
function codeInBox(element: HtmlElement): HtmlElement | undefined {
  if (!BOX.test(namesOf(element)) || !['figure', 'div', 'table'].includes(element.tag)) return undefined;
  const all = [...elementsIn(element)].filter(
    ({ tag, parent }) => tag === 'pre' && !(parent && GUTTER.test(namesOf(parent))),
  );
  return all.length === 1 && !GUTTER.test(namesOf(all[0] as HtmlElement)) ? all[0] : undefined;
}

function codeText(pre: HtmlElement): string {
  const parts: string[] = [];
  let node = pre.first;
  while (node) {
    const skipped = node.type === 'element' && (GUTTER.test(namesOf(node)) || node.tag === 'button');
    if (node.type === 'text') parts.push(node.text);
    else if (node.tag === 'br') parts.push('\n');
    else if (isBlock(node) && parts.length > 0 && !parts.at(-1)?.endsWith('\n')) parts.push('\n');
    node = following(node, pre, !skipped);
  }
  return parts.join('');
}

function languageOf(element: HtmlElement, pre: HtmlElement): string | undefined {
  const inner = [...childrenOf(pre)].filter((node): node is HtmlElement => isElement(node, 'code'));
  const holders = [...inner, pre, ...(pre.parent ? [pre.parent] : []), element];
  for (const holder of holders) {
    const named = attribute(holder, 'data-lang') ?? LANGUAGE.exec(namesOf(holder))?.[1];
    if (named !== undefined && /^[\w+#.-]{1,20}$/.test(named) && !NO_LANGUAGE.has(named))
      return named.toLowerCase();
  }
  // Hexo: <figure class="highlight js">
  const words = element.tag === 'figure' ? namesOf(element).split(/\s+/) : [];
  return words.find((word) => /^[a-z][a-z0-9+#-]{0,15}$/.test(word) && !NO_LANGUAGE.has(word));
}
