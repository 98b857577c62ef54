import { ConversionError } from '../diagnostics.js';
import type { InputFormat } from '../model/index.js';
import type { Reader } from './reader.js';

/**
 * Stands where the reader of a format will stand. A format that is recognised and not read ends in a clear error,
 * which is better than its tags or zipped bytes in print.
 */
export function notYetRead(format: InputFormat, name: string): Reader {
  return {
    format,
    async read() {
      throw new ConversionError('format-not-yet-read', { format: name });
    },
  };
}
