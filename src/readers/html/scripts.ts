/** Characters that Unicode has raised or lowered: enough for m², 10⁻³, H₂O and notes. */
const RAISED: Readonly<Record<string, string>> = table('0123456789+-=()n\u2212', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ⁻');
const LOWERED: Readonly<Record<string, string>> = table('0123456789+-=()\u2212', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎₋');

function table(plain: string, special: string): Readonly<Record<string, string>> {
  const chars = [...special];
  return Object.fromEntries([...plain].map((char, index) => [char, chars[index] ?? char]));
}

/**
 * Text of `<sup>` or `<sub>` in raised or lowered characters, since 10<sup>8</sup> must not become 108. Text that
 * Unicode cannot raise (1st, ™) or that is no exponent ([1], a mark of a note) stays as it is.
 */
export function toScript(text: string, tag: 'sup' | 'sub'): string {
  const chars = tag === 'sup' ? RAISED : LOWERED;
  const raised = [...text.trim()].map((char) => (Object.hasOwn(chars, char) ? chars[char] : undefined));
  return raised.length > 0 && raised.every((char) => char !== undefined) ? raised.join('') : text;
}
