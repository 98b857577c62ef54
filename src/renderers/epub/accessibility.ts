import type { BookWords } from './words.js';

/** What is true of a book at hand, found while it was written. */
export interface AccessibilityFacts {
  readonly hasPictures: boolean;
  /** Every picture has alternative text; true without pictures. */
  readonly allDescribed: boolean;
  /** A GIF may move and flash. */
  readonly mayFlash: boolean;
  readonly hasHeadings: boolean;
  readonly hasRuby: boolean;
  readonly hasMath: boolean;
}

/**
 * Property and value of each statement, in the words of the schema.org accessibility vocabulary. No conformance
 * to a standard is claimed: that takes a person's judgement.
 */
export function accessibilityStatements(
  facts: AccessibilityFacts,
  words: BookWords,
): (readonly [property: string, value: string])[] {
  const { hasPictures, allDescribed, mayFlash, hasHeadings, hasRuby, hasMath } = facts;
  const when = <Value>(condition: boolean, value: Value): Value[] => (condition ? [value] : []);
  const features = [
    'tableOfContents',
    'readingOrder',
    'displayTransformability',
    ...when(hasHeadings, 'structuralNavigation'),
    ...when(hasPictures && allDescribed, 'alternativeText'),
    ...when(hasRuby, 'rubyAnnotations'),
    ...when(hasMath, 'MathML'),
  ];
  const summary = [
    words.summary.text,
    ...when(hasHeadings, words.summary.headings),
    ...when(hasPictures, allDescribed ? words.summary.described : words.summary.undescribed),
    ...when(hasRuby, words.summary.ruby),
    ...when(hasMath, words.summary.math),
  ];
  return [
    ['accessMode', 'textual'],
    ...when(hasPictures, ['accessMode', 'visual'] as const),
    ['accessModeSufficient', allDescribed ? 'textual' : 'textual,visual'],
    ...features.map((feature) => ['accessibilityFeature', feature] as const),
    ['accessibilityHazard', mayFlash ? 'unknown' : 'none'],
    ['accessibilitySummary', summary.join(/[a-z]/.test(words.summary.text) ? ' ' : '')],
  ];
}
