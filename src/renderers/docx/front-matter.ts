import type { FileChild } from 'docx';
import type { Article, Inline } from '../../model/index.js';
import type { AttributionField, StyleSheet } from '../../style/index.js';
import type { Manuscript, Place } from './manuscript.js';
import { paragraph, plainParagraph } from './paragraphs.js';

/** Title, subtitle and the line that says where the article comes from. */
export function frontMatter(manuscript: Manuscript, place: Place): FileChild[] {
  const { article, sheet } = manuscript;
  const facts = sheet.attribution.underTitle.flatMap((name) => fact(article, sheet, name));
  const line = facts.flatMap((inlines, index): Inline[] =>
    index === 0 ? inlines : [{ type: 'text', text: '\u3000' }, ...inlines],
  );
  return [
    ...(article.title ? [plainParagraph(manuscript, article.title, { ...place, style: 'title' })] : []),
    ...(article.subtitle
      ? [plainParagraph(manuscript, article.subtitle, { ...place, style: 'subtitle' })]
      : []),
    ...(line.length > 0 ? [paragraph(manuscript, line, { ...place, style: 'attribution' })] : []),
  ];
}

/** The facts that stand after the text, a line each. */
export function backMatter(manuscript: Manuscript, place: Place): FileChild[] {
  const { article, sheet } = manuscript;
  return sheet.attribution.atEnd
    .flatMap((name) => fact(article, sheet, name))
    .map((inlines) => paragraph(manuscript, inlines, { ...place, style: 'attribution' }));
}

/** One fact with the words in front of it, or nothing when the source does not state it. */
function fact(article: Article, sheet: StyleSheet, name: AttributionField): Inline[][] {
  const value = article.provenance[name];
  const text = typeof value === 'string' ? value : value?.join('、');
  if (!text) return [];
  const word = sheet.attribution.words[name];
  const shown: Inline = { type: 'text', text };
  return [
    [
      ...(word === '' ? [] : [{ type: 'text', text: word } as const]),
      name === 'sourceUrl' ? { type: 'link', url: text, children: [shown] } : shown,
    ],
  ];
}
