/** A number in a content stream: at most `digits` decimals, no exponent, no trailing zeros, no minus zero. */
export function formatNumber(value: number, digits: number): string {
  const scale = 10 ** digits;
  const rounded = Math.round(value * scale) / scale;
  return rounded === 0 ? '0' : String(rounded);
}

/** Red, green and blue of `#rrggbb`, from 0 to 1, as operands; greys as one operand. */
export function formatColor(color: string, use: 'fill' | 'stroke' = 'fill'): string {
  const parts = [1, 3, 5].map((at) => formatNumber(Number.parseInt(color.slice(at, at + 2), 16) / 255, 3));
  const [red, green, blue] = parts;
  const operator = red === green && green === blue ? `${red} g` : `${parts.join(' ')} rg`;
  return use === 'fill' ? operator : operator.replace(/r?g$/, (name) => name.toUpperCase());
}
