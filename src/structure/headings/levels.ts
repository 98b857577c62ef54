/** A heading as far as its depth is concerned. */
export interface Ranked {
  /** Index among the rows. */
  readonly at: number;
  /** Scheme, or another name for headings of one kind. */
  readonly key: string;
  /** Headings of one key whose numbers go on from one another. */
  readonly run: number;
  /** Ends in a colon right above the next heading: 分章节列示：. */
  readonly leads?: boolean;
}

/** Official order, widest first (GB/T 9704 7.3.3: 一、 （一） 1. （1）; 章 and 节 above). */
const ORDER: readonly string[] = [
  'annex',
  'volume',
  'chapter',
  'section',
  'article',
  'bare',
  'counted',
  'legal',
  'stem',
  'han',
  'han-bracketed',
  'arabic',
  'decimal-1',
  'decimal-2',
  'decimal-3',
  'decimal-4',
  'decimal-5',
  'arabic-bracketed',
  'circled',
  'latin',
  'listed',
  'unnumbered',
];

/**
 * The depth of each heading, 1 for the top, without a skipped level. Official order decides, unless the text
 * itself shows otherwise: a run that lies whole between two members of another is under it.
 */
export function headingDepths(headings: readonly Ranked[]): number[] {
  const votes = containment(headings);
  const isUnder = (one: string, other: string): boolean => {
    const inside = votes.get(`${one} in ${other}`) ?? 0;
    const around = votes.get(`${other} in ${one}`) ?? 0;
    return inside === around ? rank(one) > rank(other) : inside > around;
  };
  const stack: string[] = [];
  return headings.map(({ key }) => {
    let top = stack.at(-1);
    while (top !== undefined && (top === key || !isUnder(key, top))) {
      stack.pop();
      top = stack.at(-1);
    }
    stack.push(key);
    return stack.length;
  });
}

/** How far below the widest a kind stands in official order. */
export function rank(key: string): number {
  const place = ORDER.indexOf(key.startsWith('counted') ? 'counted' : key);
  return place < 0 ? ORDER.length : place;
}

const MOST_KEYS = 24;

/** Counts, for each pair of keys, the runs of one that lie between two neighbours in a run of the other. */
function containment(headings: readonly Ranked[]): ReadonlyMap<string, number> {
  const votes = new Map<string, number>();
  const ends = new Map<number, { first: number; last: number }>();
  for (const [index, { run, key, leads }] of headings.entries()) {
    ends.set(run, { first: ends.get(run)?.first ?? index, last: index });
    const below = leads ? headings[index + 1]?.key : undefined;
    if (below !== undefined && below !== key) votes.set(`${below} in ${key}`, 1);
  }
  const keys = commonKeys(headings);
  const before = nearest(headings, keys, 1);
  const after = nearest(headings, keys, -1);
  for (const { first, last } of ends.values()) {
    const own = headings[first]?.key;
    for (const key of keys) {
      const [left, right] = [before[first]?.get(key), after[first]?.get(key)];
      const between = key !== own && left !== undefined && right !== undefined && right > last;
      if (!between || headings[left]?.run !== headings[right]?.run) continue;
      votes.set(`${own} in ${key}`, (votes.get(`${own} in ${key}`) ?? 0) + 1);
    }
  }
  return votes;
}

/** The kinds that occur most. A text has a dozen at most; a hostile one may have thousands, which are not compared. */
function commonKeys(headings: readonly Ranked[]): string[] {
  const counts = new Map<string, number>();
  for (const { key } of headings) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_KEYS)
    .map(([key]) => key);
}

/** For each heading the nearest one of each key, before it (step 1) or after it (step -1). */
function nearest(
  headings: readonly Ranked[],
  keys: readonly string[],
  step: 1 | -1,
): ReadonlyMap<string, number>[] {
  const found: ReadonlyMap<string, number>[] = [];
  const seen = new Map<string, number>();
  const known = new Set(keys);
  for (let turn = 0; turn < headings.length; turn++) {
    const index = step === 1 ? turn : headings.length - 1 - turn;
    found[index] = keys.length > 1 ? new Map(seen) : seen;
    const key = headings[index]?.key ?? '';
    if (known.has(key)) seen.set(key, index);
  }
  return found;
}
