import { type Article, displayTitle } from '../../model/index.js';
import { plainText } from './pdfkit-internals.js';

/** What the file says of itself, once for the Info dictionary and once for XMP. */
export interface Metadata {
  readonly title: string;
  readonly authors: readonly string[];
  readonly subject?: string;
  readonly keywords?: string;
  readonly publisher?: string;
  readonly source?: string;
  readonly language: string;
  /** ISO 8601 day. */
  readonly publishedOn?: string;
}

const TOOL = 'paiban';

/**
 * Which part of PDF/A a file says that it follows. They differ in one point: the third lets any file be attached, the
 * second none but PDF/A.
 */
export type ArchivePart = 2 | 3;

/**
 * What an archive looks for. PDF/A asks for a description of every schema that it does not know, and PDF/UA's is one.
 *
 * @see ISO 19005-2, 6.6.2.3 and 6.6.4; ISO 14289-1, 5
 */
const conformance = (part: ArchivePart): string => `
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>${part}</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

/** Info and XMP say the same, so what XML forbids goes here, before both. */
export function metadataOf(article: Article): Metadata {
  const { authors, publishedOn, sourceName, sourceUrl, channel } = article.provenance;
  return {
    title: factText(displayTitle(article)),
    authors: authors.map(factText),
    language: article.language,
    ...(article.subtitle !== undefined && { subject: factText(article.subtitle) }),
    ...(channel !== undefined && { keywords: factText(channel) }),
    ...(sourceName !== undefined && { publisher: factText(sourceName) }),
    ...(sourceUrl !== undefined && { source: factText(sourceUrl) }),
    ...(publishedOn !== undefined && dayOf(publishedOn) && { publishedOn }),
  };
}

/** So many characters of a title or name are kept: a string of PDF/A has at most 32,767 bytes. */
const MOST_CHARACTERS = 10_000;

/** U+FFFE and U+FFFF are no characters, and XML 1.0 has no way to write them. */
function factText(text: string): string {
  const line = plainText(text)
    .replace(/[\uFFFE\uFFFF]/g, ' ')
    .trim();
  return line.length <= MOST_CHARACTERS ? line : `${[...line].slice(0, MOST_CHARACTERS / 2).join('')}\u2026`;
}

/** Noon of a day in UTC, so that no time zone shows another day; undefined for what is no day. */
export function dayOf(isoDay: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(isoDay)) return undefined;
  const day = new Date(`${isoDay}T12:00:00Z`);
  return Number.isNaN(day.getTime()) ? undefined : day;
}

/** The Info dictionary. The clock is not asked: a day of publication that is not known is not there. */
export function infoOf(metadata: Metadata): Record<string, string | Date> {
  const created = metadata.publishedOn === undefined ? undefined : dayOf(metadata.publishedOn);
  return {
    Title: metadata.title,
    ...(metadata.authors.length > 0 && { Author: metadata.authors.join('\u3001') }),
    ...(metadata.subject !== undefined && { Subject: metadata.subject }),
    ...(metadata.keywords !== undefined && { Keywords: metadata.keywords }),
    Creator: TOOL,
    Producer: TOOL,
    ...(created && { CreationDate: created }),
  };
}

/**
 * The XMP packet. Written here because pdfkit's puts titles into XML as they are.
 *
 * @see XMP specification part 1, Dublin Core properties
 */
export function xmpOf(metadata: Metadata, archivePart?: ArchivePart): string {
  const { title, authors, subject, keywords, publisher, source, language, publishedOn } = metadata;
  const properties = [
    `<dc:title>${list('Alt', [title], ' xml:lang="x-default"')}</dc:title>`,
    authors.length > 0 && `<dc:creator>${list('Seq', authors)}</dc:creator>`,
    subject !== undefined &&
      `<dc:description>${list('Alt', [subject], ' xml:lang="x-default"')}</dc:description>`,
    publisher !== undefined && `<dc:publisher>${list('Bag', [publisher])}</dc:publisher>`,
    source !== undefined && `<dc:source>${escapeXml(source)}</dc:source>`,
    `<dc:language>${list('Bag', [language])}</dc:language>`,
    publishedOn !== undefined && `<dc:date>${list('Seq', [publishedOn])}</dc:date>`,
    publishedOn !== undefined && `<xmp:CreateDate>${publishedOn}T12:00:00Z</xmp:CreateDate>`,
    `<xmp:CreatorTool>${TOOL}</xmp:CreatorTool>`,
    `<pdf:Producer>${TOOL}</pdf:Producer>`,
    keywords !== undefined && `<pdf:Keywords>${escapeXml(keywords)}</pdf:Keywords>`,
  ];
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
${properties.filter((property) => property !== false).join('\n')}
</rdf:Description>${archivePart === undefined ? '' : conformance(archivePart)}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

function list(kind: 'Alt' | 'Bag' | 'Seq', values: readonly string[], attribute = ''): string {
  const items = values.map((value) => `<rdf:li${attribute}>${escapeXml(value)}</rdf:li>`);
  return `<rdf:${kind}>${items.join('')}</rdf:${kind}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Without the characters that XML 1.0 forbids. */
function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '')
    .replace(/[&<>]/g, (char) => ENTITIES[char] ?? char);
}
