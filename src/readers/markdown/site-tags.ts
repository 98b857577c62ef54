import type { Inline } from '../../model/index.js';
import type { DocumentContext } from './document-context.js';

/** Tags that show a picture: Hexo's by words, Hugo's and Jekyll's by attributes. */
const HEXO_PICTURE =
  /\{%-?\s*(?:asset_img|img|image|gi|fancybox)\s+(?:[\w-]+\s+){0,3}?(\S+\.(?:png|jpe?g|gif|webp|svg|bmp)\S*)\s*([^%]*)%\}/i;
const SHORTCODE_PICTURE = /^\{\{[<%]\s*(?:figure|img|image|lazyimage)\s/i;
const ATTRIBUTE = /([\w-]{1,40})\s{0,5}=\s{0,5}(?:"([^"]{0,500})"|'([^']{0,500})')/g;

/** What a tag of a site generator shows; most arrange what stands between them, and are named in the report. */
export function siteTagInlines(written: string, context: DocumentContext): Inline[] {
  const picture = pictureOf(written);
  if (picture) {
    const { source, alt, title } = picture;
    const words = { alt: context.clean(alt), ...(title !== undefined && { title: context.clean(title) }) };
    return [{ type: 'image', imageId: context.addImage(source), ...words }];
  }
  context.dropDirective(nameOf(written));
  return [];
}

function nameOf(written: string): string {
  const name = /^\{[{%][<%-]?-?\s*\/?\s*([\w./-]{1,40})/.exec(written)?.[1] ?? '';
  if (written.startsWith('{%')) return `{% ${name} %}`;
  return written.startsWith('{{<') || written.startsWith('{{%') ? `{{< ${name} >}}` : written.slice(0, 40);
}

/** The tags of a line, one by one; another order to a site generator stays whole. */
export function siteTagsIn(line: string): string[] {
  return line.match(/\{%[^%]{0,500}%\}|\{\{[<%].{0,500}?[>%]\}\}/g) ?? [line.trim()];
}

function pictureOf(written: string): { source: string; alt: string; title?: string } | undefined {
  const [, source, words = ''] = HEXO_PICTURE.exec(written) ?? [];
  if (source !== undefined)
    return {
      source,
      alt: words
        .replace(/["']/g, '')
        .replace(/^\s*(?:\d+\s+)*/, '')
        .trim(),
    };
  if (!SHORTCODE_PICTURE.test(written)) return undefined;
  const attributes = new Map(
    [...written.matchAll(ATTRIBUTE)].map(([, key = '', double, single]) => [key, double ?? single ?? '']),
  );
  const address = attributes.get('src');
  if (address === undefined) return undefined;
  const title = attributes.get('caption') ?? attributes.get('title');
  return { source: address, alt: attributes.get('alt') ?? '', ...(title && { title }) };
}
