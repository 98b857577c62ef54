import { type FileChild, Paragraph, TextRun } from 'docx';
import { type Block, blockText, type Note } from '../../model/index.js';
import type { Manuscript, Place } from './manuscript.js';
import { paragraph } from './paragraphs.js';

/**
 * What stands under a note's mark. The library takes paragraphs alone in a note, so a table is given as its text,
 * a line a cell.
 */
export function noteParagraphs(manuscript: Manuscript, note: Note): Paragraph[] {
  const place: Place = {
    style: 'note',
    listDepth: 0,
    widthPt: manuscript.sheet.page.measurePt,
    inNote: true,
  };
  const gap = { children: [new TextRun(' ')] };
  const [first, ...rest] = note.children;
  const opening =
    first?.type === 'paragraph'
      ? paragraph(manuscript, first.children, place, gap)
      : paragraph(manuscript, [], place, gap);
  const following = first?.type === 'paragraph' || !first ? rest : note.children;
  return [opening, ...onlyParagraphs(manuscript, following, place)];
}

function onlyParagraphs(manuscript: Manuscript, blocks: readonly Block[], place: Place): Paragraph[] {
  return blocks.flatMap((block) => {
    const written = manuscript.write([block], place);
    const paragraphs = written.filter((child) => child instanceof Paragraph);
    if (paragraphs.length === written.length) return paragraphs;
    return blockText(block)
      .split('\n')
      .map((text) => paragraph(manuscript, text === '' ? [] : [{ type: 'text', text }], place));
  });
}

/** Notes without a mark stand at the end of the text, so that nothing is lost. */
export function strayNotes(manuscript: Manuscript, place: Place): FileChild[] {
  const stray = manuscript.notes.unmet();
  for (const { id } of stray) {
    manuscript.diagnostics.push({ code: 'note-unreferenced', values: { label: id } });
  }
  return stray.flatMap((note) => manuscript.write(note.children, { ...place, style: 'note', inNote: true }));
}
