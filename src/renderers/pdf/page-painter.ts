import type {
  GlyphRun,
  ImageItem,
  LineItem,
  LineLink,
  LineRule,
  LinkTarget,
  Page,
  RuleItem,
} from '../../composer/index.js';
import { type ImageShelf, imageMatrix } from './images.js';
import { LinePlace, type Rectangle } from './line-place.js';
import { sameTarget } from './links.js';
import { ARTIFACTS, type Artifact, copiedAs } from './marked-content.js';
import { formatColor, formatNumber } from './numbers.js';
import { Operators } from './operators.js';
import type { PdfReference } from './pdfkit-internals.js';
import type { TagElement, TagTree } from './tag-tree.js';
import { type FontUse, type RunPlace, type TextFonts, TextWriter } from './text-writer.js';
import { wavePath } from './wave-path.js';

/** What the pages of one document share. */
export interface Studio {
  readonly fonts: TextFonts;
  readonly images: ImageShelf;
  readonly tags: TagTree;
  /** Whether a target may be clicked. */
  leadsSomewhere(target: LinkTarget): boolean;
}

/** A painted page: its operators, and what they refer to. */
export interface PaintedPage {
  /** Valid until the next page is painted. */
  readonly content: Uint8Array;
  readonly fonts: ReadonlyMap<string, FontUse>;
  readonly images: ReadonlyMap<string, PdfReference>;
  /** By MCID. */
  readonly marks: readonly TagElement[];
  readonly links: readonly PaintedLink[];
}

/** A place to click, y up. */
export interface PaintedLink {
  readonly target: LinkTarget;
  readonly rect: Rectangle;
  /** The Link element, or undefined for one outside the text. */
  readonly element: TagElement | undefined;
  readonly text: string;
}

/** A line that reaches over page or line ends is one element: the last one stays open. */
interface OpenLink {
  readonly node: number;
  readonly target: LinkTarget;
  readonly element: TagElement;
}

/** Paints pages one after another; links that go on over a page end are kept in between. */
export class PagePainter {
  readonly #studio: Studio;
  readonly #out = new Operators();
  #openLink: OpenLink | undefined;

  constructor(studio: Studio) {
    this.#studio = studio;
  }

  /** @param reference The page's own object, which marked content names. */
  paint(page: Page, reference: PdfReference): PaintedPage {
    this.#out.clear();
    const sheet = new Sheet(this.#studio, this.#out, page, reference, this.#openLink);
    const painted = sheet.paint();
    this.#openLink = sheet.openLink;
    return painted;
  }
}

/** What the operators being written belong to: an element of the text, something that is no text, or nothing. */
type Mark = TagElement | Artifact | undefined;

class Sheet {
  openLink: OpenLink | undefined;
  readonly #studio: Studio;
  readonly #page: Page;
  readonly #reference: PdfReference;
  readonly #text: TextWriter;
  readonly #out: Operators;
  readonly #fonts = new Map<string, FontUse>();
  readonly #images = new Map<string, PdfReference>();
  readonly #marks: TagElement[] = [];
  readonly #links: PaintedLink[] = [];
  /** Glyphs that are no text and strokes, painted when all text is. */
  readonly #late: (() => void)[] = [];
  #mark: Mark;
  #inText = false;

  constructor(
    studio: Studio,
    out: Operators,
    page: Page,
    reference: PdfReference,
    openLink: OpenLink | undefined,
  ) {
    this.#studio = studio;
    this.#out = out;
    this.#page = page;
    this.#reference = reference;
    this.openLink = openLink;
    this.#text = new TextWriter(studio.fonts, this.#fonts, out);
  }

