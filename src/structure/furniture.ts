import { type Frame, placeOf } from './frame.js';
import type { Cleaned } from './removal.js';
import type { RemovedText } from './report.js';
import { endsSentence, hanCount, type Row, type TextRow } from './row.js';

/**
 * A family of lines that belong to the site and not to the article. Weight 3: the whole line has a shape that no
 * text has. 2: a shape that is rare in texts. 1: a word, which proves nothing alone.
 */
interface Family {
  readonly rule: string;
  readonly weight: 1 | 2 | 3;
  readonly pattern: RegExp;
}

const COLON = '[:\uFF1A]';

const FAMILIES: readonly Family[] = [
  family('breadcrumb', 3, `^(?:您?[的]?当前位置|當前位置|您?现?在?的位置|导航)${COLON}`),
  family('breadcrumb', 3, '^首\\s*[页頁](?:\\s*[>»›\u2192\uFF1E/|]+\\s*[^>»›\u2192\uFF1E/|]{1,40}){1,8}$'),
  family(
    'breadcrumb',
    2,
    '^[^>»›\u2192\uFF1E]{1,20}(?:\\s*[>»›\u2192\uFF1E]+\\s*[^>»›\u2192\uFF1E]{1,40}){2,8}$',
  ),
  family('site-tag', 3, '^【[^【】]{1,60}(?:--|\u2014\u2014)[^【】]{1,30}】$'),
  family(
    'site-tag',
    3,
    '^【?\\s*(?:https?://)?(?:www\\.|m\\.)?[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,3}/?\\s*】?$',
  ),
  family('share-bar', 2, `^(?:分享到|分享给|分享至|一键分享|转发到)${COLON}?`),
  family('font-size', 2, `^[【〔[]?(?:字号|字体|字體)${COLON}?\\s*[【〔[]?\\s*(?:大|小|T\\||A[+-])`),
  family(
    'page-tools',
    2,
    '^[【〔[]?(?:打印|打印本页|打印本文|关闭|关闭窗口|收藏|收藏本文|加入收藏|正文复制|复制全文|返回顶部|展开更多|展開更多|阅读全文|举报|纠错|我要评论|版权反馈)(?:[】〕\\]\\s|/]+[【〔[]?[\\p{Script=Han}]{2,4}[】〕\\]]?){0,5}[】〕\\]]?$',
  ),
  family('pager', 2, '^(?:(?:上一页|下一页|首页|尾页|末页|上一頁|下一頁|\\[?\\d{1,3}\\]?)[\\s|]*){2,12}$'),
  family('pager', 3, `^(?:上一页|下一页|上一頁|下一頁|尾页|本章未完.{0,16}|第\\d{1,3}/\\d{1,3}[页頁])$`),
  family('neighbours', 3, `^(?:[<《〈【]?)(?:上|下|前|后)一[篇章条页节](?:文章)?\\s*${COLON}`),
  family(
    'neighbours',
    2,
    '^(?:(?:上一章|下一章|上一篇|下一篇|目录|返回目录|返回书页|简介|加入书签|章节目录)[\\s|/\u2190\u2192]*){1,6}$',
  ),
  family(
    'related',
    2,
    `^.{0,12}(?:相关阅读|相关文章|相关推荐|相关新闻|相关链接|推荐文章|推荐阅读|热门文章|热门推荐|热门阅读|猜你喜欢|延伸阅读|往期推荐|往期回顾|精彩推荐|最新文章|本周热门|大家都在看)\\s*${COLON}?$`,
  ),
  family(
    'follow',
    2,
    '(?:点击上方|设为星标|长按识别|扫一扫|扫描二维码|关注(?:我们|公众号|微信)|点赞|点个?在看|阅读原文)',
  ),
  family(
    'disclaimer',
    3,
    `^[【〔(\uFF08]?(?:免责声明|版权声明|特别声明|郑重声明|声明)[】〕)\uFF09]?\\s*${COLON}`,
  ),
  family(
    'disclaimer',
    2,
    '(?:转载请注明|如有侵权|侵权.{0,6}删除|本网注明|本文仅代表|未经.{0,6}授权|禁止转载|版权归.{0,8}所有)',
  ),
  family(
    'legal-footer',
    2,
    '(?:ICP备|ICP证|公网安备|网站标识码|备案号|Copyright|All Rights Reserved|Powered by|版权所有)',
  ),
  family('legal-footer', 1, `^(?:主办|承办|技术支持|联系电话|邮编)(?:单位)?${COLON}`),
  family(
    'forum',
    2,
    '^(?:本帖最后由.{1,40}编辑|发表于\\s*\\d|马上注册|您需要登录|注册会员|楼主|沙发|回复\\s*\\d*|只看该作者|使用道具|举报\\s*回复)',
  ),
  family(
    'download',
    2,
    `^(?:上传人|文档编号|下载积分|文档格式|页数|点击查看更多|下载文档|文档大小)${COLON}?`,
  ),
  family(
    'novel-hook',
    2,
    '(?:一秒记住|首发域名|加入书签|章节错误|求推荐票|求月票|求收藏|最新章节|手机用户请|无弹窗|请收藏本站|最快更新|天才一秒)',
  ),
  family('end-mark', 2, '^[(\uFF08【\\s]*(?:全[书文]完|本章完|正文完|完结|未完待续|THE END)[)\uFF09】\\s]*$'),
];

