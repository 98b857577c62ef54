import type { ParagraphSettings } from '../inline.js';
import { CharClass, CLASS_COUNT, isLatin } from './characters.js';

const C = CharClass;

type Level = ParagraphSettings['prohibition'];
type Region = ParagraphSettings['region'];

/** 避头尾: what may not start or end a line, and from which level on. */
interface EdgeRules {
  readonly start: readonly number[];
  readonly end: readonly number[];
}

/** Numbers keep their signs and note marks their word, whatever the level. @see GB/T 15835-2011; JLREQ 4.2 */
const ALWAYS: EdgeRules = { start: [C.Postfix, C.NoteMark], end: [C.Prefix] };

/** @see CLREQ, prohibition rules for line start and line end; GB/T 15834-2011, 5.1; UAX #14 for ASCII marks */
const BASIC: EdgeRules = {
  start: [
    ...[C.Close, C.Comma, C.Stop, C.Query, C.FullMark, C.LatinClose],
    ...[C.Connector, C.HalfConnector, C.Dot, C.Slash, C.Iteration],
    // GB/T 15834 would allow it; UAX #14 (LB22) and common practice do not.
    C.Dots,
  ],
  end: [C.Open, C.FullOpen, C.LatinOpen],
};
/** A standard of the mainland: elsewhere `gb` is as `basic`. @see GB/T 15834-2011, 5.1.9 */
const GB: EdgeRules = { start: [], end: [C.Slash] };
/** @see CLREQ, "strict" */
const STRICT: EdgeRules = { start: [C.Dash], end: [] };
/** @see JLREQ 3.1.7 */
const STRICT_JA: EdgeRules = { start: [C.SmallKana], end: [] };

function rulesOf(level: Level, region: Region): readonly EdgeRules[] {
  const national = region === 'zh-Hans' ? [GB] : [];
  switch (level) {
    case 'none':
      return [ALWAYS];
    case 'basic':
      return [ALWAYS, BASIC];
    case 'gb':
      return [ALWAYS, BASIC, ...national];
    case 'strict':
      return [ALWAYS, BASIC, ...national, STRICT, ...(region === 'ja' ? [STRICT_JA] : [])];
  }
}

/** $ and % hold to letters and digits on both sides. @see UAX #14, LB24 and LB25 */
export const isOfWord = (charClass: number): boolean =>
  isLatin(charClass as CharClass) || charClass === C.Prefix || charClass === C.Postfix;

const tables = new Map<string, Uint8Array>();

/**
 * Which pairs of classes a line may end between: entry `left * CLASS_COUNT + right` is 1 where it may not.
 */
export function forbiddenBreaks(level: Level, region: Region): Uint8Array {
  const key = `${level} ${region}`;
  let table = tables.get(key);
  if (!table) {
    table = buildTable(rulesOf(level, region));
    tables.set(key, table);
  }
  return table;
}

function buildTable(rules: readonly EdgeRules[]): Uint8Array {
  const starts = new Set(rules.flatMap((rule) => rule.start));
  const ends = new Set(rules.flatMap((rule) => rule.end));
  const table = new Uint8Array(CLASS_COUNT * CLASS_COUNT);
  for (let left = 0; left < CLASS_COUNT; left++) {
    for (let right = 0; right < CLASS_COUNT; right++) {
      const inWord = isOfWord(left) && isOfWord(right);
      const inRow = left === C.Dash && right === C.Dash; // UAX #14, LB17
      if (inWord || inRow || ends.has(left) || starts.has(right)) table[left * CLASS_COUNT + right] = 1;
    }
  }
  return table;
}
