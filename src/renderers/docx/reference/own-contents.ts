import { child, elementsOf, textOf, type XmlNode } from './xml-tree.js';

/** A table of contents that the template has: the paragraphs of its field. */
export interface OwnContents {
  readonly container: XmlNode;
  /** First and last of its paragraphs, as children of the container. */
  readonly first: XmlNode;
  readonly last: XmlNode;
  /** Levels of headings that it lists; undefined where it does not say. */
  readonly depth: number | undefined;
}

const CONTAINERS: ReadonlySet<string> = new Set(['w:sdt', 'w:sdtContent']);

/** The first TOC field between the blocks of a body. One of figures or tables (`\c`) is none. */
export function findContents(container: XmlNode): OwnContents | undefined {
  const blocks = elementsOf(container);
  for (const [index, block] of blocks.entries()) {
    if (CONTAINERS.has(block.name)) {
      const found = findContents(block);
      if (found) return found;
    }
    if (block.name !== 'w:p') continue;
    const instruction = instructionOf(block);
    if (!/^\s*TOC\b/.test(instruction) || /\\[ca]\b/.test(instruction)) continue;
    const last = fieldEnd(blocks.slice(index));
    const depth = /\\o\s*"?\s*1\s*-\s*([1-9])/.exec(instruction)?.[1];
    // a field that does not end is none, nor is any behind it
    return last && { container, first: block, last, depth: depth === undefined ? undefined : Number(depth) };
  }
  return undefined;
}

/** The instruction of the first field of a paragraph that has one. */
function instructionOf(element: XmlNode): string {
  if (element.name === 'w:instrText') {
    return element.children.filter((each) => typeof each === 'string').join('');
  }
  if (element.name === 'w:fldSimple') return element.attributes.get('w:instr') ?? '';
  return elementsOf(element).map(instructionOf).join('');
}

/** The block in which the field ends that the first one opens; its own end for a simple field. */
function fieldEnd(blocks: readonly XmlNode[]): XmlNode | undefined {
  let depth = 0;
  for (const block of blocks) {
    depth += balance(block);
    if (depth <= 0) return block;
  }
  return undefined;
}

function balance(element: XmlNode): number {
  if (element.name !== 'w:fldChar') return elementsOf(element).reduce((sum, each) => sum + balance(each), 0);
  const type = element.attributes.get('w:fldCharType');
  return type === 'begin' ? 1 : type === 'end' ? -1 : 0;
}

/** Whether a block says something of its own. */
export function hasText(block: XmlNode): boolean {
  return textOf(block).trim() !== '' || child(block, 'w:sdtContent') !== undefined;
}
