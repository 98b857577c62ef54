import { expect, test } from 'vitest';
import { readArticle } from '../../../src/read-article.js';
import { p, r, root } from './word-file.js';

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4//8/AAX+Av4zEpUUAAAAAElFTkSuQmCC';
const PACKAGE = 'http://schemas.microsoft.com/office/2006/xmlPackage';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const relationships = (...rows: readonly (readonly [id: string, kind: string, target: string])[]): string =>
  `<Relationships>${rows.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`).join('')}</Relationships>`;

const xmlPart = (name: string, xml: string): string =>
  `<pkg:part pkg:name="${name}" pkg:contentType="x"><pkg:xmlData>${xml.replace(/^<\?xml[^>]*\?>/, '')}</pkg:xmlData></pkg:part>`;

/** A picture, and a paragraph. */
const flat = `<?xml version="1.0" standalone="yes"?>
<?mso-application progid="Word.Document"?>
<pkg:package xmlns:pkg="${PACKAGE}">${[
  xmlPart('/_rels/.rels', relationships(['r1', 'officeDocument', 'word/document.xml'])),
  xmlPart('/word/_rels/document.xml.rels', relationships(['r1', 'image', 'media/a.png'])),
  xmlPart(
    '/word/document.xml',
    root(
      'w:document',
      `<w:body>${p(r('山村的路灯亮了。'))}${p('<w:r><w:drawing><wp:inline><wp:docPr id="1" name="a" descr="灯"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="r1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>')}</w:body>`,
    ),
  ),
  `<pkg:part pkg:name="/word/media/a.png" pkg:contentType="image/png" pkg:compression="store"><pkg:binaryData>${PNG.replace(/.{60}/g, '$&\n')}</pkg:binaryData></pkg:part>`,
].join('')}</pkg:package>`;

test.each([
  ['UTF-8', new TextEncoder().encode(flat)],
  ['UTF-16', Buffer.from(`\uFEFF${flat}`, 'utf16le')],
])('a Word file in one XML file, in %s', async (_encoding, bytes) => {
  const { format, article } = await readArticle(bytes, { fileName: 'a.xml' });
  expect(format).toBe('docx');
  expect(article.parts[0]?.children).toMatchObject([
    { type: 'paragraph', children: [{ text: '山村的路灯亮了。' }] },
    { type: 'figure', alt: '灯' },
  ]);
  expect(Object.values(article.images)).toMatchObject([{ state: 'present', widthPx: 1 }]);
});

test.each([
  ['cut off', flat.slice(0, flat.indexOf('路灯')), 'docx-unreadable'],
  ['without parts', `<pkg:package xmlns:pkg="${PACKAGE}"></pkg:package>`, 'docx-unreadable'],
  ['of 2003', '<?xml version="1.0"?><w:wordDocument><w:body/></w:wordDocument>', 'docx-old-word'],
])('one %s is refused', async (_what, text, code) => {
  await expect(readArticle(new TextEncoder().encode(text))).rejects.toMatchObject({ code });
});
