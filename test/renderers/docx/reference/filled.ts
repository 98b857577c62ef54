import type { Diagnostic } from '../../../../src/diagnostics.js';
import type { Article } from '../../../../src/model/index.js';
import { renderDocx } from '../../../../src/renderers/docx/index.js';
import type { FindPages } from '../../../../src/renderers/docx/page-labels.js';
import { makeStyleSheet, type StyleSheet } from '../../../../src/style/index.js';
import { elements, textOf, xmlParts } from '../word-file.js';
import { type TemplateParts, templateFile } from './template-file.js';

/** Every heading on page 3, every term nowhere: pages are the layout's matter. */
const findPages: FindPages = async () => ({
  headings: Array.from({ length: 50 }, () => '3'),
  terms: new Map(),
});

/** A filled template, to be asked questions. */
export interface Filled {
  readonly bytes: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
  readonly codes: readonly string[];
  readonly parts: ReadonlyMap<string, string>;
  readonly document: string;
  /** The text of each paragraph, with its style in front: `a3 题目`. */
  readonly lines: readonly string[];
}

export async function fill(
  template: TemplateParts | Uint8Array,
  article: Article,
  changes: Partial<StyleSheet> = {},
): Promise<Filled> {
  const reference = template instanceof Uint8Array ? template : templateFile(template);
  const sheet = { ...makeStyleSheet(), ...changes };
  const { bytes, diagnostics } = await renderDocx(article, sheet, findPages, { reference });
  const parts = xmlParts(bytes);
  const document = parts.get('word/document.xml') ?? '';
  return {
    bytes,
    diagnostics,
    codes: diagnostics.map(({ code }) => code),
    parts,
    document,
    lines: linesOf(document),
  };
}

/** Paragraphs of a part; those inside text boxes are part of the one around them. */
export function linesOf(part: string): string[] {
  return elements(part, 'p').map((paragraph) => {
    const style = /<w:pStyle w:val="([^"]*)"/.exec(paragraph)?.[1] ?? '';
    return `${style} ${textOf(paragraph)}`.trim();
  });
}

/** A style of the styles part by its name. */
export function styleNamed(styles: string, name: string): string | undefined {
  return elements(styles, 'style').find((style) => style.includes(`<w:name w:val="${name}"/>`));
}
