/** Letters of Han by their sounds, for shelves that sort by letters. */
export interface SortKeys {
  readonly title: string | undefined;
  readonly authors: readonly (string | undefined)[];
}

/** Names of persons: up to four characters, all Han. */
const PERSON = /^\p{Script=Han}{2,4}$/u;

/**
 * What a Chinese book is sorted by: the pinyin of its title without marks, and that of its authors, their surnames read as
 * such. Undefined where there is nothing to read. The dictionary is loaded at the first call.
 */
export async function sortKeys(
  title: string,
  authors: readonly string[],
  language: string,
): Promise<SortKeys> {
  const isRead = (text: string): boolean => /^zh\b/i.test(language) && /\p{Script=Han}/u.test(text);
  if (![title, ...authors].some(isRead)) return { title: undefined, authors: authors.map(() => undefined) };
  const { pinyin } = await import('pinyin-pro');
  const spell = (text: string, mode: 'normal' | 'surname'): string | undefined => {
    if (!isRead(text)) return undefined;
    // marks would stand before letters in every order
    const words = text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
    const options = { toneType: 'none', nonZh: 'consecutive', v: true, traditional: true, mode } as const;
    return pinyin(words, options).replace(/\s+/g, ' ').trim() || undefined;
  };
  return {
    title: spell(title, 'normal'),
    authors: authors.map((name) => (PERSON.test(name) ? spell(name, 'surname') : undefined)),
  };
}
