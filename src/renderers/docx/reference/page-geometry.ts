import { child, elementsOf, toggleOf, toNumber, type XmlNode } from './xml-tree.js';

/** Paper, margins, columns and grid of a section, in points. */
export interface PageGeometry {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly topPt: number;
  readonly bottomPt: number;
  readonly leftPt: number;
  readonly rightPt: number;
  readonly columns: { readonly count: number; readonly gapPt: number; readonly rule: boolean };
  /** Lines run down the page. */
  readonly isVertical: boolean;
  /** The distance of the lines of the document grid; absent where none holds. */
  readonly gridPt: number | undefined;
}

/** Word's own page where a section says nothing: A4 with the margins of Chinese Word, in twips. */
const DEFAULTS = { width: 11906, height: 16838, top: 1440, bottom: 1440, left: 1800, right: 1800, gap: 720 };

/** From what a millimetre is in twips and in points; measures may name their unit. @see ISO/IEC 29500-1, 22.9.2.15 */
const UNITS: Readonly<Record<string, number>> = {
  pt: 1,
  in: 72,
  mm: 72 / 25.4,
  cm: 720 / 25.4,
  pc: 12,
  pi: 12,
};

/** A measure in points: twips, or a number with its unit. */
function measure(written: string | undefined, twips: number): number {
  const [, digits, unit] =
    /^\s*(-?\d{1,7}(?:\.\d{1,6})?)\s*(pt|in|mm|cm|pc|pi)?\s*$/.exec(written ?? '') ?? [];
  if (digits === undefined) return twips / 20;
  return unit === undefined ? Number(digits) / 20 : Number(digits) * (UNITS[unit] ?? 1);
}

export function pageGeometry(section: XmlNode | undefined): PageGeometry {
  const attribute = (name: string, key: string): string | undefined =>
    child(section, name)?.attributes.get(`w:${key}`);
  const margin = (side: 'top' | 'bottom' | 'left' | 'right'): number =>
    Math.abs(measure(attribute('w:pgMar', side), DEFAULTS[side]));
  const grid = attribute('w:docGrid', 'type');
  const pitch = measure(attribute('w:docGrid', 'linePitch'), 0);
  return {
    widthPt: measure(attribute('w:pgSz', 'w'), DEFAULTS.width),
    heightPt: measure(attribute('w:pgSz', 'h'), DEFAULTS.height),
    topPt: margin('top'),
    bottomPt: margin('bottom'),
    leftPt: margin('left') + measure(attribute('w:pgMar', 'gutter'), 0),
    rightPt: margin('right'),
    columns: columnsOf(section),
    isVertical: /^tb/i.test(attribute('w:textDirection', 'val') ?? ''),
    gridPt: grid !== undefined && grid !== 'default' && pitch > 0 ? pitch : undefined,
  };
}

function columnsOf(section: XmlNode | undefined): PageGeometry['columns'] {
  const columns = child(section, 'w:cols');
  const own = columns ? elementsOf(columns).length : 0;
  const count = toNumber(columns?.attributes.get('w:num')) ?? 1;
  return {
    count: Math.max(1, own > 1 ? own : count),
    gapPt: measure(columns?.attributes.get('w:space'), DEFAULTS.gap),
    rule: /^(?:1|true|on)$/i.test(columns?.attributes.get('w:sep') ?? ''),
  };
}

/** Whether the pages of a document mirror each other. */
export function isMirrored(settings: XmlNode | undefined): boolean {
  return toggleOf(settings, 'w:mirrorMargins') ?? false;
}
