/** Our story as it was written for a file of its own, taken out of its part and made to fit into another. */
export interface OwnStory {
  /** Blocks: paragraphs, tables and content controls. */
  readonly blocks: string;
  /** The part's root element, for its namespaces. */
  readonly rootTag: string;
}

/** The blocks of a document that is one section. */
export function storyOf(part: string): OwnStory {
  const rootTag = /<w:document\b[^>]*>/.exec(part)?.[0] ?? '';
  const from = part.indexOf('<w:body>') + '<w:body>'.length;
  const to = part.lastIndexOf('<w:sectPr');
  return { blocks: part.slice(from, to < from ? part.lastIndexOf('</w:body>') : to), rootTag };
}

/** One note of ours, by its id. */
export interface OwnNote {
  readonly id: number;
  readonly xml: string;
}

/** Notes with a number; the lines over the notes (`w:type`) are the template's. */
export function notesOf(part: string, kind: 'footnote' | 'endnote'): OwnNote[] {
  const pattern = new RegExp(`<w:${kind}( [^>]*)>.*?</w:${kind}>`, 'gs');
  return [...part.matchAll(pattern)].flatMap(([xml, attributes = '']) => {
    const id = / w:id="(\d+)"/.exec(attributes)?.[1];
    return id === undefined || attributes.includes(' w:type=') ? [] : [{ id: Number(id), xml }];
  });
}

/** How the names and numbers of a story change. */
export interface Renaming {
  readonly style: (id: string) => string;
  readonly list: (id: number) => number;
  readonly note: (kind: 'footnote' | 'endnote', id: number) => number;
  readonly relation: (id: string) => string;
  /** Added to the ids of bookmarks, and of pictures. */
  readonly bookmarkOffset: number;
  readonly pictureOffset: number;
  /** Names that bookmarks have instead of theirs. */
  readonly bookmarks: ReadonlyMap<string, string>;
  /** What paragraphs of a style (of ours) say besides. */
  readonly beside: (styleId: string) => string;
}

/** Our XML with other names and numbers. It is our own, so each pattern has one way of writing to know. */
export function renamed(xml: string, to: Renaming): string {
  return renamedBookmarks(xml, to.bookmarks)
    .replace(
      /<w:(pStyle|rStyle|tblStyle) w:val="([^"]*)"\/>/g,
      (_, name: string, id: string) =>
        `<w:${name} w:val="${to.style(id)}"/>${name === 'pStyle' ? to.beside(id) : ''}`,
    )
    .replace(/<w:numId w:val="(\d+)"\/>/g, (_, id: string) => `<w:numId w:val="${to.list(Number(id))}"/>`)
    .replace(
      /<w:(footnote|endnote)(Reference)?( [^>]*)? w:id="(\d+)"/g,
      (_, kind: 'footnote' | 'endnote', reference = '', other = '', id: string) =>
        `<w:${kind}${reference}${other} w:id="${to.note(kind, Number(id))}"`,
    )
    .replace(
      /<w:bookmark(Start|End)([^>]*) w:id="(\d+)"/g,
      (_, end: string, other: string, id: string) =>
        `<w:bookmark${end}${other} w:id="${Number(id) + to.bookmarkOffset}"`,
    )
    .replace(
      /(<(?:wp:docPr|pic:cNvPr)\b[^>]*? id=")(\d+)"/g,
      (_, before: string, id: string) => `${before}${Number(id) + to.pictureOffset}"`,
    )
    .replace(/<(?:w:hyperlink|a:blip|a:hlinkClick)\b[^<>]*>/g, (tag) =>
      tag.replace(
        / r:(id|embed)="([^"]*)"/g,
        (_, name: string, id: string) => ` r:${name}="${to.relation(id)}"`,
      ),
    )
    .replace(/<w:ind\b([^>]*)\/>/g, ownIndent);
}

/**
 * An indent that a paragraph has of its own says that it counts no characters: else those of the template's style
 * would win over it.
 */
function ownIndent(tag: string, attributes: string): string {
  const isPlain =
    / w:(?:firstLine|hanging)="/.test(attributes) && !/ w:(?:firstLine|hanging)Chars="/.test(attributes);
  return isPlain ? `<w:ind${attributes} w:firstLineChars="0"/>` : tag;
}

/** Bookmarks, and the links and fields that name them. */
function renamedBookmarks(xml: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return xml;
  return xml
    .replace(/ w:(name|anchor)="([^"]*)"/g, (whole, key: string, name: string) => {
      const other = names.get(name);
      return other === undefined ? whole : ` w:${key}="${other}"`;
    })
    .replace(/(<w:instrText[^>]*>|<w:fldSimple[^>]* w:instr=")([^<"]*)/g, (_, tag: string, text: string) => {
      return tag + text.replace(/[\w.]+/g, (word) => names.get(word) ?? word);
    });
}

/** The names of our bookmarks. */
export function bookmarkNames(xml: string): string[] {
  return [...xml.matchAll(/<w:bookmarkStart[^>]* w:name="([^"]*)"/g)].map(([, name = '']) => name);
}

const CONTROL = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>';
const CONTENT = ['<w:sdtContent>', '</w:sdtContent>'] as const;
/** Where the text does not begin a page by itself, the contents end with one. */
const PAGE_BREAK = /^<w:p>(?:<w:pPr>(?:(?!<\/w:pPr>).)*<\/w:pPr>)?<w:r><w:br w:type="page"\/><\/w:r><\/w:p>/;

/** Takes the contents out of a story: the paragraphs inside their control. */
export function splitContents(blocks: string): { readonly contents: string; readonly rest: string } {
  const from = blocks.indexOf(CONTROL);
  const end = from < 0 ? -1 : blocks.indexOf('</w:sdt>', from);
  if (end < 0) return { contents: '', rest: blocks };
  const control = blocks.slice(from, end);
  const contents = control.slice(
    control.indexOf(CONTENT[0]) + CONTENT[0].length,
    control.lastIndexOf(CONTENT[1]),
  );
  const after = blocks.slice(end + '</w:sdt>'.length).replace(PAGE_BREAK, '');
  return { contents, rest: blocks.slice(0, from) + after };
}
