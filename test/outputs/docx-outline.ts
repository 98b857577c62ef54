import { strFromU8, unzipSync } from 'fflate';
import { formatHan } from '../../src/numbering/index.js';
import type { RecoveredHeading } from './pdf-outline.js';

/** How Word writes a number in the formats that our headings use. */
const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  chineseCounting: formatHan,
  chineseCountingThousand: formatHan,
  decimalEnclosedCircleChinese: (value) => String.fromCodePoint(0x245f + value),
  decimalEnclosedCircle: (value) => String.fromCodePoint(0x245f + value),
  upperLetter: (value) => String.fromCodePoint(0x40 + value),
  lowerLetter: (value) => String.fromCodePoint(0x60 + value),
};

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

/** Headings of a Word file as Word shows them: paragraphs of styles heading 1–9, automatic numbers worked out. */
export function docxOutline(bytes: Uint8Array): RecoveredHeading[] {
  const parts = unzipSync(bytes);
  const part = (name: string): string => strFromU8(parts[`word/${name}.xml`] ?? new Uint8Array());
  const numbers = new Numbers(part('numbering'));
  return [...part('document').matchAll(/<w:p[ >].*?<\/w:p>/gs)].flatMap(([paragraph]) => {
    const level = Number(/<w:pStyle w:val="Heading(\d)"/.exec(paragraph)?.[1] ?? 0);
    if (level === 0) return [];
    const text = [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, run]) => run).join('');
    return [{ level, text: numbers.next(`Heading${level}`, paragraph) + unescapeXml(text) }];
  });
}

/** Counts as Word does: a level starts anew after a heading above it, or where its number says so. */
class Numbers {
  readonly #levels = new Map<string, ReadonlyMap<number, Level>>();
  readonly #abstractOf = new Map<string, string>();
  readonly #restarts = new Map<string, ReadonlyMap<number, number>>();
  readonly #byStyle = new Map<string, { number: string; level: number }>();
  readonly #counts = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  constructor(xml: string) {
    for (const [, id = '', body = ''] of xml.matchAll(
      /<w:abstractNum w:abstractNumId="(\d+)".*?>(.*?)<\/w:abstractNum>/gs,
    )) {
      this.#levels.set(id, readLevels(body));
    }
    for (const [, number = '', body = ''] of xml.matchAll(/<w:num w:numId="(\d+)".*?>(.*?)<\/w:num>/gs)) {
      const abstract = value(body, 'abstractNumId') ?? '';
      this.#abstractOf.set(number, abstract);
      const restarts = [...body.matchAll(/<w:lvlOverride w:ilvl="(\d)"><w:startOverride w:val="(\d+)"/g)];
      this.#restarts.set(number, new Map(restarts.map(([, level, start]) => [Number(level), Number(start)])));
    }
    for (const [number, abstract] of this.#abstractOf) {
      const body = new RegExp(`w:abstractNumId="${abstract}".*?</w:abstractNum>`, 's').exec(xml)?.[0] ?? '';
      for (const [, level, style = ''] of body.matchAll(
        /<w:lvl w:ilvl="(\d)"(?:(?!<\/w:lvl>).)*?<w:pStyle w:val="(\w+)"/gs,
      )) {
        if (!this.#byStyle.has(style)) this.#byStyle.set(style, { number, level: Number(level) });
      }
    }
  }

  /** The automatic number of a paragraph; empty when it has none. */
  next(style: string, paragraph: string): string {
    const own = /<w:numPr>.*?<\/w:numPr>/s.exec(paragraph)?.[0];
    const linked = this.#byStyle.get(style);
    const number = own ? value(own, 'numId') : linked?.number;
    const level = own ? Number(value(own, 'ilvl') ?? linked?.level ?? 0) : linked?.level;
    if (number === undefined || number === '0' || level === undefined) return '';
    return this.#count(number, level);
  }

  #count(number: string, level: number): string {
    const abstract = this.#abstractOf.get(number) ?? '';
    const levels = this.#levels.get(abstract) ?? new Map<number, Level>();
    const counts = this.#counts.get(abstract) ?? [];
    const restart = this.#begun.has(number) ? undefined : this.#restarts.get(number)?.get(level);
    this.#begun.add(number);
    counts[level] = restart ?? (counts[level] ?? (levels.get(level)?.start ?? 1) - 1) + 1;
    counts.length = level + 1;
    this.#counts.set(abstract, counts);
    return (levels.get(level)?.text ?? '').replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return FORMATS[levels.get(at)?.format ?? '']?.(counts[at] ?? levels.get(at)?.start ?? 1) ?? '?';
    });
  }
}

function readLevels(body: string): Map<number, Level> {
  return new Map(
    [...body.matchAll(/<w:lvl w:ilvl="(\d)".*?>(.*?)<\/w:lvl>/gs)].map(([, level, inner = '']) => [
      Number(level),
      {
        format: value(inner, 'numFmt') ?? 'decimal',
        text: unescapeXml(value(inner, 'lvlText') ?? ''),
        start: Number(value(inner, 'start') ?? 1),
      },
    ]),
  );
}

function value(xml: string, element: string): string | undefined {
  return new RegExp(`<w:${element} w:val="([^"]*)"`).exec(xml)?.[1];
}

export function unescapeXml(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;|&#39;/g, "'")
    .replace(/&amp;/g, '&');
}
