import { endsInColon, endsSentence, hanCount, type Row, type TextRow } from '../row.js';
import {
  closes,
  isBare,
  isCloser,
  isItem,
  isLeadIn,
  isLineBody,
  isLong,
  isLooselyBare,
  isOverDay,
  isSentence,
  isSpeech,
  isVeryShort,
  opensList,
  SPEAKER,
} from './bare-shape.js';
import type { SubHead } from './sub-heads.js';

/** Sure of itself; and likely, beside others that are sure. */
export const BARE_FROM = 4;
const LIKELY_FROM = 3;
const FEWEST_LIKELY = 3;
/** So much longer than the others a heading may be. */
const LENGTH_AMONG_OTHERS = 1.5;
const PARAGRAPH = 25;
const ENTRY = /\S\s\S|[0-9]/u;
const MOST_OPEN = 0.3;
const FEWEST_LINES = 6;
/** An open line where nearly all others are closed. */
const RARE = { name: 'rare-open-line', weight: 1 } as const;

interface BareCue {
  readonly name: string;
  readonly weight: number;
  readonly holds: (row: TextRow, before: Row | undefined, after: Row | undefined) => boolean;
}

/** Names that sections of a recipe, a résumé or a manual bear. */
const SECTION_WORD =
  /^(?:用料|食材|主料|辅料|原料|配料|材料|准备材料|做法|步骤|制作步骤|操作步骤|制作方法|小贴士|温馨提示|注意事项|教育背景|教育经历|工作经[历验]|实习经历|项目经[历验]|专业技能|技能特长|自我评价|求职意向|个人信息|基本信息|获奖情况|兴趣爱好|研究背景|研究方法|写在最后|写在前面)$/u;

/** What speaks for a short open line being a heading; that lines without an end mark are rare is asked of all rows. */
const BARE_CUES: readonly BareCue[] = [
  { name: 'after-long-text', weight: 2, holds: (_row, before) => isLong(before) },
  {
    name: 'after-text',
    weight: 1,
    holds: (_row, before) => (!isLong(before) && closes(before)) || isLeadIn(before),
  },
  { name: 'after-list', weight: 1, holds: (_row, before) => !closes(before) && isItem(before) },
  { name: 'long-text-below', weight: 2, holds: (_row, _before, after) => isLong(after) },
  { name: 'text-below', weight: 1, holds: (_row, _before, after) => !isLong(after) && isLineBody(after) },
  {
    name: 'sentence-below',
    weight: 1,
    holds: (_row, _before, after) => isSentence(after) && !isLineBody(after),
  },
  { name: 'list-below', weight: 2, holds: (_row, _before, after) => opensList(after) },
  { name: 'very-short', weight: 1, holds: isVeryShort },
  { name: 'apart', weight: 2, holds: (row, _before, after) => isCloser(after, row) && isText(after) },
  { name: 'question', weight: 1, holds: ({ text }) => /\uFF1F$/u.test(text) },
  {
    name: 'entry-below',
    weight: 1,
    holds: ({ text }, _before, after) =>
      SECTION_WORD.test(text) && after?.type === 'line' && !closes(after) && ENTRY.test(after.text),
  },
  { name: 'section-word', weight: 2, holds: ({ text }) => SECTION_WORD.test(text) },
];

/**
 * Short open lines between paragraphs, as newspapers set their sub-heads: two that are sure of themselves, one beside
 * likely ones, or three that only stand before a short sentence each. Once there are some, others of like length and
 * place are headings too, though what stands below them is short, or their own line holds a colon or brackets.
 */
export function bareSubHeads(rows: readonly Row[]): SubHead[] {
  const all = weighAll(rows);
  const likely = all.filter(({ isLikely }) => isLikely);
  const sure = likely.filter(({ score }) => score >= BARE_FROM);
  // a sure one or two show what the others are
  const isShown = sure.length >= 2 || (sure.length === 1 && likely.length >= FEWEST_LIKELY);
  if (!isShown && all.length < FEWEST_LIKELY) return [];
  const heads = isShown ? withBrothers(likely, all) : all;
  return heads.length <= rows.length / 2 ? heads : [];
}

/** 费用清单 behind the days of a journey: each must be sure, since nothing shows what they are. */
export function sureSubHeads(rows: readonly Row[]): SubHead[] {
  return weighAll(rows).filter(({ score, isLikely }) => isLikely && score >= BARE_FROM);
}

