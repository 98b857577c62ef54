import { readFileSync } from 'node:fs';
import yargs, { type Options } from 'yargs';
import type { MessageLanguage } from '../diagnostics.js';
import { packagePath } from '../package-root.js';
import type { Command } from './command.js';
import { CommandLineError } from './command-line-error.js';
import { COMMON, OPTIONS, type OptionName, type OptionValues, optionRow } from './options.js';

/** What a command line asks for: a command, or a text to print (help, version). */
export type Asked =
  | {
      readonly kind: 'command';
      readonly command: Command;
      readonly names: readonly string[];
      readonly values: OptionValues;
    }
  | { readonly kind: 'text'; readonly text: string };

/** What stands for a lone `-` while yargs reads, which drops it; no real argument can hold it. */
const STDIN = '\0';

type Parsed = Readonly<Record<string, unknown>> & { readonly _: readonly (string | number)[] };

const HEADLINE: Readonly<Record<MessageLanguage, string>> = {
  en: 'paiban: typesets Chinese articles into PDF, Word and EPUB',
  zh: 'paiban\u3000排版\uFF1A把中文文章排成 PDF、Word 与 EPUB',
};

/**
 * Reads a command line.
 *
 * @throws CommandLineError for whatever is wrong with it, naming the nearest right thing.
 */
export async function parseArguments(
  args: readonly string[],
  commands: readonly Command[],
  language: MessageLanguage,
): Promise<Asked> {
  checkFlags(args);
  const { parsed, output } = parse(args, commands, language);
  if (output !== '') return { kind: 'text', text: `${output}\n` };
  const [word, ...extra] = parsed._.map(String);
  if (word === undefined) throw new CommandLineError('command-missing');
  const command = commands.find(({ name }) => name === word);
  if (!command) {
    const nearest = await nearestTo(
      word,
      commands.map(({ name }) => name),
    );
    throw new CommandLineError('command-unknown', { command: word, nearest: nearest ?? `export ${word}` });
  }
  if (extra[0] !== undefined) throw unexpected(command, extra[0]);
  return {
    kind: 'command',
    command,
    names: namesOf(parsed, command),
    values: await valuesOf(parsed, command),
  };
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

function parse(
  args: readonly string[],
  commands: readonly Command[],
  language: MessageLanguage,
): { parsed: Parsed; output: string } {
  let result: { parsed: Parsed; output: string } = { parsed: { _: [] }, output: '' };
  const parser = yargs()
    .scriptName('paiban')
    .locale(language === 'zh' ? 'zh_CN' : 'en')
    .usage(HEADLINE[language])
    .parserConfiguration({
      'camel-case-expansion': false,
      'dot-notation': false,
      'greedy-arrays': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
    })
    .wrap(100)
    .help('help')
    .alias('help', 'h')
    .version(packageVersion())
    .exitProcess(false);
  for (const command of commands) {
    parser.command(command.usage, command.summary[language], (inner) => {
      inner.usage(`paiban ${command.usage}\n\n${command.summary[language]}`);
      inner.positional(command.argument.name, {
        type: 'string',
        describe: command.argument.help[language],
      });
      for (const name of [...command.options, ...COMMON]) inner.option(name, yargsOption(name, language));
      for (const [line, says] of command.examples) inner.example(`paiban ${line}`, says[language]);
      return inner;
    });
  }
  for (const { examples } of commands) {
    const [line, says] = examples[0] ?? ['', HEADLINE];
    parser.example(`paiban ${line}`, says[language]);
  }
  parser.parse(withoutBareDashes(args), {}, (error, parsed, output) => {
    // The one thing that yargs itself checks is that a command has its arguments.
    if (error) throw missingArgument(commands.find(({ name }) => args.includes(name)));
    result = { parsed: parsed as unknown as Parsed, output };
  });
  return result;
}

const LONG: Readonly<Record<string, string>> = { '-o': '--out' };

/** Whether `-` behind an option is its value: standard output or input. */
function takesDash(option: string): boolean {
  const name = (LONG[option] ?? option).replace(/^--/, '');
  return Object.hasOwn(OPTIONS, name) && /\|-$/.test(optionRow(name as OptionName).value ?? '');
}

/** `-` made safe for yargs: glued to its option, or masked; what follows `--` reads as a path. */
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

function yargsOption(name: OptionName, language: MessageLanguage): Options {
  const { kind, alias, choices, value, help } = optionRow(name);
  const accepted = choices && !value?.includes('|') ? ` [${choices.join(', ')}]` : '';
  return {
    type: kind === 'flag' ? 'boolean' : 'string',
    ...(alias && { alias }),
    describe: `${value ? `${value}  ` : ''}${help[language]}${accepted}`,
  };
}

function namesOf(parsed: Parsed, command: Command): string[] {
  const given = parsed[command.argument.name];
  const names = (Array.isArray(given) ? given : [given]).filter((name) => name !== undefined).map(String);
  // What an unset variable of the shell leaves; as a path it would mean the folder one is in.
  if (names.includes('')) throw missingArgument(command);
  return names.map((name) => (name === STDIN ? '-' : name));
}

async function valuesOf(parsed: Parsed, command: Command): Promise<OptionValues> {
  const known = [...command.options, ...COMMON];
  const silent = new Set(['_', '$0', 'help', 'h', 'version', command.argument.name]);
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
  if (kind === 'flag') return given === true;
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

function missingArgument(command: Command | undefined): CommandLineError {
  if (!command) return new CommandLineError('command-missing');
  return new CommandLineError('argument-missing', { command: command.name, usage: command.usage });
}

function unexpected({ name, usage }: Command, argument: string): CommandLineError {
  return new CommandLineError('argument-unexpected', { command: name, argument, usage });
}

async function nearestTo(typed: string, known: readonly string[]): Promise<string | undefined> {
  const { nearestName } = await import('../index.js');
  return nearestName(typed, known);
}

function packageVersion(): string {
  const text = readFileSync(packagePath('package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
