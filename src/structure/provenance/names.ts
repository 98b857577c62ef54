import { hanCount } from '../row.js';

/** The usual family names, by which 何晓东 is a person and 云溪县 is not. */
const SURNAMES = new Set(
  '王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段章钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫芦季俞鲁魯葛伍韦韋申尤毕畢聂聶焦向柳邢路岳齐齊梅莫庄莊肖付闫褚娄佘符骆駱臧瞿佟邬滕栾蔺卞戚卓郎喻尚蒲丘辛管祝左涂谷祁时時舒耿牟卜詹关關苗凌费費纪紀靳盛童欧歐甄项項曲成游阳裴席卫衛查屈鲍鮑位覃霍翁隋植甘景薄单單包司柏宁寧柯阮桂闵閔解强柴华華车車冉房边邊',
);
const DOUBLE = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯|歐陽|司馬|諸葛)/u;

/** Words that begin like a name. */
const NO_NAME =
  /^(?:付出|付款|付费|符号|符合|卓越|尚未|尚且|尚可|肖像|郎君|高中|高校|高考|小学|中学|大学|文章|文学|文化|文件|文本|时间|时事|时代|时政|关于|关注|关闭|成长|成果|安全|安排|方法|方案|方式|万一|金融|石油|项目|章程|常识|常见|任务|任命|向上|管理|华人|周刊|周末|周年|江湖|江城|金色|夏天|解读|解析|解答|解说|文摘|文库|成语|成绩|游记|易经|时评|白天|白话|车间|包括|强调|边城|项链|宁静|温馨|温暖|尤其|白雪|马上|马路|牛奶|黄昏|高原气|方言|向前|向东|路上|路边|谢谢|祝福|祝贺|祝愿|强国|于是|许多|何时|何处|何为|左右|常用|游客|和平|施工|庄稼|严重|安静|康复|顾客|单元|单位|费用|纪念|纪要|纪实|武术|舒服|童话|童年|苗圃|梅花|兰花|柳树|桂花|叶子|花开)/u;

const FEWEST_HAN = 2;
const MOST_HAN = 4;

/** A person's name by its shape: a family name and one or two characters. */
export function isPersonName(text: string): boolean {
  const han = hanCount(text, MOST_HAN + 1);
  if (han < FEWEST_HAN || han > MOST_HAN) return false;
  const name = text.replace(/[ \u3000]/gu, '');
  if (!/^\p{Script=Han}{2,4}$/u.test(name) || NO_NAME.test(name)) return false;
  return DOUBLE.test(name) ? name.length >= 3 : name.length <= 3 && SURNAMES.has(name.charAt(0));
}

/** 沈　望 as 沈望, 朱 家颐 as 朱家颐: no name is one character, which a gap has parted from the rest. */
export function closeNames(names: string): string {
  if (!/[ \u3000]/u.test(names)) return names;
  return names.replace(SPREAD, (spread) => spread.replace(/[ \u3000]+/gu, ''));
}

const SPREAD =
  /(?<=^|[ \u3000、,\uFF0C;\uFF1B])\p{Script=Han}[ \u3000]{1,3}(?:\p{Script=Han}[ \u3000]{1,3}\p{Script=Han}|\p{Script=Han}{1,2})(?=$|[ \u3000、,\uFF0C;\uFF1B])/gu;

/** What papers set behind a name: the number of its office, a star. */
const MARKS =
  /[\d*\u2460-\u2469\u00B9\u00B2\u00B3\u2070-\u2079]{1,3}(?:[,\uFF0C]\d){0,3}(?=[\s,\uFF0C、;\uFF1B]|$)/gu;

/** 郑乔1，吕明远2 as 郑乔，吕明远. */
export function withoutMarks(names: string): string {
  return names.replace(MARKS, '');
}
