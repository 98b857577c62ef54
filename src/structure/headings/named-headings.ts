import { isAnnex } from '../blocks/letter.js';
import { endsSentence, type Row, type TextRow } from '../row.js';

/** Pieces of a book or paper that bear a name instead of a number. White space inside is for looks (摘　要). */
const NAMED =
  /^(?:楔子|序[章幕曲言]?|前序|自序|[写寫]在前面|代序|引子|引言|前言|導言|导言|导语|绪论|緒論|后记|後記|尾[声聲]|番外|附[录錄]|[结結][语語论論]|小结|小結|总结与展望|跋|终章|終章|大结局|结束语|結束語|摘要|内容摘要|內容摘要|参考文献|參考文獻|注释|註釋|致[谢謝]|附[则則]|总[则則]|作者简介|参考答案|參考答案|答案[与及]解析)(?:[\s:\uFF1A一二三四五六七八九十0-9].{0,40})?$/u;

/** The same in a paper's English parts. */
const NAMED_IN_ENGLISH = /^(?:abstract|introduction|conclusions?|references|acknowledge?ments?|appendix)$/iu;

/** The same words alone before the first number: they open a text and name none. */
const OPENING =
  /^(?:楔子|序[章幕曲言]?|前序|自序|代序|引子|引言|前言|導言|导言|导语|導語|[写寫]在前面|[绪緒][论論])$/u;

const LONGEST = 30;

/** A heading by its name. */
export interface NamedHeading {
  readonly at: number;
  readonly row: TextRow;
  readonly cues: readonly string[];
  readonly isAnnex: boolean;
}

/** Headings that bear a name (后记, 参考文献), and the word 附件 that stands over a document's annex. */
export function findNamed(rows: readonly Row[], taken: ReadonlySet<number>): NamedHeading[] {
  return rows.flatMap((row, at): NamedHeading[] => {
    if (row.type !== 'line' || row.han > LONGEST || taken.has(at) || endsSentence(row.text)) return [];
    const next = rows[at + 1];
    const hasText = next !== undefined && !(next.type === 'line' && isNamed(next.text));
    if (!hasText) return [];
    if (isAnnex(row.text)) return [{ at, row, cues: ['+annex', '+text-below'], isAnnex: true }];
    return isNamed(row.text) ? [{ at, row, cues: ['+named', '+text-below', '+short'], isAnnex: false }] : [];
  });
}

/** 引言, 楔子, 写在前面 alone on a line: the first heading of a text, and not its title. */
export function opensText(text: string): boolean {
  return text.length <= 8 && OPENING.test(text.replace(/\s+/gu, ''));
}

function isNamed(text: string): boolean {
  // 摘 要, but 结语 三年以后
  return (
    NAMED.test(text) ||
    NAMED_IN_ENGLISH.test(text) ||
    (text.length <= 6 && NAMED.test(text.replace(/\s+/gu, '')))
  );
}
