import type { Diagnostic } from './diagnostics.js';
import type { Article, DeclaredFacts, InputFormat } from './model/index.js';
import { type NumberingPolicy, renumber } from './numbering/index.js';
import { cleanFacts, type ReadOptions as ReaderOptions, readDraft } from './readers/index.js';
import {
  contentSelector,
  type RecurringLines,
  type SiteRules,
  type StructureReport,
  structure,
} from './structure/index.js';

export interface ReadOptions extends ReaderOptions {
  /** Removes nothing: site furniture stays in the text. */
  readonly keepAll?: boolean;
  /** What the user knows of the sites that articles come from; {@link loadSiteRules} reads it from a file. */
  readonly rules?: SiteRules;
  /** What most pages of a site have in common: {@link learnRecurring} tells it from many pages. */
  readonly recurring?: RecurringLines;
  /** Facts that are taken instead of what the source states. */
  readonly overrides?: DeclaredFacts;
  /** What becomes of the numbers of headings; `keep` when absent. */
  readonly numbering?: NumberingPolicy;
}

/** An article as it was read, with everything that was decided on the way. */
export interface Reading {
  readonly format: InputFormat;
  /** How the bytes were decoded; absent for formats that fix it themselves. */
  readonly encoding?: string;
  /** The template that the source asks for in its front matter. */
  readonly template?: string;
  readonly article: Article;
  readonly report: StructureReport;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads and understands an article: bytes → draft → article.
 *
 * @param bytes A text, Markdown or JSON file as it is stored; format and encoding are detected.
 * @param given Facts among them are cleaned like the text.
 * @throws ConversionError when the bytes cannot be read; TypeError for what are no bytes.
 */
export async function readArticle(bytes: Uint8Array, given: ReadOptions = {}): Promise<Reading> {
  if (!ArrayBuffer.isView(bytes)) {
    throw new TypeError('readArticle takes bytes; make them of a string with new TextEncoder().encode(text)');
  }
  const options = { ...given, ...(given.overrides && { overrides: cleanFacts(given.overrides) }) };
  const pageAddress = options.pageAddress ?? options.overrides?.sourceUrl;
  const { rules } = options;
  const seen = await readDraft(bytes, {
    ...options,
    ...(pageAddress !== undefined && { pageAddress }),
    ...(rules && { contentOf: (address) => contentSelector(rules, pageAddress ?? address) }),
  });
  if ('article' in seen) return alreadyUnderstood(seen, options);
  const { draft } = seen;
  const decided = structure(draft, options);
  const numbered = renumber(decided.article, options.numbering ?? draft.declared.numbering ?? 'keep');
  return {
    format: draft.format,
    ...(draft.encoding !== undefined && { encoding: draft.encoding }),
    ...(draft.declared.template !== undefined && { template: draft.declared.template }),
    article: numbered.article,
    report: decided.report,
    diagnostics: [...seen.diagnostics, ...decided.diagnostics, ...numbered.diagnostics],
  };
}

/** Our own JSON says what it means; only the caller's wishes are applied to it. */
function alreadyUnderstood(
  seen: Extract<Awaited<ReturnType<typeof readDraft>>, { article: Article }>,
  options: ReadOptions,
): Reading {
  const stated = overrideFacts(seen.article, options.overrides ?? {});
  const { article, diagnostics } = renumber(stated, options.numbering ?? 'keep');
  return {
    format: 'json',
    article,
    report: { removed: [], repairs: seen.repairs, headings: [], rejected: [], facts: [] },
    diagnostics: [...seen.diagnostics, ...diagnostics],
  };
}

function overrideFacts(article: Article, facts: DeclaredFacts): Article {
  const { title, subtitle, language, authors, publishedOn, sourceName, sourceUrl } = facts;
  return {
    ...article,
    ...(title !== undefined && { title }),
    ...(subtitle !== undefined && { subtitle }),
    ...(language !== undefined && { language }),
    provenance: {
      ...article.provenance,
      ...(authors !== undefined && { authors }),
      ...(publishedOn !== undefined && { publishedOn }),
      ...(sourceName !== undefined && { sourceName }),
      ...(sourceUrl !== undefined && { sourceUrl }),
    },
  };
}
