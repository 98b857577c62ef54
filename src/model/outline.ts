import type { Article, Block, Inline, Part, Section, SectionLabel } from './article.js';
import { labelGap } from './label-gap.js';
import { articleText, plainText } from './plain-text.js';

/** One heading of an article, in reading order. */
export interface OutlineEntry {
  /** One-based position in {@link outline}; the same number names the heading in every renderer. */
  readonly number: number;
  /** 1 is the article's top heading. In a collection the titles of parts are 1 and their sections start at 2. */
  readonly level: number;
  readonly label?: SectionLabel;
  readonly heading: readonly Inline[];
  /** What the entry stands for. */
  readonly node: Part | Section;
}

/**
 * All headings in reading order: titles of parts, then sections by depth. Sections inside quotes, lists and
 * cells are not headings of the article and are left out.
 */
export function outline(article: Article): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  const add = (entry: Omit<OutlineEntry, 'number'>): void => {
    entries.push({ number: entries.length + 1, ...entry });
  };
  const walk = (blocks: readonly Block[], level: number): void => {
    for (const block of blocks) {
      if (block.type !== 'section') continue;
      add({ level, heading: block.heading, node: block, ...(block.label && { label: block.label }) });
      walk(block.children, level + 1);
    }
  };
  const isCollection = article.parts.some((part) => part.title !== undefined);
  walk(article.lead, isCollection ? 2 : 1);
  for (const part of article.parts) {
    if (part.title) {
      add({ level: 1, heading: part.title, node: part, ...(part.label && { label: part.label }) });
    }
    walk(part.children, isCollection ? 2 : 1);
  }
  return entries;
}

/** `一、总则`, `第一章　总则` as one string: the label as written, its gap, then the heading. */
export function headingText(entry: Pick<OutlineEntry, 'label' | 'heading'>): string {
  const { label } = entry;
  const heading = plainText(entry.heading);
  if (!label) return heading;
  return heading === '' ? label.text : `${label.text}${labelGap(label)}${heading}`;
}

/** The outline as text, one heading a line, indented by two spaces a level: `section [一、] 总则`. */
export function formatOutline(article: Article): string {
  return outline(article)
    .map(({ level, label, heading, node }) => {
      const kind = 'type' in node ? 'section' : 'part';
      return `${'  '.repeat(level - 1)}${kind} ${label ? `[${label.text}] ` : ''}${plainText(heading)}`;
    })
    .join('\n');
}

/** The title, or the first words of the text, or 无题: never empty, for places that must hold one. */
export function displayTitle(article: Article): string {
  if (article.title) return article.title;
  const first = outline(article)[0];
  const text = first ? headingText(first) : articleText(article).trimStart();
  const line = text.split('\n', 1)[0]?.trim() ?? '';
  return [...line].slice(0, 24).join('') || '无题';
}
