import parser from 'yargs-parser';
import type { MessageLanguage } from '../diagnostics.js';
import type { Command } from './command.js';
import { CommandLineError } from './command-line-error.js';
import { COMMON, OPTION_NAMES, OPTIONS, type OptionName, type OptionValues, optionRow } from './options.js';
import { packageVersion } from './package-version.js';

/** What a command line asks for: a command, or a text to print (help, version). */
export type Asked =
  | {
      readonly kind: 'command';
      readonly command: Command;
      readonly names: readonly string[];
      readonly values: OptionValues;
    }
  | { readonly kind: 'text'; readonly text: string };

/** What stands for a lone `-` while arguments are parsed; no real argument can hold it. */
const STDIN = '\0';

/** By option and alias, and the words that belong to none. */
interface Parsed {
  readonly _: readonly (string | number)[];
  readonly [option: string]: unknown;
}

const HELP = ['help', 'h', 'version'];

/**
 * Reads a command line by the parser of yargs. yargs itself is loaded to word the help: it takes a tenth of the time in
 * which an article is made.
 *
 * @throws CommandLineError for whatever is wrong with it, naming the nearest right thing.
 */
export async function parseArguments(
  args: readonly string[],
  commands: readonly Command[],
  language: MessageLanguage,
): Promise<Asked> {
  checkFlags(args);
  const parsed = parse(args);
  const words = parsed._.map(String);
  if (parsed.version === true) return { kind: 'text', text: `${packageVersion()}\n` };
  if (parsed.help === true || words[0] === 'help') {
    const { helpText } = await import('./help-text.js');
    const topic = commands.find(({ name }) => words.includes(name));
    return { kind: 'text', text: `${helpText(topic?.name, commands, language)}\n` };
  }
  const command = await commandOf(words[0], commands);
  return {
    kind: 'command',
    command,
    names: namesOf(words.slice(1), command),
    values: await valuesOf(parsed, command),
  };
}

async function commandOf(word: string | undefined, commands: readonly Command[]): Promise<Command> {
  if (word === undefined) throw new CommandLineError('command-missing');
  const command = commands.find(({ name }) => name === word);
  if (command) return command;
  const nearest = await nearestTo(
    word,
    commands.map(({ name }) => name),
  );
  throw new CommandLineError('command-unknown', { command: word, nearest: nearest ?? `export ${word}` });
}

/** A flag takes no value but true and false; yargs would read any other as false. */
function checkFlags(args: readonly string[]): void {
  const end = args.indexOf('--');
  for (const arg of end === -1 ? args : args.slice(0, end)) {
    const [, name, value = ''] = /^--([a-z-]+)=(.*)$/s.exec(arg) ?? [];
    if (name === undefined || !Object.hasOwn(OPTIONS, name)) continue;
    if (optionRow(name as OptionName).kind !== 'flag' || /^(true|false)$/.test(value)) continue;
    throw new CommandLineError('option-invalid', { option: `--${name}`, value, expected: 'true, false' });
  }
}

function parse(args: readonly string[]): Parsed {
  const ofKind = (isFlag: boolean): OptionName[] =>
    OPTION_NAMES.filter((name) => (optionRow(name).kind === 'flag') === isFlag);
  const aliases = OPTION_NAMES.map((name) => [name, optionRow(name).alias ?? []] as const);
  return parser(withoutBareDashes(args), {
    boolean: ['help', 'version', ...ofKind(true)],
    string: ofKind(false),
    alias: { help: 'h', ...Object.fromEntries(aliases) },
    configuration: {
      'camel-case-expansion': false,
      'dot-notation': false,
      'greedy-arrays': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
    },
  });
}

const LONG: Readonly<Record<string, string>> = { '-o': '--out' };

/** Whether `-` behind an option is its value: standard output or input. */
function takesDash(option: string): boolean {
  const name = (LONG[option] ?? option).replace(/^--/, '');
  return Object.hasOwn(OPTIONS, name) && /\|-$/.test(optionRow(name as OptionName).value ?? '');
}

/** `-` made safe for the parser: glued to its option, or masked; what follows `--` reads as a path. */
function withoutBareDashes(args: readonly string[]): string[] {
  const end = args.indexOf('--');
  const paths = end === -1 ? [] : args.slice(end + 1);
  const safe: string[] = [];
  for (const arg of end === -1 ? args : args.slice(0, end)) {
    const before = safe.at(-1);
    if (arg !== '-') safe.push(arg);
    else if (before !== undefined && takesDash(before)) safe.splice(-1, 1, `${LONG[before] ?? before}=-`);
    else safe.push(STDIN);
  }
  return [...safe, ...paths.map((path) => (path.startsWith('-') ? `./${path}` : path))];
}

/** `[name]` need not be given, `<inputs..>` may be several. */
function namesOf(words: readonly string[], command: Command): string[] {
  // What an unset variable of the shell leaves; as a path it would mean the folder one is in.
  if (words.includes('') || (words.length === 0 && command.usage.includes('<')))
    throw missingArgument(command);
  const [, extra] = words;
  if (extra !== undefined && !command.usage.includes('..')) throw unexpected(command, extra);
  return words.map((name) => (name === STDIN ? '-' : name));
}

async function valuesOf(parsed: Parsed, command: Command): Promise<OptionValues> {
  const known = [...command.options, ...COMMON];
  const silent = new Set(['_', ...HELP]);
  const values: Partial<Record<OptionName, unknown>> = {};
  for (const [key, given] of Object.entries(parsed)) {
    if (silent.has(key) || given === undefined || known.some((name) => optionRow(name).alias === key))
      continue;
    const name = known.find((each) => each === key);
    if (name === undefined) throw await unknownOption(key, command, known);
    // Of options with a value, yargs turns `--no-out` into the value false.
    if (given === false && optionRow(name).kind !== 'flag')
      throw await unknownOption(`no-${key}`, command, known);
    values[name] = checkedValue(name, given);
  }
  return values as OptionValues;
}

function checkedValue(name: OptionName, given: unknown): unknown {
  const { kind, choices, value: placeholder = '' } = optionRow(name);
  if (kind === 'flag') return [given].flat().at(-1) === true;
  const texts = (Array.isArray(given) ? given : [given]).map(String);
  const option = `--${name}`;
  for (const text of texts) {
    if (text === '') throw new CommandLineError('option-without-value', { option, value: placeholder });
    if (choices && !choices.includes(text)) {
      throw new CommandLineError('option-invalid', { option, value: text, expected: choices.join(', ') });
    }
  }
  if (texts.length === 0) throw new CommandLineError('option-without-value', { option, value: placeholder });
  return kind === 'texts' ? texts : texts.at(-1);
}

async function unknownOption(
  key: string,
  command: Command,
  known: readonly OptionName[],
): Promise<CommandLineError> {
  const nearest = (await nearestTo(key, known)) ?? 'help';
  return new CommandLineError('option-unknown', {
    option: `${key.length > 1 ? '--' : '-'}${key}`,
    command: command.name,
    nearest: `--${nearest}`,
  });
}

function missingArgument(command: Command): CommandLineError {
  return new CommandLineError('argument-missing', { command: command.name, usage: command.usage });
}

function unexpected({ name, usage }: Command, argument: string): CommandLineError {
  return new CommandLineError('argument-unexpected', { command: name, argument, usage });
}

async function nearestTo(typed: string, known: readonly string[]): Promise<string | undefined> {
  const { nearestName } = await import('../index.js');
  return nearestName(typed, known);
}
