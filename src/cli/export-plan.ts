import { type Stats, statSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { CommandLineError } from './command-line-error.js';
import type { OptionValues } from './options.js';

export type OutputFormat = 'pdf' | 'docx' | 'epub';

const FORMATS: readonly OutputFormat[] = ['pdf', 'docx', 'epub'];

/** What to make and where to put it. */
export interface ExportPlan {
  readonly formats: readonly OutputFormat[];
  readonly place:
    | { readonly kind: 'beside' }
    | { readonly kind: 'folder'; readonly path: string }
    | { readonly kind: 'file'; readonly path: string }
    | { readonly kind: 'stdout' };
}

/**
 * Reads `--to` and `--out` together.
 *
 * @param folder What a relative `--out` counts from.
 * @throws CommandLineError when they do not agree or cannot be.
 */
export function planExport(values: OptionValues, folder: string): ExportPlan {
  const asked = values.to && formatsOf(values.to);
  const { out } = values;
  if (out === undefined) return { formats: asked ?? FORMATS, place: { kind: 'beside' } };
  if (out === '-') {
    const formats = asked ?? FORMATS;
    if (values.json) throw new CommandLineError('out-and-json');
    if (formats.length > 1) throw new CommandLineError('out-takes-one', { out, count: formats.length });
    return { formats, place: { kind: 'stdout' } };
  }
  const path = resolve(folder, out);
  if (isFolder(out, path)) return { formats: asked ?? FORMATS, place: { kind: 'folder', path } };
  const format = formatOfEnding(out);
  if (asked?.some((each) => each !== format)) {
    throw new CommandLineError('out-disagrees', { out, to: asked.join(',') });
  }
  return { formats: [format], place: { kind: 'file', path } };
}

/**
 * Checks that a place for one document is not asked to take several.
 *
 * @throws CommandLineError `out-takes-one`.
 */
export function checkCount({ place }: ExportPlan, out: string, inputs: number): void {
  if ((place.kind === 'file' || place.kind === 'stdout') && inputs > 1) {
    throw new CommandLineError('out-takes-one', { out, count: inputs });
  }
}

function formatsOf(texts: readonly string[]): OutputFormat[] {
  const names = texts.flatMap((text) => text.split(/[,\uFF0C\s]+/)).filter((name) => name !== '');
  const formats = names.map((name) => {
    const format = FORMATS.find((each) => each === name.toLowerCase());
    if (!format) {
      throw new CommandLineError('option-invalid', {
        option: '--to',
        value: name,
        expected: FORMATS.join(', '),
      });
    }
    return format;
  });
  if (formats.length === 0) {
    throw new CommandLineError('option-without-value', { option: '--to', value: FORMATS.join(',') });
  }
  return [...new Set(formats)];
}

/** Whether `--out` names a folder: one that exists, or a name that has no ending. */
function isFolder(out: string, path: string): boolean {
  if (/[\\/]$/.test(out)) return true;
  const found = existing(path);
  if (found) return found.isDirectory();
  return !/^\.[a-z][a-z0-9]{1,4}$/i.test(extname(basename(path)));
}

/** What stands at a path; nothing when the way there is blocked, which writing will then tell. */
function existing(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function formatOfEnding(out: string): OutputFormat {
  const ending = extname(out).slice(1).toLowerCase();
  const format = FORMATS.find((each) => each === ending);
  if (format) return format;
  const expected = `${FORMATS.map((each) => `*.${each}`).join(', ')}, DIR/, -`;
  throw new CommandLineError('option-invalid', { option: '--out', value: out, expected });
}
