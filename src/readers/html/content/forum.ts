import { namesOf } from '../elements.js';
import type { Place } from '../places.js';
import { attribute, elementsIn, type HtmlElement, textIn } from '../tree.js';
import { isForumPost } from './known-containers.js';
import { weigh } from './weigh-text.js';

/** When the one who opened the thread wrote at least this share of it, the others only answer. */
const SHARE_OF_AUTHOR = 0.6;

/** What holds one post with its author: Discuz!, phpwind, 贴吧. */
const POST_BOX = /(?:^|\s)(?:post_?\d+|pid\d+|plhin|l_post|readfloor|read_t|floor)(?:\s|$)/;
const AUTHOR = /(?:^|\s)(?:xw1|xi2|authi|p_author_name|readname|readusername)(?:\s|$)/;

/**
 * The answers of other people under a long post are comments. Where all of them write, the thread is a talk and every
 * post belongs to it.
 */
export function mainPosts(contents: readonly HtmlElement[], body: HtmlElement): Map<HtmlElement, Place> {
  const posts = contents.filter(isForumPost);
  const places = new Map<HtmlElement, Place>();
  if (posts.length < 2) return places;
  const authors = posts.map((post) => authorOf(post, body));
  const [author] = authors;
  if (author === undefined) return places;
  const weights = posts.map((post) => weigh(textIn(post)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const own = weights.reduce((sum, weight, index) => sum + (authors[index] === author ? weight : 0), 0);
  if (own < SHARE_OF_AUTHOR * total) return places;
  for (const [index, post] of posts.entries()) if (authors[index] !== author) places.set(post, 'comments');
  return places;
}

/** The name beside a post. */
function authorOf(post: HtmlElement, body: HtmlElement): string | undefined {
  let box = post;
  while (box.parent && box !== body && !POST_BOX.test(namesOf(box))) box = box.parent;
  if (box === body) return undefined;
  for (const element of elementsIn(box)) {
    const text =
      element.tag === 'a' && AUTHOR.test(`${namesOf(element)} ${namesOf(element.parent ?? element)}`);
    if (text && attribute(element, 'href') !== undefined && textIn(element).trim() !== '')
      return textIn(element).trim();
  }
  return undefined;
}
