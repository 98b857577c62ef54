import type { Diagnostic } from '../diagnostics.js';
import type { Article } from '../model/index.js';
import type { StyleSheet } from '../style/index.js';
import type { PdfAttachment } from './pdf/attachments.js';
import type { PdfPermission } from './pdf/security.js';

export type { PdfAttachment, PdfPermission };

export type OutputFormat = 'pdf' | 'docx' | 'epub';

export interface Renderer {
  readonly format: OutputFormat;
  /** Same article and style sheet give the same bytes, whatever the clock, the time zone or earlier calls. */
  render(article: Article, sheet: StyleSheet, options: RenderOptions): Promise<Rendering>;
}

export interface RenderOptions {
  /** Called now and then with a share of the work from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
  /** PDF only: for archives and screen readers, marked as PDF/A-2a (with attachments PDF/A-3a) and PDF/UA-1. */
  readonly archive?: boolean;
  /** PDF only: files that travel inside it. */
  readonly attachments?: readonly PdfAttachment[];
  /** PDF only: locks it with a password. Any other format refuses, rather than be written without a lock. */
  readonly encryption?: PdfEncryption;
  /** EPUB only: a picture for the cover, in place of the one that is drawn from title and authors. */
  readonly cover?: Uint8Array;
  /**
   * Word only: the bytes of a Word file (.docx, .dotx) whose styles, page, running heads, fonts and numbering the
   * document takes. Where it has a paragraph `{{body}}` the article stands there, and what is around stays; otherwise
   * the article stands in the place of its text. `{{title}}`, `{{subtitle}}`, `{{authors}}`, `{{date}}`, `{{source}}`,
   * `{{url}}` and `{{site}}` are filled in anywhere, in running heads and text boxes too.
   */
  readonly reference?: Uint8Array;
  /** PDF only: no object streams, for printers and tools older than PDF 1.5; the file is about a fifth larger. */
  readonly classicXref?: boolean;
  /**
   * Word only: numbers of headings, items and captions that Word counts (`auto`, when absent), or that stand as text,
   * for programs that read the text alone.
   */
  readonly wordNumbers?: WordNumbers;
}

export type WordNumbers = 'auto' | 'text';

/** How a PDF is locked: by one of the passwords at least. AES-256; the same passwords give the same bytes. */
export interface PdfEncryption {
  /** Asked for when the file is opened; when absent everyone may open it. */
  readonly password?: string;
  /** Lifts what `allow` does not name. */
  readonly ownerPassword?: string;
  /**
   * What others than the owner may do, which viewers keep to of their own will; reading aloud always. Printing and
   * copying when absent; takes an `ownerPassword`, without which whoever opens the file is its owner.
   */
  readonly allow?: readonly PdfPermission[];
}

export interface Rendering {
  readonly bytes: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}
