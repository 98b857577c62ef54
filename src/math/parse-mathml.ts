import { SaxesParser } from 'saxes';
import type { MathNode } from './math-node.js';

interface OpenNode extends MathNode {
  readonly children: (MathNode | string)[];
}

/**
 * MathML as a tree.
 *
 * @param mostNested Elements inside elements.
 * @throws Error for what is no XML, holds characters that XML forbids, or nests deeper.
 */
export function parseMathml(xml: string, mostNested: number): MathNode {
  const root: OpenNode = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node: OpenNode = { name, attributes: attributes as Record<string, string>, children: [] };
    open.at(-1)?.children.push(node);
    if (open.push(node) > mostNested) throw new RangeError('MathML nests too deep');
  });
  parser.on('text', (text) => {
    open.at(-1)?.children.push(text);
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  const [first] = root.children;
  if (first === undefined || typeof first === 'string') throw new RangeError('no MathML');
  return first;
}
