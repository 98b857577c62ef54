// Article + style sheet → Word file: named styles, real numbers, filled contents.
import { Document, type Paragraph } from 'docx';
import type { Diagnostic } from '../../diagnostics.js';
import { drawingFonts } from '../../fonts/index.js';
import { loadHighlighter } from '../../highlight/index.js';
import { type Formulas, loadFormulas } from '../../math/index.js';
import {
  type Article,
  type Highlighter,
  indexTerms,
  outline,
  type Part,
  plainCode,
  type Section,
} from '../../model/index.js';
import { drawPictures } from '../../pictures/index.js';
import type { StyleSheet } from '../../style/index.js';
import type { Renderer, Rendering, RenderOptions } from '../renderer.js';
import { writeBlocks } from './blocks.js';
import { CaptionCounter } from './caption-counter.js';
import { appPart, corePart, customPart } from './document-properties.js';
import { fontTablePart } from './font-table.js';
import { type HeadingPlan, planHeadingNumbers, typedHeadings } from './heading-numbers.js';
import { ListBook } from './list-book.js';
import type { Manuscript, PlacedHeading } from './manuscript.js';
import { NoteBook } from './note-book.js';
import { noteParagraphs } from './notes.js';
import { type OwnParts, type PackageFiles, packDocument } from './package.js';
import { type FindPages, type KnownPages, layoutPages, NO_PAGES } from './page-labels.js';
import { WORD_MEDIA_TYPES } from './pictures.js';
import { openReference, type Reference } from './reference/index.js';
import { inOneSection } from './reference/one-section.js';
import { ReferenceTargets } from './references.js';
import { hasEvenPages } from './running-heads.js';
import { headingsBeginSections } from './section-starts.js';
import { sectionsOf } from './sections.js';
import { settingsPart } from './settings.js';
import { story } from './story.js';
import { headingIndent, stylesPart } from './styles.js';
import { wordSheet } from './word-sheet.js';
import { WrittenStory } from './written-story.js';
import type { XmlElement } from './xml.js';

/** About how much of the work is done when the pages of headings are known, and when the text is written. */
const LAYOUT_SHARE = 0.4;
const WRITTEN_SHARE = 0.6;

export const docxRenderer: Renderer = {
  format: 'docx',
  render: (article, sheet, options) => renderDocx(article, sheet, layoutPages, options),
};

/** The renderer with the layout that finds pages given from outside. */
export async function renderDocx(
  given: Article,
  asked: StyleSheet,
  findPages: FindPages,
  options: RenderOptions = {},
): Promise<Rendering> {
  const report = (share: number): void => {
    options.signal?.throwIfAborted();
    options.onProgress?.(share);
  };
  report(0);
  const { images, diagnostics: undrawn } = await drawPictures(given.images, {
    takes: WORD_MEDIA_TYPES,
    upright: true,
    fonts: drawingFonts,
  });
  const article: Article = { ...given, images };
  const reference = options.reference && openReference(options.reference, article, asked);
  const sheet = reference?.sheet ?? wordSheet(asked);
  const lists = new ListBook();
  const typesNumbers = options.wordNumbers === 'text';
  const plan = planNumbers(article, sheet, lists, { reference, typesNumbers });
  const highlight = sheet.code.highlight ? await loadHighlighter(article) : plainCode;
  const printed = reference?.article ?? article;
  const formulas = await loadFormulas(printed);
  const manuscript = newManuscript(
    { article: printed, sheet, lists, highlight, typesNumbers, formulas },
    plan,
  );
  const asksForPages = sheet.contents.show || manuscript.terms.size > 0;
  const findOurs = (): Promise<KnownPages> => reference?.findPages(findPages) ?? findPages(printed, asked);
  const pages = asksForPages ? await findOurs() : NO_PAGES;
  report(LAYOUT_SHARE);
  const blocks = story(manuscript, pages);
  const sections = reference ? [{ children: inOneSection(blocks) }] : sectionsOf(manuscript, blocks, pages);
  report(WRITTEN_SHARE);
  const document = new Document({
    sections,
    footnotes: notePart(manuscript, 'footnote'),
    endnotes: notePart(manuscript, 'endnote'),
    evenAndOddHeaderAndFooters: hasEvenPages(sheet),
  });
  const parts = ownParts(manuscript, article, plan);
  const put = reference && ((files: PackageFiles) => reference.fill(files, plan));
  const bytes = packDocument(document, manuscript.written, parts, put);
  report(1);
  return {
    bytes,
    diagnostics: [...undrawn, ...(reference?.diagnostics ?? []), ...manuscript.diagnostics],
  };
}

