import type { Article, Block, NumberingScheme, Part, Section, SectionLabel } from '../model/index.js';
import { relabel } from './format-label.js';

/** `keep`: as written. `renumber`: counted afresh, in the author's style. `none`: headings lose their numbers. */
export type NumberingPolicy = 'keep' | 'renumber' | 'none';

/**
 * Applies a numbering policy to the headings of an article. Renumbering closes gaps and mends repeats; a series
 * begins again where the author began it again at one. A heading that is nothing but its number keeps it.
 */
export function renumber(article: Article, policy: NumberingPolicy): Article {
  if (policy === 'keep') return article;
  const parts = article.parts.map((part): Part => ({ ...part, children: pass(part.children, policy) }));
  return { ...article, lead: pass(article.lead, policy), parts };
}

function pass(blocks: readonly Block[], policy: 'renumber' | 'none', parent = ''): Block[] {
  const lastByScheme = new Map<NumberingScheme, number>();
  return blocks.map((block) => {
    if (block.type !== 'section') return block;
    const label = block.label && nextLabel(block.label, lastByScheme, parent);
    const children = pass(block.children, policy, label?.numeral ?? '');
    if (policy === 'none' && block.heading.length > 0) return withoutLabel(block, children);
    return policy === 'renumber' && label ? { ...block, label, children } : { ...block, children };
  });
}

function nextLabel(
  label: SectionLabel,
  lastByScheme: Map<NumberingScheme, number>,
  parent: string,
): SectionLabel {
  const ordinal = label.ordinal === 1 ? 1 : (lastByScheme.get(label.scheme) ?? label.ordinal - 1) + 1;
  lastByScheme.set(label.scheme, ordinal);
  const next = relabel(label, ordinal);
  // 1.2 under a 1 that has become 3 is 3.2
  if (label.scheme !== 'decimal' || !/^[0-9.]+$/u.test(parent)) return next;
  const numeral = `${parent}.${ordinal}`;
  return { ...next, numeral, text: next.text.replace(next.numeral, numeral) };
}

function withoutLabel({ label: _label, ...section }: Section, children: readonly Block[]): Section {
  return { ...section, children };
}
