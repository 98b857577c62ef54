import { type FileChild, ImageRun, Paragraph } from 'docx';
import {
  type Block,
  type Break,
  type CodeSpan,
  type Figure,
  type Inline,
  plainText,
  type Quote,
  type Section,
  type Verse,
} from '../../model/index.js';
import { captionParagraph } from './captions.js';
import { ruleInset } from './extra-styles.js';
import { formulaParagraph } from './formulas.js';
import { headingParagraph, innerHeading } from './headings.js';
import { type Look, textRuns } from './inlines.js';
import { attachments, signature } from './letter.js';
import { listParagraphs } from './lists.js';
import type { Manuscript, Place } from './manuscript.js';
import { gap, paragraph, placement, plainLook, storyParagraph } from './paragraphs.js';
import { imageOptions } from './pictures.js';
import { headingInSections } from './section-starts.js';
import { tableElements } from './tables.js';
import { LONE_FIGURE_ID, RULE_ID } from './word-styles.js';

/** Blocks as paragraphs and tables. */
export function writeBlocks(manuscript: Manuscript, blocks: readonly Block[], place: Place): FileChild[] {
  const children = blocks.flatMap((block, index) => {
    const written = writeBlock(manuscript, block, place);
    const before = needsGap(manuscript, block, blocks[index - 1]) ? [gap()] : [];
    const after = block.type === 'table' && block.rows.length > 0 ? [gap()] : [];
    return [...before, ...written, ...after];
  });
  return manuscript.written.joined(children);
}

/** Word joins neighbouring blocks of code into one ground. A table touches the text unless its caption has space. */
function needsGap(manuscript: Manuscript, block: Block, previous: Block | undefined): boolean {
  if (onGround(manuscript, block)) return onGround(manuscript, previous);
  return block.type === 'table' && block.rows.length > 0 && !block.caption && previous?.type !== 'table';
}

/** Code, and formulas that could not be read, as which they are set. */
function onGround({ formulas }: Manuscript, block: Block | undefined): boolean {
  return block?.type === 'code' || (block?.type === 'math' && !formulas.of(block.tex, 'block'));
}

function writeBlock(manuscript: Manuscript, block: Block, place: Place): FileChild[] {
  switch (block.type) {
    case 'section':
      return section(manuscript, block, place);
    case 'paragraph':
      return [storyParagraph(manuscript, block.children, place)];
    case 'list':
      return listParagraphs(manuscript, block, place);
    case 'quote':
      return quote(manuscript, block, place);
    case 'verse':
      return verse(manuscript, block, place);
    case 'code':
      return [code(manuscript, manuscript.highlight(block), place)];
    case 'math':
      return [
        formulaParagraph(manuscript, block.tex, place) ?? code(manuscript, [{ text: block.tex }], place),
      ];
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

/** A run-in heading that ends in one of these parts itself from its text; any other is followed by one em. */
const ENDS_ITSELF = /[\u3002\uFF01\uFF1F\uFF1A\u2014\u2026.!?:]$/u;

function section(manuscript: Manuscript, block: Section, place: Place): FileChild[] {
  const placed = manuscript.headings.get(block);
  if (!placed) {
    const heading = paragraph(manuscript, innerHeading(block.label, block.heading), place);
    return [heading, ...manuscript.write(block.children, place)];
  }
  const [first, ...rest] = block.children;
  if (!block.runIn || first?.type !== 'paragraph') {
    const heading = [headingParagraph(manuscript, block.heading, placed)];
    return [...headingInSections(manuscript, placed, heading), ...manuscript.write(block.children, place)];
  }
  const gap: Inline[] = ENDS_ITSELF.test(plainText(block.heading)) ? [] : [{ type: 'text', text: '\u3000' }];
  return [
    headingParagraph(manuscript, block.heading, placed, place.style),
    paragraph(manuscript, [...gap, ...first.children], place),
    ...manuscript.write(rest, place),
  ];
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

/** A poem is one paragraph; its lines are parted by line ends, its stanzas by an empty line. */
function verse(manuscript: Manuscript, { lines }: Verse, place: Place): FileChild[] {
  const inlines = lines.flatMap((line, index): Inline[] =>
    index === 0 ? [...line] : [{ type: 'lineBreak' }, ...line],
  );
  return [paragraph(manuscript, inlines, { ...place, style: 'verse' })];
}

/** Code, its words in the character styles of their kinds, and formulas as the TeX that stands for them. */
function code(manuscript: Manuscript, spans: readonly CodeSpan[], place: Place): FileChild {
  const here: Place = { ...place, style: 'code' };
  const look = plainLook(manuscript, here);
  const children = spans.flatMap(({ text, kind }) => {
    const kinds: Look['kinds'] = new Set(kind ? [`code-${kind}` as const] : []);
    return textRuns(manuscript, text, { ...look, kinds });
  });
  return new Paragraph({ ...placement(here), children });
}

/** A picture, under it its caption or, without one, its alternative text, as in the PDF; a missing one says it anyway. */
function figure(manuscript: Manuscript, block: Figure, place: Place): FileChild[] {
  const { imageId, alt, caption } = block;
  const said = caption && plainText(caption);
  const options = imageOptions(
    manuscript,
    { imageId, alt, ...(said !== undefined && { caption: said }) },
    place.widthPt,
  );
  const isShown = typeof options !== 'string';
  const children = isShown
    ? [new ImageRun(options)]
    : textRuns(manuscript, options, plainLook(manuscript, place));
  const words =
    caption ?? (isShown && alt.trim() !== '' ? [{ type: 'text', text: alt } as const] : undefined);
  const picture = new Paragraph({ style: words ? 'Figure' : LONE_FIGURE_ID, children });
  return words ? [picture, captionParagraph(manuscript, block, words, place)] : [picture];
}

function sceneBreak(manuscript: Manuscript, { text }: Break, place: Place): FileChild {
  const here: Place = { ...place, style: 'scene-break' };
  if (text !== undefined) return paragraph(manuscript, [{ type: 'text', text }], here);
  // The style knows the measure of the page alone.
  const isNarrow = place.widthPt !== manuscript.sheet.page.measurePt || place.leftTwips !== undefined;
  const left = (place.leftTwips ?? 0) + ruleInset(place.widthPt);
  return new Paragraph({
    ...placement(here),
    style: RULE_ID,
    ...(isNarrow && { indent: { left, right: ruleInset(place.widthPt) } }),
  });
}
