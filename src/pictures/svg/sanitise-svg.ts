import { type DrawingCost, drawingCost } from './drawing-cost.js';
import { parseXml } from './parse-xml.js';
import { element, formatXml, type XmlElement, type XmlNode } from './xml.js';

/** What draws; scripts, animation, foreign content, pictures and links are not on the list. */
const ELEMENTS: ReadonlySet<string> = new Set(
  (
    'svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan ' +
    'linearGradient radialGradient stop clipPath mask pattern marker'
  ).split(' '),
);

/** Attributes that place and paint. */
const ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'id class transform viewBox preserveAspectRatio width height x y x1 y1 x2 y2 dx dy cx cy r rx ry fx fy d points ' +
    'pathLength offset rotate textLength lengthAdjust gradientUnits gradientTransform spreadMethod patternUnits ' +
    'patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits markerUnits markerWidth ' +
    'markerHeight refX refY orient ' +
    'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit ' +
    'stroke-dasharray stroke-dashoffset color opacity stop-color stop-opacity clip-path clip-rule mask marker-start ' +
    'marker-mid marker-end display visibility font-family font-size font-style font-weight text-anchor ' +
    'text-decoration dominant-baseline baseline-shift letter-spacing word-spacing writing-mode'
  ).split(' '),
);

/** More than this no drawing for a book needs. */
const LARGEST_BYTES = 5_000_000;
/** Maps and plots of a large survey have some ten thousand elements; a layer counts as forty. */
const MOST_COST = 200_000;

/**
 * A drawing written anew from what only draws, or undefined when it is no SVG that can be understood, or would take
 * for ever to draw. What is left out can run, fetch or reach beyond the drawing.
 */
export function sanitiseSvg(bytes: Uint8Array): Uint8Array | undefined {
  const clean = cleanDrawing(bytes);
  return clean && new TextEncoder().encode(formatXml(clean.root));
}

/** What a drawing shows and {@link sanitiseSvg} leaves out: a picture set into it, or a piece of a page. */
export function leftOutOfDrawing(bytes: Uint8Array): 'image' | 'foreignObject' | undefined {
  if (bytes.length > LARGEST_BYTES) return undefined;
  const [, name] = /<(?:\w{1,20}:)?(image|foreignObject)[\s/>]/.exec(new TextDecoder().decode(bytes)) ?? [];
  return name === 'image' || name === 'foreignObject' ? name : undefined;
}

/** The tree of {@link sanitiseSvg}, and what it takes to draw it. */
export function cleanDrawing(
  bytes: Uint8Array,
): { readonly root: XmlElement; readonly cost: DrawingCost } | undefined {
  if (bytes.length > LARGEST_BYTES) return undefined;
  const root = parseXml(new TextDecoder().decode(bytes));
  if (root?.name !== 'svg') return undefined;
  const nameById = new Map<string, string>();
  collectIds(root, nameById);
  const clean = new Cleaner(nameById).element(root);
  const cost = drawingCost(clean);
  if (cost.elements > MOST_COST) return undefined;
  const xmlns = { xmlns: 'http://www.w3.org/2000/svg', 'xmlns:xlink': 'http://www.w3.org/1999/xlink' };
  return { root: { ...clean, attributes: { ...xmlns, ...clean.attributes } }, cost };
}

/** Of two elements with one id the first has it. */
function collectIds({ name, attributes, children }: XmlElement, nameById: Map<string, string>): void {
  const { id } = attributes;
  if (id !== undefined && /^[A-Za-z_][\w.-]*$/.test(id) && !nameById.has(id)) nameById.set(id, name);
  for (const child of children) {
    if (typeof child === 'object' && isKept(child.name)) collectIds(child, nameById);
  }
}

function isKept(name: string): boolean {
  return ELEMENTS.has(name) || WRAPPERS.has(name);
}

/** Only their content is kept. */
const WRAPPERS: ReadonlySet<string> = new Set(['a', 'switch']);

/** What may be drawn again by `use`. */
const DRAWN: ReadonlySet<string> = new Set(
  'svg g symbol use path rect circle ellipse line polyline polygon text'.split(' '),
);

class Cleaner {
  readonly #nameById: ReadonlyMap<string, string>;
  readonly #usedIds = new Set<string>();

  constructor(nameById: ReadonlyMap<string, string>) {
    this.#nameById = nameById;
  }

  element({ name, attributes, children }: XmlElement): XmlElement {
    const kept: Record<string, string> = {};
    for (const [key, value = ''] of [...Object.entries(attributes), ...styleProperties(attributes.style)]) {
      if (/^(xlink:)?href$/.test(key)) {
        if (this.#mayUse(name, value)) kept['xlink:href'] = value;
      } else if (ATTRIBUTES.has(key) && this.#pointsInside(value)) {
        kept[key] = value;
      }
    }
    if (kept.id !== undefined && !this.#claimId(kept.id, name)) delete kept.id;
    return element(name, kept, this.#children(name, children));
  }

  #children(parent: string, children: readonly XmlNode[]): XmlNode[] {
    const mayHoldText = /^(text|tspan|title|desc)$/.test(parent);
    return children.flatMap((child) => {
      if (typeof child === 'string') return mayHoldText ? [child] : [];
      if (WRAPPERS.has(child.name)) return this.#children(parent, child.children);
      if (child.name === 'style') return safeStyleSheet(child);
      return ELEMENTS.has(child.name) ? [this.element(child)] : [];
    });
  }

  #claimId(id: string, name: string): boolean {
    if (this.#nameById.get(id) !== name || this.#usedIds.has(id)) return false;
    this.#usedIds.add(id);
    return true;
  }

  /** A `use` may draw what is drawn, a gradient or pattern take over from its like. */
  #mayUse(name: string, href: string): boolean {
    const target = href.startsWith('#') ? this.#nameById.get(href.slice(1)) : undefined;
    if (target === undefined) return false;
    return name === 'use' ? DRAWN.has(target) : /^(linearGradient|radialGradient|pattern)$/.test(target);
  }

  /** `url()` may only name a place that is in the drawing. */
  #pointsInside(value: string): boolean {
    const rest = value.replace(/url\(\s*(["']?)#([\w.-]+)\1\s*\)/gi, (whole, _quote, id: string) =>
      this.#nameById.has(id) ? '' : whole,
    );
    return !/url\s*\(/i.test(rest);
  }
}

/** A style sheet that only paints; one that could import, or hide what it does, goes as a whole. */
function safeStyleSheet({ children }: XmlElement): XmlElement[] {
  const sheet = children.filter((child) => typeof child === 'string').join('');
  const rest = sheet.replace(/(?:fill|stroke)\s*:\s*url\(\s*["']?#[\w.-]+["']?\s*\)/gi, '');
  const paints = !/[@\\<]|url\s*\(|expression|behaviou?r|binding|javascript/i.test(rest);
  return paints && sheet.trim() !== '' ? [element('style', {}, [sheet])] : [];
}

/** `style="fill: red"` says the same as `fill="red"`. */
function styleProperties(style: string | undefined): (readonly [name: string, value: string])[] {
  return (style ?? '').split(';').flatMap((declaration) => {
    const colon = declaration.indexOf(':');
    const [name, value] = [
      declaration.slice(0, Math.max(colon, 0)).trim(),
      declaration.slice(colon + 1).trim(),
    ];
    return /^[a-z-]+$/.test(name) && !value.includes('\\') ? [[name, value] as const] : [];
  });
}
