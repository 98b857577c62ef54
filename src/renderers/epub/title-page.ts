import { displayTitle } from '../../model/index.js';
import { attributionFacts } from './attribution.js';
import type { WritingContext } from './context.js';
import { element, type XmlElement, type XmlNode } from './xml.js';

/** Title, subtitle and the facts that the sheet wants under them; text before the first heading follows. */
export function writeTitle(context: WritingContext): XmlElement[] {
  const { article, sheet, words } = context;
  const facts = attributionFacts(article, sheet.attribution.underTitle, sheet, words);
  return [
    element('section', { class: 'title-page', 'epub:type': 'titlepage', 'aria-labelledby': 'title' }, [
      element('h1', { class: 'title', id: 'title' }, lines(displayTitle(article).trim() || '无题')),
      ...(article.subtitle ? [element('p', { class: 'subtitle' }, lines(article.subtitle))] : []),
      ...(facts.length > 0 ? [element('p', { class: 'attribution' }, joined(facts))] : []),
    ]),
  ];
}

/** Facts stand one em apart, each in a span that a line end does not cut if it can be helped. */
function joined(facts: readonly XmlNode[][]): XmlNode[] {
  return facts.flatMap((fact, index) => [
    ...(index > 0 ? ['\u3000'] : []),
    element('span', { class: 'fact' }, fact),
  ]);
}

function lines(text: string): XmlNode[] {
  return text.split('\n').flatMap((line, index) => (index > 0 ? [element('br'), line] : [line]));
}
