import type { Row, TextRow } from '../row.js';
import { toSimplified } from './simplified.js';

/** What a site has many of. A section of a text has other things: 美食推荐, 相关人员. */
const KINDS =
  '(?:文[章书档集]|[博美散作范论征]文|稿件?|新闻|资讯|报道|视频|图[片集文书]|小说|书[籍单目]|帖子?|话题|问[题答]|回答|试[题卷]|题库|课件|教案|资料|素材|模板|词条|诗[词歌]|游戏|软件|专[题栏辑]|栏目|标签|阅读|链接|股票|个股|基金|菜谱|食谱|下载)';
const CHOSEN = '(?:相关|相似|相近|同类|类似|更多|热门|热点|最新|推荐|精彩|精选|其[他它]|往期|近期|本类|本周)';

const LABEL = new RegExp(
  `^(?:${CHOSEN}\\p{Script=Han}{0,4}${KINDS}|\\p{Script=Han}{0,6}${KINDS}(?:推荐|精选|排行榜?|荐读|汇总))\\s?[:\uFF1A]?$`,
  'u',
);
/** How the first kind of label begins, and what is in the other. */
const CUE = /^[相同类更热最推精其往近本]|推荐|精选|排行|荐读|汇总/u;
const LONGEST_LABEL = 14;

/** 相关文书, 学生演讲稿推荐: what stands over the titles of other pages. */
export function isLabelOfPages(text: string): boolean {
  if (text.length > LONGEST_LABEL) return false;
  const simple = toSimplified(text);
  return CUE.test(simple) && LABEL.test(simple);
}

/**
 * The titles of other pages: the short rows from such a label down to the end of the page.
 *
 * @param tail The last rows of the page.
 * @param mayBeTitle A row that may be the title of another page.
 * @param isSite A row of the site. Without one below the label a text may have written the list itself.
 */
export function titlesOfPages(
  tail: readonly Row[],
  mayBeTitle: (row: TextRow) => boolean,
  isSite: (row: Row) => boolean,
): readonly Row[] {
  let titles: Row[] = [];
  let [waiting, speaks] = [[] as Row[], false];
  for (const row of tail.toReversed()) {
    if (row.type === 'line' && speaks && isLabelOfPages(row.text)) {
      titles = [...titles, ...waiting];
      waiting = [];
    } else if (isSite(row)) speaks = true;
    else if (row.type === 'line' && mayBeTitle(row)) waiting.push(row);
    else break;
  }
  return titles;
}
