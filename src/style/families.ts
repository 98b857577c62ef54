import { packagePath } from '../package-root.js';
import type { FontFamily } from './style-sheet.js';

const bundled = (file: string): { file: string } => ({ file: packagePath(`fonts/${file}`) });

/**
 * The families that ship. Word faces are those that Windows, macOS and WPS find or map (宋体 黑体 楷体 仿宋); a Word
 * file does not carry ours. CSS lists leave body text to the reader's own face.
 */
export const BUNDLED_FAMILIES: Readonly<Record<string, FontFamily>> = {
  song: {
    regular: bundled('noto-serif-sc/NotoSerifSC_400Regular.ttf'),
    bold: bundled('noto-serif-sc/NotoSerifSC_700Bold.ttf'),
    fallback: ['hei', 'kai'],
    word: { eastAsia: '宋体', latin: 'Times New Roman' },
    css: [],
  },
  hei: {
    regular: bundled('noto-sans-sc/NotoSansSC_400Regular.ttf'),
    bold: bundled('noto-sans-sc/NotoSansSC_700Bold.ttf'),
    fallback: ['song', 'kai'],
    word: { eastAsia: '黑体', latin: 'Arial' },
    css: ['Source Han Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', 'sans-serif'],
  },
  kai: {
    regular: bundled('lxgw-wenkai/LXGWWenKai-Regular.ttf'),
    fallback: ['song', 'hei'],
    word: { eastAsia: '楷体', latin: 'Times New Roman' },
    css: ['Kaiti SC', 'STKaiti', 'KaiTi', 'serif'],
  },
  fang: {
    regular: bundled('fandol/FandolFang-Regular.otf'),
    fallback: ['song', 'hei', 'kai'],
    word: { eastAsia: '仿宋', latin: 'Times New Roman' },
    css: ['STFangsong', 'FangSong', 'serif'],
  },
  mono: {
    regular: bundled('inconsolata/Inconsolata_400Regular.ttf'),
    bold: bundled('inconsolata/Inconsolata_700Bold.ttf'),
    fallback: ['hei', 'song', 'kai'],
    word: { eastAsia: '宋体', latin: 'Consolas' },
    css: ['ui-monospace', 'Menlo', 'Consolas', 'monospace'],
  },
};
