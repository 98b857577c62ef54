import { sectionsOf } from './sections.js';
import { child, descendants, toggleOf, toNumber, valOf, type XmlNode } from './xml-tree.js';

/** Breaks in a section: those that are written, and those that Word found when it last set the pages. */
interface Breaks {
  written: number;
  rendered: number;
}

/**
 * The number of the page on which a paragraph stands, as far as the template tells: by its breaks and sections, by
 * where they begin to count, and by the marks that Word leaves where its pages ended.
 *
 * @param place Undefined: the beginning of the last section, which is all that is left.
 */
export function startPage(body: XmlNode, place: XmlNode | undefined): number {
  const sections = sectionsOf(body);
  if (!place) return firstNumber(sections.at(-1)) ?? 1;
  let page = firstNumber(sections[0]) ?? 1;
  let breaks: Breaks = { written: 0, rendered: 0 };
  let ended = 0;
  for (const element of descendants(body)) {
    if (element === place) break;
    if (element.name !== 'w:sectPr') count(element, breaks);
    else {
      ended += 1;
      const next = sections[ended];
      const type = valOf(next, 'w:type') ?? 'nextPage';
      const isBreak = type !== 'continuous' && type !== 'nextColumn';
      page = firstNumber(next) ?? following(page + pagesOf(breaks), type);
      // the mark of the page that the section begins stands in it
      breaks = { written: 0, rendered: isBreak ? -1 : 0 };
    }
  }
  return page + pagesOf(breaks);
}

const pagesOf = ({ written, rendered }: Breaks): number => Math.max(written, rendered, 0);

function count(element: XmlNode, breaks: Breaks): void {
  if (element.name === 'w:lastRenderedPageBreak') breaks.rendered += 1;
  const isBreak = element.name === 'w:br' && element.attributes.get('w:type') === 'page';
  const opensPage = element.name === 'w:pPr' && toggleOf(element, 'w:pageBreakBefore') === true;
  if (isBreak || opensPage) breaks.written += 1;
}

function firstNumber(section: XmlNode | undefined): number | undefined {
  const start = toNumber(child(section, 'w:pgNumType')?.attributes.get('w:start'));
  return start === undefined ? undefined : Math.max(0, start);
}

/** The page that a section begins after another one. */
function following(page: number, type: string): number {
  if (type === 'continuous' || type === 'nextColumn') return page;
  const isWrong = (type === 'oddPage' && page % 2 === 1) || (type === 'evenPage' && page % 2 === 0);
  return page + (isWrong ? 2 : 1);
}

/** Whether a page ends between two blocks of a body. */
export function breaksBetween(body: XmlNode, first: XmlNode, last: XmlNode): boolean {
  let isBetween = false;
  for (const element of descendants(body)) {
    if (element === last) return false;
    if (element === first) isBetween = true;
    if (!isBetween) continue;
    const breaks = { written: 0, rendered: 0 };
    count(element, breaks);
    if (element.name === 'w:sectPr' || breaks.written > 0) return true;
  }
  return false;
}
