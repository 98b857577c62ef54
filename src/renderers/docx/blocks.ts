import { BorderStyle, type FileChild, ImageRun, Paragraph, TextRun } from 'docx';
import type {
  Attachments,
  Block,
  Break,
  Code,
  Figure,
  Inline,
  Quote,
  Section,
  Signature,
  Verse,
} from '../../model/index.js';
import { toTwips } from '../../style/index.js';
import { headingParagraph, innerHeading } from './headings.js';
import { textRuns } from './inlines.js';
import { listParagraphs } from './lists.js';
import type { Manuscript, Place } from './manuscript.js';
import { typedLabel } from './number-formats.js';
import { paragraph, placement, plainLook } from './paragraphs.js';
import { imageOptions } from './pictures.js';
import { tableElements } from './tables.js';

/** Blocks as paragraphs and tables. Between two tables stands an empty paragraph, or Word would join them. */
export function writeBlocks(manuscript: Manuscript, blocks: readonly Block[], place: Place): FileChild[] {
  return blocks.flatMap((block, index) => {
    const written = writeBlock(manuscript, block, place);
    return block.type === 'table' && blocks[index + 1]?.type === 'table'
      ? [...written, new Paragraph({ style: 'Normal' })]
      : written;
  });
}

function writeBlock(manuscript: Manuscript, block: Block, place: Place): FileChild[] {
  switch (block.type) {
    case 'section':
      return section(manuscript, block, place);
    case 'paragraph':
      return [paragraph(manuscript, block.children, place)];
    case 'list':
      return listParagraphs(manuscript, block, place);
    case 'quote':
      return quote(manuscript, block, place);
    case 'verse':
      return verse(manuscript, block, place);
    case 'code':
      return [code(manuscript, block, place)];
    case 'table':
      return tableElements(manuscript, block, place);
    case 'figure':
      return figure(manuscript, block, place);
    case 'break':
      return [sceneBreak(manuscript, block, place)];
    case 'salutation':
      return [paragraph(manuscript, block.children, { ...place, style: 'salutation' })];
    case 'signature':
      return signature(manuscript, block, place);
    case 'attachments':
      return attachments(manuscript, block, place);
  }
}

function section(manuscript: Manuscript, block: Section, place: Place): FileChild[] {
  const placed = manuscript.headings.get(block);
  const rest = manuscript.write(block.children, place);
  if (!placed) return [paragraph(manuscript, innerHeading(block.label, block.heading), place), ...rest];
  const runsIn = block.runIn === true && block.children[0]?.type === 'paragraph';
  return [headingParagraph(manuscript, block.heading, placed, runsIn), ...rest];
}

function quote(manuscript: Manuscript, { children, attribution }: Quote, place: Place): FileChild[] {
  const written = manuscript.write(children, { ...place, style: 'quote' });
  if (!attribution) return written;
  const dash: Inline = { type: 'text', text: '——' };
  return [
    ...written,
    paragraph(manuscript, [dash, ...attribution], { ...place, style: 'quote-attribution' }),
  ];
}

/** A stanza is a paragraph, its lines are parted by line ends. */
function verse(manuscript: Manuscript, { lines }: Verse, place: Place): FileChild[] {
  const stanzas: Inline[][] = [[]];
  for (const line of lines) {
    const stanza = stanzas.at(-1);
    if (line.length === 0) stanzas.push([]);
    else stanza?.push(...(stanza.length > 0 ? [{ type: 'lineBreak' } as const] : []), ...line);
  }
  return stanzas
    .filter((stanza) => stanza.length > 0)
    .map((stanza) => paragraph(manuscript, stanza, { ...place, style: 'verse' }));
}

function code(manuscript: Manuscript, { text }: Code, place: Place): FileChild {
  const here: Place = { ...place, style: 'code' };
  return new Paragraph({
    ...placement(here),
    children: textRuns(manuscript, text, plainLook(manuscript, here)),
  });
}

function figure(manuscript: Manuscript, { imageId, alt, caption }: Figure, place: Place): FileChild[] {
  const options = imageOptions(manuscript, { imageId, alt }, place.widthPt);
  const children =
    typeof options === 'string'
      ? textRuns(manuscript, options, plainLook(manuscript, place))
      : [new ImageRun(options)];
  const picture = new Paragraph({ style: 'Figure', ...(!caption && { keepNext: false }), children });
  return caption ? [picture, paragraph(manuscript, caption, { ...place, style: 'caption' })] : [picture];
}

/** How far a plain rule stands in from both sides of the measure. */
const RULE_INSET_SHARE = 1 / 3;

function sceneBreak(manuscript: Manuscript, { text }: Break, place: Place): FileChild {
  const here: Place = { ...place, style: 'scene-break' };
  if (text !== undefined) return paragraph(manuscript, [{ type: 'text', text }], here);
  const inset = toTwips(place.widthPt * RULE_INSET_SHARE);
  return new Paragraph({
    ...placement(here),
    border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 1, color: 'auto' } },
    indent: { left: inset, right: inset },
  });
}

/** Only the first line keeps the space before the block. */
function signature(manuscript: Manuscript, { lines }: Signature, place: Place): FileChild[] {
  return lines.map((line, index) =>
    paragraph(manuscript, line, { ...place, style: 'signature' }, afterFirst(index)),
  );
}

const afterFirst = (index: number): { spacing?: { before: number } } =>
  index === 0 ? {} : { spacing: { before: 0 } };

const ATTACHMENTS_WORD = '附件\uFF1A';

/**
 * 附件： and the names; those after the first stand under the first one's number.
 * @see GB/T 9704-2012, 7.3.4
 */
function attachments(manuscript: Manuscript, { items }: Attachments, place: Place): FileChild[] {
  const here: Place = { ...place, style: 'attachments' };
  const style = manuscript.sheet.styles.attachments;
  const indent = toTwips((style.firstLineIndentEm + ATTACHMENTS_WORD.length) * style.sizePt);
  return items.map((item, index) => {
    const label = typedLabel(item.label);
    const lead = index === 0 ? ATTACHMENTS_WORD + label : label;
    const text: Inline[] = lead === '' ? [] : [{ type: 'text', text: lead }];
    return paragraph(manuscript, [...text, ...item.children], here, {
      ...afterFirst(index),
      ...(index > 0 && { indent: { left: indent, firstLine: 0 } }),
    });
  });
}

/** An empty paragraph that ends a story which would else end in a table. */
export function closingParagraph(): Paragraph {
  return new Paragraph({ style: 'Normal', children: [new TextRun('')] });
}
