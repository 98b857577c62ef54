import {
  BookmarkEnd,
  BookmarkStart,
  EndnoteReferenceRun,
  FootnoteReferenceRun,
  ImageRun,
  type IRunOptions,
  type ParagraphChild,
  Tab,
  TextRun,
  type XmlComponent,
} from 'docx';
import {
  CODE_KINDS,
  type Inline,
  type InlineImage,
  type NoteReference,
  pictureWords,
  type Ruby,
  rubyParts,
  type Text,
} from '../../model/index.js';
import { AddressLink } from './address-link.js';
import { CHARACTER_STYLE_IDS, type CharacterKind } from './character-styles.js';
import { field } from './fields.js';
import { inlineFormula } from './formulas.js';
import type { Manuscript } from './manuscript.js';
import { imageOptions } from './pictures.js';
import { PlainRun } from './plain-run.js';
import { referenceRuns } from './references.js';
import { rubyRun } from './ruby.js';
import { scriptSegments } from './scripts.js';
import { termField } from './term-field.js';
import { cleanText } from './xml.js';

/** What the inlines around a text ask of its look. */
export interface Look {
  readonly kinds: ReadonlySet<CharacterKind>;
  readonly strike: boolean;
  /** 专名号 or the wavy 书名号. */
  readonly line?: 'single' | 'wave';
  /** 割注: the number that all runs of one remark share. */
  readonly rows?: number;
  /** Size of the surrounding text, for ruby. */
  readonly sizePt: number;
  readonly widthPt: number;
  readonly inNote: boolean;
}

/** Inlines as runs; each run carries no more than its character style and the East Asian hint. */
export function inlineRuns(manuscript: Manuscript, inlines: readonly Inline[], look: Look): ParagraphChild[] {
  return inlines.flatMap((inline) => inlineRun(manuscript, inline, look));
}

function inlineRun(manuscript: Manuscript, inline: Inline, look: Look): ParagraphChild[] {
  const inside = (kind: CharacterKind): Look => ({ ...look, kinds: new Set([...look.kinds, kind]) });
  switch (inline.type) {
    case 'text':
      return textRuns(manuscript, inline.text, look);
    case 'strong':
    case 'emphasis':
      return inlineRuns(manuscript, inline.children, inside(inline.type));
    case 'strike':
      return inlineRuns(manuscript, inline.children, { ...look, strike: true });
    case 'underline':
      return inlineRuns(manuscript, inline.children, { ...look, line: inline.wavy ? 'wave' : 'single' });
    case 'warichu':
      return inlineRuns(manuscript, inline.children, { ...look, rows: manuscript.nextRowsId() });
    case 'indexTerm':
      return [...termField(inline), ...inlineRuns(manuscript, inline.children, look)];
    case 'reference':
      return referenceRuns(manuscript, inline, inlineRuns(manuscript, inline.children, look));
    case 'code':
      return textRuns(manuscript, inline.text, inside('code'));
    case 'math':
      return inlineFormula(manuscript, inline.tex) ?? textRuns(manuscript, inline.tex, inside('code'));
    case 'link':
      return linkRuns(manuscript, inline.url, inline.children, look);
    case 'ruby':
      return rubyParts(inline).flatMap((part) => rubyPart(manuscript, part, look));
    case 'lineBreak':
      return [new TextRun({ break: 1 })];
    case 'noteReference':
      return noteMark(manuscript, inline, look);
    case 'image':
      return imageRun(manuscript, inline, look);
  }
}

function rubyPart(manuscript: Manuscript, part: Ruby | Text, look: Look): ParagraphChild[] {
  if (part.type === 'text') return textRuns(manuscript, part.text, look);
  const { base, reading } = part;
  return [rubyRun(cleanText(base), cleanText(reading), look.sizePt, runOptions(manuscript, look))];
}

/** Text as runs, cut where the script changes; a tab or line end inside it becomes Word's own. */
export function textRuns(manuscript: Manuscript, text: string, look: Look): ParagraphChild[] {
  const { article } = manuscript;
  const options = runOptions(manuscript, look);
  const isPlain = Object.keys(options).length === 0;
  return cleanText(text)
    .split(/(\t|\r\n|\r|\n)/)
    .flatMap((piece): ParagraphChild[] => {
      if (piece === '') return [];
      if (piece === '\t') return [new TextRun({ ...options, children: [new Tab()] })];
      if (/^[\r\n]/.test(piece)) return [new TextRun({ ...options, break: 1 })];
      return scriptSegments(piece, article.language).map(({ text: words, eastAsian, language }) =>
        isPlain && language === undefined
          ? (new PlainRun(words, eastAsian) as XmlComponent as ParagraphChild)
          : new TextRun({
              ...withHint(options, eastAsian),
              ...(language !== undefined && { language: { eastAsia: language } }),
              text: words,
            }),
      );
    });
}

