// Windows bitmaps of all ages that scanners, Word and old forums left behind.
import { blankPixels, PictureFault, type Pixels } from './pixels.js';

const FILE_HEAD_BYTES = 14;
/** The head of OS/2 1.x; its sizes have 16 bits, its colours three bytes. */
const CORE_HEAD_BYTES = 12;
/** From here on a head has room for the four masks. */
const MASKED_HEAD_BYTES = 56;

/** @see BITMAPINFOHEADER, biCompression */
const [PLAIN, RUNS_OF_BYTES, RUNS_OF_NIBBLES, MASKS, ALPHA_MASKS] = [0, 1, 2, 3, 6];

interface BitmapHead {
  readonly width: number;
  readonly height: number;
  /** The first row of the file is the uppermost. */
  readonly isTopDown: boolean;
  readonly bits: number;
  readonly packing: number;
  /** Of red, green, blue and alpha. */
  readonly masks: readonly number[];
  /** Bytes of a palette entry, blue first. */
  readonly colorBytes: 3 | 4;
  readonly palette: Buffer;
  readonly data: Buffer;
}

/**
 * A Windows or OS/2 bitmap: 1, 4, 8, 16, 24 and 32 bits, plain, run-length coded or with masks.
 *
 * @throws PictureFault for a bitmap of another kind, over the limits, or cut off.
 */
export function decodeBmp(bytes: Uint8Array): Pixels {
  const head = readHead(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const canvas = blankPixels(head.width, head.height);
  if (head.packing === RUNS_OF_BYTES || head.packing === RUNS_OF_NIBBLES) drawRuns(head, canvas);
  else drawRows(head, canvas);
  return canvas;
}

/** Size in pixels, by the head alone. */
export function bmpSize(bytes: Uint8Array): { readonly width: number; readonly height: number } {
  return readHead(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

function readHead(file: Buffer): BitmapHead {
  if (file.length < FILE_HEAD_BYTES + CORE_HEAD_BYTES) throw new PictureFault('damaged');
  const headBytes = file.readUInt32LE(14);
  const isCore = headBytes === CORE_HEAD_BYTES;
  if (!isCore && (headBytes < 40 || file.length < FILE_HEAD_BYTES + headBytes))
    throw new PictureFault('damaged');
  const width = isCore ? file.readUInt16LE(18) : file.readInt32LE(18);
  const height = isCore ? file.readUInt16LE(20) : file.readInt32LE(22);
  const bits = file.readUInt16LE(isCore ? 24 : 28);
  const packing = isCore ? PLAIN : file.readUInt32LE(30);
  const start = file.readUInt32LE(10);
  const masked = (packing === MASKS || packing === ALPHA_MASKS) && headBytes < MASKED_HEAD_BYTES;
  const paletteAt = FILE_HEAD_BYTES + headBytes + (masked ? (packing === MASKS ? 12 : 16) : 0);
  const colorBytes = isCore ? 3 : 4;
  return {
    width,
    height: Math.abs(height),
    isTopDown: height < 0,
    bits,
    packing: checkedPacking(packing, bits),
    masks: masksOf(file, packing, bits, headBytes),
    colorBytes,
    palette: bits <= 8 ? file.subarray(paletteAt, paletteAt + colorBytes * 2 ** bits) : Buffer.alloc(0),
    data: file.subarray(start),
  };
}

/** Which packings go with which number of bits. */
const PACKINGS: Readonly<Record<number, readonly number[]>> = {
  1: [PLAIN],
  4: [PLAIN, RUNS_OF_NIBBLES],
  8: [PLAIN, RUNS_OF_BYTES],
  16: [PLAIN, MASKS, ALPHA_MASKS],
  24: [PLAIN],
  32: [PLAIN, MASKS, ALPHA_MASKS],
};

function checkedPacking(packing: number, bits: number): number {
  if (PACKINGS[bits]?.includes(packing)) return packing;
  throw new PictureFault('kind', `BMP (${bits} bit, ${packing})`);
}

function masksOf(file: Buffer, packing: number, bits: number, headBytes: number): number[] {
  if (packing === PLAIN) return bits === 16 ? [0x7c00, 0x03e0, 0x001f, 0] : [0xff0000, 0x00ff00, 0x0000ff, 0];
  if (packing !== MASKS && packing !== ALPHA_MASKS) return [];
  const hasAlpha = packing === ALPHA_MASKS || headBytes >= MASKED_HEAD_BYTES;
  const at = FILE_HEAD_BYTES + 40;
  if (file.length < at + 16) throw new PictureFault('damaged');
  return [0, 4, 8, 12].map((step) => (step === 12 && !hasAlpha ? 0 : file.readUInt32LE(at + step)));
}

function drawRows(head: BitmapHead, canvas: Pixels): void {
  const { width, height, bits, data } = head;
  const rowBytes = Math.ceil((width * bits) / 32) * 4;
  // Programs that saved the last row without its padding are many.
  if (data.length < rowBytes * (height - 1) + Math.ceil((width * bits) / 8))
    throw new PictureFault('damaged');
  const drawRow = bits <= 8 ? paletteRow(head, canvas) : sampleRow(head, canvas);
  for (let row = 0; row < height; row += 1)
    drawRow(row * rowBytes, (head.isTopDown ? row : height - 1 - row) * width);
}

/** Draws the row whose bytes are at `from` to the pixels from `to` on. */
type DrawRow = (from: number, to: number) => void;

function paletteRow({ width, bits, data, ...head }: BitmapHead, canvas: Pixels): DrawRow {
  const [colors, pixels, mask] = [colorsOf(head), wordsOf(canvas), (1 << bits) - 1];
  return (from, to) => {
    for (let column = 0; column < width; column += 1) {
      const bit = column * bits;
      const byte = data[from + (bit >> 3)] as number;
      pixels[to + column] = colors[(byte >> (8 - bits - (bit & 7))) & mask] as number;
    }
  };
}

function sampleRow({ width, bits, data, masks }: BitmapHead, canvas: Pixels): DrawRow {
  const samples = masks.map(sampleOf);
  return (from, to) => {
    for (let column = 0; column < width; column += 1) {
      const value = data.readUIntLE(from + (column * bits) / 8, bits / 8);
      for (let part = 0; part < 4; part += 1)
        canvas.rgba[(to + column) * 4 + part] = samples[part]?.(value) ?? 255;
    }
  };
}

/** A pixel a number, its red lowest, as the bytes lie in memory on every machine that Node runs on. */
function wordsOf({ rgba }: Pixels): Uint32Array {
  return new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.length / 4);
}

/** The palette in such numbers; colours that it lacks are black. */
function colorsOf({ palette, colorBytes }: Pick<BitmapHead, 'palette' | 'colorBytes'>): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, number) => {
    const [blue = 0, green = 0, red = 0] = palette.subarray(number * colorBytes, (number + 1) * colorBytes);
    return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
  });
}

