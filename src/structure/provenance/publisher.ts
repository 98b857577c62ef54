/** Ends of the names of papers, sites, offices. */
const PUBLISHER =
  /(?:[报報刊網网社局处科办部台馆院]|[日晚早周][报報]|周刊|[月季]刊|杂志|频道|客户端|在线|新闻|中心|学校|大学|之窗|笔记|公众号|文艺|文学|传媒|志|委员会|委員會|公司|集团|集團|协会|協會|学会|學會|政府|联合会|聯合會)$/u;

/** The name of a paper, a site or an office, by its end. */
export function isPublisher(text: string): boolean {
  return /^\p{L}{2,14}$/u.test(text) && PUBLISHER.test(text);
}
