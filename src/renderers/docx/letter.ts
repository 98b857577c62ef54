import type { FileChild, IParagraphOptions } from 'docx';
import { type Attachments, type Inline, plainText, type Signature } from '../../model/index.js';
import { toTwips } from '../../style/index.js';
import type { Manuscript, Place } from './manuscript.js';
import { typedLabel } from './number-formats.js';
import { paragraph } from './paragraphs.js';
import { textWidthEm } from './text-width.js';
import { DATE_ID } from './word-styles.js';

/**
 * 落款 at the right: its last line, the date, keeps the style's inset, and the name is centred over it as far as the
 * type area allows: an indent that no style can know.
 *
 * @see GB/T 9704-2012, 7.3.5.1
 */
export function signature(manuscript: Manuscript, { lines }: Signature, place: Place): FileChild[] {
  const style = manuscript.sheet.styles.signature;
  const widths = lines.map((line) => lineWidthEm(plainText(line), manuscript));
  const date = widths.at(-1) ?? 0;
  const insetTwips = toTwips(style.indentEndEm * manuscript.sheet.styles.body.sizePt);
  return lines.map((line, index): FileChild => {
    const besideEm = (date - (widths[index] ?? 0)) / 2;
    const isDay = index > 0 && index === lines.length - 1;
    const options: IParagraphOptions = {
      ...(isDay && { style: DATE_ID }),
      ...(style.align === 'end' &&
        besideEm !== 0 && {
          indent: { right: Math.max(0, insetTwips + toTwips(besideEm * style.sizePt)) },
        }),
    };
    return paragraph(manuscript, line, { ...place, style: 'signature' }, options);
  });
}

/** Between Han and Latin or digits, where Word puts a quarter of an em by itself. */
const SCRIPT_CHANGE = /\p{Script=Han}(?=[A-Za-z0-9])|[A-Za-z0-9](?=\p{Script=Han})/gu;
const SCRIPT_GAP_EM = 0.25;

function lineWidthEm(text: string, { sheet }: Manuscript): number {
  const gaps = sheet.setting.hanLatinGapEm[1] > 0 ? (text.match(SCRIPT_CHANGE)?.length ?? 0) : 0;
  return textWidthEm(text) + gaps * SCRIPT_GAP_EM;
}

const ATTACHMENTS_WORD = '附件\uFF1A';

/**
 * 附件： and beside it the names, each after its number; what turns over stands under the name.
 *
 * @see GB/T 9704-2012, 7.3.4
 */
export function attachments(manuscript: Manuscript, { items }: Attachments, place: Place): FileChild[] {
  const here: Place = { ...place, style: 'attachments' };
  const { firstLineIndentEm, sizePt } = manuscript.sheet.styles.attachments;
  const labels = items.map((item) => typedLabel(item.label));
  const labelEm = labels.reduce((most, label) => Math.max(most, textWidthEm(label)), 0);
  const left = toTwips((firstLineIndentEm + ATTACHMENTS_WORD.length + labelEm) * sizePt);
  const hanging = (index: number): number =>
    toTwips((index === 0 ? ATTACHMENTS_WORD.length + labelEm : labelEm) * sizePt);
  return items.map((item, index): FileChild => {
    const text = `${index === 0 ? ATTACHMENTS_WORD : ''}${labels[index] ?? ''}`;
    const lead: Inline[] = text === '' ? [] : [{ type: 'text', text }];
    return paragraph(manuscript, [...lead, ...item.children], here, {
      indent: { left, hanging: hanging(index) },
    });
  });
}
