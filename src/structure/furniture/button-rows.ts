import { toSimplified } from './simplified.js';

/** Words on the buttons of sites. A row of them, with counts between, is no text, whatever their order. */
const BUTTONS = words(`
  打印本页 打印本文 打印本稿 打印 列印 关闭窗口 关闭本页 关闭 關閉 收藏本文 加入收藏 收藏 分享到 分享给 分享至 分享 转发到 转发 轉發
  点赞 按赞 按讚 评论 評論 留言 举报 舉報 回复 回覆 赞同 反对 喜欢 收起 展开 关注 關注 打赏 赞赏 支持 顶一下 踩一下 已赞过 已踩过
  字号 字體 字体 大小 复制链接 复制全文 复制本文 复制 复制网址 下载 下載 纠错 纠错 返回列表 返回顶部 返回首页 返回目录 返回书页 回首頁 回上一頁
  首页 首頁 尾页 末页 上一页 下一页 上一頁 下一頁 上一章 下一章 上一篇 下一篇 上一条 下一条 目录 目錄 加入书签 加入書籤 投推荐票 推荐票
  微信 微博 新浪微博 腾讯微博 朋友圈 空间 好友 好友和群 人人网 豆瓣 来自 手机版 只看楼主 只看该作者 倒序浏览 使用道具 写评论 写回答 关注问题
  添加评论 邀请回答 好问题 默认排序 在看 再看 查看 阅读 浏览 阅读数 转载 编辑 讨论 上传视频 我要评论 发表评论 注册 登录 登錄 会员 网站导航 版权反馈
  举报文章 手机阅读 听书 夜间 简体 繁体 繁體 繁體版 简体版 大 中 小 顶 踩 赞 到 QQ QQ好友 QQ空间 APP App Facebook Line LINE Twitter 微博微信 下载word文档 下载文档 下载本文 word文档 排行榜 已投稿到 共有 条评论 用户名 密码 匿名发表 验证码 提交 完善 背诵 译文 赏析 复制地址 收听 送TA礼物 查看我的收藏 有用 没用 发新帖 发帖 展开阅读全文 阅读全文 展开全文 追踪 订阅 章节报错 免登入 立即注册 立即登录 登录后 下载App 我的收藏 换一换 换一批 上一首 下一首 上一集 下一集 语音播报 朗读 播报  取消 更多 更多>> 全文 播放 静音 倍速 置顶 加精 楼主 沙发 显示全部楼层 阅读模式 电梯直达 只看大图 跳转到指定楼层 腾讯QQ
`);

/** Words that a menu has and a list of people or plants has not. */
const MENU =
  /首页|首頁|主页|网站|網站|登录|登錄|注册|关于我们|联系我们|关于本站|English|繁[體体]|简体|客户端|手机版|频道|导航|新闻|新聞|资讯|视频|图片|会员|留言|论坛|专题|无障碍|长者|问答|概况|动态|中心|国际|民生|常見問答/u;

/** What may stand between and around the words: counts, signs, brackets. */
const BETWEEN =
  /^[\s\d.,%+|/·:\uFF1A\uFF0C、\u2190-\u2193\u25B2\u25BC\u25B3\u25BD\u2022【】[\]()\uFF08\uFF09<>\u4E07千kKwWA次人个個条-]/u;

const LONGEST = 80;
const LONGEST_WORD = Math.max(...[...BUTTONS].map((word) => word.length));
const BEGINNINGS: ReadonlySet<string> = new Set([...BUTTONS].map((word) => word.charAt(0)));

function words(table: string): ReadonlySet<string> {
  return new Set(table.trim().split(/\s+/u).map(toSimplified));
}

/** How many words of buttons a line is made of; 0 when anything else is in it. */
export function countButtons(written: string): number {
  if (written.length > LONGEST) return 0;
  const text = toSimplified(written);
  let count = 0;
  let at = 0;
  while (at < text.length) {
    const length = buttonAt(text, at);
    if (length > 0) count++;
    else if (!BETWEEN.test(text.slice(at, at + 1))) return 0;
    at += Math.max(1, length);
  }
  return count;
}

function buttonAt(text: string, at: number): number {
  if (!BEGINNINGS.has(text.charAt(at))) return 0;
  for (let length = Math.min(LONGEST_WORD, text.length - at); length > 0; length--) {
    if (BUTTONS.has(text.slice(at, at + length))) return length;
  }
  return 0;
}

/** A row of several buttons, or of one with its count: 阅读(326) 评论(12), [大] [中] [小], 点赞 12. */
export function isButtonRow(text: string): boolean {
  const count = countButtons(text);
  // a day is no count: 2019-08-20 21:15 来自 微博
  if (count === 0 || /\d{4}[-./年]\d/u.test(text)) return false;
  return (
    count >= 2 ||
    (count === 1 && text.replace(/[^\p{Script=Han}]/gu, '').length >= 4) ||
    (count === 1 && /^\p{Script=Han}{2,4}[\s(\uFF08]{1,3}\d[\d.,]{0,8}[)\uFF09]?$/u.test(text))
  );
}

const FEWEST_ENTRIES = 4;

/** Words with bars between, such as menus are and tables too: 日志 | 相册 | 收藏 | 关于我. */
export function isBarRow(text: string): boolean {
  return (
    text.length <= 60 &&
    /[|\uFF5C\u2502]/u.test(text) &&
    /^\p{Script=Han}{2,5}(?:\s*[|\uFF5C\u2502]\s*\p{Script=Han}{2,5}){2,9}$/u.test(text)
  );
}

const LONGEST_MENU = 200;
const SENTENCE = /[>»›\u2192\uFF1E。\uFF0C\uFF1B\uFF01\uFF1F]/u;

/** No line that {@link isMenuRow} or {@link isBarRow} looks through is longer, or has a sentence. */
export function mayBeMenu(text: string): boolean {
  return text.length <= LONGEST_MENU && !text.includes('。');
}

/** The menu of a site: short entries in a row, one of which only a menu has. */
export function isMenuRow(text: string): boolean {
  if (!mayBeMenu(text) || SENTENCE.test(text)) return false;
  const entries = text.split(/\s*[|\uFF5C\u2502·]\s*|\s+/u).filter((entry) => entry !== '');
  const barred = /[|\uFF5C\u2502]/u.test(text);
  const enough = entries.length >= (barred ? FEWEST_ENTRIES - 1 : FEWEST_ENTRIES);
  return enough && entries.every((entry) => entry.length <= 8) && entries.some((entry) => MENU.test(entry));
}
