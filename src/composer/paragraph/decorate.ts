import type { LinkTarget, TextLook } from '../inline.js';
import type { GlyphRun, LineBox, LineLink, LineRule } from '../line.js';
import type { FontMetrics } from '../metrics.js';
import { CharClass } from './characters.js';
import type { ClusterList } from './cluster-list.js';
import { glyphTable } from './glyph-table.js';
import { nameRule } from './name-lines.js';
import { Stance } from './orientation.js';
import type { SetLine } from './set-line.js';

/** What stands on, under or through a line besides its glyphs. */
export interface Decorations {
  readonly links: readonly LineLink[];
  readonly rules: readonly LineRule[];
  readonly boxes: readonly LineBox[];
  readonly noteIds: readonly string[];
  /** Emphasis dots. */
  readonly artifacts: readonly GlyphRun[];
}

/** While they are looked for. */
interface FoundDecorations extends Decorations {
  readonly links: LineLink[];
  readonly rules: LineRule[];
  readonly boxes: LineBox[];
  readonly noteIds: string[];
  readonly artifacts: GlyphRun[];
}

/** Shared by all plain lines. */
const NOTHING: Decorations = { links: [], rules: [], boxes: [], noteIds: [], artifacts: [] };

/** Below the em box of Han, so that a rule touches no stroke; in em. */
const UNDERLINE_EM = -0.17;
/** Through the middle of the em box of Han. */
const STRIKE_EM = 0.36;
const RULE_THICKNESS_EM = 0.05;
/** Middle of an emphasis dot: below the em box, in a column at its right. @see CLREQ, handling interlinear punctuation */
const DOT_CENTRE_EM = { line: -0.26, column: 1.02 };
/** Outside the line of a name, which a column has at its other side. */
const DOT_CENTRE_BELOW_NAME_EM = { line: -0.44, column: DOT_CENTRE_EM.column };
/** U+00B7 stands about so high in text faces. */
const MIDDLE_DOT = 0xb7;
const MIDDLE_DOT_HEIGHT_EM = 0.38;

/**
 * Finds links, strokes, images, notes and emphasis dots of the clusters `start` to `end`.
 *
 * @param way Whether the line stays one or becomes a column.
 */
export function decorate(
  clusters: ClusterList,
  { start, end }: { readonly start: number; readonly end: number },
  line: SetLine,
  metrics: FontMetrics,
  way: 'line' | 'column' = 'line',
): Decorations {
  if (isPlainText(clusters, start, end)) return NOTHING;
  const found: FoundDecorations = { links: [], rules: [], boxes: [], noteIds: [], artifacts: [] };
  const { items } = clusters.characters;
  const span = { clusters, line, start, way };
  for (let index = start; index < end; ) {
    const itemIndex = clusters.itemIndex(index);
    let stop = index + 1;
    while (stop < end && clusters.itemIndex(stop) === itemIndex) stop++;
    const item = items[itemIndex];
    const left = line.lefts[index - start] as number;
    if (item?.type === 'box') {
      const { widthPt, heightPt, imageId, alt } = item;
      found.boxes.push({ xPt: left, widthPt, heightPt, imageId, alt });
    }
    if (item?.type === 'noteMark') found.noteIds.push(item.noteId);
    addDots(found, span, index, stop, metrics);
    index = stop;
  }
  addStrokes(found, span, end);
  return found;
}

interface Span {
  readonly clusters: ClusterList;
  readonly line: SetLine;
  readonly start: number;
  readonly way: 'line' | 'column';
}

/** Whether nothing can be found: asked of the line's own items, for a paragraph may have thousands of them. */
function isPlainText(clusters: ClusterList, start: number, end: number): boolean {
  const { looks, items } = clusters.characters;
  const last = clusters.itemIndex(end - 1);
  for (let index = clusters.itemIndex(start); index <= last; index++) {
    if (items[index]?.type !== 'text' || !isPlain(looks[index] as TextLook)) return false;
  }
  return true;
}

const isPlain = (look: TextLook): boolean =>
  !(look.dots || look.strike || look.underline || look.nameLine || look.link);

/**
 * Neighbouring items of one kind share one stroke, which leaves out the gaps at both its ends. A remark in two rows has
 * no strokes and no dots of its own: they would run through the other row.
 */
function addStrokes(found: FoundDecorations, span: Span, end: number): void {
  addNameLines(found, span, end);
  eachStretch(
    span,
    end,
    (look) => look.link && targetKey(look.link),
    ({ link }, { xPt, widthPt }) => {
      if (link) found.links.push({ xPt, widthPt, target: link });
    },
  );
  const stroke =
    (centreEm: number) =>
    ({ sizePt, color, raisePt = 0 }: TextLook, { xPt, widthPt }: Stretch): void => {
      const thicknessPt = RULE_THICKNESS_EM * sizePt;
      found.rules.push({ xPt, yPt: centreEm * sizePt + raisePt, widthPt, thicknessPt, color });
    };
  eachStretch(
    span,
    end,
    (look) => !look.rows && look.underline && `${look.color} ${look.sizePt}`,
    stroke(UNDERLINE_EM),
  );
  eachStretch(
    span,
    end,
    (look) => !look.rows && look.strike && `${look.color} ${look.sizePt}`,
    stroke(STRIKE_EM),
  );
}

