import type { StructureNode } from '../page.js';

/** Collects the tag tree of a document; parents are made before their children. */
export class StructureTree {
  readonly nodes: StructureNode[] = [];

  /** The index of a new node under `parent`; -1 puts it at the top. */
  add(
    role: StructureNode['role'],
    parent: number,
    more: Omit<StructureNode, 'role' | 'parent'> = {},
  ): number {
    this.nodes.push({ role, parent, ...more });
    return this.nodes.length - 1;
  }

  /** The index of a heading's node. Levels below 6 are tagged as 6, the deepest that PDF has. */
  addHeading(level: number, parent: number): number {
    return this.add(HEADINGS[Math.min(level, HEADINGS.length) - 1] ?? 'H6', parent);
  }
}

const HEADINGS = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'] as const;
