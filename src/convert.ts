import { ConversionError, type Diagnostic } from './diagnostics.js';
import type { Article } from './model/index.js';
import { linkReferences, numberCaptions } from './numbering/index.js';
import { type Reading, type ReadOptions, readArticle } from './read-article.js';
import { type OutputFormat, type Rendering, type RenderOptions, renderers } from './renderers/index.js';
import { convertScript, type Script } from './script/index.js';
import { sourceAttachment } from './source-attachment.js';
import { listTemplates, makeStyleSheet, type StyleOptions } from './style/index.js';

/** How a document shall look, and who hears of progress. */
export interface ExportOptions extends StyleOptions, RenderOptions {
  /** Writes Chinese in simplified or traditional characters, whatever the source has. */
  readonly script?: Script;
}

export interface ConvertOptions extends ReadOptions, ExportOptions {
  readonly to: OutputFormat;
  /** PDF only: puts the bytes that the article was read from into the file. */
  readonly attachSource?: boolean;
}

export interface Conversion extends Rendering {
  readonly reading: Reading;
}

/**
 * The whole program: bytes → draft → article → bytes. The template is the caller's, or one that ships and that the
 * source asks for, or `article`.
 *
 * @throws ConversionError for what the user can mend: unreadable bytes, a wrong template, a missing font.
 */
export async function convert(bytes: Uint8Array, options: ConvertOptions): Promise<Conversion> {
  const reading = await readArticle(bytes, options);
  const template = options.template ?? shippedTemplate(reading.template);
  const { attachments = [], attachSource, fileName } = options;
  const rendering = await render(reading.article, options.to, {
    ...options,
    ...(template !== undefined && { template }),
    ...(attachSource && { attachments: [sourceAttachment(reading, bytes, fileName), ...attachments] }),
  });
  return { ...rendering, reading, diagnostics: [...reading.diagnostics, ...rendering.diagnostics] };
}

/** A source may choose among the looks that ship; it must not name files. */
function shippedTemplate(name: string | undefined): string | undefined {
  return name !== undefined && listTemplates().includes(name) ? name : undefined;
}

/**
 * One article in one format, with what was odd on the way.
 *
 * @throws ConversionError for what the user can mend, and where a password is asked for of what is no PDF.
 */
export async function render(
  given: Article,
  to: OutputFormat,
  options: ExportOptions = {},
): Promise<Rendering> {
  if (options.encryption && to !== 'pdf') throw new ConversionError('password-pdf-only', { formats: to });
  const article = options.script ? await convertScript(given, options.script) : given;
  const [renderer, sheet] = [await renderers[to](), makeStyleSheet(options, article.language)];
  return renderer.render(linkReferences(numberCaptions(article, sheet.captions)), sheet, options);
}

/** An {@link Article} as a PDF: print quality, tagged, with outline and attribution. */
export async function renderPdf(article: Article, options: PlainExportOptions = {}): Promise<Uint8Array> {
  return bytesOf(article, 'pdf', options);
}

/** An {@link Article} as a Word file: styles, real numbering, nothing that asks a question when it opens. */
export async function renderDocx(article: Article, options: PlainExportOptions = {}): Promise<Uint8Array> {
  return bytesOf(article, 'docx', options);
}

/** An {@link Article} as an EPUB 3 book. */
export async function renderEpub(article: Article, options: PlainExportOptions = {}): Promise<Uint8Array> {
  return bytesOf(article, 'epub', options);
}

export interface PlainExportOptions extends ExportOptions {
  /** Hears of what was odd: a missing glyph, a picture that is not there. */
  readonly onDiagnostic?: (diagnostic: Diagnostic) => void;
}

async function bytesOf(article: Article, to: OutputFormat, options: PlainExportOptions): Promise<Uint8Array> {
  const { bytes, diagnostics } = await render(article, to, options);
  for (const diagnostic of diagnostics) options.onDiagnostic?.(diagnostic);
  return bytes;
}
