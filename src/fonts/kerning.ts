import { coveredGlyphs, glyphClasses, type Lookup } from './layout-lookups.js';

const PAIR = 2;
/** Bit of a value format: the change of the advance; the bits below it come before it in a record. */
const X_ADVANCE = 0x0004;

/** How much nearer the second glyph of a pair comes, in font units; undefined when nothing is said of the pair. */
type PairTable = (left: number, right: number) => number | undefined;

/**
 * The kerning of a face: in font units, negative when two glyphs come nearer.
 *
 * @throws RangeError for a table that points outside itself.
 * @see OpenType 1.9, GPOS lookup type 2
 */
export function kerning(lookups: readonly Lookup[]): (left: number, right: number) => number {
  const byLookup = lookups
    .filter(({ type }) => type === PAIR)
    .map(({ subtables }) =>
      subtables.map((table) => (table.readUInt16BE(0) === 1 ? glyphPairs : classPairs)(table)),
    );
  return (left, right) => {
    let kern = 0;
    for (const tables of byLookup) kern += firstAnswer(tables, left, right);
    return kern;
  };
}

/** Of the subtables of one lookup only the first that knows the pair counts. */
function firstAnswer(tables: readonly PairTable[], left: number, right: number): number {
  for (const table of tables) {
    const kern = table(left, right);
    if (kern !== undefined) return kern;
  }
  return 0;
}

/** Where in a pair's record the first glyph's change of advance stands, and how long the record is. */
function recordOf(table: Buffer): { readonly advanceAt: number; readonly bytes: number } {
  const [first, second] = [table.readUInt16BE(4), table.readUInt16BE(6)];
  return {
    advanceAt: first & X_ADVANCE ? bits(first & (X_ADVANCE - 1)) * 2 : -1,
    bytes: (bits(first) + bits(second)) * 2,
  };
}

function bits(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Format 1: pairs one by one. */
function glyphPairs(table: Buffer): PairTable {
  const { advanceAt, bytes } = recordOf(table);
  const setByLeft = new Map(
    coveredGlyphs(table.subarray(table.readUInt16BE(2))).map((glyph, index) => [
      glyph,
      table.subarray(table.readUInt16BE(10 + index * 2)),
    ]),
  );
  return (left, right) => {
    const set = setByLeft.get(left);
    if (!set || advanceAt < 0) return undefined;
    const step = bytes + 2;
    let [low, high] = [0, set.readUInt16BE(0) - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const glyph = set.readUInt16BE(2 + middle * step);
      if (glyph === right) return set.readInt16BE(4 + middle * step + advanceAt);
      if (glyph < right) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  };
}

/** Format 2: classes of left glyphs against classes of right ones. */
function classPairs(table: Buffer): PairTable {
  const { advanceAt, bytes } = recordOf(table);
  const covered = new Set(coveredGlyphs(table.subarray(table.readUInt16BE(2))));
  const leftClasses = glyphClasses(table.subarray(table.readUInt16BE(8)));
  const rightClasses = glyphClasses(table.subarray(table.readUInt16BE(10)));
  const columns = table.readUInt16BE(14);
  return (left, right) => {
    if (!covered.has(left) || advanceAt < 0) return undefined;
    const cell = (leftClasses.get(left) ?? 0) * columns + (rightClasses.get(right) ?? 0);
    return table.readInt16BE(16 + cell * bytes + advanceAt);
  };
}
