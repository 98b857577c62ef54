import { countButtons } from '../furniture/button-rows.js';

/** Words that sites write around names and that name nobody: a count, a day of the week, a province, a verb, a button. */

const PROVINCES =
  '北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 臺灣 澳門 廣東 廣西 重慶 浙江 江蘇 四川 陝西 山東 遼寧 貴州 雲南 海外 美国 日本 英国 加拿大 澳大利亚 新加坡 马来西亚';

/** What a site does with a text, before and behind which it writes who did it. */
const DEEDS =
  '报道 报导 報道 報導 发布 發布 發佈 发表 發表 更新 修改 编辑 編輯 投诉 投訴 举报 舉報 纠错 糾錯 回复 回覆 回应 回應 引用 推荐 推薦 来源 來源 作者 采写 撰文 摄影 攝影 原创 原創 转载 轉載 供稿 整理 浏览 瀏覽 阅读 閱讀 评论 評論 点击 點擊 录入 上传 审核';
const BEFORE = '最后 最後 最近 首次 本文 文章 内容 信息 已 再次 我要 在线 综合 綜合';
const BEHIND = '于 於 时间 時間 日期 次数 数';

const either = (words: string): string => words.split(' ').join('|');

/** Words that name neither a person nor a paper, each family with an example. */
const NO_NAMES: readonly RegExp[] = [
  // 1931, 12次, 3楼, 45%
  // A03版, 12人听过
  /^[A-Z]?\d{1,6}(?:版|人\p{Script=Han}{1,3}|条?评论|次?\p{Script=Han}{2})$/u,
  /^(?:第|约|共)?[\d.,:%]+(?:次|人|人次|条|楼|樓|页|期|号|分|分钟|秒|年|月|日|万|字|[kKwW#F])?\+?$/u,
  /^(?:星期|周|週|礼拜)[一二三四五六日天]$/u,
  /^(?:上午|下午|早上|晚上|凌晨|中午|今天|昨天|前天|刚刚|昨日|今日)$/u,
  new RegExp(`^(?:IP(?:属地|屬地)?[:\uFF1A]?\\s?)?(?:${either(PROVINCES)})[省市]?$`, 'u'),
  new RegExp(`^(?:${either(BEFORE)})?(?:${either(DEEDS)})(?:${either(BEHIND)})?$`, 'u'),
  new RegExp(`^(?:${either(BEFORE)})$`, 'u'),
  /^(?:访问|查看|进入|切换)|(?:手机|电脑|移动|繁体|简体)版?$|反馈$/u,
  // who runs a site, and who did not say
  /^(?:admin\w*|administrator|webmaster|root|guest|editor|管理员|系统管理员?|系统|小编|版主|站长|佚名|匿名|游客|网友)$/iu,
  // 台南即時報導: where a reporter was
  /^\p{Script=Han}{2,4}(?:即时|即時|综合|綜合|独家|獨家|专电|專電|连线|連線)?(?:报道|报导|報導|報道)$/u,
  // words of a forum's own labels, days of an English week
  /^(?:时间|時間|日期|标题|標題|看板|信区|站内|发信人|发信站|Mon|Tue|Wed|Thu|Fri|Sat|Sun)$/u,
  /^(?:楼主|樓主|沙发|板凳|地板|站务|匿名用户|听全文|全文|正文|内容|频道|栏目|专栏|公众号|分钟|小时前|天前)$/u,
];

/** Buttons that name a site, on which texts stand too. */
const PLATFORM =
  /^(?:新浪微博|腾讯微博|微博|微信|朋友圈|豆瓣|人人网|QQ空间|空间|Facebook|LINE|Line|Twitter)$/u;

/** Whether a word may name a writer or a source, by what it is not. */
export function mayName(word: string): boolean {
  if (word === '' || NO_NAMES.some((pattern) => pattern.test(word))) return false;
  return PLATFORM.test(word) || countButtons(word) === 0;
}
