import yargs, { type Options } from 'yargs';
import type { MessageLanguage } from '../diagnostics.js';
import type { Command } from './command.js';
import { COMMON, type OptionName, optionRow } from './options.js';
import { packageVersion } from './package-version.js';

const HEADLINE: Readonly<Record<MessageLanguage, string>> = {
  en: 'paiban: typesets Chinese articles into PDF, Word and EPUB',
  zh: 'paiban\u3000排版\uFF1A把中文文章排成 PDF、Word 与 EPUB',
};

/** The help of paiban, or that of one command. */
export function helpText(
  word: string | undefined,
  commands: readonly Command[],
  language: MessageLanguage,
): string {
  const parser = yargs()
    .scriptName('paiban')
    .locale(language === 'zh' ? 'zh_CN' : 'en')
    .usage(HEADLINE[language])
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
  let text = '';
  parser.parse([...(word === undefined ? [] : [word]), '--help'], {}, (_error, _parsed, output) => {
    text = output;
  });
  return text;
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
