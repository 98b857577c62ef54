import type { Face } from './face.js';

/** A composite of composites is rare; a circle of them would never end. */
const DEEPEST = 6;

/** Flags of a simple outline. @see OpenType 1.9, glyf, "Simple glyph description" */
const [ON_CURVE, X_SHORT, Y_SHORT, REPEATED, X_SAME, Y_SAME] = [1, 2, 4, 8, 16, 32];
/** Flags of a component. @see OpenType 1.9, glyf, "Composite glyph description" */
const [ARE_WORDS, ARE_OFFSETS, ONE_SCALE, MORE, TWO_SCALES, MATRIX] = [1, 2, 8, 32, 64, 128];

/** x' = a x + c y + e, y' = b x + d y + f */
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
const AS_IT_IS: Matrix = [1, 0, 0, 1, 0, 0];

/** A piece of an outline, in font units with y up: to where it goes, control points before. `Z` closes a contour. */
export interface OutlineStep {
  readonly to: 'M' | 'L' | 'Q' | 'C' | 'Z';
  readonly points: readonly number[];
}

/**
 * The outline of a glyph; empty for a blank. TrueType outlines are read here, for the sake of starting quickly; fontkit
 * reads those of CFF.
 *
 * @throws ConversionError `font-file-unreadable` for a broken outline.
 */
export function glyphOutline(face: Face, glyph: number): readonly OutlineStep[] {
  if (face.file.isCff) {
    const commands = face.file.guard(() => face.fontkit.getGlyph(glyph).path.commands);
    return commands.map(({ command, args }) => ({ to: FONTKIT_STEPS[command], points: args }));
  }
  const steps: OutlineStep[] = [];
  face.file.guard(() => addTrueType(steps, face, glyph, AS_IT_IS, 0));
  return steps;
}

const FONTKIT_STEPS = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
} as const;

/** The outline as path data of SVG, to a tenth of a font unit: components may be scaled. */
export function formatOutline(steps: readonly OutlineStep[]): string {
  return steps
    .map(({ to, points }) => `${to}${points.map((value) => Math.round(value * 10) / 10).join(' ')}`)
    .join('');
}

function addTrueType(steps: OutlineStep[], face: Face, glyph: number, matrix: Matrix, depth: number): void {
  const [outline] = face.outlines.read([glyph]);
  if (!outline || outline.length < 10 || depth > DEEPEST) return;
  const contours = outline.readInt16BE(0);
  if (contours >= 0) {
    addSimple(steps, outline, contours, matrix);
    return;
  }
  for (const part of components(outline))
    addTrueType(steps, face, part.glyph, within(matrix, part.matrix), depth + 1);
}

/** `inner` first, then `outer`. */
function within([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix {
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

interface Component {
  readonly glyph: number;
  readonly matrix: Matrix;
}

function components(outline: Buffer): Component[] {
  const found: Component[] = [];
  const fraction = (at: number): number => outline.readInt16BE(at) / 0x4000;
  let at = 10;
  for (let flags = MORE; flags & MORE; ) {
    flags = outline.readUInt16BE(at);
    const glyph = outline.readUInt16BE(at + 2);
    const [x, y] =
      flags & ARE_WORDS
        ? [outline.readInt16BE(at + 4), outline.readInt16BE(at + 6)]
        : [outline.readInt8(at + 4), outline.readInt8(at + 5)];
    at += flags & ARE_WORDS ? 8 : 6;
    // points that are laid on each other are not used by any face of our time
    const [e, f] = flags & ARE_OFFSETS ? [x, y] : [0, 0];
    if (flags & MATRIX) {
      found.push({
        glyph,
        matrix: [fraction(at), fraction(at + 2), fraction(at + 4), fraction(at + 6), e, f],
      });
      at += 8;
    } else if (flags & TWO_SCALES) {
      found.push({ glyph, matrix: [fraction(at), 0, 0, fraction(at + 2), e, f] });
      at += 4;
    } else {
      const scale = flags & ONE_SCALE ? fraction(at) : 1;
      found.push({ glyph, matrix: [scale, 0, 0, scale, e, f] });
      at += flags & ONE_SCALE ? 2 : 0;
    }
  }
  return found;
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly isOn: boolean;
}

function addSimple(steps: OutlineStep[], outline: Buffer, contours: number, matrix: Matrix): void {
  const points = readPoints(outline, contours, matrix);
  let first = 0;
  for (let contour = 0; contour < contours; contour++) {
    const last = outline.readUInt16BE(10 + contour * 2);
    addContour(steps, points.slice(first, last + 1));
    first = last + 1;
  }
}

function readPoints(outline: Buffer, contours: number, [a, b, c, d, e, f]: Matrix): Point[] {
  if (contours === 0) return [];
  const count = outline.readUInt16BE(8 + contours * 2) + 1;
  const flagsAt = 12 + contours * 2 + outline.readUInt16BE(10 + contours * 2);
  const { flags, end } = readFlags(outline, flagsAt, count);
  const x = readSteps(outline, end, flags, X_SHORT, X_SAME);
  const y = readSteps(outline, x.end, flags, Y_SHORT, Y_SAME);
  return flags.map((flag, index) => {
    const [px, py] = [x.values[index] ?? 0, y.values[index] ?? 0];
    return { x: a * px + c * py + e, y: b * px + d * py + f, isOn: (flag & ON_CURVE) !== 0 };
  });
}

function readFlags(outline: Buffer, from: number, count: number): { flags: number[]; end: number } {
  const flags: number[] = [];
  let at = from;
  while (flags.length < count) {
    const flag = outline.readUInt8(at++);
    flags.push(flag);
    if (!(flag & REPEATED)) continue;
    for (let more = outline.readUInt8(at++); more > 0 && flags.length < count; more--) flags.push(flag);
  }
  return { flags, end: at };
}

/** Coordinates, each stated as its distance from the one before: in a byte with a sign apart, in two, or not at all. */
function readSteps(
  outline: Buffer,
  from: number,
  flags: readonly number[],
  short: number,
  same: number,
): { values: number[]; end: number } {
  let at = from;
  let value = 0;
  const values = flags.map((flag) => {
    if (flag & short) value += flag & same ? outline.readUInt8(at++) : -outline.readUInt8(at++);
    else if (!(flag & same)) {
      value += outline.readInt16BE(at);
      at += 2;
    }
    return value;
  });
  return { values, end: at };
}

/** Between two points off the curve lies one on it, in their middle. */
function addContour(steps: OutlineStep[], points: readonly Point[]): void {
  if (points.length === 0) return;
  const start = points.findIndex(({ isOn }) => isOn);
  const [turned, begin] =
    start >= 0
      ? [[...points.slice(start + 1), ...points.slice(0, start + 1)], points[start] as Point]
      : [points, middle(points.at(-1) as Point, points[0] as Point)];
  steps.push({ to: 'M', points: [begin.x, begin.y] });
  let control: Point | undefined;
  const goTo = ({ x, y }: Point): void => {
    steps.push(control ? { to: 'Q', points: [control.x, control.y, x, y] } : { to: 'L', points: [x, y] });
  };
  for (const point of turned) {
    if (point.isOn) goTo(point);
    else if (control) goTo(middle(control, point));
    control = point.isOn ? undefined : point;
  }
  if (control) goTo(begin);
  steps.push({ to: 'Z', points: [] });
}

function middle(one: Point, other: Point): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, isOn: true };
}
