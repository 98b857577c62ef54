import type { createLowlight, LanguageFn } from 'lowlight';
import {
  type Article,
  type Code,
  type CodeKind,
  type CodeSpan,
  type Highlighter,
  plainCode,
  walkBlocks,
} from '../model/index.js';
import { kindOfScope } from './scopes.js';

type Lowlight = ReturnType<typeof createLowlight>;
type Tree = ReturnType<Lowlight['highlight']>;
type Node = Tree['children'][number];

/** Names that sources give to text that is no program. */
const NO_LANGUAGE: ReadonlySet<string> = new Set('text txt plain plaintext none nohighlight'.split(' '));
/** Characters of one block, and of all of an article: more is data, or a hostile source. */
const MOST_LENGTH = { block: 40_000, article: 300_000 };
/**
 * Grammars look for the end of a name from each of its words (`unsigned long *f(`), in time that grows with the
 * square of such a run. No program has one this long.
 */
const ENDLESS_RUN = /[\w\s$.&*-]{1000}/;

/**
 * A highlighter for the code of an article, loaded only when some of it names a language. The same article gives the
 * same colours; code that is too long or names no language that is known stays plain.
 */
export async function loadHighlighter(article: Article): Promise<Highlighter> {
  const blocks = [...walkBlocks(article)].filter((block): block is Code => block.type === 'code');
  const fit = withinBounds(blocks.filter(isProgram));
  if (fit.size === 0) return plainCode;
  const { all, common, createLowlight: create } = await import('lowlight');
  const lowlight = create(common);
  if ([...fit].some(({ language }) => !lowlight.registered(nameOf(language)))) registerRest(lowlight, all);
  return (code) => (fit.has(code) ? highlight(code, lowlight) : plainCode(code));
}

const nameOf = (language: string | undefined): string => language?.toLowerCase() ?? '';

function isProgram({ text, language }: Code): boolean {
  const isNamed = language !== undefined && !NO_LANGUAGE.has(nameOf(language));
  return isNamed && text.length <= MOST_LENGTH.block && !ENDLESS_RUN.test(text);
}

/** The first blocks of an article, as many as may be coloured. */
function withinBounds(blocks: readonly Code[]): ReadonlySet<Code> {
  let left = MOST_LENGTH.article;
  return new Set(
    blocks.filter(({ text }) => {
      left -= text.length;
      return left >= 0;
    }),
  );
}

function registerRest(lowlight: Lowlight, all: Readonly<Record<string, LanguageFn>>): void {
  const known = new Set(lowlight.listLanguages());
  for (const [name, grammar] of Object.entries(all)) {
    if (!known.has(name)) lowlight.register(name, grammar);
  }
}

function highlight(code: Code, lowlight: Lowlight): readonly CodeSpan[] {
  const language = nameOf(code.language);
  if (!lowlight.registered(language)) return plainCode(code);
  const spans = spansOf(parsed(code.text, language, lowlight));
  // A colour is worth nothing that changes the text.
  return spans.map(({ text }) => text).join('') === code.text ? spans : plainCode(code);
}

/** Undefined when a grammar fails on the code, as it may on a text that is no program of its language. */
function parsed(text: string, language: string, lowlight: Lowlight): Tree | undefined {
  try {
    return lowlight.highlight(language, text);
  } catch {
    return undefined;
  }
}

/** Texts of the tree in order, each with its innermost known kind; neighbours of one kind are one. */
function spansOf(tree: Tree | undefined): CodeSpan[] {
  const spans: { text: string; kind?: CodeKind }[] = [];
  const waiting: { readonly node: Node; readonly kind: CodeKind | undefined }[] = [];
  const push = (nodes: readonly Node[], kind: CodeKind | undefined): void => {
    for (const node of nodes.toReversed()) waiting.push({ node, kind });
  };
  push(tree?.children ?? [], undefined);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, kind } = next;
    if (node.type === 'element') push(node.children as Node[], kindOfScope(scopeOf(node), kind));
    if (node.type !== 'text' || node.value === '') continue;
    const last = spans.at(-1);
    if (last && last.kind === kind) last.text += node.value;
    else spans.push({ text: node.value, ...(kind && { kind }) });
  }
  return spans;
}

function scopeOf(element: Extract<Node, { type: 'element' }>): string {
  const { className } = element.properties;
  return Array.isArray(className) ? String(className[0]).replace(/^hljs-/, '') : '';
}
