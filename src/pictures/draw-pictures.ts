import type { Diagnostic } from '../diagnostics.js';
import type { ImageAsset, ImageMediaType } from '../model/index.js';
import { decodeGif } from './decode-gif.js';
import { decodeWebp } from './decode-webp.js';
import type { PresentImage } from './read-picture.js';
import { drawSvg, type FontSupply } from './svg/draw-svg.js';
import { writePng } from './write-png.js';

type Images = Readonly<Record<string, ImageAsset>>;

/**
 * The pictures of an article in kinds that a format can hold: others as PNG. Sizes stay as they were, since a drawing
 * has more pixels then than it is wide. One that cannot be drawn stays as it was, and is said.
 *
 * @param takes The kinds that the format holds.
 * @param fonts Asked only for drawings with words in them.
 */
export async function drawPictures(
  images: Images,
  takes: readonly ImageMediaType[],
  fonts: FontSupply,
): Promise<{ readonly images: Images; readonly diagnostics: readonly Diagnostic[] }> {
  const drawn: [string, ImageAsset][] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [id, asset] of Object.entries(images)) {
    if (asset.state !== 'present' || takes.includes(asset.mediaType)) {
      drawn.push([id, asset]);
      continue;
    }
    try {
      drawn.push([id, { ...asset, mediaType: 'image/png', bytes: await toPng(asset, fonts) }]);
    } catch {
      // A broken file may make a decoder throw anything.
      const kind = asset.mediaType.replace(/^image\/|\+xml$/g, '');
      diagnostics.push({ code: 'image-not-drawn', values: { image: id, kind } });
      drawn.push([id, asset]);
    }
  }
  return { images: Object.fromEntries(drawn), diagnostics };
}

async function toPng(asset: PresentImage, fonts: FontSupply): Promise<Uint8Array> {
  const { bytes, mediaType } = asset;
  switch (mediaType) {
    case 'image/gif':
      return writePng(decodeGif(bytes));
    case 'image/webp':
      return writePng(await decodeWebp(bytes));
    case 'image/svg+xml':
      return drawSvg(bytes, asset, fonts);
    default:
      throw new RangeError(`${mediaType} is drawn as it is`);
  }
}
