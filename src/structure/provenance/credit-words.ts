import { isPersonName } from './names.js';

/**
 * Who did what for a text, each a word and a name: 文：何绮雯　图：罗子健, 撰文 林知夏　摄影 莫言川, □ 文/王 倩. The sign between
 * them may be any, or a gap alone; that words and names take turns is what tells.
 */

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words for those who wrote. */
const WRITERS = list(
  '文 文字 文稿 撰文 撰稿 撰稿人 撰寫 采写 採寫 采写者 执笔 執筆 口述 作者 记者 記者 本报记者 本刊记者 通讯员 特约撰稿 采访撰文 采访',
);
/** Words for those who did something else. */
const HELPERS = list(
  '图 圖 图片 圖片 摄 攝 摄影 攝影 影 插画 插畫 插图 插圖 制图 製圖 编 編 编辑 編輯 责编 責編 责任编辑 校对 校對 校 排版 设计 設計 美编 美編 视觉 視覺 监制 監製 策划 策劃 统筹 統籌 翻译 翻譯 译 譯 整理 审校 审核 编审 编导 剪辑 视频 摄像 海报 制作 实习编辑 实习生 出品',
);

const SIGN = /^[\u25A0-\u25FF\u2022·]\s?/u;
/** What stands between a word and its name. */
const BETWEEN = /[:\uFF1A/\uFF0F|\uFF5C\u4E28]/u;
const JOINED = /[\s、,\uFF0C&\uFF06+:\uFF1A/\uFF0F|\uFF5C\u4E28]+/u;
/** 何綺雯（文物修復主任）. */
const OFFICE = /[(\uFF08][^()\uFF08\uFF09]{1,14}[)\uFF09]/gu;
const LONGEST = 80;
const LONGEST_NAME = 8;

interface Run {
  readonly words: string[];
  readonly names: string[];
}

/** Who wrote, of a line of words and names; none when only others are named; undefined for any other line. */
export function readCreditWords(text: string): readonly string[] | undefined {
  if (text.length > LONGEST || /[。\uFF01\uFF1F!?“”]/u.test(text)) return undefined;
  const bare = text.replace(SIGN, '').replace(OFFICE, ' ');
  const runs = runsOf(bare.split(JOINED).filter((part) => part !== ''));
  if (!runs?.every(({ names }) => names.length > 0 && names.every(isName))) return undefined;
  const names = runs
    .filter(({ words }) => words.some((word) => WRITERS.has(word)))
    .flatMap((run) => run.names);
  // one word and one name may be the beginning of a sentence: 文 中 …; 图：晒场
  const isSure = BETWEEN.test(bare) ? names.length > 0 : names.length > 0 && names.every(isPersonName);
  if (runs.length > 1) return names;
  return isSure && (runs[0]?.words.length === 1 || BETWEEN.test(bare)) ? names : undefined;
}

/** Words and names taking turns, words first; a name set to the width of three is one again. */
function runsOf(parts: readonly string[]): readonly Run[] | undefined {
  const runs: Run[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (WRITERS.has(part) || HELPERS.has(part)) {
      if (last && last.names.length === 0) last.words.push(part);
      else runs.push({ words: [part], names: [] });
      continue;
    }
    if (!last) return undefined;
    const spread = last.names.at(-1);
    if (spread?.length === 1 && /^\p{Script=Han}{1,2}$/u.test(part)) {
      last.names[last.names.length - 1] = spread + part;
    } else last.names.push(part);
  }
  return runs.length > 0 ? runs : undefined;
}

function isName(part: string): boolean {
  return (
    /^[\p{L}\p{N}·_.-]{2,}$/u.test(part) &&
    part.length <= LONGEST_NAME * (/^\p{Script=Latin}/u.test(part) ? 2 : 1)
  );
}
