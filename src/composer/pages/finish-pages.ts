import type { FlowDocument } from '../flow/flow-context.js';
import type { HeadingPlace, Page, PageItem, Place } from '../page.js';
import { fillSlot } from './leader.js';
import type { PageLabel } from './page-labels.js';
import type { RawPage } from './paginate.js';
import { placeItem, typeArea } from './place-items.js';
import { runningItems } from './running.js';

/** What running heads and contents refer to. */
export interface Landmarks {
  readonly headings: readonly HeadingPlace[];
  /** Where the index of terms begins. */
  readonly index: Place | undefined;
}

/** Pages in their final coordinates, with page numbers in the contents, running heads and folios. */
export function finishPages(
  pages: readonly RawPage[],
  labels: readonly PageLabel[],
  { headings, index: place }: Landmarks,
  document: FlowDocument,
): Page[] {
  const { page: setup, direction, index: indexRules } = document.sheet;
  const index = place && { page: place.page, level: 1, text: withoutBlanks(indexRules.title) };
  const sections = currentSections(pages.length, index ? [...headings, index] : headings);
  return pages.map((page, index): Page => {
    const number = index + 1;
    const area = typeArea(document.sheet, number);
    const items: PageItem[] = [];
    for (const item of page.items) {
      if (item.type !== 'pageNumberSlot') items.push(placeItem(item, area, direction));
      else {
        const label = headings[item.heading - 1]?.pageLabel ?? '';
        for (const filled of fillSlot(item, label, document)) items.push(placeItem(filled, area, direction));
      }
    }
    const running = runningItems(
      {
        number,
        label: labels[index] ?? { page: '', pages: '' },
        isOpener: page.isOpener || isPlate(page, document),
        isBlank: page.isBlank,
        section: sections[index] ?? '',
        area,
      },
      document,
    );
    for (const item of running) items.push(item);
    return { widthPt: setup.widthPt, heightPt: setup.heightPt, label: labels[index]?.page ?? '', items };
  });
}

/** A picture that fills a page has no head over it (JLREQ 2.6.3). */
const PLATE_SHARE = 0.8;

function isPlate({ items }: RawPage, { grid, sheet }: FlowDocument): boolean {
  return items.some(
    (item) =>
      item.type === 'image' &&
      item.heightPt >= PLATE_SHARE * grid.areaPt &&
      item.widthPt >= sheet.page.measurePt / 2,
  );
}

/** 索　引 is spaced as a title; over a page it is a word. */
const withoutBlanks = (title: string): string => title.replace(/\s+/gu, '');

/** For each page the first top heading that begins on it, or the one that goes on. */
function currentSections(
  count: number,
  headings: readonly Pick<HeadingPlace, 'page' | 'level' | 'text'>[],
): string[] {
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
