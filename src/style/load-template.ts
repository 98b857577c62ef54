import { readdirSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { ConversionError } from '../diagnostics.js';
import { packagePath } from '../package-root.js';
import { checkJson, type JsonSchema } from './check-json.js';
import { nearestName } from './nearest-name.js';
import { mergeTemplates, type Template, type TemplateFamily } from './template.js';

const TEMPLATES = packagePath('templates/');
const SCHEMA = packagePath('schemas/template.schema.json');

/** What every template is laid on unless it extends another; the only one that says everything. */
const BASE = 'article';

export interface LoadedTemplate {
  /** File name without its ending. */
  readonly name: string;
  /** Complete: all that it extends is merged in, font paths are absolute. */
  readonly template: Template;
}

/** Names of the templates that ship, sorted. */
export function listTemplates(): string[] {
  return readdirSync(TEMPLATES)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''))
    .sort();
}

/** Absolute path of a template: of one that ships by its name, of a user's by its path. */
export function templatePath(nameOrPath: string, folder: string = process.cwd()): string {
  return isPath(nameOrPath) ? resolve(folder, nameOrPath) : resolve(TEMPLATES, `${nameOrPath}.json`);
}

/**
 * Reads a template and all that it extends.
 *
 * @param nameOrPath `article`, or a path: it ends in `.json` or holds a slash.
 * @throws ConversionError `template-unknown`, `template-unreadable`, `template-not-json`, `template-invalid` or
 *   `template-circle`, each naming file, place and remedy.
 */
export function loadTemplate(nameOrPath: string): LoadedTemplate {
  const path = templatePath(nameOrPath);
  return { name: path.replace(/^.*[\\/]|\.json$/g, ''), template: loadChain(nameOrPath, path, []) };
}

function loadChain(nameOrPath: string, path: string, above: readonly string[]): Template {
  if (above.includes(path)) {
    throw new ConversionError('template-circle', { files: [...above, path].join(' → ') });
  }
  const template = absoluteFonts(readTemplate(nameOrPath, path), dirname(path));
  if (path === templatePath(BASE)) return template;
  const parent = template.extends ?? BASE;
  const base = loadChain(parent, templatePath(parent, dirname(path)), [...above, path]);
  return mergeTemplates(base, template);
}

/** Templates that were found right, by path, with the text that they had: a batch has one for all of its articles. */
const checked = new Map<string, { readonly text: string; readonly template: Template }>();
const MOST_CHECKED = 32;

function readTemplate(nameOrPath: string, path: string): Template {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    if (isPath(nameOrPath)) throw new ConversionError('template-unreadable', { file: path }, { cause });
    const known = listTemplates();
    throw new ConversionError('template-unknown', {
      name: nameOrPath,
      known: known.join(', '),
      nearest: nearestName(nameOrPath, known) ?? BASE,
    });
  }
  const known = checked.get(path);
  if (known?.text === text) return known.template;
  const template = checkTemplate(parse(text, path), path);
  if (checked.size >= MOST_CHECKED) checked.clear();
  checked.set(path, { text, template });
  return template;
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ConversionError(
      'template-not-json',
      { file: path, reason: (cause as Error).message },
      { cause },
    );
  }
}

/**
 * A value as a template.
 *
 * @param file What messages call it.
 * @throws ConversionError `template-invalid`, `template-unknown-key` or `template-strange-key`.
 */
export function checkTemplate(value: unknown, file: string): Template {
  const fault = checkJson(value, templateSchema());
  if (!fault) return value as Template;
  const { nearest, expected, found, isUnknownKey } = fault;
  const where = { file, path: fault.path || '$', expected, found };
  if (nearest !== undefined) throw new ConversionError('template-unknown-key', { ...where, nearest });
  throw new ConversionError(isUnknownKey ? 'template-strange-key' : 'template-invalid', where);
}

let schema: JsonSchema | undefined;

function templateSchema(): JsonSchema {
  schema ??= JSON.parse(readFileSync(SCHEMA, 'utf8')) as JsonSchema;
  return schema;
}

/** Font files are named relative to the template that names them, so they are resolved before merging. */
function absoluteFonts(template: Template, folder: string): Template {
  if (!template.fonts) return template;
  const absolute = (file: string): string => (isAbsolute(file) ? file : resolve(folder, file));
  const fonts = Object.entries(template.fonts).map(([name, family]): [string, TemplateFamily] => [
    name,
    {
      ...family,
      ...(family.regular !== undefined && { regular: absolute(family.regular) }),
      ...(family.bold !== undefined && { bold: absolute(family.bold) }),
    },
  ]);
  return { ...template, fonts: Object.fromEntries(fonts) };
}

function isPath(nameOrPath: string): boolean {
  return nameOrPath.endsWith('.json') || /[\\/]/.test(nameOrPath);
}
