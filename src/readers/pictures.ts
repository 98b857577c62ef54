import type { Diagnostic } from '../diagnostics.js';
import type { ImageAsset } from '../model/index.js';
import { kindOf, leftOutOfDrawing, type PictureReading, readPicture } from '../pictures/index.js';
import { dataUrlBytes, isDataUrl } from './data-url.js';
import type { ImageFetcher, ImageLoader } from './reader.js';

const ON_THE_NET = /^(?:https?:)?\/\//i;
/** `file:` and other schemes, and drives of Windows. */
const SCHEME = /^[a-z][a-z0-9+.-]{0,20}:/i;
/** A place that the input has no business to name. */
const OUTSIDE = /^(?:[a-z][a-z0-9+.-]{0,20}:|[\\/]|(?:\.[\\/])*\.\.[\\/])/i;

/** Bitmaps are unpacked as they are read; a document of nothing else must come to an end. */
const MOST_UNPACKED_PIXELS = 100_000_000;

interface Named {
  readonly source: string;
  readonly line?: number;
}

interface Picture extends Named {
  readonly id: string;
}

/** Where pictures come from. What is absent gives none. */
export interface PictureSources {
  readonly loadImage?: ImageLoader | undefined;
  readonly fetchImage?: ImageFetcher | undefined;
  /** Address of the page, where addresses on the net may count from. */
  readonly pageAddress?: string | undefined;
}

interface Opened {
  readonly asset: ImageAsset;
  readonly diagnostic?: Diagnostic;
}

/** The pictures of one document: collected while its text is read, opened afterwards. */
export class Pictures {
  readonly #bySource = new Map<string, Picture>();
  #unpackedPixels = 0;

  /** The key of the picture at an address; the same address has the same key. */
  add(source: string, line: number): string {
    const known = this.#bySource.get(source);
    if (known) return known.id;
    const id = `image-${this.#bySource.size + 1}`;
    this.#bySource.set(source, { id, source, line });
    return id;
  }

  /**
   * Opens them all. `data:` addresses hold their bytes; those on the net are asked of the fetcher, if there is one;
   * others of the loader, and then, where the page's address is known, of the fetcher too. What cannot be had is
   * `missing`, with a diagnostic.
   */
  async load(sources: PictureSources): Promise<{
    readonly images: Readonly<Record<string, ImageAsset>>;
    readonly diagnostics: readonly Diagnostic[];
  }> {
    // Fetched side by side; how many at once is the fetcher's to decide. The order is the document's all the same.
    const coming = [...this.#bySource.values()].map(
      async (picture) => [picture, await bytesOf(picture, sources)] as const,
    );
    const images: [string, ImageAsset][] = [];
    const diagnostics: Diagnostic[] = [];
    for (const each of coming) {
      const [picture, found] = await each;
      const { asset, diagnostic } = this.#open(picture, found);
      images.push([picture.id, asset]);
      if (diagnostic) diagnostics.push(diagnostic);
    }
    return { images: Object.fromEntries(images), diagnostics };
  }

  #open(picture: Picture, found: Uint8Array | Diagnostic): Opened {
    if (!(found instanceof Uint8Array)) return missing(picture, found);
    return opened(picture, this.#read(found));
  }

  #read(bytes: Uint8Array): PictureReading {
    if (kindOf(bytes) !== 'bmp') return readPicture(bytes);
    if (this.#unpackedPixels > MOST_UNPACKED_PIXELS)
      return { fault: 'large', detail: `${MOST_UNPACKED_PIXELS / 1e6} megapixels` };
    const reading = readPicture(bytes);
    if (!('fault' in reading)) this.#unpackedPixels += reading.widthPx * reading.heightPx;
    return reading;
  }
}

/** A picture that is there, by what its bytes are; `missing` when they are none. `name` stands for its address. */
export function judgePicture(bytes: Uint8Array, name: string): Opened {
  return opened({ source: name }, readPicture(bytes));
}

function opened(picture: Named, reading: PictureReading): Opened {
  if ('fault' in reading) return missing(picture, faultOf(reading));
  const lost = reading.mediaType === 'image/svg+xml' ? leftOutOfDrawing(reading.bytes) : undefined;
  if (lost === undefined) return { asset: reading };
  return {
    asset: reading,
    diagnostic: said(picture, { code: 'image-without-part', values: { part: lost } }),
  };
}

async function bytesOf({ source }: Picture, sources: PictureSources): Promise<Uint8Array | Diagnostic> {
  const { loadImage, fetchImage, pageAddress } = sources;
  if (isDataUrl(source)) return dataUrlBytes(source);
  if (ON_THE_NET.test(source)) {
    if (!fetchImage) return { code: 'image-remote' };
    // Pages leave the scheme to the browser; theirs is https nearly everywhere now.
    return fetched(fetchImage, source.startsWith('//') ? `https:${source}` : source, pageAddress);
  }
  const bytes = SCHEME.test(source) ? undefined : await loadImage?.(source);
  if (bytes) return bytes;
  const address = fetchImage && pageAddress !== undefined ? onNet(source, pageAddress) : undefined;
  if (fetchImage && address !== undefined) return fetched(fetchImage, address, pageAddress);
  return { code: OUTSIDE.test(source) ? 'image-outside' : 'image-missing' };
}

/** A relative address as it stands on the page; undefined for what leads elsewhere than to http(s). */
function onNet(source: string, page: string): string | undefined {
  const url = URL.canParse(source, page) ? new URL(source, page) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

async function fetched(
  fetchImage: ImageFetcher,
  address: string,
  page: string | undefined,
): Promise<Uint8Array | Diagnostic> {
  const answer = await fetchImage(address, page);
  if ('bytes' in answer) return answer.bytes;
  const { refused, detail } = answer;
  if (refused === 'large') return { code: 'image-too-large', values: { limit: detail } };
  if (refused === 'many') return { code: 'image-too-many', values: { limit: detail } };
  if (refused === 'address') return { code: 'image-address-refused', values: { address: detail } };
  return { code: 'image-not-fetched', values: { reason: detail } };
}

function faultOf({ fault, detail }: Extract<PictureReading, { fault: string }>): Diagnostic {
  if (fault === 'large') return { code: 'image-too-large', values: { limit: detail } };
  if (fault === 'kind') return { code: 'image-kind-unread', values: { kind: detail || '?' } };
  return { code: 'image-damaged' };
}

function missing(picture: Named, reason: Diagnostic): Opened {
  const { source } = picture;
  return {
    asset: { state: 'missing', source: isDataUrl(source) ? shortened(source) : source },
    diagnostic: said(picture, reason),
  };
}

function said({ source, line }: Named, { code, values }: Diagnostic): Diagnostic {
  return { code, values: { source: shortened(source), ...values }, ...(line !== undefined && { line }) };
}

function shortened(source: string): string {
  return source.length > 80 ? `${source.slice(0, 60)}…` : source;
}