  paint(): PaintedPage {
    for (const item of this.#page.items) {
      if (item.type === 'line') this.#line(item);
      else if (item.type === 'image') this.#image(item);
      else this.#rule(item);
    }
    for (const paint of this.#late) paint();
    this.#setMark(undefined, -1);
    this.#leaveText();
    return {
      content: this.#out.bytes(),
      fonts: this.#fonts,
      images: this.#images,
      marks: this.#marks,
      links: this.#links,
    };
  }

  #line(item: LineItem): void {
    const { line, node } = item;
    const place = new LinePlace(item, this.#page.heightPt);
    let linked: Map<LineLink, { element: Mark; text: string }> | undefined;
    for (const run of line.runs) {
      if (run.artifact) {
        this.#late.push(() => this.#artifactRun(run, this.#runPlace(run, place)));
        continue;
      }
      const link = this.#linkAt(item, run);
      const element = node < 0 ? (item.running ?? 'layout') : this.#elementOf(link, node);
      // a table's head that is said again leads nowhere: its links are in the first one
      if (link && node >= 0) {
        linked ??= new Map();
        linked.set(link, { element, text: `${linked.get(link)?.text ?? ''}${run.text}` });
      }
      this.#textRun(run, element, node, this.#runPlace(run, place));
    }
    for (const [link, { element, text }] of linked ?? []) {
      this.#links.push({
        target: link.target,
        rect: place.rectangle(link.xPt, link.xPt + link.widthPt, -line.descentPt, line.ascentPt),
        element: typeof element === 'object' ? element : undefined,
        text,
      });
    }
    for (const rule of line.rules) this.#late.push(() => this.#lineRule(rule, place));
  }

