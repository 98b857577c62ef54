import type { PdfDictionary, PdfValue } from './pdfkit-internals.js';
import { pdfText } from './pdfkit-internals.js';

const ROMAN: readonly (readonly [string, number])[] = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];

/** How a label is counted: `D` 1 2 3, `r` i ii iii, `R` I II III, or a fixed text. */
interface Numbering {
  readonly style: 'D' | 'r' | 'R' | 'fixed';
  readonly number: number;
}

/**
 * The catalogue's PageLabels: a row for each page whose label does not follow from the one before.
 *
 * @param labels As printed, one a page.
 * @see ISO 32000-1, 12.4.2
 */
export function pageLabels(labels: readonly string[]): PdfDictionary {
  const rows: PdfValue[] = [];
  let last: Numbering | undefined;
  for (const [page, label] of labels.entries()) {
    const next = numbering(label);
    const follows =
      last && next.style !== 'fixed' && next.style === last.style && next.number === last.number + 1;
    if (!follows) {
      rows.push(page, next.style === 'fixed' ? { P: pdfText(label) } : { S: next.style, St: next.number });
    }
    last = next;
  }
  return { Nums: rows };
}

function numbering(label: string): Numbering {
  if (/^[1-9][0-9]{0,8}$/.test(label)) return { style: 'D', number: Number(label) };
  const number = label.length > 15 ? 0 : parseRoman(label.toLowerCase());
  const formatted = formatRoman(number);
  if (number > 0 && label === formatted) return { style: 'r', number };
  if (number > 0 && label === formatted.toUpperCase()) return { style: 'R', number };
  return { style: 'fixed', number: 0 };
}

/** 0 for what is no lower-case Roman number in its usual form. */
function parseRoman(label: string): number {
  let rest = label;
  let number = 0;
  for (const [sign, value] of ROMAN) {
    while (rest.startsWith(sign)) {
      number += value;
      rest = rest.slice(sign.length);
    }
  }
  return rest === '' && formatRoman(number) === label ? number : 0;
}

function formatRoman(number: number): string {
  let rest = number;
  let label = '';
  for (const [sign, value] of ROMAN) {
    while (rest >= value) {
      label += sign;
      rest -= value;
    }
  }
  return label;
}
