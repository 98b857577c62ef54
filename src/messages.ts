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
  'font-folder-empty': {
    en: 'the folder {folder} holds no font',
    zh: '文件夹 {folder} 中没有字体文件',
    hint: {
      en: 'Of a folder, files ending in .ttf, .otf, .ttc and .otc are taken, without sub-folders.',
      zh: '文件夹中只取 .ttf、.otf、.ttc、.otc 文件\uFF0C不含子文件夹。',
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
  'template-strange-key': {
    en: 'in the template {file}, there is no key "{path}"',
    zh: '模板 {file} 中没有键 "{path}"',
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
  'template-margin-too-small': {
    en: 'the {margin} margin of {mm} mm has no room for a running head or page number beside the text',
    zh: '页边距\uFF08{margin}\uFF09只有 {mm} mm\uFF0C放不下书眉或页码\uFF0C会压住正文',
    hint: {
      en: 'Make it {needed} mm or more, or leave out running heads ("odd" and "even" of "runningHead" are "none") or page numbers ("show" of "pageNumber" is false).',
      zh: '请改为 {needed} mm 以上\uFF0C或不设书眉\uFF08"runningHead" 的 "odd" 和 "even" 为 "none"\uFF09、不设页码\uFF08"pageNumber" 的 "show" 为 false\uFF09。',
    },
  },
  'picture-framed': {
    en: 'the pages show an empty frame for the picture "{source}", which could not be read',
    zh: '图片「{source}」未能读取\uFF0C版面上以空框代替',
    hint: {
      en: 'Put the picture beside the article and name it by its path.',
      zh: '请把图片放在文章旁\uFF0C并用路径引用。',
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
  'input-too-large': {
    en: 'the input has {size} MiB; {most} are read at most',
    zh: '输入有 {size} MiB\uFF0C最多可读 {most} MiB',
    hint: { en: 'Split it into several files.', zh: '请拆成几个文件。' },
  },
  'line-too-long': {
    en: 'line {line} has {length} characters without a break; {most} are read at most',
    zh: '第 {line} 行有 {length} 个字符没有换行\uFF0C最多可读 {most} 个',
    hint: {
      en: 'Break the text into paragraphs, or check that the file is text.',
      zh: '请将文字分段\uFF0C并确认文件确为文本。',
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
  'text-mojibake': {
    en: 'the text had been saved as Western letters (mojibake); it was decoded once more, as Chinese',
    zh: '文本曾被误存为西文乱码\uFF0C已按中文重新解码一次',
    hint: {
      en: 'Check a few lines; if they read wrong, fetch the page again.',
      zh: '请核对几行\uFF1B如不通顺\uFF0C请重新获取原文。',
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
  'formula-unread': {
    en: 'the formula "{tex}" could not be read as TeX; it stands as it was written',
    zh: '公式「{tex}」无法按 TeX 读出\uFF0C已照原样保留',
    hint: {
      en: 'Look for a missing brace, an unknown command, or a command that the formula itself defines.',
      zh: '请检查是否缺少花括号、命令有误或公式自行定义了命令。',
    },
  },
  'html-dropped': {
    en: 'HTML inside the Markdown was reduced to its text: {tags}',
    zh: 'Markdown 中的 HTML 标记已去除\uFF0C仅保留文字\uFF1A{tags}',
  },
  'directive-dropped': {
    en: 'orders to a site generator were left out: {names}',
    zh: '已略去给建站程序的指令\uFF1A{names}',
    hint: {
      en: 'What stands between them was kept.',
      zh: '指令之间的文字均已保留。',
    },
  },
  'html-removed': {
    en: 'HTML that is no text was removed with its content: {tag}',
    zh: '已删除不属于正文的 HTML 及其内容\uFF1A{tag}',
  },
  'html-hidden-read': {
    en: 'the page hides most of its text from view; it was read nevertheless',
    zh: '网页把大部分文字设为隐藏\uFF0C仍已读取',
  },
  'nesting-flattened': {
    en: 'blocks nested deeper than {depth} were set at that depth',
    zh: '嵌套超过 {depth} 层的内容已按第 {depth} 层处理',
  },
  'table-too-ragged': {
    en: 'a table of {rows} rows and {columns} columns is nearly all blank; its rows were set as lines',
    zh: '一个 {rows} 行 {columns} 列的表格几乎全空\uFF0C已改为逐行排出',
    hint: {
      en: 'Give its head no more cells than its rows have.',
      zh: '请让表头的单元格数与各行一致。',
    },
  },
  'note-unreferenced': {
    en: 'nothing refers to the note "{label}"; it was kept at the end of the notes',
    zh: '注释「{label}」没有被引用\uFF0C已保留在注释末尾',
  },
  'cover-unreadable': {
    en: 'the cover is not a picture that can be read',
    zh: '封面图片无法读取',
    hint: {
      en: 'Give --cover a JPEG, PNG, WebP, GIF, BMP or SVG picture.',
      zh: '请为 --cover 提供 JPEG、PNG、WebP、GIF、BMP 或 SVG 图片。',
    },
  },
  'image-missing': {
    en: 'there is no picture at "{source}"',
    zh: '找不到图片「{source}」',
    hint: {
      en: 'Put it into the folder of the input, at that path.',
      zh: '请将图片放到输入文件所在文件夹中的相应位置。',
    },
  },
  'image-outside': {
    en: 'the picture "{source}" lies outside the folder of the input and was not opened',
    zh: '图片「{source}」不在输入文件所在文件夹内\uFF0C未打开',
    hint: {
      en: 'Put it into the folder of the input and name it by its path from there.',
      zh: '请将图片放入输入文件所在文件夹\uFF0C并写相对路径。',
    },
  },
  'image-remote': {
    en: 'the picture "{source}" is on the net and was not fetched',
    zh: '图片「{source}」在网络上\uFF0C未下载',
    hint: {
      en: 'Give --fetch-images to fetch it, or save it beside the input and name the file there.',
      zh: '加 --fetch-images 可下载\uFF1B也可先把图片保存到本地\uFF0C再改为本地文件名。',
    },
  },
  'image-not-fetched': {
    en: 'the picture "{source}" could not be fetched: {reason}',
    zh: '图片「{source}」下载失败\uFF1A{reason}',
    hint: {
      en: 'Try again later, or save it beside the input and name the file there.',
      zh: '请稍后再试\uFF0C或先把图片保存到本地\uFF0C再改为本地文件名。',
    },
  },
  'image-address-refused': {
    en: 'the picture "{source}" was not fetched: {address} is no public address',
    zh: '图片「{source}」未下载\uFF1A{address} 不是公开的网址',
    hint: {
      en: 'Only public http and https addresses are fetched, without passwords and at the usual ports.',
      zh: '只下载公开的 http、https 网址\uFF0C不含密码\uFF0C端口为默认端口。',
    },
  },
  'image-too-many': {
    en: 'the picture "{source}" was not fetched: {limit} have been asked for already',
    zh: '图片「{source}」未下载\uFF1A已请求 {limit} 张',
    hint: {
      en: 'Save it beside the input and name the file there.',
      zh: '请先把图片保存到本地\uFF0C再改为本地文件名。',
    },
  },
  'image-too-large': {
    en: 'the picture "{source}" is over the limit of {limit}',
    zh: '图片「{source}」超过上限 {limit}',
    hint: { en: 'Make it smaller.', zh: '请先缩小图片。' },
  },
  'image-kind-unread': {
    en: 'the picture "{source}" cannot be read: its kind is {kind}',
    zh: '图片「{source}」无法读取\uFF1A其类型为 {kind}',
    hint: {
      en: 'PNG, JPEG, GIF, WebP, SVG and BMP are read; save it as one of them.',
      zh: '支持 PNG、JPEG、GIF、WebP、SVG、BMP\uFF0C请另存为其中一种。',
    },
  },
  'image-without-part': {
    en: 'the drawing "{source}" is shown without what is set into it as <{part}>',
    zh: '矢量图「{source}」中以 <{part}> 嵌入的内容未能显示',
    hint: {
      en: 'Save the drawing as PNG, with everything in it.',
      zh: '请将整幅图另存为 PNG。',
    },
  },
  'image-damaged': {
    en: 'the picture "{source}" is damaged or cut off',
    zh: '图片「{source}」已损坏或不完整',
    hint: { en: 'Save the picture anew.', zh: '请重新保存该图片。' },
  },
  'image-not-drawn': {
    en: 'the picture {image} could not be drawn: its {kind} data is damaged or too large',
    zh: '图片 {image} 无法绘制\uFF1A其 {kind} 数据已损坏或过大',
    hint: { en: 'Save it anew as PNG or JPEG.', zh: '请将图片重新保存为 PNG 或 JPEG。' },
  },
  'image-not-turned': {
    en: 'the picture {image} may lie on its side: it is too large, or damaged, to be turned',
    zh: '图片 {image} 可能是横放的\uFF1A过大或已损坏\uFF0C无法转正',
    hint: { en: 'Turn it in a picture program and save it anew.', zh: '请用看图软件转正后重新保存。' },
  },
  'image-broken': {
    en: 'the PDF shows an empty frame for the picture {image}: its data is damaged',
    zh: '图片 {image} 的数据已损坏\uFF0CPDF 中留有空框',
    hint: { en: 'Save the picture anew.', zh: '请重新保存该图片。' },
  },
  'note-undefined': {
    en: 'the text refers to a note "{note}" that is not there',
    zh: '正文引用的注释「{note}」不存在',
    hint: { en: 'Add the note, or remove its mark.', zh: '请补上该注释\uFF0C或删去注号。' },
  },
  'epub-picture-refused': {
    en: 'the EPUB shows a word in place of the picture {image}: {type} data that a reader could not show',
    zh: 'EPUB 中图片 {image} 以文字代替\uFF1A阅读器无法显示其 {type} 数据',
    hint: { en: 'Save the picture anew as PNG or JPEG.', zh: '请将图片重新保存为 PNG 或 JPEG。' },
  },
  'docx-unreadable': {
    en: 'the Word file cannot be read: {reason}',
    zh: '无法读取 Word 文件\uFF1A{reason}',
    hint: {
      en: 'Open it in Word or WPS and save it anew as .docx.',
      zh: '请用 Word 或 WPS 打开后另存为 .docx 再试。',
    },
  },
  'docx-protected': {
    en: 'the file is protected by a password',
    zh: '文件有密码保护',
    hint: {
      en: 'Open it in Word or WPS, take the password away and save it anew.',
      zh: '请用 Word 或 WPS 打开\uFF0C取消密码后重新保存。',
    },
  },
  'docx-old-word': {
    en: 'the input is a Word file of the old kind (DOC, WPS or the XML of Word 2003), which is not read',
    zh: '输入文件是旧版 Word 或 WPS 格式\uFF08DOC、WPS、Word 2003 XML\uFF09\uFF0C无法读取',
    hint: {
      en: 'Open it in Word, WPS or LibreOffice and save it as .docx.',
      zh: '请用 Word、WPS 或 LibreOffice 打开\uFF0C另存为 .docx。',
    },
  },
  'docx-part-unreadable': {
    en: 'a part of the Word file was left out: {part} ({reason})',
    zh: 'Word 文件的一个部件未能读取\uFF1A{part}\uFF08{reason}\uFF09',
  },
  'docx-changes-accepted': {
    en: 'tracked changes were taken as accepted: {insertions} insertion(s), {deletions} deletion(s)',
    zh: '修订按已接受处理\uFF1A插入 {insertions} 处\uFF0C删除 {deletions} 处',
  },
  'docx-comments-dropped': {
    en: '{count} comment(s) were left out',
    zh: '未读入批注 {count} 条',
  },
  'docx-hidden-dropped': {
    en: '{count} run(s) of hidden text were left out',
    zh: '未读入隐藏文字 {count} 处',
    hint: { en: 'Show it in Word if it is meant to be read.', zh: '如需保留\uFF0C请在 Word 中取消隐藏。' },
  },
  'docx-placeholders-dropped': {
    en: '{count} field(s) of a form still show their prompt and were left out',
    zh: '未读入尚未填写的内容控件 {count} 个',
  },
  'docx-drawing-unread': {
    en: '{count} chart(s) or diagram(s) without a picture could not be read',
    zh: '有 {count} 个图表或示意图没有图片\uFF0C未能读取',
    hint: { en: 'Paste them into the document as pictures.', zh: '请在文档中将其粘贴为图片。' },
  },
  'docx-symbol-unknown': {
    en: '{count} sign(s) of a special font have no known character and show as 〓',
    zh: '有 {count} 个特殊字体的符号无法对应字符\uFF0C显示为〓',
  },
  'docx-embedded-unread': {
    en: '{count} document(s) embedded in the text were left out',
    zh: '未读入正文中嵌入的其他文档 {count} 个',
    hint: {
      en: 'Save the document anew in Word, which takes them in.',
      zh: '请在 Word 中重新保存\uFF0C使其并入正文。',
    },
  },
  'docx-list-missing': {
    en: '{count} paragraph(s) name a list that the file does not define; they have no number',
    zh: '有 {count} 段引用了不存在的编号\uFF0C已不带编号读入',
  },
  'docx-style-missing': {
    en: 'the text uses styles that the file does not define: {styles}',
    zh: '正文使用了文件中没有的样式\uFF1A{styles}',
  },
  'docx-table-cut': {
    en: 'a table has {columns} columns; Word takes {most}, so it was cut into several',
    zh: '表格有 {columns} 列\uFF0CWord 最多 {most} 列\uFF0C已拆成几个表格',
  },
  'reference-no-word': {
    en: 'the Word template is no Word file',
    zh: 'Word 模板不是 Word 文件',
    hint: {
      en: 'Give --reference a .docx or .dotx that Word, WPS or LibreOffice has saved.',
      zh: '请为 --reference 提供 Word、WPS 或 LibreOffice 保存的 .docx 或 .dotx。',
    },
  },
  'reference-old-word': {
    en: 'the Word template is of the old kind (DOC, DOT or WPS), which cannot be used',
    zh: 'Word 模板是旧版格式\uFF08DOC、DOT 或 WPS\uFF09\uFF0C无法使用',
    hint: {
      en: 'Open it in Word, WPS or LibreOffice and save it as .docx.',
      zh: '请用 Word、WPS 或 LibreOffice 打开\uFF0C另存为 .docx。',
    },
  },
  'reference-protected': {
    en: 'the Word template is protected by a password',
    zh: 'Word 模板有密码保护',
    hint: {
      en: 'Open it in Word or WPS, take the password away and save it anew.',
      zh: '请用 Word 或 WPS 打开\uFF0C取消密码后重新保存。',
    },
  },
  'reference-damaged': {
    en: 'the Word template is damaged: {part} ({reason})',
    zh: 'Word 模板已损坏\uFF1A{part}\uFF08{reason}\uFF09',
    hint: {
      en: 'Open it in Word or WPS and save it anew as .docx.',
      zh: '请用 Word 或 WPS 打开后另存为 .docx 再试。',
    },
  },
  'reference-body-misplaced': {
    en: 'the Word template has {{body}} beside other words, or in a running head, note or text box',
    zh: 'Word 模板中的 {{body}} 与其他文字同在一段\uFF0C或位于页眉页脚、脚注、文本框中',
    hint: {
      en: 'Put {{body}} alone into a paragraph of the text.',
      zh: '请把 {{body}} 单独放在正文的一个段落里。',
    },
  },
  'reference-body-repeated': {
    en: 'the Word template has {{body}} {count} times',
    zh: 'Word 模板中有 {count} 处 {{body}}',
    hint: { en: 'Leave it in one place.', zh: '请只保留一处。' },
  },
  'reference-text-dropped': {
    en: 'the text of the Word template was left out ({count} block(s)), as it has no {{body}}',
    zh: 'Word 模板没有 {{body}}\uFF0C其中的文字未采用\uFF08{count} 段\uFF09',
    hint: {
      en: 'To keep it, put {{body}} alone into a paragraph where the article is to stand.',
      zh: '如需保留\uFF0C请在文章应出现的位置单独放一段 {{body}}。',
    },
  },
  'reference-macros-dropped': {
    en: 'the macros of the Word template were not taken over',
    zh: '未采用 Word 模板中的宏',
  },
  'reference-external-dropped': {
    en: '{count} thing(s) outside of the Word template were not taken over: linked pictures, templates or data',
    zh: '未采用 Word 模板之外的内容 {count} 处\uFF08链接的图片、模板或数据\uFF09',
  },
  'reference-embedded-dropped': {
    en: '{count} object(s) or document(s) embedded in the Word template were not taken over',
    zh: '未采用 Word 模板中嵌入的对象或文档 {count} 个',
  },
  'reference-fields-stopped': {
    en: '{count} field(s) of the Word template that reach out of the file were turned into text',
    zh: 'Word 模板中会访问外部内容的域 {count} 个已转为文字',
  },
  'reference-comments-dropped': {
    en: '{count} comment(s) of the Word template were left out',
    zh: '未采用 Word 模板中的批注 {count} 条',
  },
  'reference-changes-accepted': {
    en: '{count} tracked change(s) of the Word template were taken as accepted',
    zh: 'Word 模板中的修订 {count} 处按已接受处理',
  },
  'reference-unlocked': {
    en: 'the Word template forbids editing; the document made from it does not',
    zh: 'Word 模板限制编辑\uFF0C生成的文档不再限制',
  },
  'reference-value-missing': {
    en: 'the Word template asks for what the article does not state: {names}',
    zh: 'Word 模板要填的内容文章中没有\uFF1A{names}',
  },
  'reference-placeholder-unknown': {
    en: 'the Word template asks for what nobody knows, which stays as it is: {names}',
    zh: 'Word 模板中有不认识的占位符\uFF0C原样保留\uFF1A{names}',
    hint: {
      en: 'Known are body, title, subtitle, authors, date, source, url and site.',
      zh: '可用的有 body、title、subtitle、authors、date、source、url、site。',
    },
  },
  'reference-body-style': {
    en: 'text stands in the style {style} of the Word template',
    zh: '正文采用 Word 模板的样式“{style}”',
  },
  'reference-body-added': {
    en: 'the Word template has no style for running text that tells paragraphs apart; {style} was added',
    zh: 'Word 模板没有可区分段落的正文样式\uFF0C已添加样式“{style}”',
  },
  'reference-numbers-kept': {
    en: 'headings are numbered by the Word template',
    zh: '标题编号由 Word 模板生成',
  },
  'reference-numbers-typed': {
    en: 'headings keep their own numbers as text: the Word template numbers them otherwise',
    zh: '标题保留原有编号\uFF08作为文字\uFF09\uFF1AWord 模板的编号方式不同',
  },
  'reference-page-numbers': {
    en: 'page numbers of contents are those of our own layout on the page of the Word template',
    zh: '目录页码按 Word 模板的页面由本程序排版得出',
    hint: {
      en: 'Update the contents in Word if pages differ.',
      zh: '如与 Word 分页不同\uFF0C请在 Word 中更新目录。',
    },
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

  // The command line: src/cli.
  'file-missing': {
    en: 'there is no file or folder {file}',
    zh: '没有文件或文件夹 {file}',
    hint: {
      en: 'Check the path; it counts from the folder you are in.',
      zh: '请检查路径\uFF1B相对路径从当前文件夹算起。',
    },
  },
  'file-unreadable': {
    en: 'cannot read {file}: {reason}',
    zh: '无法读取 {file}\uFF1A{reason}',
    hint: {
      en: 'Check its permissions, or copy it to a folder of your own.',
      zh: '请检查权限\uFF0C或将它复制到自己的文件夹。',
    },
  },
  'folder-empty': {
    en: 'the folder {folder} holds nothing to convert',
    zh: '文件夹 {folder} 中没有可转换的文件',
    hint: {
      en: 'Of a folder, files ending in {endings} are taken, without sub-folders. Name other files one by one.',
      zh: '文件夹中只取 {endings} 文件\uFF0C不含子文件夹。其他文件请逐个写出。',
    },
  },
  'output-unwritable': {
    en: 'cannot write {file}: {reason}',
    zh: '无法写入 {file}\uFF1A{reason}',
    hint: { en: 'Choose another place with --out.', zh: '请用 --out 换一个位置。' },
  },
  'output-renamed': {
    en: '“{name}” is taken in this run or by an input; written as “{given}”',
    zh: '「{name}」已被本次的其他输出或输入占用\uFF0C改存为「{given}」',
  },
  'command-missing': {
    en: 'no command is given',
    zh: '没有写命令',
    hint: {
      en: 'The main one: paiban export FILE. All of them: paiban --help',
      zh: '常用\uFF1Apaiban export 文件。全部\uFF1Apaiban --help',
    },
  },
  'command-unknown': {
    en: 'there is no command "{command}"',
    zh: '没有命令「{command}」',
    hint: { en: 'Did you mean: paiban {nearest}?', zh: '是否指\uFF1Apaiban {nearest}' },
  },
  'argument-missing': {
    en: 'paiban {command} needs something to work on',
    zh: 'paiban {command} 需要指定对象',
    hint: { en: 'Usage: paiban {usage}', zh: '用法\uFF1Apaiban {usage}' },
  },
  'argument-unexpected': {
    en: 'paiban {command} takes no further "{argument}"',
    zh: 'paiban {command} 不接受多出的「{argument}」',
    hint: { en: 'Usage: paiban {usage}', zh: '用法\uFF1Apaiban {usage}' },
  },
  'option-unknown': {
    en: 'paiban {command} has no option {option}',
    zh: 'paiban {command} 没有选项 {option}',
    hint: {
      en: 'Did you mean {nearest}? All of them: paiban {command} --help',
      zh: '是否指 {nearest}\uFF1F全部选项\uFF1Apaiban {command} --help',
    },
  },
  'option-without-value': {
    en: '{option} needs a value',
    zh: '{option} 需要一个值',
    hint: { en: 'Write {option} {value}', zh: '写作 {option} {value}' },
  },
  'option-invalid': {
    en: '{option} cannot be "{value}"',
    zh: '{option} 不能是「{value}」',
    hint: { en: 'Expected: {expected}', zh: '应为\uFF1A{expected}' },
  },
  'out-takes-one': {
    en: '--out {out} takes one document, but {count} are asked for',
    zh: '--out {out} 只能放一份文件\uFF0C而要输出的有 {count} 份',
    hint: {
      en: 'Name a folder, or one input and one format (--to pdf).',
      zh: '请改为文件夹\uFF0C或只写一个输入和一种格式\uFF08--to pdf\uFF09。',
    },
  },
  'out-disagrees': {
    en: '--out {out} and --to {to} do not agree',
    zh: '--out {out} 与 --to {to} 不一致',
    hint: {
      en: 'Leave out --to: the ending of the file names the format.',
      zh: '请去掉 --to\uFF1A文件后缀已说明格式。',
    },
  },
  'password-pdf-only': {
    en: 'a password locks a PDF alone, and {formats} would be written without one',
    zh: '密码只能用于 PDF\uFF0C{formats} 将不加密',
    hint: { en: 'Ask for the PDF alone: --to pdf.', zh: '请只输出 PDF\uFF1A--to pdf。' },
  },
  'option-without-format': {
    en: '{option} is about {format}, and none is made: it changes nothing',
    zh: '{option} 只用于 {format}\uFF0C本次不输出 {format}\uFF0C此选项不起作用',
    hint: { en: 'Leave it out, or add {to} to --to.', zh: '请去掉它\uFF0C或在 --to 中加上 {to}。' },
  },
  'stdin-twice': {
    en: 'standard input can be one thing only',
    zh: '标准输入只能用一次',
    hint: { en: 'Put the password into a file.', zh: '请把密码写在文件里。' },
  },
  'password-file-empty': {
    en: 'the first line of {file} holds no password',
    zh: '{file} 的第一行没有密码',
    hint: { en: 'Write the password into its first line, alone.', zh: '请把密码单独写在第一行。' },
  },
  'password-unusable': {
    en: 'a password has more than {most} bytes in UTF-8, or characters that viewers read in different ways',
    zh: '密码超过 {most} 字节\uFF08UTF-8\uFF09\uFF0C或含有各阅读器处理不一的字符',
    hint: {
      en: 'Use letters, digits, Han and marks of a keyboard; no full-width letters or marks, nothing invisible.',
      zh: '请用字母、数字、汉字和半角标点\uFF0C不用全角字母与标点、不可见字符。',
    },
  },
  'password-missing': {
    en: 'a lock needs a password',
    zh: '加密需要密码',
    hint: {
      en: 'Give one to open the file, one for its owner, or both.',
      zh: '请给出打开密码、所有者密码\uFF0C或两者。',
    },
  },
  'allow-without-owner': {
    en: 'what others may do can only be limited by a password of the owner',
    zh: '限制他人的权限需要所有者密码',
    hint: { en: 'Give --owner-password-file too.', zh: '请同时给出 --owner-password-file。' },
  },
  'passwords-alike': {
    en: 'the password to open the file and that of its owner are the same, so nothing would be limited',
    zh: '打开密码与所有者密码相同\uFF0C权限限制不会生效',
    hint: { en: 'Choose two, or leave one out.', zh: '请用两个不同的密码\uFF0C或只给一个。' },
  },
  'archive-encrypted': {
    en: 'an archived PDF (PDF/A) must not be locked',
    zh: '存档 PDF\uFF08PDF/A\uFF09不允许加密',
    hint: { en: 'Leave out either --archive or the password.', zh: '请去掉 --archive 或密码。' },
  },
  'attachments-alike': {
    en: 'two attachments are called {name}',
    zh: '有两个附件都叫 {name}',
    hint: { en: 'Give each a name of its own.', zh: '请分别命名。' },
  },
  'out-and-json': {
    en: '--out - and --json both want standard output',
    zh: '--out - 与 --json 都要占用标准输出',
    hint: { en: 'Name a file or folder with --out.', zh: '请用 --out 指定文件或文件夹。' },
  },
  'config-not-json': {
    en: '{file} is not a JSON object: {reason}',
    zh: '{file} 不是 JSON 对象\uFF1A{reason}',
    hint: { en: 'Look for a missing comma or quote there.', zh: '请检查该处是否缺少逗号或引号。' },
  },
  'config-unknown-key': {
    en: 'in {file}, there is no key "{key}"; did you mean "{nearest}"?',
    zh: '{file} 中没有键 "{key}"\uFF0C是否指 "{nearest}"\uFF1F',
    hint: { en: 'Known keys: {known}.', zh: '可用的键\uFF1A{known}。' },
  },
  'config-strange-key': {
    en: 'in {file}, there is no key "{key}"',
    zh: '{file} 中没有键 "{key}"',
    hint: { en: 'Known keys: {known}.', zh: '可用的键\uFF1A{known}。' },
  },
  'config-invalid': {
    en: 'in {file}, "{key}" cannot be {value}',
    zh: '{file} 中 "{key}" 不能是 {value}',
    hint: { en: 'Expected: {expected}', zh: '应为\uFF1A{expected}' },
  },
  broken: {
    en: 'paiban itself failed: {reason}',
    zh: 'paiban 内部出错\uFF1A{reason}',
    hint: {
      en: 'Please report this with the input; --verbose shows where it happened.',
      zh: '请连同输入一起反馈\uFF1B加 --verbose 可显示出错位置。',
    },
  },
  'text-removed': {
    en: '{count} line(s) that are no text of the article were left out of it: {rules}',
    zh: '已略去 {count} 行非正文内容\uFF1A{rules}',
    hint: {
      en: '"paiban inspect" lists each of them; --keep-all keeps them.',
      zh: '用 paiban inspect 可逐行查看\uFF1B加 --keep-all 则全部保留。',
    },
  },
  'collection-count-differs': {
    en: 'the title promises {promised} pieces, {found} were found',
    zh: '标题写明 {promised} 篇\uFF0C实际识别出 {found} 篇',
    hint: {
      en: 'Look at the parts with "paiban inspect".',
      zh: '请用 paiban inspect 查看各篇。',
    },
  },
  'text-in-one-line': {
    en: 'the text stood in one line; it was split at its numbers',
    zh: '全文写在一行里\uFF0C已按编号分段',
    hint: {
      en: 'Look at the outline with "paiban inspect"; a source that has its line ends is better.',
      zh: '请用 paiban inspect 核对\uFF1B有条件时请换用保留换行的来源。',
    },
  },
  'number-gap': {
    en: 'the number {label} follows {before}: something between them is missing in the source',
    zh: '编号 {label} 紧接在 {before} 之后\uFF0C原文中间可能有缺',
    hint: {
      en: 'Compare with the source, or number afresh with --numbering renumber.',
      zh: '请核对原文\uFF0C或用 --numbering renumber 重新编号。',
    },
  },
  'number-falls': {
    en: 'the number {label} comes after {before}',
    zh: '编号 {label} 排在 {before} 之后',
    hint: {
      en: 'Compare with the source: headings may be out of order.',
      zh: '请核对原文\uFF0C标题顺序可能有误。',
    },
  },
  'section-empty': {
    en: '{count} headings have no text below them, the first is {first}',
    zh: '有 {count} 个标题下没有正文\uFF0C第一个是\uFF1A{first}',
    hint: {
      en: 'Compare with the source: text may be missing, or the line may be no heading.',
      zh: '请核对原文\uFF1A可能缺了内容\uFF0C或者该行不是标题。',
    },
  },
  'note-marks-alone': {
    en: '{count} marks of notes have no note, the first is {first}; they stay in the text',
    zh: '有 {count} 个注释标记找不到注文\uFF0C第一个是 {first}\uFF1B标记保留在正文中',
    hint: {
      en: 'Look for the notes at the end of the source and copy them in, or remove the marks.',
      zh: '请在原文末尾寻找注文并补上\uFF0C或者删去这些标记。',
    },
  },
  'number-repeated': {
    en: 'the number {label} comes twice in a row',
    zh: '编号 {label} 连续出现两次',
    hint: {
      en: 'Compare with the source, or number afresh with --numbering renumber.',
      zh: '请核对原文\uFF0C或用 --numbering renumber 重新编号。',
    },
  },
  'rules-content-missing': {
    en: 'the rules say that the text stands in {selector}, which the page has not; it was sought as on any page',
    zh: '站点规则指明正文在 {selector} 中\uFF0C但页面里没有\uFF0C已按一般页面查找',
    hint: { en: 'Look for the new name in the page.', zh: '请在页面源码中查看新的名称。' },
  },
  'site-rules-used': {
    en: 'rules of the rules file were used: {hosts}',
    zh: '已采用规则文件中的规则\uFF1A{hosts}',
  },
  'rules-unreadable': {
    en: 'cannot read the rules file {file}: {reason}',
    zh: '无法读取规则文件 {file}\uFF1A{reason}',
    hint: { en: 'Check the path of --rules.', zh: '请检查 --rules 的路径。' },
  },
  'rules-not-json': {
    en: 'the rules file {file} is not JSON: {reason}',
    zh: '规则文件 {file} 不是 JSON\uFF1A{reason}',
    hint: {
      en: 'It begins like {"hosts": {"example.com": {"drop": ["…"]}}}.',
      zh: '开头应如 {"hosts": {"example.com": {"drop": ["…"]}}}。',
    },
  },
  'rules-invalid': {
    en: 'the rules file {file} has {found} at {path}; expected {expected}',
    zh: '规则文件 {file} 的 {path} 处是 {found}\uFF0C应为 {expected}',
    hint: {
      en: 'schemas/site-rules.schema.json lists all keys.',
      zh: '全部可用的键见 schemas/site-rules.schema.json。',
    },
  },
  'references-followed': {
    en: '{count} references to numbered headings were given the new numbers',
    zh: '正文中 {count} 处对编号标题的引用已随新编号更新',
  },
  'references-ambiguous': {
    en: '{count} references could mean several headings and were left as they are: {references}',
    zh: '有 {count} 处引用可能指向多个标题\uFF0C未作改动\uFF1A{references}',
    hint: {
      en: 'Write which chapter is meant, or keep the numbers with --numbering keep.',
      zh: '请写明所指章节\uFF0C或用 --numbering keep 保留原编号。',
    },
  },
  'references-to-dropped': {
    en: '{count} references name numbers that are no longer printed: {references}',
    zh: '有 {count} 处引用指向已去掉的编号\uFF1A{references}',
    hint: {
      en: 'Reword them in the source, or keep the numbers with --numbering keep.',
      zh: '请改写原文\uFF0C或用 --numbering keep 保留编号。',
    },
  },
  'quotes-odd': {
    en: 'a paragraph has an odd number of straight quotes, which were left as they are',
    zh: '有一段的直引号不成对\uFF0C未作改动',
    hint: { en: 'Mend the quotes in the source.', zh: '请在原文中补全引号。' },
  },
} as const;

export type MessageCode = keyof typeof messages;
