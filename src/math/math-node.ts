/** An element of presentation MathML, of which only what {@link cleanMathml} knows is left. */
export interface MathNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (MathNode | string)[];
}

/** Elements that only hold others in a row: what is in them may stand in their place. */
export const ROWS: ReadonlySet<string> = new Set(['mrow', 'mstyle', 'mpadded']);

/** The elements inside, without text. */
export function partsOf(node: MathNode): readonly MathNode[] {
  return node.children.filter((child) => typeof child !== 'string');
}

/** All text inside. */
export function textOf(node: MathNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
