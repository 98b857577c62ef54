/** What a style says that a paragraph is. */
export type StyleRole =
  | 'title'
  | 'subtitle'
  | 'author'
  /** Says where the text comes from: our own files, and templates of news desks. */
  | 'attribution'
  | 'caption'
  | 'quote'
  /** Who or what was quoted, in our own files. */
  | 'quote-attribution'
  | 'verse'
  /** Text of a table that stands as its table has it, and text that stands otherwise. */
  | 'cell'
  | 'aligned-cell'
  | 'code'
  | 'contents'
  | 'rule'
  | 'body';

/** What a style says of the characters it is put on. */
export type CharacterRole = 'strong' | 'emphasis' | 'code' | 'link';

/**
 * Names of heading styles: Word's own (ISO/IEC 29500-1, 17.7.4.9) in the languages that Chinese documents come in, with
 * or without a space before the number, which WPS and macOS write apart.
 */
const HEADING =
  /^(?:heading|标题|標題|見出し|제목|titre|überschrift|título|заголовок|head|h)\s*([1-9\uFF11-\uFF19])$/u;
/** Chinese templates call their headings by rank. */
const RANKED =
  /^(?:第?([一二三四五六七八九])级?标题|([一二三四五六七八九])級?標題|标题([一二三四五六七八九]))$/u;

/** Lower case, without white space. One row to teach a name. */
const PARAGRAPH_NAMES: Readonly<Record<StyleRole, RegExp>> = {
  title: /^(?:title|标题|標題|文档标题|文章标题|文件标题|公文标题|大标题|主标题|booktitle|표제)$/u,
  subtitle: /^(?:subtitle|副标题|副標題|子标题)$/u,
  author: /^(?:author|作者|作者姓名)$/u,
  attribution: /^(?:attribution|来源|文末来源|稿件来源|信息来源)$/u,
  caption:
    /^(?:caption|题注|題註|标号|figurecaption|tablecaption|imagecaption|captionedfigure|图题|表题|图注|图名|表名|图片标题|表格标题|illustration|table|figure)$/u,
  quote:
    /^(?:quote|intensequote|引用|明显引用|鲜明引文|引文|blocktext|文本块|quotations?|blockquote|epigraph|題詞)$/u,
  'quote-attribution': /^引文出处$/u,
  verse: /^(?:诗歌|诗词|verse|poem|poetry)$/u,
  cell: /^(?:表格文字|表头)$/u,
  'aligned-cell': /^(?:表格文字|表头)居[左中右]$/u,
  code: /^(?:htmlpreformatted|html预设格式|html預設格式|sourcecode|code|代码|程式碼|preformattedtext|程序代码|codeblock|plaintextcode)$/u,
  contents:
    /^(?:toc[1-9]|toc|目录[1-9]?|目錄[1-9]?|tocheading|toc标题|toc標題|目录标题|contents[1-9]|contentsheading|tableoffigures|图表目录|indexheading|index[1-9]|索引标题|索引標題)$/u,
  rule: /^(?:horizontalline|分隔线|水平线)$/u,
  body: /^(?:normal|正文|bodytext.*|正文文本.*|正文首行缩进.*|compact|firstparagraph)$/u,
};

const CHARACTER_NAMES: Readonly<Record<CharacterRole, RegExp>> = {
  strong: /^(?:strong|要点|強調粗體|明显强调|intenseemphasis|strongemphasis)$/u,
  emphasis: /^(?:emphasis|着重要点|强调|強調|subtleemphasis|不明显强调)$/u,
  link: /^(?:hyperlink|followedhyperlink|internetlink|visitedinternetlink|超链接|超級連結|已访问的超链接|链接)$/u,
  code: /^(?:htmlcode|html代码|verbatimchar|sourcetext|inlinecode|行内代码|htmltypewriter|htmlsample|htmlkeyboard|htmlvariable|代码字符)$/u,
};

const RANKS = '一二三四五六七八九';

/** The heading level, from 1, that a style's name says. */
export function headingLevelOf(name: string): number | undefined {
  const plain = name.trim().toLowerCase();
  const digit = HEADING.exec(plain)?.[1]?.normalize('NFKC');
  if (digit !== undefined) return Number(digit);
  const rank = RANKED.exec(plain)
    ?.slice(1)
    .find((each) => each !== undefined);
  return rank === undefined ? undefined : RANKS.indexOf(rank) + 1;
}

export function paragraphRole(name: string): StyleRole | undefined {
  return roleOf(PARAGRAPH_NAMES, name);
}

export function characterRole(name: string): CharacterRole | undefined {
  return roleOf(CHARACTER_NAMES, name);
}

function roleOf<Role extends string>(names: Readonly<Record<Role, RegExp>>, name: string): Role | undefined {
  const plain = name.toLowerCase().replace(/[\s_-]+/gu, '');
  return (Object.keys(names) as Role[]).find((role) => names[role].test(plain));
}
