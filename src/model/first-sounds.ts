/**
 * First characters that CLDR sorts by another of their sounds than some words have, so that these words would stand under
 * a wrong letter: those words, and a character of the sound that they have. A word that is not here says its reading.
 *
 * @see 现代汉语词典, 7th edition, the entries of these words
 */
const OTHER_SOUNDS: readonly (readonly [words: RegExp, sound: string])[] = [
  [/^行(?=[距长高业列情规会号间首末端数家话货])/u, '航'],
  [/^长(?=[^老子女者官辈大进孙成势相])/u, '常'],
  [/^重(?=[庆复叠阳新建印排版申组现逢修译刊编奏合唱围演名])/u, '虫'],
  [/^调(?=[整节和理解料味剂停试色制控羹])/u, '条'],
  [/^乐(?=[府器谱曲章队团音句理律记坛师经段舞])/u, '月'],
  [/^朝(?=[霞气夕露晖])/u, '招'],
  [/^曾(?=[国祖孙子参巩朴侯皙纪])/u, '增'],
  [/^传(?=[记略赞])/u, '撰'],
  [/^藏(?=[族文语传历药医区经])/u, '葬'],
  [/^弹(?=[性力奏琴词唱簧劾])/u, '谈'],
  [/^降(?=[伏服龙])/u, '祥'],
  [/^校(?=[对勘雠样订正释注记读验准点])/u, '叫'],
  [/^会(?=[计稽])/u, '快'],
  [/^给(?=[养水予])/u, '几'],
  [/^省(?=[悟亲察])/u, '醒'],
  [/^仇(?=[英远])/u, '球'],
  [/^阿(?=[胶谀房弥])/u, '鹅'],
  [/^解(?=[缙珍])/u, '谢'],
  [/^厦(?=门)/u, '下'],
  [/^单(?=于)/u, '缠'],
  [/^尉(?=迟)/u, '玉'],
  [/^万(?=俟)/u, '莫'],
  [/^龟(?=兹)/u, '秋'],
  [/^番(?=禺)/u, '潘'],
  [/^秘(?=鲁)/u, '必'],
  [/^便(?=宜)/u, '骈'],
];

/** A Chinese term with its first character written by one that sorts as it sounds here. */
export function byFirstSound(term: string): string {
  const found = OTHER_SOUNDS.find(([words]) => words.test(term));
  return found ? term.replace(...found) : term;
}
