import type { Article, Provenance } from '../../model/index.js';
import type { AttributionField, StyleSheet } from '../../style/index.js';

/** One fact of the attribution as it is printed. */
export interface AttributionFact {
  readonly field: AttributionField;
  /** The sheet's word in front of it, often empty. */
  readonly word: string;
  readonly text: string;
  /** Where the fact itself leads. */
  readonly url?: string;
}

/** The facts that a sheet wants in one place and that the source states, in the sheet's order. */
export function attributionFacts(
  article: Article,
  sheet: StyleSheet,
  place: 'underTitle' | 'atEnd',
): AttributionFact[] {
  return sheet.attribution[place].flatMap((field) => {
    const text = factText(article.provenance, field, article.language);
    if (text === '') return [];
    const url = field === 'sourceUrl' ? { url: text } : {};
    return [{ field, word: sheet.attribution.words[field], text, ...url }];
  });
}

function factText(provenance: Provenance, field: AttributionField, language: string): string {
  switch (field) {
    case 'authors':
      return provenance.authors.join('、');
    case 'publishedOn':
      return formatDay(provenance.publishedOn ?? '', language);
    default:
      return provenance[field] ?? '';
  }
}

/** `2021-10-01` as 2021年10月1日 in Chinese and Japanese (GB/T 9704, 7.3.5.4: no leading zeros); as it is elsewhere. */
export function formatDay(day: string, language: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (!year || !/^(zh|ja)\b/.test(language)) return day;
  return `${year}年${Number(month)}月${Number(date)}日`;
}
