import type { Inspection } from '../../src/index.js';
import { answers, type Page, type Unit, unwanted } from './page.js';
import { key, keysOf, type Seen, seenUnits } from './seen.js';

/** Points of 100. */
export const WEIGHTS = {
  metadata: 20,
  parts: 15,
  headings: 25,
  blocks: 15,
  furniture: 12.5,
  sentences: 12.5,
} as const;

export type Area = keyof typeof WEIGHTS;

/** Shares of the metadata's points; a fact that the page does not state must be absent. */
const FACTS = { title: 6, subtitle: 1, authors: 4, date: 4, source: 2, url: 2, channel: 1 } as const;

/** A heading found counts for these shares of itself. */
const HEADING = { text: 0.6, level: 0.2, numeral: 0.2 } as const;

/** A block with the right bounds but of another kind counts so much. */
const KIND_SHARE = 0.3;

export interface Score {
  readonly total: number;
  readonly areas: Readonly<Record<Area, number>>;
  /** What went wrong, one line each. */
  readonly faults: readonly string[];
}

export function score(page: Page, found: Inspection): Score {
  const faults: string[] = [];
  const expected = answers(page);
  const seen = withoutOpen(seenUnits(found), expected);
  const wanted = expected.filter(
    ({ kinds }) => !['title', 'metadata', 'furniture', 'open'].includes(kinds[0] ?? ''),
  );
  const shares: Record<Area, number> = {
    metadata: metadataShare(page, found, faults),
    parts: partsShare(wanted, found, faults),
    headings: headingsShare(wanted, seen, faults),
    blocks: blocksShare(wanted, seen, faults),
    furniture: furnitureShare(page, wanted, seen, faults),
    sentences: sentencesShare(wanted, seen, faults),
  };
  const areas = Object.fromEntries(
    Object.entries(WEIGHTS).map(([area, points]) => [area, points * shares[area as Area]]),
  ) as Record<Area, number>;
  const total = Object.values(areas).reduce((sum, points) => sum + points, 0);
  return { total, areas, faults };
}

function withoutOpen(seen: readonly Seen[], expected: readonly Unit[]): Seen[] {
  const open = new Set(expected.filter(({ kinds }) => kinds[0] === 'open').map(({ text }) => key(text)));
  for (const { kinds, text } of expected) if (kinds[0] !== 'open') open.delete(key(text));
  return seen.filter(({ keys }) => !keys.some((each) => open.has(each)));
}

function metadataShare(page: Page, found: Inspection, faults: string[]): number {
  const given: Record<keyof typeof FACTS, string | null> = {
    title: found.title,
    subtitle: found.subtitle,
    authors: found.authors.join(';') || null,
    date: found.publishedOn,
    source: found.source.name,
    url: found.source.url,
    channel: found.source.channel,
  };
  let points = 0;
  let all = 0;
  for (const [fact, weight] of Object.entries(FACTS) as [keyof typeof FACTS, number][]) {
    const allowed = (page.header.get(fact) ?? '-')
      .split(' || ')
      .map((value) => (value === '-' ? '' : key(value)));
    all += weight;
    if (allowed.includes(key(given[fact] ?? ''))) points += weight;
    else faults.push(`metadata ${fact}: ${given[fact] ?? '-'} instead of ${page.header.get(fact) ?? '-'}`);
  }
  return points / all;
}

function partsShare(wanted: readonly Unit[], found: Inspection, faults: string[]): number {
  const expected = wanted.filter(({ kinds }) => kinds[0] === 'part');
  const seen = found.parts.filter((part) => part.title !== null || part.label !== null);
  if (expected.length === 0 && seen.length === 0) return 1;
  const hits = alignment(expected, seen, ({ text }, part) => {
    const keys = keysOf(part.label?.text, part.title ?? '');
    return text.split(' || ').some((each) => keys.includes(key(each)));
  }).length;
  if (hits < expected.length || hits < seen.length)
    faults.push(`parts: ${seen.map((part) => part.title ?? part.label?.text).join(' / ') || 'none'}`);
  return f1(hits, expected.length, seen.length);
}

function headingsShare(wanted: readonly Unit[], seen: readonly Seen[], faults: string[]): number {
  const optional = wanted.filter(({ kinds }) => kinds.includes('heading') && kinds.length > 1);
  const expected = wanted.filter(({ kinds }) => kinds.length === 1 && kinds[0] === 'heading');
  const free = new Set(optional.map(({ text }) => key(text)));
  const given = seen.filter(({ kind, keys }) => kind === 'heading' && !keys.some((each) => free.has(each)));
  if (expected.length === 0 && given.length === 0) return 1;
  const pairs = alignment(expected, given, sameText);
  let points = 0;
  for (const [unit, heading] of pairs) {
    const level = unit.level === heading.level;
    const numeral = unit.loose || (unit.label === undefined) === (heading.numeral === undefined);
    if (!level) faults.push(`level ${heading.level} instead of ${unit.level}: ${unit.text}`);
    if (!numeral)
      faults.push(`number ${heading.numeral ?? '-'} instead of ${unit.label ?? '-'}: ${unit.text}`);
    points += HEADING.text + (level ? HEADING.level : 0) + (numeral ? HEADING.numeral : 0);
  }
  noteRest(
    'heading missed',
    expected,
    pairs.map(([unit]) => unit),
    faults,
  );
  for (const heading of given)
    if (!pairs.some(([, each]) => each === heading)) faults.push(`heading too many: ${heading.keys[0]}`);
  return f1(points, expected.length, given.length);
}

