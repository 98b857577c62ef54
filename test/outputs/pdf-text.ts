import { type ReadPdf, readPdf, textsOfCodes } from '../renderers/pdf/read-pdf.js';

/** Text of elements with these ancestors is looked at elsewhere. */
const SKIPPED: readonly string[] = ['Note', 'TOC', 'Title'];

/**
 * What a reader copies from a finished PDF, character by character, in the order in which the pages draw it: codes
 * through each font's own ToUnicode, replaced by ActualText where that is given. Artifacts, the title, the table
 * of contents, notes and the word before a list of attachments are left out.
 */
export function pdfText(bytes: Uint8Array): string {
  const pdf = readPdf(bytes);
  const pages = [...pdf.objects].filter(([, { dictionary }]) => /\/Type \/Page\b/.test(dictionary));
  pages.sort(([a], [b]) => a - b);
  return pages.map(([, { dictionary }]) => pageText(pdf, dictionary)).join('');
}

const dictionaryOf = (pdf: ReadPdf, id: number): string => pdf.objects.get(id)?.dictionary ?? '';
const streamOf = (pdf: ReadPdf, id: number): string => pdf.objects.get(id)?.stream ?? '';

const numberAfter = (dictionary: string, key: string): number =>
  Number(new RegExp(`/${key} (\\d+)`).exec(dictionary)?.[1] ?? -1);

function pageText(pdf: ReadPdf, page: string): string {
  const fonts = fontsOf(pdf, dictionaryOf(pdf, numberAfter(page, 'Resources')));
  const elements = elementsOf(pdf, numberAfter(page, 'StructParents'));
  return shownText(streamOf(pdf, numberAfter(page, 'Contents')), fonts, (mcid) =>
    isText(pdf, elements[mcid] ?? -1),
  );
}

/** By name, what each two-byte code of a font stands for. */
function fontsOf(pdf: ReadPdf, resources: string): Map<string, Map<string, string>> {
  const fonts = /\/Font\s*<<([\s\S]*?)>>/.exec(resources)?.[1] ?? '';
  return new Map(
    [...fonts.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', id]) => {
      const cmap = streamOf(pdf, numberAfter(dictionaryOf(pdf, Number(id)), 'ToUnicode'));
      return [name, textsOfCodes(cmap)];
    }),
  );
}

/** The structure elements that a page's marked content belongs to, by MCID. */
function elementsOf(pdf: ReadPdf, key: number): number[] {
  const nodes = [...pdf.objects.values()].filter(({ dictionary }) => /^<<\s*\/Nums \[/.test(dictionary));
  const named = new RegExp(`[[\\s]${key} \\[([^\\]]*)\\]`);
  const row =
    nodes.map(({ dictionary }) => named.exec(dictionary)?.[1]).find((found) => found !== undefined) ?? '';
  return [...row.matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id));
}

function isText(pdf: ReadPdf, element: number): boolean {
  const roles: string[] = [];
  for (let id = element; id >= 0; ) {
    const dictionary = dictionaryOf(pdf, id);
    const role = /\/S \/(\w+)/.exec(dictionary)?.[1];
    if (role) roles.push(role);
    id = numberAfter(dictionary, 'P');
  }
  const isListWord = roles[0] === 'Caption' && roles[1] === 'L';
  return roles.length > 0 && !isListWord && !roles.some((role) => SKIPPED.includes(role));
}

const TOKEN =
  /\((?<literal>(?:\\[\s\S]|[^\\)])*)\)|\/(?<font>\w+) [\d.]+ Tf|<<\/MCID (?<mcid>\d+)>> BDC|<<\/ActualText (?:<FEFF(?<actual>[0-9A-F]*)>|\(\))>> BDC|(?<artifact>\/Artifact\b[^\n]*\b(?:BMC|BDC))|(?<end>\bEMC\b)/g;

function shownText(
  content: string,
  fonts: ReadonlyMap<string, ReadonlyMap<string, string>>,
  isShown: (mcid: number) => boolean,
): string {
  let text = '';
  let font: ReadonlyMap<string, string> | undefined;
  // Whether each open piece of marked content lets its strings through.
  const open: boolean[] = [];
  for (const { 0: token, groups = {} } of content.matchAll(TOKEN)) {
    const { literal, font: name, mcid, actual, artifact, end } = groups;
    const shows = open.at(-1) ?? false;
    if (name !== undefined) font = fonts.get(name);
    else if (mcid !== undefined) open.push(isShown(Number(mcid)));
    else if (artifact !== undefined) open.push(false);
    else if (end !== undefined) open.pop();
    else if (literal !== undefined) text += shows ? decoded(literal, font) : '';
    else if (token.includes('ActualText')) {
      text += shows ? utf16(actual ?? '') : '';
      open.push(false);
    }
  }
  return text;
}

function decoded(literal: string, font: ReadonlyMap<string, string> | undefined): string {
  const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
  const codes = Buffer.from(
    literal.replace(/\\([\s\S])/g, (_, char: string) => named[char] ?? char),
    'latin1',
  );
  let text = '';
  for (let at = 0; at < codes.length; at += 2) {
    text += font?.get(codes.toString('hex', at, at + 2).toUpperCase()) ?? '\uFFFF';
  }
  return text;
}

function utf16(hex: string): string {
  return (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}
