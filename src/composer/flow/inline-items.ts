import {
  type IndexTerm,
  type Inline,
  type InlineImage,
  pictureWords,
  rubyParts,
  type Underline,
} from '../../model/index.js';
import type { BoxItem, InlineItem, NameLine, TextLook } from '../inline.js';
import type { FlowDocument } from './flow-context.js';
import { pictureSize } from './picture-size.js';
import { textItems } from './small-letters.js';
import { termPlace } from './term-pages.js';

/** A superscript is this much of its text's size and stands this much of it above the base line. */
const SUPERSCRIPT = { size: 0.6, raise: 0.4 };
/** A picture in a line gets at most this share of the type area's height. */
const PICTURE_SHARE = 0.5;

/** The inlines of a paragraph as the composer takes them, each with its full look. */
export function inlineItems(
  inlines: readonly Inline[],
  look: TextLook,
  document: FlowDocument,
  measurePt: number,
): InlineItem[] {
  const items: InlineItem[] = [];
  const walk = (children: readonly Inline[], current: TextLook): void => {
    for (const inline of children) add(inline, isOfLine(inline) ? ofLine(current) : current);
  };
  const add = (inline: Inline, current: TextLook): void => {
    switch (inline.type) {
      case 'text':
        items.push(...textItems(inline.text, current, document.metrics));
        break;
      case 'strong':
        walk(inline.children, strong(current, document));
        break;
      case 'emphasis':
        walk(inline.children, emphasis(current, document));
        break;
      case 'strike':
        walk(inline.children, { ...current, strike: true });
        break;
      case 'underline':
        walk(inline.children, current.rows ? current : { ...current, nameLine: nameLine(inline, current) });
        break;
      case 'warichu':
        walk(inline.children, inRows(current));
        break;
      case 'indexTerm':
        items.push(...place(inline, document));
        walk(inline.children, current);
        break;
      case 'link':
        walk(inline.children, link(current, inline.url, document));
        break;
      case 'reference':
        walk(inline.children, { ...current, link: { kind: 'place', name: `${inline.to}-${inline.number}` } });
        break;
      case 'code':
        items.push({ type: 'text', text: inline.text, look: code(current, document) });
        break;
      case 'math':
        items.push({ type: 'text', text: inline.tex, look: code(current, document) });
        break;
      case 'ruby':
        for (const part of rubyParts(inline)) items.push({ ...part, look: current });
        break;
      case 'noteReference':
        items.push(...noteMark(inline.noteId, current, document));
        break;
      case 'image':
        items.push(picture(inline, current, document, measurePt));
        break;
      case 'lineBreak':
        items.push({ type: 'break' });
        break;
    }
  };
  walk(inlines, look);
  return items;
}

/** A blank of a fixed width that is no character: parts a label from its heading, facts of an attribution. */
export function blank(widthPt: number): BoxItem {
  return { type: 'box', widthPt, heightPt: 0, imageId: '', alt: '' };
}

/** The text of a note's mark, before the note as well as in the text. */
export function noteMarkText(number: number): string {
  return `[${number}]`;
}

function noteMark(noteId: string, look: TextLook, document: FlowDocument): InlineItem[] {
  const number = document.noteNumbers.get(noteId);
  if (number === undefined) return [];
  return [
    {
      type: 'noteMark',
      text: noteMarkText(number),
      noteId,
      look: {
        ...look,
        sizePt: look.sizePt * SUPERSCRIPT.size,
        raisePt: look.sizePt * SUPERSCRIPT.raise,
        link: { kind: 'place', name: `note-${number}` },
      },
    },
  ];
}

/** Bold of a family without a bold face is its plain one drawn thicker: a word in 宋 among 楷 is another voice. */
function strong(look: TextLook, { sheet }: FlowDocument): TextLook {
  const { family, weight } = sheet.characters.strong;
  return { ...(family === undefined ? look : inFamily(look, family)), weight };
}

/** Another family is a voice for Han characters alone: Latin keeps the face of its text, and leans as its italic would. */
function emphasis(look: TextLook, { sheet }: FlowDocument): TextLook {
  const { family = look.family, dots } = sheet.characters.emphasis;
  const { latinFamily = look.family } = look;
  return { ...look, family, latinFamily, leans: true, ...(dots && { dots: true }) };
}

/** All of it in one family. */
function inFamily(look: TextLook, family: string): TextLook {
  const { latinFamily: _latin, ...plain } = look;
  return { ...plain, family };
}

/** Half as large in one of two rows; a remark in a remark is part of it. @see JLREQ 3.4 */
function inRows(look: TextLook): TextLook {
  return look.rows ? look : { ...look, sizePt: look.sizePt / 2, rows: { sizePt: look.sizePt } };
}

/** What cannot stand in a row stands in the line, between two parts of the remark. */
const isOfLine = ({ type }: Inline): boolean =>
  type === 'ruby' || type === 'image' || type === 'noteReference' || type === 'lineBreak';

function ofLine(look: TextLook): TextLook {
  if (!look.rows) return look;
  const { rows, ...outside } = look;
  return { ...outside, sizePt: rows.sizePt };
}

function place(term: IndexTerm, { termNumbers }: FlowDocument): InlineItem[] {
  const number = termNumbers.get(term);
  return number === undefined ? [] : [{ type: 'place', name: termPlace(number) }];
}

/** A new object for each name: it tells neighbours apart, and stays one over what else its text is marked with. */
function nameLine({ wavy }: Underline, { sizePt, color, raisePt = 0 }: TextLook): NameLine {
  return { sizePt, color, raisePt, ...(wavy && { wavy }) };
}

function link(look: TextLook, url: string, { sheet }: FlowDocument): TextLook {
  const { color, underline } = sheet.characters.link;
  return { ...look, color, link: { kind: 'url', url }, ...(underline && { underline: true }) };
}

function code(look: TextLook, { sheet }: FlowDocument): TextLook {
  const { leans: _leans, ...upright } = inFamily(look, sheet.characters.code.family);
  return { ...upright, verbatim: true };
}

function picture(image: InlineImage, look: TextLook, document: FlowDocument, measurePt: number): InlineItem {
  const asset = document.article.images[image.imageId];
  if (asset?.state !== 'present' || asset.widthPx <= 0 || asset.heightPx <= 0) {
    if (asset?.state !== 'missing') {
      document.report({ code: 'picture-framed', values: { source: image.imageId } });
    }
    return { type: 'text', text: pictureWords(image) || '\u25A1', look };
  }
  const [widthPt, heightPt] = pictureSize(asset, document.sheet.direction);
  const scale = Math.min(1, measurePt / widthPt, (document.grid.areaPt * PICTURE_SHARE) / heightPt);
  return {
    type: 'box',
    widthPt: widthPt * scale,
    heightPt: heightPt * scale,
    imageId: image.imageId,
    alt: pictureWords(image),
  };
}
