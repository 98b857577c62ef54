/**
 * Other names of styles that Word, WPS, LibreOffice and the makers of templates give to what we call otherwise; lower
 * case, without white space. Word's own styles have their English names in every Chinese file (ISO/IEC 29500-1,
 * 17.7.4.9), whatever their ids; the Chinese ones are those that people make beside them.
 */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  title: ['公文标题', '文件标题', '文章标题', '文档标题', '论文标题', '大标题', '主标题', '标题', '標題'],
  subtitle: ['副标题', '副標題', '子标题'],
  caption: ['题注', '題註', '图题', '图名', '图注', '图片标题'],
  表题: ['表名', '表格标题', '表标题'],
  quote: ['引用', '引文', '块引用'],
  'list paragraph': ['列表段落', '列出段落', '列表内容'],
  salutation: ['称呼', '主送机关', '称谓'],
  signature: ['签名', '落款', '发文机关署名', '署名'],
  附件说明: ['附件'],
  'footnote text': ['脚注文本', '脚注', 'footnote'],
  'endnote text': ['尾注文本', '尾注', 'endnote'],
  'footnote reference': ['脚注引用', 'footnotecharacters'],
  'endnote reference': ['尾注引用', 'endnotecharacters'],
  'toc heading': ['目录标题', '目录题目', 'contentsheading'],
  hyperlink: ['超链接', '超級連結', 'internetlink'],
  strong: ['要点', 'strongemphasis'],
  emphasis: ['强调'],
  表头: ['表格标题行', '表格表头'],
  表格文字: ['表格内容', '表格正文', '表内文字', '表格文本', 'tablecontents'],
  来源: ['稿件来源', '信息来源'],
  代码: ['sourcecode', '程序代码'],
};

const LEVELS = '一二三四五六七八九';

const plain = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** Names under which a style of ours may be there, its own first; compared by {@link nameKey}. */
export function namesOf(name: string): string[] {
  const heading = /^heading ([1-9])$/i.exec(name)?.[1];
  const contents = /^toc ([1-9])$/i.exec(name)?.[1];
  if (heading !== undefined) {
    const han = LEVELS[Number(heading) - 1] ?? '';
    return [name, `标题${heading}`, `標題${heading}`, `${han}级标题`, `第${han}级标题`, `标题${han}`];
  }
  if (contents !== undefined) return [name, `目录${contents}`, `目錄${contents}`];
  const key = name.toLowerCase();
  return [name, ...(Object.hasOwn(OTHER_NAMES, key) ? (OTHER_NAMES[key] ?? []) : [])];
}

/** Word compares names without regard to case; people, without regard to blanks. */
export function sameName(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

/** For a table of names. */
export const nameKey: (name: string) => string = plain;

/** Styles of running text by rank: Word's own, then those that makers of templates make. */
export const BODY_NAMES: readonly string[] = [
  'Body Text First Indent',
  '正文首行缩进',
  '正文缩进',
  'Normal Indent',
  '公文正文',
  '论文正文',
  '正文段落',
  '正文样式',
  '首行缩进',
  'Body Text Indent',
  'Body Text First Indent 2',
  '正文首行缩进2',
  'Body Text',
  '正文文本',
];
