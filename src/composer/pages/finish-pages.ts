import { moveItem } from '../flow/flow-block.js';
import type { FlowDocument } from '../flow/flow-context.js';
import type { HeadingPlace, Page, PageItem } from '../page.js';
import { fillSlot } from './leader.js';
import type { RawPage } from './paginate.js';
import { runningItems } from './running.js';

/** Pages in their final coordinates, with page numbers in the contents, running heads and folios. */
export function finishPages(
  pages: readonly RawPage[],
  headings: readonly HeadingPlace[],
  document: FlowDocument,
): Page[] {
  const { page: setup } = document.sheet;
  const sections = currentSections(pages.length, headings);
  return pages.map((page, index): Page => {
    const number = index + 1;
    const leftPt = setup.facing && number % 2 === 0 ? setup.marginOuterPt : setup.marginInnerPt;
    const items = page.items.flatMap((item): PageItem[] => {
      const moved = moveItem(item, leftPt, setup.marginTopPt);
      if (moved.type !== 'pageNumberSlot') return [moved];
      const label = headings[moved.heading - 1]?.pageLabel ?? '';
      return fillSlot(moved, label, document);
    });
    const running = runningItems(
      {
        number,
        count: pages.length,
        isOpener: page.isOpener,
        isBlank: page.isBlank,
        section: sections[index] ?? '',
        leftPt,
      },
      document,
    );
    return {
      widthPt: setup.widthPt,
      heightPt: setup.heightPt,
      label: String(number),
      items: [...items, ...running],
    };
  });
}

/** For each page the first top heading that begins on it, or the one that goes on. */
function currentSections(count: number, headings: readonly HeadingPlace[]): string[] {
  const started = new Map<number, string>();
  const last = new Map<number, string>();
  for (const { page, level, text } of headings) {
    if (level !== 1) continue;
    if (!started.has(page)) started.set(page, text);
    last.set(page, text);
  }
  let current = '';
  return Array.from({ length: count }, (_, page) => {
    const shown = started.get(page) ?? current;
    current = last.get(page) ?? current;
    return shown;
  });
}
