import { type Article, describe, displayTitle } from '../../model/index.js';
import { element, type XmlElement } from './xml.js';

/** The day of a document whose source states none: any fixed day, since the clock would change the bytes. */
const DAY_OF_NO_DATE = '2000-01-01';

const CORE_NAMESPACES = {
  'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
};

/** Between authors, and between keywords, as Word parts them itself. */
const BETWEEN_AUTHORS = '; ';

/**
 * What Word shows under 属性: title, authors, what the text is about, its language and the days that its source states.
 * The schema takes the properties in any order, each once.
 *
 * @see ISO/IEC 29500-2, 11 (core properties)
 */
export function corePart(article: Article): XmlElement {
  const { authors, publishedOn, channel } = article.provenance;
  const day = publishedOn !== undefined && isDay(publishedOn) ? publishedOn : DAY_OF_NO_DATE;
  const date = (name: string): XmlElement =>
    element(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, `${day}T00:00:00Z`);
  const said = (name: string, value: string | undefined): XmlElement | undefined =>
    value?.trim() ? element(name, {}, value.trim()) : undefined;
  return element(
    'cp:coreProperties',
    CORE_NAMESPACES,
    element('dc:title', {}, displayTitle(article)),
    said('dc:subject', article.subtitle),
    said('dc:creator', authors.filter((name) => name.trim() !== '').join(BETWEEN_AUTHORS)),
    said('cp:keywords', article.about?.subjects?.join(BETWEEN_AUTHORS)),
    said('dc:description', describe(article)),
    said('cp:category', channel),
    element('dc:language', {}, article.language),
    date('created'),
    date('modified'),
  );
}

/** A day of the calendar: `Date` reads the 30th of February as the 2nd of March. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The program that made the file; no version, which would change the bytes with every release. */
export function appPart({ provenance }: Article): XmlElement {
  const company = provenance.sourceName?.trim() ?? '';
  return element(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    element('Application', {}, 'paiban'),
    company !== '' && element('Company', {}, company),
  );
}

/** `fmtid` of properties that a user may define. @see ISO/IEC 29500-1, 22.3 */
const USER_DEFINED = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

/** Where the article came from, as properties that Word shows under 自定义: texts, and a day as a day. */
export function customPart(article: Article): XmlElement {
  const { sourceName, sourceUrl, channel, publishedOn } = article.provenance;
  const { description: summary, series } = article.about ?? {};
  const facts = {
    sourceName,
    sourceUrl,
    channel,
    publishedOn,
    // the description of every file is a summary, be it the source's or the first lines of the text
    summary,
    series: series?.name,
    seriesPosition: series?.position === undefined ? undefined : String(series.position),
  };
  const rows = Object.entries(facts).flatMap(([name, value]) => (value?.trim() ? [{ name, value }] : []));
  return element(
    'Properties',
    {
      xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
      'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
    },
    ...rows.map(({ name, value }, index) =>
      element(
        'property',
        // 0 and 1 are reserved
        { fmtid: USER_DEFINED, pid: index + 2, name },
        name === 'publishedOn' && isDay(value)
          ? element('vt:filetime', {}, `${value}T00:00:00Z`)
          : element('vt:lpwstr', {}, value),
      ),
    ),
  );
}
