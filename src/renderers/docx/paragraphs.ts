import { type FileChild, type IParagraphOptions, LineRuleType, Paragraph } from 'docx';
import type { Inline } from '../../model/index.js';
import { toTwips } from '../../style/index.js';
import { inlineRuns, type Look } from './inlines.js';
import type { Manuscript, Place } from './manuscript.js';
import { plainRun } from './plain-run.js';
import { cellStyleId, GAP_ID, isCellStyle, styleId } from './word-styles.js';

/** The look of text that stands in a place before any inline says otherwise. */
export function plainLook({ sheet }: Manuscript, place: Place): Look {
  return {
    kinds: new Set(),
    strike: false,
    sizePt: sheet.styles[place.style].sizePt,
    widthPt: place.widthPt,
    inNote: place.inNote ?? false,
  };
}

/** A paragraph in the style of its place; options given win over those of the place. */
export function paragraph(
  manuscript: Manuscript,
  inlines: readonly Inline[],
  place: Place,
  options: IParagraphOptions = {},
): Paragraph {
  const children = inlineRuns(manuscript, inlines, plainLook(manuscript, place));
  return new Paragraph({
    ...placement(place),
    ...(holdsObject(inlines) && growingLine(manuscript)),
    ...options,
    children: [...(options.children ?? []), ...children],
  });
}

/** A paragraph of the story: written at once where it is plain text in a style, as most are. */
export function storyParagraph(manuscript: Manuscript, inlines: readonly Inline[], place: Place): FileChild {
  const [only, ...others] = inlines;
  const isStyled = place.leftTwips !== undefined || (place.align !== undefined && !isCellStyle(place.style));
  // the library puts the number of a note into its first paragraph
  const run =
    only?.type === 'text' && others.length === 0 && !isStyled && !place.inNote && plainRun(only.text);
  if (!run) return paragraph(manuscript, inlines, place);
  return manuscript.written.put(`<w:p><w:pPr><w:pStyle w:val="${styleIn(place)}"/></w:pPr>${run}</w:p>`);
}

/** The style of a place; text of cells has one for each place in its column and size of type. */
export function styleIn({ style, align, typeShare }: Place): string {
  return isCellStyle(style) ? cellStyleId(style, align, typeShare) : styleId(style);
}

/** `start` and `end` are words that Word 2007 does not know. */
const JUSTIFICATIONS = { start: 'left', center: 'center', end: 'right' } as const;

/** The paragraph options that a place asks for: a style of its own for an aligned cell, else what no style can say. */
export function placement(place: Place): IParagraphOptions {
  const { align, leftTwips } = place;
  const isCell = isCellStyle(place.style);
  return {
    style: styleIn(place),
    ...(leftTwips !== undefined && { indent: { left: leftTwips, firstLine: 0 } }),
    ...(align && !isCell && { alignment: JUSTIFICATIONS[align] }),
  };
}

/** A picture or a formula in the text makes its line higher; an exact line height would cut it. */
function growingLine({ sheet }: Manuscript): IParagraphOptions {
  return { spacing: { line: toTwips(sheet.page.linePitchPt), lineRule: LineRuleType.AT_LEAST } };
}

function holdsObject(inlines: readonly Inline[]): boolean {
  return inlines.some(
    (inline) =>
      inline.type === 'image' ||
      inline.type === 'math' ||
      ('children' in inline && holdsObject(inline.children)),
  );
}

/** The space between blocks that would otherwise touch or become one. */
export const gap = (): Paragraph => new Paragraph({ style: GAP_ID });

/** A paragraph of plain text. */
export function plainParagraph(manuscript: Manuscript, text: string, place: Place): Paragraph {
  return paragraph(manuscript, text === '' ? [] : [{ type: 'text', text }], place);
}
