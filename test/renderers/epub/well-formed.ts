const NAME = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?';
const TEXT = '(?:[^<&>]|&(?:amp|lt|gt|quot|#[0-9]+);)';
const ATTRIBUTE = `\\s+(${NAME})="((?:[^<&"]|&(?:amp|lt|gt|quot|#[0-9]+);)*)"`;
const TOKENS = new RegExp(
  `(?<text>${TEXT}+)|<(?<open>${NAME})(?<attributes>(?:${ATTRIBUTE})*)\\s*(?<empty>/?)>|</(?<close>${NAME})\\s*>`,
  'uy',
);
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u;

/**
 * What keeps a text from being well-formed XML 1.0, or undefined. Stricter than XML: no comments, no CDATA, no
 * bare `>`, one document type at most; ids must differ, as in every document type of a book.
 */
export function malformed(xml: string): string | undefined {
  const forbidden = FORBIDDEN.exec(xml);
  if (forbidden) return `forbidden character at ${forbidden.index}`;
  const prolog =
    /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*(<!DOCTYPE html>\s*)?/.exec(xml)?.[0].length ?? 0;
  const open: string[] = [];
  const ids = new Set<string>();
  let roots = 0;
  TOKENS.lastIndex = prolog;
  while (TOKENS.lastIndex < xml.length) {
    const at = TOKENS.lastIndex;
    const found = TOKENS.exec(xml)?.groups;
    if (!found) return `no token at ${at}: ${xml.slice(at, at + 40)}`;
    if (found.open !== undefined) {
      if (open.length === 0) roots += 1;
      const fault = attributeFault(found.attributes ?? '', ids);
      if (fault) return fault;
      if (found.empty === '') open.push(found.open);
    } else if (found.close !== undefined) {
      const expected = open.pop();
      if (expected !== found.close) return `</${found.close}> at ${at} where ${expected} is open`;
    } else if (open.length === 0 && found.text?.trim() !== '') {
      return `text outside the root at ${at}`;
    }
  }
  if (open.length > 0) return `${open.join(' ')} never closed`;
  return roots === 1 ? undefined : `${roots} roots`;
}

function attributeFault(attributes: string, ids: Set<string>): string | undefined {
  const names = new Set<string>();
  for (const [, name = '', value = ''] of attributes.matchAll(new RegExp(ATTRIBUTE, 'gu'))) {
    if (names.has(name)) return `attribute ${name} twice`;
    names.add(name);
    if (name !== 'id') continue;
    if (ids.has(value)) return `id ${value} twice`;
    ids.add(value);
  }
  return undefined;
}
