import type { ParagraphStyle, StyleName, StyleSheet } from '../../style/index.js';
import { FIXED, GRID_TABLES, VERTICAL } from './fixed-css.js';
import { readableColor } from './readable-color.js';
import type { TitleFace } from './title-faces.js';

/** Declarations as property and value. */
type Declarations = readonly (readonly [property: string, value: string])[];

/** Which elements wear a style. A style's name is also a class; `inner` are its paragraphs, for their indent. */
const SELECTORS: readonly (readonly [style: StyleName, selector: string, inner?: string])[] = [
  ['body', 'p'],
  ['title', '.title'],
  ['subtitle', '.subtitle'],
  ['attribution', '.attribution'],
  ['lead', '.lead'],
  ['part-title', '.part-title'],
  ['heading-1', '.heading-1'],
  ['heading-2', '.heading-2'],
  ['heading-3', '.heading-3'],
  ['heading-4', '.heading-4'],
  ['heading-5', '.heading-5'],
  ['heading-6', '.heading-6'],
  ['list-item', '.list-item'],
  ['quote', '.quote', '.quote > p:not([class])'],
  ['quote-attribution', '.quote > .quote-attribution'],
  ['verse', '.verse', '.verse > p:not([class])'],
  ['code', '.code'],
  ['table-cell', 'td', 'td > p:not([class])'],
  ['table-head', 'th', 'th > p:not([class])'],
  ['caption', '.caption'],
  ['scene-break', '.scene-break'],
  ['salutation', '.salutation'],
  ['signature', '.signature', '.signature > p:not([class])'],
  ['attachments', '.attachments'],
  ['note', '.note', '.note > p:not([class])'],
  ['contents-title', '.contents-title'],
  ['contents-1', '.contents-1'],
  ['contents-2', '.contents-2'],
  ['contents-3', '.contents-3'],
  ['index-title', '.index-title'],
  ['index-head', '.index-head'],
  ['index-1', '.index-1'],
  ['index-2', '.index-2'],
];

/**
 * The style sheet of a book: the same look as on paper, in relative sizes, so that readers can change it.
 *
 * @param hasColoredCode The kinds of words in code get rules too.
 * @param faces Those that the book carries.
 */
export function renderStylesheet(
  sheet: StyleSheet,
  hasColoredCode: boolean = false,
  faces: readonly TitleFace[] = [],
): string {
  return [
    '@charset "utf-8";',
    ...faces.map(faceRule),
    ...(sheet.direction === 'vertical' ? [VERTICAL] : []),
    rule('body', bodyDeclarations(sheet)),
    ...SELECTORS.flatMap(([name, selector, inner]) => styleRules(sheet, name, selector, inner)),
    ...faces.map((face) => faceUse(sheet, face)),
    ...attachmentRules(sheet),
    ...characterRules(sheet),
    ...(hasColoredCode ? codeRules(sheet) : []),
    FIXED,
    ...(sheet.table.rules === 'grid' ? [GRID_TABLES] : []),
    ...colourRules(sheet, hasColoredCode),
    '',
  ].join('\n');
}

function faceRule({ name, file, weight }: TitleFace): string {
  return rule('@font-face', [
    ['font-family', `"${name}"`],
    ['src', `url("${file}")`],
    ['font-weight', weight],
  ]);
}

function faceUse(sheet: StyleSheet, { name, styles }: TitleFace): string {
  const selectors = SELECTORS.filter(([style]) => styles.includes(style)).map(([, selector]) => selector);
  const own = cssFamily(sheet, sheet.styles[styles[0] ?? 'title'].family);
  return rule(selectors.join(', '), [['font-family', `"${name}", ${own === '' ? 'serif' : own}`]]);
}

function bodyDeclarations({ styles, setting }: StyleSheet): Declarations {
  const { body } = styles;
  return [
    ['margin', '0 5%'],
    ['line-height', decimal(body.lineHeightPt / body.sizePt)],
    ['text-align', body.align],
    ['line-break', LINE_BREAK[setting.prohibition]],
    ['text-spacing-trim', SPACING_TRIM[setting.punctuation]],
    ['text-autospace', setting.hanLatinGapEm[1] > 0 ? 'normal' : 'no-autospace'],
    ['hanging-punctuation', setting.hanging ? 'allow-end' : 'none'],
    ['hyphens', setting.hyphenate ? 'auto' : 'manual'],
    ['overflow-wrap', 'break-word'],
  ];
}

/** CSS Text 3, "line-break"; readers that do not know a property leave it. */
const LINE_BREAK = { none: 'loose', basic: 'normal', gb: 'strict', strict: 'strict' } as const;

/** CSS Text 4, "text-spacing-trim": 开明 has no word of its own there. */
const SPACING_TRIM = { full: 'normal', half: 'trim-all', kaiming: 'normal', plain: 'space-all' } as const;

function styleRules(sheet: StyleSheet, name: StyleName, selector: string, inner?: string): string[] {
  const style = sheet.styles[name];
  const indent = ['text-indent', em(style.firstLineIndentEm)] as const;
  const look = [...faceOf(sheet, name), ...spaceOf(sheet, style), ...keepsOf(style)];
  if (inner === undefined) return [rule(selector, [indent, ...look])];
  return [rule(selector, look), rule(inner, [indent])];
}

/** What readers set large, bold or centred of themselves, so that the look must be said in full. */
const NOT_PLAIN: ReadonlySet<string> = new Set(
  'title part-title contents-title heading-1 heading-2 heading-3 heading-4 heading-5 heading-6'.split(' '),
);
const NOT_ALIGNED: ReadonlySet<string> = new Set(['table-head', 'table-cell', 'caption']);

/**
 * What differs from body text: the reader's own face and size are left alone wherever they can be. Body text may be
 * in a sans there, beside which 黑体 of regular weight is no heading; so it is bold.
 */
