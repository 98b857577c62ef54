import { CharClass, CLASS_COUNT } from './characters.js';

const C = CharClass;

/** What lies between two neighbours on a line. It vanishes where a line ends. */
export const GapKind = {
  /** Nothing, and nothing may come in. */
  None: 0,
  /** Nothing; a loose line opens it last. */
  Text: 1,
  /** Outer blank of a bracket or quote. */
  Bracket: 2,
  /** Outer blank of a full-width comma, semicolon, colon or 、 */
  Comma: 3,
  /** Outer blank of 。 and of full-width ? and ! */
  Stop: 4,
  /** The one blank that is left between two marks; also between a mark and —— or …… */
  Pair: 5,
  HanLatin: 6,
  /** A typed space that stands for no Han–Latin gap. */
  WordSpace: 7,
  /** An empty cell, or a space of code. */
  Fixed: 8,
  /** Between two characters of an address or a word too long for any line: nothing, and nothing that one could see. */
  Address: 9,
} as const;

export type GapKind = (typeof GapKind)[keyof typeof GapKind];

const G = GapKind;
export const GAP_KIND_COUNT = 10;

/** Widths of one kind of gap in em. */
export interface GapRange {
  readonly least: number;
  readonly wished: number;
  readonly most: number;
}

/** A painter writes thousandths of an em; the gap stays inside its range all the same. */
const ROUNDING_EM = 0.001;

/** Letters are not spaced (CLREQ); so little of it, from which a line of nothing but an address ends even, is none. */
const UNSEEN_EM = 0.02;

const rigid = (em: number): GapRange => ({ least: em, wished: em, most: em });

/**
 * By kind. A word space's `wished` is the font's and a fixed one's width its own: both are set by the cluster.
 * @see CLREQ, procedures for inter-character spacing reduction and expansion
 */
export function gapRanges(hanLatinGapEm: readonly [number, number, number]): readonly GapRange[] {
  const [least, wished, most] = hanLatinGapEm;
  return [
    rigid(0),
    rigid(0),
    { least: 0, wished: 0.5, most: 0.5 },
    { least: 0, wished: 0.5, most: 0.5 },
    { least: 0, wished: 0.5, most: 0.5 },
    rigid(0.5),
    { least: Math.min(wished, least + ROUNDING_EM), wished, most: Math.max(wished, most - ROUNDING_EM) },
    { least: 0.25, wished: 0.25, most: 0.5 },
    rigid(1),
    { least: 0, wished: 0, most: UNSEEN_EM },
  ];
}

const CLOSERS: readonly number[] = [C.Close, C.Comma, C.Stop, C.Query];
const SIGNS: readonly number[] = [C.LatinOpen, C.LatinClose, C.LatinSign, C.Prefix, C.Postfix];
const isWord = (charClass: number): boolean => charClass === C.Letter || charClass === C.Digit;
const isCell = (charClass: number): boolean =>
  charClass === C.Han || charClass === C.Iteration || charClass === C.SmallKana || charClass === C.Box;
/** CLREQ: avoid stretching at connectors, slashes and dots. */
const STIFF: readonly number[] = [C.Connector, C.HalfConnector, C.Slash, C.Dot];

/** A row of dashes is one bar, and dots of a long row stand at one pitch. @see CLREQ: no stretch inside them */
const isRow = (left: number, right: number): boolean =>
  left === right && (left === C.Dash || left === C.Dots);

/** The blank that a closing mark carries on its right. */
function blankOf(charClass: number): GapKind {
  if (charClass === C.Close) return G.Bracket;
  return charClass === C.Comma ? G.Comma : G.Stop;
}

/** After a closing mark. @see CLREQ, adjustment of adjacent punctuation marks */
function afterCloser(left: number, right: number): GapKind {
  if (right === C.Open) return G.Pair;
  if (right === C.Dash || right === C.Dots) return G.Pair;
  if (CLOSERS.includes(right) || right === C.FullMark) return G.None;
  if (right === C.Dot || right === C.NoteMark || right === C.LatinClose) return G.None;
  return blankOf(left);
}

function kindOf(left: number, right: number): GapKind {
  if (right === C.NoteMark || left === C.Open || left === C.FullOpen) return G.None;
  if (CLOSERS.includes(left)) return afterCloser(left, right);
  if (STIFF.includes(left) || isRow(left, right)) return G.None;
  if (right === C.Open) return G.Bracket;
  if (CLOSERS.includes(right)) return isCell(left) ? G.Text : G.None;
  if (right === C.FullMark || STIFF.includes(right)) return G.None;
  if ((isWord(left) && isCell(right)) || (isCell(left) && isWord(right))) return G.HanLatin;
  if (right === C.LatinClose || right === C.Postfix || left === C.LatinOpen || left === C.Prefix)
    return G.None;
  const latin = (charClass: number): boolean => isWord(charClass) || SIGNS.includes(charClass);
  return latin(left) && latin(right) ? G.None : G.Text;
}