function withHint(options: IRunOptions, eastAsian: boolean): IRunOptions {
  if (!eastAsian) return options;
  const font = typeof options.font === 'object' ? options.font : {};
  return { ...options, font: { ...font, hint: 'eastAsia' } };
}

/** Which kind gives the run its one character style; the others are written on the run itself. */
const STYLE_ORDER: readonly CharacterKind[] = [
  ...CODE_KINDS.map((kind) => `code-${kind}` as const),
  'code',
  'link',
  'strong',
  'emphasis',
];

function runOptions({ sheet }: Manuscript, { kinds, strike, line, rows }: Look): IRunOptions {
  const [first, ...others] = STYLE_ORDER.filter((kind) => kinds.has(kind));
  const isJoint = first === 'strong' && others.includes('emphasis');
  const style = isJoint
    ? 'strong-emphasis'
    : (first ?? (line ? (`line-${line}` as const) : strike ? 'strike' : undefined));
  const direct = (isJoint ? [] : others).map((kind): IRunOptions => {
    if (kind !== 'strong' && kind !== 'emphasis') return {};
    const family = sheet.characters[kind].family;
    const word = family === undefined ? undefined : sheet.families[family]?.word;
    return {
      ...(word && { font: { ascii: word.latin, eastAsia: word.eastAsia, hAnsi: word.latin } }),
      ...(kind === 'strong' && sheet.characters.strong.weight === 'bold' && { bold: true }),
      ...(kind === 'emphasis' && sheet.characters.emphasis.dots && { emphasisMark: { type: 'dot' } }),
    };
  });
  return {
    ...(style && { style: CHARACTER_STYLE_IDS[style] }),
    ...Object.assign({}, ...direct),
    ...(strike && style !== 'strike' && { strike: true }),
    ...(line && style !== `line-${line}` && { underline: { type: line } }),
    ...(rows !== undefined && { eastAsianLayout: { twoLinesInOne: true, group: rows } }),
  };
}

/** A link when its address is one that Word may open; otherwise its text alone, which is said. */
function linkRuns(
  manuscript: Manuscript,
  url: string,
  children: readonly Inline[],
  look: Look,
): ParagraphChild[] {
  // A link inside a link is none: the outer one holds.
  if (look.kinds.has('link')) return inlineRuns(manuscript, children, look);
  const link = safeAddress(url);
  if (link === undefined) {
    manuscript.diagnostics.push({ code: 'link-dropped', values: { url: cleanText(url).slice(0, 80) } });
    return inlineRuns(manuscript, children, look);
  }
  const inside = { ...look, kinds: new Set<CharacterKind>([...look.kinds, 'link']) };
  const runs = inlineRuns(manuscript, children, inside);
  return [new AddressLink(link, runs.length > 0 ? runs : textRuns(manuscript, url, inside))];
}

/** The address as `URL` writes it, if it is http, https or mailto. */
export function safeAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : undefined;
}

/** A real note mark the first time; later marks of the same note are fields that refer to it. */
function noteMark(manuscript: Manuscript, { noteId }: NoteReference, look: Look): ParagraphChild[] {
  const raised = (text: string): TextRun[] => [new TextRun({ text, style: 'FootnoteReference' })];
  // Word has no notes inside notes.
  const found = look.inNote ? undefined : manuscript.notes.refer(noteId);
  if (!found) return raised(`[${cleanText(noteId)}]`);
  const { note, id, bookmark, isFirst } = found;
  if (!isFirst) return field(`NOTEREF ${bookmark} \\h`, raised(String(id)));
  const mark = note.kind === 'footnote' ? new FootnoteReferenceRun(id) : new EndnoteReferenceRun(id);
  if (!manuscript.notes.isRepeated(noteId)) return [mark];
  const bookmarkId = manuscript.nextBookmarkId();
  return [new BookmarkStart(bookmark, bookmarkId), mark, new BookmarkEnd(bookmarkId)] as ParagraphChild[];
}

function imageRun(manuscript: Manuscript, image: InlineImage, look: Look): ParagraphChild[] {
  const options = imageOptions(
    manuscript,
    { imageId: image.imageId, alt: pictureWords(image) },
    look.widthPt,
  );
  return typeof options === 'string' ? textRuns(manuscript, options, look) : [new ImageRun(options)];
}
