import type { FileChild, IParagraphOptions } from 'docx';
import type { Block, Inline, List, ListItem } from '../../model/index.js';
import { toTwips } from '../../style/index.js';
import {
  type ItemNumber,
  itemNumbers,
  LAST_LEVEL,
  type LabelPlace,
  labelOf,
  taskSign,
} from './list-numbers.js';
import type { Manuscript, Place } from './manuscript.js';
import { paragraph } from './paragraphs.js';
import { indentation } from './style-look.js';
import { textWidthEm } from './text-width.js';
import { w } from './xml.js';

/** A list as numbered paragraphs; nested blocks of an item stand under its text. */
export function listParagraphs(manuscript: Manuscript, list: List, place: Place): FileChild[] {
  return beginsParagraphs(manuscript, list, place)
    ? numberedParagraphs(manuscript, list, place)
    : hangingItems(manuscript, list, place);
}

function hangingItems(manuscript: Manuscript, list: List, place: Place): FileChild[] {
  const level = Math.min(place.listDepth, LAST_LEVEL);
  const emTwips = toTwips(manuscript.sheet.styles['list-item'].sizePt);
  const hanging = Math.round(labelWidthEm(list) * emTwips);
  const gap = Math.round(LABEL_GAP_EM * emTwips);
  const left = (place.leftTwips ?? 0) + hanging;
  // The level of the list brings its own indent; only a list inside other blocks stands elsewhere.
  const ownIndent = left === hanging * (level + 1) ? {} : { indent: { left, hanging: gap } };
  const numbers = itemNumbers(manuscript, list, level, hangingPlace(hanging, gap));
  const here: Place = { ...place, style: 'list-item', leftTwips: left, listDepth: place.listDepth + 1 };
  return itemParagraphs(manuscript, list, numbers, here, (number) => {
    if (number.by === 'list') return { ...listOption(number.listId, level), ...ownIndent };
    return { indent: number.text === '' ? { left, firstLine: 0 } : { left, hanging } };
  });
}

/** Labels end half an em before the text, each level one label's width further in: 9. and 10. align by their points. */
function hangingPlace(hanging: number, gap: number): LabelPlace {
  return {
    key: `list-${hanging}-${gap}`,
    at: (depth) => ({
      indent: w('ind', { left: hanging * (depth + 1), hanging: gap }),
      tab: true,
      endsAtIndent: true,
    }),
  };
}

/** Whether the numbers of a list begin paragraphs here; as in the PDF. */
function beginsParagraphs({ sheet }: Manuscript, { items }: List, place: Place): boolean {
  return (
    sheet.list.numbered === 'paragraphs' &&
    place.style === 'body' &&
    place.listDepth === 0 &&
    items.length > 0 &&
    items.every(({ label, checked }) => label !== undefined && checked === undefined)
  );
}

/**
 * Items as paragraphs of the text that begin with their numbers: first lines are indented, others begin at the edge.
 *
 * @see GB/T 9704-2012, 7.3.3
 */
function numberedParagraphs(manuscript: Manuscript, list: List, place: Place): FileChild[] {
  const { sheet } = manuscript;
  const indent = indentation(sheet.styles.body, sheet) || w('ind', { left: 0, firstLine: 0 });
  const numbers = itemNumbers(manuscript, list, 0, { key: 'paragraphs', at: () => ({ indent, tab: false }) });
  const here: Place = { ...place, listDepth: place.listDepth + 1 };
  return itemParagraphs(manuscript, list, numbers, here, (number) =>
    number.by === 'list' ? listOption(number.listId, 0) : {},
  );
}

function listOption(listId: number, level: number): IParagraphOptions {
  return { numbering: { reference: `list-${listId}`, level } };
}

/** The items, each with its number, and what else they hold. */
function itemParagraphs(
  manuscript: Manuscript,
  list: List,
  numbers: readonly ItemNumber[],
  here: Place,
  optionsOf: (number: ItemNumber) => IParagraphOptions,
): FileChild[] {
  const { leftTwips, ...labelled }: Place = here;
  return list.items.flatMap((item, index) => {
    const number = numbers[index] ?? { by: 'text', text: '' };
    const first = firstText(item.children);
    const label = labelText(list, index, number, leftTwips !== undefined);
    return [
      paragraph(manuscript, [...label, ...(first?.children ?? [])], labelled, optionsOf(number)),
      ...manuscript.write(first ? item.children.slice(1) : item.children, here),
    ];
  });
}

/** What is typed before an item: the number that Word does not count, and the box of a task that has a number. */
function labelText(list: List, index: number, number: ItemNumber, hangs: boolean): Inline[] {
  const item = list.items[index] as ListItem;
  const sign = labelOf(item, list, index) ? taskSign(item) : undefined;
  const written = number.by === 'text' ? number.text : '';
  const typed = hangs && written !== '' ? `${written.trimEnd()}\t` : written;
  const text = `${typed}${sign === undefined ? '' : `${sign} `}`;
  return text === '' ? [] : [{ type: 'text', text }];
}

function firstText(blocks: readonly Block[]): { readonly children: readonly Inline[] } | undefined {
  return blocks[0]?.type === 'paragraph' ? blocks[0] : undefined;
}

/** Between a label and its text, and the least and most room for both; as in the PDF. */
const LABEL_GAP_EM = 0.5;
const LEAST_LABEL_EM = 2;
const MOST_LABEL_EM = 8;

/** Room for the widest label, in whole ems. */
function labelWidthEm(list: List): number {
  const widest = list.items.reduce(
    (most, item, index) => Math.max(most, textWidthEm(labelOf(item, list, index)?.text ?? '')),
    0,
  );
  return Math.min(MOST_LABEL_EM, Math.max(LEAST_LABEL_EM, Math.ceil(widest + LABEL_GAP_EM)));
}
