import { BODY_ID } from '../word-styles.js';
import type { BodyChoice } from './body-style.js';
import { paragraphPropertiesOf, setProperty } from './in-order.js';
import { hasFirstLineIndent, hasParagraphSpace, type StyleBook, type StyleType } from './style-book.js';
import { child, childrenNamed, node, toNumber, valOf, type XmlNode } from './xml-tree.js';

/** What the merging of styles must know. */
export interface StyleMerging {
  readonly book: StyleBook;
  /** Our own `w:styles`. */
  readonly ours: XmlNode;
  readonly body: BodyChoice;
  /** Styles that the template's own text uses. */
  readonly used: ReadonlySet<string>;
  /** The number of one of our lists in the template. */
  readonly list: (id: number) => number;
}

/**
 * Finds for each of our styles the template's of the same name, and adds those that it lacks when they are asked for:
 * a template keeps its look and gets no style that its text does not need.
 */
export class StyleMerger {
  readonly #merging: StyleMerging;
  readonly #ours: ReadonlyMap<string, XmlNode>;
  readonly #ids = new Map<string, string>();

  constructor(merging: StyleMerging) {
    this.#merging = merging;
    this.#ours = new Map(
      childrenNamed(merging.ours, 'w:style').map((style) => [style.attributes.get('w:styleId') ?? '', style]),
    );
  }

  /** The id in the template of one of our styles; it is added where the template has none like it. */
  id(ourId: string): string {
    const known = this.#ids.get(ourId) ?? this.known(ourId);
    if (known !== undefined) {
      this.#ids.set(ourId, known);
      return known;
    }
    const style = this.#ours.get(ourId);
    return style ? this.#add(ourId, style) : ourId;
  }

  /** The same, if the template has it or it was added. */
  known(ourId: string): string | undefined {
    const { book, body, used } = this.#merging;
    const known = this.#ids.get(ourId);
    if (known !== undefined) return known;
    if (ourId === BODY_ID && body.style) return body.style.id;
    const style = this.#ours.get(ourId);
    if (!style) return undefined;
    const type = typeOf(style);
    if (style.attributes.has('w:default')) return book.defaultOf(type)?.id;
    return book.named(valOf(style, 'w:name') ?? '', type, used)?.id;
  }

  #add(ourId: string, ours: XmlNode): string {
    const { book } = this.#merging;
    const id = freeName(ourId, (each) => book.has(each), '');
    this.#ids.set(ourId, id);
    const copy = structuredClone(ours);
    copy.attributes.set('w:styleId', id);
    const name = child(copy, 'w:name');
    name?.attributes.set(
      'w:val',
      freeName(name.attributes.get('w:val') ?? '', (each) => book.hasName(each), ' '),
    );
    this.#pointTo(copy);
    book.add(copy);
    if (typeOf(copy) === 'paragraph' && !copy.attributes.has('w:default')) this.#standAlone(copy);
    return id;
  }

  /** Styles that an added one names are the template's. */
  #pointTo(copy: XmlNode): void {
    const base = child(copy, 'w:basedOn');
    base?.attributes.set('w:val', this.id(base.attributes.get('w:val') ?? ''));
    const next = child(copy, 'w:next');
    const following = next?.attributes.get('w:val') ?? '';
    next?.attributes.set('w:val', this.known(following) ?? this.id(BODY_ID));
    const link = child(copy, 'w:link');
    const other = link?.attributes.get('w:val') ?? '';
    // a pair is linked both ways, so one half that the template has already stays without ours
    if (link && this.known(other) !== undefined && !this.#ids.has(other)) {
      copy.children = copy.children.filter((each) => each !== link);
    } else link?.attributes.set('w:val', this.id(other));
    const list = child(child(child(copy, 'w:pPr'), 'w:numPr'), 'w:numId');
    if (list)
      list.attributes.set('w:val', String(this.#merging.list(toNumber(list.attributes.get('w:val')) ?? 0)));
  }

  /**
   * Ours count on a default style without indents and space; where the template's has them, an added style that says
   * nothing of its own takes them back.
   */
  #standAlone(copy: XmlNode): void {
    const { book } = this.#merging;
    if (valOf(copy, 'w:basedOn') !== book.defaultOf('paragraph')?.id) return;
    const normal = book.look(book.defaultOf('paragraph')?.id);
    const properties = child(copy, 'w:pPr');
    const indent = child(properties, 'w:ind');
    if (hasFirstLineIndent(normal) && !saysFirstLine(indent)) {
      const own = [...(indent?.attributes ?? [])];
      setProperty(
        paragraphPropertiesOf(copy),
        node('w:ind', { ...Object.fromEntries(own), 'w:firstLineChars': 0, 'w:firstLine': 0 }),
      );
    }
    if (!hasParagraphSpace(normal)) return;
    const own = child(properties, 'w:spacing')?.attributes ?? new Map<string, string>();
    // spaces that count in lines win over those in twips
    const lines = ['w:beforeLines', 'w:afterLines'].filter((name) => normal.spacing.has(name));
    const none = Object.fromEntries(['w:before', 'w:after', ...lines].map((name) => [name, 0]));
    setProperty(paragraphPropertiesOf(copy), node('w:spacing', { ...none, ...Object.fromEntries(own) }));
  }
}

function saysFirstLine(indent: XmlNode | undefined): boolean {
  return ['w:firstLine', 'w:firstLineChars', 'w:hanging'].some((name) => indent?.attributes.has(name));
}

function typeOf(style: XmlNode): StyleType {
  return (style.attributes.get('w:type') ?? 'paragraph') as StyleType;
}

/** A name that nothing has yet. */
function freeName(name: string, isTaken: (name: string) => boolean, gap: string): string {
  let free = name;
  for (let count = 2; isTaken(free); count += 1) free = `${name}${gap}${count}`;
  return free;
}

/**
 * Links the template's heading styles to our list, and keeps its numbers from styles that build on them (目录标题,
 * 附录).
 *
 * @param listOf The list of a heading's level, by the id of the template's style.
 */
export function linkHeadings(
  book: StyleBook,
  listOf: ReadonlyMap<string, { level: number; listId: number }>,
): void {
  for (const [id, { level, listId }] of listOf) setNumbers(book, id, listId, level);
  for (const { id, element, type } of book.all) {
    if (type !== 'paragraph' || listOf.has(id) || child(child(element, 'w:pPr'), 'w:numPr')) continue;
    if (book.chain(id).some((base) => listOf.has(base.id))) setNumbers(book, id, 0, 0);
  }
}

function setNumbers(book: StyleBook, id: string, listId: number, level: number): void {
  const style = book.get(id)?.element;
  if (!style) return;
  const levels = level > 0 ? [node('w:ilvl', { 'w:val': level })] : [];
  const numbers = node('w:numPr', {}, ...levels, node('w:numId', { 'w:val': listId }));
  setProperty(paragraphPropertiesOf(style), numbers);
}
