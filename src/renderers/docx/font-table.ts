import type { StyleSheet } from '../../style/index.js';
import { w, type XmlElement } from './xml.js';

/** Other names of Chinese faces, by which macOS, WPS and LibreOffice may know them. */
const ALTERNATES: Readonly<Record<string, string>> = {
  宋体: 'SimSun',
  黑体: 'SimHei',
  楷体: 'KaiTi',
  仿宋: 'FangSong',
  新細明體: 'PMingLiU',
  標楷體: 'DFKai-SB',
  微軟正黑體: 'Microsoft JhengHei',
};

/** Faces whose characters are all of one width. */
const FIXED = /Consolas|Courier|Mono|Menlo|Inconsolata/i;

/** The font table: each face that the sheet names, with another name for it and its kind. */
export function fontTablePart(sheet: StyleSheet): XmlElement {
  const faces = Object.values(sheet.families).map((family) => family.word);
  const eastAsian = new Set(faces.map((face) => face.eastAsia));
  const latin = new Set(faces.map((face) => face.latin).filter((name) => !eastAsian.has(name)));
  return w(
    'fonts',
    {},
    ...[...eastAsian].map((name) =>
      w(
        'font',
        { name },
        ALTERNATES[name] !== undefined && w('altName', { val: ALTERNATES[name] }),
        // GB 2312, by the numbers of the Windows API
        w('charset', { val: '86' }),
        w('family', { val: 'auto' }),
        w('pitch', { val: 'variable' }),
      ),
    ),
    ...[...latin].map((name) =>
      w(
        'font',
        { name },
        w('charset', { val: '00' }),
        w('family', { val: FIXED.test(name) ? 'modern' : 'auto' }),
        w('pitch', { val: FIXED.test(name) ? 'fixed' : 'variable' }),
      ),
    ),
  );
}
