import { strFromU8, unzipSync } from 'fflate';

/** The XML parts of a Word file by their paths. */
export function xmlParts(bytes: Uint8Array): Map<string, string> {
  const files = Object.entries(unzipSync(bytes)).filter(([path]) => /\.(xml|rels)$/.test(path));
  return new Map(files.map(([path, data]) => [path, strFromU8(data)]));
}

export function part(bytes: Uint8Array, path: string): string {
  return xmlParts(bytes).get(path) ?? '';
}

/** Every `<w:name …>…</w:name>` of a part that does not nest. */
export function elements(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<w:${name}(?: [^>]*)?(?:/>|>.*?</w:${name}>)`, 'gs')) ?? [];
}

export function attribute(xml: string, name: string): string | undefined {
  return new RegExp(` ${name}="([^"]*)"`).exec(xml)?.[1];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

/** The text of the runs of a paragraph. */
export function textOf(paragraph: string): string {
  const texts = [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => text);
  return unescaped(texts.join(''));
}

export function unescaped(text: string): string {
  return text.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** One element a line, indented, without the declaration and namespaces: for goldens that a person can read. */
export function pretty(xml: string): string {
  const lines: string[] = [];
  let depth = 0;
  for (const [token] of xml.replace(/ xmlns:\w+="[^"]*"/g, '').matchAll(/<[^>]+>|[^<]+/g)) {
    const last = lines.at(-1);
    if (token.startsWith('<?')) continue;
    if (!token.startsWith('<')) lines[lines.length - 1] += token;
    else if (token.startsWith('</')) {
      depth -= 1;
      const isShort = last?.trimStart().startsWith(`<${token.slice(2, -1)}`) && !last.includes('</');
      if (isShort) lines[lines.length - 1] += token;
      else lines.push('  '.repeat(depth) + token);
    } else {
      lines.push('  '.repeat(depth) + token);
      if (!token.endsWith('/>')) depth += 1;
    }
  }
  return lines.join('\n');
}

/** What is wrong with a part as XML, if anything: tags that do not match, forbidden characters, bare ampersands. */
export function xmlFault(xml: string): string | undefined {
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(xml)) return 'forbidden character';
  if (/&(?!(?:lt|gt|quot|apos|amp|#\d+|#x[\da-fA-F]+);)/.test(xml)) return 'bare ampersand';
  const open: string[] = [];
  for (const [tag, slash = '', name = '', rest = ''] of xml.matchAll(/<(\/?)([\w:]+)([^<>]*)>/g)) {
    if (slash !== '') {
      if (open.pop() !== name) return `${tag} closes nothing`;
    } else if (!rest.endsWith('/')) open.push(name);
  }
  const left = xml.replace(/<\?[^>]*\?>|<\/?[\w:]+(?:\s+[\w:]+="[^"<]*")*\s*\/?>/g, '');
  return open.length > 0 ? `${open.at(-1)} is not closed` : left.includes('<') ? 'a broken tag' : undefined;
}
