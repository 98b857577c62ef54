import { type About, type Article, describe } from '../../model/index.js';
import { isDay } from './attribution.js';
import type { BookCover } from './cover/index.js';
import type { BookPage } from './page.js';
import type { BookPicture } from './pictures.js';
import type { SortKeys } from './sort-keys.js';
import type { TitleFace } from './title-faces.js';
import { element, formatXml, type XmlElement } from './xml.js';

/** What the package document is made from. */
export interface PackageModel {
  readonly article: Article;
  readonly language: string;
  readonly title: string;
  readonly sortKeys: SortKeys;
  /** `urn:uuid:…` */
  readonly identifier: string;
  readonly direction: 'horizontal' | 'vertical';
  readonly accessibility: readonly (readonly [property: string, value: string])[];
  readonly cover: BookCover;
  readonly faces: readonly TitleFace[];
  /** In reading order: the cover, the title, between which and the text stands the page of contents. */
  readonly pages: readonly BookPage[];
  readonly pictures: readonly BookPicture[];
  /** The page of contents is a page of the book, not only a menu. */
  readonly showsContents: boolean;
}

/** Stands for a day when the source states none: a book must name when it was changed, and no clock is asked. */
const NO_DAY = '2000-01-01';

/** The package document: who wrote it, what is in it, in which order it is read. */
export function renderPackage(model: PackageModel): string {
  const root = element(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'unique-identifier': 'book-id',
      'xml:lang': model.language,
      dir: 'ltr',
    },
    [metadata(model), manifest(model), spine(model)],
  );
  return formatXml(root);
}

function metadata(model: PackageModel): XmlElement {
  const { subtitle, provenance, about = {} } = model.article;
  const authors = provenance.authors.map((name) => name.trim());
  const day = provenance.publishedOn && isDay(provenance.publishedOn) ? provenance.publishedOn : undefined;
  const stated = (name: string, value: string | undefined): XmlElement[] =>
    value?.trim() ? [element(name, {}, [value.trim()])] : [];
  return element('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
    element('dc:identifier', { id: 'book-id' }, [model.identifier]),
    ...titleElements(model.title, model.sortKeys.title, subtitle?.replace(/\s+/gu, ' ').trim()),
    element('dc:language', {}, [model.language]),
    ...authors.flatMap((name, index) => creatorElements(name, index, model.sortKeys.authors[index])),
    ...stated('dc:publisher', provenance.sourceName),
    ...stated('dc:date', day),
    ...stated('dc:description', describe(model.article)),
    ...(about.subjects ?? []).flatMap((subject) => stated('dc:subject', subject)),
    ...stated('dc:source', provenance.sourceUrl),
    ...seriesElements(about.series),
    property('dcterms:modified', `${day ?? NO_DAY}T00:00:00Z`),
    ...model.accessibility.map(([name, value]) => property(`schema:${name}`, value)),
    element('meta', { name: 'cover', content: 'cover-image' }),
  ]);
}

function titleElements(
  title: string,
  sortKey: string | undefined,
  subtitle: string | undefined,
): XmlElement[] {
  if (!subtitle && !sortKey) return [element('dc:title', {}, [title])];
  const main = [
    element('dc:title', { id: 'title-main' }, [title]),
    refinement('title-main', 'title-type', 'main'),
    ...fileAs('title-main', sortKey),
  ];
  if (!subtitle) return main;
  return [
    ...main,
    element('dc:title', { id: 'title-sub' }, [subtitle]),
    refinement('title-sub', 'title-type', 'subtitle'),
  ];
}

function creatorElements(name: string, index: number, sortKey: string | undefined): XmlElement[] {
  if (name === '') return [];
  const id = `author-${index + 1}`;
  return [
    element('dc:creator', { id }, [name]),
    element('meta', { refines: `#${id}`, property: 'role', scheme: 'marc:relators' }, ['aut']),
    ...fileAs(id, sortKey),
  ];
}

/** What shelves sort by, where it is another text than they show. */
function fileAs(id: string, sortKey: string | undefined): XmlElement[] {
  return sortKey === undefined ? [] : [refinement(id, 'file-as', sortKey)];
}

/** @see EPUB 3.3, D.3.3 (belongs-to-collection); the last two are what Calibre and its kin read. */
function seriesElements(series: About['series']): XmlElement[] {
  if (!series) return [];
  const { name, position } = series;
  const place = position === undefined ? [] : [String(position)];
  return [
    element('meta', { property: 'belongs-to-collection', id: 'series' }, [name]),
    refinement('series', 'collection-type', 'series'),
    ...place.map((text) => refinement('series', 'group-position', text)),
    element('meta', { name: 'calibre:series', content: name }),
    ...place.map((text) => element('meta', { name: 'calibre:series_index', content: text })),
  ];
}

function refinement(id: string, name: string, value: string): XmlElement {
  return element('meta', { refines: `#${id}`, property: name }, [value]);
}

function property(name: string, value: string): XmlElement {
  return element('meta', { property: name }, [value]);
}

function manifest({ pages, pictures, cover, faces }: PackageModel): XmlElement {
  const item = (
    id: string,
    href: string,
    mediaType: string,
    more: { properties?: string; fallback?: string | undefined } = {},
  ): XmlElement => element('item', { id, href, 'media-type': mediaType, ...more });
  return element('manifest', {}, [
    item('nav', 'toc.xhtml', 'application/xhtml+xml', { properties: 'nav' }),
    item('ncx', 'toc.ncx', 'application/x-dtbncx+xml'),
    item('style', 'style.css', 'text/css'),
    item('cover-image', cover.image.file, cover.image.mediaType, { properties: 'cover-image' }),
    ...(cover.drawing ? [item('cover-drawing', cover.drawing.file, cover.drawing.mediaType)] : []),
    ...faces.map(({ id, file }) => item(id, file, 'font/ttf')),
    ...pages.map(({ id, file, xhtml }) =>
      // text has its < escaped, so that this is an element
      item(id, file, 'application/xhtml+xml', xhtml.includes('<math ') ? { properties: 'mathml' } : {}),
    ),
    ...pictures.map(({ id, file, mediaType, fallbackId }) =>
      item(id, file, mediaType, { fallback: fallbackId }),
    ),
  ]);
}

function spine({ pages, direction, showsContents }: PackageModel): XmlElement {
  const [cover, title, ...others] = pages.map(({ id }) => element('itemref', { idref: id }));
  const contents = element('itemref', { idref: 'nav', linear: showsContents ? undefined : 'no' });
  return element(
    'spine',
    { toc: 'ncx', 'page-progression-direction': direction === 'vertical' ? 'rtl' : 'ltr' },
    [cover, title, contents, ...others].filter((item) => item !== undefined),
  );
}
