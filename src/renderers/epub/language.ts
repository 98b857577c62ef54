import type { Article } from '../../model/index.js';
import type { Region } from '../../style/index.js';

/** Shape of a language tag as both checkers accept it (BCP 47, without private use). */
const TAG = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/**
 * The tag that the package, the navigation and every page carry. Shops and readers know zh-CN and zh-TW better
 * than zh-Hans and zh-Hant; a tag that is none becomes that of the region.
 */
export function bookLanguage({ language }: Pick<Article, 'language'>, region: Region): string {
  if (/^zh-Hant\b/i.test(language)) return /HK|MO/i.test(language + region) ? 'zh-HK' : 'zh-TW';
  if (/^zh(-Hans|-CN)?$/i.test(language)) return 'zh-CN';
  if (TAG.test(language)) return language;
  return { 'zh-Hans': 'zh-CN', 'zh-Hant-TW': 'zh-TW', 'zh-Hant-HK': 'zh-HK', ja: 'ja' }[region];
}
