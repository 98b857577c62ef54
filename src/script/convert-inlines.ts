import type { Inline } from '../model/index.js';
import type { ConvertText } from './convert-text.js';

/**
 * Inlines converted as one text, since a word may be cut by a mark (头<b>发</b>) and a quote opened in one inline is closed
 * in another; where that changes how many characters there are, each text for itself.
 */
export function convertInlines(inlines: readonly Inline[], convert: ConvertText): readonly Inline[] {
  const texts = leavesOf(inlines);
  const whole = [...convert(texts.join(''))];
  const lengths = texts.map((text) => [...text].length);
  const isSameLength = whole.length === lengths.reduce((sum, length) => sum + length, 0);
  let at = 0;
  const pieces = texts.map((text, index) => {
    if (!isSameLength) return convert(text);
    const from = at;
    at += lengths[index] ?? 0;
    return whole.slice(from, at).join('');
  });
  return withLeaves(inlines, pieces.values(), convert);
}

function leavesOf(inlines: readonly Inline[]): string[] {
  return inlines.flatMap((inline) => {
    if (inline.type === 'text') return [inline.text];
    if (inline.type === 'ruby') return [inline.base];
    return 'children' in inline ? leavesOf(inline.children) : [];
  });
}

function withLeaves(inlines: readonly Inline[], leaves: Iterator<string>, convert: ConvertText): Inline[] {
  const next = (): string => leaves.next().value ?? '';
  return inlines.map((inline): Inline => {
    switch (inline.type) {
      case 'text':
        return { ...inline, text: next() };
      case 'ruby':
        return { ...inline, base: next() };
      case 'image':
        return { ...inline, alt: convert(inline.alt) };
      case 'indexTerm':
        return {
          ...inline,
          term: convert(inline.term),
          ...(inline.sub !== undefined && { sub: convert(inline.sub) }),
          children: withLeaves(inline.children, leaves, convert),
        };
      default:
        return 'children' in inline
          ? { ...inline, children: withLeaves(inline.children, leaves, convert) }
          : inline;
    }
  });
}
