import type { FactReason, RemovedText } from '../report.js';
import { parseDate } from './dates.js';

/**
 * The one day that stands alone among the site's lines below a text: 完, 2017年11月18日（星期六）. It counts when nothing else
 * says when; where several stand, they are of other pages.
 */
export function lastDayFact(removed: readonly RemovedText[], lastLine: number): FactReason[] {
  const days = removed.flatMap(({ line, text, rule }) => {
    const day = line > lastLine && rule !== 'metadata' ? parseDate(text.trim()) : undefined;
    return day === undefined ? [] : [{ day, line }];
  });
  const [only] = days;
  return only && days.length === 1
    ? [{ fact: 'publishedOn', value: only.day, line: only.line, rule: 'below-text' }]
    : [];
}
