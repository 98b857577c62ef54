import { basename } from 'node:path';
import type { ReadOptions } from '../index.js';
import { CommandLineError } from './command-line-error.js';
import { imageLoader } from './images.js';
import { folderOf, type Input } from './inputs.js';
import type { OptionValues } from './options.js';
import { siteRulesOf } from './site-rules.js';
import type { Terminal } from './terminal.js';

/** What the options say about reading one input. Its pictures are looked for in its own folder. */
export async function readOptionsOf(
  input: Input,
  values: OptionValues,
  terminal: Terminal,
): Promise<ReadOptions> {
  const rules = await siteRulesOf(input, values, terminal);
  const { title, author, published, encoding, numbering } = values;
  const [sourceName, sourceUrl] = [values['source-name'], values['source-url']];
  return {
    ...(values.from !== undefined && { from: values.from as NonNullable<ReadOptions['from']> }),
    ...(encoding !== undefined && { encoding }),
    ...(input.path !== undefined && { fileName: basename(input.path) }),
    ...(values['keep-all'] && { keepAll: true }),
    ...(rules && { rules }),
    ...(numbering !== undefined && { numbering: numbering as NonNullable<ReadOptions['numbering']> }),
    overrides: {
      ...(title !== undefined && { title }),
      ...(author !== undefined && { authors: author }),
      ...(published !== undefined && { publishedOn: published }),
      ...(sourceName !== undefined && { sourceName }),
      ...(sourceUrl !== undefined && { sourceUrl }),
    },
    loadImage: imageLoader(folderOf(input, terminal.workingFolder)),
  };
}

/**
 * Checks what the options state about the article.
 *
 * @throws CommandLineError for a date or an address that is none.
 */
export function checkFacts(values: OptionValues): void {
  checkDay(values.published);
  checkAddress(values['source-url']);
}

function checkDay(day: string | undefined): void {
  if (day === undefined) return;
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  // 2024-02-31 parses in some engines and turns into March.
  if (!Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day)) return;
  throw new CommandLineError('option-invalid', {
    option: '--published',
    value: day,
    expected: 'YYYY-MM-DD',
  });
}

function checkAddress(address: string | undefined): void {
  if (address === undefined) return;
  if (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) return;
  throw new CommandLineError('option-invalid', {
    option: '--source-url',
    value: address,
    expected: 'https://…',
  });
}
