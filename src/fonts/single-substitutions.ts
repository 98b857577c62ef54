/** Which forms of a face are wanted: `locl` under a language, `vert` for columns. */
export interface SubstitutionRequest {
  readonly feature: string;
  /** OpenType script tags, the first that the face has is taken. */
  readonly scripts: readonly string[];
  /** OpenType language tag with its trailing blank (`ZHS `). */
  readonly language: string;
}

const SINGLE = 1;
const EXTENSION = 7;

/**
 * What a feature of the GSUB table puts in place of single glyphs. Lookups that look at more than one glyph are
 * passed over. A face without the script or feature, or with a broken table, substitutes nothing.
 *
 * @see OpenType 1.9, GSUB
 */
export function singleSubstitutions(
  gsub: Buffer | undefined,
  request: SubstitutionRequest,
): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  if (!gsub) return glyphs;
  try {
    for (const lookup of lookupsOf(gsub, request)) {
      for (const subtable of singleSubtables(lookup)) addSubtable(subtable, glyphs);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return glyphs;
}

function lookupsOf(gsub: Buffer, request: SubstitutionRequest): Buffer[] {
  const [scripts, features, lookups] = [4, 6, 8].map((at) => gsub.subarray(gsub.readUInt16BE(at)));
  if (!scripts || !features || !lookups) return [];
  const language = findLanguage(scripts, request);
  if (!language) return [];
  return list16(language, 4)
    .map((index) => 2 + index * 6)
    .filter((at) => features.toString('latin1', at, at + 4) === request.feature)
    .flatMap((at) => list16(features.subarray(features.readUInt16BE(at + 4)), 2))
    .map((index) => lookups.subarray(lookups.readUInt16BE(2 + index * 2)));
}

function findLanguage(
  scripts: Buffer,
  { scripts: wanted, language }: SubstitutionRequest,
): Buffer | undefined {
  for (const tag of wanted) {
    const script = findTagged(scripts, 0, tag);
    if (!script) continue;
    const special = findTagged(script, 2, language);
    if (special) return special;
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

function singleSubtables(lookup: Buffer): Buffer[] {
  const type = lookup.readUInt16BE(0);
  const subtables = list16(lookup, 4).map((offset) => lookup.subarray(offset));
  if (type === SINGLE) return subtables;
  if (type !== EXTENSION) return [];
  return subtables
    .filter((subtable) => subtable.readUInt16BE(2) === SINGLE)
    .map((subtable) => subtable.subarray(subtable.readUInt32BE(4)));
}

function addSubtable(subtable: Buffer, glyphs: Map<number, number>): void {
  const covered = coverage(subtable.subarray(subtable.readUInt16BE(2)));
  const delta = subtable.readUInt16BE(4);
  const isList = subtable.readUInt16BE(0) === 2;
  for (const [index, glyph] of covered.entries()) {
    const form = isList ? subtable.readUInt16BE(6 + index * 2) : (glyph + delta) & 0xffff;
    // The first lookup that matches a glyph wins, as in the order of lookups.
    if (!glyphs.has(glyph)) glyphs.set(glyph, form);
  }
}

function coverage(table: Buffer): number[] {
  if (table.readUInt16BE(0) === 1) return list16(table, 2);
  const glyphs: number[] = [];
  const count = table.readUInt16BE(2);
  let next = 0;
  for (let at = 4; at < 4 + count * 6; at += 6) {
    const [first, last] = [table.readUInt16BE(at), table.readUInt16BE(at + 2)];
    // Ranges rise by the specification; this also bounds the list.
    if (first < next) throw new RangeError('coverage out of order');
    next = last + 1;
    for (let glyph = first; glyph <= last; glyph += 1) glyphs.push(glyph);
  }
  return glyphs;
}

/** The numbers of a list whose count stands at `at`. */
function list16(table: Buffer, at: number): number[] {
  const count = table.readUInt16BE(at);
  return Array.from({ length: count }, (_, index) => table.readUInt16BE(at + 2 + index * 2));
}
