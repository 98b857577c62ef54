import type { StyleSheet } from '../../style/index.js';
import { type FlowItem, moveItem } from '../flow/flow-block.js';
import type { PageItem } from '../page.js';

/** Where the type area lies on the paper, in points from its top left corner. */
export interface TypeArea {
  readonly leftPt: number;
  readonly topPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
}

/**
 * The type area of a page. Facing pages mirror each other: an odd page is a right-hand one, and in vertical books, whose
 * pages turn the other way, a left-hand one.
 *
 * @param number From 1.
 */
export function typeArea({ page, direction }: StyleSheet, number: number): TypeArea {
  const isVertical = direction === 'vertical';
  const isMirrored = page.facing && number % 2 === 0;
  const innerIsLeft = isMirrored === isVertical;
  const heightPt = page.heightPt - page.marginTopPt - page.marginBottomPt;
  return {
    leftPt: innerIsLeft ? page.marginInnerPt : page.marginOuterPt,
    topPt: page.marginTopPt,
    widthPt: page.widthPt - page.marginInnerPt - page.marginOuterPt,
    heightPt,
  };
}

/**
 * Items from the type area to the paper. A vertical page was composed lying down: turned by a quarter clockwise, lines
 * run from the top and follow each other from the right edge to the left.
 */
export function placeItem<Item extends Exclude<FlowItem, { type: 'pageNumberSlot' }>>(
  item: Item,
  area: TypeArea,
  direction: StyleSheet['direction'],
): PageItem {
  if (direction === 'horizontal') return moveItem(item, area.leftPt, area.topPt);
  const rightPt = area.leftPt + area.widthPt;
  if (item.type === 'line') {
    return {
      ...item,
      xPt: rightPt - item.baselinePt,
      baselinePt: area.topPt + item.xPt,
      turned: true,
    };
  }
  return {
    ...item,
    xPt: rightPt - item.yPt - item.heightPt,
    yPt: area.topPt + item.xPt,
    widthPt: item.heightPt,
    heightPt: item.widthPt,
  };
}
