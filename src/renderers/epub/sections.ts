import {
  type Block,
  blockText,
  type Inline,
  labelGap,
  plainText,
  type Section,
  type SectionLabel,
} from '../../model/index.js';
import type { StyleName } from '../../style/index.js';
import type { BlockWriter, WritingContext } from './context.js';
import { writeInlines } from './inlines.js';
import { element, type XmlElement, type XmlNode } from './xml.js';

/** What a heading is made from, whether of a section or of a part. */
export interface HeadingSource {
  readonly label?: SectionLabel;
  readonly heading: readonly Inline[];
  readonly children: readonly Block[];
}

/** HTML has six levels; deeper ones stay at the sixth. */
const DEEPEST_HEADING = 6;

/** A section inside a file. Inside a quote, list, cell or note it is text that looks like a heading. */
export function writeSection(
  section: Section,
  context: WritingContext,
  writeBlocks: BlockWriter,
): XmlElement[] {
  const inside = belowHeading(context);
  if (context.nested) {
    const line = element('p', { class: headingStyle(context.depth) }, headingInlines(section, context));
    return [line, ...writeBlocks(section.children, inside)];
  }
  const { id, element: heading } = writeHeading(section, headingStyle(context.depth), context);
  const [first, ...rest] = section.children;
  const body =
    section.runIn && first?.type === 'paragraph'
      ? [
          // the inner paragraph goes on in the line of the heading, so no white space may part them
          joinLine([heading, element('p', {}, writeInlines(first.children, inside))]),
          ...writeBlocks(rest, inside),
        ]
      : [heading, ...writeBlocks(section.children, inside)];
  return [element('section', { 'aria-labelledby': id }, body)];
}

function joinLine(children: readonly XmlElement[]): XmlElement {
  return { ...element('div', { class: 'run-in' }, children), joined: true };
}

/** The heading itself, registered under the number that it has in `outline(article)`. */
export function writeHeading(
  source: HeadingSource,
  style: StyleName,
  context: WritingContext,
): { readonly id: string; readonly element: XmlElement } {
  const { headingAddresses } = context.record;
  const id = `heading-${headingAddresses.length + 1}`;
  headingAddresses.push(`${context.file}#${id}`);
  const name = `h${Math.min(context.headingLevel, DEEPEST_HEADING)}`;
  return { id, element: element(name, { id, class: style }, headingInlines(source, context)) };
}

/** The context of what stands under a heading. */
export function belowHeading(context: WritingContext): WritingContext {
  return { ...context, headingLevel: context.headingLevel + 1, depth: context.depth + 1 };
}

/** Templates name six heading styles; deeper ones look like the sixth. */
export function headingStyle(depth: number): StyleName {
  return `heading-${Math.min(Math.max(depth, 1), DEEPEST_HEADING)}` as StyleName;
}

function headingInlines(source: HeadingSource, context: WritingContext): XmlNode[] {
  const { label, heading } = source;
  const written = writeInlines(heading, context);
  const isBlank = `${label?.text ?? ''}${plainText(heading)}`.trim() === '';
  return [
    ...(label ? [label.text + labelGap(label)] : []),
    ...written,
    ...(isBlank ? [headingLine(source)] : []),
  ];
}

/** How many characters of the text stand in for a heading that has none. */
const STAND_IN_LENGTH = 24;

/** A heading on one line, for contents and titles; never empty: the first words of the text stand in. */
export function headingLine({ label, heading, children }: HeadingSource): string {
  const text = `${label ? label.text + labelGap(label) : ''}${plainText(heading)}`;
  // The ideographic space after 第一章 stays, as in the heading itself and in printed contents.
  const line = text.replace(/[^\S\u3000]+/gu, ' ').trim();
  if (line !== '') return line;
  for (const child of children) {
    const words = blockText(child).replace(/\s+/gu, ' ').trim();
    if (words !== '') return [...words.slice(0, 2 * STAND_IN_LENGTH)].slice(0, STAND_IN_LENGTH).join('');
  }
  return '无题';
}
