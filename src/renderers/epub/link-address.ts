/** Signs that may stand in an address (RFC 3986, section 2); any other is written as its UTF-8 bytes. */
const FORBIDDEN = /[^A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]/gu;

/**
 * An address as checkers and readers accept it, or undefined when it is none that a book may point to: only
 * http, https and mailto.
 */
export function linkAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  // `mailto:` alone reaches nobody, and EPUBCheck takes it for no address
  if (protocol === 'mailto:') return /^mailto:[^?#]/.test(href) ? escapeAddress(href) : undefined;
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  // only a host may hold brackets ([::1]), so it stays as the parser wrote it
  const [, origin = '', rest = ''] = /^(https?:\/\/[^/?#]*)(.*)$/s.exec(href) ?? [];
  return origin + escapeAddress(rest);
}

function escapeAddress(address: string): string {
  const [path = '', ...fragments] = address.split('#');
  const oneFragment = fragments.length > 0 ? `${path}#${fragments.join('%23')}` : path;
  return oneFragment.replace(FORBIDDEN, encodeSign).replace(/%(?![0-9A-Fa-f]{2})/g, '%25');
}

function encodeSign(sign: string): string {
  return [...new TextEncoder().encode(sign)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}
