import type { Inline, Ruby } from '../../model/index.js';
import { isElement } from './elements.js';
import { childrenOf, type HtmlElement, textIn } from './tree.js';

type RubyPart = Ruby | Extract<Inline, { type: 'text' }>;

interface Pairing {
  readonly bases: string[];
  readonly readings: string[];
}

/**
 * The pairs of a `<ruby>`: 漢<rt>hàn</rt>字<rt>zì</rt>, also with all `<rb>` before all `<rt>`. Text without a reading
 * stays text; `<rp>` holds brackets for those who cannot show ruby, `<rtc>` a second row of readings.
 */
export function readRuby(ruby: HtmlElement): RubyPart[] {
  const pairings: Pairing[] = [];
  let current: Pairing = { bases: [], readings: [] };
  const start = (): void => {
    pairings.push(current);
    current = { bases: [], readings: [] };
  };
  for (const node of childrenOf(ruby)) {
    const text = (node.type === 'text' ? node.text : textIn(node)).replace(/\s+/g, ' ').trim();
    if (isElement(node, 'rp') || isElement(node, 'rtc') || text === '') continue;
    if (isElement(node, 'rt')) current.readings.push(text);
    else {
      if (current.readings.length > 0) start();
      current.bases.push(text);
    }
  }
  start();
  return pairings.flatMap(toParts);
}

function toParts({ bases, readings }: Pairing): RubyPart[] {
  if (bases.length === readings.length)
    return bases.map((base, index) => ({ type: 'ruby', base, reading: readings[index] ?? '' }));
  const base = bases.join('');
  const reading = readings.join(' ');
  if (base === '' || reading === '') {
    const text = base || reading;
    return text === '' ? [] : [{ type: 'text', text }];
  }
  return [{ type: 'ruby', base, reading }];
}
