import type { Literal } from 'mdast';
import type { CompileContext, Extension as TreeExtension } from 'mdast-util-from-markdown';
import type { Code, Construct, Extension, Token } from 'micromark-util-types';
import { INLINE_NOTATIONS, type InlineNotation } from './inline-notations.js';
import { LINE_NOTATIONS, type LineNotation } from './line-notations.js';
import { flowConstruct, inlineConstruct, type Notation } from './notation.js';

/** A notation beyond GitHub's, as it was written. */
export interface NotationNode extends Literal {
  type: 'notation';
  name: InlineNotation | LineNotation;
  value: string;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    notation: NotationNode;
  }
  interface RootContentMap {
    notation: NotationNode;
  }
}

/** Lets the parser know all notations; they are looked for in the source itself, so each text has its own. */
export function notationSyntax(source: string, bounded: (construct: Construct) => Construct): Extension {
  return {
    flow: byFirstCharacter(LINE_NOTATIONS, (notation) => flowConstruct(notation, source)),
    text: byFirstCharacter(INLINE_NOTATIONS, (notation) => {
      const construct = inlineConstruct(notation, source);
      // an address may stand at any h or w, and costs nothing where there is none
      return notation.name === 'address' ? construct : bounded(construct);
    }),
  };
}

function byFirstCharacter(
  notations: readonly Notation[],
  build: (notation: Notation) => Construct,
): Record<number, Construct[]> {
  const constructs: Record<number, Construct[]> = {};
  for (const notation of notations) {
    const construct = build(notation);
    for (const char of notation.starts) {
      const code = char.charCodeAt(0) satisfies Code;
      constructs[code] = [...(constructs[code] ?? []), construct];
    }
  }
  return constructs;
}

/** Puts notations into the tree. */
export const notationTree: TreeExtension = {
  enter: {
    notation(this: CompileContext, token: Token): undefined {
      const name = token._notation as NotationNode['name'];
      this.enter({ type: 'notation', name, value: this.sliceSerialize(token) }, token);
    },
  },
  exit: {
    notation(this: CompileContext, token: Token): undefined {
      this.exit(token);
    },
  },
};
