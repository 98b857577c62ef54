// Our own 120 lines: omggif 1.0.10, the usual decoder, prints its warnings on standard output, where a PDF may be on
// its way.
import { blankPixels, checkSize, PictureFault, type Pixels } from './pixels.js';

/** Blocks of GIF89a, by their first byte. @see GIF89a specification, appendix A */
const [EXTENSION, IMAGE, END] = [0x21, 0x2c, 0x3b];
const GRAPHIC_CONTROL = 0xf9;
/** Codes grow no longer than this. @see GIF89a specification, appendix F */
const LONGEST_CODE = 12;
const MOST_CODES = 1 << LONGEST_CODE;

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly isInterlaced: boolean;
  /** RGB triples. */
  readonly colors: Uint8Array;
  /** The colour that is not drawn. */
  readonly clear: number | undefined;
  readonly codeBits: number;
  readonly data: Uint8Array;
}

/**
 * The first frame of a GIF on its canvas. One that is cut off shows what is there.
 *
 * @throws PictureFault for a file without a frame, or over the limits.
 */
export function decodeGif(bytes: Uint8Array): Pixels {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 13) throw new PictureFault('damaged');
  const canvas = blankPixels(view.readUInt16LE(6), view.readUInt16LE(8));
  const frame = firstFrame(view);
  checkSize(frame.width, frame.height);
  draw(frame, unpack(frame), canvas);
  return canvas;
}

function firstFrame(view: Buffer): Frame {
  const flags = view[10] ?? 0;
  const shared = colorTable(view, 13, flags);
  let at = 13 + shared.length;
  let clear: number | undefined;
  while (at < view.length && view[at] !== END) {
    if (view[at] === IMAGE) return readFrame(view, at, shared, clear);
    if (view[at] !== EXTENSION) throw new PictureFault('damaged');
    if (view[at + 1] === GRAPHIC_CONTROL && ((view[at + 3] ?? 0) & 1) === 1) clear = view[at + 6];
    at = blocksFrom(view, at + 2).end;
  }
  throw new PictureFault('damaged');
}

function readFrame(view: Buffer, at: number, shared: Uint8Array, clear: number | undefined): Frame {
  if (at + 11 > view.length) throw new PictureFault('damaged');
  const flags = view[at + 9] ?? 0;
  const own = colorTable(view, at + 10, flags);
  const start = at + 10 + own.length;
  const codeBits = view[start] ?? 0;
  if (codeBits < 1 || codeBits >= LONGEST_CODE) throw new PictureFault('damaged');
  return {
    left: view.readUInt16LE(at + 1),
    top: view.readUInt16LE(at + 3),
    width: view.readUInt16LE(at + 5),
    height: view.readUInt16LE(at + 7),
    isInterlaced: (flags & 0x40) !== 0,
    colors: own.length > 0 ? own : shared,
    clear,
    codeBits,
    data: blocksFrom(view, start + 1).data,
  };
}

/** Colours from `start` when the flags say that there are any. */
function colorTable(view: Buffer, start: number, flags: number): Uint8Array {
  return (flags & 0x80) === 0 ? new Uint8Array() : view.subarray(start, start + 3 * 2 ** ((flags & 7) + 1));
}

/** Sub-blocks joined; each has its length before it, and an empty one ends them. */
function blocksFrom(view: Buffer, start: number): { readonly data: Uint8Array; readonly end: number } {
  const blocks: Uint8Array[] = [];
  let at = start;
  for (let length = view[at] ?? 0; length > 0; length = view[at] ?? 0) {
    blocks.push(view.subarray(at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { data: Buffer.concat(blocks), end: at + 1 };
}

/** Colour numbers in the order of the file. @see GIF89a specification, appendix F (variable-length-code LZW) */
function unpack({ width, height, codeBits, data }: Frame): Uint8Array {
  const out = new Uint8Array(width * height);
  const [clear, end] = [1 << codeBits, (1 << codeBits) + 1];
  const before = new Uint16Array(MOST_CODES);
  const last = new Uint8Array(MOST_CODES);
  const stack = new Uint8Array(MOST_CODES + 1);
  let [bits, next, previous, first] = [codeBits + 1, end + 1, -1, 0];
  let [held, heldBits, at, to] = [0, 0, 0, 0];
  while (to < out.length) {
    while (heldBits < bits && at < data.length) {
      held |= (data[at++] as number) << heldBits;
      heldBits += 8;
    }
    if (heldBits < bits) break;
    const code = held & ((1 << bits) - 1);
    held >>>= bits;
    heldBits -= bits;
    if (code === end) break;
    if (code === clear) {
      [bits, next, previous] = [codeBits + 1, end + 1, -1];
      continue;
    }
    if (code > next || (code === next && previous < 0)) throw new PictureFault('damaged');
    let [depth, walk] = [0, code];
    if (code === next) {
      stack[depth++] = first;
      walk = previous;
    }
    for (; walk > end; walk = before[walk] as number) stack[depth++] = last[walk] as number;
    first = walk;
    stack[depth++] = first;
    while (depth > 0 && to < out.length) out[to++] = stack[--depth] as number;
    if (previous >= 0 && next < MOST_CODES) {
      before[next] = previous;
      last[next] = first;
      next += 1;
      if (next === 1 << bits && bits < LONGEST_CODE) bits += 1;
    }
    previous = code;
  }
  return out;
}

/** First row and distance of the rows of each pass. @see GIF89a specification, appendix E */
const PASSES: readonly (readonly [first: number, step: number])[] = [
  [0, 8],
  [4, 8],
  [2, 4],
  [1, 2],
];

function draw({ left, top, width, height, ...frame }: Frame, numbers: Uint8Array, canvas: Pixels): void {
  const passes = frame.isInterlaced ? PASSES : [[0, 1] as const];
  let from = 0;
  for (const [first, step] of passes) {
    for (let row = first; row < height; row += step, from += width) {
      if (top + row >= canvas.height) continue;
      for (let column = 0; column < width && left + column < canvas.width; column += 1) {
        const number = numbers[from + column] as number;
        if (number === frame.clear) continue;
        const to = ((top + row) * canvas.width + left + column) * 4;
        for (let part = 0; part < 3; part += 1) canvas.rgba[to + part] = frame.colors[number * 3 + part] ?? 0;
        canvas.rgba[to + 3] = 255;
      }
    }
  }
}
