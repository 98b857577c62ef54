import { relative, resolve } from 'node:path';
import type { Command, Request } from './command.js';
import { epubOptionsOf } from './epub-options.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { type ExportResult, type ExportRun, exportOne } from './export-one.js';
import { checkCount, planExport } from './export-plan.js';
import { NameRegister } from './file-names.js';
import { withoutFormat } from './format-options.js';
import { findInputs } from './inputs.js';
import { pdfOptionsOf } from './pdf-options.js';
import { Progress } from './progress.js';
import { checkFacts } from './read-options.js';
import { exitCodeOf } from './speaker.js';
import { styleOptionsOf } from './style-options.js';
import { surveyInputs } from './survey-inputs.js';
import { wordOptionsOf } from './word-options.js';

/** `paiban export`: the main job. */
export const exportCommand: Command = {
  name: 'export',
  usage: 'export <inputs..>',
  summary: { en: 'turn articles into PDF, Word and EPUB', zh: '把文章做成 PDF、Word 与 EPUB' },
  argument: {
    name: 'inputs',
    help: {
      en: 'files, folders of texts, web pages, Markdown and Word files, or - for standard input',
      zh: '文件、文件夹\uFF08其中的文本、网页、Markdown 与 Word 文件\uFF09\uFF0C或 - 表示标准输入',
    },
  },
  options: [
    'to',
    'out',
    'template',
    'reference',
    'word-numbers',
    'cover',
    'contents',
    'archive',
    'attach-source',
    'classic-xref',
    'password-file',
    'owner-password-file',
    'allow',
    'font',
    'numbering',
    'convert',
    'from',
    'encoding',
    'rules',
    'keep-all',
    'fetch-images',
    'title',
    'author',
    'published',
    'source-name',
    'source-url',
    'json',
  ],
  examples: [
    ['export article.txt', { en: 'all three formats, beside it', zh: '三种格式\uFF0C与原文同处' }],
    ['export notice.txt -t official -o notice.pdf', { en: 'an official document', zh: '做一份公文' }],
    [
      'export report.md --to docx --reference house.docx',
      { en: 'in your own Word template', zh: '套用自己的 Word 模板' },
    ],
    ['export articles/ --to docx,epub -o finished/', { en: 'a whole folder', zh: '整个文件夹' }],
    ['export - --to pdf -o - < article.txt > article.pdf', { en: 'in a pipe', zh: '用于管道' }],
  ],
  run: exportAll,
};

async function exportAll(request: Request): Promise<ExitCode> {
  const { names, values, asked, speaker, terminal } = request;
  const plan = planExport(values, terminal.workingFolder);
  speaker.warn(withoutFormat(asked, plan), 'paiban');
  checkFacts(values);
  const asFiles = {
    ...(await pdfOptionsOf(values, plan, names, terminal)),
    ...(await wordOptionsOf(values, plan, terminal)),
    ...(await epubOptionsOf(values, plan, terminal)),
  };
  const { inputs, faults } = await findInputs(names, terminal.workingFolder);
  checkCount(plan, values.out ?? '', inputs.length + faults.length);
  const { listFaces, loadSiteRules, makeStyleSheet } = await import('../index.js');
  // A wrong template, font or rules file is said once, not for every input, and before anything is written.
  listFaces(makeStyleSheet(styleOptionsOf(values)));
  if (values.rules !== undefined) loadSiteRules(resolve(terminal.workingFolder, values.rules));
  const register = new NameRegister();
  for (const { path } of inputs) if (path !== undefined) register.reserve(path);
  const progress = new Progress(terminal, speaker.verbosity === 'quiet');

  const results = faults.map(
    ({ name, error }): ExportResult => ({
      input: name,
      title: null,
      files: [],
      diagnostics: [],
      errors: [error],
    }),
  );
  for (const result of results) await tell(result, request);
  const recurring = await surveyInputs(inputs, values, terminal, progress);
  for (const [index, input] of inputs.entries()) {
    const onStep = (step: string): void =>
      progress.show(`[${index + 1}/${inputs.length}] ${input.name}  ${step}`);
    const run: ExportRun = { values, plan, asFiles, recurring, register, terminal, onStep };
    const result = await exportOne(input, run);
    progress.clear();
    await tell(result, request);
    results.push(result);
  }
  if (values.json) await speaker.sayJson(toJson(results, request));
  const codes = results.flatMap(({ errors }) => errors.map(exitCodeOf));
  return codes.includes(EXIT.broken) ? EXIT.broken : codes.length > 0 ? EXIT.failed : EXIT.done;
}

/** Files on standard output, troubles on standard error. */
async function tell(result: ExportResult, { values, speaker, terminal }: Request): Promise<void> {
  for (const error of result.errors) speaker.complain(error, result.input);
  speaker.warn(result.diagnostics, result.input);
  for (const { path, byteLength } of result.files) {
    if (values.json || path === '-') continue;
    await speaker.say(`${shown(path, terminal.workingFolder)}  ${formatSize(byteLength)}`);
  }
}

/** What `export --json` prints. */
function toJson(results: readonly ExportResult[], { speaker }: Request): object {
  return {
    schema: 1,
    results: results.map(({ input, title, files, diagnostics, errors }) => ({
      input,
      title,
      files,
      diagnostics: diagnostics.map((diagnostic) => speaker.wordDiagnostic(diagnostic)),
      errors: errors.map((error) => speaker.word(error)),
    })),
  };
}

/** A path as the user would type it here. */
function shown(path: string, folder: string): string {
  const near = relative(folder, path);
  return near.startsWith('..') ? path : near;
}

function formatSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
