import type { Code } from 'mdast';
import type { DraftLine, Inline } from '../../model/index.js';
import { trimInlines } from '../inlines.js';
import type { DocumentContext } from './document-context.js';
import { parseMarkdown } from './parse.js';
import { cleanInlines, toRawInlines } from './phrasing.js';

/** Of the characters, so many are Chinese in prose; code with Chinese remarks has fewer. */
const LEAST_CHINESE = 0.7;
const CHINESE = /[\p{Script=Han}\u3000-\u303F\uFF01-\uFF0F\uFF1A-\uFF20“”‘’…—]/gu;
const SENTENCE_MARK = /[\u3002\uFF0C\uFF01\uFF1F\uFF1B]/;

/**
 * Whether an indented block is Chinese prose: four spaces are two ems, the indent that Chinese paragraphs have, and
 * code to Markdown. Evidence is what it says, not where it stands.
 */
export function isIndentedProse(node: Code, source: string): boolean {
  const start = source.slice(node.position?.start.offset ?? 0).slice(0, 200);
  if (node.lang != null || /^[ \t]*(?:`{3}|~{3})/.test(start)) return false;
  const chinese = node.value.match(CHINESE)?.length ?? 0;
  return SENTENCE_MARK.test(node.value) && chinese >= LEAST_CHINESE * node.value.replace(/\s/g, '').length;
}

/** The lines of such a block. Each may be a paragraph or the rest of one, as in a plain text. */
export function proseLines(node: Code, blankLinesBefore: number, context: DocumentContext): DraftLine[] {
  const line = node.position?.start.line ?? 1;
  const lines: DraftLine[] = [];
  let blank = blankLinesBefore;
  for (const [index, text] of node.value.split('\n').entries()) {
    if (text.trim() === '') {
      blank += 1;
      continue;
    }
    const { inlines } = trimInlines(cleanInlines(inlinesOf(text.trim(), context), context));
    if (inlines.length === 0) continue;
    lines.push({
      type: 'line',
      unit: 'physical',
      inlines,
      indentEm: 2,
      blankLinesBefore: blank,
      line: line + index,
    });
    blank = 0;
  }
  return lines;
}

function inlinesOf(text: string, context: DocumentContext): Inline[] {
  const [first, ...others] = parseMarkdown(text).children;
  return first?.type === 'paragraph' && others.length === 0
    ? toRawInlines(first.children, context)
    : [{ type: 'text', text }];
}
