/** What parts a title from the names of the section and the site behind it. */
const SEPARATOR =
  /\s*(?:[_|\uFF5C\u00BB\u00AB]|\u2014\u2014|--|\s[-\u2013\u2014\u00B7]\s|::)\s*|(?<=[\p{Script=Han}”》』」\uFF09!?\uFF01\uFF1F\d])-(?=\p{Script=Han}|[A-Z])/u;
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

/**
 * The title in a `<title>`. The longest beginning of it that the page also shows on a line is the title; without such
 * a line the names behind the last separators go, as long as something is left.
 *
 * @param shown Keys of the short lines of the page.
 */
export function withoutSite(title: string, shown: ReadonlySet<string>, site: string | undefined): string {
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
    last.length > 8
  )
    return last;
  return pieces[0]?.text ?? title;
}

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
