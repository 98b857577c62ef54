/** The tags that Word's language list has for ours; ISO/IEC 29500-1, ST_Lang wants a region. */
const WORD_TAGS: readonly (readonly [RegExp, string])[] = [
  [/^zh-(Hant-)?(HK|MO)\b/i, 'zh-HK'],
  [/^zh-(Hant|TW)\b/i, 'zh-TW'],
  [/^ja\b/i, 'ja-JP'],
  [/^ko\b/i, 'ko-KR'],
];

/** Language of East Asian text for Word: `zh-CN` unless the article says otherwise. */
export function wordLanguage(tag: string): string {
  return WORD_TAGS.find(([pattern]) => pattern.test(tag))?.[1] ?? 'zh-CN';
}
