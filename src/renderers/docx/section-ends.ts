import { SECTION_END_ID } from './word-styles.js';

const END = `<w:p><w:pPr><w:pStyle w:val="${SECTION_END_ID}"/>`;
const PROPERTIES_END = '</w:sectPr></w:pPr></w:p>';

/**
 * The story with the properties of each section in its last paragraph of text, where a writer of text would have them:
 * a paragraph that holds nothing else is an empty line. It stays after a table or a content control.
 */
export function endSections(story: string): string {
  const [first = '', ...rest] = story.split(END);
  return rest.reduce((text, piece) => {
    const end = piece.indexOf(PROPERTIES_END);
    const paragraph = Math.max(text.lastIndexOf('<w:p>'), text.lastIndexOf('<w:p '));
    const isJoined = end >= 0 && text.endsWith('</w:p>') && !text.includes('<w:sectPr', paragraph);
    if (!isJoined) return text + END + piece;
    const section = piece.slice(0, end + '</w:sectPr>'.length);
    return withProperties(text, paragraph, section) + piece.slice(end + PROPERTIES_END.length);
  }, first);
}

/** Puts a section's properties last in those of the paragraph that begins at `start`. */
function withProperties(text: string, start: number, section: string): string {
  const open = text.indexOf('>', start) + 1;
  if (!text.startsWith('<w:pPr>', open))
    return `${text.slice(0, open)}<w:pPr>${section}</w:pPr>${text.slice(open)}`;
  const close = text.indexOf('</w:pPr>', open);
  return text.slice(0, close) + section + text.slice(close);
}
