import { checkSize, PictureFault, type Pixels } from './pixels.js';

interface Chunk {
  readonly name: string;
  readonly data: Buffer;
}

/**
 * A WebP picture; of an animation the first frame.
 *
 * @throws PictureFault for a file that is damaged or over the limits.
 */
export async function decodeWebp(bytes: Uint8Array): Promise<Pixels> {
  const still = stillWebp(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  // libwebp as WebAssembly, loaded when the first such picture comes.
  const { decode } = await import('@cwasm/webp');
  try {
    const { width, height, data } = decode(still);
    return { width, height, rgba: new Uint8Array(data.buffer, data.byteOffset, data.length) };
  } catch (cause) {
    throw Object.assign(new PictureFault('damaged'), { cause });
  }
}

/** The picture, or the first frame of an animation, as a file of its own that says no more than it must. */
function stillWebp(file: Buffer): Buffer {
  const top = [...chunksOf(file.subarray(12))];
  const frame = top.find(({ name }) => name === 'ANMF');
  // A frame has its place and its duration before its chunks. @see WebP container specification, “Animation”
  const parts = frame ? [...chunksOf(frame.data.subarray(16))] : top;
  const coded = parts.find(({ name }) => name === 'VP8 ' || name === 'VP8L');
  if (!coded) throw new PictureFault('damaged');
  const [width, height] = codedSize(coded);
  checkSize(width, height);
  const alpha = coded.name === 'VP8 ' ? parts.find(({ name }) => name === 'ALPH') : undefined;
  const body = alpha
    ? [pack({ name: 'VP8X', data: extendedHead(width, height) }), pack(alpha), pack(coded)]
    : [pack(coded)];
  return Buffer.concat([pack({ name: 'RIFF', data: Buffer.concat([Buffer.from('WEBP'), ...body]) })]);
}

function* chunksOf(data: Buffer): Generator<Chunk> {
  for (let at = 0; at + 8 <= data.length; ) {
    const length = data.readUInt32LE(at + 4);
    yield { name: data.toString('latin1', at, at + 4), data: data.subarray(at + 8, at + 8 + length) };
    at += 8 + length + (length % 2);
  }
}

function pack({ name, data }: Chunk): Buffer {
  const head = Buffer.alloc(8, name, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

/** The size that the decoder will make room for, whatever the container says. @see RFC 6386, 9.1; RFC 9649, 3.4 */
function codedSize({ name, data }: Chunk): [width: number, height: number] {
  if (data.length < 10) throw new PictureFault('damaged');
  if (name === 'VP8 ') return [data.readUInt16LE(6) & 0x3fff, data.readUInt16LE(8) & 0x3fff];
  const bits = data.readUInt32LE(1);
  return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
}

/** A head that says: there is an alpha channel. */
function extendedHead(width: number, height: number): Buffer {
  const head = Buffer.alloc(10);
  head[0] = 0x10;
  head.writeUIntLE(width - 1, 4, 3);
  head.writeUIntLE(height - 1, 7, 3);
  return head;
}
