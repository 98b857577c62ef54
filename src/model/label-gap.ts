import type { NumberingScheme, SectionLabel } from './article.js';

/**
 * Schemes whose label bears no mark of its own and is parted from its text by one em: 第一章　总则, 1.2　范围.
 * @see GB/T 15834-2011, annex B
 */
const SPACED: ReadonlySet<NumberingScheme> = new Set([
  'volume',
  'chapter',
  'section',
  'article',
  'decimal',
  'bare',
]);

/** What is set between a label and its text: an ideographic space, a plain one after A., or nothing after 一、. */
export function labelGap(label: SectionLabel): '' | ' ' | '\u3000' {
  if (/[、:\uFF1A\s]$/u.test(label.text)) return '';
  if (SPACED.has(label.scheme)) return '\u3000';
  return label.scheme === 'latin' ? ' ' : '';
}
