import { parseLabel } from '../../numbering/index.js';
import { sliceInlines } from '../inline-text.js';
import type { Row } from '../row.js';
import { surveyOf } from '../survey.js';
import type { Found, Heading } from './headings.js';
import { headingDepths } from './levels.js';
import { looseDecimals } from './loose-decimals.js';

/** What the source itself marks as a heading. */
export function markedHeadings(rows: readonly Row[]): Found[] {
  if (!surveyOf(rows).hasHeading) return [];
  const loose = looseDecimals(rows);
  return rows.flatMap((row, at): Found[] => {
    if (row.type !== 'line' || row.headingLevel === undefined) return [];
    const label = parseLabel(row.text) ?? loose.get(row);
    const heading = label ? sliceInlines(row.inlines, label.restAt) : row.inlines;
    const next = row.runsOn ? rows[at + 1] : undefined;
    const runIn = next?.type === 'line' && next.headingLevel === undefined ? next : undefined;
    return [
      {
        at,
        rowsTaken: runIn ? 2 : 1,
        row,
        heading,
        score: 9,
        cues: ['+markup'],
        key: '',
        run: 0,
        ...(label && { label: label.label }),
        ...(runIn && { runIn }),
      },
    ];
  });
}

/** Depths by the levels of the markup, closed up where one is skipped; what was found between two stands under the first. */
export function withDepths(marked: readonly Found[], between: readonly Found[]): Heading[] {
  const stack: number[] = [];
  let next = 0;
  const inner = (end: number): Heading[] => {
    const start = next;
    while ((between[next]?.at ?? Number.POSITIVE_INFINITY) < end) next++;
    const found = between.slice(start, next);
    const depths = headingDepths(found);
    return found.map((heading, index) => ({ ...heading, depth: stack.length + (depths[index] ?? 1) }));
  };
  const headings = marked.flatMap((heading): Heading[] => {
    const before = inner(heading.at);
    const { headingLevel = 1 } = heading.row;
    while ((stack.at(-1) ?? 0) >= headingLevel) stack.pop();
    stack.push(headingLevel);
    return [...before, { ...heading, depth: stack.length }];
  });
  return [...headings, ...inner(Number.POSITIVE_INFINITY)];
}
