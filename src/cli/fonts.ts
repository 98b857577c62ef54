import type { FaceReport, TextCoverage } from '../index.js';
import type { Command, Request } from './command.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { readInput } from './inputs.js';
import { onlyInput } from './only-input.js';
import { readOptionsOf } from './read-options.js';
import { styleOptionsOf } from './style-options.js';

/** How many lacking characters of a family are shown. */
const SHOWN = 40;

const WORDS = {
  en: { all: 'all {n} characters', some: '{n} of {all} characters; lacks', nowhere: 'In no family:' },
  zh: { all: '全部 {n} 字', some: '{all} 字中的 {n} 字\uFF1B缺', nowhere: '所有字体都没有\uFF1A' },
} as const;

/** `paiban fonts`: the faces at hand, and which characters of an article they draw. */
export const fontsCommand: Command = {
  name: 'fonts',
  usage: 'fonts [input]',
  summary: {
    en: 'list the faces at hand, or show which characters of an article each has',
    zh: '列出可用字体\uFF0C或查看各字体对一篇文章的覆盖',
  },
  argument: { name: 'input', help: { en: 'an article', zh: '一篇文章' } },
  options: ['template', 'font', 'from', 'encoding', 'json'],
  examples: [
    ['fonts', { en: 'what there is', zh: '看有哪些' }],
    ['fonts article.txt --font fonts/', { en: 'with a folder of your own', zh: '连同自己的字体文件夹' }],
  ],
  run: (request) => (request.names.length === 0 ? listFonts(request) : showCoverage(request)),
};

async function listFonts({ values, speaker, terminal }: Request): Promise<ExitCode> {
  const { listFaces, makeStyleSheet } = await import('../index.js');
  const faces = listFaces(makeStyleSheet(styleOptionsOf(values)));
  if (values.json) await speaker.sayJson({ schema: 1, faces });
  else await terminal.writeOut(`${faces.map(faceLine).join('\n')}\n`);
  return EXIT.done;
}

function faceLine({ family, weight, name, version, license, file }: FaceReport): string {
  const described =
    name === null ? file : [name, version?.split(';', 1)[0], license].filter(Boolean).join(', ');
  return `${family.padEnd(8)} ${weight.padEnd(8)} ${described}`;
}

async function showCoverage({ names, values, speaker, terminal }: Request): Promise<ExitCode> {
  const input = await onlyInput(names, fontsCommand, terminal);
  const { coverage, makeStyleSheet, readArticle } = await import('../index.js');
  const sheet = makeStyleSheet(styleOptionsOf(values));
  const { article } = await readArticle(
    await readInput(input, terminal),
    await readOptionsOf(input, values, terminal),
  );
  const found = await coverage(article, sheet);
  if (values.json) await speaker.sayJson({ schema: 1, ...found });
  else await terminal.writeOut(`${coverageLines(found, WORDS[speaker.language]).join('\n')}\n`);
  return EXIT.done;
}

function coverageLines(found: TextCoverage, words: (typeof WORDS)['en' | 'zh']): string[] {
  const fill = (sentence: string, covered: number): string =>
    sentence.replace('{n}', String(covered)).replace('{all}', String(found.characters));
  const lines = found.families.map(({ family, covered, lacking }) => {
    if (lacking.length === 0) return `${family.padEnd(8)} ${fill(words.all, covered)}`;
    return `${family.padEnd(8)} ${fill(words.some, covered)} ${listed(lacking)}`;
  });
  return found.uncovered.length === 0 ? lines : [...lines, `${words.nowhere} ${listed(found.uncovered)}`];
}

/** Characters with their code points, since what no font has cannot be seen. */
function listed(characters: readonly string[]): string {
  const shown = characters.slice(0, SHOWN).map((char) => {
    const hex = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `${char} U+${hex}`;
  });
  return shown.join(' ') + (characters.length > SHOWN ? ` … +${characters.length - SHOWN}` : '');
}
