// Texts to measure with, made anew and alike in every run: clauses of the samples among words made of the common Han
// characters, the frequent ones far more often than the rare ones, with the Latin, digits and marks of real text.
import { readFileSync } from 'node:fs';

const SAMPLES = ['volunteering.txt', 'notice.txt', 'diary.md'];

/** All 3,755 characters of the first level of GB 2312 and so many of the second. */
const HAN_COUNT = 4400;

/** Shares of what stands in a clause besides clauses of the samples. */
const WORDY = 0.6;
const LATIN = 0.012;
const DIGITS = 0.02;
const BRACKETED = 0.03;
const LONE_HAN = 0.25;

/** How many words of two characters there are to draw from. */
const WORD_COUNT = 24_000;

const LATIN_WORDS = ['Unicode', 'A4', '5G', 'Node.js', 'PDF', 'CLREQ', 'Wi-Fi', 'GDP', 'GB/T 9704'];
const MEASURES = ['年', '%', '个', '\u00b0C'];
const SENTENCE_ENDS = [...'。'.repeat(20), '\uff01', '\uff1f', '……'];
const PAIRS = ['\u201c\u201d', '\u300a\u300b', '\uff08\uff09'];

/** An article of about so many characters, different for every seed. */
export function makeArticle(length, seed = 1) {
  const write = new Writer(seed);
  const sections = Math.max(1, Math.round(length / 800));
  const parts = Array.from({ length: sections }, (_, index) => ({
    heading: `${HAN_NUMBERS[index % HAN_NUMBERS.length]}\u3001${write.heading()}`,
    paragraphs: write.paragraphs(length / sections),
  }));
  return { title: write.heading(), parts };
}

/** A book of so many Han characters in chapters, with headings that a table of contents lists. */
export function makeBook(hanCount, chapters) {
  const write = new Writer(7);
  const parts = Array.from({ length: chapters }, (_, index) => ({
    heading: `第${index + 1}章 ${write.heading()}`,
    paragraphs: write.paragraphs((hanCount / chapters) * MARKS_BESIDE_HAN),
  }));
  return { title: '长卷', parts };
}

/** The text as a person would type it. */
export function plainText({ title, parts }) {
  const lines = parts.flatMap(({ heading, paragraphs }) => [
    heading,
    ...paragraphs.map((text) => `\u3000\u3000${text}`),
    '',
  ]);
  return [title, '', ...lines].join('\n');
}

const HAN_NUMBERS = [...'一二三四五六七八九十'];
/** So many characters stand for each Han one: marks, digits, Latin. */
const MARKS_BESIDE_HAN = 1.2;

class Writer {
  #state;

  constructor(seed) {
    this.#state = Math.imul(seed, 2654435761) >>> 0;
  }

  /** Paragraphs of together about so many characters. */
  paragraphs(length) {
    const paragraphs = [];
    for (let left = length; left > 40; left -= paragraphs.at(-1).length) {
      paragraphs.push(this.#paragraph(Math.min(left, 60 + this.#below(260))));
    }
    return paragraphs;
  }

  heading() {
    return Array.from({ length: 2 + this.#below(3) }, () => this.#word()).join('');
  }

  #paragraph(length) {
    let text = '';
    while (text.length < length) text += this.#sentence();
    return text;
  }

  #sentence() {
    const clauses = Array.from({ length: 1 + this.#below(4) }, () => this.#clause());
    return clauses.join(this.#chance(0.1) ? '\uff1b' : '\uff0c') + this.#oneOf(SENTENCE_ENDS);
  }

  #clause() {
    if (!this.#chance(WORDY)) return this.#oneOf(CLAUSES);
    const words = Array.from({ length: 2 + this.#below(4) }, () => this.#piece());
    return words.join('');
  }

  #piece() {
    if (this.#chance(LATIN)) return this.#oneOf(LATIN_WORDS);
    if (this.#chance(DIGITS)) return `${1 + this.#below(2030)}${this.#oneOf(MEASURES)}`;
    if (!this.#chance(BRACKETED)) return this.#word();
    const [open, close] = this.#oneOf(PAIRS);
    return `${open}${this.#word()}${this.#word()}${close}`;
  }

  #word() {
    return this.#chance(LONE_HAN) ? HAN.draw(this.next()) : WORDS.draw(this.next());
  }

  /** From 0 to 1, by mulberry32. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  #oneOf(values) {
    return values[this.#below(values.length)];
  }

  #chance(share) {
    return this.next() < share;
  }

  #below(count) {
    return Math.floor(this.next() * count);
  }
}

/** Things of which the first is drawn most, by the law of Zipf as Mandelbrot mended it. */
class Ranked {
  #values;
  #mass = [];

  constructor(values, shift, exponent) {
    this.#values = values;
    let sum = 0;
    for (const rank of values.keys()) {
      sum += 1 / (rank + shift) ** exponent;
      this.#mass.push(sum);
    }
  }

  draw(share) {
    const mass = share * this.#mass.at(-1);
    let [low, high] = [0, this.#mass.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#mass[middle] < mass) low = middle + 1;
      else high = middle;
    }
    return this.#values[low];
  }
}

const SAMPLE_TEXT = SAMPLES.map((name) =>
  readFileSync(new URL(`../samples/${name}`, import.meta.url), 'utf8'),
).join('\n');

/** What stands between two marks of the samples. */
const CLAUSES = [...new Set(SAMPLE_TEXT.match(/(?<=[，,。])[\u4e00-\u9fff]{4,16}(?=[，,。])/g))];

const HAN = new Ranked(commonHan(), 12, 1.15);
const WORDS = new Ranked(makeWords(), 60, 1);

function makeWords() {
  const write = new Writer(11);
  return Array.from({ length: WORD_COUNT }, () => HAN.draw(write.next()) + HAN.draw(write.next()));
}

/** First those of the samples, the most frequent first, then the rest of the standard in its order, stirred. */
function commonHan() {
  const counts = new Map();
  for (const han of SAMPLE_TEXT.match(/[\u4e00-\u9fff]/g)) counts.set(han, (counts.get(han) ?? 0) + 1);
  const known = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([han]) => han);
  const standard = gb2312().slice(0, HAN_COUNT);
  // Their order is that of the pinyin; a step through it that is prime to their number mixes the sounds.
  const stirred = standard.map((_, index) => standard[(index * 1009) % standard.length]);
  return [...new Set([...known, ...stirred])].slice(0, HAN_COUNT);
}

/** The Han of the standard in the order of their codes: rows 16 to 87 of 94 cells. */
function gb2312() {
  const codes = Array.from({ length: 72 * 94 }, (_, index) => [
    0xb0 + Math.floor(index / 94),
    0xa1 + (index % 94),
  ]);
  return [...new TextDecoder('gb18030').decode(Uint8Array.from(codes.flat()))].filter((char) =>
    /\p{Script=Han}/u.test(char),
  );
}
