import iconv from 'iconv-lite';

/** What a line of a marked page is. `open`: a careful editor might keep it or not, so it is not judged. */
export type Kind =
  | 'title'
  | 'metadata'
  | 'furniture'
  | 'open'
  | 'part'
  | 'heading'
  | 'paragraph'
  | 'salutation'
  | 'signature'
  | 'listItem'
  | 'quote'
  | 'verse'
  | 'code'
  | 'table'
  | 'figure'
  | 'note'
  | 'break'
  | 'attachments'
  | 'raw'
  | 'blank';

/** A run-in heading is two units on one line of the source; lines of verse, tables and signatures are one unit. */
export interface Unit {
  readonly kinds: readonly Kind[];
  readonly text: string;
  readonly level?: number;
  readonly label?: string;
  /** Its number may count as a word of its text: 第一天. */
  readonly loose?: true;
}

interface Line {
  readonly kinds: readonly Kind[];
  readonly level?: number;
  /** As in the file, after the tag. */
  readonly body: string;
  /** Goes on with the block of the line before. */
  readonly joins: boolean;
  /** Has its own markup. */
  readonly asIs?: true;
}

/** A page with its right answer; both come from one marked text, whose tags README.md explains. */
export interface Page {
  readonly name: string;
  readonly header: ReadonlyMap<string, string>;
  readonly lines: readonly Line[];
}

const TAGS: Readonly<Record<string, Kind>> = {
  T: 'title',
  M: 'metadata',
  X: 'furniture',
  '?': 'open',
  A: 'part',
  H: 'heading',
  R: 'heading',
  P: 'paragraph',
  G: 'salutation',
  S: 'signature',
  L: 'listItem',
  Q: 'quote',
  V: 'verse',
  C: 'code',
  D: 'table',
  F: 'figure',
  N: 'note',
  B: 'break',
  E: 'attachments',
  '<': 'raw',
};

/** Blocks that are made of all the lines of their kind that follow each other. */
const OF_LINES: ReadonlySet<Kind> = new Set<Kind>(['signature', 'verse', 'code', 'table', 'attachments']);

const TAG_LINE = /^([A-Z?<](?:\/[A-Z?])*|\+)(\d?)(!?) (.*)$/u;

