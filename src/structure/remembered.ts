/** Enough for the lines that several passes ask about one after another; then all is forgotten at once. */
const MOST_REMEMBERED = 8192;

/** The same reading of a text, done once while it is asked for again and again. The answer must not be changed. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const answer = read(text);
    known.set(text, answer);
    return answer;
  };
}

/** The same of rows. Passes that change nothing hand on the array that they were given, so several ask about one. */
export function rememberedOf<Row extends object, T>(
  read: (rows: readonly Row[]) => T,
): (rows: readonly Row[]) => T {
  const known = new WeakMap<readonly Row[], { readonly answer: T }>();
  return (rows) => {
    const found = known.get(rows) ?? { answer: read(rows) };
    known.set(rows, found);
    return found.answer;
  };
}
