const HEAD = /^data:([^,]{0,200}),/i;

export function isDataUrl(address: string): boolean {
  return HEAD.test(address);
}

/** The bytes that a `data:` address holds. What its head says of their kind is not looked at. @see RFC 2397 */
export function dataUrlBytes(address: string): Uint8Array {
  const [whole = '', head = ''] = HEAD.exec(address) ?? [];
  const body = unescaped(address.slice(whole.length));
  if (!/;\s*base64\s*$/i.test(head)) return new Uint8Array(body);
  return new Uint8Array(Buffer.from(body.toString('latin1'), 'base64'));
}

/** %-escapes stand for bytes, which need not be text; other characters for their bytes in UTF-8. */
function unescaped(body: string): Buffer {
  const bytes = Buffer.from(body, 'utf8');
  if (!body.includes('%')) return bytes;
  let to = 0;
  for (let at = 0; at < bytes.length; at += 1, to += 1) {
    const digits = bytes[at] === 0x25 ? bytes.toString('latin1', at + 1, at + 3) : '';
    const isEscape = /^[0-9a-f]{2}$/i.test(digits);
    bytes[to] = isEscape ? Number.parseInt(digits, 16) : (bytes[at] as number);
    if (isEscape) at += 2;
  }
  return bytes.subarray(0, to);
}
