// PDF: the composer's pages painted as tagged PDF 1.7 with embedded subsets, by way of pdfkit.
import { layoutArticle } from '../../composer/index.js';
import { drawingFonts, openFonts } from '../../fonts/index.js';
import { loadHighlighter } from '../../highlight/index.js';
import { type Article, plainCode } from '../../model/index.js';
import { drawPictures, type PictureNeeds } from '../../pictures/index.js';
import type { StyleSheet } from '../../style/index.js';
import type { Renderer, Rendering, RenderOptions } from '../renderer.js';
import { checkEncryption, lockOf } from './lock.js';
import { metadataOf } from './metadata.js';
import { writePdf } from './write-pdf.js';

/** Laying out takes about as long as painting and embedding. */
const LAYOUT_SHARE = 0.5;

/** A JPEG goes in as it is, and is turned where it is drawn. */
const PICTURES: PictureNeeds = { takes: ['image/png', 'image/jpeg'], upright: false, fonts: drawingFonts };

export const pdfRenderer: Renderer = { format: 'pdf', render: renderPdf };

async function renderPdf(article: Article, sheet: StyleSheet, options: RenderOptions): Promise<Rendering> {
  checkEncryption(options);
  const report = (share: number): void => {
    options.signal?.throwIfAborted();
    options.onProgress?.(share);
  };
  const fonts = await openFonts(sheet);
  const highlight = sheet.code.highlight ? await loadHighlighter(article) : plainCode;
  const onPage = (share: number): void => report(share * LAYOUT_SHARE);
  const layout = layoutArticle(article, sheet, fonts, { onPage, highlight });
  report(LAYOUT_SHARE);
  const { archive = false, attachments = [], classicXref = false, encryption } = options;
  // the colours that an archived file names are those of a screen: inks have to be converted
  const needs = { ...PICTURES, screenColors: archive };
  const { images, diagnostics: undrawn } = await drawPictures(article.images, needs);
  const metadata = metadataOf(article);
  const viewing = { direction: sheet.direction, facing: sheet.page.facing };
  const file = { archive, attachments, classicXref, viewing };
  const lock = encryption && lockOf(encryption, layout, metadata);
  const content = { layout, fonts, images, metadata, ...file, ...(lock && { lock }) };
  const { bytes, diagnostics } = await writePdf(content, (painted) =>
    report(LAYOUT_SHARE + (1 - LAYOUT_SHARE) * (painted / layout.pages.length)),
  );
  report(1);
  return { bytes, diagnostics: [...layout.diagnostics, ...undrawn, ...diagnostics] };
}
