import type { Inline } from '../../model/index.js';
import { plainText } from '../../model/index.js';
import { pictureTitle } from '../html/images.js';
import { parseStyle } from '../html/inline-style.js';
import { toScript } from '../html/scripts.js';
import { type ElementLook, sideMark } from '../html/side-marks.js';
import { termMark } from '../html/term-marks.js';
import { mergeText } from '../inlines.js';
import type { HtmlToken } from './html-tokens.js';

/** What a builder needs to know of its document. */
export interface InlineContext {
  /** Key of the picture at an address. */
  addImage(source: string): string;
  /** Told of each tag that was dropped while its text was kept. */
  dropTag(tag: string): void;
  /** The address that a document may link to. */
  linkAddress(address: string): string | undefined;
  /** Told of each link that leads nowhere. */
  dropLink(address: string): void;
  /** Told of each element that was removed with its content. */
  removeElement(tag: string): void;
}

/** Tags that say what Markdown says with stars. */
const MARK_BY_TAG: Readonly<Record<string, 'strong' | 'emphasis' | 'strike'>> = {
  b: 'strong',
  strong: 'strong',
  em: 'emphasis',
  i: 'emphasis',
  del: 'strike',
  s: 'strike',
  strike: 'strike',
  cite: 'emphasis',
  dfn: 'emphasis',
};

/** Set as code, as on a page. */
const CODE_TAGS: ReadonlySet<string> = new Set(['code', 'kbd', 'samp', 'tt', 'var']);
/** Tags without text of their own that change nothing here. */
const SILENT: ReadonlySet<string> = new Set(['wbr', 'a', 'span', 'u', 'mark', 'small', 'big']);

/** Elements whose content is no text of the article. `rp` holds brackets for readers without ruby. */
export const CONTENT_REMOVED: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'iframe',
  'object',
  'svg',
  'math',
  'noscript',
  'head',
  'title',
]);
const OPENED: ReadonlySet<string> = new Set([
  ...Object.keys(MARK_BY_TAG),
  ...CONTENT_REMOVED,
  'ruby',
  'rb',
  'rt',
  'rp',
  'a',
  'span',
  'u',
  'sup',
  'sub',
  ...CODE_TAGS,
]);

/** Elements open at once; a page that leaves more unclosed is broken, and their tags go. */
const MAX_OPEN = 100;

/** An element that is open: its content so far, and for ruby the readings among it. */
interface Frame {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: (Inline | Reading)[];
}

interface Reading {
  readonly type: 'reading';
  readonly text: string;
}

/** Builds inlines from a flat run of finished inlines and HTML tags, as CommonMark delivers them. */
export class InlineBuilder {
  readonly #context: InlineContext;
  #frames: Frame[] = [rootFrame()];

  constructor(context: InlineContext) {
    this.#context = context;
  }

  addInlines(inlines: readonly Inline[]): void {
    this.#add(inlines);
  }

  addToken(token: HtmlToken): void {
    if (token.kind === 'text') this.addInlines([{ type: 'text', text: token.text }]);
    else if (token.kind === 'close') this.#close(token.tag);
    else if (token.tag === 'br') this.addInlines([{ type: 'lineBreak' }]);
    else if (token.tag === 'img') this.#addImage(token.attributes);
    else if (OPENED.has(token.tag) && this.#frames.length < MAX_OPEN)
      this.#frames.push({ tag: token.tag, attributes: token.attributes, content: [] });
    else if (!SILENT.has(token.tag)) this.#context.dropTag(token.tag);
  }

  /** What was built; the builder is empty afterwards. Elements left open lose their tags and keep their content. */
  finish(): Inline[] {
    while (this.#frames.length > 1) this.#leave();
    const inlines = mergeText(this.#top.content.filter((one) => one.type !== 'reading'));
    this.#frames = [rootFrame()];
    return inlines;
  }

  get #top(): Frame {
    return this.#frames.at(-1) as Frame;
  }

  #addImage(attributes: Readonly<Record<string, string>>): void {
    const source = attributes.src ?? attributes['data-src'] ?? attributes['data-original'] ?? '';
    if (source === '') {
      this.#context.dropTag('img');
      return;
    }
    const { alt = '', title: written } = attributes;
    const title = pictureTitle(written, alt);
    const imageId = this.#context.addImage(source);
    this.addInlines([{ type: 'image', imageId, alt, ...(title !== undefined && { title }) }]);
  }

  /** `rt` and `rb` may be left open by the author: what closes around them closes them. */
  #close(tag: string): void {
    const index = this.#frames.findLastIndex((frame) => frame.tag === tag);
    if (index < 1) return;
    while (this.#frames.length > index + 1) this.#leave();
    const frame = this.#frames.pop() as Frame;
    this.#add(this.#element(frame));
  }

  #leave(): void {
    const frame = this.#frames.pop() as Frame;
    const isReading = frame.tag === 'rt' || frame.tag === 'rp';
    this.#add(isReading ? this.#element(frame) : frame.content);
  }