/** Removed in the tail, these take the short lines after them along: the titles of other pages. */
const WITH_FOLLOWERS: ReadonlySet<string> = new Set(['related', 'neighbours']);

const SHORT_HAN = 30;
const REMOVE_FROM = 4;
/** Formats that an author writes by hand hold few lines of a site, and more of the same words. */
const REMOVE_FROM_IN_MARKUP = 5;

function family(rule: string, weight: Family['weight'], pattern: string): Family {
  return { rule, weight, pattern: new RegExp(pattern, 'u') };
}

/** The strongest family that a line belongs to by its words. */
function familyOf(text: string): Family | undefined {
  let best: Family | undefined;
  for (const candidate of FAMILIES) {
    if (candidate.weight > (best?.weight ?? 0) && candidate.pattern.test(text)) best = candidate;
  }
  return best;
}

/** A line that no text has, by its shape alone: used to find where the text begins and ends. */
export function isPlainFurniture(row: Row): boolean {
  return row.type === 'line' && (familyOf(row.text)?.weight ?? 0) === 3;
}

/** The rule that removes the row, or undefined. A family word inside a long sentence never suffices. */
function furnitureRule(row: TextRow, index: number, frame: Frame): string | undefined {
  if (row.headingLevel !== undefined) return undefined;
  const found = familyOf(row.text);
  if (!found) return undefined;
  const cues = [hanCount(row.text) <= SHORT_HAN, !endsSentence(row.text), placeOf(index, frame) !== 'body'];
  const score = found.weight + cues.filter(Boolean).length;
  return score >= (row.unit === 'physical' ? REMOVE_FROM : REMOVE_FROM_IN_MARKUP) ? found.rule : undefined;
}

/** Takes the site's own lines away. */
export function removeFurniture(rows: readonly Row[], frame: Frame): Cleaned {
  const removed: RemovedText[] = [];
  let following: string | undefined;
  const kept = rows.filter((row, index) => {
    if (row.type !== 'line') return true;
    const own = furnitureRule(row, index, frame);
    const inTail = placeOf(index, frame) === 'tail';
    const rule = own ?? (isFollower(row) ? following : undefined);
    if (own && inTail && WITH_FOLLOWERS.has(own)) following = own;
    if (rule) removed.push({ line: row.line, text: row.source, rule });
    return rule === undefined;
  });
  return { rows: kept, removed, facts: [] };
}

function isFollower(row: TextRow): boolean {
  return row.unit === 'physical' && hanCount(row.text) <= SHORT_HAN && !endsSentence(row.text);
}
