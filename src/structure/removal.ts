import type { FactReason, RemovedText } from './report.js';
import type { Row } from './row.js';

/** What a pass that takes lines away gives back. */
export interface Cleaned {
  readonly rows: readonly Row[];
  readonly removed: readonly RemovedText[];
  readonly facts: readonly FactReason[];
}
