import type { Region } from './style-sheet.js';

/** By language tag, the first that fits: where no place is named, traditional Chinese is set as in Taiwan. */
const REGIONS: readonly (readonly [RegExp, Region])[] = [
  [/^zh\b.*-(HK|MO)\b/i, 'zh-Hant-HK'],
  [/^(zh-yue|yue)\b/i, 'zh-Hant-HK'],
  [/^zh\b.*-(Hant|TW)\b/i, 'zh-Hant-TW'],
  [/^ja\b/i, 'ja'],
];

/**
 * Whose conventions an article is set by: its language is the one thing known about its readers. Every language that
 * has no conventions here is set as Chinese of the mainland, whose faces ship.
 *
 * @param language A BCP 47 tag (`zh-Hant`, `zh-HK`).
 */
export function regionOf(language: string): Region {
  return REGIONS.find(([pattern]) => pattern.test(language))?.[1] ?? 'zh-Hans';
}
