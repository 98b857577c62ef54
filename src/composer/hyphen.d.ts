// The package ships no types; this is the part that `hyphenate` uses.
declare module 'hyphen' {
  function createHyphenator(
    patterns: unknown,
    options: { readonly hyphenChar: string; readonly minWordLength: number },
  ): (text: string) => string;
  export = createHyphenator;
}

declare module 'hyphen/patterns/en-us.js' {
  const patterns: unknown;
  export = patterns;
}
