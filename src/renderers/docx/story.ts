import type { FileChild } from 'docx';
import { indexColumns } from '../../composer/index.js';
import type { Part } from '../../model/index.js';
import { lengthAcross } from '../../style/index.js';
import { tableOfContents, textFollowsContents } from './contents.js';
import { backMatter, frontMatter } from './front-matter.js';
import { headingParagraph } from './headings.js';
import type { Manuscript, Place } from './manuscript.js';
import { strayNotes } from './notes.js';
import type { KnownPages } from './page-labels.js';
import { headingInSections, pageStart, SectionStart } from './section-starts.js';
import { indexOfTerms } from './term-index.js';

/** The whole document in reading order, with marks where its sections begin; notes are numbered as they are met. */
export function story(manuscript: Manuscript, pages: KnownPages): FileChild[] {
  const { page } = manuscript.sheet;
  const across: Place = { style: 'body', listDepth: 0, widthPt: lengthAcross(page) };
  const place: Place = { ...across, widthPt: page.measurePt };
  const title = frontMatter(manuscript, across);
  const contents = contentsInSection(manuscript, pages, across);
  return [
    ...title,
    ...contents,
    ...startOfText(manuscript, pages, contents.length > 0),
    ...text(manuscript, place),
    ...strayNotes(manuscript, place),
    ...indexInSections(manuscript, pages, place),
    ...backMatter(manuscript, place),
  ];
}

function contentsInSection(manuscript: Manuscript, pages: KnownPages, across: Place): FileChild[] {
  const { sheet } = manuscript;
  const contents = sheet.contents.show ? tableOfContents(manuscript, pages.headings, across) : [];
  const style = sheet.styles['contents-title'];
  if (contents.length === 0 || style.pageBreakBefore === 'none') return contents;
  return [new SectionStart({ start: pageStart(style), columns: 'across', opens: 'contents' }), ...contents];
}

/** Where the text begins: below title and contents, in columns of its own; on a page of its own; or counted from 1. */
function startOfText(manuscript: Manuscript, pages: KnownPages, hasContents: boolean): FileChild[] {
  const { sheet } = manuscript;
  const columns = 'text';
  if (hasContents && sheet.pageNumber.front !== 'continuous') {
    const start = sheet.page.facing ? 'odd' : 'page';
    return [new SectionStart({ start, columns, opens: 'text', startsText: true })];
  }
  if (hasContents && !textFollowsContents(manuscript, pages.headings)) {
    return [new SectionStart({ start: 'page', columns, opens: 'text' })];
  }
  return sheet.page.columns.count > 1 ? [new SectionStart({ start: 'here', columns })] : [];
}

function text(manuscript: Manuscript, place: Place): FileChild[] {
  const { article, headings } = manuscript;
  const writePart = (part: Part): FileChild[] => {
    const placed = headings.get(part);
    const title =
      part.title && placed
        ? headingInSections(manuscript, placed, [headingParagraph(manuscript, part.title, placed)])
        : [];
    return [...title, ...manuscript.write(part.children, place)];
  };
  return [
    ...manuscript.write(article.lead, { ...place, style: 'lead' }),
    ...article.parts.flatMap(writePart),
  ];
}

/** The index on pages of its own, in its columns below its title; what follows stands across the page. */
function indexInSections(manuscript: Manuscript, pages: KnownPages, place: Place): FileChild[] {
  const { sheet } = manuscript;
  const { title, entries } = indexOfTerms(manuscript, pages.terms, place);
  if (entries.length === 0) return [];
  const start = pageStart(sheet.styles['index-title']);
  const columns = indexColumns(sheet.page, sheet.index.columns);
  return [
    new SectionStart({ start, columns: 'across', opens: 'index' }),
    ...title,
    ...(columns.count > 1 ? [new SectionStart({ start: 'here', columns })] : []),
    ...entries,
    ...(columns.count > 1 ? [new SectionStart({ start: 'here', columns: 'across' })] : []),
  ];
}
