import { existsSync } from 'node:fs';
import { makeStyleSheet } from '../../src/style/index.js';
import { mustRun, python, TYPE_INSPECTOR } from './tools.js';

/** How many of how many: faults, or lines and marks that a bar asks for. */
export interface Tally {
  count: number;
  of: number;
}

/** What the inspector tells of a document, by the names of its bars. */
export type Inspected = Record<string, Tally>;

interface Counted {
  readonly count: number;
  readonly of?: number;
}

type Section = Readonly<Record<string, Counted | undefined>>;

interface Report {
  readonly a_line_breaks: Section & { readonly breaks: number };
  readonly b_justification: Section & {
    readonly edge_dev_trim_or_hang_allowed?: { readonly over_005?: Counted };
  };
  readonly c_punctuation: Section & {
    readonly pairs: number;
    readonly single_stop_width: { readonly n?: number; readonly below_09?: Counted };
    readonly line_end_closing?: Counted;
  };
  readonly e_paragraphs: Section;
  readonly f_grid: Section;
}

/** Kinds of breaks of which a page has none. */
const NO_BREAKS = [
  'line_start_prohibited',
  'line_end_prohibited',
  'split_dash',
  'split_ellipsis',
  'split_percent',
  'split_number',
  'split_word_no_hyphen',
] as const;

/** What is seen across page ends, so only in a file that has all of its pages. */
const ACROSS_PAGES = ['widow_line_at_head', 'orphan_line_at_foot', 'heading_stranded_at_foot'] as const;

/**
 * Inspects a PDF. The inspector takes one left edge for all pages, which those of facing pages do not have, so odd and
 * even pages are judged apart; and what goes over page ends is then not judged at all.
 */
export function inspectType(file: string, template: string): Inspected {
  const { page } = makeStyleSheet({ template });
  if (!page.facing) return { ...inLines(reportOf(file)), ...acrossPages(reportOf(file)) };
  return ['odd', 'even'].reduce<Inspected>((sum, side) => {
    const half = file.replace(/\.pdf$/, `-${side}.pdf`);
    const pages = Number(mustRun('qpdf', '--show-npages', file));
    if (side === 'even' && pages < 2) return sum;
    mustRun('qpdf', '--empty', '--pages', file, `1-z:${side}`, '--', half);
    return addTallies(sum, inLines(reportOf(half)));
  }, {});
}

/** Adds what is counted under the same names. */
export function addTallies(a: Inspected, b: Inspected): Inspected {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(
    names.map((name) => [
      name,
      { count: (a[name]?.count ?? 0) + (b[name]?.count ?? 0), of: (a[name]?.of ?? 0) + (b[name]?.of ?? 0) },
    ]),
  );
}

export const hasInspector: boolean = existsSync(TYPE_INSPECTOR);

const reports = new Map<string, Report>();

function reportOf(file: string): Report {
  const report = reports.get(file) ?? (JSON.parse(python(TYPE_INSPECTOR, file, '--json')) as Report);
  reports.set(file, report);
  return report;
}

const tally = (counted: Counted | undefined, of: number = counted?.of ?? 0): Tally => ({
  count: counted?.count ?? 0,
  of,
});

function inLines({
  a_line_breaks: breaks,
  b_justification: lines,
  c_punctuation: marks,
  ...rest
}: Report): Inspected {
  const grid = rest.f_grid.on_page_grid;
  const pairs = marks['compressed_1.4_1.6'];
  return {
    ...Object.fromEntries(NO_BREAKS.map((name) => [name, tally(breaks[name], breaks.breaks)])),
    'line beside the measure': tally(lines.edge_dev_trim_or_hang_allowed?.over_005),
    overfull: tally(lines.overfull),
    'Han gap over 0.02 em': tally(lines.han_gap_over_002),
    'Han gap over 0.10 em': tally(lines.han_gap_over_010),
    'pair of marks not 1.5 em': { count: marks.pairs - (pairs?.count ?? 0), of: marks.pairs },
    'single stop under 0.9 em': tally(marks.single_stop_width.below_09, marks.single_stop_width.n ?? 0),
    'last line of one character': tally(rest.e_paragraphs.last_line_single_char),
    'line off the grid': { count: (grid?.of ?? 0) - (grid?.count ?? 0), of: grid?.of ?? 0 },
  };
}

function acrossPages({ e_paragraphs: paragraphs }: Report): Inspected {
  return Object.fromEntries(ACROSS_PAGES.map((name) => [name, tally(paragraphs[name])]));
}
