import { isXmlPart, type Part, type Relation } from './package-parts.js';
import { binaryType } from './relation-kinds.js';
import { descendants, elementsOf, parseTree } from './xml-tree.js';

/** An id that no relationship of a part has. */
export function freeRelationId({ relations }: Part): string {
  let count = relations.size + 1;
  while (relations.has(`rId${count}`)) count += 1;
  return `rId${count}`;
}

/**
 * Takes over the links and pictures of one of our parts as they are asked for.
 *
 * @param path Of our part, in `word/`.
 * @returns The id in the template's part for an id in ours.
 */
export function relationTaker(
  into: Part,
  files: Readonly<Record<string, Uint8Array>>,
  path: string,
  pictures: Map<string, Part>,
): (id: string) => string {
  const rels = files[`word/_rels/${path}.rels`];
  const ours = new Map(
    (rels ? elementsOf(parseTree(rels)) : []).map((each) => [each.attributes.get('Id') ?? '', each]),
  );
  const taken = new Map<string, string>();
  return (id) => {
    const known = taken.get(id);
    if (known !== undefined) return known;
    const attributes = ours.get(id)?.attributes;
    const type = attributes?.get('Type') ?? '';
    const written = attributes?.get('Target') ?? '';
    const target: Relation['target'] =
      attributes?.get('TargetMode') === 'External' ? written : pictureOf(`word/${written}`, files, pictures);
    const newId = freeRelationId(into);
    into.relations.set(newId, { type, kind: type.slice(type.lastIndexOf('/') + 1), target });
    taken.set(id, newId);
    return newId;
  };
}

function pictureOf(
  path: string,
  files: Readonly<Record<string, Uint8Array>>,
  pictures: Map<string, Part>,
): Part {
  const known = pictures.get(path);
  if (known) return known;
  const bytes = files[path] ?? new Uint8Array();
  const part: Part = { path, type: binaryType(path) ?? 'image/png', bytes, relations: new Map() };
  pictures.set(path, part);
  return part;
}

/** Relationships that hold for a part as a whole and are named nowhere in it. */
const IMPLICIT: ReadonlySet<string> = new Set([
  ...['styles', 'settings', 'numbering', 'fontTable', 'theme', 'footnotes', 'endnotes', 'customXml'],
  ...['customXmlProps', 'chartStyle', 'chartColorStyle', 'themeOverride', 'diagramDrawing'],
]);

/** Drops the relationships that a part's text does not name any more. */
export function dropUnused(part: Part, ownIds: ReadonlySet<string>): void {
  if (!isXmlPart(part)) return;
  const named = new Set(ownIds);
  let isBound = false;
  for (const { name: element, attributes } of descendants(part.root)) {
    isBound ||= element.endsWith(':dataBinding');
    for (const [name, value] of attributes) if (/^r:|^o:relid$/.test(name)) named.add(value);
  }
  for (const [id, { kind }] of part.relations) {
    // data that no control shows is of no use to what is made from the template
    const isUsed = kind === 'customXml' ? isBound : IMPLICIT.has(kind);
    if (!named.has(id) && !isUsed) part.relations.delete(id);
  }
}
