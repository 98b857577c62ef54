/** The few words that a book needs beyond the article's own, in the language of the article. */
export interface BookWords {
  readonly source: string;
  readonly index: string;
  readonly landmarks: string;
  readonly text: string;
  readonly cover: string;
  readonly titlePage: string;
  readonly noteMark: string;
  readonly backToText: string;
  readonly attachments: string;
  readonly table: string;
  readonly missingPicture: string;
  readonly continued: string;
  readonly done: string;
  readonly open: string;
  /** Between two authors. */
  readonly comma: string;
  /** Before the name of someone quoted. */
  readonly dash: string;
  /** Sentences of the accessibility summary. */
  readonly summary: {
    readonly text: string;
    readonly headings: string;
    readonly described: string;
    readonly undescribed: string;
    readonly ruby: string;
    readonly math: string;
  };
}

const HANS: BookWords = {
  source: '来源',
  index: '索引',
  landmarks: '导航标记',
  text: '正文',
  cover: '封面',
  titlePage: '书名页',
  noteMark: '注',
  backToText: '返回正文',
  attachments: '附件\uFF1A',
  table: '表格',
  missingPicture: '图片缺失',
  continued: '续',
  done: '已完成',
  open: '未完成',
  comma: '、',
  dash: '——',
  summary: {
    text: '内容为可重排的文字\uFF0C有导航目录。',
    headings: '各级标题均有标记。',
    described: '图片都有替代文字。',
    undescribed: '部分图片没有替代文字。',
    ruby: '部分文字有注音。',
    math: '公式为 MathML\uFF0C可以朗读。',
  },
};

const HANT: BookWords = {
  source: '來源',
  index: '索引',
  landmarks: '導覽標記',
  text: '正文',
  cover: '封面',
  titlePage: '書名頁',
  noteMark: '註',
  backToText: '返回正文',
  attachments: '附件\uFF1A',
  table: '表格',
  missingPicture: '圖片缺失',
  continued: '續',
  done: '已完成',
  open: '未完成',
  comma: '、',
  dash: '——',
  summary: {
    text: '內容為可重排的文字\uFF0C有導覽目錄。',
    headings: '各級標題均有標記。',
    described: '圖片都有替代文字。',
    undescribed: '部分圖片沒有替代文字。',
    ruby: '部分文字有注音。',
    math: '公式為 MathML\uFF0C可以朗讀。',
  },
};

const JA: BookWords = {
  source: '出典',
  index: '索引',
  landmarks: 'ランドマーク',
  text: '本文',
  cover: '表紙',
  titlePage: '標題紙',
  noteMark: '注',
  backToText: '本文に戻る',
  attachments: '添付\uFF1A',
  table: '表',
  missingPicture: '画像なし',
  continued: '続き',
  done: '完了',
  open: '未完了',
  comma: '、',
  dash: '——',
  summary: {
    text: '本文はリフロー型のテキストで、目次があります。',
    headings: '見出しは階層で示されています。',
    described: '画像には代替テキストがあります。',
    undescribed: '代替テキストのない画像があります。',
    ruby: 'ルビがあります。',
    math: '数式は MathML です。',
  },
};

const EN: BookWords = {
  source: 'Source',
  index: 'Index',
  landmarks: 'Landmarks',
  text: 'Text',
  cover: 'Cover',
  titlePage: 'Title page',
  noteMark: 'Note',
  backToText: 'Back to the text',
  attachments: 'Attachments: ',
  table: 'Table',
  missingPicture: 'Picture missing',
  continued: 'continued',
  done: 'done',
  open: 'open',
  comma: ', ',
  dash: '— ',
  summary: {
    text: 'Reflowable text with a table of contents.',
    headings: 'Headings are marked by level.',
    described: 'All pictures have alternative text.',
    undescribed: 'Some pictures have no alternative text.',
    ruby: 'Some text has ruby annotations.',
    math: 'Formulas are MathML.',
  },
};

/** @param language Tag of the book, as {@link bookLanguage} gives it. */
export function bookWords(language: string): BookWords {
  if (/^zh-(TW|HK|MO|Hant)\b/i.test(language)) return HANT;
  if (/^zh\b/i.test(language)) return HANS;
  return /^ja\b/i.test(language) ? JA : EN;
}
