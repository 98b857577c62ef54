import type { LinkTarget } from '../../composer/index.js';
import { type PdfDictionary, pdfText } from './pdfkit-internals.js';

/** Two targets lead to the same place. */
export function sameTarget(a: LinkTarget, b: LinkTarget): boolean {
  return addressOf(a) === addressOf(b);
}

function addressOf(target: LinkTarget): string {
  return target.kind === 'url' ? target.url : `#${target.name}`;
}

/** Where an annotation leads: an action for an address, a named destination inside the document. */
export function linkAction(target: LinkTarget): PdfDictionary {
  return target.kind === 'url'
    ? { A: { Type: 'Action', S: 'URI', URI: pdfText(asciiUrl(target.url)) } }
    : { Dest: pdfText(target.name) };
}

/** An address in ASCII, as PDF 1.7 wants it: everything else percent-encoded as UTF-8, lone surrogates as U+FFFD. */
export function asciiUrl(url: string): string {
  return url.replace(/[^\x21-\x7e]/gu, (char) =>
    /^[\uD800-\uDFFF]$/u.test(char) ? '%EF%BF%BD' : encodeURIComponent(char),
  );
}
