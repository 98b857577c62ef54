// Decides what a draft means: provenance, furniture, title, parts, headings, blocks (Draft → Article).

export {
  edgesOfDraft,
  learnRecurring,
  type PageEdges,
  type RecurringLines,
} from './furniture/recurring-lines.js';
export { contentSelector, type HostRules, type SiteRules } from './furniture/site-rules.js';
export type { FactReason, HeadingReason, RejectedSeries, RemovedText, StructureReport } from './report.js';
export { type Structured, type StructureOptions, structure } from './structure.js';
