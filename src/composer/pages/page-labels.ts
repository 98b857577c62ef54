import type { PageNumberRules } from '../../style/index.js';
import { formatPageNumber } from './page-numeral.js';
import type { RawPage } from './paginate.js';

/** What is printed for a page, and for the last page of those that are counted with it. */
export interface PageLabel {
  readonly page: string;
  readonly pages: string;
}

/** The label of every page. Those before the text are counted on their own, where the template says how. */
export function labelPages(pages: readonly RawPage[], { style, front }: PageNumberRules): PageLabel[] {
  const textStart =
    front === 'continuous'
      ? 0
      : Math.max(
          0,
          pages.findIndex((page) => page.startsText),
        );
  return pages.map((_, index) => {
    const isFront = index < textStart && front !== 'continuous';
    const [first, end] = isFront ? [0, textStart] : [textStart, pages.length];
    const look = isFront ? front : style;
    return { page: formatPageNumber(index - first + 1, look), pages: formatPageNumber(end - first, look) };
  });
}
