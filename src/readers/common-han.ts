/**
 * The Han characters that make up most of any modern Chinese text, about the 550 most frequent ones, simplified,
 * with the traditional forms of those that have one. Right decoding is full of them; wrong decoding is not.
 */
const SIMPLIFIED =
  '的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离虽坏兴切确育集律团组规服优求精斗章节篇回卷号项条民组织习村乡镇县省办局级干领导经济社会主义发展工作学习';
const TRADITIONAL =
  '這來國個說們為時會過學對裡後麼於還發當無開樣現將與進實點種聲話兒問給幾業間電門東聽氣關並內產萬體別處總場師書員華報馬張難數車應親務記邊風戰乾幹許覺題統請愛讓認論義術結連遠資隊帶條變聯權領傳紅達辦運強區轉眾輕語滿寫識極黃臉錢黨設雙歷廣議際則單據導網專誰讀飛觀爭組視濟離雖壞興確團規優鬥節號項織習鄉鎮縣級經動長見頭從兩電們卻軍樂課錯陽陰營';

const COMMON: ReadonlySet<string> = new Set(SIMPLIFIED + TRADITIONAL);

/** True for the few hundred characters, of either script, that any Chinese text is full of. */
export function isCommonHan(char: string): boolean {
  return COMMON.has(char);
}
