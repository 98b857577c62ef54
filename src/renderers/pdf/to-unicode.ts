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

/**
 * The ToUnicode CMap of a font.
 *
 * @param codes What each code is copied as, in their order; a code with an empty text gets no row.
 * @see ISO 32000-1, 9.10.3
 */
export function toUnicodeMap(codes: readonly { readonly code: number; readonly text: string }[]): string {
  const rows = codes.flatMap(({ code, text }) => (text === '' ? [] : [`<${hex(code)}> <${utf16(text)}>`]));
  const blocks: string[] = [];
  for (let at = 0; at < rows.length; at += ROWS_A_BLOCK) {
    const block = rows.slice(at, at + ROWS_A_BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`);
  }
  return `${HEAD}${blocks.join('')}${FOOT}`;
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
