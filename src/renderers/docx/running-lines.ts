import { Paragraph, type ParagraphChild, SimpleField } from 'docx';
import { displayTitle, headingText, type OutlineEntry } from '../../model/index.js';
import { lengthAcross, type StyleSheet } from '../../style/index.js';
import { field } from './fields.js';
import { textRuns } from './inlines.js';
import type { Manuscript, Place } from './manuscript.js';
import { typedLabel } from './number-formats.js';
import { plainLook } from './paragraphs.js';
import { runningId, type Side } from './word-styles.js';
import { cleanText } from './xml.js';

/** The head of a side: the title, a heading as a field, or words; empty where the side has none. */
export function headLine(
  manuscript: Manuscript,
  side: Side,
  named: OutlineEntry | string | undefined,
): Paragraph {
  const { article, sheet } = manuscript;
  const what = sheet.runningHead[side];
  const look = plainLook(manuscript, placeOf(manuscript, 'running-head'));
  const words = (text: string): ParagraphChild[] => textRuns(manuscript, cutToFit(text, sheet), look);
  const children =
    what === 'none'
      ? []
      : what === 'title' || named === undefined
        ? words(displayTitle(article))
        : typeof named === 'string'
          ? words(named)
          : headingFields(manuscript, named);
  return new Paragraph({ style: runningId('running-head', side, sheet, what === 'none'), children });
}

/**
 * `STYLEREF 1` is the nearest heading 1 in any language of Word, `\n` its number, which is no part of its text; other
 * programs show the words that are cached here.
 */
function headingFields({ headings, sheet }: Manuscript, entry: OutlineEntry): ParagraphChild[] {
  const text = headingText({ heading: entry.heading });
  const label = typedLabel(entry.label);
  const isCounted = (headings.get(entry.node)?.label.by ?? 'text') !== 'text';
  if (!isCounted || label === '')
    return [new SimpleField('STYLEREF 1', cleanText(cutToFit(label + text, sheet)))];
  const shown = cutToFit(label + text, sheet).slice(label.length);
  return [
    new SimpleField('STYLEREF 1 \\n', cleanText(label)),
    new SimpleField('STYLEREF 1', cleanText(shown)),
  ];
}

/** A head has one line: a longer text ends in an ellipsis, as in the PDF. */
function cutToFit(text: string, { page, direction, styles }: StyleSheet): string {
  // Heads stand level on vertical pages too.
  const widthPt =
    direction === 'horizontal' ? lengthAcross(page) : page.widthPt - page.marginInnerPt - page.marginOuterPt;
  const chars = [...text];
  const room = Math.floor(widthPt / styles['running-head'].sizePt);
  return chars.length <= room ? text : `${chars.slice(0, Math.max(1, room - 1)).join('')}\u2026`;
}

/** The number of the page in the words around it. */
export function pageNumberLine(manuscript: Manuscript, side: Side): Paragraph {
  const { pageNumber } = manuscript.sheet;
  const look = plainLook(manuscript, placeOf(manuscript, 'page-number'));
  const children = pageNumber.format.split(/(\{pages?\})/).flatMap((piece): ParagraphChild[] => {
    if (piece === '{page}') return field('PAGE', textRuns(manuscript, '1', look));
    if (piece === '{pages}') return field('NUMPAGES', textRuns(manuscript, '1', look));
    return textRuns(manuscript, piece, look);
  });
  return new Paragraph({ style: runningId('page-number', side, manuscript.sheet), children });
}

const placeOf = (manuscript: Manuscript, style: Place['style']): Place => ({
  style,
  listDepth: 0,
  widthPt: manuscript.sheet.page.measurePt,
  inNote: true,
});
