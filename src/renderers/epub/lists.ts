import type { List, ListItem } from '../../model/index.js';
import { labelGap } from '../../model/index.js';
import type { BlockWriter, WritingContext } from './context.js';
import { writeInlines } from './inlines.js';
import { element, type XmlElement, type XmlNode } from './xml.js';

/**
 * A list whose numbers are text as the author wrote them, since a reader's own would turn 一、 or ① into 1. Only
 * a list without labels is left to the reader.
 */
export function writeList(
  list: List,
  context: WritingContext,
  writeBlocks: BlockWriter,
): XmlElement | undefined {
  if (list.items.length === 0) return undefined;
  const isLabelled = list.items.some(hasLabel);
  const inside: WritingContext = { ...context, paragraphClass: 'list-item', nested: true };
  return element(
    list.ordered ? 'ol' : 'ul',
    // a list without markers is no list to some screen readers unless it says so
    isLabelled ? { role: 'list' } : {},
    list.items.map((item) => writeItem(item, inside, writeBlocks)),
  );
}

function writeItem(item: ListItem, context: WritingContext, writeBlocks: BlockWriter): XmlElement {
  const label = itemLabel(item, context);
  const attributes = { class: hasLabel(item) ? 'labelled' : undefined };
  const [first, ...rest] = item.children;
  if (first?.type === 'paragraph') {
    const line = [...label, ...writeInlines(first.children, context)];
    return element('li', attributes, [
      element('p', { class: 'list-item' }, line),
      ...writeBlocks(rest, context),
    ]);
  }
  const line = label.length > 0 ? [element('p', { class: 'list-item' }, label)] : [];
  return element('li', attributes, [...line, ...writeBlocks(item.children, context)]);
}

function hasLabel({ label, checked }: ListItem): boolean {
  return label !== undefined || checked !== undefined;
}

function itemLabel({ label, checked }: ListItem, { words }: WritingContext): XmlNode[] {
  const box =
    checked === undefined
      ? []
      : [
          element('span', { class: 'label', role: 'img', 'aria-label': checked ? words.done : words.open }, [
            checked ? '☑' : '☐',
          ]),
        ];
  const number = label ? [element('span', { class: 'label' }, [label.text + labelGap(label)])] : [];
  return [...box, ...number];
}
