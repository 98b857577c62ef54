import type { CodeKind } from '../model/index.js';
import type {
  AttributionField,
  CaptionRules,
  EbookRules,
  IndexRules,
  ListRules,
  PageNumberRules,
  ParagraphStyle,
  Region,
  SettingRules,
  StyleName,
  TableRules,
} from './style-sheet.js';

/** A template as its file writes it; the schema `schemas/template.schema.json` says the same for editors. */
export interface Template {
  readonly $schema?: string;
  readonly label?: string;
  readonly extends?: string;
  /** `auto`: the article's language decides. */
  readonly region?: Region | 'auto';
  readonly direction?: 'horizontal' | 'vertical';
  readonly page?: {
    readonly paper?: string;
    readonly margins?: Partial<Record<'top' | 'bottom' | 'inner' | 'outer', string>>;
    readonly typeArea?: { readonly characters?: number; readonly lines?: number };
    readonly linePitch?: string;
    readonly facing?: boolean;
    readonly floatFigures?: boolean;
    readonly columns?: { readonly count?: number; readonly gap?: string; readonly rule?: boolean };
  };
  readonly setting?: Partial<Omit<SettingRules, 'hanLatinGapEm'>> & {
    readonly hanLatinGap?: readonly string[];
  };
  readonly fonts?: Readonly<Record<string, TemplateFamily>>;
  readonly styles?: Readonly<Partial<Record<StyleName, TemplateStyle>>>;
  readonly characters?: {
    readonly strong?: { readonly family?: string; readonly weight?: 'regular' | 'bold' };
    readonly emphasis?: { readonly family?: string; readonly dots?: boolean };
    readonly code?: { readonly family?: string };
    readonly link?: { readonly color?: string; readonly underline?: boolean };
  };
  readonly code?: {
    readonly highlight?: boolean;
    readonly colors?: Readonly<Partial<Record<CodeKind, string>>>;
    readonly bold?: readonly CodeKind[];
  };
  readonly attribution?: {
    readonly underTitle?: readonly AttributionField[];
    readonly atEnd?: readonly AttributionField[];
    readonly words?: Readonly<Partial<Record<AttributionField, string>>>;
  };
  readonly captions?: Partial<CaptionRules>;
  readonly list?: Partial<ListRules>;
  readonly table?: Partial<TableRules>;
  readonly contents?: { readonly show?: boolean; readonly title?: string; readonly depth?: number };
  readonly index?: Partial<IndexRules>;
  readonly ebook?: Partial<EbookRules>;
  readonly runningHead?: {
    readonly odd?: 'title' | 'section' | 'none';
    readonly even?: 'title' | 'section' | 'none';
    readonly onFirstPage?: boolean;
    readonly rule?: boolean;
    readonly baseline?: string;
  };
  readonly pageNumber?: {
    readonly show?: boolean;
    readonly onFirstPage?: boolean;
    readonly format?: string;
    readonly place?: 'center' | 'outside';
    readonly inset?: string;
    readonly baseline?: string;
    readonly style?: PageNumberRules['style'];
    readonly front?: PageNumberRules['front'];
  };
}

export interface TemplateStyle
  extends Partial<Pick<ParagraphStyle, 'align' | 'keepWithNext' | 'spanColumns' | 'pageBreakBefore'>> {
  readonly extends?: StyleName;
  readonly family?: string;
  readonly weight?: 'regular' | 'bold';
  readonly size?: string;
  readonly lineHeight?: string;
  readonly color?: string;
  readonly firstLineIndent?: string;
  readonly indentStart?: string;
  readonly indentEnd?: string;
  readonly linesBefore?: number;
  readonly linesAfter?: number;
}

export interface TemplateFamily {
  /** Path of a font file; absolute once the template is loaded. */
  readonly regular?: string;
  readonly bold?: string;
  readonly fallback?: readonly string[];
  readonly word?: { readonly eastAsia?: string; readonly latin?: string };
  readonly css?: readonly string[];
}

/** `over` laid on `base`: objects key by key, everything else replaced. */
export function mergeTemplates(base: Template, over: Template): Template {
  return merge(base, over) as Template;
}

function merge(base: unknown, over: unknown): unknown {
  if (!isRecord(base) || !isRecord(over)) return over;
  const merged = { ...base };
  for (const [key, value] of Object.entries(over)) {
    merged[key] = Object.hasOwn(base, key) ? merge(base[key], value) : value;
  }
  return merged;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
