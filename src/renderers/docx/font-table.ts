import type { StyleSheet } from '../../style/index.js';
import { w, type XmlElement } from './xml.js';

/** What the system looks for when it has no face of a name. ISO/IEC 29500-1, 17.8.3. */
interface FaceFacts {
  /** Other names of the face and faces that stand in for it, the nearest first: on Windows, macOS and WPS. */
  readonly others: string;
  /** The ten numbers of PANOSE-1, in hexadecimal. */
  readonly panose: string;
  /** By the numbers of the Windows API: GB 2312, Big 5, Shift JIS, Hangul. */
  readonly charset: '86' | '88' | '80' | '81' | '00';
  readonly family: 'roman' | 'swiss' | 'modern' | 'auto';
  readonly pitch: 'fixed' | 'variable';
}

const MODERN = { panose: '02010609060101010101', charset: '86', family: 'modern', pitch: 'fixed' } as const;

/** The faces that Chinese and Japanese documents name. The values are those of the faces of Windows. */
const FACES: Readonly<Record<string, FaceFacts>> = {
  宋体: {
    others: 'SimSun,Songti SC,STSong',
    panose: '02010600030101010101',
    charset: '86',
    family: 'auto',
    pitch: 'variable',
  },
  黑体: { others: 'SimHei,Heiti SC,STHeiti', ...MODERN },
  楷体: { others: 'KaiTi,Kaiti SC,STKaiti', ...MODERN },
  仿宋: { others: 'FangSong,STFangsong', ...MODERN },
  新細明體: {
    others: 'PMingLiU,Songti TC,LiSong Pro',
    panose: '02020500000000000000',
    charset: '88',
    family: 'roman',
    pitch: 'variable',
  },
  標楷體: {
    others: 'DFKai-SB,BiauKai,Kaiti TC',
    panose: '03000509000000000000',
    charset: '88',
    family: 'auto',
    pitch: 'fixed',
  },
  微軟正黑體: {
    others: 'Microsoft JhengHei,Heiti TC,PingFang TC',
    panose: '020B0604030504040204',
    charset: '88',
    family: 'swiss',
    pitch: 'variable',
  },
  '\uFF2D\uFF33 明朝': {
    others: 'MS Mincho,Hiragino Mincho ProN',
    panose: '02020609040205080304',
    charset: '80',
    family: 'modern',
    pitch: 'fixed',
  },
  '\uFF2D\uFF33 ゴシック': {
    others: 'MS Gothic,Hiragino Sans',
    panose: '020B0609070205080204',
    charset: '80',
    family: 'modern',
    pitch: 'fixed',
  },
  'HG正楷書体-PRO': {
    others: 'HGSeikaishotaiPRO,Klee One,YuKyokasho',
    panose: '03000600000000000000',
    charset: '80',
    family: 'auto',
    pitch: 'variable',
  },
  'Times New Roman': {
    others: '',
    panose: '02020603050405020304',
    charset: '00',
    family: 'roman',
    pitch: 'variable',
  },
  Arial: { others: '', panose: '020B0604020202020204', charset: '00', family: 'swiss', pitch: 'variable' },
  Consolas: {
    others: 'Menlo,Courier New',
    panose: '020B0609020204030204',
    charset: '00',
    family: 'modern',
    pitch: 'fixed',
  },
};

/** Faces whose characters are all of one width. */
const FIXED = /Consolas|Courier|Mono|Menlo|Inconsolata/i;

/** The font table: each face that the sheet names, with what stands in for it and its kind. */
export function fontTablePart(sheet: StyleSheet): XmlElement {
  const faces = Object.values(sheet.families).map((family) => family.word);
  const eastAsian = new Set(faces.map((face) => face.eastAsia));
  const latin = new Set(faces.map((face) => face.latin).filter((name) => !eastAsian.has(name)));
  return w(
    'fonts',
    {},
    ...[...eastAsian].map((name) => font(name, FACES[name] ?? unknownFace(name, '86'))),
    ...[...latin].map((name) => font(name, FACES[name] ?? unknownFace(name, '00'))),
  );
}

function font(name: string, { others, panose, charset, family, pitch }: FaceFacts): XmlElement {
  return w(
    'font',
    { name },
    others !== '' && w('altName', { val: others }),
    panose !== '' && w('panose1', { val: panose }),
    w('charset', { val: charset }),
    w('family', { val: family }),
    w('pitch', { val: pitch }),
  );
}

/** A face that a template of the user's names. */
function unknownFace(name: string, charset: '86' | '00'): FaceFacts {
  const isFixed = charset === '00' && FIXED.test(name);
  return {
    others: '',
    panose: '',
    charset,
    family: isFixed ? 'modern' : 'auto',
    pitch: isFixed ? 'fixed' : 'variable',
  };
}
