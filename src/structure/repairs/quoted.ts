import { type Block, blockText, plainText, type Quote } from '../../model/index.js';
import type { Recognised } from '../blocks/letter.js';
import { sliceInlines, trimInlines } from '../inline-text.js';
import type { Row } from '../row.js';

/** ——屈原《离骚》: who said it, on the line after what was said. */
const ATTRIBUTION = /^\u2014{1,2}\s*(?=[^。\uFF0C\uFF1F\uFF01]{1,24}$)/u;
const WHOLE = /^[“「『].{1,300}[”」』]$/u;

/** A paragraph that is one quotation, with the line below it that names the quoted. */
export function readQuotation(rows: readonly Row[], at: number): Recognised | undefined {
  const [row, source] = [rows[at], rows[at + 1]];
  if (row?.type !== 'line' || source?.type !== 'line') return undefined;
  if (!source.text.startsWith('\u2014') || !WHOLE.test(row.text)) return undefined;
  const dash = ATTRIBUTION.exec(source.text)?.[0].length;
  if (dash === undefined || row.headingLevel !== undefined) return undefined;
  const attribution = trimInlines(sliceInlines(source.inlines, dash));
  const children = [{ type: 'paragraph', children: row.inlines } as const];
  return { blocks: [{ type: 'quote', children, attribution }], rowsTaken: 2 };
}

/** A quotation of a marked-up source, whose last line may name who said it; dashes of a dialogue name nobody. */
export function toQuote(children: readonly Block[]): Quote {
  const last = children.at(-1);
  if (last?.type !== 'paragraph') return { type: 'quote', children };
  const text = plainText(last.children);
  const start = text.lastIndexOf('\n') + 1;
  const before = children.slice(0, -1);
  const said = start > 0 ? text.slice(0, start) : before.at(-1) && blockText(before.at(-1) as Block);
  const dash = ATTRIBUTION.exec(text.slice(start))?.[0].length;
  if (dash === undefined || said === undefined || said.startsWith('\u2014'))
    return { type: 'quote', children };
  const kept =
    start > 0 ? [{ ...last, children: trimInlines(sliceInlines(last.children, 0, start - 1)) }] : [];
  return {
    type: 'quote',
    children: [...before, ...kept],
    attribution: trimInlines(sliceInlines(last.children, start + dash)),
  };
}
