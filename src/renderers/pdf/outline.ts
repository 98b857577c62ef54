import type { HeadingPlace } from '../../composer/index.js';
import type { PackedDocument } from './packed-document.js';
import { type PdfReference, pdfText } from './pdfkit-internals.js';

/** A document with more headings than this opens with the inner levels of its outline folded. */
const MOST_UNFOLDED = 40;

/** A page that headings lead to. */
export interface OutlinePage {
  readonly reference: PdfReference;
  readonly heightPt: number;
}

interface OutlineItem {
  readonly reference: PdfReference;
  readonly level: number;
  readonly children: OutlineItem[];
}

/**
 * Writes the outline (bookmarks). A heading belongs to the nearest one before it with a smaller level, so a level
 * that is skipped leaves no gap.
 *
 * @see ISO 32000-1, 12.3.3
 */
export function writeOutline(
  document: PackedDocument,
  headings: readonly HeadingPlace[],
  pages: readonly OutlinePage[],
): void {
  if (headings.length === 0) return;
  const root: OutlineItem = { reference: document.ref({ Type: 'Outlines' }), level: 0, children: [] };
  const open: OutlineItem[] = [root];
  for (const heading of headings) {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    const parent = open.at(-1) ?? root;
    const item = { reference: document.ref(), level: heading.level, children: [] };
    const page = pages[heading.page];
    Object.assign(item.reference.data, {
      Title: pdfText(heading.text),
      Parent: parent.reference,
      ...(page && { Dest: destination(page, heading.yPt) }),
    });
    parent.children.push(item);
    open.push(item);
  }
  link(root, headings.length <= MOST_UNFOLDED);
  Object.assign(document._root.data, { Outlines: root.reference, PageMode: 'UseOutlines' });
}

/** Keeps zoom and left edge of the view; pdfkit's own would scroll to the right. */
export function destination(
  page: OutlinePage,
  yPt: number,
): readonly [PdfReference, 'XYZ', null, number, null] {
  return [page.reference, 'XYZ', null, page.heightPt - yPt, null];
}

/** Chains the children of an item, counts them, and returns how many are visible when it is open. */
function link(item: OutlineItem, isUnfolded: boolean): number {
  const { reference, children } = item;
  let visible = children.length;
  for (const [index, child] of children.entries()) {
    const below = link(child, isUnfolded);
    if (isUnfolded) visible += below;
    child.reference.data.Prev = children[index - 1]?.reference;
    child.reference.data.Next = children[index + 1]?.reference;
    child.reference.end();
  }
  const isOpen = isUnfolded || item.level === 0;
  if (children.length > 0) {
    Object.assign(reference.data, {
      First: children[0]?.reference,
      Last: children.at(-1)?.reference,
      Count: isOpen ? visible : -visible,
    });
  }
  if (item.level === 0) reference.end();
  return visible;
}
