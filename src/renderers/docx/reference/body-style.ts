import { WORD_STYLES } from '../word-styles.js';
import { hasFirstLineIndent, hasParagraphSpace, type StyleBook, type TemplateStyle } from './style-book.js';
import { BODY_NAMES, nameKey, namesOf } from './style-names.js';
import { child, elementsOf, textOf, toNumber, valOf, type XmlNode } from './xml-tree.js';

/** How the template's own text is written. */
export interface OwnText {
  /** Characters of running text by the id of the style; paragraphs in tables and text boxes aside. */
  readonly characters: ReadonlyMap<string, number>;
  /** Of those in the default style, the characters of paragraphs that were indented by hand. */
  readonly indentedByHand: number;
}

/** Which style the paragraphs of an article take. */
export interface BodyChoice {
  /** Undefined: ours, which is added. */
  readonly style: TemplateStyle | undefined;
  /** The style is another than the template's default, which a user may not expect. */
  readonly isSpecial: boolean;
}

/** Fewer characters are a line of the furniture (单位, 日期), not running text. */
const LEAST_CHARACTERS = 20;

/** Reads how the text of a template is written, before it is dropped. */
export function surveyText(body: XmlNode, book: StyleBook): OwnText {
  const characters = new Map<string, number>();
  const normal = book.defaultOf('paragraph')?.id ?? '';
  let indentedByHand = 0;
  for (const paragraph of paragraphsOf(body)) {
    const { length } = textOf(paragraph).trim();
    if (length === 0) continue;
    const properties = child(paragraph, 'w:pPr');
    const id = valOf(properties, 'w:pStyle') ?? normal;
    characters.set(id, (characters.get(id) ?? 0) + length);
    if (id === normal && isIndented(properties)) indentedByHand += length;
  }
  return { characters, indentedByHand };
}

function* paragraphsOf(container: XmlNode): Generator<XmlNode> {
  for (const each of elementsOf(container)) {
    if (each.name === 'w:p') yield each;
    else if (each.name === 'w:sdt' || each.name === 'w:sdtContent') yield* paragraphsOf(each);
  }
}

function isIndented(properties: XmlNode | undefined): boolean {
  const indent = child(properties, 'w:ind');
  return indent !== undefined && hasFirstLineIndent({ indent: indent.attributes });
}

/**
 * The style of running text, by the first of these rules that finds one:
 *
 * 1. that of the paragraph with the placeholder, unless it is the default;
 * 2. where the text of the template is to go, that in which most of it stands, unless it is the default;
 * 3. the default, when its first line stands in;
 * 4. a style by a known name (正文首行缩进, 正文缩进 …) whose first line stands in;
 * 5. ours, when that text or the placeholder is indented by hand, or when nothing else would tell paragraphs apart;
 * 6. the default, whose paragraphs have space between them.
 */
export function chooseBodyStyle(
  book: StyleBook,
  text: OwnText,
  placeholder: XmlNode | undefined,
): BodyChoice {
  const normal = book.defaultOf('paragraph');
  const properties = child(placeholder, 'w:pPr');
  const asked = book.get(valOf(properties, 'w:pStyle'));
  const special = (style: TemplateStyle | undefined): BodyChoice => ({ style, isSpecial: true });
  if (asked && asked !== normal && isRunningText(asked, book)) return special(asked);
  const most = placeholder ? undefined : mostUsed(book, text);
  if (most && most !== normal) return special(most);
  const look = book.look(normal?.id);
  if (normal && hasFirstLineIndent(look)) return { style: normal, isSpecial: false };
  const named = BODY_NAMES.map((name) => book.named(name, 'paragraph')).find(
    (style) => style && hasFirstLineIndent(book.look(style.id)),
  );
  if (named) return special(named);
  const own = text.characters.get(normal?.id ?? '') ?? 0;
  const isByHand =
    isIndented(properties) ||
    (!placeholder && text.indentedByHand >= LEAST_CHARACTERS && text.indentedByHand * 2 > own);
  if (!normal || isByHand || !hasParagraphSpace(look)) return special(undefined);
  return { style: normal, isSpecial: false };
}

/** The style that most of the running text has. */
function mostUsed(book: StyleBook, { characters }: OwnText): TemplateStyle | undefined {
  let most: TemplateStyle | undefined;
  let count = LEAST_CHARACTERS - 1;
  for (const [id, length] of characters) {
    const style = book.get(id);
    if (!style || length <= count || !isRunningText(style, book)) continue;
    most = style;
    count = length;
  }
  return most;
}

/** Names of what is not running text: every style of ours but that of the body. */
const FURNITURE: ReadonlySet<string> = new Set(
  Object.entries(WORD_STYLES)
    .filter(([name]) => name !== 'body')
    .flatMap(([, { name }]) => namesOf(name).map(nameKey)),
);

function isRunningText({ id, name, type }: TemplateStyle, book: StyleBook): boolean {
  return type === 'paragraph' && !FURNITURE.has(nameKey(name)) && !book.look(id).isHeading;
}

/** The first-line indent of a look in characters; 0 for none. */
export function firstLineEm(indent: ReadonlyMap<string, string>, sizePt: number): number {
  const characters = toNumber(indent.get('w:firstLineChars'));
  if (characters !== undefined) return Math.max(0, characters / 100);
  return Math.max(0, (toNumber(indent.get('w:firstLine')) ?? 0) / 20 / sizePt);
}
