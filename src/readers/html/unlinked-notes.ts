import { isElement } from './elements.js';
import { NOTES_HEADING, type NoteMark } from './note-mark.js';
import { childrenOf, elementsIn, following, type HtmlElement, shortTextIn } from './tree.js';

const LONGEST_MARK = 8;
/** Raised numbers without brackets may be powers. */
const MARK = /^[[〔【]\s?(\d{1,3})\s?[\]〕】]$/u;

/**
 * Notes that no link leads to: raised numbers in brackets, and under a title of notes (参考资料) one list with an item
 * for each of them. Pages lose such links when they are copied, and 百科 never writes them as addresses.
 */
export function findUnlinked(root: HtmlElement): NoteMark[] {
  const marks: { readonly mark: HtmlElement; readonly text: string; readonly number: number }[] = [];
  let items: readonly HtmlElement[] = [];
  for (const element of elementsIn(root)) {
    const text = shortTextIn(element, LONGEST_MARK)?.trim() ?? '';
    const [, number] = element.tag === 'sup' ? (MARK.exec(text) ?? []) : [];
    if (number !== undefined) marks.push({ mark: element, text, number: Number(number) });
    else if (marks.length > 0 && NOTES_HEADING.test(text.replace(/\s/gu, ''))) items = itemsBelow(element);
  }
  const references = marks.flatMap(({ mark, text, number }) => {
    const item = items[number - 1];
    return item && saysNumber(item, number) ? [{ mark, item, text }] : [];
  });
  return references.length === marks.length ? references : [];
}

/** Items of the list that stands below a title, or in the box below it. */
function itemsBelow(title: HtmlElement): HtmlElement[] {
  let node = title.next;
  while (node?.type === 'text' && node.text.trim() === '') node = node.next;
  if (!isElement(node)) return [];
  const lists = [node, ...elementsIn(node)].filter(({ tag }) => tag === 'ul' || tag === 'ol');
  const [list] = lists;
  return list && lists.length === 1 ? [...childrenOf(list)].filter((child) => isElement(child, 'li')) : [];
}

/** The item counts by its list, or prints its own number. */
function saysNumber(item: HtmlElement, number: number): boolean {
  const [, printed] =
    /^\s*[[(\uFF08〔【]?\s*(\d{1,3})\s*[\])\uFF09〕】.\u3001\uFF0E]/u.exec(beginning(item)) ?? [];
  return printed === undefined ? item.parent?.tag === 'ol' : Number(printed) === number;
}

function beginning(item: HtmlElement): string {
  let text = '';
  for (let node = item.first; node && text.trim().length < LONGEST_MARK; node = following(node, item, true))
    if (node.type === 'text') text += node.text;
  return text.slice(0, 4 * LONGEST_MARK);
}
