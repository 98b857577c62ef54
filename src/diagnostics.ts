import { type MessageCode, messages } from './messages.js';

/** Languages in which paiban speaks to its user. */
export type MessageLanguage = 'en' | 'zh';

/** What a message's `{braces}` are filled with. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** Something odd that did not stop the work. */
export interface Diagnostic {
  readonly code: MessageCode;
  readonly values?: MessageValues;
  /** One-based line of the source. */
  readonly line?: number;
}

/**
 * Something that the user can mend: unreadable bytes, a wrong template, a missing file. The command line shows
 * it without a stack and exits with 1.
 */
export class ConversionError extends Error {
  readonly code: MessageCode;
  readonly values: MessageValues;

  constructor(code: MessageCode, values: MessageValues = {}, options: { cause?: unknown } = {}) {
    super(formatMessage(code, values, 'en'), options);
    this.name = 'ConversionError';
    this.code = code;
    this.values = values;
  }

  /** What to do next, in English; empty when the message says it all. */
  get hint(): string {
    return formatHint(this.code, this.values, 'en');
  }
}

/** What happened, as a sentence. Unknown `{names}` stay as they are. */
export function formatMessage(code: MessageCode, values: MessageValues, language: MessageLanguage): string {
  return fill(messages[code][language], values);
}

/** What to do next, as a sentence, or an empty string. */
export function formatHint(code: MessageCode, values: MessageValues, language: MessageLanguage): string {
  const row = messages[code];
  return 'hint' in row ? fill(row.hint[language], values) : '';
}

function fill(sentence: string, values: MessageValues): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
