import type { HtmlElement } from './tree.js';

/** A place that refers to a note. */
export interface NoteMark {
  /** What stands there, to be replaced by the reference. */
  readonly mark: HtmlElement;
  /** Holds the text of the note. */
  readonly item: HtmlElement;
  /** The mark as the page prints it. */
  readonly text: string;
}

/** Titles under which nothing but notes stands. */
export const NOTES_HEADING: RegExp =
  /^(?:\d{1,2}[.、]?)?(?:参考(?:文献|资料|来源)|參考(?:文獻|資料|來源)|注释|註釋|注解|脚注|腳註|附注|尾注|引用|引文|Notes|References|Footnotes)$/iu;
