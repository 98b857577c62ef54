import type { Article } from '../../model/index.js';
import { isDay } from './attribution.js';
import type { BookCover } from './cover/index.js';
import type { BookPage } from './page.js';
import type { BookPicture } from './pictures.js';
import { element, formatXml, type XmlElement } from './xml.js';

/** What the package document is made from. */
export interface PackageModel {
  readonly article: Article;
  readonly language: string;
  readonly title: string;
  /** `urn:uuid:…` */
  readonly identifier: string;
  readonly direction: 'horizontal' | 'vertical';
  readonly accessibility: readonly (readonly [property: string, value: string])[];
  readonly cover: BookCover;
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
  const { subtitle, provenance } = model.article;
  const day = provenance.publishedOn && isDay(provenance.publishedOn) ? provenance.publishedOn : undefined;
  const stated = (name: string, value: string | undefined): XmlElement[] =>
    value?.trim() ? [element(name, {}, [value.trim()])] : [];
  return element('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
    element('dc:identifier', { id: 'book-id' }, [model.identifier]),
    ...titleElements(model.title, subtitle?.replace(/\s+/gu, ' ').trim()),
    element('dc:language', {}, [model.language]),
    ...provenance.authors.filter((name) => name.trim() !== '').flatMap(creatorElements),
    ...stated('dc:publisher', provenance.sourceName),
    ...stated('dc:date', day),
    ...stated('dc:source', provenance.sourceUrl),
    property('dcterms:modified', `${day ?? NO_DAY}T00:00:00Z`),
    ...model.accessibility.map(([name, value]) => property(`schema:${name}`, value)),
    element('meta', { name: 'cover', content: 'cover-image' }),
  ]);
}

function titleElements(title: string, subtitle: string | undefined): XmlElement[] {
  if (!subtitle) return [element('dc:title', {}, [title])];
  return [
    element('dc:title', { id: 'title-main' }, [title]),
    refinement('title-main', 'title-type', 'main'),
    element('dc:title', { id: 'title-sub' }, [subtitle]),
    refinement('title-sub', 'title-type', 'subtitle'),
  ];
}

function creatorElements(name: string, index: number): XmlElement[] {
  const id = `author-${index + 1}`;
  return [
    element('dc:creator', { id }, [name.trim()]),
    element('meta', { refines: `#${id}`, property: 'role', scheme: 'marc:relators' }, ['aut']),
  ];
}

function refinement(id: string, name: string, value: string): XmlElement {
  return element('meta', { refines: `#${id}`, property: name }, [value]);
}

function property(name: string, value: string): XmlElement {
  return element('meta', { property: name }, [value]);
}

function manifest({ pages, pictures, cover }: PackageModel): XmlElement {
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
    ...pages.map(({ id, file }) => item(id, file, 'application/xhtml+xml')),
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
