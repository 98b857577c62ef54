import { type Article, displayTitle } from '../../model/index.js';
import { element, type XmlElement } from './xml.js';

/** The day of a document whose source states none: any fixed day, since the clock would change the bytes. */
const DAY_OF_NO_DATE = '2000-01-01';

const CORE_NAMESPACES = {
  'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
};

/** Title, authors, language and dates. @see ISO/IEC 29500-2, 11 (core properties) */
export function corePart(article: Article): XmlElement {
  const { authors, publishedOn } = article.provenance;
  const day = publishedOn !== undefined && isDay(publishedOn) ? publishedOn : DAY_OF_NO_DATE;
  const date = (name: string): XmlElement =>
    element(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, `${day}T00:00:00Z`);
  const people = authors.join('、');
  return element(
    'cp:coreProperties',
    CORE_NAMESPACES,
    element('dc:title', {}, displayTitle(article)),
    article.subtitle !== undefined && element('dc:subject', {}, article.subtitle),
    people !== '' && element('dc:creator', {}, people),
    element('dc:language', {}, article.language),
    date('created'),
    date('modified'),
  );
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** The program that made the file; no version, which would change the bytes with every release. */
export function appPart(): XmlElement {
  return element(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    element('Application', {}, 'paiban'),
  );
}

/** `fmtid` of properties that a user may define. @see ISO/IEC 29500-1, 22.3 */
const USER_DEFINED = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

/** Where the article came from, as properties that Word shows under 自定义. */
export function customPart(article: Article): XmlElement {
  const { sourceName, sourceUrl, channel, publishedOn } = article.provenance;
  const facts = { sourceName, sourceUrl, channel, publishedOn };
  const rows = Object.entries(facts).flatMap(([name, value]) => (value ? [{ name, value }] : []));
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
        element('vt:lpwstr', {}, value),
      ),
    ),
  );
}
