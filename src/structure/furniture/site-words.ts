import { toSimplified } from './simplified.js';

/**
 * The words in which a site speaks of itself and of what can be done on its pages. A line is cut into them, so that
 * 收藏此文章 needs no row of its own beside 收藏 and 文章: what counts is how much of a line they cover.
 */

/** What only pages do and have. */
const SITE = words(`
  点击 单击 戳 扫码 扫描 扫一扫 长按 识别 二维码 登录 登入 注册 收藏 收藏夹 搜藏 书签 书架 点赞 按赞 打赏 赞赏 投币 催更 追更 追踪
  转发 转寄 转贴 分享 评论 评论区 留言 留言区 留言板 回帖 跟帖 发帖 发新帖 顶帖 帖子 举报 纠错 报错 订阅 关注 星标 加精 置顶 在看
  下载 上传 客户端 app 小程序 公众号 微信 微博 朋友圈 qq 抖音 快手 头条号 百家号 视频号 脸书 粉丝团 粉专 line facebook twitter
  打印 列印 字号 复制 首页 主页 尾页 末页 翻页 返回 顶部 页首 网页 页面 网站 网址 站点 本站 本网 本页 本帖 本贴 本平台 本网站 域名
  楼主 楼层 层主 此帖 该帖 原帖 主帖 网友 游客 会员 用户 用户名 账号 帐号 密码 验证码 昵称 头像 粉丝 人气 积分 威望 金币 铜币 评分 书友 吧友
  版权 版权所有 备案 备案号 icp 公网安备 免责 侵权 侵删 转载 出处 许可协议 热门 热榜 热搜 热点 排行 排行榜 榜单 猜你 猜您 往期 下期 本期
  标签 栏目 频道 导航 站内 搜索 rss 月票 推荐票 投地雷 地雷 营养液 红包 广告 赞助 推广 手机版 电脑版 移动版 触屏版 无障碍 长者
  繁体 简体 设为 联系我们 关于我们 隐私 友情 链接 短信 铃声 彩铃 浏览量 访问量 点击量 浏览器 分辨率 访客 访谈预告 预告 电子报 纸刊 邮发代号
  词条 百科 博主 博客 部落格 专栏 权威发布 创作者 收录 镜像 回顶部 纠错 快捷 提问 话题 追番 弹幕 倍速 播报 听书 朗读 夜间 护眼 报料
  贴吧 论坛 版块 板块 版主 斑竹 发自 快速回复 引用 顶端 滑动 只看 倒序 使用道具 编辑过 想看 想读 关键词 投稿 专页 讚好 赞好 订户 vip 领取 立即 优惠券 倒计时 立减 抢购 付费 充值 限时 书评 短评 发消息 私信 本库
`);

/** What pages have and texts speak of. */
const SHARED = words(`
  文章 本文 此文 该文 原文 全文 正文 内容 标题 作者 编辑 责编 小编 责任 来源 阅读 浏览 查看 推荐 发表 发布 发送 回复 回答 问答 支持 反对 赞同 感兴趣 喜欢 看过 沙发 板凳
  有用 没用 帮助 满意 相关 最新 最近 更多 更新 精彩 精选 精华 其他 其它 全部 同类 类似 分类 类别 主题 专题 目录 章节 列表 合集 系列 文集
  资讯 信息 新闻 消息 动态 报道 视频 图片 图集 图文 图源 附件 资料 资源 文档 文件 格式 参与 打开 关闭 窗口 展开 收起 显示 隐藏 继续 加载
  刷新 播放 插入 加入 添加 提交 邀请 修改 修订 删除 选择 意见 建议 声明 说明 提示 温馨提示 授权 许可 书面 禁止 未经 允许 不得 保留 权利
  联系 电话 邮箱 地址 邮编 传真 热线 客服 主办 承办 协办 主管 技术 技术支持 运营 语言 今日 本周 本月 上期 网络 版本 登载 好友 朋友 告诉
  状态 已结束 截止 审阅 嘉宾 观点 立场 代表 个人 仅供 参考 采纳 最佳 问题 满分 评价 投票 报名 入口 返回列表 记录 次数 数量 总数 重新 手机
  扫 日志 相册 讨论 介绍 简介 级别 等级 注册时间 在线 离线 公告 录入 审核 上篇 下篇 上章 下章 下一步 作品 小说 书籍 图书 期刊 论文 检索 数据库
  馆藏 导出 引文 摘要 被引 点评 打分 食谱 菜谱 做法 晒 晒图 攻略 频次 媒体 平台 服务 中心 官方 官网 认证 专家 医生 挂号 预约 在线咨询 查询
  相似 文献 读者 字词 字级 原创 转至 稿件 解读 智能 相簿 点播 直播 厨具 跟做 福利 使用 高级 进阶 换一批 详情 全新 上传者 浏览者 网络版 简报 来自 学术 录入 异议 更正 下线 公布
`);

