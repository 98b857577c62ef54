/** Where one object is: at a byte of the file, or packed in an object stream. */
export type ObjectPlace =
  | { readonly kind: 'offset'; readonly offset: number }
  | { readonly kind: 'packed'; readonly stream: number; readonly index: number };

/** Bytes of a row of the cross-reference stream: kind, offset or stream, index. */
const ROW = [1, 4, 2] as const;
const ROW_BYTES = 7;

/** Entries of the dictionary of a cross-reference stream that say how its rows are stored. */
export const ROW_ENTRIES: string = `/W[${ROW.join(' ')}]/DecodeParms<</Predictor 12/Columns ${ROW_BYTES}>>`;

/**
 * The rows of a cross-reference stream, before they are deflated.
 *
 * @param places By object number, from 1 on.
 * @see ISO 32000-1, 7.5.8
 */
export function referenceRows(places: readonly ObjectPlace[]): Buffer {
  const rows = Buffer.alloc((places.length + 1) * ROW_BYTES);
  rows.writeUInt16BE(0xffff, 5);
  for (const [index, place] of places.entries()) {
    const at = (index + 1) * ROW_BYTES;
    const isPacked = place.kind === 'packed';
    rows.writeUInt8(isPacked ? 2 : 1, at);
    rows.writeUInt32BE(isPacked ? place.stream : place.offset, at + 1);
    rows.writeUInt16BE(isPacked ? place.index : 0, at + 5);
  }
  return differences(rows);
}

/**
 * The classic table: twenty bytes a row, which every reader of PDF since 1993 understands.
 *
 * @param offsets By object number, from 1 on.
 * @see ISO 32000-1, 7.5.4
 */
export function referenceTable(offsets: readonly number[]): string {
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  return `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${rows.join('')}`;
}

/** PNG predictor "up": each byte less the one above it, each row led by the predictor's number. */
function differences(rows: Buffer): Buffer {
  const count = rows.length / ROW_BYTES;
  const out = Buffer.alloc(count * (ROW_BYTES + 1));
  for (let row = 0; row < count; row += 1) {
    out[row * (ROW_BYTES + 1)] = 2;
    for (let column = 0; column < ROW_BYTES; column += 1) {
      const at = row * ROW_BYTES + column;
      const above = row === 0 ? 0 : (rows[at - ROW_BYTES] ?? 0);
      out[row * (ROW_BYTES + 1) + 1 + column] = ((rows[at] ?? 0) - above) & 0xff;
    }
  }
  return out;
}
