/**
 * Everything that paiban says about a document, by code, in both languages. `{name}` is filled from the values
 * of the diagnostic or error. One row to add a message; `hint` says what to do next.
 */
export const messages = {
  'font-file-unreadable': {
    en: 'cannot read the font {file}',
    zh: '无法读取字体文件 {file}',
    hint: {
      en: 'Check the path; TrueType, OpenType and TTC files are accepted, WOFF is not.',
      zh: '请检查路径；支持 TrueType、OpenType 和 TTC，不支持 WOFF。',
    },
  },
  'font-family-unknown': {
    en: 'no font family is called "{family}"',
    zh: '没有名为「{family}」的字体族',
    hint: {
      en: 'Known families: {known}. Declare others under "fonts" in the template.',
      zh: '可用的字体族：{known}。其他字体请在模板的 "fonts" 中声明。',
    },
  },
  'glyph-missing': {
    en: 'no font has a glyph for {char} (U+{hex}), {count} time(s), first in “{place}”',
    zh: '没有字体含有字符 {char}（U+{hex}），共 {count} 处，首见于「{place}」',
    hint: {
      en: 'Name a font file that has it with --font or in the template.',
      zh: '请用 --font 或在模板中指定含有该字的字体文件。',
    },
  },
} as const;

export type MessageCode = keyof typeof messages;
