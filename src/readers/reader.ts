import type { Diagnostic } from '../diagnostics.js';
import type { Article, Draft, InputFormat } from '../model/index.js';
import type { FetchedImage } from '../pictures/index.js';

export interface Reader {
  readonly format: InputFormat;
  /** @throws ConversionError when the bytes are not this format at all; what is merely odd is a diagnostic. */
  read(bytes: Uint8Array, options: ReadOptions): Promise<Reading>;
}

export interface ReadOptions {
  /** Forces the format; otherwise it is detected. */
  readonly from?: InputFormat;
  /** Name of the file, for its ending alone: nothing is opened by it. */
  readonly fileName?: string;
  /** Forces the encoding of a text format (`gbk`, `big5`, any label of the Encoding Standard). */
  readonly encoding?: string;
  /** Answers addresses of pictures inside the input's own folder. Without it they are missing. */
  readonly loadImage?: ImageLoader;
  /** Fetches pictures from the net, as `publicImageFetcher()` does. Without it none is fetched. */
  readonly fetchImage?: ImageFetcher;
  /** Address of the page, where the caller knows it: pictures on the net may be named from there. */
  readonly pageAddress?: string;
  /** Selector of the element that holds the text of web pages, by the address that a page states: `#content`, `div.text`. */
  readonly contentOf?: (address: string | undefined) => string | undefined;
}

/**
 * Bytes of a picture by its address as written, or undefined when there is none. The caller confines it; it is
 * never asked for addresses on the net or for `data:` ones.
 */
export type ImageLoader = (source: string) => Promise<Uint8Array | undefined>;

/**
 * A picture on the net by its absolute address, or why it was not had.
 *
 * @param page Address of the page that shows it, if it is known.
 */
export type ImageFetcher = (address: string, page?: string) => Promise<FetchedImage>;

/** What a reader hands over: evidence still to be judged, or, from our own JSON, an article that was. */
export type Reading = DraftReading | ArticleReading;

export interface DraftReading {
  readonly draft: Draft;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ArticleReading {
  readonly article: Article;
  /** What was mended in its characters; a draft carries its own. */
  readonly repairs: Draft['repairs'];
  readonly diagnostics: readonly Diagnostic[];
}
