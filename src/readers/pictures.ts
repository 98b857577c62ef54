import type { Diagnostic } from '../diagnostics.js';
import type { ImageAsset } from '../model/index.js';
import { readImage } from './image.js';
import type { ImageLoader } from './reader.js';

const REMOTE = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i;
const DATA_URL = /^data:([^,]*),(.*)$/is;

interface Picture {
  readonly id: string;
  readonly source: string;
  readonly line: number;
}

/** The pictures of one document: collected while its text is read, opened afterwards. */
export class Pictures {
  readonly #bySource = new Map<string, Picture>();

  /** The key of the picture at an address; the same address has the same key. */
  add(source: string, line: number): string {
    const known = this.#bySource.get(source);
    if (known) return known.id;
    const id = `image-${this.#bySource.size + 1}`;
    this.#bySource.set(source, { id, source, line });
    return id;
  }

  /**
   * Opens them all. `data:` addresses hold their bytes; others are asked of the loader; addresses on the net are
   * never fetched. What cannot be had is `missing`, with a diagnostic.
   */
  async load(loadImage: ImageLoader | undefined): Promise<{
    readonly images: Readonly<Record<string, ImageAsset>>;
    readonly diagnostics: readonly Diagnostic[];
  }> {
    const images: [string, ImageAsset][] = [];
    const diagnostics: Diagnostic[] = [];
    for (const picture of this.#bySource.values()) {
      const loaded = await openPicture(picture, loadImage);
      images.push([picture.id, loaded.asset]);
      if (loaded.diagnostic) diagnostics.push(loaded.diagnostic);
    }
    return { images: Object.fromEntries(images), diagnostics };
  }
}

async function openPicture(
  { source, line }: Picture,
  loadImage: ImageLoader | undefined,
): Promise<{ asset: ImageAsset; diagnostic?: Diagnostic }> {
  const shown = source.length > 80 ? `${source.slice(0, 60)}…` : source;
  const missing = (code: 'image-missing' | 'image-remote' | 'image-unreadable', reason = '') => ({
    asset: { state: 'missing' as const, source: DATA_URL.test(source) ? shown : source },
    diagnostic: { code, values: { source: shown, reason }, line },
  });
  if (REMOTE.test(source)) return missing('image-remote');
  const bytes = DATA_URL.test(source) ? dataUrlBytes(source) : await loadImage?.(source);
  if (!bytes) return missing('image-missing');
  const image = readImage(bytes);
  return 'fault' in image ? missing('image-unreadable', image.fault) : { asset: image };
}

function dataUrlBytes(source: string): Uint8Array | undefined {
  const [, head = '', body = ''] = DATA_URL.exec(source) ?? [];
  if (/;\s*base64\s*$/i.test(head)) return Uint8Array.from(Buffer.from(unescaped(body), 'base64'));
  return Uint8Array.from(Buffer.from(unescaped(body), 'utf8'));
}

function unescaped(body: string): string {
  try {
    return decodeURIComponent(body);
  } catch {
    return body;
  }
}
