import { acceptChanges } from './accept-changes.js';
import { stopFields } from './dangerous-fields.js';
import { dropDangling } from './dangling-relations.js';
import { putInOrder } from './in-order.js';
import { missingNotes, type NoteKind } from './merge-notes.js';
import { isXmlPart, type Part, related, type XmlPart } from './package-parts.js';
import { descendants, replaceBelow, type XmlNode } from './xml-tree.js';

/** What was taken out of a template's parts, for its user to know. */
export interface TidyCounts {
  changes: number;
  comments: number;
  fields: number;
}

/** Roots of parts that hold text of the document. */
const STORIES: ReadonlySet<string> = new Set([
  ...['w:document', 'w:hdr', 'w:ftr', 'w:footnotes', 'w:endnotes'],
]);

export const isStory = (part: Part): part is XmlPart => isXmlPart(part) && STORIES.has(part.root.name);

/** A running head or foot. */
export const isHead = (part: Part): boolean => /^w:(?:hdr|ftr)$/.test(part.root?.name ?? '');

/** Makes the parts fit to be kept: changes accepted, nothing that reaches out of the file, nothing that leads nowhere. */
export function tidyParts(main: XmlPart, parts: readonly Part[]): TidyCounts {
  const counts: TidyCounts = { changes: 0, comments: 0, fields: 0 };
  for (const part of parts) {
    if (!isXmlPart(part)) continue;
    if (part.root.name.startsWith('w:')) {
      putInOrder(part.root);
      const { changes, comments } = acceptChanges(part.root);
      counts.changes += changes;
      counts.comments += comments;
    }
    dropDangling(part);
    if (part.root.name === 'w:fonts') dropCharacterSets(part.root);
    if (!isStory(part)) continue;
    counts.fields += stopFields(part.root);
    closeShapes(part.root);
    dropLostNotes(part.root, main);
  }
  return counts;
}

/** LibreOffice names character sets as strict files do, with names that the schema does not know. */
function dropCharacterSets(fonts: XmlNode): void {
  for (const { name, attributes } of descendants(fonts)) {
    if (name === 'w:charset') attributes.delete('w:characterSet');
  }
}

/** Addresses that old shapes have besides relationships. Links to follow stay. */
function closeShapes(root: XmlNode): void {
  for (const { name, attributes } of descendants(root)) {
    if (!name.startsWith('v:')) continue;
    attributes.delete('src');
    attributes.delete('o:href');
    if (!/^(?:https?|mailto):/i.test(attributes.get('href') ?? '')) attributes.delete('href');
  }
}

/** Marks of notes that are not there: Word calls such a file damaged. */
function dropLostNotes(root: XmlNode, main: XmlPart): void {
  const isLost = (kind: NoteKind): ((id: string) => boolean) =>
    missingNotes(related(main, `${kind}s`)?.root, kind);
  const lost = { 'w:footnoteReference': isLost('footnote'), 'w:endnoteReference': isLost('endnote') };
  replaceBelow(root, ({ name, attributes }) => {
    if (name !== 'w:footnoteReference' && name !== 'w:endnoteReference') return undefined;
    return lost[name](attributes.get('w:id') ?? '') ? [] : undefined;
  });
}
