import type { MessageLanguage } from '../diagnostics.js';

export type OptionName = keyof typeof OPTIONS;

interface OptionRow {
  readonly kind: 'text' | 'texts' | 'flag';
  /** What stands for the value in the help. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** The value is a path: in a config file it counts from that file. */
  readonly isPath?: true;
  readonly alias?: string;
  readonly help: Readonly<Record<MessageLanguage, string>>;
}

/** Every option, once; commands name those that they take. */
export const OPTIONS = {
  to: {
    kind: 'texts',
    value: 'pdf,docx,epub',
    help: { en: 'formats to make (default: all three)', zh: '输出格式\uFF08默认三种都做\uFF09' },
  },
  out: {
    kind: 'text',
    value: 'DIR|FILE|-',
    isPath: true,
    alias: 'o',
    help: {
      en: 'folder, file ending in a format, or - for standard output (default: beside the input)',
      zh: '文件夹、带格式后缀的文件、或 - 表示标准输出\uFF08默认与输入同处\uFF09',
    },
  },
  template: {
    kind: 'text',
    value: 'NAME|FILE',
    isPath: true,
    alias: 't',
    help: { en: 'look of the document (default: article)', zh: '版式模板\uFF08默认 article\uFF09' },
  },
  reference: {
    kind: 'text',
    value: 'FILE.docx',
    isPath: true,
    help: {
      en: 'a Word file of yours that gives the Word output its styles, page and running heads; {{body}} in it is where the article goes',
      zh: '用自己的 Word 文件作模板\uFF0C沿用其样式、页面、页眉页脚\uFF1B文章放在其中 {{body}} 处',
    },
  },
  'word-numbers': {
    kind: 'text',
    value: 'auto|text',
    choices: ['auto', 'text'],
    help: {
      en: 'numbers in the Word file: counted by Word, or as text for programs that read text alone (default: auto)',
      zh: 'Word 中的编号\uFF1A由 Word 自动编号\uFF0C或写成文字\uFF0C供只读文字的程序使用\uFF08默认 auto\uFF09',
    },
  },
  cover: {
    kind: 'text',
    value: 'FILE',
    isPath: true,
    help: {
      en: 'a picture for the cover of e-books (default: drawn from title, authors and template)',
      zh: '电子书的封面图片\uFF08默认按书名、作者与模板绘制\uFF09',
    },
  },
  from: {
    kind: 'text',
    value: 'FORMAT',
    choices: ['text', 'markdown', 'html', 'docx', 'json'],
    help: { en: 'format of the input (default: detected)', zh: '输入格式\uFF08默认自动判断\uFF09' },
  },
  encoding: {
    kind: 'text',
    value: 'NAME',
    help: {
      en: 'encoding of the input: utf-8, gb18030, big5 … (default: detected)',
      zh: '输入编码\uFF1Autf-8、gb18030、big5 …\uFF08默认自动判断\uFF09',
    },
  },
  title: {
    kind: 'text',
    value: 'TEXT',
    help: { en: 'title, instead of the one found', zh: '指定标题' },
  },
  author: {
    kind: 'texts',
    value: 'NAME',
    help: { en: 'author; repeat for several', zh: '指定作者\uFF0C可重复' },
  },
  published: {
    kind: 'text',
    value: 'YYYY-MM-DD',
    help: { en: 'date of publication', zh: '指定发布日期' },
  },
  'source-name': {
    kind: 'text',
    value: 'TEXT',
    help: { en: 'publication or site it comes from', zh: '指定来源名称' },
  },
  'source-url': {
    kind: 'text',
    value: 'URL',
    help: { en: 'address it comes from', zh: '指定来源网址' },
  },
  convert: {
    kind: 'text',
    value: 'SCRIPT',
    choices: ['hans', 'hant', 'tw', 'hk', 'tw-words'],
    help: {
      en: 'write simplified or traditional characters, quotes included: hans, hant, tw, hk, or tw-words (words of Taiwan too)',
      zh: '简繁转换\uFF0C引号随之\uFF1Ahans 简体、hant 繁体、tw 台湾、hk 香港、tw-words 台湾用词',
    },
  },
  numbering: {
    kind: 'text',
    value: 'keep|renumber|none',
    choices: ['keep', 'renumber', 'none'],
    help: {
      en: 'numbers of headings (default: keep)',
      zh: '标题编号\uFF1A保留、重编、不要\uFF08默认保留\uFF09',
    },
  },
  rules: {
    kind: 'text',
    value: 'FILE',
    isPath: true,
    help: {
      en: 'what you know of sites: lines to keep or drop, titles, headings (default: paiban.rules.json nearby)',
      zh: '站点规则\uFF1A保留或删去的行、标题、编号\uFF08默认用就近的 paiban.rules.json\uFF09',
    },
  },
  'keep-all': {
    kind: 'flag',
    help: { en: 'remove nothing, not even site furniture', zh: '一行也不删\uFF0C包括网站杂项' },
  },
  'fetch-images': {
    kind: 'flag',
    help: {
      en: 'fetch pictures that are on the net, from public addresses only',
      zh: '下载网络图片\uFF0C仅限公开网址',
    },
  },
  archive: {
    kind: 'flag',
    help: {
      en: 'mark the PDF for archives and screen readers (PDF/A-2a, PDF/UA-1)',
      zh: 'PDF 按存档与无障碍标准标记\uFF08PDF/A-2a、PDF/UA-1\uFF09',
    },
  },
  'attach-source': {
    kind: 'flag',
    help: {
      en: 'put the source file into the PDF (with --archive that makes PDF/A-3a)',
      zh: '把源文件附在 PDF 里\uFF08与 --archive 同用时标记为 PDF/A-3a\uFF09',
    },
  },
  'classic-xref': {
    kind: 'flag',
    help: {
      en: 'PDF without object streams, for old printers and tools (larger)',
      zh: 'PDF 不用对象流\uFF0C供旧打印机和旧工具使用\uFF08文件较大\uFF09',
    },
  },
  'password-file': {
    kind: 'text',
    value: 'FILE|-',
    isPath: true,
    help: {
      en: 'lock the PDF with the password in the first line of a file, or of standard input',
      zh: '用文件\uFF08或标准输入\uFF09第一行的密码给 PDF 加密',
    },
  },
  'owner-password-file': {
    kind: 'text',
    value: 'FILE|-',
    isPath: true,
    help: {
      en: 'password of the owner, who may do what others may not',
      zh: '所有者密码\uFF0C不受权限限制',
    },
  },
  allow: {
    kind: 'texts',
    value: 'print,copy,edit,annotate|none',
    help: {
      en: 'what others than the owner may do with the PDF (default: print,copy)',
      zh: '所有者以外的人可做什么\uFF1A打印、复制、修改、批注\uFF08默认 print,copy\uFF09',
    },
  },
  contents: {
    kind: 'flag',
    help: { en: 'print a table of contents', zh: '印出目录' },
  },
  font: {
    kind: 'texts',
    value: 'FILE|DIR',
    isPath: true,
    help: {
      en: 'font file, or folder of them, for characters that the template’s fonts lack; repeatable',
      zh: '补充字体文件或文件夹\uFF0C供模板字体缺字时使用\uFF0C可重复',
    },
  },
  json: {
    kind: 'flag',
    help: { en: 'print one JSON result on standard output', zh: '在标准输出给出一个 JSON 结果' },
  },
  quiet: { kind: 'flag', alias: 'q', help: { en: 'say nothing but errors', zh: '只报错误' } },
  verbose: { kind: 'flag', alias: 'v', help: { en: 'say why, too', zh: '说明缘由' } },
  lang: {
    kind: 'text',
    value: 'zh|en',
    choices: ['zh', 'en'],
    help: { en: 'language of messages (default: the system’s)', zh: '提示语言\uFF08默认随系统\uFF09' },
  },
} as const;

