/** The longest block that a CMap may hold. */
const ROWS_A_BLOCK = 100;

const HEAD = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`;

const FOOT = `endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;

/** A code and what it is copied as. */
interface CodeText {
  readonly code: number;
  readonly text: string;
}

/**
 * The ToUnicode CMap of a font: texts in lists, which say the codes of a row but once.
 *
 * @param codes In their order; a code with an empty text gets no place.
 * @see ISO 32000-1, 9.10.3
 */
export function toUnicodeMap(codes: readonly CodeText[]): string {
  const rows = rowsOf(codes).map(
    ({ first, texts }) => `<${hex(first)}> <${hex(first + texts.length - 1)}> [<${texts.join('> <')}>]`,
  );
  const blocks: string[] = [];
  for (let at = 0; at < rows.length; at += ROWS_A_BLOCK) {
    const block = rows.slice(at, at + ROWS_A_BLOCK);
    blocks.push(`${block.length} beginbfrange\n${block.join('\n')}\nendbfrange\n`);
  }
  return `${HEAD}${blocks.join('')}${FOOT}`;
}

/** Codes that follow each other; a range must not go on beyond its first byte. */
function rowsOf(codes: readonly CodeText[]): { readonly first: number; readonly texts: string[] }[] {
  const rows: { first: number; texts: string[] }[] = [];
  let next = -1;
  for (const { code, text } of codes) {
    if (text === '') continue;
    if (code !== next || (code & 0xff) === 0) rows.push({ first: code, texts: [] });
    rows.at(-1)?.texts.push(utf16(text));
    next = code + 1;
  }
  return rows;
}

const HEX = Array.from({ length: 0x100 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, '0'));

function hex(unit: number): string {
  return (HEX[unit >> 8] as string) + HEX[unit & 0xff];
}

function utf16(text: string): string {
  let digits = '';
  for (let index = 0; index < text.length; index += 1) digits += hex(text.charCodeAt(index));
  return digits;
}
