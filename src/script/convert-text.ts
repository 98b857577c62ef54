import { convertQuotes } from './convert-quotes.js';
import type { Script } from './convert-script.js';

export type ConvertText = (text: string) => string;

/** The names that OpenCC gives to ways of writing. */
const NAMES: Readonly<Record<Script, string>> = {
  hans: 'cn',
  hant: 't',
  tw: 'tw',
  hk: 'hk',
  'tw-words': 'twp',
};

/** By language tag, the first that fits. */
const SOURCES: readonly (readonly [RegExp, string])[] = [
  [/-(HK|MO)\b/i, 'hk'],
  [/-TW\b/i, 'tw'],
  [/-Hant\b/i, 't'],
  [/^/, 'cn'],
];

const converters = new Map<string, ConvertText>();

/** From the writing of a language to another one, by OpenCC's words and characters; quotes by ours. */
export async function textConverter(language: string, script: Script): Promise<ConvertText> {
  const from = SOURCES.find(([pattern]) => pattern.test(language))?.[1] ?? 'cn';
  const to = NAMES[script];
  const key = `${from} ${to}`;
  const found = converters.get(key);
  if (found) return found;
  const words = from === to ? (text: string) => text : await dictionary(from, to);
  const quotes = script === 'hans' ? 'simplified' : 'traditional';
  const convert = (text: string): string => (text === '' ? text : convertQuotes(words(text), quotes));
  converters.set(key, convert);
  return convert;
}

async function dictionary(from: string, to: string): Promise<ConvertText> {
  const { default: openCC } = await import('opencc-js');
  return openCC.Converter({ from, to });
}