/** What stands between such words. Alone it says nothing. */
const GLUE = words(`
  的 了 在 请 您 你 我 我们 您的 你的 和 与 或 及 到 至 为 是 有 也 还 都 已 未 没有 无 可以 可 欢迎 感谢 谢谢 觉得 这 这个 这篇 此 该 本 以下
  以上 对 从 用 被 由 于 以 共 来 去 看 吗 呢 吧 啦 快 一下 一个 点个 个 给 把 将 让 后 即可 才 就 不 要 想 能 会 会员 上 下 前 里 中 等 其 他 她
  们 大家 每 天 第 条 篇 次 人 楼 页 章 元 赞 顶 踩 送 投 写 发 如 若 如果 需要 任何 均 任意 所有 进行 通过 使用 获取 获得 了解 知道 一起 目前 当前
  新 老 好 多 更 最 再 又 很 太 只 仅 并 且 但 而 因 所 各 另 某 几 两 全 总 还是 或者 之 者
`);

/** Which way it goes to another page: 上一篇, 较旧一篇, 下篇文章, 后一页. */
const DIRECTION =
  /^(?:[上下前后]一?[篇页章则条](?:文章|新闻|日志|信息)?|[上下前后]一(?:个|节|集|回|首|张|期|题|主题)|[较更][早晚新旧]的?一?(?:篇|页|文章|日志|帖子)|previous|prev|next|older|newer)/u;

/** Small words join what is covered; they cover little by themselves. */
const GLUE_WEIGHT = 0.7;

const ALL_WORDS: ReadonlySet<string> = new Set([...SITE, ...SHARED, ...GLUE]);

/** By the code unit that they begin with, the words, longest first. */
const WORDS_BY_FIRST = new Map<number, string[]>();
for (const word of [...ALL_WORDS].sort((one, other) => other.length - one.length)) {
  const first = word.charCodeAt(0);
  WORDS_BY_FIRST.set(first, [...(WORDS_BY_FIRST.get(first) ?? []), word]);
}
/** What {@link DIRECTION} begins with. */
const DIRECTION_STARTS = '上下前后较更pno';

/** By code unit: a word or a direction may begin with it. Where none does, nothing need be cut. */
const BEGINS = new Uint8Array(0x10000);
for (const unit of WORDS_BY_FIRST.keys()) BEGINS[unit] = 1;
for (const char of DIRECTION_STARTS) BEGINS[char.charCodeAt(0)] = 1;

function words(table: string): ReadonlySet<string> {
  return new Set(table.trim().split(/\s+/u).map(toSimplified));
}

/** What a line is made of. */
export interface SiteWords {
  /** Words that only pages use, in order; those of the text among them count as shared. */
  readonly own: number;
  /** Words that pages and texts use. */
  readonly shared: number;
  /** How much of the letters all of them cover, 0 to 1. Numbers and signs are no letters. */
  readonly share: number;
  /** The same without the small words between. */
  readonly cover: number;
}

const NONE: ReadonlySet<string> = new Set();

