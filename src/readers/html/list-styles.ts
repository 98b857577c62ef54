import type { SectionLabel } from '../../model/index.js';
import { parseLabel } from '../../numbering/index.js';
import { formatNumber } from '../docx/number-formats.js';
import { styleOf } from './inline-style.js';
import { attribute, type HtmlElement } from './tree.js';

/** How a list style counts, by the name of the format that Word has for it, and the mark that follows. */
type Style = readonly [format: string, mark: string];

/** `<ol type>`; case tells a from A. @see HTML Standard, "The ol element" */
const TYPES: ReadonlyMap<string, Style> = new Map([
  ['a', ['lowerLetter', '.']],
  ['A', ['upperLetter', '.']],
  ['i', ['lowerRoman', '.']],
  ['I', ['upperRoman', '.']],
]);

/** `list-style-type`; what is missing counts in decimals. @see CSS Counter Styles Level 3 and "Ready-made Counter Styles" */
const STYLES: ReadonlyMap<string, Style> = new Map([
  ['lower-alpha', ['lowerLetter', '.']],
  ['lower-latin', ['lowerLetter', '.']],
  ['upper-alpha', ['upperLetter', '.']],
  ['upper-latin', ['upperLetter', '.']],
  ['lower-roman', ['lowerRoman', '.']],
  ['upper-roman', ['upperRoman', '.']],
  ['cjk-ideographic', ['chineseCountingThousand', '、']],
  ['simp-chinese-informal', ['chineseCountingThousand', '、']],
  ['trad-chinese-informal', ['chineseCountingThousand', '、']],
  ['simp-chinese-formal', ['chineseLegalSimplified', '、']],
  ['trad-chinese-formal', ['ideographLegalTraditional', '、']],
  ['cjk-decimal', ['ideographDigital', '、']],
  ['cjk-heavenly-stem', ['ideographTraditional', '、']],
  ['cjk-earthly-branch', ['ideographZodiac', '、']],
  ['circled-decimal', ['decimalEnclosedCircle', '']],
]);

/** The number that a browser prints before an item, where it is no plain decimal. */
export function printedLabel(list: HtmlElement, item: HtmlElement, value: number): SectionLabel | undefined {
  const style = styleFor(item) ?? styleFor(list);
  if (!style || value < 1) return undefined;
  const [format, mark] = style;
  const numeral = formatNumber(format, value);
  const text = numeral + mark;
  const isLatin = /Letter|Roman/.test(format);
  const parsed = isLatin ? undefined : parseLabel(`${text} 字`)?.label;
  return parsed ?? { text, numeral, scheme: isLatin ? 'latin' : 'arabic', ordinal: value };
}

function styleFor(element: HtmlElement): Style | undefined {
  const style = styleOf(element);
  const written = style.get('list-style-type') ?? style.get('list-style') ?? '';
  const named = written.split(/\s+/).find((word) => STYLES.has(word));
  return (
    (named === undefined ? undefined : STYLES.get(named)) ??
    TYPES.get(attribute(element, 'type')?.trim() ?? '')
  );
}
