import { nameKey, namesOf } from './style-names.js';
import { child, childrenNamed, node, toggleOf, toNumber, valOf, type XmlNode } from './xml-tree.js';

export type StyleType = 'paragraph' | 'character' | 'table' | 'numbering';

/** A style of the template. */
export interface TemplateStyle {
  readonly id: string;
  readonly type: StyleType;
  readonly name: string;
  readonly element: XmlNode;
}

/** What a style and those that it builds on say; lengths in twips. Undefined is what none of them says. */
export interface ResolvedLook {
  readonly sizePt: number | undefined;
  readonly isBold: boolean | undefined;
  readonly color: string | undefined;
  readonly justification: string | undefined;
  /** `w:ind`, attribute by attribute. */
  readonly indent: ReadonlyMap<string, string>;
  /** `w:spacing`, attribute by attribute. */
  readonly spacing: ReadonlyMap<string, string>;
  readonly numbering: { readonly listId: number; readonly level: number | undefined } | undefined;
  readonly hasTabs: boolean;
  /** `w:outlineLvl` below 9: a heading. */
  readonly isHeading: boolean;
}

/** A chain of styles that is longer goes in a circle. */
const MOST_BASES = 20;

const TYPES: ReadonlySet<string> = new Set(['paragraph', 'character', 'table', 'numbering']);

/** The styles of a template: found by the names of ours, and resolved along what they build on. */
export class StyleBook {
  readonly root: XmlNode;
  readonly #byId = new Map<string, TemplateStyle>();
  readonly #byName = new Map<string, TemplateStyle>();

