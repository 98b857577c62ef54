import { parseArguments } from './arguments.js';
import type { Command } from './command.js';
import { readConfig } from './config.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { exportCommand } from './export.js';
import { fontsCommand } from './fonts.js';
import { inspectCommand } from './inspect.js';
import type { OptionName, OptionValues } from './options.js';
import { exitCodeOf, Speaker } from './speaker.js';
import { templatesCommand } from './templates.js';
import { chooseLanguage, isReaderGone, type Terminal } from './terminal.js';

const COMMANDS: readonly Command[] = [exportCommand, inspectCommand, templatesCommand, fontsCommand];

/** Does what a command line asks and says how it went; never throws. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const language = chooseLanguage(args, terminal.environment);
  let speaker = new Speaker(terminal, language, args.includes('--verbose') ? 'verbose' : 'normal');
  try {
    const asked = await parseArguments(args, COMMANDS, language);
    if (asked.kind === 'text') {
      await terminal.writeOut(asked.text);
      return EXIT.done;
    }
    const { command, names } = asked;
    const config = await readConfig(terminal.workingFolder);
    const values = { ...applicable(config, command), ...asked.values };
    speaker = new Speaker(
      terminal,
      values.lang === undefined ? language : langOf(values.lang),
      loudness(values),
    );
    return await command.run({ names, values, asked: asked.values, speaker, terminal });
  } catch (error) {
    if (isReaderGone(error)) return EXIT.done;
    speaker.complain(error);
    return exitCodeOf(error);
  }
}

/** Of a config file, what a command takes. */
function applicable(config: OptionValues, command: Command): OptionValues {
  const isTaken = (name: string): boolean =>
    ['quiet', 'verbose', 'lang'].includes(name) || command.options.includes(name as OptionName);
  return Object.fromEntries(Object.entries(config).filter(([name]) => isTaken(name)));
}

function langOf(value: string): 'zh' | 'en' {
  return value === 'zh' ? 'zh' : 'en';
}

function loudness({ quiet, verbose }: OptionValues): 'quiet' | 'normal' | 'verbose' {
  if (quiet) return 'quiet';
  return verbose ? 'verbose' : 'normal';
}
