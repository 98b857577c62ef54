import { attribute, type HtmlElement } from './tree.js';

/** Styles longer than this are data. */
const LONGEST_STYLE = 4000;

/** The declarations of an element's `style` attribute, names and values in lower case; the last of a name holds. */
export function styleOf(element: HtmlElement): ReadonlyMap<string, string> {
  const style = attribute(element, 'style');
  return style === undefined || style === '' ? NONE : parseStyle(style);
}

const NONE: ReadonlyMap<string, string> = new Map();

/** The declarations of a style attribute as written. */
export function parseStyle(style: string): ReadonlyMap<string, string> {
  const declarations = style.slice(0, LONGEST_STYLE).toLowerCase().split(';');
  return new Map(
    declarations.flatMap((declaration): [string, string][] => {
      const colon = declaration.indexOf(':');
      const name = declaration.slice(0, colon).trim();
      const value = declaration.slice(colon + 1).replace('!important', '');
      return colon < 1 ? [] : [[name, value.trim()]];
    }),
  );
}

/**
 * The browser shows nothing of it. `visibility: hidden` is not asked: pages set it on their text until a script has
 * run, and such a page is saved by those that run none.
 */
export function isHidden(element: HtmlElement): boolean {
  if (attribute(element, 'hidden') !== undefined || isJammer(element)) return true;
  if (attribute(element, 'style') === undefined) return false;
  const style = styleOf(element);
  return style.get('display') === 'none' || style.get('mso-hide') === 'all';
}

/** Nonsense between the sentences of a forum against copying: Discuz! hides it by its class, others by its size. */
function isJammer(element: HtmlElement): boolean {
  if (element.first?.type !== 'text' || element.first !== element.last) return false;
  // 百科 repeats the subject before every heading
  if (/(?:^|\s)(?:jammer|title-prefix)(?:\s|$)/.test(attribute(element, 'class') ?? '')) return true;
  return /^0(?:px|pt|em|%)?$/.test(styleOf(element).get('font-size') ?? '');
}

/** Whether text in it stands in the middle or at the end, by style or by the attributes of old pages. */
export function alignOf(element: HtmlElement): 'center' | 'end' | 'start' | undefined {
  if (element.tag === 'center') return 'center';
  const value = styleOf(element).get('text-align') ?? attribute(element, 'align')?.toLowerCase();
  switch (value) {
    case 'center':
    case '-webkit-center':
    case 'middle':
      return 'center';
    case 'right':
    case 'end':
      return 'end';
    case 'left':
    case 'start':
    case 'justify':
      return 'start';
    default:
      return undefined;
  }
}

/** Width of `text-indent` in ems, pixels and points counted against 16 px of text. */
export function textIndentEm(element: HtmlElement): number {
  const [, number = '', unit = ''] =
    /^(-?[0-9.]{1,8})(em|rem|px|pt|ch)$/.exec(styleOf(element).get('text-indent') ?? '') ?? [];
  const size = Number(number) * (EM_OF_UNIT[unit] ?? 0);
  return size > 0 && size < 20 ? size : 0;
}

const EM_OF_UNIT: Readonly<Record<string, number>> = { em: 1, rem: 1, ch: 0.5, px: 1 / 16, pt: 1 / 12 };

/** True or false when the element says that its text is bold or is not. */
export function boldOf(element: HtmlElement): boolean | undefined {
  const weight = styleOf(element).get('font-weight');
  if (weight === undefined) return ['b', 'strong'].includes(element.tag) ? true : undefined;
  if (weight === 'bold' || weight === 'bolder' || Number(weight) >= 600) return true;
  return weight === 'normal' || weight === 'lighter' || Number(weight) <= 500 ? false : undefined;
}

/** White space and line ends of the source count. */
export function keepsWhiteSpace(element: HtmlElement): boolean | undefined {
  const value = styleOf(element).get('white-space');
  if (value === undefined) return PREFORMATTED.has(element.tag) ? true : undefined;
  return /^(?:pre|pre-wrap|pre-line|break-spaces)$/.test(value);
}

const PREFORMATTED: ReadonlySet<string> = new Set(['pre', 'listing', 'xmp', 'plaintext', 'textarea']);
