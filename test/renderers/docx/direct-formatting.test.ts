import { expect, test } from 'vitest';
import type { Article } from '../../../src/model/index.js';
import { docxRenderer } from '../../../src/renderers/docx/index.js';
import { makeStyleSheet } from '../../../src/style/index.js';
import { readSample, samples } from '../../outputs/samples.js';
import { richArticle } from './rich-article.js';
import { xmlParts } from './word-file.js';

/** What paragraphs and runs may say beside their style, each with the reason why no style can say it. */
const ALLOWED: readonly (readonly [properties: RegExp, style: RegExp, why: string])[] = [
  [/^pPr (?:pStyle|sectPr)$/, /^/, 'names the style; ends a section'],
  [/^pPr numPr$/, /^(?:ListParagraph|BodyTextFirstIndent|Heading\d)$/, 'which list, which level'],
  [/^pPr ind$/, /^(?:ListParagraph|Caption|Attachments|Signature)$/, 'by the depth, the labels or the words'],
  [/^pPr (?:rPr|spacing)$/, /^Heading\d$/, 'the style separator of a run-in heading, which has no space'],
  [/^pPr spacing$/, /^$/, 'the rule above the notes, as Word writes it'],
  [/^rPr (?:rStyle|rFonts hint)$/, /^/, 'names the style; the East Asian hint'],
  [/^rPr (?:vanish|specVanish)$/, /^/, 'the style separator; hidden fields'],
  [/^rPr (?:sz|szCs)$/, /^/, 'a reading is half as high as its base'],
  [/^rPr eastAsianLayout$/, /^/, 'two rows in one, each remark with a number of its own'],
  [
    /^rPr (?:b|bCs|rFonts)$/,
    /^(?:Hyperlink|InlineCode)$/,
    'strong or emphasised inside text of another style',
  ],
];

/** Every property in the story, its heads and notes as `pPr ind` with the style of what says it. */
function* directProperties(bytes: Uint8Array): Generator<readonly [property: string, style: string]> {
  for (const [path, xml] of xmlParts(bytes)) {
    if (!/^word\/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml$/.test(path)) continue;
    const plain = xml.replace(/<w:sectPr.*?<\/w:sectPr>/gs, '<w:sectPr/>');
    for (const [, kind, inner = ''] of plain.matchAll(/<w:(pPr|rPr)>(.*?)<\/w:\1>/gs)) {
      const style = /<w:[pr]Style w:val="([^"]*)"/.exec(inner)?.[1] ?? '';
      const own = inner
        .replace(/<w:rPr>.*?<\/w:rPr>/s, '<w:rPr/>')
        .replace(/<w:numPr>.*?<\/w:numPr>/s, '<w:numPr/>');
      for (const [, name, attributes = ''] of own.matchAll(/<w:(\w+)([^>]*)>/g)) {
        const isHint = name === 'rFonts' && /^ w:hint="eastAsia"\/?$/.test(attributes);
        yield [`${kind} ${name}${isHint ? ' hint' : ''}`, style];
      }
    }
  }
}

const articles: readonly (readonly [name: string, read: () => Promise<Article>])[] = [
  ['an article of everything', async () => richArticle],
  ...samples.map((sample) => [sample.file, async () => (await readSample(sample)).article] as const),
];

test.each(articles)('%s carries what it looks like in styles', async (_name, read) => {
  const article = await read();
  for (const template of ['article', 'book', 'bulletin', 'official', 'vertical']) {
    const { bytes } = await docxRenderer.render(article, makeStyleSheet({ template }, article.language), {});
    const direct = new Set<string>();
    for (const [property, style] of directProperties(bytes)) {
      const isAllowed = ALLOWED.some(
        ([properties, styles]) => properties.test(property) && styles.test(style),
      );
      if (!isAllowed) direct.add(`${property} of ${style || 'no style'}`);
    }
    expect([...direct], template).toEqual([]);
  }
});
