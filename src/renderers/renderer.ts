import type { Diagnostic } from '../diagnostics.js';
import type { Article } from '../model/index.js';
import type { StyleSheet } from '../style/index.js';

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
  /** PDF only: for archives and screen readers, marked as PDF/A-2a and PDF/UA-1. */
  readonly archive?: boolean;
}

export interface Rendering {
  readonly bytes: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}
