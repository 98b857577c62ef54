import { type FileChild, InternalHyperlink, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx';
import { formatPageNumber } from '../../composer/index.js';
import { headingText, type OutlineEntry, outline } from '../../model/index.js';
import { contentsId } from './contents-styles.js';
import { field, fieldEnd, fieldStart } from './fields.js';
import { textRuns } from './inlines.js';
import type { Manuscript, Place } from './manuscript.js';
import { typedLabel } from './number-formats.js';
import { plainLook, plainParagraph } from './paragraphs.js';
import { headingBookmark } from './references.js';
import { headingLooks } from './word-styles.js';
import { NativeElement } from './xml.js';

/**
 * The table of contents as Word's own: a content control around a TOC field whose result is already there, entry
 * by entry, with links and the page numbers of our own layout. Nothing in it is dirty, so Word asks nothing.
 *
 * @param pageLabels The page of each entry of the outline, in its order.
 */
export function tableOfContents(
  manuscript: Manuscript,
  pageLabels: readonly string[],
  place: Place,
): FileChild[] {
  const { article, sheet } = manuscript;
  const { title, depth } = sheet.contents;
  const entries = outline(article).filter((entry) => entry.level <= depth);
  if (entries.length === 0) return [];
  const lines = entries.map((entry, index) => {
    const isFirst = index === 0;
    const isLast = index === entries.length - 1;
    const line = contentsLine(manuscript, entry, pageLabels[entry.number - 1] ?? '', place);
    return new Paragraph({
      style: contentsId(entry.level),
      children: [
        ...(isFirst ? fieldStart(`TOC \\o "1-${Math.min(9, depth)}" \\h \\z \\u`) : []),
        line,
        ...(isLast ? [fieldEnd()] : []),
      ],
    });
  });
  const gallery = new NativeElement('sdtPr', {}, [
    new NativeElement('docPartObj', {}, [
      new NativeElement('docPartGallery', { val: 'Table of Contents' }),
      new NativeElement('docPartUnique'),
    ]),
  ]);
  const heading =
    title === '' ? [] : [plainParagraph(manuscript, title, { ...place, style: 'contents-title' })];
  const control = new NativeElement('sdt', {}, [
    gallery,
    new NativeElement('sdtContent', {}, [...heading, ...lines]),
  ]);
  return [control];
}

/** Whether the text stands below the contents, as our own layout has it, or begins a page by its own style. */
export function textFollowsContents(manuscript: Manuscript, [first]: readonly string[]): boolean {
  return first === formatPageNumber(1, manuscript.sheet.pageNumber.style) || beginsPage(manuscript);
}

/** Whether the text begins a page by its own style. */
function beginsPage({ article, sheet }: Manuscript): boolean {
  const top = outline(article)[0]?.node;
  const [part] = article.parts;
  const opensWithHeading =
    article.lead.length === 0 && top !== undefined && (top === part || top === part?.children[0]);
  return opensWithHeading && sheet.styles[headingLooks(article)[0] ?? 'heading-1'].pageBreakBefore !== 'none';
}

function contentsLine(
  manuscript: Manuscript,
  entry: OutlineEntry,
  pageLabel: string,
  place: Place,
): ParagraphChild {
  const bookmark = headingBookmark(entry.number);
  const number = manuscript.headings.get(entry.node)?.label;
  const printed = number?.by === 'style' ? number.printed : undefined;
  const text = `${printed ?? typedLabel(entry.label)}${headingText({ heading: entry.heading })}`;
  return new InternalHyperlink({
    anchor: bookmark,
    children: [
      ...textRuns(manuscript, text.replace(/\s*\n\s*/g, ' '), plainLook(manuscript, place)),
      new TextRun({ children: [new Tab()] }),
      ...field(`PAGEREF ${bookmark} \\h`, [new TextRun(pageLabel)]),
    ],
  });
}
