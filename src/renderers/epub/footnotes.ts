import { writeBlocks } from './blocks.js';
import type { WritingContext } from './context.js';
import { writeInlines } from './inlines.js';
import type { PlacedNote } from './notes.js';
import { element, type XmlElement, type XmlNode } from './xml.js';

/**
 * The notes that a page has to hold, as readers show them in a window of their own. A note may point to further
 * notes, which then stand behind it.
 *
 * @param withUnreferenced Add the notes that nothing refers to.
 */
export function footnoteElements(context: WritingContext, withUnreferenced: boolean): XmlElement[] {
  const { notes } = context.record;
  const { paragraphClass: _outer, ...outside } = context;
  const inside: WritingContext = { ...outside, nested: true };
  const written: XmlElement[] = [];
  const writeAll = (): void => {
    for (let waiting = notes.takeWaiting(); waiting.length > 0; waiting = notes.takeWaiting()) {
      written.push(...waiting.map((note) => writeNote(note, inside)));
    }
  };
  writeAll();
  if (withUnreferenced) {
    written.push(...notes.takeUnreferenced().map((note) => writeNote(note, inside)));
    writeAll();
  }
  return written;
}

function writeNote(placed: PlacedNote, context: WritingContext): XmlElement {
  const [first, ...rest] = placed.note.children;
  const number = backLink(placed, context);
  const body =
    first?.type === 'paragraph'
      ? [element('p', {}, [number, ...writeInlines(first.children, context)]), ...writeBlocks(rest, context)]
      : [element('p', {}, [number]), ...writeBlocks(placed.note.children, context)];
  return element(
    'aside',
    { class: 'note', id: placed.id, 'epub:type': 'footnote', role: 'doc-footnote' },
    body,
  );
}

/** The number of the note, which leads back to its mark. */
function backLink({ number, markId }: PlacedNote, { words }: WritingContext): XmlNode {
  const text = `[${number}]`;
  if (markId === undefined) return `${text} `;
  return element(
    'a',
    {
      class: 'note-number',
      href: `#${markId}`,
      role: 'doc-backlink',
      'aria-label': `${words.noteMark} ${number}\uFF0C${words.backToText}`,
    },
    [text],
  );
}
