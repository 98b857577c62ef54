import type { Diagnostic } from '../diagnostics.js';
import type { Article, Block, DeclaredFacts, Draft, DraftNote, Note, Part } from '../model/index.js';
import { nestedBlocks } from './blocks/blocks.js';
import { attachCaptions, removeRepeatedCaptions } from './blocks/captions.js';
import { findSignature } from './blocks/letter.js';
import { readTypedNotes, removeNotesHeading } from './blocks/notes.js';
import {
  checkDump,
  checkEmptySections,
  checkNoteMarks,
  checkNumbers,
  checkParts,
  checkQuotes,
  checkRemovals,
} from './checks.js';
import { cutAdverts } from './furniture/adverts.js';
import { type Frame, findFrame } from './furniture/frame.js';
import {
  isLeading,
  isPlainFurniture,
  looksLikeSite,
  removeFurniture,
  siteWeight,
} from './furniture/furniture.js';
import { removeOutside } from './furniture/outside.js';
import { findPageEnd, seePage } from './furniture/page-end.js';
import { type RecurringLines, removeRecurring } from './furniture/recurring-lines.js';
import { cutSiteTalk, type LeadPlace } from './furniture/site-lead.js';
import { applyRules, hostOf, rulesFor, type SiteRules, setLevels } from './furniture/site-rules.js';
import { removeStrays } from './furniture/strays.js';
import { removeContentsList } from './headings/contents-list.js';
import type { RunVerdict } from './headings/heading-cues.js';
import { type Heading, readHeadings } from './headings/headings.js';
import { type PartRows, readParts } from './headings/parts.js';
import { toSections } from './headings/sections.js';
import { detectLanguage } from './language.js';
import { Ledger } from './ledger.js';
import { readBulletinHead } from './provenance/bulletin-head.js';
import { readByline } from './provenance/byline.js';
import { readCredits } from './provenance/credits.js';
import { statedFacts, toProvenance } from './provenance/facts.js';
import { fitFacts } from './provenance/fit-facts.js';
import { readLabelColumn } from './provenance/label-column.js';
import { labelledTitle } from './provenance/labelled-title.js';
import { lastDayFact } from './provenance/last-day.js';
import { isMetadata, onlyCounts, readProvenance } from './provenance/provenance.js';
import { readTitle } from './provenance/title.js';
import { removeTitleCopies } from './provenance/title-copies.js';
import { removeAboveTitle } from './provenance/title-place.js';
import { rememberedOf } from './remembered.js';
import { lastBorder } from './repairs/cell-borders.js';
import { splitDump } from './repairs/dump.js';
import { writesPoints } from './repairs/full-stops.js';
import { joinHardWraps, markWrapped } from './repairs/hard-wrap.js';
import { punctuationPolicy } from './repairs/punctuation.js';
import { quoteRepairs } from './repairs/quotes.js';
import { applyRepairs, mapLines, RepairTally, repairRow } from './repairs/repairs.js';
import { cutResidue } from './repairs/residue.js';
import { readTypedCode, removeLanguageNames } from './repairs/typed-code.js';
import type { FactReason, HeadingReason, RejectedSeries, StructureReport } from './report.js';
import { type Row, type TextRow, toRows } from './row.js';
import { SIGN } from './signs.js';
import { surveyOf } from './survey.js';

export interface StructureOptions {
  /** Removes nothing: site furniture stays in the text. */
  readonly keepAll?: boolean;
  /** Facts that are taken instead of what the source states. */
  readonly overrides?: DeclaredFacts;
  /** What the user knows of sites, by host. */
  readonly rules?: SiteRules;
  /** What most pages of a site have in common, when more than one was seen. */
  readonly recurring?: RecurringLines;
}

