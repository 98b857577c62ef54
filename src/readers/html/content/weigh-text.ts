import { hasNoText, isBlock, isControl } from '../elements.js';
import { isHidden } from '../inline-style.js';
import type { HtmlElement, HtmlNode } from '../tree.js';

/**
 * What an element holds, in Han characters; a word of a language with spaces counts two. Counted by lines as a
 * browser shows them, because a page tells its text from its furniture by its sentences.
 */
export interface TextWeight {
  /** Text of lines that read as sentences, links aside. */
  sentences: number;
  /** Text of other lines, links aside: titles, labels, verse, tables. */
  short: number;
  /** Text that is a link. */
  linked: number;
  links: number;
}

export type TextWeights = ReadonlyMap<HtmlElement, TextWeight>;

/** A line with less is a title, a label or a link, whatever it ends in. */
const SHORTEST_SENTENCE = 10;
/** A line with more is text even without a mark: a quotation, a long item of a list. */
const SURELY_TEXT = 40;
const SENTENCE_MARK = /[。\uFF01\uFF1F\uFF0C\uFF1B\u2026]|[.!?;,](?:\s|["'”’)]|$)/u;
const COUNTED = /\p{Script=Han}|[\p{L}\p{N}]+/gu;
/** What the law asks sites to print at their foot; such a line weighs nothing. */
const LEGAL =
  /ICP备|ICP证|公网安备|网站标识码|版权所有|Copyright|All Rights Reserved|Powered by|主办单位|技术支持|违法和不良信息|举报电话|地址\s?[:\uFF1A].{1,40}邮编/iu;

/** Weight of a text by itself. */
export function weigh(text: string): number {
  let [weight, word] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const isHan = unit >= 0x4e00 && unit <= 0x9fff;
    if (isHan && word === 0) weight++;
    else if (isHan || isAlphanumeric(unit)) {
      // a Han that is glued to a word is part of it, and two characters make it weigh two
      word++;
      if (word <= 2) weight++;
    } else if (isMark(unit)) word = 0;
    else return weighByPattern(text);
  }
  return weight;
}

function isAlphanumeric(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

/** ASCII, dashes and quotes, and the marks of Chinese: neither letters nor numbers. */
function isMark(unit: number): boolean {
  return (
    unit < 0x80 ||
    (unit >= 0x2010 && unit <= 0x2027) ||
    (unit >= 0x3000 && unit <= 0x3002) ||
    (unit >= 0x3008 && unit <= 0x3011) ||
    (unit >= 0xff01 && unit <= 0xff0f) ||
    (unit >= 0xff1a && unit <= 0xff20)
  );
}

/** The same of any text. */
function weighByPattern(text: string): number {
  let weight = 0;
  for (const [match] of text.matchAll(COUNTED))
    weight += match.length > 1 && match.charCodeAt(0) < 0x2e80 ? 2 : 1;
  return weight;
}

export function emptyWeight(): TextWeight {
  return { sentences: 0, short: 0, linked: 0, links: 0 };
}

/** Text that no link holds: what counts when two places are compared. Sentences say more than labels do. */
export function worth({ sentences, short }: TextWeight): number {
  return sentences + 0.3 * short;
}

/** Share of a place's text that is links, 0 to 1. */
export function linkShare({ sentences, short, linked }: TextWeight): number {
  const all = sentences + short + linked;
  return all === 0 ? 0 : linked / all;
}

/**
 * Weighs every block of the page.
 *
 * @param skipped Places whose text counts for themselves and for nothing around them.
 */
export function weighBlocks(root: HtmlElement, skipped: (element: HtmlElement) => boolean): TextWeights {
  const scale = new Scale(root, skipped);
  let node: HtmlNode | undefined = root.first;
  while (node) {
    const enters = scale.enter(node);
    if (enters && node.type === 'element' && node.first) {
      node = node.first;
      continue;
    }
    scale.leave(node);
    while (node && node !== root && !node.next) {
      node = node.parent;
      if (node && node !== root) scale.leave(node);
    }
    node = node === root ? undefined : node?.next;
  }
  return scale.finish();
}

/** Walks through a page line by line. */
class Scale {
  readonly #root: HtmlElement;
  readonly #skipped: (element: HtmlElement) => boolean;
  readonly #weights = new Map<HtmlElement, TextWeight>();
  /** Blocks in order of the page, so that going back adds what is inside to what is around. */
  readonly #blocks: HtmlElement[] = [];
  #open: HtmlElement[];
  #plain: string[] = [];
  #linked: string[] = [];
  #links = 0;
  #linkDepth = 0;

  constructor(root: HtmlElement, skipped: (element: HtmlElement) => boolean) {
    this.#root = root;
    this.#skipped = skipped;
    this.#open = [root];
    this.#weights.set(root, emptyWeight());
  }

  /** Whether what is inside is to be looked at. */
  enter(node: HtmlNode): boolean {
    if (node.type === 'text') {
      (this.#linkDepth > 0 ? this.#linked : this.#plain).push(node.text);
      return false;
    }
    if (hasNoText(node) || isHidden(node) || isControl(node)) return false;
    if (node.tag === 'br') this.#endLine();
    if (node.tag === 'a') {
      this.#linkDepth += 1;
      this.#links += 1;
    }
    if (isBlock(node)) {
      this.#endLine();
      this.#open.push(node);
      this.#blocks.push(node);
      this.#weights.set(node, emptyWeight());
    }
    return true;
  }

  leave(node: HtmlNode): void {
    if (node.type === 'text' || hasNoText(node)) return;
    if (node.tag === 'a' && this.#linkDepth > 0 && !isHidden(node)) this.#linkDepth -= 1;
    if (this.#open.at(-1) !== node) return;
    this.#endLine();
    this.#open.pop();
  }

  finish(): TextWeights {
    this.#endLine();
    for (const block of this.#blocks.toReversed()) {
      if (this.#skipped(block)) continue;
      const weight = this.#weights.get(block);
      const around = this.#weights.get(this.#blockAround(block));
      if (!weight || !around) continue;
      around.sentences += weight.sentences;
      around.short += weight.short;
      around.linked += weight.linked;
      around.links += weight.links;
    }
    return this.#weights;
  }

  #blockAround(element: HtmlElement): HtmlElement {
    let { parent } = element;
    while (parent && !this.#weights.has(parent)) parent = parent.parent;
    return parent ?? this.#root;
  }

  #endLine(): void {
    const [plain, linked] = [this.#plain.join('').trim(), this.#linked.join('')];
    const links = this.#links;
    this.#plain = [];
    this.#linked = [];
    this.#links = 0;
    if (plain === '' && linked === '' && links === 0) return;
    const block = this.#open.at(-1) ?? this.#root;
    const weight = this.#weights.get(block) ?? emptyWeight();
    const [own, ofLinks] = [LEGAL.test(plain) ? 0 : weigh(plain), weigh(linked)];
    const reads = own >= SURELY_TEXT || (own >= SHORTEST_SENTENCE && SENTENCE_MARK.test(plain));
    if (reads && own >= ofLinks) weight.sentences += own;
    else weight.short += own;
    weight.linked += ofLinks;
    weight.links += links;
  }
}