function blocksShare(wanted: readonly Unit[], seen: readonly Seen[], faults: string[]): number {
  const ofBlocks = ({ kinds }: Unit): boolean => !['part', 'break', 'note'].includes(kinds[0] ?? '');
  const notes = wanted.filter(({ kinds }) => kinds[0] === 'note');
  const expected = [...mergedUnits(wanted.filter(ofBlocks)), ...notes];
  const given = seen.filter(({ kind }) => kind !== 'part');
  const pairs = alignment(expected, given, sameText);
  let points = 0;
  for (const [unit, block] of pairs) {
    const right = unit.kinds.includes(block.kind);
    if (!right) faults.push(`${block.kind} instead of ${unit.kinds.join('/')}: ${unit.text.slice(0, 30)}`);
    points += right ? 1 : 1 - KIND_SHARE;
  }
  noteRest(
    'block not found whole',
    expected,
    pairs.map(([unit]) => unit),
    faults,
  );
  for (const block of given)
    if (!pairs.some(([, each]) => each === block))
      faults.push(`block of no such bounds (${block.kind}): ${block.keys[0]?.slice(0, 60)}`);
  return f1(points, expected.length, given.length);
}

function mergedUnits(units: readonly Unit[]): Unit[] {
  const result: Unit[] = [];
  for (const unit of units) {
    const last = result.at(-1);
    if (last && unit.kinds[0] === 'verse' && last.kinds[0] === 'verse')
      result[result.length - 1] = { ...last, text: last.text + unit.text };
    else result.push(unit);
  }
  return result;
}

function noteRest(what: string, all: readonly Unit[], done: readonly Unit[], faults: string[]): void {
  for (const unit of all) if (!done.includes(unit)) faults.push(`${what}: ${unit.text.slice(0, 60)}`);
}

function sameText(unit: Unit, seen: Seen): boolean {
  const full = key(unit.text);
  const bare = unit.label === undefined ? full : key(unit.text.slice(unit.label.length));
  return seen.keys.includes(full) || seen.keys.includes(bare);
}

/** Lines that are left weigh double: a page where half of the furniture stays is worth nothing here. */
function furnitureShare(
  page: Page,
  wanted: readonly Unit[],
  seen: readonly Seen[],
  faults: string[],
): number {
  const right = wanted.map(({ text }) => key(text)).join('\n');
  const text = seen.map(({ keys }) => keys[0]).join('\n');
  const lines = unwanted(page)
    .map(key)
    .filter((line) => line.length > 1 && !right.includes(line));
  const left = lines.filter((line) => text.includes(line));
  for (const line of left) faults.push(`left: ${line.slice(0, 60)}`);
  return lines.length === 0 ? 1 : Math.max(0, 1 - (2 * left.length) / lines.length);
}

/** A sentence lost or doubled weighs five times its share of the page. */
function sentencesShare(wanted: readonly Unit[], seen: readonly Seen[], faults: string[]): number {
  const text = withoutMarks(seen.map(({ keys }) => keys[0]).join(''));
  const right = withoutMarks(wanted.map((unit) => key(unit.text)).join(''));
  const sentences = wanted
    .filter(({ kinds }) => kinds[0] !== 'part' && kinds[0] !== 'break')
    .flatMap((unit) =>
      (unit.label ? unit.text.slice(unit.label.length) : unit.text).split(/(?<=[\u3002\uFF01\uFF1F!?])/u),
    )
    .map((text) => withoutMarks(key(text)))
    .filter((sentence) => sentence.length > 1);
  const wrong = sentences.filter((sentence) => {
    const times = text.split(sentence).length;
    return times === 1 || times > Math.max(right.split(sentence).length, 2);
  });
  for (const sentence of wrong)
    faults.push(`${text.includes(sentence) ? 'doubled' : 'lost'}: ${sentence.slice(0, 60)}`);
  return sentences.length === 0 ? 1 : Math.max(0, 1 - (5 * wrong.length) / sentences.length);
}

/** A mark of a note that stays in the text loses no sentence. */
function withoutMarks(text: string): string {
  return text.replace(/\[\d+\]/gu, '');
}

function f1(hits: number, expected: number, given: number): number {
  return expected + given === 0 ? 1 : (2 * hits) / (expected + given);
}

/** The longest series of pairs that keeps the order of both sides. */
function alignment<A, B>(left: readonly A[], right: readonly B[], same: (a: A, b: B) => boolean): [A, B][] {
  const best = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const equal = left.map((a) => right.map((b) => same(a, b)));
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--) {
      const row = best[i];
      if (row) row[j] = equal[i]?.[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const pairs: [A, B][] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const a = left[i] as A;
    const b = right[j] as B;
    if (equal[i]?.[j]) {
      pairs.push([a, b]);
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
