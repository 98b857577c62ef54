import {
  codeText,
  htmlFlow,
  htmlText,
  labelEnd,
  labelStartImage,
  labelStartLink,
  setextUnderline,
} from 'micromark-core-commonmark';
import type { Construct, Effects, Event, Extension, State, TokenizeContext } from 'micromark-util-types';
import { wideAttention } from './attention.js';

/**
 * Marks that the parser compares with all others of their paragraph, or looks for an end of as far as it goes, take
 * time by the square. More than so many in one paragraph, or so many characters read in vain, are no text that
 * anyone wrote: the marks that follow stand as characters.
 */
const MOST_IN_A_PARAGRAPH = 1000;
const MOST_CHARACTERS_IN_VAIN = 100_000;

/** The constructs concerned, under the code points that start them: `!` `*` `<` `[` `]` `_` and backtick. */
const BOUNDED: readonly (readonly [code: number, construct: Construct])[] = [
  [0x21, labelStartImage],
  [0x2a, wideAttention],
  [0x3c, htmlText],
  [0x5b, labelStartLink],
  [0x5d, labelEnd],
  [0x5f, wideAttention],
  [0x60, codeText],
];

/** CommonMark with its constructs bounded, and with HTML that ends somewhere. Keys of flow: `-` `<` `=`. */
export function boundedCommonMark(source: string): Extension {
  return {
    disable: {
      null: [
        'attention',
        'codeText',
        'htmlFlow',
        'htmlText',
        'labelStartImage',
        'labelStartLink',
        'labelEnd',
        'setextUnderline',
      ],
    },
    flow: { 45: underline, 60: endingHtml(source), 61: underline },
    text: Object.fromEntries(BOUNDED.map(([code, construct]) => [code, bounded(construct)])),
  };
}

/** An extension with all that starts inside a paragraph bounded likewise. */
export function boundedExtension(extension: Extension): Extension {
  const text = Object.entries(extension.text ?? {}).map(([code, constructs]) => [
    code,
    [constructs ?? []].flat().map(bounded),
  ]);
  return { ...extension, text: Object.fromEntries(text) };
}

export function bounded(construct: Construct): Construct {
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

/** The line below a heading. The parser's own turns over all that was read so far; what is concerned is the end of it. */
const underline: Construct = {
  ...setextUnderline,
  name: 'underline',
  resolveTo(events: Event[], context: TokenizeContext): Event[] {
    const from = events.findLastIndex(([kind, { type }]) => kind === 'enter' && type === 'content');
    const heading = setextUnderline.resolveTo?.(events.splice(from), context) ?? [];
    for (const event of heading) events.push(event);
    return events;
  },
};

/** HTML that CommonMark reads on to the end of the document when its end is missing, with that end. */
const ENDLESS: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/<!--/y, /-->/g],
  [/<\?/y, /\?>/g],
  [/<!\[CDATA\[/y, /\]\]>/g],
  [/<![A-Za-z]/y, />/g],
  [/<(?:script|pre|style|textarea)(?=[\s>]|$)/iy, /<\/(?:script|pre|style|textarea)>/gi],
];

/**
 * Blocks of HTML, except comments, scripts and the like whose end is missing: one `<!--` would swallow all the text
 * that follows.
 */
function endingHtml(source: string): Construct {
  const lastEnds = ENDLESS.map(([, end]) => [...source.matchAll(end)].at(-1)?.index ?? -1);
  return {
    ...htmlFlow,
    name: 'endingHtml',
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      const { offset } = this.now();
      const isEndless = ENDLESS.some(([start], index) => {
        start.lastIndex = offset;
        return start.test(source) && (lastEnds[index] ?? -1) < offset;
      });
      return isEndless ? nok : htmlFlow.tokenize.call(this, effects, ok, nok);
    },
  };
}
