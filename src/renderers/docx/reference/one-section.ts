import { type FileChild, PageBreak, Paragraph } from 'docx';
import { SectionStart } from '../section-starts.js';

/**
 * The story without sections of its own, since page and columns are the template's. Where the text behind the contents
 * and the index would begin a section on a new page, a page break stands; headings begin pages by the template's style.
 */
export function inOneSection(blocks: readonly FileChild[]): FileChild[] {
  return blocks.flatMap((block, index) => {
    if (!(block instanceof SectionStart)) return [block];
    const { start, opens } = block.look;
    const isOnNewPage = index > 0 && start !== 'here' && (opens === 'text' || opens === 'index');
    return isOnNewPage ? [new Paragraph({ children: [new PageBreak()] })] : [];
  });
}
