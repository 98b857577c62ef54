import type { Inline } from '../../model/index.js';
import { plainText } from '../../model/index.js';

/** One of the lines that a paragraph of Markdown was written as, where the author meant several. */
export interface ParagraphLine {
  readonly inlines: readonly Inline[];
  /** Why it stands alone; absent when the paragraph was one. */
  readonly cause?: 'indented-paragraph' | 'blank-by-breaks' | 'definition-list';
  /** It is what the lines below define. */
  readonly isTerm?: true;
}

/** A line end before an indent, as Chinese paragraphs have it; `&emsp;&emsp;` has been decoded by now. */
const INDENTED = /\n(?=[\u3000\u2003]|\u00A0{2}|\u2002{2})/;
const STARTS_INDENTED = /^(?:[\u3000\u2003]|\u00A0{2}|\u2002{2})/;
const DEFINITION = /\n:[ \t]+/;

/**
 * The lines of a paragraph that are paragraphs to their author: Markdown joins lines without a blank one between, but
 * who indents by two ems, or breaks a line twice, starts a new paragraph. Terms with `: ` below are split likewise.
 */
export function splitParagraph(inlines: readonly Inline[]): ParagraphLine[] {
  const lines: { inlines: Inline[]; cause?: ParagraphLine['cause'] }[] = [{ inlines: [] }];
  const start = (cause: NonNullable<ParagraphLine['cause']>): void => {
    lines.push({ inlines: [], cause });
  };
  let breaks = 0;
  for (const inline of inlines) {
    const last = lines.at(-1) as { inlines: Inline[] };
    if (inline.type === 'lineBreak') {
      breaks += 1;
      last.inlines.push(inline);
      continue;
    }
    const isSpace = inline.type === 'text' && /^[ \t\n]*$/.test(inline.text);
    if (isSpace && breaks > 0) continue;
    if (breaks > 1) start('blank-by-breaks');
    else if (breaks === 1 && inline.type === 'text' && STARTS_INDENTED.test(inline.text))
      start('indented-paragraph');
    breaks = 0;
    if (inline.type !== 'text') lines.at(-1)?.inlines.push(inline);
    else {
      for (const [index, text] of inline.text.split(INDENTED).entries()) {
        if (index > 0) start('indented-paragraph');
        if (text !== '') lines.at(-1)?.inlines.push({ type: 'text', text });
      }
    }
  }
  return lines.flatMap(
    ({ inlines: content, cause }) =>
      splitDefinitions(content) ?? [{ inlines: content, ...(cause && { cause }) }],
  );
}

/** `术语`, and on the next lines `: 定义`. @see PHP Markdown Extra, definition lists */
function splitDefinitions(inlines: readonly Inline[]): ParagraphLine[] | undefined {
  const parts: Inline[][] = [[]];
  for (const inline of inlines) {
    const texts = inline.type === 'text' ? inline.text.split(DEFINITION) : [];
    if (texts.length < 2) parts.at(-1)?.push(inline);
    else {
      for (const [index, text] of texts.entries()) {
        if (index > 0) parts.push([]);
        if (text !== '') parts.at(-1)?.push({ type: 'text', text });
      }
    }
  }
  const [term = [], ...definitions] = parts;
  if (definitions.length === 0 || plainText(term).trim() === '' || plainText(term).includes('\n'))
    return undefined;
  return [
    { inlines: [{ type: 'strong', children: term }], cause: 'definition-list', isTerm: true },
    ...definitions.map((definition) => ({ inlines: definition, cause: 'definition-list' as const })),
  ];
}
