import {
  ConversionError,
  type Diagnostic,
  formatHint,
  formatMessage,
  type MessageLanguage,
  type MessageValues,
} from '../diagnostics.js';
import { CommandLineError } from './command-line-error.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { wordReason } from './system-errors.js';
import type { Terminal, Verbosity } from './terminal.js';

/** How many diagnostics of one kind are shown unless more is asked for. */
const SHOWN_OF_A_KIND = 3;

/** An error in words, for people and for `--json`. */
export interface WordedError {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
}

/** Says things to the user: results on standard output, troubles on standard error. */
export class Speaker {
  readonly language: MessageLanguage;
  readonly verbosity: Verbosity;
  readonly #terminal: Terminal;

  constructor(terminal: Terminal, language: MessageLanguage, verbosity: Verbosity) {
    this.#terminal = terminal;
    this.language = language;
    this.verbosity = verbosity;
  }

  /** A line of results; nothing when quiet. */
  async say(line: string): Promise<void> {
    if (this.verbosity !== 'quiet') await this.#terminal.writeOut(`${line}\n`);
  }

  /** One JSON value, indented. */
  async sayJson(value: unknown): Promise<void> {
    await this.#terminal.writeOut(`${JSON.stringify(value, null, 2)}\n`);
  }

  /** An error with its remedy, on standard error; the stack of a mistake of ours when verbose. */
  complain(error: unknown, about?: string): void {
    const { message, hint } = this.word(error);
    const place = about === undefined || message.includes(about) ? '' : `${about}: `;
    this.#terminal.writeError(`paiban: ${place}${message}\n${hint ? `  ${hint}\n` : ''}`);
    const stack = error instanceof ConversionError ? undefined : (error as Error | undefined)?.stack;
    if (stack && this.verbosity === 'verbose') this.#terminal.writeError(`${stack}\n`);
  }

  /** Diagnostics on standard error, alike ones together; nothing when quiet. */
  warn(diagnostics: readonly Diagnostic[], about: string): void {
    if (this.verbosity === 'quiet') return;
    const shown = this.verbosity === 'verbose' ? Number.POSITIVE_INFINITY : SHOWN_OF_A_KIND;
    for (const [code, alike] of byCode(diagnostics)) {
      for (const { values = {}, line } of alike.slice(0, shown)) {
        const place = line === undefined ? about : `${about}:${line}`;
        this.#terminal.writeError(`${place}: ${formatMessage(code, values, this.language)}\n`);
      }
      if (alike.length > shown) this.#terminal.writeError(`${about}: … +${alike.length - shown} (${code})\n`);
      const hint = formatHint(code, alike[0].values ?? {}, this.language);
      if (hint) this.#terminal.writeError(`  ${hint}\n`);
    }
  }

  /** An error in words of the user's language. */
  word(error: unknown): WordedError {
    const known =
      error instanceof ConversionError
        ? error
        : new ConversionError('broken', { reason: error instanceof Error ? error.message : String(error) });
    const values = this.#worded(known.values);
    return {
      code: known.code,
      message: formatMessage(known.code, values, this.language),
      hint: formatHint(known.code, values, this.language) || null,
    };
  }

  /** A diagnostic in words of the user's language. */
  wordDiagnostic({ code, values = {}, line }: Diagnostic): WordedError & { readonly line?: number } {
    return {
      code,
      message: formatMessage(code, values, this.language),
      hint: formatHint(code, values, this.language) || null,
      ...(line !== undefined && { line }),
    };
  }

  #worded(values: MessageValues): MessageValues {
    const { reason } = values;
    return typeof reason === 'string' ? { ...values, reason: wordReason(reason, this.language) } : values;
  }
}

function byCode(diagnostics: readonly Diagnostic[]): Map<Diagnostic['code'], [Diagnostic, ...Diagnostic[]]> {
  const groups = new Map<Diagnostic['code'], [Diagnostic, ...Diagnostic[]]>();
  for (const diagnostic of diagnostics) {
    const group = groups.get(diagnostic.code);
    if (group) group.push(diagnostic);
    else groups.set(diagnostic.code, [diagnostic]);
  }
  return groups;
}

/** What the shell is told of an error. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof CommandLineError) return EXIT.misused;
  return error instanceof ConversionError ? EXIT.failed : EXIT.broken;
}
