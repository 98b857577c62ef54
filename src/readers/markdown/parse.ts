import type { Root } from 'mdast';
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
import { notationSyntax, notationTree } from './syntax-tree.js';

/**
 * The syntax tree of a Markdown text: CommonMark with GitHub's tables, tasks, strikes and notes, and the notations
 * of our own tables. A single tilde strikes only between spaces: in Chinese it is a tone of voice.
 */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, {
    // Later ones are tried first: GitHub's `[x]` and `[^a]` before a plain `[`.
    extensions: [
      boundedCommonMark(text),
      ...[gfmFootnote(), gfmStrikethrough({ singleTilde: false }), gfmTable(), gfmTaskListItem()].map(
        boundedExtension,
      ),
      notationSyntax(text, bounded),
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
