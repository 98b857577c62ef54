import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { htmlText, labelEnd, labelStartImage, labelStartLink } from 'micromark-core-commonmark';
import { gfm } from 'micromark-extension-gfm';
import type { Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import { wideAttention } from './attention.js';

/**
 * Marks that the parser compares with all others of their paragraph, or looks for an end of as far as it goes, take
 * time by the square. More than so many in one paragraph, or so many characters read in vain, are no text that
 * anyone wrote: the marks that follow stand as characters.
 */
const MOST_IN_A_PARAGRAPH = 1000;
const MOST_CHARACTERS_IN_VAIN = 100_000;

/** The constructs concerned, under the code points that start them: `!` `*` `<` `[` `]` `_` `~`. */
const BOUNDED: readonly (readonly [code: number, construct: Construct])[] = [
  [0x21, labelStartImage],
  [0x2a, wideAttention],
  [0x3c, htmlText],
  [0x5b, labelStartLink],
  [0x5d, labelEnd],
  [0x5f, wideAttention],
];

const boundedCommonMark: Extension = {
  disable: { null: ['attention', 'htmlText', 'labelStartImage', 'labelStartLink', 'labelEnd'] },
  text: Object.fromEntries(BOUNDED.map(([code, construct]) => [code, bounded(construct)])),
};

/** An extension with all that starts inside a paragraph bounded likewise. */
function boundedExtension(extension: Extension): Extension {
  const text = Object.entries(extension.text ?? {}).map(([code, constructs]) => [
    code,
    [constructs ?? []].flat().map(bounded),
  ]);
  return { ...extension, text: Object.fromEntries(text) };
}

function bounded(construct: Construct): Construct {
  const spent = new WeakMap<TokenizeContext, { uses: number; inVain: number }>();
  return {
    ...construct,
    name: `bounded-${construct.name}`,
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      const account = spent.get(this) ?? { uses: 0, inVain: 0 };
      if (account.uses >= MOST_IN_A_PARAGRAPH || account.inVain >= MOST_CHARACTERS_IN_VAIN) return nok;
      account.uses += 1;
      spent.set(this, account);
      const start = this.now().offset;
      return construct.tokenize.call(this, effects, ok, (code) => {
        account.inVain += this.now().offset - start;
        return nok(code);
      });
    },
  };
}

/** The syntax tree of a Markdown text: CommonMark with GitHub's tables, tasks, strikes, notes and bare addresses. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, {
    // Later ones are tried first: GitHub's `[x]` and `[^a]` before a plain `[`.
    extensions: [boundedCommonMark, boundedExtension(gfm())],
    mdastExtensions: [gfmFromMarkdown()],
  });
}
