import type { StyleSheet } from '../../style/index.js';
import type { LinkedPage } from './book.js';
import type { ContentsEntry } from './contents.js';
import { formatPage } from './page.js';
import type { BookWords } from './words.js';
import { element, formatXml, type XmlElement } from './xml.js';

/** What the navigation files are made from. */
export interface NavigationModel {
  readonly language: string;
  readonly words: BookWords;
  readonly sheet: StyleSheet;
  readonly title: string;
  /** `urn:uuid:…` */
  readonly identifier: string;
  readonly contents: readonly ContentsEntry[];
  /** Where the text begins. */
  readonly textHref: string;
  readonly index: LinkedPage | undefined;
}

/** The navigation document of EPUB 3; also the page of contents. */
export function renderNav(model: NavigationModel): string {
  const { language, words, sheet } = model;
  const title = sheet.contents.title.trim() || '目录';
  return formatPage(language, title, [
    element('nav', { 'epub:type': 'toc', role: 'doc-toc', id: 'toc', 'aria-labelledby': 'toc-title' }, [
      element('h1', { id: 'toc-title', class: 'contents-title' }, [title]),
      contentsList(model.contents, 1),
    ]),
    element('nav', { 'epub:type': 'landmarks', hidden: 'hidden', 'aria-label': words.landmarks }, [
      element('ol', {}, [
        landmark('cover', 'cover.xhtml', words.cover),
        landmark('titlepage', 'title.xhtml', words.titlePage),
        landmark('toc', '#toc', title),
        landmark('bodymatter', model.textHref, words.text),
        ...(model.index ? [landmark('backmatter', model.index.href, model.index.text)] : []),
      ]),
    ]),
  ]);
}

function contentsList(entries: readonly ContentsEntry[], level: number): XmlElement {
  return element(
    'ol',
    {},
    entries.map(({ text, href, children }) => {
      const link = element('a', { class: `contents-${level}`, href }, [text]);
      return element('li', {}, children.length > 0 ? [link, contentsList(children, level + 1)] : [link]);
    }),
  );
}

function landmark(type: string, href: string, text: string): XmlElement {
  return element('li', {}, [element('a', { 'epub:type': type, href }, [text])]);
}

/** The contents once more, for readers of EPUB 2. */
export function renderNcx(model: NavigationModel): string {
  let order = 0;
  const point = ({ text, href, children }: ContentsEntry): XmlElement => {
    order += 1;
    const attributes = { id: `point-${order}`, playOrder: String(order) };
    return element('navPoint', attributes, [
      element('navLabel', {}, [element('text', {}, [text])]),
      element('content', { src: href }),
      ...children.map(point),
    ]);
  };
  const meta = (name: string, content: string): XmlElement => element('meta', { name, content });
  return formatXml(
    element(
      'ncx',
      { xmlns: 'http://www.daisy.org/z3986/2005/ncx/', version: '2005-1', 'xml:lang': model.language },
      [
        element('head', {}, [
          meta('dtb:uid', model.identifier),
          meta('dtb:depth', String(depthOf(model.contents))),
          meta('dtb:totalPageCount', '0'),
          meta('dtb:maxPageNumber', '0'),
        ]),
        element('docTitle', {}, [element('text', {}, [model.title])]),
        element('navMap', {}, model.contents.map(point)),
      ],
    ),
  );
}

function depthOf(entries: readonly ContentsEntry[]): number {
  return entries.reduce((deepest, { children }) => Math.max(deepest, 1 + depthOf(children)), 0);
}
