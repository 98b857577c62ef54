import type { Formulas } from '../../math/index.js';
import { type Article, type Highlighter, indexTerms } from '../../model/index.js';
import type { StyleSheet } from '../../style/index.js';
import type { RenderOptions } from '../renderer.js';
import type { AccessibilityFacts } from './accessibility.js';
import { fileName, writePage } from './chapters.js';
import type { BookRecord, WritingContext } from './context.js';
import { bookLanguage } from './language.js';
import { NoteRegister } from './notes.js';
import type { BookPage } from './page.js';
import { type BookPicture, PictureRegister } from './pictures.js';
import { type FilePlan, planFiles } from './plan-files.js';
import { ReferenceRegister } from './references.js';
import { SOURCE_FILE, sourcePage } from './source-page.js';
import { INDEX_FILE, indexPage, indexTitle, TermRegister } from './term-index.js';
import { type BookWords, bookWords } from './words.js';

export interface LinkedPage {
  readonly text: string;
  readonly href: string;
}

/** All pages of a book, and what became known while they were written. */
export interface WrittenBook {
  readonly language: string;
  readonly words: BookWords;
  readonly record: BookRecord;
  readonly pages: readonly BookPage[];
  readonly pictures: readonly BookPicture[];
  readonly accessibility: AccessibilityFacts;
  /** Where the text begins. */
  readonly textHref: string;
  /** The pages after the text, as the navigation lists them: the index, and what names the source. */
  readonly index?: LinkedPage;
  readonly source?: LinkedPage;
}

/** Writes the pages in reading order, since headings, notes and pictures are numbered as they come. */
export function writeBook(
  article: Article,
  sheet: StyleSheet,
  { highlight, formulas }: { readonly highlight: Highlighter; readonly formulas: Formulas },
  options: RenderOptions,
): WrittenBook {
  const context: WritingContext = { ...firstContext(article, sheet), highlight, formulas };
  const { language, words, record } = context;
  const plans = planFiles(article, sheet);
  const pages = plans.map((plan, index) => {
    options.signal?.throwIfAborted();
    options.onProgress?.((0.8 * index) / plans.length);
    return writePage(plan, { ...context, file: fileName(plan, index) }, index === plans.length - 1);
  });
  const index = indexPage({ ...context, file: INDEX_FILE });
  const source = sourcePage({ ...context, file: SOURCE_FILE });
  const pictures = record.pictures.stored;
  const resolved = pages.map((page) => ({
    ...page,
    xhtml: record.references.resolve(page.xhtml, page.file, record.headingAddresses),
  }));
  return {
    language,
    words,
    record,
    pages: [...resolved, ...(index ? [index] : []), ...(source ? [source] : [])],
    pictures,
    accessibility: {
      hasPictures: pictures.length > 0,
      allDescribed: record.pictures.allDescribed,
      mayFlash: pictures.some(({ mediaType }) => mediaType === 'image/gif'),
      hasHeadings: record.headingAddresses.length > 0,
      hasRuby: record.hasRuby,
      hasMath: record.hasMath,
    },
    textHref: firstText(plans),
    ...(index && { index: { text: indexTitle(context), href: INDEX_FILE } }),
    ...(source && { source: { text: words.source, href: SOURCE_FILE } }),
  };
}

function firstContext(article: Article, sheet: StyleSheet): Omit<WritingContext, 'highlight' | 'formulas'> {
  const language = bookLanguage(article, sheet.region);
  const diagnostics: BookRecord['diagnostics'] = [];
  const record: BookRecord = {
    headingAddresses: [],
    notes: new NoteRegister(article.notes),
    pictures: new PictureRegister(article.images, diagnostics),
    terms: new TermRegister(sheet.index.show ? indexTerms(article) : new Map()),
    references: new ReferenceRegister(article),
    diagnostics,
    hasRuby: false,
    hasMath: false,
  };
  const words = bookWords(language);
  return { article, sheet, language, words, record, file: '', headingLevel: 1, depth: 1 };
}

function firstText(plans: readonly FilePlan[]): string {
  const first = plans.findIndex(({ kind, blocks }) => kind !== 'opening' || blocks.length > 0);
  const index = Math.max(first, 0);
  return fileName(plans[index] as FilePlan, index);
}
