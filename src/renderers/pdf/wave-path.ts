import type { LineRule } from '../../composer/index.js';
import type { LinePlace } from './line-place.js';
import { formatColor, formatNumber } from './numbers.js';

/** A cubic whose handles lie so far in, and 4/3 of its height up, follows half a wave of a sine to 1 %. */
const HANDLE = { along: 0.364, up: 4 / 3 };

/** The operators that stroke a wavy rule as one path, half a wave a curve. */
export function wavePath(rule: LineRule, wave: NonNullable<LineRule['wave']>, place: LinePlace): string {
  const middle = rule.yPt + rule.thicknessPt / 2;
  const point = (along: number, up: number): string => {
    const { xPt, yPt } = place.run(along, middle + up, undefined);
    return `${formatNumber(xPt, 3)} ${formatNumber(yPt, 3)}`;
  };
  const half = wave.lengthPt / 2;
  const curves = Array.from({ length: Math.round(rule.widthPt / half) }, (_, index) => {
    const from = rule.xPt + index * half;
    const up = (index % 2 === 0 ? 1 : -1) * HANDLE.up * wave.heightPt;
    const handle = HANDLE.along * half;
    return `${point(from + handle, up)} ${point(from + half - handle, up)} ${point(from + half, 0)} c`;
  });
  const stroke = `${formatColor(rule.color, 'stroke')} ${formatNumber(rule.thicknessPt, 3)} w 1 J 1 j`;
  return `q ${stroke}\n${point(rule.xPt, 0)} m\n${curves.join('\n')}\nS Q\n`;
}
