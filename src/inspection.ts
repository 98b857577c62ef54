import { type Diagnostic, formatHint, formatMessage, type MessageLanguage } from './diagnostics.js';
import { type InspectedBlock, type InspectedInline, inspectBlocks, inspectText } from './inspected-blocks.js';
import type { Article, InputFormat, Note, Part, RepairCount, SectionLabel } from './model/index.js';
import type { Reading } from './read-article.js';
import type { FactReason, HeadingReason, RejectedSeries, RemovedText } from './structure/report.js';

/**
 * What was understood of a source, as plain JSON. `schemas/inspection.schema.json` describes it; `schema` grows
 * when a field changes its meaning or goes, not when one is added. What the source does not state is null.
 */
export interface Inspection {
  readonly schema: 1;
  readonly format: InputFormat;
  readonly encoding: string | null;
  readonly language: string;
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly authors: readonly string[];
  readonly publishedOn: string | null;
  readonly source: {
    readonly name: string | null;
    readonly url: string | null;
    readonly channel: string | null;
  };
  /** Blocks between the title of a collection and its first part. */
  readonly lead: readonly InspectedBlock[];
  readonly parts: readonly InspectedPart[];
  readonly notes: readonly InspectedNote[];
  readonly removed: readonly RemovedText[];
  readonly repairs: readonly RepairCount[];
  readonly diagnostics: readonly InspectedDiagnostic[];
  /** Why: where title and provenance came from, and what spoke for each heading. */
  readonly report: {
    readonly facts: readonly FactReason[];
    readonly headings: readonly HeadingReason[];
    /** Series of numbered lines that are no headings, each by its first line. */
    readonly rejected: readonly RejectedSeries[];
  };
}

export interface InspectedPart {
  readonly title: string | null;
  readonly label: SectionLabel | null;
  readonly inlines?: readonly InspectedInline[];
  readonly blocks: readonly InspectedBlock[];
}

export interface InspectedNote {
  readonly id: string;
  readonly kind: Note['kind'];
  readonly text: string;
  readonly blocks: readonly InspectedBlock[];
}

export interface InspectedDiagnostic {
  readonly code: string;
  readonly message: string;
  /** What to do next; null when the message says it all. */
  readonly hint: string | null;
  /** One-based line of the source. */
  readonly line?: number;
}

/** Turns a reading into plain JSON. Messages of diagnostics are in `language`. */
export function inspect(reading: Reading, language: MessageLanguage = 'en'): Inspection {
  const { article, report } = reading;
  const { provenance, images } = article;
  return {
    schema: 1,
    format: reading.format,
    encoding: reading.encoding ?? null,
    language: article.language,
    title: article.title ?? null,
    subtitle: article.subtitle ?? null,
    authors: provenance.authors,
    publishedOn: provenance.publishedOn ?? null,
    source: {
      name: provenance.sourceName ?? null,
      url: provenance.sourceUrl ?? null,
      channel: provenance.channel ?? null,
    },
    lead: inspectBlocks(article.lead, images),
    parts: article.parts.map((part) => inspectPart(part, images)),
    notes: article.notes.map((note) => {
      const blocks = inspectBlocks(note.children, images);
      return { id: note.id, kind: note.kind, text: blocks.map(({ text }) => text).join('\n'), blocks };
    }),
    removed: report.removed,
    repairs: report.repairs,
    diagnostics: reading.diagnostics.map((diagnostic) => inspectDiagnostic(diagnostic, language)),
    report: { facts: report.facts, headings: report.headings, rejected: report.rejected },
  };
}

function inspectPart(part: Part, images: Article['images']): InspectedPart {
  const { text, ...structure } = inspectText(part.title ?? [], images);
  return {
    title: part.title ? text : null,
    label: part.label ?? null,
    ...structure,
    blocks: inspectBlocks(part.children, images),
  };
}

/** A diagnostic in words. */
export function inspectDiagnostic(diagnostic: Diagnostic, language: MessageLanguage): InspectedDiagnostic {
  const { code, values = {}, line } = diagnostic;
  return {
    code,
    message: formatMessage(code, values, language),
    hint: formatHint(code, values, language) || null,
    ...(line !== undefined && { line }),
  };
}
