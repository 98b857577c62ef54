/** What parts a title from the names of the section and the site behind it. */
const SEPARATOR =
  /\s*(?:[_|\uFF5C\u00BB\u00AB]|\u2014\u2014|--|\s[-\u2013\u2014\u00B7@]\s|::)\s*|(?<=[\p{Script=Han}”》』」\uFF09!?\uFF01\uFF1F\d])-(?=\p{Script=Han}|[A-Z])/u;
const LONGEST_TITLE = 300;

/** Short words of a home page are no title of an article. */
const NO_TITLE =
  /^(?:首页|无标题(?:文档|页)?|untitled(?:\s+document)?|index|文章详情|正文|详情|新建文档|document\d*|new page.{0,5})$/iu;

export function isTitle(text: string): boolean {
  return text.length > 0 && text.length <= LONGEST_TITLE && !NO_TITLE.test(text);
}

/** Equal for two titles that only white space and marks tell apart. */
export function titleKey(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s\u3000]+/gu, '')
    .toLowerCase();
}

/** What a page shows that its title can be compared with. */
export interface ShownLines {
  /** Keys of its short lines. */
  readonly keys: ReadonlySet<string>;
  /** Its headings as they stand, logos aside. */
  readonly headings: readonly string[];
}

/**
 * The title in a `<title>`. The longest beginning of it that the page also shows on a line is the title, or a heading
 * that is most of it, whatever parts the two; without such a line the names behind the last separators go, as long as
 * something is left.
 */
export function withoutSite(
  title: string,
  { keys: shown, headings }: ShownLines,
  site: string | undefined,
): string {
  const pieces = splitTitle(title);
  for (let count = pieces.length; count > 0; count--) {
    const beginning = joinPieces(pieces.slice(0, count));
    if (titleKey(beginning) !== titleKey(site ?? '') && shown.has(titleKey(beginning))) return beginning;
  }
  // 站名 - 标题
  const last = pieces.at(-1)?.text ?? '';
  if (
    pieces.length > 1 &&
    titleKey(last) !== titleKey(site ?? '') &&
    shown.has(titleKey(last)) &&
    (last.length > 8 || (SITE_NAME.test(pieces[0]?.text ?? '') && last.length > 3))
  )
    return last;
  return headingIn(title, headings) ?? pieces[0]?.text ?? title;
}

/** Part of a title from which a heading is the title and not the name of a column or a site. */
const MOST_OF_TITLE = 0.5;

/** The longest heading of the page that the title begins or ends with. */
function headingIn(title: string, headings: readonly string[]): string | undefined {
  const whole = spacedKey(title);
  let best: string | undefined;
  for (const heading of headings) {
    const key = spacedKey(heading);
    if (key.length < MOST_OF_TITLE * whole.length || key.length <= (best?.length ?? 0)) continue;
    const isFirst = whole.startsWith(key) && !LETTER_FIRST.test(whole.slice(key.length));
    if (isFirst || (whole.endsWith(key) && !LETTER_LAST.test(whole.slice(0, -key.length)))) best = heading;
  }
  return best;
}

/** A space may be all that parts a title from the name behind it. */
function spacedKey(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/[\s\u3000]+/gu, ' ')
    .toLowerCase();
}

const LETTER_FIRST = /^[\p{L}\p{N}]/u;
const LETTER_LAST = /[\p{L}\p{N}]$/u;

/** Endings of the names of newspapers and sites. */
const SITE_NAME =
  /(?:网|報|报|论坛|論壇|频道|頻道|在线|博客|部落格|社区|门户|电子版|數位版|数字报|周刊|週刊|杂志|雜誌|书屋|小说|官网|学校|中学|小学|大学)$/u;

interface Piece {
  readonly text: string;
  /** What stands between this and the next. */
  readonly mark: string;
}

function splitTitle(title: string): Piece[] {
  const pieces: Piece[] = [];
  let rest = title.slice(0, LONGEST_TITLE);
  for (let match = SEPARATOR.exec(rest); match; match = SEPARATOR.exec(rest)) {
    const text = rest.slice(0, match.index);
    if (text.trim() !== '') pieces.push({ text: text.trim(), mark: match[0] });
    rest = rest.slice(match.index + match[0].length);
  }
  if (rest.trim() !== '') pieces.push({ text: rest.trim(), mark: '' });
  return pieces;
}

function joinPieces(pieces: readonly Piece[]): string {
  return pieces.map(({ text, mark }, index) => (index === pieces.length - 1 ? text : text + mark)).join('');
}
