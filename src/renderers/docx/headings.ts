import { Paragraph, type ParagraphChild } from 'docx';
import type { Inline, SectionLabel } from '../../model/index.js';
import { inlineRuns, type Look, textRuns } from './inlines.js';
import type { Manuscript, Place, PlacedHeading } from './manuscript.js';
import { typedLabel } from './number-formats.js';
import { bookmarked, headingBookmark, labelBookmark } from './references.js';
import { headingId, headingLooks } from './word-styles.js';

/**
 * A heading of the outline: Word's heading style, its number by the list or as typed, a bookmark around its text.
 *
 * @param runsInto Style of the paragraph that goes on in the heading's line; absent: none does. Word's own way is a
 *   style separator, a paragraph mark that is never shown (`w:specVanish`). LibreOffice 7.4 does not know it and starts
 *   a line; but heading text inside a body paragraph would be no heading for the navigation, the numbering, the
 *   contents, python-docx or pandoc, all of which see this one.
 */
export function headingParagraph(
  manuscript: Manuscript,
  heading: readonly Inline[],
  placed: PlacedHeading,
  runsInto?: Place['style'],
): Paragraph {
  const { article, sheet } = manuscript;
  const style = sheet.styles[headingLooks(article)[Math.min(placed.level, 9) - 1] ?? 'heading-6'];
  const look = {
    kinds: new Set<never>(),
    strike: false,
    sizePt: style.sizePt,
    widthPt: sheet.page.measurePt,
    inNote: false,
  };
  const { label } = placed;
  manuscript.captions.enter(placed);
  const children: ParagraphChild[] = [
    ...(label.by === 'text' ? typedLabelRuns(manuscript, label.label, placed, look) : []),
    ...inlineRuns(manuscript, heading, look),
  ];
  return new Paragraph({
    style: headingId(placed.level),
    ...(label.by === 'list' && { numbering: { reference: `list-${label.listId}`, level: label.level } }),
    ...(label.by === 'text' && placed.isLinked && { numbering: false as const }),
    ...(runsInto && { run: { vanish: true, specVanish: true }, spacing: { before: 0, after: 0 } }),
    children: bookmarked(manuscript, headingBookmark(placed.number), children),
  });
}

/** A label as text; around what its author wrote, without the blank behind, stands a bookmark for references. */
function typedLabelRuns(
  manuscript: Manuscript,
  label: string,
  { number, written }: PlacedHeading,
  look: Look,
): ParagraphChild[] {
  if (!written || !label.startsWith(written.text)) return textRuns(manuscript, label, look);
  return [
    ...bookmarked(manuscript, labelBookmark(number), textRuns(manuscript, written.text, look)),
    ...textRuns(manuscript, label.slice(written.text.length), look),
  ];
}

/** What a heading inside a quote, item or cell says; it is no heading of the article and is set as strong text. */
export function innerHeading(label: SectionLabel | undefined, heading: readonly Inline[]): Inline[] {
  const text = typedLabel(label);
  const children: Inline[] = [...(text === '' ? [] : [{ type: 'text', text } as const]), ...heading];
  return [{ type: 'strong', children }];
}
