import type { PageEdges, RecurringLines } from '../index.js';
import { type Input, readInput } from './inputs.js';
import type { OptionValues } from './options.js';
import type { Progress } from './progress.js';
import { readOptionsOf } from './read-options.js';
import type { Terminal } from './terminal.js';

/** Fewer pages have nothing in common that says more than chance. */
const FEWEST_INPUTS = 3;

/** What the pages of a run have in common, seen in a first walk over them. Standard input can be read only once. */
export async function surveyInputs(
  inputs: readonly Input[],
  values: OptionValues,
  terminal: Terminal,
  progress: Progress,
): Promise<RecurringLines> {
  const { learnRecurring, surveyPage } = await import('../index.js');
  const files = inputs.filter(({ path }) => path !== undefined);
  if (files.length < FEWEST_INPUTS || values['keep-all']) return new Map();
  const pages: PageEdges[] = [];
  for (const [index, input] of files.entries()) {
    progress.show(`[${index + 1}/${files.length}] ${input.name}`);
    const bytes = await readInput(input, terminal).catch(() => undefined);
    const edges = bytes && (await surveyPage(bytes, await readOptionsOf(input, values, terminal)));
    if (edges) pages.push(edges);
  }
  progress.clear();
  return learnRecurring(pages);
}
