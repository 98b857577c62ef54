import { attribute, elementsIn, type HtmlElement } from '../tree.js';

/** What a selector asks of one element: a tag, an id, classes. */
interface Selector {
  readonly tag?: string;
  readonly ids: readonly string[];
  readonly classes: readonly string[];
}

/** `div`, `#content`, `.article.main`, `div#a.b`: the schema of rules files lets no other pass. */
function parseSelector(written: string): Selector {
  const [tag = '', ...rest] = written.trim().split(/(?=[.#])/);
  const all = /^[.#]/.test(tag) ? [tag, ...rest] : rest;
  const named = (mark: string): string[] =>
    all.filter((piece) => piece.startsWith(mark)).map((piece) => piece.slice(1));
  return {
    ...(tag !== '' && !/^[.#]/.test(tag) && { tag: tag.toLowerCase() }),
    ids: named('#'),
    classes: named('.'),
  };
}

/** The outermost elements that a selector names, in order. */
export function selected(root: HtmlElement, written: string): HtmlElement[] {
  const selector = parseSelector(written);
  const found: HtmlElement[] = [];
  for (const element of elementsIn(root, (passed) => found.at(-1) === passed))
    if (isMatch(element, selector)) found.push(element);
  return found;
}

function isMatch(element: HtmlElement, { tag, ids, classes }: Selector): boolean {
  if (tag !== undefined && element.tag !== tag) return false;
  if (ids.some((id) => attribute(element, 'id') !== id)) return false;
  if (classes.length === 0) return true;
  const own = new Set((attribute(element, 'class') ?? '').split(/\s+/));
  return classes.every((name) => own.has(name));
}
