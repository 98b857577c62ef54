import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ConversionError, type Diagnostic } from '../diagnostics.js';
import type { Article, OutputFormat, Reading, RecurringLines, RenderOptions, Script } from '../index.js';
import type { ExportPlan } from './export-plan.js';
import { fetchingOf } from './fetching.js';
import { type NameRegister, safeFileName } from './file-names.js';
import { type Input, readInput, stemOf } from './inputs.js';
import type { OptionValues } from './options.js';
import { makeFolder, writeWhole } from './output.js';
import { readOptionsOf } from './read-options.js';
import { styleOptionsOf } from './style-options.js';
import type { Terminal } from './terminal.js';

/** What is the same for all inputs of a run, and who hears of each step. */
export interface ExportRun {
  readonly values: OptionValues;
  readonly plan: ExportPlan;
  /** What was asked of the PDF and the Word file as files: passwords, a template of Word. */
  readonly asFiles: RenderOptions;
  /** What the pages of the run have in common. */
  readonly recurring: RecurringLines;
  readonly register: NameRegister;
  readonly terminal: Terminal;
  readonly onStep: (step: string) => void;
}

/** What became of one input. */
export interface ExportResult {
  readonly input: string;
  readonly title: string | null;
  /** Written files; the path is absolute, or `-` for standard output. */
  readonly files: readonly {
    readonly format: OutputFormat;
    readonly path: string;
    readonly byteLength: number;
  }[];
  readonly diagnostics: readonly Diagnostic[];
  /** What went wrong: one for the input, or one for each format. Empty when all is well. */
  readonly errors: readonly unknown[];
}

/** Converts one input into all formats asked for. One that fails does not stop the others; never throws. */
export async function exportOne(input: Input, run: ExportRun): Promise<ExportResult> {
  const failed = { input: input.name, title: null, files: [], diagnostics: [] };
  let bytes: Uint8Array;
  let reading: Reading;
  let paths: ReadonlyMap<OutputFormat, string>;
  const diagnostics: Diagnostic[] = [];
  try {
    run.onStep('…');
    const { readArticle } = await import('../index.js');
    bytes = await readInput(input, run.terminal);
    reading = await readArticle(bytes, {
      ...(await readOptionsOf(input, run.values, run.terminal)),
      ...(await fetchingOf(run.values, run.onStep)),
      recurring: run.recurring,
    });
    for (const diagnostic of reading.diagnostics) diagnostics.push(diagnostic);
    paths = await choosePaths(input, reading.article, run, diagnostics);
  } catch (error) {
    return { ...failed, errors: [error] };
  }
  const files: ExportResult['files'][number][] = [];
  const errors: unknown[] = [];
  for (const [format, path] of paths) {
    try {
      const rendering = await renderOne({ input, bytes, reading }, format, run);
      await (path === '-' ? run.terminal.writeOut(rendering.bytes) : writeWhole(path, rendering.bytes));
      files.push({ format, path, byteLength: rendering.bytes.length });
      for (const diagnostic of rendering.diagnostics) diagnostics.push(diagnostic);
    } catch (error) {
      errors.push(error);
    }
  }
  const title = reading.article.title ?? null;
  return { input: input.name, title, files, diagnostics: withoutRepeats(diagnostics), errors };
}

interface ReadInput {
  readonly input: Input;
  readonly bytes: Uint8Array;
  readonly reading: Reading;
}

async function renderOne(
  { input, bytes, reading }: ReadInput,
  format: OutputFormat,
  { values, asFiles, onStep }: ExportRun,
): Promise<{ bytes: Uint8Array; diagnostics: readonly Diagnostic[] }> {
  const { listTemplates, render, sourceAttachment } = await import('../index.js');
  const style = styleOptionsOf(values);
  // A source may ask for a template by name, never for a file of this machine.
  const wished = reading.template !== undefined && listTemplates().includes(reading.template);
  const fileName = input.path === undefined ? undefined : basename(input.path);
  return render(reading.article, format, {
    ...(wished && { template: reading.template }),
    ...style,
    ...asFiles,
    ...(values.convert !== undefined && { script: values.convert as Script }),
    ...(values['attach-source'] && { attachments: [sourceAttachment(reading, bytes, fileName)] }),
    onProgress: (share) => onStep(`${format} ${Math.round(share * 100)}%`),
  });
}

/** Where each format goes; a name from the title, that no other output of the run and no input bears. */
async function choosePaths(
  input: Input,
  article: Article,
  { plan, register, terminal }: ExportRun,
  diagnostics: Diagnostic[],
): Promise<Map<OutputFormat, string>> {
  const { formats, place } = plan;
  if (place.kind === 'stdout') return new Map(formats.map((format) => [format, '-']));
  if (place.kind === 'file') {
    if (await isSameFile(place.path, input.path))
      throw new ConversionError('output-unwritable', { file: place.path, reason: 'EEXIST' });
    await makeFolder(dirname(place.path));
    return new Map(formats.map((format) => [format, place.path]));
  }
  const besideInput = input.path === undefined ? terminal.workingFolder : dirname(input.path);
  const folder = place.kind === 'folder' ? place.path : besideInput;
  await makeFolder(folder);
  const name = await nameFor(input, article);
  const given = register.claim(name, (each) => formats.map((format) => join(folder, `${each}.${format}`)));
  if (given !== name) diagnostics.push({ code: 'output-renamed', values: { name, given } });
  return new Map(formats.map((format) => [format, join(folder, `${given}.${format}`)]));
}

/** Whether an output would replace its own input. */
async function isSameFile(output: string, input: string | undefined): Promise<boolean> {
  if (input === undefined) return false;
  return (await realpath(output).catch(() => output)) === (await realpath(input));
}

async function nameFor(input: Input, article: Article): Promise<string> {
  const { displayTitle } = await import('../index.js');
  return (
    safeFileName(article.title ?? '') ||
    safeFileName(stemOf(input)) ||
    safeFileName(displayTitle(article)) ||
    'paiban'
  );
}

/** All formats tell of the same missing glyph or picture, and reading has told why a picture is missing. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const explained = new Set(
    diagnostics.filter(({ code, line }) => code.startsWith('image-') && line !== undefined).map(sourceOf),
  );
  const telling = diagnostics.filter(
    (diagnostic) =>
      diagnostic.code !== 'image-missing' ||
      diagnostic.line !== undefined ||
      !explained.has(sourceOf(diagnostic)),
  );
  return [...new Map(telling.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
}

function sourceOf({ values }: Diagnostic): string | number | undefined {
  return values?.source;
}
