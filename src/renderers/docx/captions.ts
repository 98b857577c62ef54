import type { FileChild, IParagraphOptions, ParagraphChild } from 'docx';
import { type Figure, type Inline, plainText, type Table, type Text } from '../../model/index.js';
import { type CaptionLabel, parseCaptionLabel } from '../../numbering/index.js';
import { field } from './fields.js';
import { type Look, textRuns } from './inlines.js';
import type { Manuscript, Place } from './manuscript.js';
import { paragraph, plainLook } from './paragraphs.js';
import { bookmarked, captionBookmark } from './references.js';

/**
 * A caption as Word's own: its number counted by fields, around them a bookmark for those that refer to it.
 *
 * @param block What it stands at; of a picture without a caption, its alternative text is one.
 */
export function captionParagraph(
  manuscript: Manuscript,
  block: Figure | Table,
  inlines: readonly Inline[],
  place: Place,
  options: IParagraphOptions = {},
): FileChild {
  const here: Place = { ...place, style: 'caption' };
  const { captions } = manuscript.sheet;
  const ownWord = captions.number === 'renumber' ? captions[block.type] : '';
  const label = parseCaptionLabel(block.type, plainText(inlines), ownWord);
  const start = label && leadingText(inlines, plainLook(manuscript, here));
  if (!label || !start?.text.text.startsWith(label.text)) {
    return paragraph(manuscript, inlines, here, options);
  }
  const runs = labelRuns(manuscript, label, start.look, place);
  const number = manuscript.targets.captionNumbers.get(block);
  const children = number === undefined ? runs : bookmarked(manuscript, captionBookmark(number), runs);
  return paragraph(manuscript, withoutStart(inlines, label.text.length), here, { ...options, children });
}

function labelRuns(manuscript: Manuscript, label: CaptionLabel, look: Look, place: Place): ParagraphChild[] {
  const runs = (text: string): ParagraphChild[] => textRuns(manuscript, text, look);
  // Word counts the captions of notes apart from those of the text
  const fields = place.inNote || manuscript.typesNumbers ? undefined : manuscript.captions.next(label);
  const { word, gap, chapter, sign, numeral } = label;
  return fields
    ? [
        ...(fields.chapter
          ? [...runs(word + gap), ...field(fields.chapter, runs(chapter)), ...runs(sign)]
          : runs(word + gap + chapter + sign)),
        ...field(fields.sequence, runs(numeral)),
      ]
    : runs(label.text);
}

/** The text that a run of inlines begins with, and the look that marks around it give it. */
function leadingText([first]: readonly Inline[], look: Look): { text: Text; look: Look } | undefined {
  if (first?.type === 'text') return { text: first, look };
  if (first?.type !== 'strong' && first?.type !== 'emphasis') return undefined;
  return leadingText(first.children, { ...look, kinds: new Set([...look.kinds, first.type]) });
}

/** The inlines behind so much of the text that they begin with. */
function withoutStart([first, ...rest]: readonly Inline[], length: number): readonly Inline[] {
  if (first?.type === 'text') {
    const text = first.text.slice(length);
    return text === '' ? rest : [{ ...first, text }, ...rest];
  }
  if (first?.type !== 'strong' && first?.type !== 'emphasis') return rest;
  const children = withoutStart(first.children, length);
  return children.length === 0 ? rest : [{ ...first, children }, ...rest];
}