function addNameLines(found: FoundDecorations, span: Span, end: number): void {
  const nameAt = (index: number): TextLook['nameLine'] => lookOf(span, index).nameLine;
  eachStretch(
    span,
    end,
    (look) => look.nameLine,
    ({ nameLine }, { first, last, xPt, widthPt }) => {
      if (!nameLine) return;
      const touchesBefore = first > span.start && nameAt(first - 1) !== undefined;
      const touchesAfter = last + 1 < end && nameAt(last + 1) !== undefined;
      found.rules.push(nameRule(nameLine, { xPt, widthPt, touchesBefore, touchesAfter }));
    },
  );
}

const lookOf = ({ clusters }: Span, index: number): TextLook =>
  clusters.characters.looks[clusters.itemIndex(index)] as TextLook;

const targetKey = (target: LinkTarget): string =>
  target.kind === 'url' ? `u${target.url}` : `p${target.name}`;

/** Clusters whose looks have one key, from the first to the last that is no space. */
interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly xPt: number;
  readonly widthPt: number;
}

function eachStretch(
  span: Span,
  end: number,
  keyOf: (look: TextLook) => unknown,
  use: (look: TextLook, stretch: Stretch) => void,
): void {
  const { clusters, line, start } = span;
  const lookAt = (index: number): TextLook => lookOf(span, index);
  const isInk = (index: number): boolean => !isSpace(clusters.first[index] as number);
  for (let index = start; index < end; ) {
    const key = isInk(index) ? keyOf(lookAt(index)) : undefined;
    let stop = index + 1;
    if (key) {
      let last = index;
      while (stop < end && keyOf(lookAt(stop)) === key) {
        if (isInk(stop)) last = stop;
        stop++;
      }
      const left = line.lefts[index - start] as number;
      const right = (line.lefts[last - start] as number) + (clusters.width[last] as number);
      if (right > left) use(lookAt(index), { first: index, last, xPt: left, widthPt: right - left });
    }
    index = stop;
  }
}

const isSpace = (charClass: number): boolean =>
  charClass >= CharClass.Space && charClass <= CharClass.WideSpace;

/** Marks and spaces have no dot, nor has the mark of a note. */
const DOTTED: readonly number[] = [
  CharClass.Han,
  CharClass.Iteration,
  CharClass.SmallKana,
  CharClass.Letter,
  CharClass.Digit,
];

/** From the left edge of a cluster to the middle of each of its characters. */
function middlesOf(clusters: ClusterList, index: number, sizePt: number): number[] {
  const piece = clusters.pieceOf(index);
  if (!piece || clusters.stance[index] === Stance.Across) return [(clusters.width[index] as number) / 2];
  const middles: number[] = [];
  let pen = clusters.shift[index] as number;
  for (let glyph = piece.from; glyph < piece.to; glyph++) {
    const advance = (piece.word.advancesEm[glyph] as number) * sizePt;
    middles.push(pen + advance / 2);
    pen += advance;
  }
  return middles;
}

/** 着重号: a dot beside the middle of each character of an item. @see GB/T 15834-2011, 5.1.8 */
function addDots(found: FoundDecorations, span: Span, from: number, to: number, metrics: FontMetrics): void {
  const { clusters, line, start, way } = span;
  const look = clusters.characters.looks[clusters.itemIndex(from)];
  if (!look?.dots || look.rows) return;
  const table = glyphTable(metrics, look.family, look.weight);
  const slot = table.slot(MIDDLE_DOT);
  const face = table.faces[slot] as number;
  if (face < 0) return;
  const [inkLeft, inkRight] = table.ink(slot);
  const half = ((inkLeft + inkRight) / 2) * look.sizePt;
  const origins: number[] = [];
  for (let index = from; index < to; index++) {
    if (!DOTTED.includes(clusters.first[index] as number)) continue;
    for (const middle of middlesOf(clusters, index, look.sizePt)) {
      origins.push((line.lefts[index - start] as number) + middle - half);
    }
  }
  if (origins.length === 0) return;
  const advance = (table.advancesEm[slot] as number) * look.sizePt;
  const centreEm = (look.nameLine ? DOT_CENTRE_BELOW_NAME_EM : DOT_CENTRE_EM)[way];
  found.artifacts.push({
    face,
    sizePt: look.sizePt,
    color: look.color,
    xPt: origins[0] as number,
    raisePt: (centreEm - MIDDLE_DOT_HEIGHT_EM) * look.sizePt + (look.raisePt ?? 0),
    glyphs: origins.map(() => table.glyphs[slot] as number),
    advancesPt: origins.map((origin, at) => (origins[at + 1] ?? origin + advance) - origin),
    text: '\u00B7'.repeat(origins.length),
    starts: origins.map((_, at) => at),
    artifact: true,
  });
}
