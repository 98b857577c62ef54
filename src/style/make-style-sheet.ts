import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConversionError } from '../diagnostics.js';
import { fitRunning } from './fit-running.js';
import { checkTemplate, type LoadedTemplate, loadTemplate } from './load-template.js';
import { resolveTemplate } from './resolve-template.js';
import type { StyleSheet } from './style-sheet.js';
import { mergeTemplates, type Template } from './template.js';

export interface StyleOptions {
  /** Name of a template that ships or path of a template file; `article` when absent. */
  readonly template?: string;
  /** Laid over the template last: what a caller wants otherwise this time. */
  readonly changes?: Template;
  /** Font files, or folders of them, asked for characters that the template's families lack. */
  readonly fonts?: readonly string[];
  /** Font files that replace the regular face of a family: `{ song: '/fonts/my-song.ttf' }`. */
  readonly families?: Readonly<Record<string, string>>;
}

const FONT_FILE = /\.(ttf|otf|ttc|otc)$/i;

/**
 * The style sheet for one piece of work.
 *
 * @param language BCP 47 tag of the article: gives the region of a template that leaves it open.
 * @throws ConversionError when a template or font is missing or wrong; see {@link loadTemplate},
 *   {@link resolveTemplate} and `fitRunning`.
 */
export function makeStyleSheet(options: StyleOptions = {}, language?: string): StyleSheet {
  const loaded = loadTemplate(options.template ?? 'article');
  const families = Object.entries(options.families ?? {}).map(
    ([name, file]): [string, { regular: string }] => [name, { regular: existingFile(file) }],
  );
  const changed: LoadedTemplate = {
    name: loaded.name,
    template: mergeTemplates(mergeTemplates(loaded.template, changesOf(options)), {
      fonts: Object.fromEntries(families),
    }),
  };
  return fitRunning(resolveTemplate(changed, (options.fonts ?? []).flatMap(fontFiles), language));
}

/** The changes as JSON would hold them, where a key of no value is no key. */
function changesOf({ changes = {} }: StyleOptions): Template {
  return checkTemplate(JSON.parse(JSON.stringify(changes)), 'changes');
}

/** A font file itself, or the font files of a folder in order of their names. */
function fontFiles(path: string): string[] {
  const folder = existingFile(path);
  if (!statSync(folder).isDirectory()) return [folder];
  const files = namesIn(folder).filter((name) => FONT_FILE.test(name));
  if (files.length === 0) throw new ConversionError('font-folder-empty', { folder });
  return files.sort().map((name) => join(folder, name));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    throw new ConversionError('font-file-unreadable', { file: folder }, { cause });
  }
}

function existingFile(path: string): string {
  const file = resolve(path);
  try {
    const found = statSync(file);
    // Opening a pipe would wait for ever.
    if (found.isFile() || found.isDirectory()) return file;
  } catch (cause) {
    throw new ConversionError('font-file-unreadable', { file }, { cause });
  }
  throw new ConversionError('font-file-unreadable', { file });
}
