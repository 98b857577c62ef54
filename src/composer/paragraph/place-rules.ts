import type { ParagraphSettings } from '../inline.js';
import { CharClass, CLASS_COUNT } from './characters.js';
import { forbiddenBreaks, isOfWord } from './prohibition.js';
import { GapKind, type GapRange, gapKinds, gapRanges, givesEm } from './spacing.js';

const C = CharClass;

/** What the settings of a paragraph say of the places between its clusters, as tables. */
export interface PlaceRules {
  /** `GapKind` by pair of classes, at `left * CLASS_COUNT + right`, and the same over a typed space. */
  readonly kinds: Uint8Array;
  readonly kindsOverSpace: Uint8Array;
  /** By pair of classes: 1 where no line may end. */
  readonly forbidden: Uint8Array;
  /** By pair of classes: the kind and {@link BARRED}, where these say all; else {@link CLOSER}. */
  readonly plain: Uint8Array;
  /** By kind. */
  readonly ranges: readonly GapRange[];
  readonly leastEm: Float64Array;
  readonly wishedEm: Float64Array;
  readonly mostEm: Float64Array;
  /** By kind, what a gap gives at each depth of squeezing. */
  readonly gives: readonly [slight: Float64Array, deep: Float64Array, deepest: Float64Array];
}

/** No line may end here. */
export const BARRED = 0x40;
/** To be looked at closer: spaces, numbers, pieces of words, dashes, stacks. */
export const CLOSER = 0x80;

type RuleSettings = Pick<
  ParagraphSettings,
  'prohibition' | 'region' | 'punctuation' | 'hanLatinGapEm' | 'stackedQuery'
>;

/** Those asked for last: all paragraphs of a document share them. */
let latest: { readonly settings: RuleSettings; readonly rules: PlaceRules } | undefined;

export function placeRules(settings: RuleSettings): PlaceRules {
  if (!latest || !isSame(latest.settings, settings)) latest = { settings, rules: makeRules(settings) };
  return latest.rules;
}

const isSame = (one: RuleSettings, other: RuleSettings): boolean =>
  one.prohibition === other.prohibition &&
  one.region === other.region &&
  one.punctuation === other.punctuation &&
  one.stackedQuery === other.stackedQuery &&
  one.hanLatinGapEm.every((em, index) => em === other.hanLatinGapEm[index]);

function makeRules({
  prohibition,
  region,
  punctuation,
  hanLatinGapEm,
  stackedQuery,
}: RuleSettings): PlaceRules {
  const ranges = gapRanges(hanLatinGapEm);
  const kinds = gapKinds(punctuation, false);
  const forbidden = forbiddenBreaks(prohibition, region);
  const stacks = stackedQuery === 'gb';
  const isPlain = (left: number, right: number, kind: number): boolean =>
    !(isCloser(left) || isCloser(right) || right === C.Dash) &&
    !(isOfWord(left) && isOfWord(right)) &&
    !(stacks && kind === GapKind.Stop);
  return {
    kinds,
    kindsOverSpace: gapKinds(punctuation, true),
    forbidden,
    plain: kinds.map((kind, pair) => {
      const [left, right] = [Math.floor(pair / CLASS_COUNT), pair % CLASS_COUNT];
      if (!isPlain(left, right, kind)) return CLOSER;
      return kind | (forbidden[pair] === 1 ? BARRED : 0);
    }),
    ranges,
    leastEm: Float64Array.from(ranges, ({ least }) => least),
    wishedEm: Float64Array.from(ranges, ({ wished }) => wished),
    mostEm: Float64Array.from(ranges, ({ most }) => most),
    gives: [givesEm(ranges, 0), givesEm(ranges, 1), givesEm(ranges, 2)],
  };
}

/** Digits hold to their units and dates; spaces are places of their own. */
const isCloser = (charClass: number): boolean =>
  charClass === C.Digit || (charClass >= C.Space && charClass <= C.WideSpace);
