import type { DeclaredFacts } from '../../model/index.js';
import { findDate } from '../provenance/dates.js';
import { parseMetadata } from '../provenance/metadata.js';
import type { Cleaned } from '../removal.js';
import type { FactReason, RemovedText } from '../report.js';
import type { Row, TextRow } from '../row.js';
import { type LinePattern, matchLine, parsePattern } from './line-pattern.js';

/**
 * What a user knows of a site and no cue can: rules by host. A host stands for its subdomains too; `*` is for all.
 * Patterns are for whole lines: `*` any text, `#` a number, `{}` the value that is wanted.
 */
export interface SiteRules {
  readonly hosts: Readonly<Record<string, HostRules>>;
}

export interface HostRules {
  /** Lines that stay, whatever else would take them. */
  readonly keep?: readonly string[];
  /** Lines of the site, which go. */
  readonly drop?: readonly string[];
  /** The line that is the title, or holds it at `{}`. */
  readonly title?: string;
  /** The element of a web page that holds the text: `#content`, `div.article`. */
  readonly content?: string;
  readonly author?: string;
  readonly date?: string;
  readonly source?: string;
  /** Headings, one pattern a level: `第#讲*`, `#）*`. Where they are given, nothing else is a heading. */
  readonly numbers?: readonly string[];
}

/** The rules for one page, read and ready. */
export interface ReadyRules {
  /** The keys of the file that count here. */
  readonly hosts: readonly string[];
  readonly keep: readonly LinePattern[];
  readonly drop: readonly LinePattern[];
  readonly facts: readonly (readonly [fact: string, pattern: LinePattern])[];
  readonly numbers: readonly LinePattern[];
}

/** Rows at either end in which a page says where it comes from. */
const ENDS = 30;
const ADDRESS = /https?:\/\/[^\s)\uFF09]+/u;

/** The keys that count for a page: the nearest host, then that of all. */
function hostsFor(rules: SiteRules, host: string | undefined): string[] {
  const names = Object.keys(rules.hosts);
  const nearest = names
    .filter((name) => host !== undefined && (host === name || host.endsWith(`.${name}`)))
    .sort((one, other) => other.length - one.length)[0];
  return [nearest, names.find((name) => name === '*')].filter((name) => name !== undefined);
}

/** The selector of the element that holds the text of pages at an address. */
export function contentSelector(rules: SiteRules, address: string | undefined): string | undefined {
  const host = address !== undefined && URL.canParse(address) ? new URL(address).hostname : undefined;
  const chosen = hostsFor(rules, host).map((name) => rules.hosts[name]?.content);
  return chosen.find((selector) => selector !== undefined);
}

/** The rules that count for a page. */
export function rulesFor(rules: SiteRules, host: string | undefined): ReadyRules | undefined {
  const hosts = hostsFor(rules, host);
  if (hosts.length === 0) return undefined;
  const chosen = hosts.map((name) => rules.hosts[name] ?? {});
  const all = (key: 'keep' | 'drop'): LinePattern[] =>
    chosen.flatMap((each) => each[key] ?? []).map(parsePattern);
  const numbers = chosen.find((each) => each.numbers !== undefined)?.numbers ?? [];
  const fact = (name: string, key: 'title' | 'author' | 'date' | 'source') => {
    const pattern = chosen.find((each) => each[key] !== undefined)?.[key];
    return pattern === undefined ? [] : [[name, parsePattern(pattern)] as const];
  };
  return {
    hosts,
    keep: all('keep'),
    drop: all('drop'),
    facts: [
      ...fact('title', 'title'),
      ...fact('authors', 'author'),
      ...fact('publishedOn', 'date'),
      ...fact('sourceName', 'source'),
    ],
    numbers: numbers.map(parsePattern),
  };
}

/** The host of a page: of the address that is stated, or of the one that it names at its head or foot. */
export function hostOf(rows: readonly Row[], ...stated: readonly DeclaredFacts[]): string | undefined {
  const addresses = stated.flatMap(({ sourceUrl }) => sourceUrl ?? []);
  const ends = rows.length <= 2 * ENDS ? rows : [...rows.slice(0, ENDS), ...rows.slice(-ENDS)];
  const named = ends.flatMap((row) => {
    if (row.type !== 'line') return [];
    const fields = parseMetadata(row.text) ?? [];
    const isAddress = fields.some(({ kind }) => kind === 'address' || kind === 'source');
    return (
      (isAddress ? ADDRESS.exec(row.text)?.[0] : undefined) ??
      /^【([\w.-]+\.[a-z]{2,})--/u.exec(row.text)?.[1] ??
      []
    );
  });
  for (const address of [...addresses, ...named]) {
    const host = hostname(address);
    if (host !== undefined) return host;
  }
  return undefined;
}

function hostname(address: string): string | undefined {
  const url = address.includes('://') ? address : `https://${address}`;
  return URL.canParse(url) ? new URL(url).hostname.toLowerCase() : undefined;
}

/** What the user's rules take out of a page, and what they tell of it. */
export interface RuledRows extends Omit<Cleaned, 'facts'> {
  readonly facts: readonly FactReason[];
  /** Lines that no later pass may take. */
  readonly kept: ReadonlySet<number>;
}

/** Where the rules name headings, those lines are headings and no others, whatever the markup says. */
export function setLevels(rows: readonly Row[], { numbers }: ReadyRules): readonly Row[] {
  if (numbers.length === 0) return rows;
  return rows.map((row) => {
    if (row.type !== 'line') return row;
    const { headingLevel: _level, ...plain } = row;
    const at = numbers.findIndex((pattern) => matchLine(pattern, row.text) !== undefined);
    return at < 0 ? plain : { ...plain, headingLevel: at + 1 };
  });
}

/** Applies what the user's rules keep, drop and tell, before anything else is decided. */
export function applyRules(rows: readonly Row[], rules: ReadyRules): RuledRows {
  const facts: FactReason[] = [];
  const removed: RemovedText[] = [];
  const kept = new Set<number>();
  const left = rows.flatMap((row): Row[] => {
    if (row.type !== 'line') return [row];
    if (matches(rules.keep, row)) {
      kept.add(row.line);
      return [row];
    }
    const told = rules.facts.flatMap(([fact, pattern]): FactReason[] => {
      const found = matchLine(pattern, row.text);
      const value = fact === 'publishedOn' ? findDate(found ?? '')?.day : found;
      const isFirst = !facts.some((other) => other.fact === fact);
      return value && isFirst ? [{ fact, value, line: row.line, rule: 'site-rule' }] : [];
    });
    for (const fact of told) facts.push(fact);
    if (told.length === 0 && !matches(rules.drop, row)) return [row];
    // the title's own line is taken by the title
    if (told.some(({ fact, value }) => fact === 'title' && value === row.text)) return [row];
    removed.push({ line: row.line, text: row.source, rule: 'site-rule' });
    return [];
  });
  return { rows: left, removed, facts, kept };
}

function matches(patterns: readonly LinePattern[], row: TextRow): boolean {
  return patterns.some((pattern) => matchLine(pattern, row.text) !== undefined);
}
