import type { FileChild } from 'docx';
import { type AttributionFact, attributionFacts } from '../../composer/index.js';
import type { Inline } from '../../model/index.js';
import type { Manuscript, Place } from './manuscript.js';
import { paragraph, plainParagraph } from './paragraphs.js';
import { END_ATTRIBUTION_ID } from './word-styles.js';

/** Title, subtitle and the line that says where the article comes from. */
export function frontMatter(manuscript: Manuscript, place: Place): FileChild[] {
  const { article, sheet } = manuscript;
  const { title, subtitle } = article;
  const line = attributionFacts(article, sheet, 'underTitle').flatMap((fact, index): Inline[] =>
    index === 0 ? factInlines(fact) : [{ type: 'text', text: '\u3000' }, ...factInlines(fact)],
  );
  return [
    ...(title ? [plainParagraph(manuscript, title, { ...place, style: 'title' })] : []),
    ...(subtitle ? [plainParagraph(manuscript, subtitle, { ...place, style: 'subtitle' })] : []),
    ...(line.length > 0 ? [paragraph(manuscript, line, { ...place, style: 'attribution' })] : []),
  ];
}

/** The facts that stand after the text, a line each. */
export function backMatter(manuscript: Manuscript, place: Place): FileChild[] {
  const here: Place = { ...place, style: 'attribution' };
  return attributionFacts(manuscript.article, manuscript.sheet, 'atEnd').map((fact) =>
    paragraph(manuscript, factInlines(fact), here, { style: END_ATTRIBUTION_ID }),
  );
}

function factInlines({ word, text, url }: AttributionFact): Inline[] {
  const shown: Inline = { type: 'text', text };
  return [
    ...(word === '' ? [] : [{ type: 'text', text: word } as const]),
    url === undefined ? shown : { type: 'link', url, children: [shown] },
  ];
}
