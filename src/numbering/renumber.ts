import type { Diagnostic } from '../diagnostics.js';
import {
  type Article,
  type Block,
  type InlineChange,
  mapBlockInlines,
  type Note,
  type NumberingScheme,
  type Part,
  type Section,
  type SectionLabel,
} from '../model/index.js';
import { relabel } from './format-label.js';
import { applyEdits, joinedText } from './inline-edits.js';
import { type Numbered, NumberedHeadings } from './numbered.js';
import { type ReferenceTally, referenceEdits } from './references.js';

/** `keep`: as written. `renumber`: counted afresh, in the author's style. `none`: headings lose their numbers. */
export type NumberingPolicy = 'keep' | 'renumber' | 'none';

/** An article with other numbers, and what is to be said of its references. */
export interface Renumbered {
  readonly article: Article;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Applies a numbering policy to the headings of an article. Renumbering closes gaps and mends repeats; a series
 * begins again where the author began it again at one. A heading that is nothing but its number keeps it. References
 * in the text (见第三章) follow their headings; what another document is cited for stays as it is.
 */
export function renumber(article: Article, policy: NumberingPolicy): Renumbered {
  if (policy === 'keep') return { article, diagnostics: [] };
  const headings = new NumberedHeadings();
  const numbers = new Map<Section, Numbered>();
  const scopes = [article.lead, ...article.parts.map(({ children }) => children)].map((blocks) => {
    const scope = headings.add(headings.root);
    count(blocks, policy, scope, headings, numbers);
    return scope;
  });
  const tally: ReferenceTally = { followed: 0, unresolved: [], dropped: [] };
  const follow =
    (scope: Numbered): InlineChange =>
    (inlines) =>
      applyEdits(inlines, referenceEdits(joinedText(inlines), scope, headings, tally));
  const rewrite = (blocks: readonly Block[], scope: Numbered = headings.root): Block[] =>
    rewriteBlocks(blocks, scope, numbers, follow);
  return {
    article: {
      ...article,
      lead: rewrite(article.lead, scopes[0]),
      parts: article.parts.map(
        (part, index): Part => ({ ...part, children: rewrite(part.children, scopes[index + 1]) }),
      ),
      notes: article.notes.map((note): Note => ({ ...note, children: rewrite(note.children) })),
    },
    diagnostics: report(tally),
  };
}

/** Gives every numbered heading below its number, before any text is rewritten: references look ahead. */
function count(
  blocks: readonly Block[],
  policy: 'renumber' | 'none',
  parent: Numbered,
  headings: NumberedHeadings,
  numbers: Map<Section, Numbered>,
): void {
  const lastByScheme = new Map<NumberingScheme, number>();
  for (const section of blocks) {
    if (section.type !== 'section') continue;
    const { label } = section;
    const isDropped = policy === 'none' && section.heading.length > 0;
    const next =
      label && !isDropped ? nextLabel(label, policy, lastByScheme, parent.next?.numeral ?? '') : undefined;
    const numbered = headings.add(parent, label, next);
    numbers.set(section, numbered);
    count(section.children, policy, numbered, headings, numbers);
  }
}

function nextLabel(
  label: SectionLabel,
  policy: 'renumber' | 'none',
  lastByScheme: Map<NumberingScheme, number>,
  parent: string,
): SectionLabel {
  if (policy === 'none') return label;
  const ordinal = label.ordinal === 1 ? 1 : (lastByScheme.get(label.scheme) ?? label.ordinal - 1) + 1;
  lastByScheme.set(label.scheme, ordinal);
  const next = relabel(label, ordinal);
  // 1.2 under a 1 that has become 3 is 3.2
  if (label.scheme !== 'decimal' || !/^[0-9.]+$/u.test(parent)) return next;
  const numeral = `${parent}.${ordinal}`;
  return { ...next, numeral, text: next.text.replace(next.numeral, numeral) };
}

function rewriteBlocks(
  blocks: readonly Block[],
  scope: Numbered,
  numbers: ReadonlyMap<Section, Numbered>,
  follow: (scope: Numbered) => InlineChange,
): Block[] {
  return blocks.map((block): Block => {
    const numbered = block.type === 'section' ? numbers.get(block) : undefined;
    const change = follow(numbered ?? scope);
    if (block.type !== 'section' || !numbered) {
      return mapBlockInlines(block, change);
    }
    const { label: _label, ...section } = block;
    return {
      ...section,
      ...(numbered.next && { label: numbered.next }),
      heading: change(block.heading),
      children: rewriteBlocks(block.children, numbered, numbers, follow),
    };
  });
}

function report({ followed, unresolved, dropped }: ReferenceTally): Diagnostic[] {
  const some = (references: readonly string[]): string => [...new Set(references)].slice(0, 5).join('、');
  return [
    ...(followed > 0 ? [{ code: 'references-followed' as const, values: { count: followed } }] : []),
    ...(unresolved.length > 0
      ? [
          {
            code: 'references-ambiguous' as const,
            values: { count: unresolved.length, references: some(unresolved) },
          },
        ]
      : []),
    ...(dropped.length > 0
      ? [
          {
            code: 'references-to-dropped' as const,
            values: { count: dropped.length, references: some(dropped) },
          },
        ]
      : []),
  ];
}
