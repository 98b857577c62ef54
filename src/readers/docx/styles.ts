import { type ParagraphLook, readParagraphLook } from './paragraph-look.js';
import { NO_LOOK, type RunLook, readRunLook } from './run-look.js';
import { characterRole, headingLevelOf, paragraphRole, type StyleRole } from './style-names.js';
import { child, childrenNamed, valOf, type XmlElement } from './xml.js';

/** A style with all that it inherits. */
export interface Style {
  readonly id: string;
  readonly paragraph: ParagraphLook;
  readonly run: RunLook;
  /** By its own name or by that of a style it builds on. */
  readonly headingLevel?: number;
  readonly role?: StyleRole;
  /** The styles it builds on, from itself up: a level of a list may be bound to any of them. */
  readonly lineage: readonly string[];
}

/** The size of text whose styles say none. @see ISO/IEC 29500-1, 17.3.2.38 */
const DEFAULT_HALF_POINTS = 20;
/** A chain of styles is some five long. */
const LONGEST_LINEAGE = 50;

const UNKNOWN: Style = { id: '', paragraph: {}, run: {}, lineage: [] };

/**
 * The styles of a document. Ids say nothing (`a`, `1`, `2` in Chinese Word): Word's own styles are known by their
 * names, and what else a style is comes through the ones it builds on.
 */
export class Styles {
  readonly #elements = new Map<string, XmlElement>();
  readonly #resolved = new Map<string, Style>();
  readonly #unknown = new Set<string>();
  readonly #defaultRun: RunLook;
  readonly #defaultParagraph: ParagraphLook;
  #defaultId: string | undefined;

  constructor(root: XmlElement | undefined) {
    const defaults = child(root, 'w:docDefaults');
    this.#defaultRun = readRunLook(child(child(defaults, 'w:rPrDefault'), 'w:rPr'));
    this.#defaultParagraph = readParagraphLook(child(child(defaults, 'w:pPrDefault'), 'w:pPr'));
    for (const style of childrenNamed(root, 'w:style')) {
      const id = style.attributes.get('styleId') ?? '';
      if (!this.#elements.has(id)) this.#elements.set(id, style);
      const isDefault = /^(?:1|true|on)$/.test(style.attributes.get('default') ?? '');
      if (isDefault && style.attributes.get('type') === 'paragraph') this.#defaultId ??= id;
    }
  }

  /** Ids that the text uses and the document does not have. */
  get unknownIds(): readonly string[] {
    return [...this.#unknown];
  }

  /** The style of a paragraph, the document's default when it names none. */
  paragraph(id: string | undefined): Style {
    const style = this.#find(id ?? this.#defaultId);
    if (style !== UNKNOWN || id === undefined || this.#defaultId === undefined) return style;
    return this.#find(this.#defaultId);
  }

  /** What a style for characters says of them. */
  character(id: string | undefined): RunLook {
    return id === undefined ? NO_LOOK : this.#find(id).run;
  }

  /** The list that a style for lists stands for. */
  listOf(id: string): number | undefined {
    return this.#find(id).paragraph.numId;
  }

  get defaultHalfPoints(): number {
    return this.#defaultRun.size ?? DEFAULT_HALF_POINTS;
  }

  #find(id: string | undefined): Style {
    if (id === undefined) return UNKNOWN;
    const known = this.#resolved.get(id);
    if (known) return known;
    if (!this.#elements.has(id)) {
      this.#unknown.add(id);
      return UNKNOWN;
    }
    const style = this.#resolve(id);
    this.#resolved.set(id, style);
    return style;
  }

  #resolve(id: string): Style {
    const chain = this.#chainOf(id);
    const looks = chain.map((element) => ({
      paragraph: readParagraphLook(child(element, 'w:pPr')),
      run: { ...readRunLook(child(element, 'w:rPr')), ...namedLook(element) },
    }));
    // from the root of the chain to the style itself: the nearer one wins
    const paragraph = Object.assign(
      {},
      this.#defaultParagraph,
      ...looks.map((look) => look.paragraph).reverse(),
    );
    const run = Object.assign({}, ...looks.map((look) => look.run).reverse());
    const names = chain.map(namesOf);
    const level = firstOf(names, headingLevelOf);
    const role = firstOf(names, paragraphRole);
    return {
      id,
      paragraph,
      run,
      ...(level !== undefined && { headingLevel: level }),
      ...(role !== undefined && { role }),
      lineage: chain.map((element) => element.attributes.get('styleId') ?? ''),
    };
  }

  #chainOf(id: string): XmlElement[] {
    const chain: XmlElement[] = [];
    const seen = new Set<string>();
    for (let next: string | undefined = id; next !== undefined && chain.length < LONGEST_LINEAGE; ) {
      const element = this.#elements.get(next);
      if (!element || seen.has(next)) break;
      seen.add(next);
      chain.push(element);
      next = valOf(element, 'w:basedOn');
    }
    return chain;
  }
}

function namesOf(style: XmlElement): string[] {
  const aliases = valOf(style, 'w:aliases')?.split(',') ?? [];
  return [valOf(style, 'w:name') ?? '', ...aliases].map((name) => name.slice(0, 60));
}

/** The first answer along a chain of styles, each with its names. */
function firstOf<Answer>(
  chain: readonly (readonly string[])[],
  ask: (name: string) => Answer | undefined,
): Answer | undefined {
  for (const name of chain.flat()) {
    const answer = ask(name);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** Strong is strong though a template sets it in another face and no bold. */
function namedLook(style: XmlElement): RunLook {
  if (style.attributes.get('type') !== 'character') return NO_LOOK;
  switch (firstOf([namesOf(style)], characterRole)) {
    case 'strong':
      return { strong: true };
    case 'emphasis':
      return { dotted: true };
    case 'code':
      return { code: true };
    case 'link':
      return { underline: 'none' };
    default:
      return NO_LOOK;
  }
}
