import type { XmlElement } from './xml.js';

/** Chains of references that people draw are shorter; programs follow them by recursion. */
const DEEPEST_REFERENCE = 24;

/** Elements that may be open at once while calls are followed, for the sake of the stack. */
const DEEPEST_WALK = 1500;

/**
 * What is drawn apart and then laid over the rest costs as much as this many plain elements; measured, at the worst,
 * over the whole drawing.
 */
const LAYER_COST = 40;
const LAYER_ATTRIBUTES = ['opacity', 'mask', 'clip-path'];
/** Elements that cut off what reaches out of them. */
const CUTTING: ReadonlySet<string> = new Set(['svg', 'symbol', 'marker']);

/** What it takes to draw a drawing. */
export interface DrawingCost {
  /** Elements, each as often as it is drawn; one that is drawn apart counts as several. */
  readonly elements: number;
  /** Layers that are held at once. */
  readonly layers: number;
}

/** An element with all that it calls, drawn once. */
interface Cost extends DrawingCost {
  /** Length of the chain of its calls. */
  readonly depth: number;
}

const ENDLESS: Cost = {
  elements: Number.POSITIVE_INFINITY,
  layers: Number.POSITIVE_INFINITY,
  depth: Number.POSITIVE_INFINITY,
};

/**
 * What a drawing comes to when every `use`, pattern, mask and marker is drawn as often as it is called. Infinity for a
 * circle of calls, and for a chain of them that is absurdly long.
 */
export function drawingCost(root: XmlElement): DrawingCost {
  return new CostSheet(root).of(root);
}

class CostSheet {
  readonly #byId = new Map<string, XmlElement>();
  readonly #known = new Map<XmlElement, Cost>();
  readonly #open = new Set<XmlElement>();
  /** What a style sheet may call for any element that it speaks of. */
  readonly #styled: readonly string[];
  /** A style sheet may make a layer of any element. */
  readonly #layersAnything: boolean;

  constructor(root: XmlElement) {
    const sheets: string[] = [];
    const visit = (element: XmlElement): void => {
      const { id } = element.attributes;
      if (id !== undefined) this.#byId.set(id, element);
      for (const child of element.children) {
        if (typeof child === 'object') visit(child);
        else if (element.name === 'style') sheets.push(child);
      }
    };
    visit(root);
    // Gradients cost nothing that counts; there may be many of them in a sheet.
    const sheet = sheets.join('\n');
    this.#styled = referencesIn(sheet).filter((id) => this.#byId.get(id)?.name === 'pattern');
    this.#layersAnything = /(?<![\w-])opacity/i.test(sheet);
  }

  of(element: XmlElement): Cost {
    const known = this.#known.get(element);
    if (known) return known;
    if (this.#open.has(element) || this.#open.size > DEEPEST_WALK) return ENDLESS;
    this.#open.add(element);
    const cost = this.#sum(element);
    this.#open.delete(element);
    this.#known.set(element, cost);
    return cost;
  }

  #sum(element: XmlElement): Cost {
    const isLayer = this.#isLayer(element);
    let [elements, layers, depth] = [isLayer ? LAYER_COST : 1, 0, 0];
    for (const child of element.children) {
      if (typeof child !== 'object') continue;
      const cost = this.of(child);
      [elements, layers, depth] = [
        elements + cost.elements,
        Math.max(layers, cost.layers),
        Math.max(depth, cost.depth),
      ];
    }
    for (const [id, times] of this.#calls(element)) {
      const target = this.#byId.get(id);
      if (!target) continue;
      const cost = this.of(target);
      if (cost.depth >= DEEPEST_REFERENCE) return ENDLESS;
      [elements, layers, depth] = [
        elements + cost.elements * times,
        Math.max(layers, cost.layers + 1),
        Math.max(depth, cost.depth + 1),
      ];
    }
    return { elements, layers: layers + (isLayer ? 1 : 0), depth };
  }

  #isLayer({ name, attributes }: XmlElement): boolean {
    if (CUTTING.has(name) || this.#layersAnything) return true;
    return LAYER_ATTRIBUTES.some((key) => attributes[key] !== undefined && attributes[key] !== '1');
  }

  /** What an element calls, and how often: a marker stands at every corner of its path. */
  *#calls({ name, attributes }: XmlElement): Generator<readonly [id: string, times: number]> {
    for (const [key, value = ''] of Object.entries(attributes)) {
      if (key === 'xlink:href') yield [value.slice(1), 1];
      const times = key.startsWith('marker-') ? corners(attributes) : 1;
      if (value.includes('url(')) for (const id of referencesIn(value)) yield [id, times];
    }
    if (SHAPES.has(name)) for (const id of this.#styled) yield [id, 1];
  }
}

/** What a pattern can fill. One that is used inside itself by a sheet makes a circle, as it does for a program. */
const SHAPES: ReadonlySet<string> = new Set(
  'path rect circle ellipse line polyline polygon text tspan'.split(' '),
);

function corners({ d = '', points = '' }: XmlElement['attributes']): number {
  return Math.ceil((d.length + points.length) / 2) + 1;
}

function referencesIn(value: string): string[] {
  return [...value.matchAll(/url\(\s*["']?#([\w.-]+)/gi)].map(([, id = '']) => id);
}
