import { FileChild, type IXmlableObject } from 'docx';

/**
 * Paragraphs that are XML already. Nine of ten are a style and plain text, for which the library makes a dozen objects
 * and asks each for its form; in its tree a row of them is one mark, which {@link WrittenStory.fill} replaces.
 */
export class WrittenParagraphs extends FileChild {
  readonly place: number;

  /** @param place Where their XML lies in the story. */
  constructor(place: number) {
    super('w:p');
    this.place = place;
  }

  override prepForXml(): IXmlableObject {
    return { 'w:p': { _attr: { written: this.place } } };
  }
}

/** No part has an attribute of this name: those of WordprocessingML bear a prefix. */
const MARKS = /<w:p written="(\d+)"\/>/;

/** The paragraphs of one document that were written at once, by their marks. */
export class WrittenStory {
  private readonly rows: string[] = [];

  /** @param xml A whole `w:p`. */
  put(xml: string): WrittenParagraphs {
    this.rows.push(xml);
    return new WrittenParagraphs(this.rows.length - 1);
  }

  /** The same blocks, those that stand in a row under one mark. */
  joined(blocks: readonly FileChild[]): FileChild[] {
    const kept: FileChild[] = [];
    for (const block of blocks) {
      const last = kept.at(-1);
      if (block instanceof WrittenParagraphs && last instanceof WrittenParagraphs) {
        this.rows[last.place] += this.rows[block.place] ?? '';
      } else kept.push(block);
    }
    return kept;
  }

  /** The part with every mark replaced by what it stands for. */
  fill(part: string): string {
    // of a split by a pattern with one group, every second piece is what the group found
    return part
      .split(MARKS)
      .map((piece, index) => (index % 2 === 0 ? piece : (this.rows[Number(piece)] ?? '')))
      .join('');
  }
}
