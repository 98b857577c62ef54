import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConversionError } from './diagnostics.js';
import { packagePath } from './package-root.js';
import type { SiteRules } from './structure/index.js';
import { checkJson, type JsonSchema } from './style/index.js';

const SCHEMA = packagePath('schemas/site-rules.schema.json');

/** The name that {@link findSiteRules} looks for. */
export const SITE_RULES_FILE = 'paiban.rules.json';

/**
 * Reads a rules file.
 *
 * @throws ConversionError `rules-unreadable`, `rules-not-json` or `rules-invalid`, each naming file and place.
 */
export function loadSiteRules(file: string): SiteRules {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    throw new ConversionError('rules-unreadable', { file, reason: reasonOf(cause) }, { cause });
  }
  try {
    return checkSiteRules(JSON.parse(text), file);
  } catch (cause) {
    if (cause instanceof ConversionError) throw cause;
    throw new ConversionError('rules-not-json', { file, reason: reasonOf(cause) }, { cause });
  }
}

/**
 * A value as rules.
 *
 * @param file What messages call it.
 * @throws ConversionError `rules-invalid`; an unknown key names the nearest known one.
 */
export function checkSiteRules(value: unknown, file: string): SiteRules {
  const fault = checkJson(value, siteRulesSchema());
  if (!fault) return value as SiteRules;
  const { path, found, expected, nearest } = fault;
  throw new ConversionError('rules-invalid', {
    file,
    path: path || '$',
    found,
    expected: nearest ?? expected,
  });
}

/** The nearest `paiban.rules.json` in a folder or above it. */
export function findSiteRules(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, SITE_RULES_FILE);
    if (existsSync(file)) return file;
    if (at === dirname(at)) return undefined;
  }
}

let schema: JsonSchema | undefined;

function siteRulesSchema(): JsonSchema {
  schema ??= JSON.parse(readFileSync(SCHEMA, 'utf8')) as JsonSchema;
  return schema;
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
