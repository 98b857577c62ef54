/**
 * What a site says about itself and to its readers, by kinds of words. None proves anything: an article speaks of
 * downloads and of rights too. Kinds that meet in one short line do.
 */
const SPEAKER =
  /本站|本网(?!络)|本平台|本公众号|本公司网站|小编|小編|本文库|本网站|自媒体|该作者|博主|受访者提供|本词条|这份文档|本文档|此文档|本回答|该回答|您的朋友|记住本站|本库(?=公布|收录|所载)|报料|投稿邮箱|商务合作|本章(?=已?阅读|内容)|网友评论/u;
const RIGHTS =
  /版权|版權|著作权|转载|轉載|授权|授權|侵权|侵權|出处|出處|许可协议|版权协议|CC\s?[\d.]{0,3}\s?BY/u;
const STANCE =
  /仅代表|僅代表|不代表|并不代表|观点|觀點|立场|立場|仅供参考|僅供參考|真实性|无关|概不负责|不承担|不得(?:转载|使用|复制)/u;
/** What a text or a reader is not to be held to, in the words of those who fear it. */
const CAUTIONS: readonly RegExp[] = [
  /不构成.{0,12}(?:建议|依据|意见|承诺)|仅供(?:参考|交流|学习)|僅供參考/u,
  /风险自[担负]|后果自[担负]|需谨慎|据此(?:操作|投资|入市)/u,
  /(?:立场|观点|平台|网站)无关|不代表.{0,10}(?:立场|观点)|仅代表.{0,10}(?:观点|意见|立场)|保持中立/u,
  /目的(?:在于|是|为了)?传[播递](?:更多)?信息|不承担.{0,6}责任|概不负责|不保证/u,
  /无利益(?:相关|关系)|立场声明/u,
  /理性(?:讨论|交流|发言|看待)/u,
];
/** What the caution is about. */
const PAGE =
  /(?:以上|本文|文中|文章|上述|该文|此文|原文|相关)(?:[的中])?(?:内容|信息|观点|资料|数据|言论|图片|评论)?/u;
/** What to do about a mistake on a page. */
const COMPLAINT = /异议|更正|下线|指正|纠错|申诉/u;
const DEALING =
  /点击|點擊|扫码|扫一扫|扫描|长按|关注|关键词|下载|下載|收藏|转发|搜索|分享|上传|发布|翻页|快来编辑|赶紧来|更新速度|联系|删除|刪除|推薦給|推荐给|采纳|留言|点赞|评论区|加微信/u;
const COURTESY =
  /欢迎|歡迎|感谢|谢谢|祝您|敬请|敬請|请大家|请您|如果您|如有|如果覺得|如果觉得|若有|请转发|请点击/u;
const TOOL = /公众号|微信|客户端|APP|App|二维码|小程序|朋友圈|https?:\/\/|www\./u;

const LONGEST = 200;
const LONGEST_CALL = 40;

/**
 * How surely a line is the site speaking: 3 for three kinds of words together, one of them the site's own voice or
 * its rights; 2 for two; 1 for a call to the reader without it; 0 otherwise.
 */
export function siteVoice(text: string): 0 | 1 | 2 | 3 {
  if (text.length > LONGEST || /^第.{1,6}[条章节]|^[“「]/u.test(text)) return 0;
  if (PAGE.test(text) && CAUTIONS.filter((kind) => kind.test(text)).length >= 2) return 3;
  const [speaks, rights, stance] = [SPEAKER.test(text), RIGHTS.test(text), STANCE.test(text)];
  if (speaks && COMPLAINT.test(text)) return 2;
  // 欢迎在评论区留言: what a text may end with too
  if (!speaks && !rights && !stance)
    return text.length <= LONGEST_CALL && DEALING.test(text) && COURTESY.test(text) ? 1 : 0;
  const voices = [speaks, rights, stance].filter(Boolean).length;
  const others = [DEALING, COURTESY, TOOL].filter((kind) => kind.test(text)).length;
  if (voices + others < 2) return 0;
  // a law on copyright has rights and dealings in every line; the site adds itself, or what it does not stand for
  return voices + others >= 3 && (speaks || (rights && stance)) ? 3 : 2;
}
