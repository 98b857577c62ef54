import type { Code, Construct, Effects, State, Token, TokenizeContext } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    notation: 'notation';
    notationText: 'notationText';
  }
  interface Token {
    /** Name of the notation that a token of that type holds. */
    _notation?: string;
  }
}

/** A notation beyond GitHub's, told by a pattern on the source: what it is written like, from its first character on. */
export interface Notation<Name extends string = string> {
  readonly name: Name;
  /** Characters that it may start with. */
  readonly starts: string;
  /** Sticky; every repeat in it is bounded, since it is tried wherever one of its first characters stands. */
  readonly pattern: RegExp;
  /** Says no to what only looks like it, or how much of the match belongs to it. */
  readonly accepts?: (found: RegExpExecArray, source: NotationSource) => boolean | number;
}

/** Where a notation was found: the whole text, and the character before. */
export interface NotationSource {
  readonly text: string;
  readonly before: string;
}

/** The length of a notation that starts at an offset of the source. */
export function lengthOfNotation(notation: Notation, text: string, offset: number): number | undefined {
  const { pattern } = notation;
  pattern.lastIndex = offset;
  const found = pattern.exec(text);
  if (!found) return undefined;
  const accepted = notation.accepts?.(found, { text, before: text.charAt(offset - 1) }) ?? true;
  const length = typeof accepted === 'number' ? accepted : accepted ? found[0].length : 0;
  return length > 0 ? length : undefined;
}

/** A notation inside a paragraph. What runs out of its paragraph is none. */
export function inlineConstruct(notation: Notation, text: string): Construct {
  return {
    name: notation.name,
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      const { offset } = this.now();
      const length = lengthOfNotation(notation, text, offset);
      if (length === undefined) return nok;
      const end = offset + length;
      const isOver = (): boolean => this.now().offset >= end;
      return consume({ effects, isOver, notation, endEarly: nok, end: ok });
    },
  };
}

/** A notation on lines of its own. Its container may end before it; then so does it. */
export function flowConstruct(notation: Notation, text: string): Construct {
  let inVain = 0;
  return {
    name: notation.name,
    concrete: true,
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      const { offset } = this.now();
      const length = inVain < MOST_IN_VAIN ? lengthOfNotation(notation, text, offset) : undefined;
      if (length === undefined) {
        inVain += Math.min(LONGEST_SEARCH, text.length - offset);
        return nok;
      }
      const end = offset + length;
      const isOver = (): boolean => this.now().offset >= end;
      return consume({ effects, isOver, notation, endEarly: ok, end: ok, beforeNextLine: inSameContainer });
    },
  };
}

/** Characters that a block's end may be away, and that all searches of a document may read without finding one. */
export const LONGEST_SEARCH = 20_000;
export const MOST_IN_VAIN: number = 200 * LONGEST_SEARCH;

interface Consumption {
  readonly effects: Effects;
  readonly isOver: () => boolean;
  readonly notation: Notation;
  /** Where to go when the content ends before the notation does. */
  readonly endEarly: State;
  readonly end: State;
  /** What has to hold after a line end for the next line to belong to it. */
  readonly beforeNextLine?: Construct;
}

/** The next line goes on in the container, and not only because a paragraph may. */
const inSameContainer: Construct = {
  partial: true,
  tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    const after: State = (code) => (this.parser.lazy[this.now().line] ? nok(code) : ok(code));
    return (code) => {
      if (code === null) return nok(code);
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return after;
    };
  },
};

/** micromark gives line ends as codes of their own, below those for tabs. */
function isLineEnd(code: Code): boolean {
  return code !== null && code < -2;
}

function consume({ effects, isOver, notation, endEarly, end, beforeNextLine }: Consumption): State {
  const leave = (code: Code, next: State): State | undefined => {
    effects.exit('notation');
    return next(code);
  };
  const inside: State = (code) => {
    if (isOver() || code === null || isLineEnd(code)) {
      effects.exit('notationText');
      return atBreak(code);
    }
    effects.consume(code);
    return inside;
  };
  const atBreak: State = (code) => {
    if (isOver()) return leave(code, end);
    if (code === null) return leave(code, endEarly);
    if (isLineEnd(code)) {
      if (!beforeNextLine) return nextLine(code);
      return effects.check(beforeNextLine, nextLine, (next) => leave(next, endEarly))(code);
    }
    effects.enter('notationText');
    return inside(code);
  };
  const nextLine: State = (code) => {
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    return atBreak;
  };
  return (code) => {
    const token: Token = effects.enter('notation');
    token._notation = notation.name;
    return atBreak(code);
  };
}
