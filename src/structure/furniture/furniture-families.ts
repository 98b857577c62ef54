import { SIGN } from '../signs.js';

/**
 * A family of lines that belong to the site and not to the article. Weight 3: the whole line has a shape that no
 * text has. 2: a shape that is rare in texts. 1: a word, which proves nothing alone.
 */
export interface Family extends Cue {
  readonly rule: string;
  readonly weight: 1 | 2 | 3;
  readonly pattern: RegExp;
}

/** What each line of a family has, seen at one look: only then is its pattern tried. */
interface Cue {
  /** Characters of which it begins with one. */
  readonly begins?: string;
  /** Kinds of characters in it, all of them: {@link SIGN}. */
  readonly signs?: number;
  /** The most characters that it has, when it has no white space. */
  readonly longest?: number;
  /** Somewhere in it stands a word that only such lines are asked for: see strongest-family.ts. */
  readonly mentions?: true;
}

const begins = (characters: string): Cue => ({ begins: characters });
const has = (signs: number): Cue => ({ signs });
const speaksOf: Cue = { mentions: true };

const COLON = '[:\uFF1A]';
const OPEN = '[【〔\\[(\uFF08]';
const CLOSE = '[】〕\\])\uFF09]';
const STEP = '[>»›\u2192\uFF1E]';

/** What {@link OPEN} and `\d` stand for. */
const OPENS = '【〔[(\uFF08';
const DIGITS = '0123456789';

