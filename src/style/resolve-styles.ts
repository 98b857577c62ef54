import { ConversionError } from '../diagnostics.js';
import { toEms, toPoints } from './lengths.js';
import { type ParagraphStyle, STYLE_NAMES, type StyleName } from './style-sheet.js';
import type { Template, TemplateStyle } from './template.js';

type Styles = NonNullable<Template['styles']>;

/** What body text is before a template says anything. */
const PLAIN = {
  family: 'song',
  weight: 'regular',
  size: '小四',
  color: '#000000',
  align: 'justify',
} as const;

/** Styles larger than body need their own line height: half their size of lead, as CLREQ sets headings. */
const LARGE_LINE_HEIGHT_EM = 1.4;

/**
 * Every style with all that it inherits. A style starts from the one it extends, by default from `body`; space,
 * keeps and page breaks are a block's own and are inherited only from a style that is extended by name.
 *
 * @throws ConversionError `template-style-circle`.
 */
export function resolveStyles(styles: Styles, linePitchPt: number): Record<StyleName, ParagraphStyle> {
  const bodySizePt = toPoints(styles.body?.size ?? PLAIN.size, 0);
  const resolved = STYLE_NAMES.map((name): [StyleName, ParagraphStyle] => [
    name,
    toParagraphStyle(inherit(name, styles, []), bodySizePt, linePitchPt),
  ]);
  return Object.fromEntries(resolved) as Record<StyleName, ParagraphStyle>;
}

function inherit(name: StyleName, styles: Styles, below: readonly StyleName[]): TemplateStyle {
  if (below.includes(name)) {
    throw new ConversionError('template-style-circle', { styles: [...below, name].join(' → ') });
  }
  const own = styles[name] ?? {};
  if (name === 'body') return { ...PLAIN, ...own };
  if (own.extends !== undefined) return { ...inherit(own.extends, styles, [...below, name]), ...own };
  const {
    linesBefore: _before,
    linesAfter: _after,
    keepWithNext: _keep,
    spanColumns: _span,
    pageBreakBefore: _break,
    ...look
  } = inherit('body', styles, [...below, name]);
  return { ...look, ...own };
}

function toParagraphStyle(style: TemplateStyle, bodySizePt: number, linePitchPt: number): ParagraphStyle {
  const sizePt = toPoints(style.size ?? PLAIN.size, bodySizePt);
  const naturalPt = sizePt > bodySizePt ? Math.max(linePitchPt, sizePt * LARGE_LINE_HEIGHT_EM) : linePitchPt;
  return {
    family: style.family ?? PLAIN.family,
    weight: style.weight ?? PLAIN.weight,
    sizePt,
    lineHeightPt: style.lineHeight === undefined ? naturalPt : toPoints(style.lineHeight, sizePt),
    color: style.color ?? PLAIN.color,
    align: style.align ?? PLAIN.align,
    firstLineIndentEm: toEms(style.firstLineIndent ?? '0em'),
    indentStartEm: toEms(style.indentStart ?? '0em'),
    indentEndEm: toEms(style.indentEnd ?? '0em'),
    spaceBeforeLines: style.linesBefore ?? 0,
    spaceAfterLines: style.linesAfter ?? 0,
    keepWithNext: style.keepWithNext ?? false,
    spanColumns: style.spanColumns ?? false,
    pageBreakBefore: style.pageBreakBefore ?? 'none',
  };
}
