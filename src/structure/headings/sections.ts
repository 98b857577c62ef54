import type { Block, Inline, Section, SectionLabel } from '../../model/index.js';
import { toBlocks } from '../blocks/blocks.js';
import type { Row } from '../row.js';
import type { Heading } from './headings.js';

/** A section while it is being filled. */
interface Open {
  readonly depth: number;
  readonly children: Block[];
}

/** Nests the rows of one part under its headings. */
export function toSections(rows: readonly Row[], headings: readonly Heading[]): Block[] {
  const root: Open = { depth: 0, children: [] };
  const stack: Open[] = [root];
  const fill = (start: number, end: number): void => {
    const place = { opens: start === 0, closes: end === rows.length };
    if (start === end) return;
    // one by one: a section of 200,000 paragraphs is more than the arguments of one call may be
    for (const block of toBlocks(rows.slice(start, end), place)) stack.at(-1)?.children.push(block);
  };
  fill(0, headings[0]?.at ?? rows.length);
  for (const [index, heading] of headings.entries()) {
    while ((stack.at(-1)?.depth ?? 0) >= heading.depth) stack.pop();
    const children: Block[] = heading.runIn ? [{ type: 'paragraph', children: heading.runIn.inlines }] : [];
    stack.at(-1)?.children.push(section(heading, children));
    stack.push({ depth: heading.depth, children });
    fill(heading.at + heading.rowsTaken, headings[index + 1]?.at ?? rows.length);
  }
  return root.children;
}

function section(
  { label, heading, runIn }: { label?: SectionLabel; heading: readonly Inline[]; runIn?: unknown },
  children: Block[],
): Section {
  return {
    type: 'section',
    ...(label && { label }),
    heading: withoutLook(heading),
    ...(runIn !== undefined && { runIn: true as const }),
    children,
  };
}

/** A heading is strong by its style; bold over all of it is how its page showed that it is one. */
function withoutLook(heading: readonly Inline[]): readonly Inline[] {
  const [only] = heading;
  return heading.length === 1 && only?.type === 'strong' ? withoutLook(only.children) : heading;
}
