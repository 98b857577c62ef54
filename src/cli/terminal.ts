import type { MessageLanguage } from '../diagnostics.js';
import { ConversionError } from '../diagnostics.js';
import { codeOf, reasonOf } from './system-errors.js';

/** How much is said: errors alone, the usual, or reasons and stacks too. */
export type Verbosity = 'quiet' | 'normal' | 'verbose';

/** The world around a command, so that tests can give another. */
export interface Terminal {
  readonly workingFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Columns of standard error when it is a terminal that can show progress; otherwise undefined. */
  readonly progressColumns: number | undefined;
  readStdin(): Promise<Uint8Array>;
  /**
   * Writes to standard output and waits until it is taken.
   *
   * @throws ConversionError `output-unwritable` when nobody takes it.
   */
  writeOut(data: string | Uint8Array): Promise<void>;
  writeError(text: string): void;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  // Without a listener, a reader that goes away (`| head`) would end the process with a stack.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  return {
    workingFolder: process.cwd(),
    environment: process.env,
    progressColumns: process.stderr.isTTY ? process.stderr.columns : undefined,
    readStdin,
    writeOut,
    writeError: (text) => {
      process.stderr.write(text);
    },
  };
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  } catch (cause) {
    throw new ConversionError('file-unreadable', { file: '-', reason: reasonOf(cause) }, { cause });
  }
  return Buffer.concat(chunks);
}

function writeOut(data: string | Uint8Array): Promise<void> {
  return new Promise((done, fail) => {
    process.stdout.write(data, (cause) => {
      if (!cause) done();
      else fail(new ConversionError('output-unwritable', { file: '-', reason: reasonOf(cause) }, { cause }));
    });
  });
}

/** True for the error of {@link Terminal.writeOut} after the reader has gone: nobody is left to be told. */
export function isReaderGone(error: unknown): boolean {
  return error instanceof ConversionError && codeOf(error.cause) === 'EPIPE';
}

/** `zh` when the options or the system's locale ask for Chinese, otherwise `en`. */
export function chooseLanguage(
  args: readonly string[],
  environment: Terminal['environment'],
): MessageLanguage {
  const asked = args
    .map(
      (arg, index) => /^--lang(?:=(.*))?$/.exec(arg)?.[1] ?? (arg === '--lang' ? args[index + 1] : undefined),
    )
    .findLast((value) => value !== undefined);
  const set = ['LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => environment[name]).find(Boolean);
  const locale = asked ?? set ?? Intl.DateTimeFormat().resolvedOptions().locale;
  return /^zh/i.test(locale) ? 'zh' : 'en';
}
