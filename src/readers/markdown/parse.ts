import type { Node, Parent, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { bounded, boundedCommonMark, boundedExtension } from './bounds.js';
import { type KnownLabels, knowingLabels } from './known-labels.js';
import { cutIntoPieces, type Piece } from './pieces.js';
import { notationSyntax, notationTree } from './syntax-tree.js';

/**
 * The syntax tree of a Markdown text: CommonMark with GitHub's tables, tasks, strikes and notes, and the notations
 * of our own tables. A single tilde strikes only between spaces: in Chinese it is a tone of voice. A long text is
 * parsed in pieces, since the parser keeps all that it has seen until a text ends.
 *
 * @param pieceSize UTF-16 units after which a text is cut at the next place where no block can reach over the cut.
 */
export function parseMarkdown(text: string, pieceSize?: number): Root {
  const pieces = cutIntoPieces(text, pieceSize);
  const known: KnownLabels = { links: new Set(), notes: new Set() };
  const alone = pieces.map((piece) => parsePiece(piece.text, known));
  if (alone.length === 1) return alone[0] as Root;
  const hasLabels = known.links.size > 0 || known.notes.size > 0;
  const trees = alone.map((tree, index) => {
    const piece = pieces[index] as Piece;
    // what is defined further down could not be known before all was read once
    const whole = hasLabels && piece.text.includes('[') ? parsePiece(piece.text, known) : tree;
    return moved(whole, piece);
  });
  return { type: 'root', children: joined(trees, pieces) };
}

function parsePiece(text: string, known: KnownLabels): Root {
  return fromMarkdown(text, {
    // Later ones are tried first: GitHub's `[x]` and `[^a]` before a plain `[`.
    extensions: [
      boundedCommonMark(text),
      ...[gfmFootnote(), gfmStrikethrough({ singleTilde: false }), gfmTable(), gfmTaskListItem()].map(
        boundedExtension,
      ),
      notationSyntax(text, bounded),
      knowingLabels(known),
    ],
    mdastExtensions: [
      gfmFootnoteFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      gfmTableFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
      notationTree,
    ],
  });
}

/** The tree with its places counted from the start of the document. */
function moved(tree: Root, { lines, offset }: Piece): Root {
  if (offset === 0) return tree;
  for (const { position } of nodesOf(tree)) {
    for (const point of position ? [position.start, position.end] : []) {
      point.line += lines;
      if (point.offset !== undefined) point.offset += offset;
    }
  }
  return tree;
}

/** One block after another; a list or table that was cut is one again. */
function joined(trees: readonly Root[], pieces: readonly Piece[]): Root['children'] {
  const children: Root['children'] = [];
  for (const [index, tree] of trees.entries()) {
    const [first, ...rest] = tree.children;
    const last = children.at(-1);
    const continues = pieces[index]?.continues;
    if (first === undefined) continue;
    if (continues === 'list' && last?.type === 'list' && first.type === 'list') {
      for (const item of first.children) last.children.push(item);
      last.spread = last.spread || first.spread || false;
      endWith(last, first);
    } else if (continues === 'table' && last?.type === 'table' && first.type === 'table') {
      for (const row of first.children.slice(1)) last.children.push(row);
      endWith(last, first);
    } else children.push(first);
    for (const child of rest) children.push(child);
  }
  return children;
}

function endWith(node: Node, more: Node): void {
  if (node.position && more.position) node.position.end = more.position.end;
}

function* nodesOf(root: Root): Generator<Node> {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    if ('children' in node) for (const child of (node as Parent).children) waiting.push(child);
  }
}
