import type { Layout, Page } from '../../composer/index.js';
import type { Diagnostic } from '../../diagnostics.js';
import type { DocumentFonts } from '../../fonts/index.js';
import type { ImageAsset } from '../../model/index.js';
import { type PdfAttachment, writeAttachments } from './attachments.js';
import { CidFont } from './cid-font.js';
import { deflate, PAGE_LEVEL } from './deflate.js';
import { putFrequentFirst } from './frequent-characters.js';
import { ImageShelf } from './images.js';
import { leadsSomewhere, linkAction } from './links.js';
import { ARTIFACT_PROPERTIES } from './marked-content.js';
import { infoOf, type Metadata, xmpOf } from './metadata.js';
import { destination, type OutlinePage, writeOutline } from './outline.js';
import { PackedDocument } from './packed-document.js';
import { pageLabels } from './page-labels.js';
import { PagePainter, type PaintedLink } from './page-painter.js';
import { type PdfReference, pdfText } from './pdfkit-internals.js';
import type { FileLock } from './security.js';
import { TagTree } from './tag-tree.js';
import { type TreeRow, writeTree } from './trees.js';
import { type Viewing, viewerPreferences } from './viewing.js';

/** All that a PDF is made of. */
export interface PdfContent {
  readonly layout: Layout;
  readonly fonts: DocumentFonts;
  readonly images: Readonly<Record<string, ImageAsset>>;
  readonly metadata: Metadata;
  /** Marked as PDF/A-2a (with attachments PDF/A-3a) and PDF/UA-1. */
  readonly archive?: boolean;
  readonly attachments?: readonly PdfAttachment[];
  readonly classicXref?: boolean;
  readonly lock?: FileLock;
  /** Of horizontal single pages when absent. */
  readonly viewing?: Viewing;
}

const SINGLE_PAGES: Viewing = { direction: 'horizontal', facing: false };

/** How many pages are painted before the event loop gets its turn. */
const PAGES_A_TURN = 64;

/**
 * Writes a layout as a tagged PDF 1.7.
 *
 * @param onPage Called after every few pages with the number painted so far; it may throw to stop the work.
 */
export async function writePdf(
  content: PdfContent,
  onPage: (painted: number) => void = () => {},
): Promise<{ readonly bytes: Uint8Array; readonly diagnostics: readonly Diagnostic[] }> {
  const { layout, fonts, images, metadata } = content;
  const document = openDocument(content);
  const cidFonts = new FontShelf(fonts);
  const shelf = new ImageShelf(document, images);
  const tags = new TagTree(document, layout.nodes, metadata.language);
  const painter = new PagePainter({
    fonts: cidFonts,
    images: shelf,
    tags,
    leadsSomewhere: (target) => leadsSomewhere(target, layout.places),
  });
  putFrequentFirst(layout, cidFonts);
  const properties = document.ref(ARTIFACT_PROPERTIES);
  properties.end();
  const pages: OutlinePage[] = [];
  for (const [index, page] of layout.pages.entries()) {
    pages.push(addPage({ document, tags, painter, properties }, page));
    if (index % PAGES_A_TURN !== PAGES_A_TURN - 1) continue;
    onPage(index + 1);
    await new Promise((resolve) => setImmediate(resolve));
  }
  writeCatalogue(document, content, pages);
  tags.write();
  for (const font of cidFonts.all) font.write(document);
  document.end();
  return { bytes: document.bytes(), diagnostics: shelf.diagnostics };
}

function openDocument({
  metadata,
  archive,
  attachments = [],
  classicXref,
  lock,
}: PdfContent): PackedDocument {
  const part = attachments.length > 0 ? 3 : 2;
  return new PackedDocument({
    info: infoOf(metadata),
    xmp: xmpOf(metadata, archive ? part : undefined),
    ...(archive && { archive }),
    ...(classicXref && { classicXref }),
    ...(lock && { lock }),
  });
}

