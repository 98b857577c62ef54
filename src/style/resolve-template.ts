import { ConversionError } from '../diagnostics.js';
import { BUNDLED_FAMILIES } from './families.js';
import { toEms, toPoints } from './lengths.js';
import type { LoadedTemplate } from './load-template.js';
import { regionOf } from './region-of.js';
import { resolvePage } from './resolve-page.js';
import { resolveStyles } from './resolve-styles.js';
import type { FontFamily, StyleSheet } from './style-sheet.js';
import type { Template } from './template.js';

/** A template without holes: what the base template, `article`, is by construction. */
type Complete<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]-?: Complete<T[K]> }
    : T;

/**
 * Makes the style sheet that all renderers read.
 *
 * @param extraFonts Files to ask, after all families, for characters that those lack.
 * @param language Of the article: gives the region where the template leaves it open.
 * @throws ConversionError `template-style-circle`, `template-page-impossible`, `font-family-unknown`.
 */
export function resolveTemplate(
  { name, template }: LoadedTemplate,
  extraFonts: readonly string[] = [],
  language: string = 'zh-Hans',
): StyleSheet {
  const whole = template as Complete<Template>;
  const families = resolveFamilies(template, extraFonts);
  const page = resolvePage(whole.page, whole.styles.body.size, whole.direction);
  const styles = resolveStyles(template.styles ?? {}, page.linePitchPt);
  const sheet: StyleSheet = {
    name,
    label: whole.label,
    region: whole.region === 'auto' ? regionOf(language) : whole.region,
    direction: whole.direction,
    page,
    setting: { ...whole.setting, hanLatinGapEm: gap(whole.setting.hanLatinGap) },
    families,
    styles,
    characters: whole.characters,
    code: whole.code,
    attribution: whole.attribution,
    captions: whole.captions,
    list: whole.list,
    table: whole.table,
    contents: whole.contents,
    index: whole.index,
    ebook: whole.ebook,
    runningHead: { ...whole.runningHead, baselinePt: toPoints(whole.runningHead.baseline, 0) },
    pageNumber: {
      ...whole.pageNumber,
      insetEm: toEms(template.pageNumber?.inset ?? '0em'),
      baselinePt: toPoints(whole.pageNumber.baseline, 0),
    },
  };
  checkFamilies(sheet);
  return sheet;
}

function gap(ems: readonly string[]): [number, number, number] {
  const [least = 0.125, wished = 0.25, most = 0.5] = ems.map(toEms);
  return [least, wished, most];
}

function resolveFamilies(template: Template, extraFonts: readonly string[]): Record<string, FontFamily> {
  const extra = Object.fromEntries(extraFonts.map((file, index) => [`extra-${index + 1}`, file]));
  const families: Record<string, FontFamily> = {};
  for (const [name, family] of Object.entries({ ...BUNDLED_FAMILIES, ...ownFamilies(template) })) {
    families[name] = { ...family, fallback: [...family.fallback, ...Object.keys(extra)] };
  }
  for (const [name, file] of Object.entries(extra)) {
    families[name] = {
      regular: { file },
      fallback: [],
      word: { eastAsia: '宋体', latin: 'Times New Roman' },
      css: [],
    };
  }
  return families;
}

/** A template's own families; one that names no regular file changes only facts of a bundled one. */
function ownFamilies(template: Template): Record<string, FontFamily> {
  const own: Record<string, FontFamily> = {};
  for (const [name, family] of Object.entries(template.fonts ?? {})) {
    const base = BUNDLED_FAMILIES[name];
    const regular = family.regular === undefined ? base?.regular : { file: family.regular };
    if (!regular) {
      throw new ConversionError('font-family-without-file', { family: name });
    }
    // A family with a new regular face must not keep the bold of another design.
    const bold =
      family.bold === undefined
        ? family.regular === undefined
          ? base?.bold
          : undefined
        : { file: family.bold };
    own[name] = {
      regular,
      ...(bold && { bold }),
      fallback: family.fallback ?? base?.fallback ?? ['song', 'hei', 'kai'],
      word: {
        eastAsia: family.word?.eastAsia ?? base?.word.eastAsia ?? '宋体',
        latin: family.word?.latin ?? base?.word.latin ?? 'Times New Roman',
      },
      css: family.css ?? base?.css ?? [],
    };
  }
  return own;
}

function checkFamilies(sheet: StyleSheet): void {
  const known = Object.keys(sheet.families);
  const asked = [
    ...Object.values(sheet.styles).map((style) => style.family),
    ...Object.values(sheet.families).flatMap((family) => family.fallback),
    sheet.characters.strong.family,
    sheet.characters.emphasis.family,
    sheet.characters.code.family,
  ];
  for (const family of asked) {
    if (family !== undefined && !known.includes(family)) {
      throw new ConversionError('font-family-unknown', { family, known: known.join(', ') });
    }
  }
}
