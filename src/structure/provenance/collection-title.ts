import { parseHan } from '../../numbering/index.js';

/** What a title says about the pieces under it. */
export interface CollectionTitle {
  /** The title without its count. */
  readonly base: string;
  /** How many pieces it promises. */
  readonly count?: number;
}

const NUMERALS = '一二三四五六七八九十两兩';
const COUNT = new RegExp(
  `[\\s(\uFF08【\\[]*(?:精选|优秀|最新|通用|热门|精選|范文|共)?\\s*([0-9]{1,3}|[${NUMERALS}]{1,3})\\s*[篇则則首封份](?:范文|精选|大全|合集|汇总)?[)\uFF09】\\]\\s]*$`,
  'u',
);

/** Reads the count at the end of a title: 「…心得体会3篇」, 「…【精选三篇】」. */
export function collectionOf(title: string): CollectionTitle {
  const match = COUNT.exec(title);
  if (!match?.[1] || match.index === 0) return { base: title };
  const count = parseHan(match[1]);
  return count === undefined || count < 2 ? { base: title } : { base: title.slice(0, match.index), count };
}
