import { type TermMark, toTerm } from '../html/term-marks.js';

const TERM = /^\s*(?:"((?:[^"\\]|\\.)*)"|([^\s"\\]\S*))/;
const READING = /\\y\s*"((?:[^"\\]|\\.)*)"/i;
/** A colon of the term itself is escaped. */
const LEVEL = /(?<!\\):/;

/**
 * The term of an XE field: `"主条:副条" \y "reading"`. It stands alone, beside the words that it means; levels below the
 * second are part of the second.
 *
 * @see ISO/IEC 29500-1, 17.16.5.79
 */
export function readIndexField(rest: string, clean: (text: string) => string): TermMark | undefined {
  const [, quoted, bare = ''] = TERM.exec(rest) ?? [];
  const plain = (text: string): string => clean(text.replace(/\\(.)/g, '$1')).trim();
  const [term = '', ...subs] = (quoted ?? bare).split(LEVEL).map(plain);
  const reading = READING.exec(rest)?.[1];
  return toTerm(term, {
    sub: subs.filter((sub) => sub !== '').join('、'),
    reading: reading === undefined ? undefined : plain(reading),
  });
}
