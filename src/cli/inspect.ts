import type { Command } from './command.js';
import { EXIT } from './exit-codes.js';
import { fetchingOf } from './fetching.js';
import { readInput } from './inputs.js';
import { viewInspection } from './inspection-view.js';
import { onlyInput } from './only-input.js';
import { Progress } from './progress.js';
import { readOptionsOf } from './read-options.js';

/** `paiban inspect`: what was understood of one article, and why. */
export const inspectCommand: Command = {
  name: 'inspect',
  usage: 'inspect <input>',
  summary: {
    en: 'show what was understood: title, source, outline, removed lines',
    zh: '查看读懂了什么\uFF1A标题、来源、大纲、删去的行',
  },
  argument: {
    name: 'input',
    help: { en: 'a file, or - for standard input', zh: '文件\uFF0C或 - 表示标准输入' },
  },
  options: ['from', 'encoding', 'rules', 'keep-all', 'fetch-images', 'source-url', 'json'],
  examples: [
    ['inspect article.txt', { en: 'for people', zh: '给人看' }],
    ['inspect article.txt --json', { en: 'for programs', zh: '给程序用' }],
    ['inspect article.txt --verbose', { en: 'with the reason of each decision', zh: '附每项判断的依据' }],
  ],
  run: async ({ names, values, speaker, terminal }) => {
    const input = await onlyInput(names, inspectCommand, terminal);
    const { inspect, readArticle } = await import('../index.js');
    const progress = new Progress(terminal, speaker.verbosity === 'quiet');
    const reading = await readArticle(await readInput(input, terminal), {
      ...(await readOptionsOf(input, values, terminal)),
      ...(await fetchingOf(values, (step) => progress.show(step))),
    });
    progress.clear();
    const inspection = inspect(reading, speaker.language);
    const isVerbose = speaker.verbosity === 'verbose';
    if (values.json) await speaker.sayJson(inspection);
    else await terminal.writeOut(viewInspection(inspection, speaker.language, isVerbose));
    return EXIT.done;
  },
};
