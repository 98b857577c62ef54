import type { Diagnostic } from '../diagnostics.js';
import type { Article, Draft, InputFormat } from '../model/index.js';

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
}

/**
 * Bytes of a picture by its address as written, or undefined when there is none. The caller confines it; it is
 * never asked for addresses on the net or for `data:` ones.
 */
export type ImageLoader = (source: string) => Promise<Uint8Array | undefined>;

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
