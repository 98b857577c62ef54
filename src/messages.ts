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
  'font-family-without-file': {
    en: 'the font family "{family}" names no file',
    zh: '字体族「{family}」没有指定字体文件',
    hint: {
      en: 'Give it a "regular" file in the template.',
      zh: '请在模板中为它指定 "regular" 字体文件。',
    },
  },
  'template-unknown': {
    en: 'there is no template "{name}"; did you mean "{nearest}"?',
    zh: '没有名为「{name}」的模板\uFF0C是否指「{nearest}」\uFF1F',
    hint: {
      en: 'Templates that ship: {known}. A file of your own is named by its path, ending in .json.',
      zh: '自带模板\uFF1A{known}。自己的模板请写路径\uFF0C以 .json 结尾。',
    },
  },
  'template-unreadable': {
    en: 'cannot read the template {file}',
    zh: '无法读取模板 {file}',
    hint: { en: 'Check the path and its permissions.', zh: '请检查路径和权限。' },
  },
  'template-not-json': {
    en: 'the template {file} is not JSON: {reason}',
    zh: '模板 {file} 不是合法的 JSON\uFF1A{reason}',
    hint: { en: 'Look for a missing comma or quote there.', zh: '请检查该处是否缺少逗号或引号。' },
  },
  'template-invalid': {
    en: 'in the template {file}, "{path}" is {found}; expected: {expected}',
    zh: '模板 {file} 中 "{path}" 的值是 {found}\uFF1B应为\uFF1A{expected}',
    hint: {
      en: 'schemas/template.schema.json lists every key and what it takes.',
      zh: 'schemas/template.schema.json 列出了所有键及其取值。',
    },
  },
  'template-unknown-key': {
    en: 'in the template {file}, there is no key "{path}"; did you mean "{nearest}"?',
    zh: '模板 {file} 中没有键 "{path}"\uFF0C是否指 "{nearest}"\uFF1F',
    hint: { en: 'Known keys there: {expected}.', zh: '此处可用的键\uFF1A{expected}。' },
  },
  'template-circle': {
    en: 'templates extend one another in a circle: {files}',
    zh: '模板相互继承成环\uFF1A{files}',
    hint: { en: 'Take "extends" out of one of them.', zh: '请删去其中一个的 "extends"。' },
  },
  'template-style-circle': {
    en: 'styles extend one another in a circle: {styles}',
    zh: '样式相互继承成环\uFF1A{styles}',
    hint: { en: 'Take "extends" out of one of them.', zh: '请删去其中一个的 "extends"。' },
  },
  'template-page-impossible': {
    en: 'the page has no room for {characters} characters a line and {lines} lines ({width} × {height} pt at {size} pt, pitch {pitch} pt)',
    zh: '版心放不下每行 {characters} 字、每面 {lines} 行\uFF08版心 {width} × {height} pt\uFF0C字号 {size} pt\uFF0C行距 {pitch} pt\uFF09',
    hint: {
      en: 'Make the margins, the size or the line pitch smaller, or ask for fewer characters and lines.',
      zh: '请缩小页边距、字号或行距\uFF0C或减少每行字数与每面行数。',
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
