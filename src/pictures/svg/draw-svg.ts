import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PictureFault } from '../pixels.js';
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
const MOST_PAINTED = 8e9;

/**
 * A drawing as a PNG, sharp enough for print.
 *
 * @param size In CSS pixels.
 * @throws PictureFault for a drawing that cannot be understood.
 */
export async function drawSvg(bytes: Uint8Array, size: Size, fonts: FontSupply): Promise<Uint8Array> {
  const drawing = cleanDrawing(bytes);
  if (!drawing) throw new PictureFault('damaged');
  const svg = formatXml(enlarged(withKnownFamilies(drawing.root), size, scaleFor(size, drawing.elements)));
  const fontBuffers = /<text[\s>]/.test(svg) ? [...(await fonts())] : [];
  const { Resvg } = await engine();
  try {
    const drawn = new Resvg(svg, {
      font: { fontBuffers, defaultFontFamily: 'Noto Sans SC' },
    });
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
function scaleFor({ widthPx, heightPx }: Size, elements: number): number {
  const room = Math.min(MOST_PIXELS, MOST_PAINTED / elements);
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
