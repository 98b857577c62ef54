import { parseLabel } from '../../numbering/index.js';
import { isBody, type Row } from '../row.js';
import type { BodyWords } from './body-words.js';
import { closeNames, isPersonName, withoutMarks } from './names.js';

/**
 * Names and nothing else on a line: 付晓雯，谭力 above where they work, 李开升 above an abstract, 临高中学钟燕霞. No word
 * says that they wrote the text; their place does, and that the text never speaks of them.
 */

/** 同志们：, 尊敬的各位代表：, 各位乡亲！ */
const ADDRESSES_ALL =
  /^(?:[^\uFF0C。\uFF1A:]{0,20}[们們家]|(?:尊敬的|敬爱的|敬愛的)?各位[^。\uFF1A:]{1,40})[:\uFF1A!\uFF01]$/u;
const MOST_NAMES = 6;
/** An office with the name right behind it. */
const AT_OFFICE =
  /^\p{Script=Han}{2,14}(?:小学|中学|学校|大学|学院|幼儿园|中心校|小學|中學|學校|大學|[局院社])(?<name>\p{Script=Han}{2,3})$/u;
const OFFICE = /[学校园院學局社]/;
/** （西北工业大学 人文学院，陕西 西安 710129）. */
const AFFILIATION =
  /^[(\uFF08](?:1[.\uFF0E]?\s?)?[^()\uFF08\uFF09]{0,40}(?:大学|学院|学校|研究|医院|公司|中学|党校|大學|學院|[局部院会館馆])[^()\uFF08\uFF09]{0,80}[)\uFF09]?$/u;
/** 【摘　要】, 内容提要：, Abstract. */
const ABSTRACT = /^[[【\uFF3B〔]?\s?(?:摘\s*要|内容提要|内容摘要|提\s*要|Abstract)/iu;

/** The names of a line of names. */
export function bareNames(text: string): readonly string[] | undefined {
  if (text.length > 40) return undefined;
  const atOffice = OFFICE.test(text) ? AT_OFFICE.exec(text)?.groups?.name : undefined;
  if (atOffice !== undefined && isPersonName(atOffice)) return [atOffice];
  const names = closeNames(withoutMarks(text))
    .split(/[\s,\uFF0C、;\uFF1B]+/u)
    .filter((name) => name !== '');
  const areNames = names.length > 0 && names.length <= MOST_NAMES && names.every(isPersonName);
  return areNames ? names : undefined;
}

/** Where the writers of a paper work, in brackets below their names. */
export function isAffiliation(text: string): boolean {
  return AFFILIATION.test(text);
}

/** Who signs above a text, when a line of names stands at `index`. */
export function signersAt(rows: readonly Row[], index: number, words: BodyWords): readonly string[] {
  const [row, next] = [rows[index], rows[index + 1]];
  if (row?.type !== 'line' || row.unit !== 'physical' || row.headingLevel !== undefined) return [];
  const names = bareNames(row.text);
  if (!names || next === undefined) return [];
  const isScholar = next.type === 'line' && (isAffiliation(next.text) || ABSTRACT.test(next.text));
  // whom the text names is whom it is about
  return isScholar || ((isBody(next) || opensText(next)) && !names.some(words.has)) ? names : [];
}

/** A speaker stands above 同志们：, a writer above the first of numbered sections. */
function opensText(row: Row): boolean {
  if (row.type !== 'line') return false;
  return ADDRESSES_ALL.test(row.text) || parseLabel(row.text)?.label.ordinal === 1;
}
