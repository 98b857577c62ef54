import { resolve } from 'node:path';
import type { SiteRules } from '../index.js';
import { folderOf, type Input } from './inputs.js';
import type { OptionValues } from './options.js';
import type { Terminal } from './terminal.js';

/** The rules that the options name, or else the nearest file of them at the input or above it. */
export async function siteRulesOf(
  input: Input,
  { rules }: OptionValues,
  { workingFolder }: Terminal,
): Promise<SiteRules | undefined> {
  const { findSiteRules, loadSiteRules } = await import('../index.js');
  const named = rules === undefined ? undefined : resolve(workingFolder, rules);
  const file = named ?? findSiteRules(folderOf(input, workingFolder));
  return file === undefined ? undefined : loadSiteRules(file);
}
