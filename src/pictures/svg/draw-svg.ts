import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PictureFault } from '../pixels.js';
import type { DrawingCost } from './drawing-cost.js';
import { statedSize } from './drawing-size.js';
import { withKnownFamilies } from './font-families.js';
import { cleanDrawing } from './sanitise-svg.js';
import { formatXml, type XmlElement } from './xml.js';

/** Font files for the words of drawings, asked for only when there are any. */
export type FontSupply = () => Promise<readonly Uint8Array[]>;

/** Pixels for each CSS pixel: 288 to the inch, as sharp as printers show drawings. */
const SHARPNESS = 3;
const LONGEST_SIDE = 4000;
const MOST_PIXELS = 8_000_000;
/** Elements times pixels: each may be painted over the whole drawing. Some seconds of work. */
const MOST_PAINTED = 6e9;
/** What the drawings of one article may take together, in elements times pixels. */
const MOST_PAINTED_TOGETHER = 3e10;
/** Pixels of all layers that are held at once: four bytes each. */
const MOST_LAYERED = 50_000_000;

/** What is left of the work for the drawings of one article. */
export class PaintingBudget {
  #left: number = MOST_PAINTED_TOGETHER;

  /** @throws PictureFault when nothing is left. */
  spend(painted: number): void {
    this.#left -= painted;
    if (this.#left < 0) throw new PictureFault('large', 'all drawings together');
  }
}

/**
 * A drawing as a PNG, sharp enough for print.
 *
 * @param size In CSS pixels.
 * @throws PictureFault for a drawing that cannot be understood, or is one too many.
 */
export async function drawSvg(
  bytes: Uint8Array,
  size: Size,
  fonts: FontSupply,
  budget: PaintingBudget,
): Promise<Uint8Array> {
  const drawing = cleanDrawing(bytes);
  if (!drawing) throw new PictureFault('damaged');
  const scale = scaleFor(size, drawing.cost);
  budget.spend(size.widthPx * size.heightPx * scale ** 2 * drawing.cost.elements);
  const svg = formatXml(enlarged(withKnownFamilies(drawing.root), size, scale));
  const fontBuffers = /<text[\s>]/.test(svg) ? [...(await fonts())] : [];
  const { Resvg } = await engine();
  try {
    const drawn = new Resvg(svg, { font: { fontBuffers, defaultFontFamily: 'Noto Sans SC' } });
    const image = drawn.render();
    const png = image.asPng();
    image.free();
    drawn.free();
    return png;
  } catch (cause) {
    throw Object.assign(new PictureFault('damaged'), { cause });
  }
}

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Pixels for each CSS pixel. */
function scaleFor({ widthPx, heightPx }: Size, { elements, layers }: DrawingCost): number {
  const room = Math.min(MOST_PIXELS, MOST_PAINTED / elements, MOST_LAYERED / (layers + 1));
  const bySide = LONGEST_SIDE / Math.max(widthPx, heightPx);
  return Math.min(SHARPNESS, bySide, Math.sqrt(room / (widthPx * heightPx)));
}

/** The same drawing with as many pixels as are wanted, whatever it says of itself. */
function enlarged(root: XmlElement, { widthPx, heightPx }: Size, scale: number): XmlElement {
  const { width, height } = statedSize(root);
  const pixels = (side: number): string => String(Math.max(1, Math.round(side * scale)));
  return {
    ...root,
    attributes: {
      viewBox: `0 0 ${width} ${height}`,
      ...root.attributes,
      width: pixels(widthPx),
      height: pixels(heightPx),
    },
  };
}

let loading: Promise<typeof import('@resvg/resvg-wasm')> | undefined;

/** resvg as WebAssembly, loaded once, when the first drawing comes. */
function engine(): Promise<typeof import('@resvg/resvg-wasm')> {
  loading ??= (async () => {
    const resvg = await import('@resvg/resvg-wasm');
    const { resolve } = createRequire(import.meta.url);
    await resvg.initWasm(await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')));
    return resvg;
  })();
  return loading;
}
