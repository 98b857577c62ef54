import { domainToASCII } from 'node:url';
import type { LinkTarget } from '../../composer/index.js';
import { type PdfDictionary, pdfText } from './pdfkit-internals.js';

/** Addresses that a document may lead to; the model knows no others, and a file must not run or open anything. */
const OPEN = /^(?:https?:\/\/|mailto:)/i;

/** Two targets lead to the same place. */
export function sameTarget(a: LinkTarget, b: LinkTarget): boolean {
  return addressOf(a) === addressOf(b);
}

function addressOf(target: LinkTarget): string {
  return target.kind === 'url' ? target.url : `#${target.name}`;
}

/** Whether a target may be clicked. */
export function leadsSomewhere(target: LinkTarget, places: ReadonlyMap<string, unknown>): boolean {
  return target.kind === 'url' ? OPEN.test(target.url) : places.has(target.name);
}

/** Where an annotation leads: an action for an address, a named destination inside the document. */
export function linkAction(target: LinkTarget): PdfDictionary {
  return target.kind === 'url'
    ? { A: { Type: 'Action', S: 'URI', URI: pdfText(asciiUrl(target.url)) } }
    : { Dest: pdfText(target.name) };
}

/**
 * An address in ASCII, as PDF 1.7 wants it: the name of a host in Punycode, which viewers hand on as it is; what else
 * no address may hold percent-encoded as UTF-8, lone surrogates as U+FFFD.
 */
export function asciiUrl(url: string): string {
  return withAsciiHost(url).replace(/[^\x21-\x7e]|["<>\\^`{|}]/gu, (char) =>
    /^[\uD800-\uDFFF]$/u.test(char) ? '%EF%BF%BD' : encodeURIComponent(char),
  );
}

function withAsciiHost(url: string): string {
  const [whole, head = '', host = ''] = /^(https?:\/\/(?:[^/?#@]*@)?)([^/?#:@[\]]+)/i.exec(url) ?? [];
  if (whole === undefined || !/[^\x21-\x7e]/.test(host)) return url;
  const ascii = domainToASCII(host);
  return ascii === '' ? url : head + ascii + url.slice(whole.length);
}
