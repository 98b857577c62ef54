import type { Article, Block, Part, Section } from '../../model/index.js';
import type { StyleSheet } from '../../style/index.js';
import { headingStyle } from './sections.js';

/** A block and the depth (1 for the top) that a section standing there has. */
export interface PlannedBlock {
  readonly block: Block;
  readonly depth: number;
  /** It stands in the lead of a collection. */
  readonly isLead?: true;
}

/** What one file of the book will hold, in reading order: heading, blocks under it, blocks after it. */
export interface FilePlan {
  readonly kind: 'opening' | 'part' | 'section' | 'continuation';
  /** Whose heading is the file's own; of a continuation, the one that it goes on with. */
  readonly node?: Part | Section;
  /** Depth of a section that is `node`. */
  readonly depth: number;
  readonly blocks: PlannedBlock[];
  /** What follows the section without belonging to it: signature, attachments, run-in sections. */
  readonly tail: PlannedBlock[];
}

/** Above this a chapter turns slowly on a small reader. The model as JSON is about as long as its XHTML. */
const LONGEST_FILE_BYTES = 250_000;

/**
 * Cuts an article into files: the opening, then one for every part and every section at the top. A section
 * inside opens a file of its own when it is a chapter, when its style starts a page, or when the file would grow
 * too long.
 */
export function planFiles(article: Article, sheet: StyleSheet): FilePlan[] {
  const plans: FilePlan[] = [{ kind: 'opening', depth: 0, blocks: [], tail: [] }];
  const planner = new Planner(plans, sheet);
  planner.placeLead(article.lead);
  for (const part of article.parts) {
    if (part.title) planner.openPart(part);
    else planner.place(part.children, 1, true);
  }
  return plans.flatMap(cutLongFile);
}

class Planner {
  readonly #plans: FilePlan[];
  readonly #sheet: StyleSheet;
  /** Plans whose section has ended: what follows in their file stands behind it. */
  readonly #closed = new Set<FilePlan>();
  #inLead = false;

  constructor(plans: FilePlan[], sheet: StyleSheet) {
    this.#plans = plans;
    this.#sheet = sheet;
  }

  placeLead(blocks: readonly Block[]): void {
    this.#inLead = true;
    this.place(blocks, 1, true);
    this.#inLead = false;
  }

  /** Places blocks one after another; sections open files where `opens` says so or where they must. */
  place(blocks: readonly Block[], depth: number, opens: boolean): void {
    for (const block of blocks) {
      if (block.type === 'section' && !block.runIn && (opens || this.#startsPage(block, depth))) {
        this.#openSection(block, depth);
      } else {
        this.#append({ block, depth, ...(this.#inLead && { isLead: true }) });
      }
    }
  }

  openPart(part: Part): void {
    const plan: FilePlan = { kind: 'part', node: part, depth: 0, blocks: [], tail: [] };
    this.#open(plan, part.children, 1);
  }

  #openSection(section: Section, depth: number): void {
    const plan: FilePlan = { kind: 'section', node: section, depth, blocks: [], tail: [] };
    this.#open(plan, section.children, depth + 1);
  }

  #open(plan: FilePlan, children: readonly Block[], depth: number): void {
    this.#plans.push(plan);
    this.place(children, depth, byteWeight(children) > LONGEST_FILE_BYTES);
    this.#closed.add(plan);
  }

  #append(placed: PlannedBlock): void {
    const plan = this.#plans.at(-1) as FilePlan;
    (this.#closed.has(plan) ? plan.tail : plan.blocks).push(placed);
  }

  /** 第三回 opens a page in any book; another section where its style does on paper. */
  #startsPage({ label }: Section, depth: number): boolean {
    return label?.scheme === 'chapter' || this.#sheet.styles[headingStyle(depth)].pageBreakBefore !== 'none';
  }
}

/** A file of blocks that no heading divides goes on in others. */
function cutLongFile(plan: FilePlan): FilePlan[] {
  const [own = [], ...more] = chunks(plan.blocks);
  const [ownTail = [], ...moreTail] = more.length > 0 ? [[], ...chunks(plan.tail)] : chunks(plan.tail);
  const further = [...more, ...moreTail].filter((blocks) => blocks.length > 0);
  return [
    { ...plan, blocks: own, tail: ownTail },
    ...further.map(
      (blocks): FilePlan => ({
        kind: 'continuation',
        depth: plan.depth,
        blocks,
        tail: [],
        ...(plan.node && { node: plan.node }),
      }),
    ),
  ];
}

function chunks(blocks: readonly PlannedBlock[]): PlannedBlock[][] {
  const cut: PlannedBlock[][] = [];
  let room = 0;
  for (const placed of blocks) {
    const weight = byteWeight(placed.block);
    if (cut.length === 0 || weight > room) {
      cut.push([]);
      room = LONGEST_FILE_BYTES;
    }
    cut.at(-1)?.push(placed);
    room -= weight;
  }
  return cut;
}

function byteWeight(blocks: Block | readonly Block[]): number {
  return Buffer.byteLength(JSON.stringify(blocks));
}
