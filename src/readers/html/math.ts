import { namesOf } from './elements.js';
import { mathMlToTex } from './mathml.js';
import { attribute, elementsIn, type HtmlElement, textIn } from './tree.js';

/** A formula that the page has as TeX. */
export interface PageFormula {
  readonly tex: string;
  /** It stands on lines of its own. */
  readonly isBlock: boolean;
}

/**
 * The TeX of an element that holds a formula: MathJax's script, MathML with its source as annotation, and the boxes
 * that KaTeX, MathJax and MediaWiki draw around it. MathML without TeX is written as TeX of its own.
 */
export function readFormula(element: HtmlElement): PageFormula | undefined {
  if (element.tag === 'script') return readScript(element);
  const isBox = BOX.test(namesOf(element)) || element.tag === 'mjx-container';
  if (element.tag !== 'math' && !isBox) return undefined;
  const annotation = annotationIn(element);
  if (annotation === undefined) return element.tag === 'math' ? readMathMl(element) : undefined;
  const tex = withoutStyle(textIn(annotation));
  return tex === '' ? undefined : { tex, isBlock: isDisplayed(element) };
}

/** A formula of a page that keeps no TeX beside it. */
function readMathMl(math: HtmlElement): PageFormula | undefined {
  const tex = mathMlToTex(math).slice(0, LONGEST_FORMULA);
  return tex === '' ? undefined : { tex, isBlock: isDisplayed(math) };
}

/** What a script has drawn beside the source of a formula: the same once more, in pieces. */
export function isDrawnFormula(element: HtmlElement): boolean {
  return DRAWN.test(attribute(element, 'class') ?? '');
}

const BOX = /(?:^|\s)(?:katex|katex-display|mwe-math-element|math-tex)(?:\s|$)/;
const DRAWN =
  /(?:^|\s)(?:katex-html|MathJax(?:_Preview|_Display|_SVG|_SVG_Display|_CHTML)?|MJX_Assistive_MathML)(?:\s|$)/;
const LONGEST_FORMULA = 20_000;

function readScript(script: HtmlElement): PageFormula | undefined {
  const [, mode] = /^math\/tex(?:;\s*mode=(display))?/i.exec(attribute(script, 'type') ?? '') ?? [];
  if (!/^math\/tex/i.test(attribute(script, 'type') ?? '')) return undefined;
  const tex = withoutStyle(textIn(script).replace(/^\s*%?\s*<!\[CDATA\[|%?\s*\]\]>\s*$/g, ''));
  return tex === '' ? undefined : { tex, isBlock: mode !== undefined };
}

function annotationIn(element: HtmlElement): HtmlElement | undefined {
  for (const inner of elementsIn(element)) {
    const encoding = inner.tag === 'annotation' ? attribute(inner, 'encoding') : undefined;
    if (encoding !== undefined && /tex/i.test(encoding)) return inner;
  }
  return undefined;
}

function isDisplayed(element: HtmlElement): boolean {
  if (
    /katex-display/.test(namesOf(element)) ||
    /katex-display/.test(element.parent ? namesOf(element.parent) : '')
  )
    return true;
  if (attribute(element, 'display') === 'true' || attribute(element, 'display') === 'block') return true;
  for (const inner of elementsIn(element))
    if (inner.tag === 'math') return attribute(inner, 'display') === 'block';
  return false;
}

/** MediaWiki wraps every formula in {\displaystyle …}. */
function withoutStyle(tex: string): string {
  const bare = tex.replace(/\r\n?/g, '\n').trim().slice(0, LONGEST_FORMULA);
  return /^\{\\displaystyle\s([\s\S]*)\}$/.exec(bare)?.[1]?.trim() ?? bare;
}
