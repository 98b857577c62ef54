import type { OwnNote } from './own-story.js';
import { childrenNamed, descendants, isNode, toNumber, type XmlNode } from './xml-tree.js';

export type NoteKind = 'footnote' | 'endnote';

/** Ids of the lines over the notes, which are no notes. */
export function separatorIds(notes: XmlNode, kind: NoteKind): string[] {
  return childrenNamed(notes, `w:${kind}`)
    .filter(({ attributes }) => (attributes.get('w:type') ?? 'normal') !== 'normal')
    .map(({ attributes }) => attributes.get('w:id') ?? '0');
}

/** Drops the notes that no mark of the kept text calls. */
export function keepCalledNotes(notes: XmlNode, kind: NoteKind, stories: readonly XmlNode[]): void {
  const called = new Set<string>();
  for (const story of stories) {
    for (const { name, attributes } of descendants(story)) {
      if (name === `w:${kind}Reference`) called.add(attributes.get('w:id') ?? '');
    }
  }
  const lines = new Set(separatorIds(notes, kind));
  notes.children = notes.children.filter((each) => {
    const id = isNode(each) ? (each.attributes.get('w:id') ?? '') : '';
    return lines.has(id) || called.has(id);
  });
}

/** Marks that call a note which the template does not have are taken out: Word refuses such a file. */
export function missingNotes(notes: XmlNode | undefined, kind: NoteKind): (id: string) => boolean {
  const there = new Set(childrenNamed(notes, `w:${kind}`).map(({ attributes }) => attributes.get('w:id')));
  return (id) => !there.has(id);
}

/** Added to our notes' ids, so that they follow the template's. */
export function noteOffset(notes: XmlNode | undefined, kind: NoteKind): number {
  return childrenNamed(notes, `w:${kind}`).reduce(
    (most, { attributes }) => Math.max(most, toNumber(attributes.get('w:id')) ?? 0),
    0,
  );
}

/** Adds our notes, which are XML already. */
export function addNotes(notes: XmlNode, ours: readonly OwnNote[]): void {
  for (const { xml } of ours) notes.children.push({ raw: xml });
}
