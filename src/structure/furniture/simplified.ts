/**
 * The traditional characters that words of sites are written with, each before its simplified form. Sites convert
 * their own lines by table, so one list of words holds for both scripts when these are folded.
 */
const PAIRS =
  '閱阅閲阅讀读點点擊击載载書书籤签標标薦荐報报錯错訂订電电專专頁页關关閉闭於于發发佈布時时間间來来網网鏈链鍵键連连結结話话題题類类單单號号編编輯辑責责審审對对記记員员導导覽览瀏浏評评論论轉转貼贴寫写讚赞' +
  '贊赞權权聲声鄭郑請请註注著着複复製制復复聯联絡络繫系訊讯視视頻频圖图體体簡简換换進进錄录頂顶無无彈弹廣广務务處处區区縣县會会議议學学歷历說说語语種种與与為为這这個个們们後后從从動动態态開开啟启顯显隱隐' +
  '歡欢謝谢願愿樂乐戶户機机碼码優优選选熱热門门徑径總总統统計计庫库設设備备護护條条約约協协終终續续邊边參参見见觀观場场僅仅實实際际運运營营質质張张欄栏聞闻當当現现瞭了麼么嗎吗過过還还讓让給给幫帮屆届獎奖' +
  '飛飞則则級级詞词諮咨詢询購购買买賣卖節节術术龍龙雲云東东風风愛爱國国華华陸陆臺台灣湾産产產产業业農农貓猫魚鱼鳥鸟';

const SIMPLE = new Map<string, string>();
for (let at = 0; at + 1 < PAIRS.length; at += 2) SIMPLE.set(PAIRS.charAt(at), PAIRS.charAt(at + 1));

/** By code unit. Every line is folded more than once, and most have nothing to fold: a look here is all they cost. */
const IS_TRADITIONAL = new Uint8Array(0x10000);
for (const char of SIMPLE.keys()) IS_TRADITIONAL[char.charCodeAt(0)] = 1;

/** The text with the words of sites in simplified characters. Its length stays. */
export function toSimplified(text: string): string {
  let folded = '';
  let from = 0;
  for (let index = 0; index < text.length; index++) {
    if (IS_TRADITIONAL[text.charCodeAt(index)] === 0) continue;
    folded += text.slice(from, index) + (SIMPLE.get(text.charAt(index)) ?? '');
    from = index + 1;
  }
  return from === 0 ? text : folded + text.slice(from);
}
