import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ConversionError } from '../diagnostics.js';
import type { PdfEncryption, PdfPermission, RenderOptions } from '../index.js';
import { CommandLineError } from './command-line-error.js';
import type { ExportPlan } from './export-plan.js';
import type { OptionName, OptionValues } from './options.js';
import { codeOf, reasonOf } from './system-errors.js';
import type { Terminal } from './terminal.js';

const PERMISSIONS: readonly PdfPermission[] = ['print', 'copy', 'edit', 'annotate'];

const STDIN = '-';

/**
 * What the options say about the PDF as a file. Passwords are read here, once, and shown nowhere.
 *
 * @throws CommandLineError for what does not go together; ConversionError for a password file that cannot be used.
 */
export async function pdfOptionsOf(
  values: OptionValues,
  { formats }: ExportPlan,
  names: readonly string[],
  terminal: Terminal,
): Promise<RenderOptions> {
  const encryption = await encryptionOf(values, names, terminal);
  if (encryption) {
    if (values.archive) throw new CommandLineError('archive-encrypted');
    const others = formats.filter((format) => format !== 'pdf');
    if (others.length > 0) throw new CommandLineError('password-pdf-only', { formats: others.join(', ') });
  }
  return {
    ...(values.archive && { archive: true }),
    ...(values['classic-xref'] && { classicXref: true }),
    ...(encryption && { encryption }),
  };
}

async function encryptionOf(
  values: OptionValues,
  names: readonly string[],
  terminal: Terminal,
): Promise<PdfEncryption | undefined> {
  const [file, ownerFile] = [values['password-file'], values['owner-password-file']];
  if (values.allow && ownerFile === undefined) throw new CommandLineError('allow-without-owner');
  const readers = [...names, file, ownerFile].filter((name) => name === STDIN);
  if (readers.length > 1) throw new CommandLineError('stdin-twice');
  const allow = values.allow && permissionsOf(values.allow);
  const password = await passwordIn('password-file', file, terminal);
  const ownerPassword = await passwordIn('owner-password-file', ownerFile, terminal);
  if (password === undefined && ownerPassword === undefined) return undefined;
  return {
    ...(password !== undefined && { password }),
    ...(ownerPassword !== undefined && { ownerPassword }),
    ...(allow && { allow }),
  };
}

function permissionsOf(texts: readonly string[]): PdfPermission[] {
  const names = texts.flatMap((text) => text.split(/[,\uFF0C\s]+/)).filter((name) => name !== '');
  if (names.length === 1 && names[0] === 'none') return [];
  return names.map((name) => {
    const permission = PERMISSIONS.find((each) => each === name);
    if (permission) return permission;
    const expected = `${PERMISSIONS.join(', ')}, none`;
    throw new CommandLineError('option-invalid', { option: '--allow', value: name, expected });
  });
}

/** The first line of a password file; undefined when none was named. */
async function passwordIn(
  option: OptionName,
  file: string | undefined,
  terminal: Terminal,
): Promise<string | undefined> {
  if (file === undefined) return undefined;
  const path = resolve(terminal.workingFolder, file);
  const bytes =
    file === STDIN ? await terminal.readStdin() : await readFile(path).catch((cause) => refuse(file, cause));
  const [line = ''] = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  if (line === '')
    throw new ConversionError('password-file-empty', { file: file === STDIN ? `--${option} -` : file });
  return line;
}

function refuse(file: string, cause: unknown): never {
  if (codeOf(cause) === 'ENOENT') throw new ConversionError('file-missing', { file }, { cause });
  throw new ConversionError('file-unreadable', { file, reason: reasonOf(cause) }, { cause });
}
