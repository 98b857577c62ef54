import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { htmlText, labelStartImage, labelStartLink } from 'micromark-core-commonmark';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import type { Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import { wideAttention } from './attention.js';

/**
 * Each of these marks is compared with others of its paragraph, so a paragraph of nothing else takes time by the
 * square. More than so many in one paragraph are no text that anyone wrote: the rest stand as characters.
 */
const MOST_IN_A_PARAGRAPH = 1000;

/** CommonMark's own constructs with the bound above, under the code points that start them. */
const bounded: Extension = {
  disable: { null: ['attention', 'htmlText', 'labelStartImage', 'labelStartLink'] },
  text: {
    33: atMost(labelStartImage),
    42: atMost(wideAttention),
    60: atMost(htmlText),
    91: atMost(labelStartLink),
    95: atMost(wideAttention),
  },
};

function atMost(construct: Construct): Construct {
  const used = new WeakMap<TokenizeContext, number>();
  return {
    ...construct,
    name: `bounded-${construct.name}`,
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      const count = used.get(this) ?? 0;
      if (count >= MOST_IN_A_PARAGRAPH) return nok;
      used.set(this, count + 1);
      return construct.tokenize.call(this, effects, ok, nok);
    },
  };
}

/** The syntax tree of a Markdown text: CommonMark with GitHub's tables, tasks, strikes, notes and bare addresses. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, {
    extensions: [gfm(), frontmatter(['yaml']), bounded],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml'])],
  });
}
