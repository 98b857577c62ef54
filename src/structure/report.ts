import type { RepairCount } from '../model/index.js';

/** What structuring did to a draft, so that a person can check it: nothing goes without a row here. */
export interface StructureReport {
  /** Every line, or part of a line, that is not in the article's text, in order. */
  readonly removed: readonly RemovedText[];
  readonly repairs: readonly RepairCount[];
  /** Why each heading is one, in order of the outline. */
  readonly headings: readonly HeadingReason[];
  /** Why numbered lines are no headings: one row for each series, with its first line. */
  readonly rejected: readonly RejectedSeries[];
  /** Where title and provenance came from. */
  readonly facts: readonly FactReason[];
}

export interface RemovedText {
  /** One-based line of the source. */
  readonly line: number;
  /** As it stood in the source, repaired characters aside. */
  readonly text: string;
  /** The family that took it: `breadcrumb`, `site-tag`, `metadata`, `site-lead`. */
  readonly rule: string;
}

export interface HeadingReason {
  readonly line: number;
  readonly text: string;
  readonly score: number;
  /** Names of the cues that spoke for and against it, signed: `+series`, `-long`. */
  readonly cues: readonly string[];
}

/** Numbered lines that were weighed together and found to be no headings. */
export interface RejectedSeries extends HeadingReason {
  /** How many lines they are. */
  readonly count: number;
}

export interface FactReason {
  /** `title`, `authors`, `publishedOn`, `sourceName`, `sourceUrl`, `channel`. */
  readonly fact: string;
  readonly value: string;
  /** Line it came from; absent for a fact from the file's own fields. */
  readonly line?: number;
  readonly rule: string;
}