export const OPTION_NAMES: readonly OptionName[] = Object.keys(OPTIONS) as OptionName[];

/** Options that every command takes. */
export const COMMON: readonly OptionName[] = ['quiet', 'verbose', 'lang'];

/**
 * Keys of a config file: whatever says how to convert, not what to print about it. Going to the net is asked for each
 * time, since a config file may have come with the articles.
 */
export const CONFIGURABLE: readonly OptionName[] = [
  'to',
  'out',
  'template',
  'reference',
  'word-numbers',
  'cover',
  'from',
  'encoding',
  'author',
  'published',
  'source-name',
  'source-url',
  'numbering',
  'convert',
  'rules',
  'keep-all',
  'contents',
  'attach-source',
  'classic-xref',
  'font',
  'quiet',
  'verbose',
  'lang',
];

export function optionRow(name: OptionName): OptionRow {
  const rows: Readonly<Record<OptionName, OptionRow>> = OPTIONS;
  return rows[name];
}

/** What was asked for, by option: flags over config file. An option that nobody gave is absent. */
export type OptionValues = {
  readonly [Name in OptionName]?: (typeof OPTIONS)[Name]['kind'] extends 'flag'
    ? boolean
    : (typeof OPTIONS)[Name]['kind'] extends 'texts'
      ? readonly string[]
      : string;
};
