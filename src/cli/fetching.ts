import type { ReadOptions } from '../index.js';
import type { OptionValues } from './options.js';

/** With `--fetch-images` a fetcher for one article, whose pictures are counted together; otherwise nothing. */
export async function fetchingOf(
  values: OptionValues,
  onStep: (step: string) => void,
): Promise<Pick<ReadOptions, 'fetchImage'>> {
  if (!values['fetch-images']) return {};
  const { publicImageFetcher } = await import('../index.js');
  return {
    fetchImage: publicImageFetcher({ onProgress: (done, asked) => onStep(`\u2193 ${done}/${asked}`) }),
  };
}
