import type { FontFamily, Region, StyleSheet } from '../../style/index.js';

/**
 * What a face of simplified Chinese is called where another script is at home: the faces of Windows there, which draw
 * the characters in the forms of their region. 仿宋 has no counterpart and stays.
 */
export const REGIONAL_FACES: Readonly<Partial<Record<Region, Readonly<Record<string, string>>>>> = {
  'zh-Hant-TW': { 宋体: '新細明體', 黑体: '微軟正黑體', 楷体: '標楷體' },
  'zh-Hant-HK': { 宋体: '新細明體', 黑体: '微軟正黑體', 楷体: '標楷體' },
  ja: { 宋体: '\uFF2D\uFF33 明朝', 黑体: '\uFF2D\uFF33 ゴシック', 楷体: 'HG正楷書体-PRO' },
};

/** The families with the faces that Word has for the region of the sheet; faces that a template names stay. */
export function regionalFamilies({ families, region }: StyleSheet): StyleSheet['families'] {
  const faces = REGIONAL_FACES[region];
  if (!faces) return families;
  const named = Object.entries(families).map(([name, family]): [string, FontFamily] => {
    const eastAsia = faces[family.word.eastAsia] ?? family.word.eastAsia;
    return [name, { ...family, word: { ...family.word, eastAsia } }];
  });
  return Object.fromEntries(named);
}
