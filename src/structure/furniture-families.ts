/**
 * A family of lines that belong to the site and not to the article. Weight 3: the whole line has a shape that no
 * text has. 2: a shape that is rare in texts. 1: a word, which proves nothing alone.
 */
export interface Family {
  readonly rule: string;
  readonly weight: 1 | 2 | 3;
  readonly pattern: RegExp;
}

const COLON = '[:\uFF1A]';
const OPEN = '[【〔\\[(\uFF08]';
const CLOSE = '[】〕\\])\uFF09]';
const STEP = '[>»›\u2192\uFF1E]';

/** One row to add a shape. Wide words (关注, 声明) stand in a shape that a sentence does not have. */
export const FAMILIES: readonly Family[] = [
  family('breadcrumb', 3, `^(?:您?的?当前位置|當前位置|您?(?:现在)?的?位置|您現在的位置|导航)${COLON}`),
  family('breadcrumb', 3, `^首\\s*[页頁](?:\\s*(?:${STEP}|[/|])+\\s*[^>»›\u2192\uFF1E/|]{1,40}){1,8}$`),
  family('breadcrumb', 3, `^[^>»›\u2192\uFF1E]{1,40}${STEP}+\\s*正文$`),
  // a step holds no sentence: 若甲>乙。则乙<甲。
  family('breadcrumb', 2, `^[^>»›\u2192\uFF1E。]{1,20}(?:\\s*${STEP}+\\s*[^>»›\u2192\uFF1E。]{1,40}){2,8}$`),
  family('site-tag', 3, '^【[^【】]{1,60}(?:--|\u2014\u2014)[^【】]{1,30}】$'),
  // with its ending named, since a file name (chapter-01.md) has the same shape
  family(
    'site-tag',
    3,
    '^【?\\s*(?:https?://)?(?:[\\w-]{1,63}\\.){1,3}(?:com|cn|net|org|cc|info|top|vip|xyz|tw|hk|la|me)/?\\s*】?$',
  ),
  family('share-bar', 2, `^(?:分享到|分享给|分享至|分享|一键分享|转发到)${COLON}`),
  family('font-size', 2, `^${OPEN}?(?:字号|字体|字體)${COLON}?\\s*${OPEN}?\\s*(?:大|小|T\\||A[+-])`),
  family(
    'page-tools',
    2,
    `^${OPEN}?(?:打印|打印本页|打印本文|关闭|关闭窗口|關閉|收藏|收藏本文|加入收藏|正文复制|复制全文|返回顶部|展开更多|展開更多|阅读全文|举报|纠错|我要评论|版权反馈)(?:[】〕\\]\\s|/]+${OPEN}?\\p{Script=Han}{2,4}${CLOSE}?){0,5}${CLOSE}?$`,
  ),
  family(
    'pager',
    2,
    '^(?:(?:上一页|下一页|首页|尾页|末页|上一頁|下一頁|\\[?\\d{1,3}\\]?)[\\s|]+){1,12}(?:上一页|下一页|尾页|末页|下一頁|\\[?\\d{1,3}\\]?)$',
  ),
  family(
    'pager',
    3,
    '^[-\u2014\\s]*第\\s*\\d{1,3}\\s*[页頁]\\s*(?:[/,\uFF0F\uFF0C]?\\s*共\\s*\\d{1,3}\\s*[页頁])?[-\u2014\\s]*$',
  ),
  family('pager', 3, '^共\\s*\\d{1,3}\\s*[页頁]$'),
  family('pager', 3, '^(?:上一页|下一页|上一頁|下一頁|尾页|第\\d{1,3}/\\d{1,3}[页頁])$'),
  family('pager', 3, `^${OPEN}?本章未完.{0,20}$`),
  family('neighbours', 3, `^(?:[<《〈【]?)(?:上|下|前|后|後)一[篇章条頁页节]\\s*${COLON}`),
  family(
    'neighbours',
    2,
    '^(?!(?:目录|目錄|简介)$)(?:(?:上一章|下一章|上一篇|下一篇|上一页|下一页|尾页|上一頁|下一頁|目录|目錄|返回目录|返回书页|简介|加入书签|章节目录|没有了)(?:$|[\\s|/\u2190\u2192]+)){1,6}$',
  ),
  family(
    'related',
    2,
    `^(?:【[^【】]{1,60}】|.{0,12})(?:相关阅读|相关文章|相关推荐|相关新闻|相关链接|推荐文章|推荐阅读|热门文章|热门推荐|热门阅读|猜你喜欢|延伸阅读|往期推荐|往期回顾|精彩推荐|最新文章|本周热门|大家都在看|相關閱讀|相關文章|推薦閱讀|熱門文章)\\s*${COLON}?$`,
  ),
  family('related', 2, `^(?:推荐访问|相关标签|相关主题|文章标签|本文标签|标签|標籤|Tags?)\\s*${COLON}`),
  family(
    'follow',
    2,
    '(?:点击上方|设为星标|长按识别|扫一扫|扫描二维码|关注(?:我们|公众号|微信)|点个?在看|阅读原文)',
  ),
  family(
    'disclaimer',
    3,
    `^${OPEN}?(?:免责声明|版权声明|特别声明|郑重声明|免責聲明|版權聲明)${CLOSE}?\\s*(?:${COLON}|\\s)`,
  ),
  family(
    'disclaimer',
    2,
    '(?:转载请注明|轉載請註明|轉載請注明|如有侵权|侵权.{0,6}删除|本网注明|本文仅代表|未经.{0,6}授权|禁止转载|版权归.{0,8}所有)',
  ),
  family(
    'legal-footer',
    2,
    '(?:ICP备|ICP证|公网安备|网站标识码|备案号|Copyright|All Rights Reserved|Powered by|版权所有|版權所有)',
  ),
  family('legal-footer', 1, `^(?:主办|承办|技术支持|联系电话|邮编)(?:单位)?${COLON}`),
  family(
    'forum',
    2,
    '^(?:本帖最后由.{1,40}编辑|发表于\\s*\\d|楼主$|马上注册|您需要登录|注册会员|只看该作者|使用道具|举报\\s*回复)',
  ),
  family('download', 2, `^(?:上传人|文档编号|下载积分|文档格式|点击查看更多|下载文档|文档大小)${COLON}?`),
  family('download', 2, '^下载(?:\\s+(?:相关|举报|收藏|打印|分享)){1,4}$'),
  family('download', 3, '^《[^《》]{1,60}》?由会员分享.{0,120}搜索。?$'),
  // the votes of a widespread site program
  family('votes', 3, '^(?:顶一下|踩一下|-{3,}分[隔割]线-{3,})$'),
  family('votes', 1, `^(?:${OPEN}\\d{1,5}${CLOSE}|\\d{1,3}(?:\\.\\d+)?%)$`),
  // a row of signs is a break inside the text
  family('separator', 1, '^[-=_~*\u2014\u2500\u2550]{8,}$'),
  family('loading', 3, '^(?:Loading|加载中|正在加载)\\s*(?:\\.{2,}|\u2026{1,2})$'),
  family('novel-hook', 3, '(?:一秒记住\\s*[【\\w]|无弹窗|首发域名|请收藏本站|天才一秒)'),
  family('novel-hook', 3, '求(?:推荐票|月票|收藏|订阅|打赏)[!\uFF01、\\s].{0,8}求'),
  family('novel-hook', 2, '(?:加入书签|章节错误|求推荐票|求月票|求收藏|手机用户请|最快更新)'),
  family(
    'end-mark',
    2,
    `^${OPEN}?\\s*(?:全[书文]完|本章完|正文完|完结|未完待续|全書完|[-\u2014\\s]{0,4}(?:THE )?(?:END|end|End)[-\u2014\\s]{0,4}|第.{1,4}[卷部章]完)\\s*${CLOSE}?$`,
  ),
];

function family(rule: string, weight: Family['weight'], pattern: string): Family {
  return { rule, weight, pattern: new RegExp(pattern, 'u') };
}
