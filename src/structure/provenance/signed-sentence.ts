import { looksLikeSite } from '../furniture/furniture.js';
import type { FactReason } from '../report.js';
import type { TextRow } from '../row.js';
import { isPersonName } from './names.js';
import { mayName } from './no-names.js';

/** Lines that name who wrote and go on to say something of it, so that no label and value are left alone. */

/** 作者：壹叔，作者授权早读课转载。 */
const LABELLED =
  /^(?:本文)?(?:原?作者|撰文|执笔)\s?[:\uFF1A]\s?([\p{L}·]{2,8})[\uFF0C,]\s?([^\uFF1A:]{2,100})$/u;
const BEGINS_LABELLED: ReadonlySet<string> = new Set('本原作撰执');
/** What is said of a text, not of its writer. */
const OF_TEXT = /授权|转载|轉載|来源|來源|版权|公众号|首发|投稿|侵删|联系/u;
/** 本文采编自…，作者为ZHXGXN，版权归作者所有！ */
const IN_PASSING =
  /(?:作者|原作者)(?:为|系|是|[:\uFF1A])\s?([\p{L}\p{N}_·-]{2,14})(?=[\uFF0C,。\uFF1B;\uFF01!]|$)/u;
const LONGEST = 120;
const LONGEST_NAME = 4;

function labelled(text: string): RegExpExecArray | null {
  return BEGINS_LABELLED.has(text.charAt(0)) ? LABELLED.exec(text) : null;
}

/** The name of a line that speaks of the text alone, which goes. */
export function signedSentence(row: TextRow): FactReason[] | undefined {
  const [, name = '', rest = ''] = labelled(row.text) ?? [];
  return isNamed(name) && OF_TEXT.test(rest) ? [author(name, row)] : undefined;
}

/** The name in a line that stays for its text, or goes for what else it says. */
export function toldInPassing(row: TextRow, place: 'head' | 'tail'): FactReason[] {
  if (row.text.length > LONGEST) return [];
  const [, name = ''] = (place === 'head' && labelled(row.text)) || [];
  if (isNamed(name)) return [author(name, row)];
  const passing = OF_TEXT.test(row.text) && looksLikeSite(row) ? IN_PASSING.exec(row.text)?.[1] : undefined;
  return passing !== undefined && mayName(passing) ? [author(passing, row)] : [];
}

function isNamed(name: string): boolean {
  return name !== '' && mayName(name) && (isPersonName(name) || name.length <= LONGEST_NAME);
}

function author(value: string, { line }: TextRow): FactReason {
  return { fact: 'authors', value, line, rule: 'byline' };
}
