import { type MathNode, partsOf, ROWS, textOf } from './math-node.js';

/** What is kept of each element; others are a fault of the formula, or of the look that its library gives it. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  math: [],
  mrow: [],
  mstyle: ['displaystyle', 'scriptlevel'],
  mpadded: [],
  mphantom: [],
  mi: ['mathvariant'],
  mn: [],
  mo: ['form', 'fence', 'stretchy', 'separator', 'minsize', 'maxsize'],
  mtext: [],
  mspace: ['width'],
  mfrac: ['linethickness'],
  msqrt: [],
  mroot: [],
  msub: [],
  msup: [],
  msubsup: [],
  munder: ['accentunder'],
  mover: ['accent'],
  munderover: ['accent', 'accentunder'],
  mmultiscripts: [],
  mprescripts: [],
  mtable: ['displaystyle'],
  mtr: [],
  mtd: ['columnspan'],
  menclose: ['notation'],
};

/**
 * The formula without what the library adds for pages with its own style sheet (classes, styles, cells that fill the
 * line), with one element for each thing: lines over and under are accents, frames are `menclose`.
 *
 * @throws RangeError for an element that presentation MathML does not have here (links, pictures, errors).
 */
export function cleanMathml(math: MathNode, display: 'inline' | 'block'): MathNode {
  const { children } = clean(math);
  return { name: 'math', attributes: display === 'block' ? { display } : {}, children };
}

function clean(node: MathNode): MathNode {
  const { name } = node;
  if (!Object.hasOwn(ATTRIBUTES, name)) throw new RangeError(`no MathML: ${name}`);
  const children = node.children.flatMap((child): (MathNode | string)[] => {
    if (typeof child !== 'string') return isNothing(child) ? blankIn(name) : [clean(child)];
    return child.trim() === '' && name !== 'mtext' ? [] : [child];
  });
  const attributes = Object.fromEntries(
    (ATTRIBUTES[name] ?? []).flatMap((key) => {
      const value = node.attributes[key];
      return value === undefined || value === '' ? [] : [[key, value]];
    }),
  );
  return reshaped({ name, attributes, children }, node);
}

/** Elements whose children each have a part of their own. */
const FIXED = /^(?:mfrac|mroot|msu[bp]|msubsup|munder|mover|munderover|mmultiscripts)$/;

const blankIn = (parent: string): MathNode[] =>
  FIXED.test(parent) ? [{ name: 'mrow', attributes: {}, children: [] }] : [];

/** Spaces without width, rows that only move what follows, and the marks of a number that is not asked for. */
function isNothing({ name, attributes, children }: MathNode): boolean {
  if (name === 'mspace') return !/[1-9]/.test(attributes.width ?? '');
  if (name === 'mrow') return children.length === 0 && attributes.style !== undefined;
  return name === 'span';
}

/** @param given The node as the library wrote it, whose look says what it means. */
function reshaped(node: MathNode, given: MathNode): MathNode {
  const { name, children } = node;
  const style = given.attributes.style ?? '';
  if (ROWS.has(name) && /border:\s*1px solid/.test(style)) return framed('box', children);
  if (name === 'menclose') return enclosed(node);
  if (name === 'mtable') return table(node, given);
  if (name === 'mtd') return { ...node, attributes: { ...node.attributes, ...columnAlign(given) } };
  if ((name === 'mover' || name === 'munder') && isBlank(partsOf(node)[1])) return partsOf(node)[0] ?? node;
  return node;
}

const framed = (notation: string, children: MathNode['children']): MathNode => ({
  name: 'menclose',
  attributes: { notation },
  children,
});

const LINES: Readonly<Record<string, readonly [name: string, sign: string, accent: string]>> = {
  top: ['mover', '\u203E', 'accent'],
  bottom: ['munder', '\u0332', 'accentunder'],
};

/** MathML Core has no `menclose`; a line has a way without. */
function enclosed({ attributes, children }: MathNode): MathNode {
  const notation = attributes.notation ?? 'box';
  const [name, sign, accent] = LINES[notation] ?? [];
  if (name === undefined || sign === undefined || accent === undefined) return framed(notation, children);
  const line: MathNode = { name: 'mo', attributes: { stretchy: 'true' }, children: [sign] };
  return {
    name,
    attributes: { [accent]: 'true' },
    children: [{ name: 'mrow', attributes: {}, children }, line],
  };
}

/** The library says in classes where the text of a cell stands. */
function columnAlign({ attributes }: MathNode): Record<string, string> {
  const side = /\btml-(left|right)\b/.exec(attributes.class ?? '')?.[1];
  return side === undefined ? {} : { columnalign: side };
}

/** Cells that push a formula to the middle of the line; the last of them holds its number, if any. */
const FILLS = /width:\s*50%/;

function table(node: MathNode, given: MathNode): MathNode {
  const rows = partsOf(given).map((row) =>
    partsOf(row).map(({ attributes }) => FILLS.test(attributes.style ?? '')),
  );
  if (!rows.some((row) => row.includes(true))) return node;
  const kept = partsOf(node).map((row, y) => ({
    ...row,
    children: partsOf(row).filter((cell, x) => !rows[y]?.[x] || textOf(cell).trim() !== ''),
  }));
  const [only, ...others] = kept;
  if (!only || others.length > 0) return { ...node, children: kept };
  // a single formula with or without its number is no table
  const cells = only.children.flatMap((cell, index): (MathNode | string)[] =>
    index > 0 && textOf(cell).startsWith('(') ? [WIDE_SPACE, ...cell.children] : [...cell.children],
  );
  return { name: 'mrow', attributes: {}, children: cells };
}

const WIDE_SPACE: MathNode = { name: 'mspace', attributes: { width: '2em' }, children: [] };

/** Nothing but space. */
function isBlank(node: MathNode | undefined): boolean {
  if (!node) return true;
  return node.name === 'mspace' || (ROWS.has(node.name) && partsOf(node).every(isBlank));
}
