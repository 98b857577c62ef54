import type { Figure, Inline } from '../../model/index.js';
import type { ImageItem, RuleItem } from '../page.js';
import { type FlowBlock, moveItem, type Slice, stackHeight } from './flow-block.js';
import {
  acrossColumns,
  canSpan,
  type FlowContext,
  lookOf,
  settingsOf,
  spanOf,
  styleOf,
} from './flow-context.js';
import { inlineItems } from './inline-items.js';
import { pictureSize } from './picture-size.js';
import { composeLines, sliceLines } from './set-lines.js';

/** Space around a figure or table, in body lines. */
export const OBJECT_SPACE_LINES = 0.5;
/** A picture is drawn smaller rather than leave a page half empty, but not below this share of its size. */
const LEAST_SHARE = 0.6;
/** Frame that stands for a picture that could not be read. */
const PLACEHOLDER = { lines: 4, thicknessPt: 0.5, color: '#888888', share: 0.6 };

/** A picture across the measure or narrower, its caption below; a missing one shows a frame with its text. */
export function setFigure(figure: Figure, outer: FlowContext): FlowBlock {
  const { document } = outer;
  const context = roomOf(figure, outer);
  const node = document.tree.add('Figure', context.node, { alt: figure.alt });
  const asset = document.article.images[figure.imageId];
  const isPresent = asset?.state === 'present' && asset.widthPx > 0 && asset.heightPx > 0;
  const frame = isPresent ? undefined : placeholder(figure.alt, context, node);
  const fitsFrame = frame !== undefined && frame.heightPt <= document.grid.areaPt / 2;
  const caption = setCaption(wordsBelow(figure, isPresent, fitsFrame), context, node);
  const captionGapPt = caption.length === 0 ? 0 : captionGap(context);
  const roomPt = Math.max(
    document.grid.areaPt / 2,
    document.grid.areaPt - stackHeight(caption) - captionGapPt,
  );
  if (!isPresent) {
    // A missing one was named by whoever read the article.
    if (asset?.state !== 'missing') {
      document.report({ code: 'picture-framed', values: { source: figure.imageId } });
    }
    const drawn = fitsFrame ? frame : placeholder('', context, node);
    const slices = [{ ...drawn, gapPt: captionGapPt }, ...caption];
    return figureBlock(slices, context);
  }
  const [widthPt, heightPt] = pictureSize(asset, document.sheet.direction);
  const scale = Math.min(1, context.measurePt / widthPt, roomPt / heightPt);
  const image: ImageItem = {
    type: 'image',
    xPt: context.xPt + (context.measurePt - widthPt * scale) / 2,
    yPt: 0,
    widthPt: widthPt * scale,
    heightPt: heightPt * scale,
    imageId: figure.imageId,
    alt: figure.alt,
    node,
  };
  return pictureBlock(image, caption, captionGapPt, context);
}

/** A picture that a column would draw far smaller than it is stands across all of them. */
function roomOf(figure: Figure, context: FlowContext): FlowContext {
  const { article, sheet } = context.document;
  const asset = article.images[figure.imageId];
  if (asset?.state !== 'present' || !canSpan(context)) return context;
  const [widthPt] = pictureSize(asset, sheet.direction);
  return context.measurePt < widthPt * LEAST_SHARE ? acrossColumns(context) : context;
}

/**
 * The caption, or the alternative text where there is none. Alternative text that would make the frame of a missing
 * picture fill the page stands below it instead, where it may run over.
 */
function wordsBelow({ alt, caption }: Figure, isPresent: boolean, fitsFrame: boolean): readonly Inline[] {
  if (fitsFrame) return caption ?? [];
  if (isPresent || alt === '') return caption ?? textOf(alt);
  return [...textOf(alt), ...(caption ? [{ type: 'lineBreak' } as const, ...caption] : [])];
}

