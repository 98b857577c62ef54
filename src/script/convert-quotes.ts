/** Quotes of the mainland (GB/T 15834, 4.8) and those of Taiwan and Hong Kong, the outer ones first. */
const MAINLAND: readonly string[] = ['\u201C', '\u201D', '\u2018', '\u2019'];
const CORNERS: readonly string[] = ['\u300C', '\u300D', '\u300E', '\u300F'];

const HAN = /\p{Script=Han}/u;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * The text with the quotes of the other writing. A quote is Chinese when the letter next to it on either side is; the
 * other one of its pair goes with it. An apostrophe and the quotes of an English sentence stay.
 */
export function convertQuotes(text: string, to: 'simplified' | 'traditional'): string {
  const [from, into] = to === 'traditional' ? [MAINLAND, CORNERS] : [CORNERS, MAINLAND];
  if (!from.some((mark) => text.includes(mark))) return text;
  const characters = [...text];
  const converted = new Set<number>();
  const openAt: number[] = [];
  for (const [at, char] of characters.entries()) {
    const kind = from.indexOf(char);
    if (kind < 0) continue;
    if (nearHan(characters, at)) converted.add(at);
    if (kind === 0 || kind === 2) openAt.push(at);
    else pair(characters, at, from[kind - 1] as string, openAt, converted);
  }
  return characters
    .map((char, at) => (converted.has(at) ? (into[from.indexOf(char)] ?? char) : char))
    .join('');
}

/** Closes the nearest quote of the kind; both are Chinese when one is. */
function pair(
  characters: readonly string[],
  at: number,
  opener: string,
  openAt: number[],
  converted: Set<number>,
): void {
  const place = openAt.findLastIndex((each) => characters[each] === opener);
  const start = openAt[place];
  if (start === undefined) return;
  openAt.length = place;
  if (!converted.has(at) && !converted.has(start)) return;
  converted.add(at);
  converted.add(start);
}

function nearHan(characters: readonly string[], at: number): boolean {
  const [before, after] = [nearestLetter(characters, at, -1), nearestLetter(characters, at, 1)];
  // don't, and a quote of which the line says no more
  if (before && after && !HAN.test(before) && !HAN.test(after)) return false;
  return HAN.test(before) || HAN.test(after);
}

/** How far is looked: over a few marks in a row. */
const REACH = 4;

function nearestLetter(characters: readonly string[], at: number, step: 1 | -1): string {
  for (let away = 1; away <= REACH; away++) {
    const char = characters[at + away * step] ?? '';
    if (LETTER.test(char)) return char;
  }
  return '';
}