/** What a mask takes out of a pixel, spread over a byte; a mask of nothing is opaque. */
function sampleOf(mask: number): (value: number) => number {
  if (mask === 0) return () => 255;
  const shift = 31 - Math.clz32(mask & -mask);
  const most = mask >>> shift;
  return (value) => Math.round((((value & mask) >>> shift) * 255) / most);
}

/** @see BITMAPINFOHEADER, “Bitmap Compression”: pairs of a count and a colour; a count of 0 is a command */
function drawRuns(head: BitmapHead, canvas: Pixels): void {
  const { width, height, data, bits } = head;
  const [colors, pixels] = [colorsOf(head), wordsOf(canvas)];
  pixels.fill(colors[0] as number);
  const perByte = 8 / bits;
  let [x, y, at] = [0, 0, 0];
  const put = (number: number): void => {
    const row = head.isTopDown ? y : height - 1 - y;
    if (x < width) pixels[row * width + x] = colors[number] as number;
    x += 1;
  };
  const colorIn = (byte: number, index: number): number =>
    bits === 8 ? byte : index % 2 === 0 ? byte >> 4 : byte & 15;
  while (at + 1 < data.length && y < height) {
    const [count, second] = [data[at] as number, data[at + 1] as number];
    at += 2;
    if (count > 0) {
      for (let index = 0; index < count; index += 1) put(colorIn(second, index));
    } else if (second === 0) {
      [x, y] = [0, y + 1];
    } else if (second === 1) {
      return;
    } else if (second === 2) {
      [x, y] = [x + (data[at] ?? 0), y + (data[at + 1] ?? 0)];
      at += 2;
    } else {
      for (let index = 0; index < second; index += 1)
        put(colorIn(data[at + Math.floor(index / perByte)] ?? 0, index));
      at += Math.ceil(second / perByte / 2) * 2;
    }
  }
}
