/** Characters of Word's fonts of signs that text uses, by the place they have in the font. */
const WINGDINGS: Readonly<Record<number, string>> = {
  33: '✏',
  34: '✂',
  40: '☎',
  42: '✉',
  54: '⌛',
  63: '✍',
  65: '✌',
  69: '☜',
  70: '☞',
  71: '☝',
  72: '☟',
  74: '☺',
  76: '☹',
  82: '☼',
  85: '✞',
  108: '●',
  109: '❍',
  110: '■',
  111: '□',
  112: '□',
  113: '❑',
  114: '❒',
  115: '◆',
  116: '◆',
  117: '◆',
  118: '❖',
  119: '◆',
  159: '•',
  160: '▪',
  161: '○',
  162: '○',
  164: '◉',
  167: '▪',
  168: '□',
  171: '★',
  182: '☆',
  216: '➢',
  219: '➲',
  223: '←',
  224: '→',
  225: '↑',
  226: '↓',
  232: '➔',
  239: '⇦',
  240: '⇨',
  241: '⇧',
  242: '⇩',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};

const WINGDINGS_2: Readonly<Record<number, string>> = {
  79: '✗',
  80: '✓',
  81: '☒',
  82: '☑',
  83: '☒',
  84: '☒',
  151: '●',
  163: '□',
  162: '■',
  42: '□',
};

const SYMBOL: Readonly<Record<number, string>> = {
  ...run(0x41, 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'),
  ...run(0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'),
  ...run(0xa3, '≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…'),
  ...run(0xc4, '⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊'),
  229: '∑',
  242: '∫',
  34: '∀',
  36: '∃',
  39: '∋',
  64: '≅',
  92: '∴',
  94: '⊥',
  126: '∼',
  45: '−',
};

function run(first: number, signs: string): Readonly<Record<number, string>> {
  return Object.fromEntries([...signs].map((sign, index) => [first + index, sign]));
}

/** ⓪ to ⑩, and the same white on black. */
const CIRCLED: Readonly<Record<number, string>> = {
  ...run(0x80, '⓪①②③④⑤⑥⑦⑧⑨⑩'),
  ...run(0x8b, '⓿❶❷❸❹❺❻❼❽❾❿'),
};

const FONTS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: { ...WINGDINGS, ...CIRCLED },
  'wingdings 2': WINGDINGS_2,
  symbol: SYMBOL,
};

/** A font whose characters are signs and no letters. */
export function isSymbolFont(font: string | undefined): boolean {
  return font !== undefined && /^(?:wingdings|webdings|symbol)\b/i.test(font);
}

/**
 * The character that a place of a font of signs shows; undefined for one that no row tells. Places are written as they
 * are or, more often, moved to U+F000.
 */
export function symbolOf(font: string, code: number): string | undefined {
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const name = font.trim().toLowerCase();
  if (Object.hasOwn(FONTS, name)) {
    const sign = FONTS[name]?.[place];
    if (sign !== undefined) return sign;
  }
  // any other font: the place is the character itself
  const isPrivate = code >= 0xe000 && code <= 0xf8ff;
  return isSymbolFont(font) || isPrivate || code < 0x20 ? undefined : String.fromCodePoint(code);
}

/** Text whose private characters (U+F000 on) a font of signs draws. */
export function symbolText(font: string, text: string): string {
  return text.replace(/[\uF020-\uF0FF]/g, (sign) => symbolOf(font, sign.charCodeAt(0)) ?? sign);
}