function pictureBlock(
  image: ImageItem,
  caption: readonly Slice[],
  captionGapPt: number,
  context: FlowContext,
): FlowBlock {
  const beneathPt = captionGapPt + stackHeight(caption);
  const drawn = (share: number): FlowBlock => {
    const [widthPt, heightPt] = [image.widthPt * share, image.heightPt * share];
    const item = { ...image, widthPt, heightPt, xPt: image.xPt + (image.widthPt - widthPt) / 2 };
    return figureBlock([{ heightPt, gapPt: captionGapPt, items: [item] }, ...caption], context);
  };
  return {
    ...drawn(1),
    shrink: (heightPt) => {
      const share = (heightPt - beneathPt) / image.heightPt;
      return share >= LEAST_SHARE && share < 1 ? drawn(share) : undefined;
    },
  };
}

/** Picture and caption stay together unless the caption alone could fill a page. */
function figureBlock(slices: readonly Slice[], context: FlowContext): FlowBlock {
  const { areaPt } = context.document.grid;
  return {
    slices,
    onGrid: false,
    spaceBefore: OBJECT_SPACE_LINES,
    spaceAfter: OBJECT_SPACE_LINES,
    cut: stackHeight(slices) <= areaPt ? 'nowhere' : 'slices',
    cutFrom: 2,
    ...(context.document.sheet.page.floatFigures && { floats: true as const }),
    ...spanOf(context),
  };
}

/** Half a line between an object and its caption. */
export function captionGap({ document }: FlowContext): number {
  return document.sheet.styles.caption.sizePt / 2;
}

/** A caption's lines, tagged under `node`; none for no words. */
export function setCaption(words: readonly Inline[], context: FlowContext, node: number): Slice[] {
  if (words.length === 0) return [];
  const { document } = context;
  const style = styleOf(context, 'caption');
  const items = inlineItems(words, lookOf(style), document, context.measurePt);
  const settings = settingsOf(context, style, { balance: true, firstLineIndentPt: 0 });
  const captionNode = document.tree.add('Caption', node);
  return sliceLines(composeLines(items, settings, document), context, style, captionNode);
}

function placeholder(alt: string, context: FlowContext, node: number): Slice {
  const { document } = context;
  const widthPt = context.measurePt * PLACEHOLDER.share;
  const inner = { ...context, xPt: context.xPt + (context.measurePt - widthPt) / 2, measurePt: widthPt };
  const style = { ...styleOf(context, 'caption'), align: 'center' as const };
  const items = inlineItems(textOf(alt), lookOf(style), document, widthPt);
  const text: FlowContext = {
    ...inner,
    xPt: inner.xPt + style.sizePt,
    measurePt: widthPt - 2 * style.sizePt,
  };
  const settings = settingsOf(text, style, { firstLineIndentPt: 0 });
  const slices =
    items.length === 0 ? [] : sliceLines(composeLines(items, settings, document), text, style, node);
  const heightPt = Math.max(document.grid.height(PLACEHOLDER.lines), stackHeight(slices) + 2 * style.sizePt);
  return mergeSlices(frameRules(inner.xPt, widthPt, heightPt), slices, heightPt);
}

const textOf = (text: string): Inline[] => (text === '' ? [] : [{ type: 'text', text }]);

function mergeSlices(rules: readonly RuleItem[], slices: readonly Slice[], heightPt: number): Slice {
  let yPt = (heightPt - stackHeight(slices)) / 2;
  const items = slices.flatMap((slice) => {
    const moved = slice.items.map((item) => moveItem(item, 0, yPt));
    yPt += slice.heightPt + slice.gapPt;
    return moved;
  });
  return { heightPt, gapPt: 0, items: [...rules, ...items] };
}

/** Four thin rules around a box whose top is at 0. */
function frameRules(xPt: number, widthPt: number, heightPt: number): RuleItem[] {
  const { thicknessPt, color } = PLACEHOLDER;
  const rule = (x: number, y: number, width: number, height: number): RuleItem => ({
    type: 'rule',
    xPt: x,
    yPt: y,
    widthPt: width,
    heightPt: height,
    color,
  });
  return [
    rule(xPt, 0, widthPt, thicknessPt),
    rule(xPt, heightPt - thicknessPt, widthPt, thicknessPt),
    rule(xPt, 0, thicknessPt, heightPt),
    rule(xPt + widthPt - thicknessPt, 0, thicknessPt, heightPt),
  ];
}
