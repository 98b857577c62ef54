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
  'input-empty': {
    en: 'the input holds no text',
    zh: '输入内容为空\uFF0C没有文字',
    hint: { en: 'Check that the right file was named.', zh: '请确认文件是否正确。' },
  },
  'input-not-text': {
    en: 'no encoding turns the input into readable text',
    zh: '用任何编码都无法将输入解读为文字',
    hint: {
      en: 'If it is text, name its encoding with --encoding (utf-8, gb18030, big5, utf-16le).',
      zh: '如确为文本文件\uFF0C请用 --encoding 指定编码\uFF08utf-8、gb18030、big5、utf-16le\uFF09。',
    },
  },
  'input-foreign': {
    en: 'the input is {kind}, which is not read',
    zh: '输入文件是 {kind}\uFF0C无法读取',
    hint: {
      en: 'Save its text as plain text or Markdown and convert that.',
      zh: '请将其文字另存为纯文本或 Markdown 再转换。',
    },
  },
  'format-not-yet-read': {
    en: 'the input is {format}, which this version does not read yet',
    zh: '输入文件是 {format}\uFF0C此版本尚不能读取',
    hint: {
      en: 'Save it as plain text or Markdown, or force --from text to see its source.',
      zh: '请另存为纯文本或 Markdown\uFF1B也可用 --from text 强制按纯文本读取。',
    },
  },
  'encoding-unknown': {
    en: 'there is no encoding called "{name}"',
    zh: '没有名为「{name}」的编码',
    hint: {
      en: 'Known ones include utf-8, gb18030 (also for GBK and GB2312), big5, utf-16le, utf-16be.',
      zh: '可用的编码有 utf-8、gb18030\uFF08含 GBK、GB2312\uFF09、big5、utf-16le、utf-16be 等。',
    },
  },
  'text-damaged': {
    en: '{count} place(s) could not be decoded as {encoding} and show as U+FFFD',
    zh: '有 {count} 处无法按 {encoding} 解码\uFF0C显示为 U+FFFD',
    hint: {
      en: 'If much looks wrong, name the right encoding with --encoding.',
      zh: '如乱码较多\uFF0C请用 --encoding 指定正确的编码。',
    },
  },
  'front-matter-invalid': {
    en: 'the front matter is not valid YAML and was left out: {reason}',
    zh: '文件头\uFF08front matter\uFF09不是合法的 YAML\uFF0C已忽略\uFF1A{reason}',
    hint: { en: 'Quote values that hold a colon.', zh: '含冒号的值请加引号。' },
  },
  'front-matter-unused': {
    en: 'front matter that says nothing to paiban was left out: {keys}',
    zh: '文件头中未使用的字段\uFF1A{keys}',
  },
  'link-dropped': {
    en: 'the link to "{url}" leads nowhere from a document; its text was kept',
    zh: '链接「{url}」在文档中无处可去\uFF0C已保留其文字',
    hint: {
      en: 'Only absolute http, https and mailto addresses become links.',
      zh: '只有完整的 http、https、mailto 地址会成为链接。',
    },
  },
  'html-dropped': {
    en: 'HTML inside the Markdown was reduced to its text: {tags}',
    zh: 'Markdown 中的 HTML 标记已去除\uFF0C仅保留文字\uFF1A{tags}',
  },
  'html-removed': {
    en: 'HTML that is no text was removed with its content: {tag}',
    zh: '已删除不属于正文的 HTML 及其内容\uFF1A{tag}',
  },
  'nesting-flattened': {
    en: 'blocks nested deeper than {depth} were set at that depth',
    zh: '嵌套超过 {depth} 层的内容已按第 {depth} 层处理',
  },
  'note-unreferenced': {
    en: 'nothing refers to the note "{label}"; it was kept at the end of the notes',
    zh: '注释「{label}」没有被引用\uFF0C已保留在注释末尾',
  },
  'image-missing': {
    en: 'there is no picture at "{source}"',
    zh: '找不到图片「{source}」',
    hint: {
      en: 'Put it into the folder of the input, at that path.',
      zh: '请将图片放到输入文件所在文件夹中的相应位置。',
    },
  },
  'image-remote': {
    en: 'the picture "{source}" is on the net and was not fetched',
    zh: '图片「{source}」在网络上\uFF0C未下载',
    hint: {
      en: 'Save it beside the input and name the file there.',
      zh: '请先把图片保存到本地\uFF0C再改为本地文件名。',
    },
  },
  'image-unreadable': {
    en: 'the picture "{source}" cannot be used: {reason}',
    zh: '图片「{source}」无法使用\uFF1A{reason}',
    hint: { en: 'PNG, JPEG, GIF, WebP and SVG are read.', zh: '支持 PNG、JPEG、GIF、WebP 和 SVG。' },
  },
  'json-malformed': {
    en: 'the input is not JSON: {reason}',
    zh: '输入不是合法的 JSON\uFF1A{reason}',
    hint: { en: 'Look for a missing comma or quote there.', zh: '请检查该处是否缺少逗号或引号。' },
  },
  'json-not-an-article': {
    en: 'in the JSON article, "{path}" is {found}; expected: {expected}',
    zh: 'JSON 文章中 "{path}" 的值是 {found}\uFF1B应为\uFF1A{expected}',
    hint: {
      en: 'schemas/article.schema.json describes the format.',
      zh: '格式见 schemas/article.schema.json。',
    },
  },
} as const;

export type MessageCode = keyof typeof messages;
