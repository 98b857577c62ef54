import type { IndexTerm } from '../../model/index.js';
import type { TermPage } from '../page.js';

/** Pages that follow each other are joined from so many on: on two the thing may be spoken of twice. */
const LEAST_RANGE = 3;

/** A page as the index prints it; `joins` binds it with the one before. */
export interface TermLink {
  readonly label: string;
  readonly place: string;
  readonly joins: boolean;
}

/** The name of the place where a term is marked. */
export const termPlace = (number: number): string => `index-${number}`;

/** Between a page and the one before it. */
export const joint = ({ joins }: TermLink): string => (joins ? '\u2014' : '、');

/** Every page once, in order; three and more that follow each other as the first and the last. */
export function linksOf(
  marks: readonly IndexTerm[],
  numbers: ReadonlyMap<IndexTerm, number>,
  termPages: ReadonlyMap<string, TermPage>,
): TermLink[] {
  const runs: (TermPage & { readonly place: string })[][] = [];
  for (const page of pagesOf(marks, numbers, termPages)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && last.index + 1 === page.index && last.series === page.series) run.push(page);
    else runs.push([page]);
  }
  return runs.flatMap((run) => {
    const ends = run.length < LEAST_RANGE ? run : [run[0], run.at(-1)];
    return ends.flatMap((page, index) =>
      page ? [{ label: page.label, place: page.place, joins: index > 0 && run.length >= LEAST_RANGE }] : [],
    );
  });
}

/** Notes are marked after all text, so that pages come in any order. */
function pagesOf(
  marks: readonly IndexTerm[],
  numbers: ReadonlyMap<IndexTerm, number>,
  termPages: ReadonlyMap<string, TermPage>,
): (TermPage & { readonly place: string })[] {
  const pages = new Map<number, TermPage & { readonly place: string }>();
  for (const mark of marks) {
    const place = termPlace(numbers.get(mark) ?? 0);
    const page = termPages.get(place);
    if (page && !pages.has(page.index)) pages.set(page.index, { ...page, place });
  }
  return [...pages.values()].sort((one, other) => one.index - other.index);
}