  /** @param root `w:styles`; styles whose id or name another has are made apart, as Word does. */
  constructor(root: XmlNode) {
    this.root = root;
    const doubles = new Set<XmlNode>();
    for (const element of childrenNamed(root, 'w:style')) {
      if (!this.#enter(element)) doubles.add(element);
    }
    if (doubles.size > 0) root.children = root.children.filter((each) => !doubles.has(each as XmlNode));
    // some programs mark no style as the default and mean the one of that name
    if (!this.defaultOf('paragraph'))
      this.named('Normal', 'paragraph')?.element.attributes.set('w:default', '1');
  }

  /** @returns Whether the style can stay: its id is given and no other has it. */
  #enter(element: XmlNode): boolean {
    const id = element.attributes.get('w:styleId');
    const type = element.attributes.get('w:type') ?? 'paragraph';
    if (id === undefined || this.#byId.has(id) || !TYPES.has(type)) return false;
    const name = this.#ownName(element, id);
    const style: TemplateStyle = { id, type: type as StyleType, name, element };
    this.#byId.set(id, style);
    const aliases = (valOf(element, 'w:aliases') ?? '').split(',');
    for (const each of [name, ...aliases]) {
      const key = nameKey(each);
      if (key !== '' && !this.#byName.has(key)) this.#byName.set(key, style);
    }
    return true;
  }

  /** The name of a style; one that another style has is told apart by the id. */
  #ownName(element: XmlNode, id: string): string {
    const written = child(element, 'w:name');
    const name = written?.attributes.get('w:val')?.trim() || id;
    const isTaken = this.#byName.get(nameKey(name))?.name.toLowerCase() === name.toLowerCase();
    const unique = isTaken ? `${name} ${id}` : name;
    if (!written) element.children.unshift(node('w:name', { 'w:val': unique }));
    else if (unique !== written.attributes.get('w:val')) written.attributes.set('w:val', unique);
    return unique;
  }

  get(id: string | undefined): TemplateStyle | undefined {
    return id === undefined ? undefined : this.#byId.get(id);
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  get all(): Iterable<TemplateStyle> {
    return this.#byId.values();
  }

  /**
   * The style of one of our names, or of another name for it: the first, or the first that the template itself uses.
   *
   * @param used Ids of styles in the template's own text.
   */
  named(name: string, type: StyleType, used: ReadonlySet<string> = new Set()): TemplateStyle | undefined {
    const found = namesOf(name)
      .map((each) => this.#byName.get(nameKey(each)))
      .filter((style) => style?.type === type);
    return found.find((style) => style && used.has(style.id)) ?? found[0];
  }

  hasName(name: string): boolean {
    return this.#byName.has(nameKey(name));
  }

  /** What holds where no style is named. */
  defaultOf(type: StyleType): TemplateStyle | undefined {
    return [...this.#byId.values()].find(
      (style) =>
        style.type === type && /^(?:1|true|on)$/i.test(style.element.attributes.get('w:default') ?? ''),
    );
  }

  /** Adds a style at the end. */
  add(element: XmlNode): void {
    if (this.#enter(element)) this.root.children.push(element);
  }

  /** A style and what it builds on, itself first. */
  chain(id: string | undefined): TemplateStyle[] {
    const chain: TemplateStyle[] = [];
    for (let style = this.get(id); style && chain.length < MOST_BASES && !chain.includes(style); ) {
      chain.push(style);
      style = this.get(valOf(style.element, 'w:basedOn'));
    }
    return chain;
  }

  /** What a paragraph of a style looks like, the defaults of the document included. */
  look(id: string | undefined): ResolvedLook {
    const defaults = child(this.root, 'w:docDefaults');
    const ofStyles = this.chain(id).map(({ element }): LookSource => {
      return { pPr: child(element, 'w:pPr'), rPr: child(element, 'w:rPr') };
    });
    const last: LookSource = {
      pPr: child(child(defaults, 'w:pPrDefault'), 'w:pPr'),
      rPr: child(child(defaults, 'w:rPrDefault'), 'w:rPr'),
    };
    return resolve([...ofStyles, last]);
  }
}

interface LookSource {
  readonly pPr: XmlNode | undefined;
  readonly rPr: XmlNode | undefined;
}

/** @param sources The nearest first. */
function resolve(sources: readonly LookSource[]): ResolvedLook {
  const first = <Value>(read: (source: LookSource) => Value | undefined): Value | undefined => {
    for (const source of sources) {
      const value = read(source);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const size = first(({ rPr }) => toNumber(valOf(rPr, 'w:sz')));
  return {
    sizePt: size === undefined ? undefined : size / 2,
    isBold: first(({ rPr }) => toggleOf(rPr, 'w:b')),
    color: first(({ rPr }) => valOf(rPr, 'w:color')),
    justification: first(({ pPr }) => valOf(pPr, 'w:jc')),
    indent: merged(sources, 'w:ind'),
    spacing: merged(sources, 'w:spacing'),
    numbering: first(({ pPr }) => numberingOf(pPr)),
    hasTabs: first(({ pPr }) => (child(pPr, 'w:tabs') ? true : undefined)) ?? false,
    isHeading: (first(({ pPr }) => toNumber(valOf(pPr, 'w:outlineLvl'))) ?? BODY_LEVEL) < BODY_LEVEL,
  };
}

/** What `w:outlineLvl` calls running text. */
const BODY_LEVEL = 9;

function merged(sources: readonly LookSource[], name: string): Map<string, string> {
  return new Map([...sources].reverse().flatMap(({ pPr }) => [...(child(pPr, name)?.attributes ?? [])]));
}

function numberingOf(pPr: XmlNode | undefined): ResolvedLook['numbering'] {
  const found = child(pPr, 'w:numPr');
  const listId = toNumber(valOf(found, 'w:numId'));
  return listId === undefined ? undefined : { listId, level: toNumber(valOf(found, 'w:ilvl')) };
}

/** Whether the first line of a paragraph stands in. */
export function hasFirstLineIndent({ indent }: Pick<ResolvedLook, 'indent'>): boolean {
  const characters = toNumber(indent.get('w:firstLineChars'));
  return (characters ?? toNumber(indent.get('w:firstLine')) ?? 0) > 0;
}

/** Whether paragraphs stand apart. */
export function hasParagraphSpace({ spacing }: Pick<ResolvedLook, 'spacing'>): boolean {
  return ['before', 'after', 'beforeLines', 'afterLines'].some(
    (side) => (toNumber(spacing.get(`w:${side}`)) ?? 0) > 0,
  );
}
