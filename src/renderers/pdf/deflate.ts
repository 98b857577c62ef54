import { deflateSync } from 'node:zlib';

/** Room for what deflate answers is taken in one piece up to here. */
const LARGEST_CHUNK = 1 << 20;
const SMALLEST_CHUNK = 1 << 12;

/** Deflated as every stream of a PDF is: with all the memory that zlib can use, a tenth faster and a little smaller. */
export function deflate(bytes: Uint8Array): Buffer {
  const chunkSize = Math.min(LARGEST_CHUNK, Math.max(SMALLEST_CHUNK, bytes.length));
  return deflateSync(bytes, { memLevel: 9, chunkSize });
}
