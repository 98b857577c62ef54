import { childrenNamed, isNode, toNumber, valOf, type XmlNode } from './xml-tree.js';

/** By how much our numbers of definitions and of lists grow, to follow the template's. */
export interface ListOffsets {
  readonly definition: number;
  readonly list: number;
}

const highest = (root: XmlNode | undefined, name: string, attribute: string): number =>
  childrenNamed(root, name).reduce(
    (most, each) => Math.max(most, toNumber(each.attributes.get(attribute)) ?? 0),
    -1,
  );

/** @param template `w:numbering` of the template, if it has one. */
export function listOffsets(template: XmlNode | undefined): ListOffsets {
  return {
    definition: highest(template, 'w:abstractNum', 'w:abstractNumId') + 1,
    // lists count from 1
    list: Math.max(0, highest(template, 'w:num', 'w:numId')),
  };
}

/** What our lists must know of the template. */
export interface ListMerging {
  readonly offsets: ListOffsets;
  /** The template's id of one of our heading styles, where it has it. */
  readonly style: (id: string) => string | undefined;
}

/** Adds our definitions and lists behind the template's; definitions stand before lists. */
export function mergeLists(template: XmlNode, ours: XmlNode, merging: ListMerging): void {
  const definitions = childrenNamed(ours, 'w:abstractNum');
  const lists = childrenNamed(ours, 'w:num');
  for (const definition of definitions) moveDefinition(definition, merging);
  for (const list of lists) moveList(list, merging);
  const firstList = template.children.findIndex((each) => isNode(each) && AFTER_DEFINITIONS.has(each.name));
  template.children.splice(firstList < 0 ? template.children.length : firstList, 0, ...definitions);
  const end = template.children.findIndex((each) => isNode(each) && each.name === 'w:numIdMacAtCleanup');
  template.children.splice(end < 0 ? template.children.length : end, 0, ...lists);
}

const AFTER_DEFINITIONS: ReadonlySet<string> = new Set(['w:num', 'w:numIdMacAtCleanup']);

function moveDefinition(definition: XmlNode, { offsets, style }: ListMerging): void {
  raise(definition, 'w:abstractNumId', offsets.definition);
  for (const code of ['w:nsid', 'w:tmpl'].flatMap((name) => childrenNamed(definition, name))) {
    const value = Number.parseInt(code.attributes.get('w:val') ?? '0', 16) + offsets.definition;
    // Word takes definitions of one code for one definition
    code.attributes.set('w:val', value.toString(16).toUpperCase().padStart(8, '0'));
  }
  for (const level of childrenNamed(definition, 'w:lvl')) {
    level.children = level.children.filter((each) => {
      if (!isNode(each) || each.name !== 'w:pStyle') return true;
      const id = style(each.attributes.get('w:val') ?? '');
      if (id !== undefined) each.attributes.set('w:val', id);
      return id !== undefined;
    });
    for (const properties of childrenNamed(level, 'w:pPr')) {
      for (const indent of childrenNamed(properties, 'w:ind')) countNoCharacters(indent);
    }
  }
}

/** A style of the template (列表段落) may indent by characters, which would win over a list's own indent. */
function countNoCharacters({ attributes }: XmlNode): void {
  const says = [...attributes.keys()].some((name) => /^w:(?:firstLine|hanging)Chars$/.test(name));
  if (!says) attributes.set('w:firstLineChars', '0');
}

function moveList(list: XmlNode, { offsets }: ListMerging): void {
  raise(list, 'w:numId', offsets.list);
  const [definition] = childrenNamed(list, 'w:abstractNumId');
  const id = toNumber(valOf(list, 'w:abstractNumId')) ?? 0;
  definition?.attributes.set('w:val', String(id + offsets.definition));
}

function raise({ attributes }: XmlNode, name: string, offset: number): void {
  attributes.set(name, String((toNumber(attributes.get(name)) ?? 0) + offset));
}
