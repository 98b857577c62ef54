import { strToU8, zipSync } from 'fflate';
import type { PlainArticle, PlainSection } from './plain-article.js';

type Heading = (text: string, level: number) => string;

function inOrder(article: PlainArticle, heading: Heading, paragraph: (text: string) => string): string[] {
  const body = (
    { heading: text, paragraphs }: Omit<PlainSection, 'subsections'>,
    level: number,
  ): string[] => [heading(text, level), ...paragraphs.map(paragraph)];
  return [
    ...article.opening.map(paragraph),
    ...article.sections.flatMap((section) => [
      ...body(section, 1),
      ...section.subsections.flatMap((inner) => body(inner, 2)),
    ]),
  ];
}

/** Markdown with its own headings. */
export function asMarkdown(article: PlainArticle): Uint8Array {
  const body = inOrder(
    article,
    (text, level) => `${'#'.repeat(level + 1)} ${text}`,
    (text) => text,
  );
  return strToU8(`# ${article.title}\n\n${body.join('\n\n')}\n`);
}

/** A page whose author used the tags for headings. */
export function asTaggedPage(article: PlainArticle): Uint8Array {
  return page(article, (text, level) => `<h${level + 1}>${text}</h${level + 1}>`);
}

/** A page where headings are bold paragraphs, as most editors of Chinese sites make them. */
export function asBoldPage(article: PlainArticle): Uint8Array {
  return page(article, (text) => `<p><strong>${text}</strong></p>`);
}

/** A page where nothing but the words tells a heading. */
export function asBarePage(article: PlainArticle): Uint8Array {
  return page(article, (text) => `<p>　　${text}</p>`);
}

function page(article: PlainArticle, heading: Heading): Uint8Array {
  const body = inOrder(article, heading, (text) => `<p>　　${text}</p>`).join('\n');
  return strToU8(`<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${article.title}_青河网</title></head>
<body><ul class="nav"><li><a href="/">首页</a></li><li><a href="/news">新闻</a></li><li><a href="/photo">图片</a></li></ul>
<div class="main"><h1>${article.title}</h1><div class="content">${body}</div></div>
<div class="footer"><a href="/about">关于我们</a> | <a href="/map">网站地图</a></div></body></html>`);
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A Word file whose headings have the styles for them. */
export function asStyledWord(article: PlainArticle): Uint8Array {
  return word(article, (level) => `<w:pPr><w:pStyle w:val="Heading${level}"/></w:pPr>`);
}

/** A Word file that was typed without any style. */
export function asBareWord(article: PlainArticle): Uint8Array {
  return word(article, () => '');
}

function word(article: PlainArticle, properties: (level: number) => string): Uint8Array {
  const paragraph = (text: string, inner = ''): string => `<w:p>${inner}<w:r><w:t>${text}</w:t></w:r></w:p>`;
  const body = [
    paragraph(article.title, '<w:pPr><w:jc w:val="center"/></w:pPr>'),
    ...inOrder(
      article,
      (text, level) => paragraph(text, properties(level)),
      (text) => paragraph(text),
    ),
  ];
  const style = (level: number): string =>
    `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`;
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (kind: string, target: string): string =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/${kind}" Target="${target}"/></Relationships>`;
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(relation('officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': strToU8(relation('styles', 'styles.xml')),
    'word/styles.xml': strToU8(
      `<?xml version="1.0"?><w:styles xmlns:w="${W}">${style(1)}${style(2)}</w:styles>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="${W}"><w:body>${body.join('')}</w:body></w:document>`,
    ),
  });
}
