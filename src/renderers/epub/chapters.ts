import { type Article, displayTitle, type Part, type Section } from '../../model/index.js';
import { writeBlocks } from './blocks.js';
import type { WritingContext } from './context.js';
import { footnoteElements } from './footnotes.js';
import { type BookPage, formatPage } from './page.js';
import type { FilePlan, PlannedBlock } from './plan-files.js';
import { belowHeading, type HeadingSource, headingLine, headingStyle, writeHeading } from './sections.js';
import { writeTitle } from './title-page.js';
import { element, type XmlElement } from './xml.js';

/** The file of a plan. `nth` counts the files after the opening. */
export function fileName(plan: FilePlan, nth: number): string {
  return plan.kind === 'opening' ? 'title.xhtml' : `chapter-${String(nth).padStart(3, '0')}.xhtml`;
}

/**
 * Writes one planned file. Must be called in reading order, since headings and notes are numbered as they come.
 *
 * @param isLast The last of the article's text: it also takes the notes that nothing refers to.
 */
export function writePage(plan: FilePlan, context: WritingContext, isLast: boolean): BookPage {
  const body = [...writeBody(plan, context), ...footnoteElements(context, isLast)];
  const title = pageTitle(plan, context);
  return {
    id: context.file.replace('.xhtml', ''),
    file: context.file,
    xhtml: formatPage(context.language, title, body),
  };
}

function writeBody(plan: FilePlan, context: WritingContext): XmlElement[] {
  const below = belowHeading(context);
  switch (plan.kind) {
    case 'opening':
      return [...writeTitle(context), ...writePlanned(plan.blocks, below)];
    case 'continuation': {
      const attributes = { class: 'continued', 'aria-label': pageTitle(plan, context) };
      return [element('section', attributes, writePlanned([...plan.blocks, ...plan.tail], context))];
    }
    case 'part':
    case 'section':
      return [writeOwnSection(plan, context), ...writePlanned(plan.tail, below)];
  }
}

function writeOwnSection(plan: FilePlan, context: WritingContext): XmlElement {
  const isPart = plan.kind === 'part';
  const style = isPart ? 'part-title' : headingStyle(plan.depth);
  const { id, element: heading } = writeHeading(headingSource(plan.node as Part | Section), style, context);
  return element(
    'section',
    {
      'epub:type': isPart ? 'part' : 'chapter',
      role: isPart ? 'doc-part' : 'doc-chapter',
      'aria-labelledby': id,
    },
    [heading, ...writePlanned(plan.blocks, belowHeading(context))],
  );
}

function writePlanned(blocks: readonly PlannedBlock[], context: WritingContext): XmlElement[] {
  return blocks.flatMap(({ block, depth, isLead }) =>
    writeBlocks([block], { ...context, depth, ...(isLead && { paragraphClass: 'lead' as const }) }),
  );
}

/** Parts and sections name their heading differently. */
export function headingSource(node: Part | Section): HeadingSource {
  return 'type' in node ? node : { ...node, heading: node.title ?? [] };
}

function pageTitle({ kind, node }: FilePlan, { article, words }: WritingContext): string {
  const title = node ? headingLine(headingSource(node)) : bookTitle(article);
  return kind === 'continuation' ? `${title}\uFF08${words.continued}\uFF09` : title;
}

/** The title on one line. */
export function bookTitle(article: Article): string {
  return displayTitle(article).replace(/\s+/gu, ' ').trim() || '无题';
}