/** With a typed space between: the same marks rule it, else it is the Han–Latin gap or a space between words. */
function kindOverSpace(left: number, right: number): GapKind {
  const kind = kindOf(left, right);
  const marked = [left, right].some((side) => side === C.Open || CLOSERS.includes(side));
  return marked || kind === G.HanLatin ? kind : G.WordSpace;
}

/** Schemes of punctuation by which blanks they leave out. @see CLREQ, punctuation adjustment */
export type BlankScheme = 'full' | 'half' | 'kaiming' | 'plain';

function inScheme(kind: GapKind, scheme: BlankScheme): GapKind {
  const blank = kind === G.Bracket || kind === G.Comma || kind === G.Pair;
  if (scheme === 'half' && (blank || kind === G.Stop)) return G.Text;
  return scheme === 'kaiming' && blank ? G.Text : kind;
}

const tables = new Map<string, Uint8Array>();

/** Kind of gap by pair of classes, at `left * CLASS_COUNT + right`. */
export function gapKinds(scheme: BlankScheme, overSpace: boolean): Uint8Array {
  const key = `${scheme} ${overSpace}`;
  let table = tables.get(key);
  if (!table) {
    table = new Uint8Array(CLASS_COUNT * CLASS_COUNT);
    for (let left = 0; left < CLASS_COUNT; left++) {
      for (let right = 0; right < CLASS_COUNT; right++) {
        const kind = overSpace ? kindOverSpace(left, right) : kindOf(left, right);
        table[left * CLASS_COUNT + right] = inScheme(kind, scheme);
      }
    }
    tables.set(key, table);
  }
  return table;
}

/** One step of squeezing: gaps of these kinds give, all alike, until they are `downToEm` wide. */
export interface ShrinkStep {
  readonly kind: GapKind;
  /** `least`: the end of the kind's range. */
  readonly downToEm: number | 'least';
  /** How much it is noticed: 0 hardly, 1 rather than a gappy line, 2 last. */
  readonly depth: 0 | 1 | 2;
}

/** Squeezed no further while other gaps can give: a single mark stays nearly a whole cell. */
const SLIGHT_EM = 0.4;

/**
 * The order in which a tight line gives, after its end mark, which is always trimmed. It is CLREQ's, except that
 * commas and stops give their first tenth together and the Han–Latin gap comes before their deeper squeeze: a
 * comma at half its width is seen, an eighth of an em beside a letter is not.
 * @see CLREQ, procedures for inter-character spacing reduction
 */
export const SHRINK_STEPS: readonly ShrinkStep[] = [
  { kind: G.WordSpace, downToEm: 'least', depth: 0 },
  { kind: G.Bracket, downToEm: 'least', depth: 0 },
  { kind: G.Comma, downToEm: SLIGHT_EM, depth: 0 },
  { kind: G.Stop, downToEm: SLIGHT_EM, depth: 0 },
  { kind: G.HanLatin, downToEm: 'least', depth: 0 },
  { kind: G.Comma, downToEm: 'least', depth: 1 },
  { kind: G.Stop, downToEm: 'least', depth: 2 },
];

/** The order in which a loose line takes, up to each kind's range. @see CLREQ, inter-character space expansion */
export const STRETCH_STEPS: readonly GapKind[] = [G.WordSpace, G.HanLatin, G.Address];

/** Of those, the ones that open on beyond their range in a line that finds no other room. */
export const SHARING_KINDS: readonly GapKind[] = [G.WordSpace, G.HanLatin];

/** After those, gaps of these kinds open alike, without limit; the blanks of marks are among them. */
export const OPENING_KINDS: readonly GapKind[] = [G.Text, G.Bracket, G.Comma, G.Stop];

/** By kind, how far a gap gives at one depth of squeezing. */
export function givesEm(ranges: readonly GapRange[], depth: number): Float64Array {
  const gives = new Float64Array(GAP_KIND_COUNT);
  const widths = ranges.map((range) => range.wished);
  for (const step of SHRINK_STEPS) {
    const least = (ranges[step.kind] as GapRange).least;
    const floor = step.downToEm === 'least' ? least : Math.max(least, step.downToEm);
    const given = Math.max(0, (widths[step.kind] as number) - floor);
    widths[step.kind] = (widths[step.kind] as number) - given;
    if (step.depth === depth) gives[step.kind] = (gives[step.kind] as number) + given;
  }
  return gives;
}
