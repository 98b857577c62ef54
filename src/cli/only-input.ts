import type { Command } from './command.js';
import { CommandLineError } from './command-line-error.js';
import { findInputs, type Input } from './inputs.js';
import type { Terminal } from './terminal.js';

/**
 * The one input of a command that takes no more.
 *
 * @throws ConversionError when it is not there; CommandLineError for a folder of several.
 */
export async function onlyInput(
  names: readonly string[],
  { name, usage }: Command,
  terminal: Terminal,
): Promise<Input> {
  const { inputs, faults } = await findInputs(names, terminal.workingFolder);
  if (faults[0]) throw faults[0].error;
  const [input, second] = inputs;
  if (input && !second) return input;
  const argument = second?.name ?? names.join(' ');
  throw new CommandLineError('argument-unexpected', { command: name, argument, usage });
}