interface Workshop {
  readonly document: PackedDocument;
  readonly tags: TagTree;
  readonly painter: PagePainter;
  /** What marked content refers to by name. */
  readonly properties: PdfReference;
}

function addPage({ document, tags, painter, properties }: Workshop, page: Page): OutlinePage {
  document.addPage({ size: [page.widthPt, page.heightPt], margin: 0 });
  const { content, dictionary, fonts, xobjects } = document.page;
  const painted = painter.paint(page, dictionary);
  // pdfkit has turned the y axis over already; the operators here are in PDF's own coordinates.
  content.buffer.length = 0;
  content.compress = false;
  Object.assign(content.data, { Filter: 'FlateDecode' });
  content.write(deflate(painted.content, PAGE_LEVEL));
  for (const [name, { font, writing }] of painted.fonts) fonts[name] = font.reference(document, writing);
  for (const [name, image] of painted.images) xobjects[name] = image;
  const annotations = painted.links.map((link) => writeLink(link, { document, tags }, dictionary));
  (dictionary.data.Resources as PdfReference).data.Properties = properties;
  Object.assign(dictionary.data, {
    StructParents: tags.addPage(painted.marks),
    Tabs: 'S',
    ...(annotations.length > 0 && { Annots: annotations }),
  });
  return { reference: dictionary, heightPt: page.heightPt };
}

function writeLink(
  { target, rect, element, text }: PaintedLink,
  { document, tags }: Pick<Workshop, 'document' | 'tags'>,
  page: PdfReference,
): PdfReference {
  const annotation = document.ref({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: rect.map((edge) => Math.round(edge * 100) / 100),
    Border: [0, 0, 0],
    // Print flag: PDF/A and PDF/UA want it on every annotation.
    F: 4,
    Contents: pdfText(text || (target.kind === 'url' ? target.url : target.name)),
    ...linkAction(target),
  });
  if (element) annotation.data.StructParent = tags.addAnnotation(element, page, annotation);
  annotation.end();
  return annotation;
}

function writeCatalogue(
  document: PackedDocument,
  { layout, metadata, attachments = [], viewing = SINGLE_PAGES }: PdfContent,
  pages: readonly OutlinePage[],
): void {
  const catalogue = document._root.data;
  Object.assign(catalogue, {
    Lang: pdfText(metadata.language),
    PageLabels: pageLabels(layout.pages.map(({ label }) => label)),
    ViewerPreferences: document.ref(viewerPreferences(viewing)),
  });
  writeOutline(document, layout.headings, pages);
  (catalogue.Names as PdfReference).data.Dests = writeTree(document, 'Names', namedPlaces(layout, pages));
  writeAttachments(document, attachments);
}

/** In the order of their bytes; pdfkit's own tree sorts by the user's locale. */
function namedPlaces(layout: Layout, pages: readonly OutlinePage[]): TreeRow[] {
  const places = [...layout.places].sort(([a], [b]) => (a < b ? -1 : 1));
  return places.flatMap(([name, { page: number, yPt }]): TreeRow[] => {
    const page = pages[number];
    return page ? [[pdfText(name), destination(page, yPt)]] : [];
  });
}

/** The embedded fonts of a document, made when a page first draws with a face. */
class FontShelf {
  readonly metrics: DocumentFonts;
  readonly #byFace = new Map<number, CidFont>();

  constructor(metrics: DocumentFonts) {
    this.metrics = metrics;
  }

  get all(): Iterable<CidFont> {
    return this.#byFace.values();
  }

  fontOf(number: number): CidFont {
    let font = this.#byFace.get(number);
    if (!font) {
      const face = this.metrics.faces[number];
      if (!face) throw new RangeError(`no face has the number ${number}`);
      font = new CidFont(face, `F${this.#byFace.size + 1}`);
      this.#byFace.set(number, font);
    }
    return font;
  }
}
