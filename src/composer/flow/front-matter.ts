import type { StyleName } from '../../style/index.js';
import type { InlineItem } from '../inline.js';
import { type AttributionFact, attributionFacts } from './attribution.js';
import type { FlowBlock } from './flow-block.js';
import { columnsOf, type FlowContext, insideStyle, lookOf, settingsOf, spanOf } from './flow-context.js';
import { blank } from './inline-items.js';
import { composeLines, sliceLines, styledBlock } from './set-lines.js';

/** Title, subtitle and the line of attribution under them; only what the source states. */
export function flowFrontMatter(context: FlowContext): FlowBlock[] {
  const { article, sheet } = context.document;
  const blocks: FlowBlock[] = [];
  if (article.title) blocks.push(setDisplay(article.title, 'title', context));
  if (article.subtitle) blocks.push(setDisplay(article.subtitle, 'subtitle', context));
  const facts = attributionFacts(article, sheet, 'underTitle');
  if (facts.length > 0) blocks.push(setFacts([facts], context, {}));
  return blocks;
}

/** The attribution after the text, a fact a line. */
export function flowBackMatter(context: FlowContext): FlowBlock[] {
  const { article, sheet } = context.document;
  const facts = attributionFacts(article, sheet, 'atEnd');
  if (facts.length === 0) return [];
  const rows = facts.map((fact) => [fact]);
  return [setFacts(rows, context, { spaceBefore: 1, spaceAfter: 0, keepWithPrevious: true })];
}

function setDisplay(text: string, name: StyleName, context: FlowContext): FlowBlock {
  const { document } = context;
  const style = document.sheet.styles[name];
  const inner = insideStyle(columnsOf(context, style), style);
  const node = document.tree.add(name === 'title' ? 'Title' : 'P', context.node);
  const items: InlineItem[] = [{ type: 'text', text, look: lookOf(style) }];
  const settings = settingsOf(inner, style, { balance: true, hyphenate: false });
  const slices = sliceLines(composeLines(items, settings, document), inner, style, node);
  return styledBlock(slices, style, document, {
    ...spanOf(inner),
    onGrid: false,
    isSnug: true,
    cut: 'nowhere',
  });
}

/** Rows of facts in the style of the attribution, those of one row parted by one em. */
function setFacts(
  rows: readonly (readonly AttributionFact[])[],
  context: FlowContext,
  more: Partial<FlowBlock>,
): FlowBlock {
  const { document } = context;
  const style = document.sheet.styles.attribution;
  const isUnderTitle = rows.length === 1 && more.keepWithPrevious === undefined;
  const inner = insideStyle(isUnderTitle ? columnsOf(context, style) : context, style);
  const settings = settingsOf(inner, style, {
    align: isUnderTitle ? style.align : 'start',
    firstLineIndentPt: 0,
  });
  const slices = rows.flatMap((facts) => {
    const node = document.tree.add('P', context.node);
    return sliceLines(composeLines(factItems(facts, context), settings, document), inner, style, node);
  });
  return styledBlock(slices, style, document, { ...spanOf(inner), onGrid: false, isSnug: true, ...more });
}

function factItems(facts: readonly AttributionFact[], { document }: FlowContext): InlineItem[] {
  const { attribution } = document.sheet.styles;
  const look = lookOf(attribution);
  const { color, underline } = document.sheet.characters.link;
  return facts.flatMap(({ word, text, url }, index): InlineItem[] => {
    const linked = url ? { ...look, color, underline, link: { kind: 'url', url } as const } : look;
    return [
      ...(index > 0 ? [blank(attribution.sizePt)] : []),
      ...(word === '' ? [] : [{ type: 'text', text: word, look } as const]),
      { type: 'text', text, look: linked as typeof look },
    ];
  });
}
