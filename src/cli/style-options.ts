import type { StyleOptions } from '../index.js';
import type { OptionValues } from './options.js';

/** What the options say about the look. */
export function styleOptionsOf(values: OptionValues): StyleOptions {
  const { template, font, contents } = values;
  return {
    ...(template !== undefined && { template }),
    ...(font !== undefined && { fonts: font }),
    ...(contents !== undefined && { changes: { contents: { show: contents } } }),
  };
}
