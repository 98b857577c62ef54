import type { MessageLanguage } from '../diagnostics.js';
import type { Inspection } from '../index.js';

type Words = Readonly<Record<string, string>>;

const WORDS = {
  en: {
    title: 'Title',
    subtitle: 'Subtitle',
    authors: 'Authors',
    published: 'Published',
    source: 'Source',
    address: 'Address',
    channel: 'Channel',
    read: 'Read as',
    outline: 'Outline',
    text: 'Text',
    removed: 'Removed',
    repairs: 'Repaired',
    notes: 'Remarks',
    facts: 'Where facts came from',
    headings: 'Why these are headings',
    rejected: 'Why these numbered lines are none',
    line: 'line',
    characters: 'characters',
    noHeadings: '(no headings)',
    untitled: '(no title)',
  },
  zh: {
    title: '标题',
    subtitle: '副标题',
    authors: '作者',
    published: '发布日期',
    source: '来源',
    address: '网址',
    channel: '栏目',
    read: '读作',
    outline: '大纲',
    text: '正文',
    removed: '删去',
    repairs: '修复',
    notes: '提示',
    facts: '信息出处',
    headings: '标题依据',
    rejected: '编号行不作标题的依据',
    line: '行',
    characters: '字符',
    noHeadings: '\uFF08没有小标题\uFF09',
    untitled: '\uFF08无标题\uFF09',
  },
} as const satisfies Record<MessageLanguage, Words>;

type Block = Inspection['lead'][number];

/**
 * An inspection for people: title and source, outline, what was removed and repaired, remarks.
 *
 * @param withReasons Adds where each fact came from and what spoke for each heading.
 */
export function viewInspection(
  inspection: Inspection,
  language: MessageLanguage,
  withReasons: boolean,
): string {
  const words = WORDS[language];
  const removed = inspection.removed.map(
    ({ line, text, rule }) => `${place(line, language)}  [${rule}] ${clip(text)}`,
  );
  const sections = [
    factLines(inspection, words),
    titled(words.outline, outlineLines(inspection, words)),
    titled(`${words.removed} (${removed.length})`, removed),
    titled(
      words.repairs,
      inspection.repairs.map(({ rule, count }) => `${rule} × ${count}`),
    ),
    titled(
      words.notes,
      inspection.diagnostics.map(({ line, message }) =>
        line ? `${place(line, language)}  ${message}` : message,
      ),
    ),
    ...(withReasons ? reasons(inspection, language) : []),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function factLines(inspection: Inspection, words: (typeof WORDS)[MessageLanguage]): string[] {
  const { source } = inspection;
  const facts: readonly (readonly [string, string | null])[] = [
    [words.title, inspection.title ?? words.untitled],
    [words.subtitle, inspection.subtitle],
    [words.authors, inspection.authors.join('、') || null],
    [words.published, inspection.publishedOn],
    [words.source, source.name],
    [words.address, source.url],
    [words.channel, source.channel],
    [words.read, [inspection.format, inspection.encoding, inspection.language].filter(Boolean).join(', ')],
    [words.text, `${countCharacters(inspection)} ${words.characters}`],
  ];
  const width = Math.max(...facts.map(([name]) => columns(name)));
  return facts.flatMap(([name, value]) =>
    value === null ? [] : [`${name}${' '.repeat(width - columns(name))}  ${value}`],
  );
}

function outlineLines({ lead, parts }: Inspection, words: (typeof WORDS)[MessageLanguage]): string[] {
  const lines = [
    ...headings(lead, 0),
    ...parts.flatMap((part) => [
      ...(part.title === null ? [] : [labelled(part.label?.text, part.title)]),
      ...headings(part.blocks, part.title === null ? 0 : 1),
    ]),
  ];
  return lines.length > 0 ? lines : [words.noHeadings];
}

function headings(blocks: readonly Block[], depth: number): string[] {
  return blocks.flatMap((block) =>
    block.type === 'heading'
      ? [`${'  '.repeat(depth + block.level - 1)}${labelled(block.label?.text, block.text)}`]
      : [],
  );
}

/** A heading after its label; 第一章 and 渡口 are parted, 一、 and 总则 are not. */
function labelled(label: string | undefined, heading: string): string {
  return label !== undefined && /[\p{L}\p{N}]$/u.test(label)
    ? `${label} ${heading}`
    : `${label ?? ''}${heading}`;
}

function reasons({ report }: Inspection, language: MessageLanguage): string[][] {
  const words = WORDS[language];
  return [
    titled(
      words.facts,
      report.facts.map(
        ({ fact, value, line, rule }) =>
          `${fact} = ${clip(value)}  [${rule}]${line ? ` ${place(line, language)}` : ''}`,
      ),
    ),
    titled(
      words.headings,
      report.headings.map(
        ({ line, text, score, cues }) =>
          `${place(line, language)}  ${clip(text)}  ${score}  ${cues.join(' ')}`,
      ),
    ),
    titled(
      words.rejected,
      report.rejected.map(
        ({ line, text, score, cues, count }) =>
          `${place(line, language)}  ${clip(text)}  ×${count}  ${score}  ${cues.join(' ')}`,
      ),
    ),
  ];
}

function titled(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [title, ...lines.map((line) => `  ${line}`)] : [];
}

function place(line: number, language: MessageLanguage): string {
  return language === 'zh' ? `第 ${line} ${WORDS.zh.line}` : `${WORDS.en.line} ${line}`;
}

function countCharacters({ lead, parts }: Inspection): number {
  const blocks = [...lead, ...parts.flatMap((part) => part.blocks)];
  return blocks.reduce((sum, { text }) => sum + [...text.replace(/\s/g, '')].length, 0);
}

/** Columns on a terminal: a Han character takes two. */
function columns(text: string): number {
  return [...text].reduce((sum, char) => sum + (char > '\u2E80' ? 2 : 1), 0);
}

function clip(text: string): string {
  const characters = [...text];
  return characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : text;
}
