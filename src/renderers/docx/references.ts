import { BookmarkEnd, BookmarkStart, InternalHyperlink, type ParagraphChild } from 'docx';
import {
  type Article,
  captionNumbers,
  captionOf,
  type Figure,
  plainText,
  type Reference,
  type Table,
} from '../../model/index.js';
import { parseCaptionLabel } from '../../numbering/index.js';
import { field } from './fields.js';
import type { Manuscript, PlacedHeading } from './manuscript.js';
import { typedLabel } from './number-formats.js';

/** A place that text refers to. */
interface Target {
  readonly bookmark: string;
  /** The field that shows these words of its place. */
  readonly shown: string;
  readonly instruction: string;
}

/** The bookmark of a heading, as Word names those of its own tables of contents. */
export function headingBookmark(number: number): string {
  return `_Toc${String(number).padStart(9, '0')}`;
}

/** Word hides bookmarks whose names begin with an underscore, as those that it makes for cross references. */
const hidden = (kind: 1 | 2, number: number): string => `_Ref${kind}${String(number).padStart(8, '0')}`;

/** Around word and number of a caption. */
export const captionBookmark = (number: number): string => hidden(1, number);

/** Around a number that is typed before a heading. */
export const labelBookmark = (number: number): string => hidden(2, number);

/** What text of one article may refer to, by what the field of a reference would show there. */
export class ReferenceTargets {
  readonly captionNumbers: ReadonlyMap<Figure | Table, number>;
  readonly #captions = new Map<number, Target>();
  readonly #headings = new Map<number, Target>();

  constructor(article: Article, headings: Iterable<PlacedHeading>) {
    this.captionNumbers = captionNumbers(article);
    for (const [block, number] of this.captionNumbers) {
      const shown = parseCaptionLabel(block.type, plainText(captionOf(block) ?? []))?.text;
      const bookmark = captionBookmark(number);
      if (shown !== undefined)
        this.#captions.set(number, { bookmark, shown, instruction: `REF ${bookmark} \\h` });
    }
    for (const heading of headings) this.#headings.set(heading.number, headingTarget(heading));
  }

  find({ to, number }: Reference): Target | undefined {
    return (to === 'caption' ? this.#captions : this.#headings).get(number);
  }
}

/** Word's field shows the number of a heading with its marks, also the blank that parts 第一章 from its words. */
function headingTarget({ number, written, label }: PlacedHeading): Target {
  const bookmark = headingBookmark(number);
  if (label.by === 'text') {
    const around = labelBookmark(number);
    return { bookmark, shown: written?.text ?? '', instruction: `REF ${around} \\h` };
  }
  return { bookmark, shown: typedLabel(written), instruction: `REF ${bookmark} \\r \\h` };
}

/**
 * Words that lead to a heading or caption: a field where Word would show the same words when it works it out again,
 * otherwise a link (第三部分 is 三、).
 */
export function referenceRuns(
  { targets }: Manuscript,
  reference: Reference,
  runs: readonly ParagraphChild[],
): ParagraphChild[] {
  const target = targets.find(reference);
  if (!target) return [...runs];
  if (target.shown === plainText(reference.children)) return field(target.instruction, runs);
  return [new InternalHyperlink({ anchor: target.bookmark, children: runs })];
}

/** Runs in a bookmark of their own. */
export function bookmarked(
  { nextBookmarkId }: Manuscript,
  name: string,
  children: readonly ParagraphChild[],
): ParagraphChild[] {
  const id = nextBookmarkId();
  return [new BookmarkStart(name, id), ...children, new BookmarkEnd(id)] as ParagraphChild[];
}
