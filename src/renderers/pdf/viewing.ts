import type { PdfDictionary } from './pdfkit-internals.js';

/** What a viewer and a printer should know of the pages. */
export interface Viewing {
  readonly direction: 'horizontal' | 'vertical';
  /** Made to be printed on both sides. */
  readonly facing: boolean;
}

/**
 * The catalogue's viewer preferences. Zoom, scrolling and the place where a document opens are the reader's own: no open
 * action and no page layout ask for others.
 *
 * @see ISO 32000-1, 12.2
 */
export function viewerPreferences({ direction, facing }: Viewing): PdfDictionary {
  return {
    DisplayDocTitle: true,
    // Side by side, the second page of a vertical book stands at the left of the first.
    ...(direction === 'vertical' && { Direction: 'R2L' }),
    // Margins and type area are given in millimetres; a printer that shrinks them breaks GB/T 9704.
    PrintScaling: 'None',
    ...(facing && { Duplex: 'DuplexFlipLongEdge' }),
  };
}