/** By what the text speaks of: every pass over the last rows asks for the same lines again. */
const knownBySpoken = new WeakMap<ReadonlySet<string>, Map<string, SiteWords>>();
const MOST_KNOWN = 1024;

/**
 * Cuts a line into the words of sites, the longest first.
 *
 * @param spoken Words that the text itself speaks in: a manual says 点击 of its own.
 */
export function siteWordsOf(written: string, spoken: ReadonlySet<string> = NONE): SiteWords {
  const known = knownBySpoken.get(spoken) ?? new Map<string, SiteWords>();
  knownBySpoken.set(spoken, known);
  const found = known.get(written) ?? countWords(written, spoken);
  if (known.size < MOST_KNOWN) known.set(written, found);
  return found;
}

function countWords(written: string, spoken: ReadonlySet<string>): SiteWords {
  const text = toSimplified(written).toLowerCase();
  let [own, shared, content, glue, letters] = [0, 0, 0, 0, 0];
  for (let at = 0; at < text.length; ) {
    if (BEGINS[text.charCodeAt(at)] === 0) {
      letters += lettersOfUnit(text.charCodeAt(at++));
      continue;
    }
    const { kind, length } = wordAt(text, at, spoken);
    if (kind === 'own') own++;
    if (kind === 'shared') shared++;
    const size = lettersIn(text.slice(at, at + length));
    letters += size;
    if (kind === 'glue') glue += size;
    else if (kind !== undefined) content += size;
    at += length;
  }
  const covered = content + Math.min(content, glue * GLUE_WEIGHT);
  const of = (size: number): number => (letters === 0 ? 0 : size / letters);
  return { own, shared, share: of(covered), cover: of(content) };
}

/** The words of sites that a text speaks in. */
export function spokenWords(text: string): ReadonlySet<string> {
  const simple = toSimplified(text).toLowerCase();
  const found = new Set<string>();
  for (let at = 0; at < simple.length; ) {
    if (BEGINS[simple.charCodeAt(at)] === 0) {
      at++;
      continue;
    }
    const word = longestAt(simple, at);
    if (word !== undefined && SITE.has(word)) found.add(word);
    at += word?.length ?? 1;
  }
  return found;
}

interface Piece {
  readonly kind: 'own' | 'shared' | 'glue' | undefined;
  readonly length: number;
}

function wordAt(text: string, at: number, spoken: ReadonlySet<string>): Piece {
  const mayDirect = DIRECTION_STARTS.includes(text.charAt(at));
  const direction = mayDirect ? DIRECTION.exec(text.slice(at, at + 12))?.[0] : undefined;
  if (direction !== undefined) return { kind: 'own', length: direction.length };
  const word = longestAt(text, at);
  if (word === undefined) return { kind: undefined, length: 1 };
  const length = word.length;
  if (SITE.has(word)) return { kind: spoken.has(word) ? 'shared' : 'own', length };
  return { kind: SHARED.has(word) ? 'shared' : 'glue', length };
}

function longestAt(text: string, at: number): string | undefined {
  return WORDS_BY_FIRST.get(text.charCodeAt(at))?.find((word) => text.startsWith(word, at));
}

/** Letters of a word, those of Latin words counting half. */
function lettersIn(text: string): number {
  let count = 0;
  for (const char of text) count += char.length > 1 ? lettersOf(char) : lettersOfUnit(char.charCodeAt(0));
  return count;
}

function lettersOf(char: string): number {
  return /\p{Script=Han}/u.test(char) ? 1 : /\p{L}/u.test(char) ? 0.5 : 0;
}

/** Twice the letters that a code unit is; of those that no one has asked about, {@link UNKNOWN}. */
const HALVES = new Uint8Array(0x10000).fill(3);
const UNKNOWN = 3;

function lettersOfUnit(unit: number): number {
  let halves = HALVES[unit] as number;
  if (halves === UNKNOWN) {
    halves = lettersOf(String.fromCharCode(unit)) * 2;
    HALVES[unit] = halves;
  }
  return halves / 2;
}
