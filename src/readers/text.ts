import type { DraftLine } from '../model/index.js';
import { cleanCharacters, isPlain } from './characters.js';
import { damageIn, refuseEmpty, refuseGiantLine } from './decoded.js';
import { decodeText } from './encoding.js';
import { decodeEntities } from './entities.js';
import { indentOf, splitLines } from './lines.js';
import type { DraftReading, Reader, ReadOptions } from './reader.js';
import { RepairTally } from './repairs.js';

/** Plain text: every line that is not blank, with its indent and the blank lines before it. */
export const textReader: Reader = { format: 'text', read: readText };

async function readText(bytes: Uint8Array, options: ReadOptions): Promise<DraftReading> {
  const decoded = decodeText(bytes, options.encoding);
  const tally = new RepairTally();
  const blocks = toDraftLines(decoded.text, tally);
  refuseEmpty(blocks);
  return {
    draft: {
      format: 'text',
      encoding: decoded.encoding,
      declared: {},
      blocks,
      notes: [],
      images: {},
      repairs: tally.list(),
    },
    diagnostics: damageIn(decoded),
  };
}

/** The lines of a text that are not blank. */
export function toDraftLines(text: string, tally: RepairTally): DraftLine[] {
  const blocks: DraftLine[] = [];
  let blankLinesBefore = 0;
  // then no line need be looked at
  const isClean = isPlain(text) && !text.includes('&');
  for (const [index, raw] of splitLines(text).entries()) {
    refuseGiantLine(raw.length, index + 1);
    const decoded = isClean ? raw : decodeEntities(raw, tally);
    const clean = (isClean ? decoded : cleanCharacters(decoded, tally)).trim();
    if (clean === '') {
      blankLinesBefore += 1;
      continue;
    }
    blocks.push({
      type: 'line',
      unit: 'physical',
      inlines: [{ type: 'text', text: clean }],
      indentEm: indentOf(decoded),
      blankLinesBefore,
      line: index + 1,
    });
    blankLinesBefore = 0;
  }
  return blocks;
}
