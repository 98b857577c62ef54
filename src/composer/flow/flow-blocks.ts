import type { Article, Block, Part, Section } from '../../model/index.js';
import { asPlace } from './caption-place.js';
import { setCode } from './code.js';
import { setFigure } from './figure.js';
import type { FlowBlock } from './flow-block.js';
import { type FlowContext, insideStyle } from './flow-context.js';
import { headingStyle, setHeading } from './headings.js';
import { setAttachments, setSalutation, setSignature } from './letter.js';
import { setList } from './list.js';
import { setQuote } from './quote.js';
import { setRunIn } from './run-in.js';
import { setSceneBreak } from './scene-break.js';
import { setParagraph } from './set-lines.js';
import { setTable } from './table.js';
import { setVerse } from './verse.js';

/** Everything from the lead to the last part as blocks, in reading order. */
export function flowBody(article: Article, context: FlowContext): FlowBlock[] {
  return [
    ...flowBlocks(article.lead, { ...context, style: 'lead' }),
    ...article.parts.flatMap((part) => flowPart(part, context)),
  ];
}

function flowPart(part: Part, context: FlowContext): FlowBlock[] {
  const entry = context.document.entries.get(part);
  if (!part.title || !entry) return flowBlocks(part.children, context);
  const inner = { ...context, node: context.document.tree.add('Sect', context.node) };
  const { label, title: heading } = part;
  return [
    setHeading({ label, heading, style: 'part-title', level: 1, number: entry.number }, inner),
    ...flowBlocks(part.children, inner),
  ];
}

/** Blocks of the model as blocks of the page, in order. */
export function flowBlocks(blocks: readonly Block[], context: FlowContext, depth: number = 1): FlowBlock[] {
  return blocks.flatMap((block) => flowBlock(block, context, depth));
}

function flowBlock(block: Block, context: FlowContext, depth: number): FlowBlock[] {
  switch (block.type) {
    case 'section':
      return flowSection(block, context, depth);
    case 'paragraph':
      return [setBodyParagraph(block.children, context)];
    case 'list':
      return setList(block, context, flowBlocks);
    case 'quote':
      return setQuote(block, context, flowBlocks);
    case 'verse':
      return [setVerse(block, context)];
    case 'code':
      return [setCode(block, context)];
    case 'math':
      return [setCode({ type: 'code', text: block.tex, language: 'tex' }, context)];
    case 'table':
      return [asPlace(setTable(block, context, flowBlocks), block, context)];
    case 'figure':
      return [asPlace(setFigure(block, context), block, context)];
    case 'break':
      return [setSceneBreak(block, context)];
    case 'salutation':
      return [setSalutation(block, context)];
    case 'signature':
      return [setSignature(block, context)];
    case 'attachments':
      return [setAttachments(block, context)];
  }
}

/** A paragraph in the style of where it stands; only body text has space and page breaks of its own there. */
function setBodyParagraph(children: Parameters<typeof setParagraph>[0], context: FlowContext): FlowBlock {
  const isOwn = context.style === 'body' || context.style === 'lead';
  return setParagraph(
    children,
    context.style,
    context,
    isOwn ? {} : { spaceBefore: 0, spaceAfter: 0, pageBreak: 'none', keepWithNext: false },
  );
}

function flowSection(section: Section, context: FlowContext, depth: number): FlowBlock[] {
  const { document } = context;
  const entry = document.entries.get(section);
  const inner = { ...context, node: document.tree.add('Sect', context.node), style: afterLead(context) };
  const plan = {
    label: section.label,
    heading: section.heading,
    style: headingStyle(depth),
    level: entry?.level ?? depth,
    number: entry?.number ?? 0,
  };
  const [first, ...rest] = section.children;
  if (section.runIn && first?.type === 'paragraph') {
    return [setRunIn(plan, first, inner), ...flowBlocks(rest, inner, depth + 1)];
  }
  const headed = insideStyle(inner, document.sheet.styles[plan.style]);
  return [setHeading(plan, headed), ...flowBlocks(section.children, inner, depth + 1)];
}

/** The lead's own look ends at its first section. */
function afterLead(context: FlowContext): FlowContext['style'] {
  return context.style === 'lead' ? 'body' : context.style;
}
