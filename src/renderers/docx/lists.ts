import type { FileChild, IParagraphOptions } from 'docx';
import type { Block, Inline, List, ListItem } from '../../model/index.js';
import { toTwips } from '../../style/index.js';
import { uniformKey } from './list-book.js';
import type { Manuscript, Place } from './manuscript.js';
import { type LabelShape, labelShape, shapeKey, typedLabel } from './number-formats.js';
import { paragraph } from './paragraphs.js';
import { textWidthEm } from './text-width.js';
import { w } from './xml.js';

/** Word has nine levels; deeper lists share the last. */
const LAST_LEVEL = 8;

/** Signs before items without a number, by depth. */
const BULLETS = ['•', '◦', '▪'] as const;

const TASK_SIGNS = { done: '☑', open: '☐' } as const;

/** A list as numbered paragraphs; nested blocks of an item stand under its text. */
export function listParagraphs(manuscript: Manuscript, list: List, place: Place): FileChild[] {
  const level = Math.min(place.listDepth, LAST_LEVEL);
  const widthEm = labelWidthEm(list);
  const emTwips = toTwips(manuscript.sheet.styles['list-item'].sizePt);
  const hanging = Math.round(widthEm * emTwips);
  const gap = Math.round(LABEL_GAP_EM * emTwips);
  const left = (place.leftTwips ?? 0) + hanging;
  // The level of the list brings its own indent; only a list inside other blocks stands elsewhere.
  const ownIndent = left === hanging * (level + 1) ? {} : { indent: { left, hanging: gap } };
  const numbers = itemNumbers(manuscript, list, level, { hanging, gap });
  const here: Place = { ...place, style: 'list-item', leftTwips: left, listDepth: place.listDepth + 1 };
  const { leftTwips: _left, ...labelled }: Place = here;
  return list.items.flatMap((item, index) => {
    const number = numbers[index] ?? { by: 'text', text: '' };
    const first = firstText(item.children);
    const options: IParagraphOptions =
      number.by === 'list'
        ? { numbering: { reference: `list-${number.listId}`, level }, ...ownIndent }
        : { indent: number.text === '' ? { left, firstLine: 0 } : { left, hanging } };
    const label: Inline[] =
      number.by === 'text' && number.text !== '' ? [{ type: 'text', text: `${number.text}\t` }] : [];
    return [
      paragraph(manuscript, [...label, ...(first?.children ?? [])], labelled, options),
      ...manuscript.write(first ? item.children.slice(1) : item.children, here),
    ];
  });
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
  const widest = list.items.reduce((most, item) => Math.max(most, textWidthEm(item.label?.text ?? '')), 0);
  return Math.min(MOST_LABEL_EM, Math.max(LEAST_LABEL_EM, Math.ceil(widest + LABEL_GAP_EM)));
}

type ItemNumber =
  | { readonly by: 'list'; readonly listId: number }
  | { readonly by: 'text'; readonly text: string };

/** In twips: room for a label and its gap, and the gap alone. */
interface LabelRoom {
  readonly hanging: number;
  readonly gap: number;
}

/** Word counts the items whose labels are in sequence from the first on; others keep their label as text. */
function itemNumbers(manuscript: Manuscript, list: List, level: number, room: LabelRoom): ItemNumber[] {
  if (!list.ordered) return list.items.map((item) => bulletOrSign(manuscript, item, room));
  if (manuscript.typesNumbers)
    return list.items.map(({ label }) => ({ by: 'text', text: typedLabel(label) }));
  let series: { readonly key: string; readonly listId: number; count: number } | undefined;
  return list.items.map((item): ItemNumber => {
    const shape = item.label && labelShape(item.label);
    const ordinal = item.label?.ordinal ?? 0;
    if (!shape || shape.levelsAbove > 0) return { by: 'text', text: typedLabel(item.label) };
    series ??= {
      key: shapeKey(shape),
      listId: numberedList(manuscript, shape, level, ordinal, room),
      count: ordinal - 1,
    };
    if (series.key !== shapeKey(shape) || ordinal !== series.count + 1) {
      return { by: 'text', text: typedLabel(item.label) };
    }
    series.count = ordinal;
    return { by: 'list', listId: series.listId };
  });
}

function numberedList(
  { lists }: Manuscript,
  shape: LabelShape,
  level: number,
  start: number,
  room: LabelRoom,
): number {
  const key = uniformKey(`list-${room.hanging}-${room.gap}`, shape);
  const definitionId = lists.defineOnce(key, () => levels(room, () => ({ shape })));
  return lists.add(definitionId, new Map([[level, start]]));
}

function bulletOrSign(manuscript: Manuscript, item: ListItem, room: LabelRoom): ItemNumber {
  if (item.checked !== undefined)
    return { by: 'text', text: item.checked ? TASK_SIGNS.done : TASK_SIGNS.open };
  const { lists } = manuscript;
  const listId = lists.addOnce(`bullets-${room.hanging}-${room.gap}`, () =>
    levels(room, (depth) => ({ bullet: BULLETS[depth % BULLETS.length] ?? BULLETS[0] })),
  );
  return { by: 'list', listId };
}

/**
 * Nine levels that print alike, each one label's width further in. Labels end half an em before the text, as in the
 * PDF: 9. and 10. align by their points.
 */
function levels(
  { hanging, gap }: LabelRoom,
  label: (depth: number) => { readonly shape: LabelShape } | { readonly bullet: string },
): Parameters<Manuscript['lists']['define']>[0] {
  return Array.from({ length: LAST_LEVEL + 1 }, (_, depth) => ({
    ...label(depth),
    indent: w('ind', { left: hanging * (depth + 1), hanging: gap }),
    tab: true,
    endsAtIndent: true as const,
  }));
}