/** One row to add a shape. Wide words (关注, 声明) stand in a shape that a sentence does not have. */
export const FAMILIES: readonly Family[] = [
  family(
    'breadcrumb',
    3,
    begins('您的当當位现导'),
    `^(?:您?的?当前位置|當前位置|您?(?:现在)?的?位置|您現在的位置|导航)${COLON}`,
  ),
  family(
    'breadcrumb',
    3,
    begins('首'),
    `^首\\s*[页頁](?:\\s*(?:${STEP}|[/|])+\\s*[^>»›\u2192\uFF1E/|]{1,40}){1,8}$`,
  ),
  family('breadcrumb', 3, has(SIGN.step), `^[^>»›\u2192\uFF1E]{1,40}${STEP}+\\s*正文$`),
  // a step holds no sentence: 若甲>乙。则乙<甲。
  family(
    'breadcrumb',
    2,
    has(SIGN.step),
    `^[^>»›\u2192\uFF1E。]{1,20}(?:\\s*${STEP}+\\s*[^>»›\u2192\uFF1E。]{1,40}){2,8}\\s*${STEP}?$`,
  ),
  // one step alone is rare in a text, and none in the middle of it
  family(
    'breadcrumb',
    1,
    has(SIGN.step),
    `^[^>»›\u2192\uFF1E。\uFF0C]{2,14}\\s*${STEP}{1,2}\\s*[^>»›\u2192\uFF1E。\uFF0C]{2,24}\\s*${STEP}?$`,
  ),
  family('breadcrumb', 1, has(SIGN.step), `^[∙·\u2022]?\\s*\\p{Script=Han}{2,8}\\s*${STEP}$`),
  family(
    'breadcrumb',
    2,
    begins('首'),
    '^首页(?:\\s*[-\u2013\u2014]\\s*[^-\\s]{1,24}(?:\\s[^-\\s]{1,24})?){1,6}$',
  ),
  // 好文网 - 演讲稿 - 学生演讲稿
  family(
    'breadcrumb',
    2,
    has(SIGN.blank),
    '^\\p{Script=Han}{1,6}(?:网|站|文库|书库|论坛|社区|书屋)(?:\\s+[-\u2013\u2014]\\s+\\p{Script=Han}{2,10}){1,4}$',
  ),
  family(
    'breadcrumb',
    2,
    has(SIGN.blank),
    '^(?:[^-/\\s]{2,12}\\s+[-/]\\s+){1,5}(?:正文|详情|内容|正文内容)$',
  ),
  family('site-tag', 3, begins('【'), '^【[^【】]{1,60}(?:--|\u2014\u2014)[^【】]{1,30}】$'),
  // with its ending named, since a file name (chapter-01.md) has the same shape
  family(
    'site-tag',
    3,
    has(SIGN.dot),
    '^【?\\s*(?:https?://)?(?:[\\w-]{1,63}\\.){1,3}(?:com|cn|net|org|cc|info|top|vip|xyz|tw|hk|la|me)/?\\s*】?$',
  ),
  family('share-bar', 2, begins('分一转'), `^(?:分享到|分享给|分享至|分享|一键分享|转发到)${COLON}`),
  family(
    'font-size',
    2,
    begins(`${OPENS}字`),
    `^${OPEN}?(?:字[号体级])${COLON}?\\s*${OPEN}?\\s*(?:大|小|T\\||A[+-])`,
  ),
  family(
    'page-tools',
    2,
    begins(`${OPENS}打关關收加正复返展阅举纠我版`),
    `^${OPEN}?(?:打印|打印本页|打印本文|关闭|关闭窗口|關閉|收藏|收藏本文|加入收藏|正文复制|复制全文|返回顶部|展开更多|展開更多|阅读全文|举报|纠错|我要评论|版权反馈)(?:[】〕\\]\\s|/]+${OPEN}?\\p{Script=Han}{2,4}${CLOSE}?){0,5}${CLOSE}?$`,
  ),
  family(
    'pager',
    2,
    begins(`上下首尾末[${DIGITS}`),
    '^(?:(?:上一页|下一页|首页|尾页|末页|上一頁|下一頁|\\[?\\d{1,3}\\]?)[\\s|]+){1,12}(?:上一页|下一页|尾页|末页|下一頁|\\[?\\d{1,3}\\]?)$',
  ),
  family(
    'pager',
    3,
    has(SIGN.digit),
    '^[-\u2014\\s]*第\\s*\\d{1,3}\\s*[页頁]\\s*(?:[/,\uFF0F\uFF0C]?\\s*共\\s*\\d{1,3}\\s*[页頁])?[-\u2014\\s]*$',
  ),
  family('pager', 3, begins('共'), '^共\\s*\\d{1,3}\\s*[页頁]$'),
  family('pager', 3, begins('上下尾第'), '^(?:上一页|下一页|上一頁|下一頁|尾页|第\\d{1,3}/\\d{1,3}[页頁])$'),
  family('pager', 3, begins(`${OPENS}本`), `^${OPEN}?本章未完.{0,20}$`),
  family(
    'neighbours',
    3,
    begins('<《〈【上下前后'),
    `^(?:[<《〈【]?)(?:上|下|前|后)一\\p{Script=Han}{1,2}\\s*[】》]?\\s*${COLON}`,
  ),
  family(
    'neighbours',
    2,
    begins('上下尾目返简加章没'),
    '^(?!(?:目录|目錄|简介)$)(?:(?:上一章|下一章|上一篇|下一篇|上一页|下一页|尾页|上一頁|下一頁|目录|目錄|返回目录|返回书页|简介|加入书签|章节目录|没有了)(?:$|[\\s|/\u2190\u2192]+)){1,6}$',
  ),
  family(
    'related',
    2,
    { longest: 81, mentions: true },
    `^(?:【[^【】]{1,60}】|.{0,12}|【)(?:相关阅读|相关文章|相关推荐|相关新闻|相关链接|推荐文章|推荐阅读|热门文章|热门推荐|热门阅读|热门排行|热门标签|热点推荐|热点排行|阅读排行|点击排行|猜[你您]喜欢|猜[你您]想看|你可能(?:还)?(?:喜欢|感兴趣)|您可能(?:还)?(?:喜欢|感兴趣)(?:的文章)?|看了又看|延伸阅读|扩展阅读|往期(?:推荐|回顾|精选|文章|内容)|精彩推荐|编辑推荐|为您推荐|为你推荐|更多推荐|更多阅读|继续阅读|阅读下一篇|下一篇阅读|最新文章|最新资讯|最新更新|最新评论|全部评论|网友评论|本周热门|大家都在看|大家还在看|同类文章|相似文档|相关文档|相关资料|相关问题|相关内容|相关专题|其他文章|友情链接|友情連結|相關閱讀|相關文章|相關新聞|相關連結|推薦閱讀|熱門文章|熱門新聞|延伸閱讀|看更多|更多新聞|猜你喜歡)(?:\\s*[(\uFF08]?\\d{0,5}[)\uFF09]?)】?\\s*${COLON}?$`,
  ),
  // one link between two paragraphs; a lesson recommends 《books》
  family(
    'related',
    3,
    begins('延推相更'),
    `^(?:延伸阅读|推荐阅读|相关阅读|相关新闻|相关报道|更多新闻)\\s?${COLON}\\s?[^。\uFF1B《》]{6,50}$`,
  ),
  family(
    'related',
    2,
    begins('推相文本标標T'),
    `^(?:推荐访问|相关标签|相关主题|文章标签|本文标签|标签|標籤|Tags?)\\s*${COLON}`,
  ),
  family(
    'follow',
    2,
    speaksOf,
    '(?:点击上方|设为星标|长按识别|扫一扫|扫描二维码|关注(?:我们|公众号|微信)|点个?.{0,2}在看|阅读原文|关注我们|更多(?:精彩|内容|资讯|信息|好文).{0,12}(?:关注|尽在|就在|请|点击)|预览时标签不可点|继续滑动看下一个|轻触阅读原文|微信(?:搜一搜|公众号[:\uFF1A])|关注该公众号|^[点按點].{0,2}(?:下载|下載|看活動|查看).{0,8}$|来.{1,6}关注我|分享让更多人看到|让更多人看到)',
  ),
  family(
    'disclaimer',
    3,
    begins(`${OPENS}免版特郑`),
    `^${OPEN}?(?:免责声明|版权声明|特别声明|郑重声明|免責聲明|版權聲明)(?:${CLOSE}|\\s*(?:${COLON}|\\s))`,
  ),
  family(
    'disclaimer',
    2,
    speaksOf,
    '(?:转载请注明|轉載請註明|轉載請注明|如有侵权|侵权.{0,6}删除|本网注明|本文仅代表|未经.{0,6}授权|禁止转载|版权归.{0,8}所有)',
  ),
  family(
    'disclaimer',
    2,
    { longest: 25, mentions: true },
    '^.{0,16}(?:侵删|侵权(?:立|即|必|请|可|联系)?删|联系删除).{0,4}$',
  ),
  family('follow', 2, begins('点'), '^点击.{0,6}(?:更多|加载|展开|查看|下载|播放|预览|收起|返回).{0,8}$'),
  family(
    'follow',
    2,
    speaksOf,
    '(?:分享|点赞|在看|收藏|转发|关注|评论)(?:[、\uFF0C,\\s和与]){1,2}(?:分享|点赞|在看|收藏|转发|评论|打赏)',
  ),
  family('follow', 2, speaksOf, '下载.{0,4}(?:APP|App|客户端).{0,12}(?:更多|内容|阅读|收听|查看)'),
  family('follow', 3, begins('收'), '^收录于(?:合集|话题|专辑)'),
  family(
    'length',
    3,
    begins(`${OPENS}本全`),
    `^${OPEN}?(?:本文|全文)(?:大?约|共|总计|字数)?(?:计|有)?${COLON}?\\s*\\d{2,6}\\s*[多余]?字.{0,20}$`,
  ),
  // who printed it before, and whose pictures it has
  family(
    'reprint',
    2,
    begins(`${OPENS}本此该`),
    `^${OPEN}?(?:本文|此文|该文)(?:原载|原刊|刊于|首发|选自|摘自|刊载|原发|节选|发表于|载于|经授权|由作者授权|已获授权|转载自|转自|来自)`,
  ),
  family(
    'picture-credit',
    2,
    begins(`${OPENS}图文配题封头本`),
    `^${OPEN}?(?:图片|文中图片|文中配图|配图|题图|封面图?|头图|本文图片|图)(?:均|都)?(?:由|来自|来源|源自|源于|除)[^。]{1,30}$`,
  ),
  family(
    'contact',
    2,
    speaksOf,
    '^.{0,10}(?:(?:读者)?投稿及?(?:报料|爆料)|报料|爆料|投稿|商务合作|广告合作|举报|新闻热线|客服|合作)(?:电话|热线|邮箱|微信|请联系|QQ)?\\s*[:\uFF1A]',
  ),
  family(
    'related',
    2,
    begins('看喜'),
    '^(?:看[过了].{1,60}的(?:人|网友|朋友).{0,4}(?:看|喜欢).{0,3}|喜欢.{1,40}的(?:人|网友)还.{1,6})[:\uFF1A]?$',
  ),
  family('follow', 2, speaksOf, '(?:追踪我们|订阅电子报|下载App|粉丝专页|加入.{0,6}粉丝团|LINE好友)'),
  family(
    'novel-hook',
    3,
    speaksOf,
    '(?:请|請)?记住(?:本站|我们|本书)?(?:的)?(?:域名|网址|首发)|阅读网址[:\uFF1A]',
  ),
  family('novel-hook', 3, begins('最'), '^最新网址[:\uFF1A]'),
  family('novel-hook', 3, begins('《'), '^《.{1,30}》.{0,12}情节.{0,30}(?:小说|作品)。?$'),
  family('novel-hook', 2, begins('章'), '^章节报错'),
  family('file-list', 2, begins('下'), '^下载(?:所得到|后)?的?文件列表'),
  family('wiki', 3, begins('本'), '^本词条由.{2,40}(?:审核|提供|编写)'),
  family(
    'download',
    3,
    begins('附'),
    `^附件\\s*${OPEN}?.{1,80}${CLOSE}?\\s*已?下载\\s*(?:次数[:\uFF1A])?\\s*\\d+\\s*次?$`,
  ),
  family(
    'counter',
    3,
    begins(`${DIGITS},.`),
    '^[\\d,.]{1,10}\\s*[万萬kKwW]?\\+?\\s*[个個人次条條]\\s?(?:回答|评论|評論|赞同|点赞|按讚|阅读|浏览|收藏|喜欢|关注|访问|转发|回复|参与|觉得|讚|赞).{0,8}$',
  ),
  // the floor of a thread with its time
  family(
    'forum',
    3,
    begins(`来${DIGITS}`),
    '^(?:来自.{1,12}(?:客户端)?\\s+)?\\d{1,5}楼\\s+\\d{4}-\\d{1,2}-\\d{1,2}',
  ),
  family('wiki', 3, begins('本词'), '^本词条.{2,20}(?:补充|完善|缺少)|^词条(?:标签|统计|目录)'),
  family('pager', 2, begins(DIGITS), '^\\d{1,3}\\s*/\\s*\\d{1,3}$'),
  family('page-tools', 2, begins(':'), '^:{2,4}$'),
  family(
    'hotkeys',
    2,
    begins('快温溫'),
    '^(?:快捷键|快捷鍵|温馨提示|温馨提醒|溫馨提示)[:\uFF1A].{0,40}(?:[\u2190-\u2193]|回车|上一[页章頁]|书签|書籤)',
  ),
  family('novel-hook', 3, begins('喜'), '^(?:喜欢|喜歡).{1,20}请?(?:大家|各位)?(?:收藏|收藏本站)[:\uFF1A]'),
  family('novel-hook', 2, begins('手'), '^(?:手机|手機)(?:阅读|閱讀|用户|版)(?:《|请|[:\uFF1A]|访问)'),
  family('download', 2, begins('精更文'), '^(?:精品文档|更多文档|文档资料).{0,4}欢迎.{0,6}下载$'),
  family(
    'legal-footer',
    2,
    speaksOf,
    '(?:ICP备|ICP证|公网安备|网站标识码|备案号|Copyright|\u00A9|All Rights Reserved|Powered by|版权所有|版權所有)',
  ),
  family('legal-footer', 1, begins('主承技联邮'), `^(?:主办|承办|技术支持|联系电话|邮编)(?:单位)?${COLON}`),
  family(
    'forum',
    2,
    begins('本发楼马您注只使举'),
    '^(?:本帖最后由.{1,40}编辑|发表于\\s*\\d|楼主$|马上注册|您需要登录|注册会员|只看该作者|使用道具|举报\\s*回复)',
  ),
  family(
    'download',
    2,
    begins('文下点'),
    `^(?:文档编号|下载积分|文档格式|点击查看更多|下载文档|文档大小)${COLON}?`,
  ),
  family('download', 2, begins('下'), '^(?:下载|下載)(?:地址|链接|链結|次数)\\s*[:\uFF1A]'),
  family('download', 2, begins('下'), '^下载(?:\\s+(?:相关|举报|收藏|打印|分享)){1,4}$'),
  family('download', 3, begins('《'), '^《[^《》]{1,60}》?由会员分享.{0,120}搜索。?$'),
  // the votes of a widespread site program
  family('votes', 3, begins('顶踩-'), '^(?:顶一下|踩一下|-{3,}分[隔割]线-{3,})$'),
  family('votes', 1, begins(`${OPENS}${DIGITS}`), `^(?:${OPEN}\\d{1,5}${CLOSE}|\\d{1,3}(?:\\.\\d+)?%)$`),
  // a row of signs is a break inside the text
  family('separator', 1, begins('-=_~*\u2014\u2500\u2550'), '^[-=_~*\u2014\u2500\u2550]{8,}$'),
  family('loading', 3, begins('L加正'), '^(?:Loading|加载中|正在加载)\\s*(?:\\.{2,}|\u2026{1,2})$'),
  family('novel-hook', 3, speaksOf, '(?:一秒记住\\s*[【\\w]|无弹窗|首发域名|请收藏本站|天才一秒)'),
  family('novel-hook', 3, speaksOf, '求(?:推荐票|月票|收藏|订阅|打赏)[!\uFF01、\\s].{0,8}求'),
  family('novel-hook', 2, speaksOf, '(?:加入书签|章节错误|求推荐票|求月票|求收藏|手机用户请|最快更新)'),
  family(
    'end-mark',
    2,
    { longest: 27, mentions: true },
    `^[-\u2014\\s~*·【〔\\[(\uFF08]{0,6}(?:全[书文]完|本章完|正文完|完|完结|未完待续|全書完|[-\u2014\\s]{0,4}(?:THE )?(?:END|end|End)[-\u2014\\s]{0,4}|第.{1,4}[卷部章]完)[-\u2014\\s~*·】〕\\])\uFF09]{0,6}$`,
  ),
];

function family(rule: string, weight: Family['weight'], cue: Cue, pattern: string): Family {
  return { rule, weight, ...cue, pattern: new RegExp(pattern, 'u') };
}