  #add(content: readonly (Inline | Reading)[]): void {
    for (const one of content) this.#top.content.push(one);
  }

  #link(href: string | undefined, children: readonly Inline[]): Inline[] {
    const url = href === undefined ? undefined : this.#context.linkAddress(href);
    if (url !== undefined && children.length > 0)
      return [{ type: 'link', url, children: mergeText(children) }];
    if (href !== undefined && !href.startsWith('#')) this.#context.dropLink(href);
    return [...children];
  }

  #element(frame: Frame): (Inline | Reading)[] {
    const content = this.#meaning(frame);
    const inlines = content.filter((one): one is Inline => one.type !== 'reading');
    const term = termMark(
      (name) => frame.attributes[name],
      () => plainText(inlines),
    );
    return term ? [{ ...term, children: mergeText(inlines) }] : content;
  }

  #meaning({ tag, attributes, content }: Frame): (Inline | Reading)[] {
    const inlines = content.filter((one): one is Inline => one.type !== 'reading');
    if (CONTENT_REMOVED.has(tag)) {
      this.#context.removeElement(tag);
      return [];
    }
    const mark = MARK_BY_TAG[tag];
    if (mark) return [{ type: mark, children: mergeText(inlines) }];
    if (tag === 'ruby') return rubies(content);
    if (tag === 'rt') return [{ type: 'reading', text: plainText(inlines).trim() }];
    if (tag === 'rp') return [];
    if (CODE_TAGS.has(tag)) return [{ type: 'code', text: plainText(inlines) }];
    if (tag === 'sup' || tag === 'sub') return scripted(inlines, tag);
    if (tag === 'a') return this.#link(attributes.href, inlines);
    const side = tag === 'span' || tag === 'u' ? sideMark(lookOf(tag, attributes)) : undefined;
    if (side) return [{ ...side, children: mergeText(inlines) }];
    return content;
  }
}

function lookOf(tag: string, attributes: Readonly<Record<string, string>>): ElementLook {
  return {
    tag,
    classes: (attributes.class ?? '').toLowerCase(),
    style: parseStyle(attributes.style ?? ''),
  };
}

function rootFrame(): Frame {
  return { tag: '', attributes: {}, content: [] };
}

/** Text alone can be raised or lowered: 10<sup>8</sup> must not become 108. */
function scripted(inlines: readonly Inline[], tag: 'sup' | 'sub'): Inline[] {
  const [only] = inlines;
  return inlines.length === 1 && only?.type === 'text'
    ? [{ type: 'text', text: toScript(only.text, tag) }]
    : [...inlines];
}

/** One ruby for each reading, over the text since the one before; text without a reading stays as it is. */
function rubies(content: readonly (Inline | Reading)[]): Inline[] {
  let result: Inline[] = [];
  let pending: Inline[] = [];
  for (const one of content) {
    if (one.type !== 'reading') {
      pending.push(one);
      continue;
    }
    const base = plainText(pending).trim();
    if (base !== '' && one.text !== '') result.push({ type: 'ruby', base, reading: one.text });
    else result = [...result, ...pending];
    pending = [];
  }
  return [...result, ...pending];
}
