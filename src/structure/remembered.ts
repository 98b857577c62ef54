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