/** @throws Error when a line has no tag that is known. */
export function parsePage(name: string, content: string): Page {
  const at = content.indexOf('\n----\n');
  if (at < 0) throw new Error(`${name}: no line of four dashes after the header`);
  const header = new Map<string, string>();
  for (const line of content.slice(0, at).split('\n')) {
    const colon = line.indexOf(':');
    header.set(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  const lines = content
    .slice(at + 6)
    .trimEnd()
    .split('\n')
    .map((line) => parseLine(name, line));
  return { name, header, lines };
}

function parseLine(name: string, line: string): Line {
  if (line === '_' || line === '') return { kinds: ['blank'], body: '', joins: false };
  const match = TAG_LINE.exec(line);
  if (!match) throw new Error(`${name}: no tag: ${line}`);
  const [, tag = '', level = '', asIs, body = ''] = match;
  if (tag === '+') return { kinds: ['paragraph'], body, joins: true };
  const kinds = tag.split('/').map((letter) => {
    const kind = TAGS[letter];
    if (!kind) throw new Error(`${name}: unknown tag ${letter}`);
    return kind;
  });
  return {
    kinds,
    body: tag === 'R' ? `\u0000${body}` : body,
    joins: false,
    ...(level && { level: Number(level) }),
    ...(asIs && { asIs: true }),
  };
}

/** Marks inside a line: `{^[1]}` a mark of a note, `{x…}` furniture, `{s…}` shown in the source and cleaned away. */
const MARK = /\{[\^xs]([^{}]*)\}/gu;

/** Kinds whose lines are cut into label and text; bars in other lines are the site's own. */
const LABELLED: ReadonlySet<Kind> = new Set<Kind>(['heading', 'listItem', 'note']);

function sourceOf({ kinds, body }: Line): string {
  const source = (body.split(' => ')[0] ?? '').replace('\u0000', '').replace(MARK, '$1');
  const whole = LABELLED.has(kinds[0] ?? 'blank') ? source.replace(/[|~]/gu, '') : source;
  return whole.replaceAll('\u00A6', '|');
}

function answerOf(body: string): string {
  return body
    .replace('\u0000', '')
    .replace(MARK, '')
    .replace(/<[^<>]*>/gu, '')
    .replaceAll('\u00A6', '|');
}

/** The blocks that a careful editor would see, in order; part marks and open lines among them. */
export function answers(page: Page): Unit[] {
  const units: Unit[] = [];
  let open: Kind | undefined;
  for (const line of page.lines) {
    const kind = line.kinds[0] ?? 'blank';
    if (kind === 'blank' || kind === 'raw') continue;
    const last = units.at(-1);
    if (last && (line.joins || (kind === open && OF_LINES.has(kind)))) {
      units[units.length - 1] = { ...last, text: last.text + answerOf(line.body) };
      continue;
    }
    units.push(...unitsOf(line));
    open = kind;
  }
  return units;
}

function unitsOf(line: Line): Unit[] {
  const { kinds, body, level } = line;
  if (kinds[0] === 'part')
    return [{ kinds, text: body.includes(' => ') ? (body.split(' => ')[1] ?? '') : body }];
  const answer = answerOf(body);
  const pieces = LABELLED.has(kinds[0] ?? 'blank') ? answer.split('|') : [answer];
  if (pieces.length === 1) return [{ kinds, text: answer, ...(level && { level }) }];
  const [label = '', text = '', rest] = pieces;
  const unit: Unit = { kinds, text: label + text, label, ...(level && { level }) };
  return body.startsWith('\u0000') && rest ? [unit, { kinds: ['paragraph'], text: rest }] : [unit];
}

/** Furniture and metadata: nothing of it may be left. */
export function unwanted(page: Page): string[] {
  return page.lines.flatMap(({ kinds, body }) => {
    const inside = [...body.matchAll(/\{x([^{}]*)\}/gu)].map((match) =>
      (match[1] ?? '').replace(/<[^<>]*>/gu, ''),
    );
    const whole = kinds[0] === 'furniture' || kinds[0] === 'metadata' ? [answerOf(body)] : [];
    return [...inside, ...whole];
  });
}

/** The page as a scraper would have saved it. */
export function pageBytes(page: Page): Uint8Array {
  const { header } = page;
  const format = header.get('format') ?? 'text';
  const text = format === 'html' ? htmlOf(page) : textOf(page, format === 'md');
  const newline = { crlf: '\r\n', cr: '\r' }[header.get('newline') ?? ''] ?? '\n';
  return iconv.encode(text.replaceAll('\n', newline), header.get('encoding') ?? 'utf8');
}

function textOf(page: Page, markdown: boolean): string {
  const blanks = Number(page.header.get('blank') ?? 1);
  const wrap = Number(page.header.get('wrap') ?? 0);
  const indent = page.header.get('indent')?.replaceAll('_', '\u3000') ?? '\u3000\u3000';
  let text = '';
  let before: Kind | undefined;
  for (const line of page.lines) {
    const kind = line.kinds[0] ?? 'blank';
    if (kind === 'blank') text += '\n';
    else {
      const together = line.joins || (kind === before && (OF_LINES.has(kind) || kind === 'listItem'));
      if (!together && text) text += '\n'.repeat(blanks);
      const indented = (kind === 'paragraph' || line.body.startsWith('\u0000')) && !line.joins && !markdown;
      const own =
        markdown && kind === 'heading' ? `${'#'.repeat((line.level ?? 1) + 1)} ` : indented ? indent : '';
      text += `${wrapped(own + sourceOf(line), kind === 'paragraph' ? wrap : 0)}\n`;
    }
    before = kind;
  }
  return text;
}

function wrapped(text: string, width: number): string {
  if (width === 0) return text;
  return text.replace(new RegExp(`(.{${width}})(?=.)`, 'gu'), '$1\n');
}

/** How a site's program writes each kind; other markup stands in the page as raw lines. */
function htmlOf(page: Page): string {
  const breaks = page.header.get('paragraphs') === 'br';
  const headings = page.header.get('headings') ?? 'strong';
  const block = (text: string): string =>
    breaks ? `\u3000\u3000${text}<br />\n<br />\n` : `<p>${text}</p>\n`;
  return page.lines
    .map((line) => {
      const kind = line.kinds[0] ?? 'blank';
      const text = sourceOf(line);
      if (
        line.asIs ||
        kind === 'blank' ||
        kind === 'raw' ||
        kind === 'furniture' ||
        kind === 'metadata' ||
        kind === 'table'
      )
        return `${line.kinds[0] === 'raw' ? line.body : text}\n`;
      if (kind === 'title') return `<h1>${text}</h1>\n`;
      if (kind === 'listItem') return `<li>${text}</li>\n`;
      if (kind === 'quote') return `<blockquote><p>${text}</p></blockquote>\n`;
      if (kind === 'code') return `${text}\n`;
      if (kind === 'figure') return `${text}\n`;
      if (kind !== 'heading' || line.body.startsWith('\u0000') || headings === 'plain') return block(text);
      if (headings === 'strong') return block(`<strong>${text}</strong>`);
      const tag = `h${(line.level ?? 1) + 1}`;
      return `<${tag}>${text}</${tag}>\n`;
    })
    .join('');
}
