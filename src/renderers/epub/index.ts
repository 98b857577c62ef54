// Article + style sheet → EPUB 3.3: pages, navigation and package are ours, epub-gen-memory lays them out.
import { drawingFonts } from '../../fonts/index.js';
import { loadHighlighter } from '../../highlight/index.js';
import { loadFormulas } from '../../math/index.js';
import { type Article, plainCode } from '../../model/index.js';
import { drawPictures, type PictureNeeds } from '../../pictures/index.js';
import type { StyleSheet } from '../../style/index.js';
import type { Renderer, Rendering, RenderOptions } from '../renderer.js';
import { accessibilityStatements } from './accessibility.js';
import { archive } from './archive.js';
import { writeBook } from './book.js';
import { bookTitle } from './chapters.js';
import { contents } from './contents.js';
import { coverPage, makeCover } from './cover/index.js';
import { bookIdentifier } from './identifier.js';
import { type NavigationModel, renderNav, renderNcx } from './navigation.js';
import { renderPackage } from './package.js';
import { sortKeys } from './sort-keys.js';
import { renderStylesheet } from './stylesheet.js';
import { titleFaces } from './title-faces.js';

/**
 * Core media types of all EPUB 3. WebP is one since 3.3 only, and older readers show nothing of it, so that it becomes
 * PNG. They do not look at the orientation that a JPEG states either.
 */
const PICTURES: PictureNeeds = {
  takes: ['image/png', 'image/jpeg', 'image/gif', 'image/svg+xml'],
  upright: true,
  fonts: drawingFonts,
};

export const epubRenderer: Renderer = { format: 'epub', render };

async function render(article: Article, sheet: StyleSheet, options: RenderOptions): Promise<Rendering> {
  const { images, diagnostics: undrawn } = await drawPictures(article.images, PICTURES);
  const highlight = sheet.code.highlight ? await loadHighlighter(article) : plainCode;
  const formulas = await loadFormulas(article);
  const book = writeBook({ ...article, images }, sheet, { highlight, formulas }, options);
  const { language, words, record, pictures } = book;
  const source = { article, sheet, language, words };
  const cover = await makeCover(source, options.cover);
  const pages = [coverPage(source, cover), ...book.pages];
  const title = bookTitle(article);
  const identifier = bookIdentifier(article);
  const navigation: NavigationModel = {
    language,
    words,
    sheet,
    title,
    identifier,
    contents: contents(article, record.headingAddresses, [book.index, book.source]),
    textHref: book.textHref,
    index: book.index,
  };
  const faces = await titleFaces(article, sheet);
  const keys = await sortKeys(
    title,
    article.provenance.authors.map((name) => name.trim()),
    language,
  );
  const packageDocument = renderPackage({
    article,
    language,
    title,
    sortKeys: keys,
    identifier,
    direction: sheet.direction,
    accessibility: accessibilityStatements(book.accessibility, words),
    cover,
    faces,
    pages,
    pictures,
    showsContents: sheet.contents.show,
  });
  const bytes = await archive({
    title,
    packageDocument,
    nav: renderNav(navigation),
    ncx: renderNcx(navigation),
    css: renderStylesheet(sheet, highlight !== plainCode, faces),
    faces,
    cover: cover.drawing ? [cover.image, cover.drawing] : [cover.image],
    pages,
    pictures,
  });
  options.onProgress?.(1);
  return { bytes, diagnostics: [...undrawn, ...record.diagnostics] };
}
