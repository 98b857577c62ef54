import { strFromU8, unzipSync } from 'fflate';
import { unescapeXml } from './docx-outline.js';
import type { RecoveredHeading } from './pdf-outline.js';

/** The table of contents that a reading system shows, without the pages that are no headings (title, source). */
export function epubOutline(bytes: Uint8Array): RecoveredHeading[] {
  const parts = unzipSync(bytes);
  const navigation = Object.values(parts)
    .map((part) => strFromU8(part))
    .find((text) => /<nav [^>]*epub:type="toc"/.test(text));
  const toc = /<nav [^>]*epub:type="toc"[^>]*>(.*?)<\/nav>/s.exec(navigation ?? '')?.[1] ?? '';
  const headings: RecoveredHeading[] = [];
  let level = 0;
  for (const [tag, href, text = ''] of toc.matchAll(
    /<ol>|<\/ol>|<a [^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/gs,
  )) {
    if (tag === '<ol>') level += 1;
    else if (tag === '</ol>') level -= 1;
    else if (href?.includes('#heading-')) {
      headings.push({ level, text: unescapeXml(text.replace(/<[^>]+>/g, '')) });
    }
  }
  return headings;
}
