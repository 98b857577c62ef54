import { element, formatXml, type XmlElement } from './xml.js';

/** A file of the spine. */
export interface BookPage {
  /** Identifier in the manifest: the file's name without its ending. */
  readonly id: string;
  readonly file: string;
  readonly xhtml: string;
}

/** A whole XHTML document; language and style sheet are the same on every page of a book. */
export function formatPage(language: string, title: string, body: readonly XmlElement[]): string {
  const root = element(
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      lang: language,
      'xml:lang': language,
    },
    [
      element('head', {}, [
        element('title', {}, [title]),
        element('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' }),
      ]),
      element('body', {}, body),
    ],
  );
  return formatXml(root, '<!DOCTYPE html>');
}
