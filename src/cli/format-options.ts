import type { Diagnostic } from '../diagnostics.js';
import type { ExportPlan, OutputFormat } from './export-plan.js';
import type { OptionName, OptionValues } from './options.js';

/** Options that one format alone can follow; those of a lock are refused outright, since text would go out unlocked. */
const FORMAT_OPTIONS: readonly (readonly [option: OptionName, format: OutputFormat, name: string])[] = [
  ['archive', 'pdf', 'PDF'],
  ['attach-source', 'pdf', 'PDF'],
  ['classic-xref', 'pdf', 'PDF'],
  ['reference', 'docx', 'Word'],
  ['word-numbers', 'docx', 'Word'],
  ['cover', 'epub', 'EPUB'],
];

/**
 * What was asked of a format that is not made.
 *
 * @param asked By the command line: what a config file says holds for every run, whatever it makes.
 */
export function withoutFormat(asked: OptionValues, { formats }: ExportPlan): Diagnostic[] {
  const isAsked = (option: OptionName): boolean => asked[option] !== undefined && asked[option] !== false;
  return FORMAT_OPTIONS.filter(([option, to]) => isAsked(option) && !formats.includes(to)).map(
    ([option, to, format]): Diagnostic => ({
      code: 'option-without-format',
      values: { option: `--${option}`, format, to },
    }),
  );
}
