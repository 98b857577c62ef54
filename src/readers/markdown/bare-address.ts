import type { Notation } from './notation.js';

/** Marks at the end of an address that belong to the sentence around it. */
const TRAILING = /[?!.,:;*_~'"]+$/;
const TRAILING_ENTITY = /&[A-Za-z0-9]{1,20};$/;
/** White space and brackets that stand as entities end it. */
const ENTITY_INSIDE = /&(?:nbsp|ensp|emsp|lt|gt|quot);/;

/**
 * An address without brackets around it. Unlike GitHub's rule, made for words between spaces, it ends where ASCII
 * does: Chinese goes on behind it without a space, and hardly any address is shown with its Han unescaped.
 *
 * @see GFM, autolinks (extension)
 */
export const BARE_ADDRESS: Notation<'address'> = {
  name: 'address',
  starts: 'hHwW',
  pattern: /(?:https?:\/\/|www\.(?=[a-z0-9-]{1,63}\.))[a-z0-9][!#-;=?-[\]_a-z~]{0,2000}/iy,
  accepts: ([whole], { before }) => (/[A-Za-z0-9]/.test(before) ? 0 : lengthOf(whole)),
};

function lengthOf(found: string): number {
  const entity = ENTITY_INSIDE.exec(found)?.index;
  const whole = entity === undefined ? found : found.slice(0, entity);
  let address = whole.slice(0, strayBracket(whole));
  for (;;) {
    const shorter = withoutEnd(address);
    if (shorter === address) return address.length;
    address = shorter;
  }
}

/** Where a `]` closes a bracket that stands before the address: it is the text of a link. */
function strayBracket(address: string): number {
  let depth = 0;
  for (const { 0: bracket, index } of address.matchAll(/[[\]]/g)) {
    depth += bracket === '[' ? 1 : -1;
    if (depth < 0) return index;
  }
  return address.length;
}

function withoutEnd(address: string): string {
  if (TRAILING_ENTITY.test(address)) return address.replace(TRAILING_ENTITY, '');
  const [run = ''] = /\)+$/.exec(address) ?? [];
  const excess = run === '' ? 0 : count(address, ')') - count(address, '(');
  if (excess > 0) return address.slice(0, -Math.min(excess, run.length));
  return address.replace(TRAILING, '');
}

function count(text: string, char: string): number {
  return text.split(char).length - 1;
}

/** The address that a bare one stands for. */
export function addressOf(written: string): string {
  return /^www\./i.test(written) ? `http://${written}` : written;
}
