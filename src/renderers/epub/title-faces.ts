import { type DocumentFonts, openFonts, webFont } from '../../fonts/index.js';
import { type Article, displayTitle, outline, plainText } from '../../model/index.js';
import type { StyleName, StyleSheet } from '../../style/index.js';
import { headingStyle } from './sections.js';

/** A face that the book carries, for some of its styles. */
export interface TitleFace {
  readonly id: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  /** As the style sheet names it. */
  readonly name: string;
  readonly weight: 'normal' | 'bold';
  readonly styles: readonly StyleName[];
}

/**
 * The faces of title and headings, each with the characters that stand in them; none where the template leaves faces to
 * the reader. Readers show their own face for characters that another family lends, and for faces with CFF outlines.
 */
export async function titleFaces(article: Article, sheet: StyleSheet): Promise<TitleFace[]> {
  if (!sheet.ebook.embedTitleFaces) return [];
  const texts = textsByStyle(article);
  const fonts = await openFonts(sheet);
  const groups = new Map<string, StyleName[]>();
  for (const style of texts.keys()) {
    const { family, weight } = sheet.styles[style];
    const key = `${family}-${weight}`;
    groups.set(key, [...(groups.get(key) ?? []), style]);
  }
  return [...groups].flatMap(([key, styles], index) => {
    const text = styles.map((style) => texts.get(style) ?? '').join('');
    const made = makeFace(text, sheet.styles[styles[0] as StyleName], fonts, `title-face-${index + 1}`);
    return made ? [{ ...made, name: `paiban-${key}`, styles }] : [];
  });
}

/** What stands in each style, one text after the other. */
function textsByStyle(article: Article): Map<StyleName, string> {
  const texts = new Map<StyleName, string>();
  const add = (style: StyleName, text: string): void => {
    texts.set(style, (texts.get(style) ?? '') + text);
  };
  add('title', displayTitle(article));
  const isCollection = article.parts.some((part) => part.title);
  for (const { node, level, label, heading } of outline(article)) {
    const isPart = article.parts.some((part) => part === node);
    const style = isPart ? 'part-title' : headingStyle(isCollection ? level - 1 : level);
    add(style, `${label?.text ?? ''}${plainText(heading)}`);
  }
  return texts;
}

function makeFace(
  text: string,
  { family, weight }: StyleSheet['styles']['title'],
  fonts: DocumentFonts,
  id: string,
): Omit<TitleFace, 'name' | 'styles'> | undefined {
  // the first Han that the family itself draws shows its face; others are borrowed
  const number = fonts.faceFor(
    [...text].find((char) => /\p{Script=Han}/u.test(char))?.codePointAt(0) ?? 0x4e00,
    family,
    weight,
  );
  const face = fonts.faces[number];
  const bytes = face && webFont(face, text, `Paiban ${id}`);
  if (!bytes) return undefined;
  return { id, file: `${id}.ttf`, bytes, weight: fonts.isBold(number) ? 'bold' : 'normal' };
}
