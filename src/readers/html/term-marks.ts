import type { IndexTerm } from '../../model/index.js';

/** A term of the index without what it encloses. */
export type TermMark = Omit<IndexTerm, 'children'>;

/** Longer values are no terms. */
const LONGEST = 200;

/**
 * The term that an element marks: `data-index-term` (empty: its text is the term) with `data-index-sub` and
 * `data-index-reading`, or `data-type="indexterm"` of HTMLBook. `data-index` alone counts items on many a page.
 *
 * @param attribute Gives the value of an attribute; undefined where there is none.
 * @param textIn The text inside the element.
 * @see HTMLBook specification, "Indexterm"
 */
export function termMark(
  attribute: (name: string) => string | undefined,
  textIn: () => string,
): TermMark | undefined {
  const own = attribute('data-index-term');
  if (own !== undefined) {
    return toTerm(own.trim() === '' ? textIn() : own, {
      sub: attribute('data-index-sub'),
      reading: attribute('data-index-reading'),
    });
  }
  if (attribute('data-type')?.toLowerCase() !== 'indexterm') return undefined;
  return toTerm(attribute('data-primary') ?? '', {
    sub: attribute('data-secondary'),
    reading: attribute('data-primary-sortas') ?? attribute('data-sortas'),
  });
}

/** A term of what was written, white space made one; undefined when nothing is left. */
export function toTerm(
  written: string,
  more: { readonly sub?: string | undefined; readonly reading?: string | undefined },
): TermMark | undefined {
  const term = tidy(written);
  if (term === undefined) return undefined;
  const [sub, reading] = [tidy(more.sub), tidy(more.reading)];
  return {
    type: 'indexTerm',
    term,
    ...(sub !== undefined && { sub }),
    ...(reading !== undefined && { reading }),
  };
}

function tidy(written: string | undefined): string | undefined {
  const text = written?.replace(/\s+/gu, ' ').trim() ?? '';
  return text === '' || text.length > LONGEST ? undefined : text;
}
