/**
 * Labels that nobody has listed end as the known ones do: 公文生成单位, 挂网时间, 本期主持人. What their values are is not
 * known; that the line is one of labels and values is.
 */

const ENDS =
  '时间 日期 時間 单位 机关 机构 部门 單位 機關 機構 部門 编号 文号 字号 索引号 号码 分类 类别 类型 体裁 方式 范围 形式 状态 效力 名称 标题 关键词 主题词 来源 來源 出处 热线 电话 邮箱 次数 人数 浏览量 点击数 阅读量 关键字 标签 版本 页数 价格 作品 栏目 频道';
const END = ENDS.split(' ').join('|');

/** 访谈时间, 公文生成单位: a label by its last word. */
export const LABEL_BY_END: string = `\\p{Script=Han}{1,8}(?:${END})`;

const PAIR = new RegExp(
  `^(?:${LABEL_BY_END})\\s{0,4}[:\uFF1A]\\s{0,4}[^\\s。\uFF01\uFF1F][^。\uFF01\uFF1F]{0,40}$`,
  'u',
);
/** 访谈嘉宾：… A person behind such a label; a headline has a whole sentence there (知情人：他早就走了). */
const PERSON =
  /^\p{Script=Han}{1,6}(?:嘉宾|[人者员])\s{0,4}[:\uFF1A]\s{0,4}[^\s。\uFF0C]{1,14}(?:[\s\u3000]{1,4}\p{Script=Han}{2,4})?$/u;
/** Two short words with colons and a gap before the second. */
const PAIRS =
  /^\p{Script=Han}[\p{Script=Han} ]{1,9}[:\uFF1A]\s{0,3}[^\s:\uFF1A。]{1,30}[\s\u3000]+\p{Script=Han}{2,10}[:\uFF1A][^:\uFF1A。]{0,40}(?:[:\uFF1A][^。]{0,60})?$/u;

/** A line of a label and its value, by the shape of the label. */
export function isLabelled(text: string): boolean {
  return PAIR.test(text) || PERSON.test(text) || isPairs(text);
}

/** A line of two labels and more, whatever they are. No title is such a line. */
export function isPairs(text: string): boolean {
  return PAIRS.test(text);
}
