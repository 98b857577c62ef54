import { ConversionError, type Diagnostic } from '../diagnostics.js';
import { type Article, type ImageAsset, ShapeFault, toArticle } from '../model/index.js';
import { cleanCharacters } from './characters.js';
import { damageIn } from './decoded.js';
import { decodeText } from './encoding.js';
import { judgePicture } from './pictures.js';
import type { ArticleReading, Reader, ReadOptions } from './reader.js';
import { RepairTally } from './repairs.js';

/** Our own JSON: an article that has been decided already. Its characters are cleaned like any other's. */
export const jsonReader: Reader = { format: 'json', read: readJson };

/** Deeper than any article that is read; `JSON.parse` itself sets no bound. */
const MAX_DEPTH = 1000;

async function readJson(bytes: Uint8Array, options: ReadOptions): Promise<ArticleReading> {
  const decoded = decodeText(bytes, options.encoding);
  const tally = new RepairTally();
  const article = checked(cleanValue(parse(decoded.text), tally, 0));
  const { images, diagnostics } = judgeImages(article.images);
  return {
    article: { ...article, images },
    repairs: tally.list(),
    diagnostics: [...damageIn(decoded), ...diagnostics],
  };
}

/** Pictures by what their bytes are, whatever is said of them. */
function judgeImages(stated: Article['images']): {
  readonly images: Article['images'];
  readonly diagnostics: readonly Diagnostic[];
} {
  const images: [string, ImageAsset][] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [id, image] of Object.entries(stated)) {
    const judged = image.state === 'present' ? judgePicture(image.bytes, id) : { asset: image };
    images.push([id, judged.asset]);
    if (judged.diagnostic) diagnostics.push(judged.diagnostic);
  }
  return { images: Object.fromEntries(images), diagnostics };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ConversionError('json-malformed', { reason: (cause as Error).message }, { cause });
  }
}

function checked(value: unknown): Article {
  try {
    return toArticle(value);
  } catch (cause) {
    if (!(cause instanceof ShapeFault)) throw cause;
    const { at, found, expected } = cause;
    throw new ConversionError('json-not-an-article', { path: at || '$', found, expected }, { cause });
  }
}

/** All strings of a JSON value cleaned, since escapes bring in what decoding never saw; texts left empty go. */
function cleanValue(value: unknown, tally: RepairTally, depth: number): unknown {
  if (typeof value === 'string') return cleanCharacters(value, tally);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MAX_DEPTH) {
    throw new ConversionError('json-not-an-article', {
      path: '$',
      found: 'a value',
      expected: `nesting of ${MAX_DEPTH} levels at most`,
    });
  }
  if (Array.isArray(value)) {
    return value
      .map((item) => cleanValue(item, tally, depth + 1))
      .filter((item, index) => !isEmptied(item, value[index]));
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, cleanValue(item, tally, depth + 1)]),
  );
}

function isEmptied(item: unknown, before: unknown): boolean {
  return isText(item) && item.text === '' && isText(before) && before.text !== '';
}

function isText(value: unknown): value is { type: 'text'; text: unknown } {
  return typeof value === 'object' && value !== null && (value as { type?: unknown }).type === 'text';
}