function weighAll(rows: readonly Row[]): Weighed[] {
  const areRare = areOpenLinesRare(rows);
  const weighed = rows.flatMap((row, at) => (row.type === 'line' ? weighBare(rows, at, row, areRare) : []));
  return distinct(withoutDialogue(weighed));
}

/** Nearly all lines end as sentences do, so that one which does not is no sentence. */
function areOpenLinesRare(rows: readonly Row[]): boolean {
  const lines = rows.filter((row): row is TextRow => row.type === 'line' && !isItem(row));
  const open = lines.filter(({ text }) => !endsSentence(text) && !endsInColon(text));
  return lines.length >= FEWEST_LINES && open.length <= lines.length * MOST_OPEN;
}

/** A row that may be a heading; likely by itself, or only beside others. */
interface Weighed extends SubHead {
  readonly isLikely: boolean;
}

function withBrothers(likely: readonly Weighed[], all: readonly Weighed[]): Weighed[] {
  const longest = Math.max(...likely.map(({ row }) => hanCount(row.text)));
  const fits = ({ row }: SubHead): boolean => hanCount(row.text) <= longest * LENGTH_AMONG_OTHERS;
  return all.filter((head) => head.isLikely || fits(head));
}

/** One who speaks twice is in a talk. */
function withoutDialogue<Head extends SubHead>(heads: readonly Head[]): Head[] {
  const speakers = heads.map(({ row }) => SPEAKER.exec(row.text)?.[1]);
  const known = new Set<string>();
  const isTalk = speakers.some((name) => name !== undefined && (known.has(name) || !known.add(name)));
  return heads.filter((_head, index) => !isTalk || speakers[index] === undefined);
}

/**
 * What may stand right above or below a heading: text, a list, an entry (盐　两勺; 2010—2014　北方大学). Another short open
 * line would make a form or captions of them.
 */
function isText(row: Row | undefined): boolean {
  if (closes(row) || isLeadIn(row) || isItem(row) || row?.type !== 'line') return true;
  return row.han >= PARAGRAPH || ENTRY.test(row.text);
}

/** What stands three times is a refrain, or a sign of the site. */
function distinct<Head extends SubHead>(heads: readonly Head[]): Head[] {
  const counts = new Map<string, number>();
  for (const { row } of heads) counts.set(row.text, (counts.get(row.text) ?? 0) + 1);
  return heads.filter(({ row }) => (counts.get(row.text) ?? 0) < 3);
}

function weighBare(rows: readonly Row[], at: number, row: TextRow, areRare: boolean): Weighed[] {
  const [before, after] = [rows[at - 1], rows[at + 1]];
  const isBetween = isLong(before) && isLong(after);
  if (!isText(before)) return [];
  const isPlain = isBare(row);
  if (!isPlain && !isLooselyBare(row)) return [];
  if (after === undefined || (isLeadIn(before) && !isLineBody(after))) return [];
  if (SPEAKER.test(row.text) && !isBetween) return [];
  const isSecondLine = after.type === 'line' && isBare(after) && isCloser(row, after);
  if (isOverDay(after) || isSecondLine) return [];
  const cues = BARE_CUES.filter(({ holds }) => holds(row, before, after));
  const isOpen = isPlain && !endsSentence(row.text);
  const isRare = areRare && at > 0 && isOpen && closes(before) && !isSpeech(before) && isSentence(after);
  const score = cues.reduce((sum, { weight }) => sum + weight, isRare ? RARE.weight : 0);
  if (score < LIKELY_FROM) return [];
  // 特点 between sentences: a line of a word or two there is no sentence
  const isLabelOfText = isVeryShort(row) && isLineBody(after) && (closes(before) || isLeadIn(before));
  const isLikely = isPlain ? score >= BARE_FROM || isLong(after) || isLabelOfText : isBetween;
  const isBrother = isLong(before) || isItem(before) || (closes(before) && isLong(after)) || isRare;
  if (!isLikely && !isBrother) return [];
  const names = ['short', 'open-end', ...[...cues, ...(isRare ? [RARE] : [])].map(({ name }) => name)];
  return [{ at, row, key: 'unnumbered', score, cues: names.map((name) => `+${name}`), isLikely }];
}