/** Whose numbers headings bear: those of a template, or ours, or their authors' as text. */
function planNumbers(
  article: Article,
  sheet: StyleSheet,
  lists: ListBook,
  { reference, typesNumbers }: { readonly reference: Reference | undefined; readonly typesNumbers: boolean },
): HeadingPlan {
  const entries = outline(article);
  const indent = (level: number): XmlElement =>
    reference?.headingIndent(level) ?? headingIndent(article, sheet, level);
  const theirs = reference?.planHeadings(entries, typesNumbers);
  if (theirs) return theirs;
  return typesNumbers ? typedHeadings(entries) : planHeadingNumbers(entries, lists, indent);
}

/** @param article The whole of it: what the text leaves out to a template is a property of the document still. */
function ownParts(
  { sheet, lists, highlight, typeShares }: Manuscript,
  article: Article,
  plan: HeadingPlan,
): OwnParts {
  return {
    'word/styles.xml': stylesPart(article, sheet, plan.linked, highlight !== plainCode, typeShares),
    'word/numbering.xml': lists.part(),
    'word/settings.xml': settingsPart(article, sheet),
    'word/fontTable.xml': fontTablePart(sheet),
    'docProps/core.xml': corePart(article),
    'docProps/app.xml': appPart(article),
    'docProps/custom.xml': customPart(article),
  };
}

interface ManuscriptSource {
  readonly article: Article;
  readonly sheet: StyleSheet;
  readonly lists: ListBook;
  readonly highlight: Highlighter;
  readonly typesNumbers: boolean;
  readonly formulas: Formulas;
}

function newManuscript(source: ManuscriptSource, plan: HeadingPlan): Manuscript {
  const { article } = source;
  const diagnostics: Diagnostic[] = [];
  const counts = { picture: 0, bookmark: 0, rows: 0 };
  const headings = placedHeadings(article, plan);
  const manuscript: Manuscript = {
    ...source,
    notes: new NoteBook(article),
    captions: new CaptionCounter(),
    targets: new ReferenceTargets(article, headings.values()),
    written: new WrittenStory(),
    typeShares: new Set(),
    headings,
    headingsBeginSections: headingsBeginSections(article, source.sheet, headings),
    terms: source.sheet.index.show ? indexTerms(article) : new Map(),
    diagnostics,
    nextPictureId: () => {
      counts.picture += 1;
      return counts.picture;
    },
    nextBookmarkId: () => {
      counts.bookmark += 1;
      return counts.bookmark;
    },
    nextRowsId: () => {
      counts.rows += 1;
      return counts.rows;
    },
    write: (blocks, place) => writeBlocks(manuscript, blocks, place),
  };
  return manuscript;
}

function placedHeadings(article: Article, plan: HeadingPlan): Map<Part | Section, PlacedHeading> {
  return new Map(
    outline(article).map(({ node, number, level, label }, index) => [
      node,
      {
        number,
        level,
        ...(label && { written: label }),
        label: plan.numbers[index] ?? { by: 'text', label: '' },
        isLinked: plan.linked?.has(Math.min(level, 9) - 1) ?? false,
      },
    ]),
  );
}

/** Notes met while the story was written, by number. */
function notePart(
  manuscript: Manuscript,
  kind: 'footnote' | 'endnote',
): Record<string, { readonly children: readonly Paragraph[] }> {
  const rows = manuscript.notes
    .of(kind)
    .map(({ note, id }) => [id, { children: noteParagraphs(manuscript, note) }]);
  return Object.fromEntries(rows);
}