function faceOf(sheet: StyleSheet, name: StyleName): Declarations {
  const { body } = sheet.styles;
  const style = sheet.styles[name];
  const lineHeight = style.lineHeightPt / style.sizePt;
  const family = style.family === body.family ? '' : cssFamily(sheet, style.family);
  const isBold = style.weight === 'bold' || (NOT_PLAIN.has(name) && family.endsWith('sans-serif'));
  return [
    ...when(style.align !== body.align || NOT_ALIGNED.has(name), ['text-align', style.align]),
    ...when(family !== '', ['font-family', family]),
    ...when(isBold || NOT_PLAIN.has(name) || name === 'table-head', [
      'font-weight',
      isBold ? 'bold' : 'normal',
    ]),
    ...when(style.sizePt !== body.sizePt || NOT_PLAIN.has(name), [
      'font-size',
      em(style.sizePt / body.sizePt),
    ]),
    ...when(lineHeight !== body.lineHeightPt / body.sizePt, ['line-height', decimal(lineHeight)]),
  ];
}

/**
 * Space above and below counts in body lines, indents in body ems; both become ems of the style. Readers that
 * know no logical margins get none, rather than their own.
 */
function spaceOf({ page, styles }: StyleSheet, style: ParagraphStyle): Declarations {
  const lines = (count: number): string => em((count * page.linePitchPt) / style.sizePt);
  const indent = (ems: number): string => em((ems * styles.body.sizePt) / style.sizePt);
  const block = pair(lines(style.spaceBeforeLines), lines(style.spaceAfterLines));
  const inline = pair(indent(style.indentStartEm), indent(style.indentEndEm));
  return [
    ['margin', '0'],
    ...when(block !== '0', ['margin-block', block]),
    ...when(inline !== '0', ['margin-inline', inline]),
  ];
}

function when(condition: boolean, declaration: Declarations[number]): Declarations {
  return condition ? [declaration] : [];
}

function keepsOf({ keepWithNext }: ParagraphStyle): Declarations {
  return keepWithNext
    ? [
        ['break-after', 'avoid'],
        ['page-break-after', 'avoid'],
      ]
    : [];
}

/** The items stand one under another, behind the three ems of 附件 and its colon. */
function attachmentRules({ styles }: StyleSheet): string[] {
  const indentEm = styles.attachments.firstLineIndentEm;
  return [
    rule('.attachments > p', [
      ['padding-inline-start', em(indentEm + 3)],
      ['text-indent', '0'],
    ]),
    rule('.attachments > p:first-child', [['text-indent', '-3em']]),
  ];
}

function characterRules(sheet: StyleSheet): string[] {
  const { strong, emphasis, code } = sheet.characters;
  const family = (name: string | undefined): Declarations => {
    const css = name === undefined ? '' : cssFamily(sheet, name);
    return css === '' ? [] : [['font-family', css]];
  };
  const dots: Declarations = emphasis.dots
    ? ['-epub-text-emphasis', '-webkit-text-emphasis', 'text-emphasis'].map(
        (name) => [name, 'filled dot'] as const,
      )
    : [];
  // 着重号 stand under the line, or to the right of a vertical one (GB/T 15834, 4.12)
  const place: Declarations = emphasis.dots
    ? [
        ['-webkit-text-emphasis-position', 'under'],
        ['text-emphasis-position', 'under right'],
      ]
    : [];
  return [
    rule('strong', [['font-weight', strong.weight === 'bold' ? 'bold' : 'normal'], ...family(strong.family)]),
    rule('em', [['font-style', 'normal'], ...family(emphasis.family), ...dots, ...place]),
    rule('code', family(code.family)),
  ];
}

/** Kinds of words in code that are bold; their colours stand with the others. */
function codeRules({ code }: StyleSheet): string[] {
  const selectors = code.bold.map((kind) => `.code-${kind}`);
  return selectors.length === 0 ? [] : [rule(selectors.join(', '), [['font-weight', 'bold']])];
}

/** Colours of headings and code, light enough for a dark page; greys and black are the reader's own ink. */
function colourRules({ styles, code }: StyleSheet, hasColoredCode: boolean): string[] {
  const colored = (selector: string, color: string): string =>
    rule(selector, [['color', readableColor(color)]]);
  const kinds = hasColoredCode ? Object.entries(code.colors) : [];
  return [
    ...SELECTORS.flatMap(([name, selector]) =>
      isGrey(styles[name].color) ? [] : [colored(selector, styles[name].color)],
    ),
    ...kinds.map(([kind, color]) => colored(`.code-${kind}`, color)),
  ];
}

function isGrey(color: string): boolean {
  const [, red, green, blue] = /^#(..)(..)(..)$/.exec(color) ?? [];
  return red === green && green === blue;
}

const GENERIC = /^(serif|sans-serif|monospace|cursive|fantasy|system-ui|ui-[a-z-]+)$/;

/** The CSS list of a family; empty when the template leaves the face to the reader. */
function cssFamily({ families }: StyleSheet, name: string): string {
  const css = Object.hasOwn(families, name) ? (families[name]?.css ?? []) : [];
  return css
    .map((face) => (GENERIC.test(face) ? face : `"${face.replace(/[^\p{L}\p{N} ._-]/gu, '')}"`))
    .join(', ');
}

function rule(selector: string, declarations: Declarations): string {
  return [`${selector} {`, ...declarations.map(([name, value]) => `  ${name}: ${value};`), '}'].join('\n');
}

function pair(first: string, second: string): string {
  return first === second ? first : `${first} ${second}`;
}

function em(value: number): string {
  const written = decimal(value);
  return written === '0' ? '0' : `${written}em`;
}

function decimal(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
