import type { MessageLanguage } from '../diagnostics.js';
import type { ExitCode } from './exit-codes.js';
import type { OptionName, OptionValues } from './options.js';
import type { Speaker } from './speaker.js';
import type { Terminal } from './terminal.js';

type InBothLanguages = Readonly<Record<MessageLanguage, string>>;

/** One word after `paiban`, as the help shows it and as it runs. */
export interface Command {
  readonly name: string;
  /** With its arguments: `export <inputs..>`. */
  readonly usage: string;
  readonly summary: InBothLanguages;
  readonly argument: { readonly name: string; readonly help: InBothLanguages };
  readonly options: readonly OptionName[];
  /** Command lines without the leading `paiban`. */
  readonly examples: readonly (readonly [line: string, says: InBothLanguages])[];
  run(request: Request): Promise<ExitCode>;
}

/** What a command is asked to do. */
export interface Request {
  /** Values of the command's argument, in order. */
  readonly names: readonly string[];
  readonly values: OptionValues;
  /** Those of them that the command line itself gives. */
  readonly asked: OptionValues;
  readonly speaker: Speaker;
  readonly terminal: Terminal;
}
