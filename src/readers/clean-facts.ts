import type { DeclaredFacts } from '../model/index.js';
import { cleanCharacters } from './characters.js';
import { RepairTally } from './repairs.js';

/** Facts that a caller states, with the characters that no article may hold taken out and each on one line. */
export function cleanFacts(facts: DeclaredFacts): DeclaredFacts {
  const tally = new RepairTally();
  const clean = (text: string): string => cleanCharacters(text, tally).replace(/\s+/gu, ' ').trim();
  const entries = Object.entries(facts) as [keyof DeclaredFacts, string | readonly string[] | undefined][];
  return Object.fromEntries(
    entries.map(([name, fact]) => [
      name,
      typeof fact === 'string' ? clean(fact) : fact?.map(clean).filter((each) => each !== ''),
    ]),
  );
}
