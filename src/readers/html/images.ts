import { isElement, namesOf } from './elements.js';
import { attribute, childrenOf, type HtmlElement } from './tree.js';

/**
 * Where scripts find the address of a picture that is loaded late, surest first: WeChat, 知乎 and 简书, the lazy-load
 * plugins of jQuery and WordPress, echo.js, and the attachments of Discuz.
 */
const LATE_SOURCES =
  'data-src data-original data-actualsrc data-original-src data-lazy-src data-lazyload data-lazy data-echo data-url data-image data-ks-lazyload data-backsrc zoomfile file'.split(
    ' ',
  );

/** What stands in `src` until the picture comes. */
const PLACEHOLDER =
  /^data:|(?:^|[/_.-])(?:loading|lazy(?:load)?|placeholder|blank|spacer?|transparent|grey|gray|pixel|none|empty|default|s|1x1|img_err)\.(?:gif|png|jpe?g|svg|webp)(?:[?#]|$)/i;

/** Pictures that are drawn in place of a character. */
const EMOJI = /(?:^|[\s_-])(?:emoji|emoticon|smil(?:ey|ie)s?|face|wp-smiley|bbcode_smiley|icon_emotion)/;
const EMOJI_SOURCE = /\/(?:smil(?:ey|ie)s?|emoji|emoticons?|face|emot)\//i;

/** Pixels up to which a picture is an ornament, a counter or a mark of the site. */
const SMALLEST = 24;

/** What an `<img>` shows: a picture by its address, a character, or nothing. */
export type ImageContent =
  | { readonly kind: 'picture'; readonly source: string; readonly alt: string; readonly title?: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'formula'; readonly tex: string };

export function readImage(
  image: HtmlElement,
  address: (written: string) => string | undefined,
): ImageContent | undefined {
  const alt = (attribute(image, 'alt') ?? '').replace(/\s+/g, ' ').trim();
  const tex = formulaOf(image, alt);
  if (tex !== undefined) return { kind: 'formula', tex };
  const source = sourceOf(image, address);
  if (EMOJI.test(namesOf(image)) || EMOJI_SOURCE.test(source ?? ''))
    return alt === '' ? undefined : { kind: 'text', text: alt };
  if (isTiny(image)) return alt.length === 1 ? { kind: 'text', text: alt } : undefined;
  if (source === undefined) return alt === '' ? undefined : { kind: 'text', text: alt };
  const title = pictureTitle(attribute(image, 'title'), alt);
  return { kind: 'picture', source, alt, ...(title !== undefined && { title }) };
}

/** Words to whoever visits the page (点击查看大图), the name of a file, a number or code: nothing about the picture. */
const NO_TITLE =
  /点击|點擊|点此|查看|大图|大圖|原图|原圖|下一[页頁张張]|click|\.(?:png|jpe?g|gif|webp|bmp|svg)$|^[\w.()-]*$/i;

/** What the `title` of an `<img>` says of the picture itself and its `alt` does not; sites fill in one for the other. */
export function pictureTitle(written: string | undefined, alt: string): string | undefined {
  const title = written?.replace(/\s+/g, ' ').trim();
  return title === undefined || title === alt || NO_TITLE.test(title) ? undefined : title;
}

/** Encyclopaedias and 知乎 print formulas as pictures, with their TeX beside. */
function formulaOf(image: HtmlElement, alt: string): string | undefined {
  if (attribute(image, 'data-formula') !== undefined) return attribute(image, 'data-formula');
  const isFormula =
    attribute(image, 'eeimg') !== undefined || /(?:^|\s)mwe-math|(?:^|\s)ztext-math/.test(namesOf(image));
  return isFormula && alt !== '' ? alt : undefined;
}

function sourceOf(image: HtmlElement, address: (written: string) => string | undefined): string | undefined {
  const late = LATE_SOURCES.map((name) => attribute(image, name)).find(isAddress);
  const now = attribute(image, 'src')?.trim() ?? '';
  // a page that was saved whole has its pictures beside it, and `data-src` still points to the net
  const isSaved = now !== '' && !/^(?:[a-z]+:|\/\/|\/)/i.test(now) && !PLACEHOLDER.test(now);
  const isReady = now !== '' && (late === undefined || isSaved) && !isPlaceholder(now, image);
  const sets = [image, ...pictureSources(image)].map(largestOfSet).filter((found) => found !== undefined);
  const candidates = isReady
    ? [now, late, ...sets]
    : [late, ...sets, PLACEHOLDER.test(now) ? undefined : now];
  for (const candidate of candidates) {
    const found = candidate === undefined ? undefined : address(candidate);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A `data:` picture is one when nothing else is there and it is more than a dot. */
function isPlaceholder(source: string, image: HtmlElement): boolean {
  if (!source.startsWith('data:')) return PLACEHOLDER.test(source) && hasSet(image);
  return source.length < 400 && (source.startsWith('data:image/gif') || hasSet(image));
}

function hasSet(image: HtmlElement): boolean {
  return [image, ...pictureSources(image)].some((element) => largestOfSet(element) !== undefined);
}

function isAddress(value: string | undefined): value is string {
  return value !== undefined && /[./]/.test(value) && !/\s\S{1,20}\s*,/.test(value);
}

/** The `<source>` elements before an image inside `<picture>`. */
function pictureSources(image: HtmlElement): HtmlElement[] {
  const { parent } = image;
  if (parent?.tag !== 'picture') return [];
  return [...childrenOf(parent)].filter((node): node is HtmlElement => isElement(node, 'source'));
}

/** The address with the greatest width or density of a `srcset`. */
function largestOfSet(element: HtmlElement): string | undefined {
  const set = attribute(element, 'srcset') ?? attribute(element, 'data-srcset') ?? '';
  if (set === '' || set.length > 20_000) return undefined;
  let best: { address: string; size: number } | undefined;
  for (const entry of set.split(/,\s+|,(?=https?:|\/)/)) {
    const [address = '', size = '1x'] = entry.trim().split(/\s+/);
    const found = { address: address.replace(/,$/, ''), size: Number.parseFloat(size) || 1 };
    if (found.address !== '' && found.size > (best?.size ?? 0)) best = found;
  }
  return best?.address;
}

function isTiny(image: HtmlElement): boolean {
  const sizes = ['width', 'height'].map((name) => Number.parseFloat(attribute(image, name) ?? ''));
  return sizes.some((size) => size <= 3) || sizes.every((size) => size <= SMALLEST);
}
