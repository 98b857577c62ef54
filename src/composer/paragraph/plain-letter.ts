/** The letter that a raised or lowered one is made from; itself for any other that is not made from one letter. */
export function plainLetter(codePoint: number): number {
  const plain = String.fromCodePoint(codePoint).normalize('NFKD');
  return plain.length === 1 ? plain.charCodeAt(0) : codePoint;
}

/** A text of such letters as the plain ones, of the same length. */
export function plainLetters(text: string): string {
  return Array.from(text, (char) => String.fromCodePoint(plainLetter(char.codePointAt(0) ?? 0))).join('');
}
