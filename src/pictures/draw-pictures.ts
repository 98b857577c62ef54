import type { Diagnostic } from '../diagnostics.js';
import type { ImageAsset, ImageMediaType } from '../model/index.js';
import { decodeGif } from './decode-gif.js';
import { decodeWebp } from './decode-webp.js';
import type { PresentImage } from './read-picture.js';
import { drawSvg, type FontSupply, PaintingBudget } from './svg/draw-svg.js';
import { isOfInks, orientationOf, turnUpright } from './upright-jpeg.js';
import { writePng } from './write-png.js';

type Images = Readonly<Record<string, ImageAsset>>;

/** What a format can hold. */
export interface PictureNeeds {
  readonly takes: readonly ImageMediaType[];
  /** JPEGs have to stand upright by their pixels: programs do not turn them. */
  readonly upright: boolean;
  /** No picture may be made of inks (CMYK). */
  readonly screenColors?: boolean;
  /** Asked only for drawings with words in them. */
  readonly fonts: FontSupply;
}

/** Some seconds of work for each hundred million; a document of nothing else must come to an end. */
const MOST_PIXELS = 600_000_000;

/**
 * The pictures of an article in kinds that a format can hold: others as PNG. Sizes stay as they were, since a drawing
 * has more pixels then than it is wide. One that cannot be drawn or turned stays as it was, and is said.
 */
export async function drawPictures(
  images: Images,
  needs: PictureNeeds,
): Promise<{ readonly images: Images; readonly diagnostics: readonly Diagnostic[] }> {
  const fitting: [string, ImageAsset][] = [];
  const diagnostics: Diagnostic[] = [];
  const budget = new PaintingBudget();
  let pixels = 0;
  for (const [id, asset] of Object.entries(images)) {
    const change = asset.state === 'present' ? changeFor(asset, needs, budget) : undefined;
    if (asset.state !== 'present' || !change) {
      fitting.push([id, asset]);
      continue;
    }
    try {
      pixels += asset.widthPx * asset.heightPx;
      if (pixels > MOST_PIXELS) throw new RangeError('too many pixels in one article');
      fitting.push([id, await change()]);
    } catch {
      // A broken file may make a decoder throw anything.
      const kind = asset.mediaType.replace(/^image\/|\+xml$/g, '');
      const code = kind === 'jpeg' ? 'image-not-turned' : 'image-not-drawn';
      diagnostics.push({ code, values: { image: id, kind } });
      fitting.push([id, asset]);
    }
  }
  return { images: Object.fromEntries(fitting), diagnostics };
}

/** Pictures that were changed once; three formats are often made of one article. */
const known = new WeakMap<Uint8Array, PresentImage>();

function changeFor(
  asset: PresentImage,
  { takes, upright, screenColors, fonts }: PictureNeeds,
  budget: PaintingBudget,
): (() => Promise<PresentImage>) | undefined {
  const { bytes, mediaType } = asset;
  const isHeld = takes.includes(mediaType);
  const isJpeg = mediaType === 'image/jpeg';
  const isRepacked =
    isJpeg && ((upright && orientationOf(bytes) > 1) || (screenColors === true && isOfInks(bytes)));
  if (isHeld && !isRepacked) return undefined;
  return async () => {
    const seen = known.get(bytes);
    if (seen) return seen;
    const changed: PresentImage = isHeld
      ? { ...asset, bytes: await turnUpright(bytes) }
      : { ...asset, mediaType: 'image/png', bytes: await toPng(asset, fonts, budget) };
    known.set(bytes, changed);
    return changed;
  };
}

async function toPng(asset: PresentImage, fonts: FontSupply, budget: PaintingBudget): Promise<Uint8Array> {
  const { bytes, mediaType } = asset;
  switch (mediaType) {
    case 'image/gif':
      return writePng(decodeGif(bytes));
    case 'image/webp':
      return writePng(await decodeWebp(bytes));
    case 'image/svg+xml':
      return drawSvg(bytes, asset, fonts, budget);
    default:
      throw new RangeError(`${mediaType} is drawn as it is`);
  }
}
