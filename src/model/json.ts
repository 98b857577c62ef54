import type { Article, ImageAsset } from './article.js';
import { type ArticleJson, articleShape, type ImageJson } from './article-shape.js';
import { ShapeFault } from './shape.js';

/** An article as one JSON text, pictures and all; {@link fromJson} gives it back without loss. */
export function toJson(article: Article): string {
  const json: ArticleJson = { schema: 1, ...article, images: mapImages(article.images, toImageJson) };
  return JSON.stringify(json, undefined, 2);
}

/**
 * Reads what {@link toJson} wrote, or any value of that form.
 *
 * @throws SyntaxError for text that is not JSON; {@link ShapeFault}, which names the place, for JSON that is no
 *   article.
 */
export function fromJson(text: string): Article {
  return toArticle(JSON.parse(text));
}

/**
 * An article from parsed JSON. Nothing of the value is kept by reference.
 *
 * @throws ShapeFault, which names the place and what was expected there.
 */
export function toArticle(value: unknown): Article {
  const { schema: _version, images, ...rest } = articleShape(value, '', 0);
  const article: Article = { ...rest, images: mapImages(images, fromImageJson) };
  checkReferences(article);
  return article;
}

function mapImages<A, B>(images: Readonly<Record<string, A>>, change: (image: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(images).map(([id, image]) => [id, change(image)]));
}

function toImageJson(image: ImageAsset): ImageJson {
  if (image.state === 'missing') return image;
  const { bytes, ...facts } = image;
  return { ...facts, base64: Buffer.from(bytes).toString('base64') };
}

function fromImageJson(image: ImageJson): ImageAsset {
  if (image.state === 'missing') return image;
  const { base64, ...facts } = image;
  return { ...facts, bytes: Uint8Array.from(Buffer.from(base64, 'base64')) };
}

/** What no shape can say: no two notes share an id, and every reference to a note or picture leads to one. */
function checkReferences(article: Article): void {
  const noteIds = new Set<string>();
  for (const [index, { id }] of article.notes.entries()) {
    if (noteIds.has(id)) throw new ShapeFault(`notes[${index}].id`, id, 'an id that no other note has');
    noteIds.add(id);
  }
  const visit = (value: unknown, at: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const { type, noteId, imageId } = value as Record<string, unknown>;
    if (type === 'noteReference' && !noteIds.has(noteId as string)) {
      throw new ShapeFault(`${at}.noteId`, noteId, 'the id of a note');
    }
    if ((type === 'image' || type === 'figure') && !Object.hasOwn(article.images, imageId as string)) {
      throw new ShapeFault(`${at}.imageId`, imageId, 'a key of images');
    }
    for (const [key, child] of Object.entries(value)) {
      visit(child, Array.isArray(value) ? `${at}[${key}]` : at === '' ? key : `${at}.${key}`);
    }
  };
  const { lead, parts, notes } = article;
  visit({ lead, parts, notes }, '');
}
