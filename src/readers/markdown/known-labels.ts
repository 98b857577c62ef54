import type { Construct, Extension, ParseContext } from 'micromark-util-types';

/** Labels of link definitions and of notes, as the parser normalises them; what a text defines is added. */
export interface KnownLabels {
  readonly links: Set<string>;
  readonly notes: Set<string>;
}

/**
 * Tells the parser of labels that are defined elsewhere, so that references to them are references. Its own lists of
 * labels are arrays that are searched through for each reference; these are found at once.
 */
export function knowingLabels({ links, notes }: KnownLabels): Extension {
  const told = new WeakSet<ParseContext>();
  const tell: Construct = {
    name: 'tellLabels',
    tokenize(_effects, _ok, nok) {
      if (!told.has(this.parser)) {
        told.add(this.parser);
        const parser: { defined: string[]; gfmFootnotes?: string[] } = this.parser;
        parser.defined = new LabelList(links, parser.defined);
        parser.gfmFootnotes = new LabelList(notes, parser.gfmFootnotes ?? []);
      }
      return nok;
    },
  };
  // where containers are sought: before any block of a line is
  return { document: { null: [tell] } };
}

/** An array that is asked whether it holds a label as often as a text has brackets. */
class LabelList extends Array<string> {
  readonly #labels: Set<string>;

  constructor(labels: Set<string>, more: readonly string[]) {
    super();
    this.#labels = labels;
    this.push(...more);
  }

  override includes(label: string): boolean {
    return this.#labels.has(label);
  }

  override push(...labels: string[]): number {
    for (const label of labels) this.#labels.add(label);
    return this.#labels.size;
  }
}
