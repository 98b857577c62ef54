import { endsSentence } from '../row.js';
import { findLabelledDate } from './dates.js';

export type MetadataKind =
  | 'publishedOn'
  | 'source'
  | 'address'
  | 'author'
  | 'editor'
  | 'counter'
  | 'document'
  | 'breadcrumb'
  /** A label that is not known, between others that are: 字号, 打印. */
  | 'other';

export interface LabelRow {
  readonly kind: MetadataKind;
  /** Every spelling, longest first where one begins another. */
  readonly words: readonly string[];
  readonly value: (text: string) => boolean;
  readonly weak?: true;
}

export const isShort = (text: string): boolean => text.length <= 40 && !endsSentence(text);
const isAddress = (text: string): boolean =>
  text === '' || /^\S{0,40}?(?:https?:\/\/|www\.)\S+$/u.test(text) || isShort(text);
const isCount = (text: string): boolean =>
  /^(?:[\d.,+\s]{0,12}[万千萬亿wWkK]?\s*(?:次|人|条|人次|字|次历史版本)?|加载中\W{0,6}|正在加载\W{0,6}|\[loading\W{0,6}|★{1,5})$/u.test(
    text,
  );

/** A day, with a weekday or a time after it, and no other label behind (时间：3月1日 地点：…). */
export function isDay(text: string): boolean {
  if (text === '') return true;
  const found = findLabelledDate(text);
  if (!found || text.slice(0, found.start).trim() !== '') return false;
  return /^\s*(?:[(\uFF08]?(?:星期.|周.)[)\uFF09]?)?[\s,|/·∙・\-\u2014]*(?:只看该作者|倒序浏览|来自手机|IP\s?属地\s?\p{Script=Han}{1,4})?[\s|/]*(?:只看该作者|倒序浏览|来自手机)?[\s|/]*(?:倒序浏览)?$/u.test(
    text.slice(found.end),
  );
}

/** Every beginning before every ending: 发布 更新 × 时间 日期. An ending may stand alone when `''` is a beginning. */
function compose(beginnings: string, endings: string): string[] {
  return beginnings
    .split(' ')
    .flatMap((one) => endings.split(' ').map((other) => (one === '-' ? other : one + other)));
}

const list = (text: string): string[] => text.split(' ');

/** The labels that pages print around an article, traditional spellings included: words, or beginnings × endings. */
export const LABELS: readonly LabelRow[] = [
  {
    kind: 'publishedOn',
    words: [
      ...compose(
        '发布 发表 发文 发稿 更新 成文 印发 刊登 刊发 公布 公告 录入 录用 提交 创建 添加 上线 发帖 颁布 编辑 修改 挂网 上网 公示 推送 收录 来稿 信息 文章 新闻 网页 系统发布 最后更新 最后修改 最近更新 文章发布 网络发布 信息发布 文章更新 本页更新 撰写 入库 生成 制发 发行',
        '时间 日期',
      ),
      ...compose('發布 發佈 發表 發文 更新 上版 刊登 公告 張貼 建立 最後更新 資料更新 撰寫', '時間 日期 日'),
      ...compose(
        '发布 发表 更新 编辑 修改 创建 提问 回答 发帖 上传 推荐 创作 写 首发 刊登 發表 發佈 發布 最后编辑 最后发布 最近编辑',
        '于',
      ),
      ...compose('發表 發佈 發布 更新 編輯 建立', '於'),
      ...list(
        '发布 发表 出版 發布 發佈 發表 出版日期 最近更新 最后更新 最后修改 Published Posted Date Updated',
      ),
    ],
    value: isDay,
  },
  { kind: 'publishedOn', words: list('时间 日期 時間'), value: isDay, weak: true },
  {
    kind: 'address',
    words: [
      ...compose('本文 原文 文章 本页 网页 页面 原帖 全文', '链接 地址 网址'),
      ...compose('本文 原文 文章 本頁', '鏈接 連結 網址'),
      ...list('本文来源 本文來源 转载来源 轉載自 链接地址 转载地址 永久链接 本文固定链接'),
    ],
    value: isAddress,
  },
  {
    kind: 'source',
    words: [
      ...compose('信息 稿件 文章 新闻 资料 内容 消息 图文 稿源 - 文稿 素材', '来源'),
      ...compose('- 文章 新聞 資料 訊息 稿件', '來源'),
      ...compose('- 本文 文章 全文 内容', '转自 摘自 选自 转载于 转载自 采编自 来源于'),
      ...list(
        '来自 出处 稿源 原载 原载于 出處 公众号 微信公众号 微信公号 来源公众号 当前报纸名称 报纸名称 刊名 Source',
      ),
    ],
    value: isAddress,
  },
  {
    kind: 'author',
    words: list(
      '作者 原作者 文章作者 本文作者 词条作者 撰文 撰稿 撰稿人 撰写 执笔 记者 本报记者 本刊记者 见习记者 特约记者 实习记者 通讯员 供稿 供稿人 供稿者 投稿人 投稿 发布人 发布者 发帖人 楼主 博主 作家 記者 撰寫 發布者 作者姓名 编剧 编著 原著 Author',
    ),
    value: isShort,
  },
  {
    kind: 'editor',
    words: [
      ...compose('责任 执行 值班 特约 网络 文字 新媒体 本期 图文 美术 栏目 频道 实习 视觉 微信 -', '编辑'),
      ...compose('责任 - 执行', '校对 主编 总编 编审 审核 审校 排版 美编'),
      ...list(
        '指导老师 指导教师 辅导老师 责编 初审 复审 终审 一审 二审 三审 审稿 审签 签发 核稿 监制 总监制 策划 总策划 制图 制作 设计 配图 摄影 图片 视频 文章录入 录入 录入者 技术编辑 学术顾问 出品 统筹 編審 編輯 責任編輯 責編 責任編審 校對 審核 攝影 翻译 译者 实习生',
      ),
    ],
    value: isShort,
  },
  {
    kind: 'counter',
    words: [
      ...compose(
        '浏览 阅读 点击 访问 查看 评论 点赞 收藏 下载 转发 回复 收听 打印 推荐 编辑 已阅读 已浏览 总浏览 本文浏览 文章点击',
        '次数 数 量 率 人数',
      ),
      ...compose('瀏覽 點擊 點閱 閱讀 閲讀 分享', '次數 數 量 率 人次'),
      ...list(
        '浏览 阅读 点击 访问 查看 回复 评论 点赞 收藏 转载 喜欢 人气 热度 人氣 字数 字數 全文字数 閱讀 閲讀 瀏覽 點擊 點閱 预计阅读时间 阅读时间 阅读时长 小编推荐度 推荐度 推荐指数 评分 积分 Views',
      ),
    ],
    value: isCount,
  },
  {
    // what a page is filed under
    kind: 'counter',
    words: list(
      '标签 標籤 标签词 文章标签 词条标签 栏目 分类 分類 文集 专栏 话题 开放分类 词条分类 文章类别 更新 上传者 上传人 上传时间 上传日期 上傳時間 文件格式 页数 原标题 原題 原标题为 已投稿到 Tags Tag',
    ),
    value: isShort,
  },
  {
    kind: 'document',
    words: list(
      '索引号 主题分类 组配分类 标题 信息名称 文件名称 公开方式 公开范围 公开时限 公开形式 公开日期 公开责任部门 信息索引 文件编号 废止日期 废止时间 失效日期 失效时间 生效日期 生效时间 实施日期 实施时间 施行日期 施行时间 发文机关 发布机关 发布机构 发布单位 发布部门 发文字号 发文单位 发文机构 公文种类 信息分类 信息类别 有效性 时效性 效力级别 效力等级 内容概述 主题词 效力状态 文号 颁布单位 颁布机关 制定机关 统一编号 规范性文件编号 所属主题 体裁分类 所属机构 發布單位 發文單位 發文字號 公告單位 發布機關 張貼單位 文档编号 文件大小 文档大小 文档格式 文档页数 所属栏目 所属分类 文章分类',
    ),
    value: isShort,
  },
  { kind: 'document', words: list('名称 名稱 分类 文件类型'), value: isShort, weak: true },
  {
    kind: 'breadcrumb',
    words: list(
      '您当前的位置 您现在的位置 您的位置 当前位置 所在位置 当前所在位置 您所在的位置 您现在所在的位置 你的位置 你现在的位置 当前页面 您现在浏览的位置 当前栏目 当前频道 目前位置 當前位置 您的位置 所在位置 現在位置 您現在的位置 所在栏目',
    ),
    value: isShort,
  },
];