/** An article with the reasons for what it became. */
export interface Structured {
  readonly article: Article;
  readonly report: StructureReport;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Understands a draft. The order matters: characters first, then what is not text (furniture, metadata), then
 * line ends, title and parts, and last the headings within each part, which are judged by the series they stand in.
 */
export function structure(draft: Draft, options: StructureOptions = {}): Structured {
  const ledger = new Ledger(options.keepAll === true);
  const tally = new RepairTally();
  const { rows: repaired, notes } = repairCharacters(draft, tally);
  const named = ledger.take(removeLanguageNames(repaired), repaired);
  const ruled = takeByRules(named, draft, options, ledger);
  const dump = splitDump(ledger.take(removeOutside(ruled.rows), ruled.rows));
  const clean = ledger.take(cutResidue(dump.rows), dump.rows);
  const whole = ledger.take(cutAdverts(clean, isPlainFurniture), clean);
  const recurring = options.recurring?.get(ruled.host ?? '');
  const { rows: stripped, placed } = stripSurroundings(markWrapped(whole), ledger, recurring);
  const joined = joinHardWraps(trimBorders(stripped, tally), ledger.linesOf('pager'));
  const { rows, odd } = pairQuotes(joined, tally);
  const { overrides = {} } = options;
  const stated = isAuthors(draft)
    ? { ...ruled.title, ...draft.declared }
    : { ...draft.declared, ...ruled.title };
  const hints = { labelled: labelledTitle(ledger.facts), placed };
  const titled = readTitle(rows, { ...stated, ...overrides }, hints);
  const text = readTypedNotes(pairCaptions(stripTitleBlock(titled, ledger), ledger));
  const parts = readParts(ledger.take(removeNotesHeading(text), text.rows), titled.title);
  const lead = understand(cutTalk(parts.lead, parts.parts.length > 0 ? 'lead' : 'edge', ledger));
  const pieces = parts.parts.map((piece) => understandPart(piece, ledger));
  const declared = statedFacts(draft.declared, 'declared');
  const facts = fitFacts([
    ...titled.facts,
    ...statedFacts(overrides, 'override'),
    ...(isAuthors(draft) ? declared : []),
    ...ruled.facts,
    ...(isAuthors(draft) ? [] : declared),
    ...ledger.facts,
    ...(pieces.length === 0 ? signatureFact(parts.lead) : []),
    ...lastDayFact(ledger.removed, rows.at(-1)?.line ?? 0),
    ...statedFacts(draft.fallback ?? {}, 'fallback'),
  ]);
  const headings = [...lead.headings, ...pieces.flatMap((piece) => piece.headings)];
  return {
    article: {
      language: overrides.language ?? draft.declared.language ?? detectLanguage(rows),
      ...(titled.title !== undefined && { title: titled.title }),
      ...(titled.subtitle !== undefined && { subtitle: titled.subtitle }),
      provenance: toProvenance(facts),
      ...(draft.declared.about && { about: draft.declared.about }),
      lead: pieces.length > 0 ? lead.blocks : [],
      parts: pieces.length > 0 ? pieces.map(({ part }) => part) : [{ children: lead.blocks }],
      notes: [...notes, ...text.notes],
      images: draft.images,
    },
    report: {
      removed: ledger.removed,
      repairs: [...draft.repairs, ...tally.counts()],
      headings: headings.map(toReason),
      rejected: [lead, ...pieces].flatMap(({ rejected }) => rejected.flatMap(toRejected)),
      facts,
    },
    diagnostics: [
      ...ruled.diagnostics,
      ...checkDump(dump.lines),
      ...checkParts(parts),
      ...checkNumbers(headings),
      ...[lead, ...pieces].flatMap(({ empty }) => empty),
      ...checkNoteMarks(text.rows),
      ...checkQuotes(odd),
      ...checkRemovals(ledger.removed),
    ],
  };
}

/** Front matter is the author's own word; meta tags and properties are a program's, and yield to the user's rules. */
function isAuthors({ format }: Draft): boolean {
  return format === 'markdown';
}

interface Ruled {
  readonly host?: string;
  readonly rows: readonly Row[];
  readonly title: { readonly title?: string };
  readonly facts: readonly FactReason[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Applies the rules that the user has for the page's host, before anything else is decided. */
function takeByRules(
  rows: readonly Row[],
  draft: Draft,
  { rules, overrides = {} }: StructureOptions,
  ledger: Ledger,
): Ruled {
  const host = hostOf(rows, overrides, draft.declared);
  const known = host === undefined ? {} : { host };
  const ready = rules && rulesFor(rules, host);
  if (!ready) return { ...known, rows, title: {}, facts: [], diagnostics: [] };
  const levelled = setLevels(rows, ready);
  const { facts, kept, ...taken } = applyRules(levelled, ready);
  ledger.keep(kept);
  const title = facts.find(({ fact }) => fact === 'title')?.value;
  return {
    ...known,
    rows: ledger.take(taken, levelled),
    title: title === undefined ? {} : { title },
    facts: facts.filter(({ fact }) => fact !== 'title'),
    diagnostics: [{ code: 'site-rules-used', values: { hosts: ready.hosts.join(', ') } }],
  };
}

/** Characters and punctuation of all text, notes included, by one policy for the whole document. */
function repairCharacters(draft: Draft, tally: RepairTally): { rows: readonly Row[]; notes: Note[] } {
  const rows = readTypedCode(toRows(draft.blocks));
  // a site's own lines are written by other hands
  const own = surveyOf(rows).hasOutside ? rows.filter(({ outside }) => outside === undefined) : rows;
  const policy = punctuationPolicy(own);
  const points = writesPoints(own);
  const repair = (blocks: readonly Row[]): readonly Row[] =>
    mapLines(blocks, (row) => repairRow(row, policy, tally, points));
  const toNote = (note: DraftNote): Note => ({
    ...note,
    children: nestedBlocks(repair(toRows(note.children))),
  });
  return { rows: repair(rows), notes: draft.notes.map(toNote) };
}

/** Takes metadata and furniture away, each judged by where it stands around the text. */
function stripSurroundings(
  rows: readonly Row[],
  ledger: Ledger,
  recurring: ReadonlySet<string> = new Set(),
): { readonly rows: readonly Row[]; readonly placed: TextRow | undefined } {
  const isKnown = (row: Row): boolean => isPlainFurniture(row) || isMetadata(row);
  const posted = ledger.take(readBulletinHead(rows), rows);
  const columns = ledger.take(readLabelColumn(posted), posted);
  const seen = seePage(columns, siteWeight);
  const below = new Set(findPageEnd(columns, seen));
  const frameOf = rememberedOf((of: readonly Row[]): Frame => findFrame(of, isKnown, looksLikeSite, below));
  const signed = ledger.take(readCredits(columns, frameOf(columns)), columns);
  const described = ledger.take(readProvenance(signed, frameOf(signed)), signed);
  const own = ledger.take(removeRecurring(described, recurring), described);
  const cleaned = ledger.take(removeFurniture(own, frameOf(own)), own);
  const left = new Set(cleaned);
  const taken = cleaned === described ? [] : described.filter((row) => !left.has(row));
  const furniture = new Set(taken.filter((row) => !isSeparator(row)));
  const isSite = (row: Row): boolean => furniture.has(row) || (!left.has(row) && onlyCounts(row));
  const others = new Set(described);
  const tells = (row: Row): boolean => !others.has(row) && !isLeading(row);
  const placed = removeAboveTitle(rows, cleaned, { isKept: (row) => left.has(row), isSite, tells });
  const titled = ledger.take(placed, cleaned);
  const told = { isSite, isLeading, title: placed.title, below, seen };
  return { rows: ledger.take(removeStrays(rows, titled, told), titled), placed: placed.title };
}

function trimBorders(rows: readonly Row[], tally: RepairTally): readonly Row[] {
  if (isFreeOf(rows, SIGN.bar)) return rows;
  return mapLines(rows, (row) => applyRepairs(row, lastBorder(row), tally));
}

/** No line, and nothing inside a block, has such a character. */
function isFreeOf(rows: readonly Row[], sign: number): boolean {
  const { hasBlock, signs } = surveyOf(rows);
  return !hasBlock && (signs & sign) === 0;
}

/** A row of signs parts a text as well as a page. */
function isSeparator(row: Row): boolean {
  return row.type === 'line' && row.han === 0 && !/[\p{L}\p{N}]/u.test(row.text);
}

function pairQuotes(rows: readonly Row[], tally: RepairTally): { rows: readonly Row[]; odd: number[] } {
  if (isFreeOf(rows, SIGN.straightQuote)) return { rows, odd: [] };
  const odd: number[] = [];
  const paired = mapLines(rows, (row) => {
    const found = quoteRepairs(row);
    if (found.odd) odd.push(row.line);
    return applyRepairs(row, found.repairs, tally);
  });
  return { rows: paired, odd };
}

function stripTitleBlock(
  { title, rows, removed }: ReturnType<typeof readTitle>,
  ledger: Ledger,
): readonly Row[] {
  const below = ledger.take({ rows, removed }, rows);
  const single = title === undefined ? below : ledger.take(removeTitleCopies(below, title), below);
  const signed = title === undefined ? single : ledger.take(readByline(single), single);
  return ledger.take(removeContentsList(signed), signed);
}

function pairCaptions(rows: readonly Row[], ledger: Ledger): readonly Row[] {
  return attachCaptions(ledger.take(removeRepeatedCaptions(rows), rows));
}

/** Rows at either end may hold a sentence of the site; before the first piece of a collection all may. */
const EDGE_ROWS = 2;

function cutTalk(rows: readonly Row[], place: LeadPlace, ledger: Ledger): readonly Row[] {
  return rows.flatMap((row, index): readonly Row[] => {
    const atEdge = index < EDGE_ROWS || index >= rows.length - EDGE_ROWS;
    if (row.type !== 'line' || (place === 'edge' && !atEdge)) return [row];
    return ledger.take(cutSiteTalk(row, place), [row]);
  });
}

/** The blocks of a stretch of rows, with the reasons for its headings. */
interface Understood {
  readonly blocks: readonly Block[];
  readonly headings: readonly Heading[];
  readonly rejected: readonly RunVerdict[];
  readonly empty: readonly Diagnostic[];
}

function understand(rows: readonly Row[]): Understood {
  const { headings, rejected } = readHeadings(rows);
  return {
    blocks: toSections(rows, headings),
    headings,
    rejected,
    empty: checkEmptySections(headings, rows.length),
  };
}

function understandPart(piece: PartRows, ledger: Ledger): Understood & { part: Part } {
  const understood = understand(cutTalk(piece.rows, 'edge', ledger));
  const part = {
    title: piece.title,
    ...(piece.label && { label: piece.label }),
    children: understood.blocks,
  };
  return { ...understood, part };
}

/** The day under the text, when no other is stated. */
function signatureFact(rows: readonly Row[]): FactReason[] {
  const found = findSignature(rows);
  return found?.day === undefined
    ? []
    : [{ fact: 'publishedOn', value: found.day, line: found.line, rule: 'signature' }];
}

function toReason({ row, score, cues }: Heading): HeadingReason {
  return { line: row.line, text: row.text, score, cues };
}

function toRejected({ run: { members }, score, cues }: RunVerdict): RejectedSeries[] {
  return members
    .slice(0, 1)
    .map(({ row }) => ({ line: row.line, text: row.text, score, cues, count: members.length }));
}
