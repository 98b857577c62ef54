import type { Diagnostic } from '../diagnostics.js';
import {
  type Article,
  captionNumbers,
  type Highlighter,
  headingText,
  indexTerms,
  type OutlineEntry,
  outline,
  plainCode,
} from '../model/index.js';
import type { StyleSheet } from '../style/index.js';
import type { FlowDocument } from './flow/flow-context.js';
import { flowAfterText, flowDocument } from './flow/flow-document.js';
import { gridOf } from './flow/grid.js';
import { MissingGlyphs } from './flow/missing-glyphs.js';
import { NoteShelf, numberNotes } from './flow/notes.js';
import { StructureTree } from './flow/structure-tree.js';
import { INDEX_PLACE, indexColumns } from './flow/term-index.js';
import { termPlace } from './flow/term-pages.js';
import type { FontMetrics } from './metrics.js';
import type { HeadingPlace, Layout, Place, TermPage } from './page.js';
import { finishPages } from './pages/finish-pages.js';
import { labelPages, type PageLabel } from './pages/page-labels.js';
import { type LaterBlocks, paginate, type RawPage } from './pages/paginate.js';

export interface LayoutOptions {
  /** Called after each page with the share of the article that is on pages, from 0 to 1. */
  readonly onPage?: (share: number) => void;
  /** Tells the kinds of words in code, where they are to be seen. */
  readonly highlight?: Highlighter;
}

/** The rule over footnotes: a third of the measure (JLREQ 4.2). */
const NOTE_RULE = { share: 1 / 3, thicknessPt: 0.5 };

/**
 * An article on pages: everything that a renderer of fixed pages draws, and the page of every heading for those that
 * only print a table of contents. Pure: the same article, sheet and metrics give the same layout.
 */
export function layoutArticle(
  article: Article,
  sheet: StyleSheet,
  metrics: FontMetrics,
  options: LayoutOptions = {},
): Layout {
  const entries = outline(article);
  const notes = numberNotes(article);
  const diagnostics: Diagnostic[] = [];
  const missing = new MissingGlyphs();
  const document: FlowDocument = {
    article,
    sheet,
    metrics,
    grid: gridOf(sheet, metrics),
    tree: new StructureTree(),
    entries: new Map(entries.map((entry) => [entry.node, entry])),
    noteNumbers: notes.numbers,
    captionNumbers: captionNumbers(article),
    termNumbers: sheet.index.show ? indexTerms(article) : new Map(),
    report: (diagnostic) => diagnostics.push(diagnostic),
    missing,
    highlight: options.highlight ?? plainCode,
  };
  const termPages = new Map<string, TermPage>();
  const shelf = new NoteShelf(document, notes.referred);
  const rawPages = paginate(flowDocument(document, entries, shelf), {
    grid: document.grid,
    columns: { ...sheet.page.columns, measurePt: sheet.page.measurePt },
    facing: sheet.page.facing,
    footnote: (use) => shelf.footnote(use),
    noteRule: {
      widthPt: sheet.page.measurePt * NOTE_RULE.share,
      thicknessPt: NOTE_RULE.thicknessPt,
      color: sheet.styles.note.color,
    },
    ...(options.onPage && { onPage: options.onPage }),
    ...(document.termNumbers.size > 0 && { later: (pages) => afterText(document, pages, termPages) }),
  });
  const places = placesOf(rawPages, sheet);
  const labels = labelPages(rawPages, sheet.pageNumber);
  const headings = headingPlaces(entries, places, labels);
  return {
    pages: finishPages(rawPages, labels, { headings, index: places.get(INDEX_PLACE) }, document),
    nodes: document.tree.nodes,
    headings,
    places,
    termPages,
    diagnostics: [...diagnostics, ...missing.diagnostics()],
  };
}

/** The index, whose pages are counted with those of the text. @param termPages Gets the page of each place. */
function afterText(
  document: FlowDocument,
  pages: readonly RawPage[],
  termPages: Map<string, TermPage>,
): LaterBlocks {
  const { sheet, termNumbers } = document;
  const labels = labelPages(pages, sheet.pageNumber);
  const places = placesOf(pages, sheet);
  const textStart = pages.findIndex((page) => page.startsText);
  for (const number of termNumbers.values()) {
    const name = termPlace(number);
    const index = places.get(name)?.page;
    if (index === undefined) continue;
    termPages.set(name, { index, label: labels[index]?.page ?? '', series: index < textStart ? 0 : 1 });
  }
  const columns = indexColumns(sheet.page, sheet.index.columns);
  return { blocks: flowAfterText(document, columns, termPages), columns };
}

/** Every named place once: the first of a note's marks is the one that counts. */
function placesOf(pages: readonly RawPage[], sheet: StyleSheet): Map<string, Place> {
  const places = new Map<string, Place>();
  pages.forEach((page, index) => {
    for (const { name, yPt } of page.places) {
      // Columns all begin at the top of the page.
      const downPt = sheet.direction === 'vertical' ? 0 : yPt;
      if (!places.has(name)) places.set(name, { page: index, yPt: sheet.page.marginTopPt + downPt });
    }
  });
  return places;
}

function headingPlaces(
  entries: readonly OutlineEntry[],
  places: ReadonlyMap<string, Place>,
  labels: readonly PageLabel[],
): HeadingPlace[] {
  return entries.map((entry) => {
    const place = places.get(`heading-${entry.number}`) ?? { page: 0, yPt: 0 };
    const pageLabel = labels[place.page]?.page ?? '';
    return { ...place, level: entry.level, text: headingText(entry), pageLabel };
  });
}
