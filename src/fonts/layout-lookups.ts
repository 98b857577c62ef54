/** Which rules of a GSUB or GPOS table are wanted. */
export interface LookupRequest {
  /** Feature tags (`locl`, `liga`, `kern`). */
  readonly features: readonly string[];
  /** OpenType script tags; the first that the face has is taken. */
  readonly scripts: readonly string[];
  /** OpenType language tag with its trailing blank (`ZHS `); a script's usual rules where it has none of its own. */
  readonly language: string;
}

export interface Lookup {
  readonly type: number;
  readonly subtables: readonly Buffer[];
}

/**
 * A face made for one region keeps the forms of full-width marks, such as the dash that joins, under the language of
 * that region alone; text of a neighbour's wants them as well.
 */
const EAST_ASIAN: ReadonlySet<string> = new Set(['ZHS ', 'ZHT ', 'ZHH ', 'JAN ', 'KOR ']);

/** Lookup type that only points to another one, by table. */
const EXTENSION = { GSUB: 7, GPOS: 9 } as const;

/**
 * The lookups that features name, in the order in which they apply. A face without the script or the features has
 * none.
 *
 * @throws RangeError for a table that points outside itself.
 * @see OpenType 1.9, common table formats
 */
export function lookupsOf(
  table: Buffer | undefined,
  kind: 'GSUB' | 'GPOS',
  request: LookupRequest,
): Lookup[] {
  if (!table) return [];
  const [scripts, features, lookups] = [4, 6, 8].map((at) => table.subarray(table.readUInt16BE(at)));
  if (!scripts || !features || !lookups) return [];
  const language = findLanguage(scripts, request);
  if (!language) return [];
  const indexes = list16(language, 4)
    .map((index) => 2 + index * 6)
    .filter((at) => request.features.includes(features.toString('latin1', at, at + 4)))
    .flatMap((at) => list16(features.subarray(features.readUInt16BE(at + 4)), 2));
  return [...new Set(indexes)]
    .sort((a, b) => a - b)
    .map((index) => readLookup(lookups.subarray(lookups.readUInt16BE(2 + index * 2)), EXTENSION[kind]));
}

function findLanguage(scripts: Buffer, { scripts: wanted, language }: LookupRequest): Buffer | undefined {
  for (const tag of wanted) {
    const script = findTagged(scripts, 0, tag);
    if (!script) continue;
    const special = findTagged(script, 2, language);
    if (special) return special;
    if (EAST_ASIAN.has(language) && script.readUInt16BE(2) === 1)
      return script.subarray(script.readUInt16BE(8));
    const usual = script.readUInt16BE(0);
    return usual === 0 ? undefined : script.subarray(usual);
  }
  return undefined;
}

/** In a list of (tag, offset) whose count stands at `at`. */
function findTagged(table: Buffer, at: number, tag: string): Buffer | undefined {
  const count = table.readUInt16BE(at);
  for (let index = 0; index < count; index += 1) {
    const record = at + 2 + index * 6;
    if (table.toString('latin1', record, record + 4) === tag) {
      return table.subarray(table.readUInt16BE(record + 4));
    }
  }
  return undefined;
}

function readLookup(lookup: Buffer, extension: number): Lookup {
  const type = lookup.readUInt16BE(0);
  const subtables = list16(lookup, 4).map((offset) => lookup.subarray(offset));
  if (type !== extension) return { type, subtables };
  return {
    type: subtables[0]?.readUInt16BE(2) ?? type,
    subtables: subtables.map((subtable) => subtable.subarray(subtable.readUInt32BE(4))),
  };
}

/**
 * The glyphs that a coverage table lists, in the order of its indexes.
 *
 * @throws RangeError when they do not rise, which also bounds how many a hostile table can name.
 */
export function coveredGlyphs(table: Buffer): number[] {
  if (table.readUInt16BE(0) === 1) return list16(table, 2);
  return rangesOf(table, 2).flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  );
}

/** Classes of glyphs by a class definition table; glyphs that it does not list are of class 0. */
export function glyphClasses(table: Buffer): ReadonlyMap<number, number> {
  const classes = new Map<number, number>();
  if (table.readUInt16BE(0) === 1) {
    const first = table.readUInt16BE(2);
    for (const [index, glyphClass] of list16(table, 4).entries()) classes.set(first + index, glyphClass);
    return classes;
  }
  for (const { first, last, value } of rangesOf(table, 2)) {
    for (let glyph = first; glyph <= last; glyph += 1) classes.set(glyph, value);
  }
  return classes;
}

function rangesOf(table: Buffer, at: number): { first: number; last: number; value: number }[] {
  let next = 0;
  return Array.from({ length: table.readUInt16BE(at) }, (_, index) => {
    const [first = 0, last = 0, value = 0] = [0, 2, 4].map((offset) =>
      table.readUInt16BE(at + 2 + index * 6 + offset),
    );
    if (first < next || last < first) throw new RangeError('glyph ranges out of order');
    next = last + 1;
    return { first, last, value };
  });
}

/** The numbers of a list whose count stands at `at`. */
export function list16(table: Buffer, at: number): number[] {
  const count = table.readUInt16BE(at);
  return Array.from({ length: count }, (_, index) => table.readUInt16BE(at + 2 + index * 2));
}
