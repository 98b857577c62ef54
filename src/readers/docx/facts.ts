import type { About, DeclaredFacts, DraftBlock } from '../../model/index.js';
import { plainText } from '../../model/index.js';
import type { DocumentContext } from './document-context.js';
import type { TitleBlock } from './title-block.js';
import { child, descendants, type XmlElement } from './xml.js';

/** Lines at the head of the text that a property of the file can be checked against. */
const HEAD_LINES = 12;

/**
 * What the file's own properties say of the text, as far as a careful editor would believe it. The title of a Word file is
 * most often that of the file it was copied from (「PowerPoint 演示文稿」, 「关于…（征求意见稿）.doc」), and its creator
 * whoever the computer belongs to; so both count only where the head of the text says the same. Our own files say what
 * the article said, and properties under our names count in any file.
 */
export function readFacts(context: DocumentContext, { blocks, stated, hasTitle }: TitleBlock): DeclaredFacts {
  const core = readCore(context.file.xml('docProps/core.xml'));
  const { isOurs } = context;
  const head = headOf(blocks);
  // our own files have a title in any case, for those who list files, but print only one that the article has
  const isPrinted = isOurs ? hasTitle : core.title !== undefined && head.includes(squeeze(core.title));
  const title = isPrinted ? core.title : undefined;
  const people = (core.creator ?? '')
    .split(isOurs ? /;\s/ : /[、;\uFF1B,\uFF0C]/u)
    .map((name) => name.trim());
  const authors = people.filter(
    (name) => name !== '' && (isOurs || head.some((line) => saysAuthor(line, name))),
  );
  const custom = context.file.xml('docProps/custom.xml');
  const about = isOurs ? readAbout(core.keywords, readCustom(custom, ABOUT_NAMES)) : undefined;
  return {
    ...(title !== undefined && { title }),
    ...(isOurs && core.subject !== undefined && { subtitle: core.subject }),
    ...(authors.length > 0 && { authors }),
    ...(isOurs && core.language !== undefined && { language: core.language }),
    ...(about && { about }),
    ...readCustom(custom, OUR_NAMES),
    ...stated,
  };
}

interface Core {
  readonly title?: string;
  readonly subject?: string;
  readonly creator?: string;
  readonly language?: string;
  readonly keywords?: string;
}

/** @see ECMA-376-2, 8 (core properties) */
function readCore(root: XmlElement | undefined): Core {
  const of = (name: string): string | undefined => child(root, name)?.text.trim() || undefined;
  const [title, subject, creator, language] = ['dc:title', 'dc:subject', 'dc:creator', 'dc:language'].map(of);
  const keywords = of('cp:keywords');
  return {
    ...(title !== undefined && { title }),
    ...(subject !== undefined && { subject }),
    ...(creator !== undefined && { creator }),
    ...(language !== undefined && { language }),
    ...(keywords !== undefined && { keywords }),
  };
}

/** What our own files keep of what their source said beside the text; other programs' keywords are seldom an author's. */
function readAbout(
  keywords: string | undefined,
  { summary, series, seriesPosition }: Partial<Record<(typeof ABOUT_NAMES)[number], string>>,
): About | undefined {
  const subjects = (keywords ?? '').split('; ').filter((subject) => subject !== '');
  if (subjects.length === 0 && summary === undefined && series === undefined) return undefined;
  return {
    ...(subjects.length > 0 && { subjects }),
    ...(summary !== undefined && { description: summary }),
    ...(series !== undefined && {
      series: { name: series, ...(seriesPosition !== undefined && { position: Number(seriesPosition) }) },
    }),
  };
}

/** Names of our own properties; see the Word renderer's `document-properties`. */
const OUR_NAMES = ['sourceName', 'sourceUrl', 'publishedOn', 'channel'] as const;
const ABOUT_NAMES = ['summary', 'series', 'seriesPosition'] as const;

/** A day is kept as a moment (`2021-10-01T00:00:00Z`), the day in front. */
const DAY_LENGTH = '2021-10-01'.length;

function readCustom<Name extends string>(
  root: XmlElement | undefined,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const facts: Partial<Record<Name, string>> = {};
  for (const property of root?.children ?? []) {
    const name = names.find((each) => each === property.attributes.get('name'));
    const text = [...descendants(property)]
      .map((value) => value.text)
      .join('')
      .trim();
    if (name !== undefined && text !== '')
      facts[name] = name === 'publishedOn' ? text.slice(0, DAY_LENGTH) : text;
  }
  return facts;
}

function headOf(blocks: readonly DraftBlock[]): string[] {
  const lines: string[] = [];
  for (const block of blocks) {
    if (lines.length >= HEAD_LINES) break;
    if (block.type === 'line' && block.outside !== 'header') lines.push(squeeze(plainText(block.inlines)));
  }
  return lines;
}

/** A line of nothing but the name, of a label and the name, or of the name before the day and the source. */
function saysAuthor(line: string, name: string): boolean {
  const own = squeeze(name);
  if (line.startsWith(own) && /^(?:$|\d{4}|来源|[|\uFF5C丨/·])/u.test(line.slice(own.length))) return true;
  return line.endsWith(own) && /^(?:作者|文|撰文|供稿)?[:\uFF1A/|丨]?$/u.test(line.slice(0, -own.length));
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}
