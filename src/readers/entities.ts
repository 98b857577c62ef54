import type { RepairTally } from './repairs.js';

/** Entities of HTML that stand as text in scraped articles. Rarer ones stay as written. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  shy: '\u00AD',
  zwnj: '\u200C',
  zwj: '\u200D',
  lrm: '\u200E',
  rlm: '\u200F',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '\u00AB',
  raquo: '\u00BB',
  lsaquo: '\u2039',
  rsaquo: '\u203A',
  ndash: '\u2013',
  mdash: '—',
  hellip: '…',
  middot: '\u00B7',
  bull: '\u2022',
  permil: '\u2030',
  sect: '\u00A7',
  para: '\u00B6',
  copy: '\u00A9',
  reg: '\u00AE',
  trade: '\u2122',
  deg: '\u00B0',
  plusmn: '\u00B1',
  times: '\u00D7',
  divide: '\u00F7',
  frac12: '\u00BD',
  sup2: '\u00B2',
  sup3: '\u00B3',
  le: '\u2264',
  ge: '\u2265',
  ne: '\u2260',
  yen: '\u00A5',
  pound: '\u00A3',
  euro: '\u20AC',
  cent: '\u00A2',
  larr: '\u2190',
  rarr: '\u2192',
  uarr: '\u2191',
  darr: '\u2193',
};

/** `&nbsp;` `&#8203;` `&#x4E00;`: only with its semicolon, so that `?a=1&copy=2` is left alone. */
const ENTITY = /&(?:([A-Za-z][A-Za-z0-9]{1,7})|#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6}));/g;

/** Pages are escaped once too often, hardly ever twice (`&amp;nbsp;`). */
const MAX_ROUNDS = 2;

/** Decodes HTML entities that stand in plain text, twice where they were escaped twice; counts each under `html-entity`. */
export function decodeEntities(text: string, tally: RepairTally): string {
  let result = text;
  for (let round = 0; round < MAX_ROUNDS && result.includes('&'); round++) {
    let count = 0;
    result = result.replace(ENTITY, (whole, name: string, decimal: string, hex: string) => {
      const char = name === undefined ? fromCodePoint(decimal, hex) : namedEntity(name);
      if (char === undefined) return whole;
      count += 1;
      return char;
    });
    if (count === 0) break;
    tally.add('html-entity', count);
  }
  return result;
}

function namedEntity(name: string): string | undefined {
  return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
}

/** Line ends written as entities become spaces: an entity never starts a line. */
function fromCodePoint(decimal: string | undefined, hex: string | undefined): string | undefined {
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
  if (code > 0x10ffff) return undefined;
  const char = String.fromCodePoint(code);
  return /[\n-\r\x85\u2028\u2029]/.test(char) ? ' ' : char;
}
