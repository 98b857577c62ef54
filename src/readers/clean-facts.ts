import type { DeclaredFacts } from '../model/index.js';
import { cleanCharacters } from './characters.js';
import { RepairTally } from './repairs.js';

/** Facts that a caller states, with the characters that no article may hold taken out and each on one line. */
export function cleanFacts(facts: DeclaredFacts): DeclaredFacts {
  const tally = new RepairTally();
  const clean = (text: string): string => cleanCharacters(text, tally).replace(/\s+/gu, ' ').trim();
  return cleaned(facts, clean) as DeclaredFacts;
}

/** Every text in a fact: in lists, of which empty ones are left out, and in what is said about the text. */
function cleaned(fact: unknown, clean: (text: string) => string): unknown {
  if (typeof fact === 'string') return clean(fact);
  if (Array.isArray(fact)) return fact.map((each) => cleaned(each, clean)).filter((each) => each !== '');
  if (typeof fact !== 'object' || fact === null) return fact;
  return Object.fromEntries(Object.entries(fact).map(([name, value]) => [name, cleaned(value, clean)]));
}
