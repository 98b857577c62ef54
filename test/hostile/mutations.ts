import { strToU8, unzipSync, zipSync } from 'fflate';

/** A number in [0, 1): the next one of a run that a seed fixes. */
export type Random = () => number;

/** The same run of numbers for the same seed. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Pieces that mean something to one format or another; put in at random they make what no author writes. */
const PIECES: readonly string[] = [
  '\0',
  '\uFEFF',
  '\u202E',
  '\uFFFE',
  '\r',
  '\n\n\n',
  '\u3000\u3000',
  '一、',
  '\uFF08二\uFF09',
  '第三章 ',
  '4. ',
  '1.1.1 ',
  '①',
  '[1]',
  '目录\n',
  '附件\uFF1A',
  '来源\uFF1A',
  '作者\uFF1A佚名',
  '2021-13-45',
  '当前位置\uFF1A首页 > ',
  '上一篇\uFF1A',
  '——',
  '……',
  '“',
  '”',
  '---\n',
  '# ',
  '> ',
  '- ',
  '```\n',
  '$$',
  '[^1]',
  '[^1]: ',
  '|a|b|\n|-|-|\n',
  '![](x.png)',
  '<div>',
  '</div>',
  '<table><tr><td rowspan=9>',
  '<!--',
  '-->',
  '<script>',
  '</p>',
  '<ruby>字<rt>zì',
  '&nbsp;',
  '&#xD800;',
  '{"',
  '":',
  '[[',
  '}}',
  'null',
  '-1e999',
  '"__proto__":',
  '</w:p>',
  '<w:p>',
  '<w:tbl>',
  '<w:ins>',
  'w:val="-1"',
  'w:val="99999999999"',
  'r:id="rId999"',
];

type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const at = (bytes: Uint8Array, random: Random): number => Math.floor(random() * (bytes.length + 1));

function splice(bytes: Uint8Array, start: number, end: number, insert: Uint8Array): Uint8Array {
  return Uint8Array.from([...bytes.subarray(0, start), ...insert, ...bytes.subarray(end)]);
}

function stretch(bytes: Uint8Array, random: Random, most: number): [start: number, end: number] {
  const start = at(bytes, random);
  return [start, Math.min(bytes.length, start + Math.floor(random() * most))];
}

/** One small harm each. */
const MUTATIONS: readonly Mutation[] = [
  function changeByte(bytes, random) {
    const copy = bytes.slice();
    if (copy.length > 0) copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
    return copy;
  },
  function insertPiece(bytes, random) {
    const place = at(bytes, random);
    return splice(bytes, place, place, strToU8(PIECES[Math.floor(random() * PIECES.length)] ?? ''));
  },
  function replaceByPiece(bytes, random) {
    const [start, end] = stretch(bytes, random, 40);
    return splice(bytes, start, end, strToU8(PIECES[Math.floor(random() * PIECES.length)] ?? ''));
  },
  function remove(bytes, random) {
    return splice(bytes, ...stretch(bytes, random, 200), new Uint8Array());
  },
  function repeat(bytes, random) {
    const [start, end] = stretch(bytes, random, 120);
    const piece = bytes.subarray(start, end);
    const times = 2 + Math.floor(random() * 60);
    return splice(bytes, start, end, Uint8Array.from(Array.from({ length: times }, () => [...piece]).flat()));
  },
  function cut(bytes, random) {
    return bytes.slice(0, at(bytes, random));
  },
  function cross(bytes, random, other) {
    return splice(
      bytes.subarray(0, at(bytes, random)),
      bytes.length,
      bytes.length,
      other.subarray(at(other, random)),
    );
  },
  function move(bytes, random) {
    const [start, end] = stretch(bytes, random, 400);
    const rest = splice(bytes, start, end, new Uint8Array());
    const place = at(rest, random);
    return splice(rest, place, place, bytes.subarray(start, end));
  },
];

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** A file with one to eight small harms; of a package, more often in a part of it than in the zip around. */
export function mutate(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  if (isZip(bytes) && random() < 0.85) return mutatePart(bytes, random, other);
  let changed = bytes;
  for (let count = 1 + Math.floor(random() * 8); count > 0; count--) {
    const mutation = MUTATIONS[Math.floor(random() * MUTATIONS.length)] as Mutation;
    changed = mutation(changed, random, other);
  }
  return changed;
}

function mutatePart(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  const parts: Record<string, Uint8Array> = unzipSync(bytes);
  const names = Object.keys(parts);
  const name = names[Math.floor(random() * names.length)] ?? '';
  const part = parts[name] ?? new Uint8Array();
  if (random() < 0.1) delete parts[name];
  else parts[name] = isZip(part) ? part : mutate(part, random, isZip(other) ? part : other);
  return zipSync(parts, { level: 1, mtime: new Date(1980, 1, 1) });
}