  /**
   * The link that a run lies in: where its middle is. None for what is no text (a table's head that is said again has its
   * links in the first one) or leads nowhere.
   */
  #linkAt({ line, node }: LineItem, run: GlyphRun): LineLink | undefined {
    if (line.links.length === 0 || node < 0) return undefined;
    const middle = middleOf(run);
    return line.links.find(
      ({ xPt, widthPt, target }) =>
        middle >= xPt && middle <= xPt + widthPt && this.#studio.leadsSomewhere(target),
    );
  }

  #runPlace(run: GlyphRun, place: LinePlace): RunPlace {
    if (run.stance !== 'upright') return place.run(run.xPt, run.raisePt, run.stance);
    const [bottom, top] = this.#studio.fonts.metrics.emBox(run.face);
    return place.run(run.xPt, run.raisePt + ((bottom + top) / 2) * run.sizePt, run.stance);
  }

  #textRun(run: GlyphRun, mark: Mark, node: number, place: RunPlace): void {
    this.#setMark(mark, node);
    this.#enterText();
    // A glyph without characters of its own (the second of two that draw one) needs the text of its whole run.
    const isIndirect = sharesText(run);
    if (isIndirect) this.#out.text(copiedAs(run.text));
    this.#text.run(run, place);
    if (isIndirect) this.#out.operator('EMC');
  }

  /** Dots under characters, hyphens of the breaker: seen, but not copied. */
  #artifactRun(run: GlyphRun, place: RunPlace): void {
    this.#setMark('layout', -1);
    this.#enterText();
    this.#out.text(copiedAs(''));
    this.#text.run(run, place);
    this.#out.operator('EMC');
  }

  /** The element that text belongs to: that of its node, or a Link inside it. */
  #elementOf(link: LineLink | undefined, node: number): TagElement {
    const { tags } = this.#studio;
    if (!link) {
      this.openLink = undefined;
      return tags.element(node);
    }
    const open = this.openLink;
    if (open && open.node === node && sameTarget(open.target, link.target)) return open.element;
    const element = tags.addChild(node, 'Link');
    this.openLink = { node, target: link.target, element };
    return element;
  }

  #image(item: ImageItem): void {
    const y = this.#page.heightPt - item.yPt - item.heightPt;
    const image = this.#studio.images.embed(item.imageId);
    this.#leaveText();
    this.#setMark(item.node < 0 ? 'layout' : this.#figureOf(item, y), item.node);
    if (!image) {
      this.#frame(item, y);
      return;
    }
    this.#images.set(image.name, image.reference);
    const box = { x: item.xPt, y, width: item.widthPt, height: item.heightPt };
    const matrix = imageMatrix(image.orientation, box).map((value) => formatNumber(value, 3));
    this.#out.text(`q ${matrix.join(' ')} cm /${image.name} Do Q\n`);
  }

  /** The node itself if it is a figure; for a picture inside a line a Figure of its own in the paragraph. */
  #figureOf({ node, alt, xPt, widthPt, heightPt }: ImageItem, bottom: number): TagElement {
    const { tags } = this.#studio;
    const element = tags.element(node);
    const figure = element.role === 'Figure' ? element : tags.addChild(node, 'Figure', alt);
    tags.setBox(figure, [xPt, bottom, xPt + widthPt, bottom + heightPt]);
    return figure;
  }

  /** Where a picture cannot be drawn: its frame with both diagonals, which nobody takes for the picture. */
  #frame({ xPt, widthPt, heightPt }: ImageItem, y: number): void {
    const [left, bottom, width, height, right, top] = [
      xPt,
      y,
      widthPt,
      heightPt,
      xPt + widthPt,
      y + heightPt,
    ].map((value) => formatNumber(value, 3));
    this.#out.text(
      `q 0.6 G 0.5 w ${left} ${bottom} ${width} ${height} re ` +
        `${left} ${bottom} m ${right} ${top} l ${left} ${top} m ${right} ${bottom} l S Q\n`,
    );
  }

  #lineRule(rule: LineRule, place: LinePlace): void {
    const { xPt, yPt, widthPt, thicknessPt, color, wave } = rule;
    if (!wave) {
      this.#fill(place.rectangle(xPt, xPt + widthPt, yPt, yPt + thicknessPt), color);
      return;
    }
    this.#leaveText();
    this.#setMark('layout', -1);
    this.#out.text(wavePath(rule, wave, place));
  }

  #rule({ xPt, yPt, widthPt, heightPt, color }: Omit<RuleItem, 'type'>): void {
    const y = this.#page.heightPt - yPt - heightPt;
    this.#fill([xPt, y, xPt + widthPt, y + heightPt], color);
  }

  #fill([left, bottom, right, top]: Rectangle, color: string): void {
    this.#leaveText();
    this.#setMark('layout', -1);
    const box = [left, bottom, right - left, top - bottom].map((value) => formatNumber(value, 3));
    this.#out.text(`${formatColor(color)} ${box.join(' ')} re f\n`);
    this.#text.forgetColor();
  }

  /** Ends what was marked and begins the next, if it is another. */
  #setMark(mark: Mark, node: number): void {
    if (mark === this.#mark) return;
    // Marked content and text objects must nest, so a mark neither begins nor ends inside of one.
    this.#leaveText();
    if (this.#mark !== undefined) this.#out.operator('EMC');
    this.#mark = mark;
    if (mark === undefined) return;
    if (typeof mark === 'string') {
      this.#out.text(ARTIFACTS[mark]);
      return;
    }
    const mcid = this.#marks.push(mark) - 1;
    this.#studio.tags.addMark(node, mark, this.#reference, mcid);
    this.#out.operator(`/${mark.role} <</MCID ${mcid}>> BDC`);
  }

  #enterText(): void {
    if (this.#inText) return;
    this.#inText = true;
    this.#text.begin();
  }

  #leaveText(): void {
    if (!this.#inText) return;
    this.#inText = false;
    this.#out.operator('ET');
  }
}

function sharesText({ starts }: GlyphRun): boolean {
  for (let index = 1; index < starts.length; index++) if (starts[index] === starts[index - 1]) return true;
  return false;
}

/** Half the height of figures and capitals, in em: what stands across a column has it along the line. */
const HALF_CAPITAL_EM = 0.36;

/** The middle of a run along its line. */
function middleOf({ xPt, advancesPt, stance, sizePt }: GlyphRun): number {
  if (stance === 'across') return xPt - HALF_CAPITAL_EM * sizePt;
  return xPt + advancesPt.reduce((sum, advance) => sum + advance, 0) / 2;
}
