import type { ParagraphChild } from 'docx';
import type { IndexTerm } from '../../model/index.js';
import { silentField } from './fields.js';
import { cleanText } from './xml.js';

/** The place of a term as Word marks it, before the words that it means. @see ISO/IEC 29500-1, 17.16.5.79 (XE) */
export function termField({ term, sub, reading }: IndexTerm): ParagraphChild[] {
  const entry = [term, ...(sub === undefined ? [] : [sub])].map(escaped).join(':');
  return silentField(`XE "${entry}"${reading === undefined ? '' : ` \\y "${escaped(reading)}"`}`);
}

/** A colon parts levels, and a straight quote ends the entry. */
const escaped = (text: string): string => cleanText(text).replace(/[\\":]/g, '\\$&');
