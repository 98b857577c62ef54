import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { InlineItem, Line, ParagraphSettings, TextLook } from '../../../src/composer/index.js';
import { breakLines, PASSES } from '../../../src/composer/paragraph/break-lines.js';
import { prepareStretch } from '../../../src/composer/paragraph/compose-paragraph.js';
import { gridMetrics } from '../grid-metrics.js';
import { compose, EM, gridSettings, LOOK, type PlacedGlyph, placedGlyphs } from '../set-on-grid.js';

/** Mixed text as it comes: sentences of Han, marks alone and in rows, words, numbers, addresses. */
const piece = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(...'天地玄黄宇宙洪荒日月盈昃辰宿列张') },
  { weight: 4, arbitrary: fc.constantFrom(...'\uFF0C。、\uFF1B\uFF1A\uFF1F\uFF01\uFF0F\uFF5E\u00B7') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('\u201C天地\u201D', '《玄黄》', '\uFF08宇宙\uFF09', '「洪」', '\u201C', '》'),
  },
  { weight: 1, arbitrary: fc.constantFrom('\u2014\u2014', '\u2026\u2026', '\u2014') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('word', 'typesetting', 'Vue', ' a ', 'internationalization', 'don\u2019t'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('3.14', '1,000', '50%', '\uFFE510', '2021年10月1日', '12:30', '37\u2103'),
  },
  { weight: 1, arbitrary: fc.constantFrom('https://example.com/a/b?c=d', 'a.b@example.com') },
);
const text = fc.array(piece, { minLength: 1, maxLength: 100 }).map((pieces) => pieces.join(''));
const measure = fc.integer({ min: 6, max: 40 });
const level = fc.constantFrom('basic', 'gb', 'strict');
const RUNS = { numRuns: 400 };

const lineEnds = (content: string | readonly InlineItem[], perLine: number): number[] =>
  compose(content, perLine).lines.map((line) => line.end);

const NO_START = /^[\uFF0C。、\uFF1B\uFF1A\uFF1F\uFF01\u201D」》\uFF09\uFF0F\uFF5E\u00B7\u2026%\u2103]/;
const NO_END = /[\u201C「《\uFF08\uFFE5]$/;

/** What speaks against a break, read off the text alone; the composer's own tables have no say. */
function faultOfBreak(before: string, after: string, hyphen: boolean, rule: string): string | undefined {
  const [left, right] = [before.trimEnd(), after.trimStart()];
  if (NO_START.test(right)) return 'start';
  if (NO_END.test(left)) return 'end';
  if (rule !== 'basic' && /\uFF0F$/.test(left)) return 'slash at an end';
  if (rule === 'strict' && right.startsWith('\u2014')) return 'dash at a start';
  if (/\u2014$/.test(left) && right.startsWith('\u2014')) return 'dash in two';
  const inAddress = /(?:https:|@|example|a\.b)\S*$/.test(before) || /^\S*(?:example\.com|@)/.test(after);
  if (inAddress || before !== left) return undefined;
  if (/\d$/.test(left) && /^[\d年月日]/.test(right) && !/月\d*$/.test(left)) return 'number in two';
  if (/\d[.,:]$/.test(left) && /^\d/.test(right)) return 'number in two';
  const word = `${/[\w.,%\u2019]*$/.exec(left)?.[0]}${/^[\w.,%\u2019]*/.exec(right)?.[0]}`;
  // a name that no hyphen may part, and no line of twelve letters may hold
  const isName = word.length > 12 && /[a-z]\d|\d[a-z]/.test(word);
  if (/[a-z\u2019]$/.test(left) && /^[a-z\u2019]/.test(right) && !hyphen && !isName) return 'word in two';
  return undefined;
}

test('every break is legal at its level, unless it is said to be none', () => {
  fc.assert(
    fc.property(text, measure, level, (source, perLine, prohibition) => {
      const { lines, emergencyBreaks } = compose(source, perLine, { prohibition });
      for (const [index, line] of lines.slice(0, -1).entries()) {
        if (emergencyBreaks.includes(line.end)) continue;
        const hyphen = line.runs.some((run) => run.artifact && run.text === '-');
        const fault = faultOfBreak(source.slice(0, line.end), source.slice(line.end), hyphen, prohibition);
        expect(fault, `line ${index} of ${source} at ${perLine}`).toBeUndefined();
      }
    }),
    RUNS,
  );
});

test('the first pass finds what the second would', () => {
  const metrics = gridMetrics();
  const align = fc.constantFrom('justify' as const, 'start' as const);
  fc.assert(
    fc.property(text, measure, level, align, fc.boolean(), (source, perLine, prohibition, way, balance) => {
      const settings = gridSettings(perLine, { prohibition, align: way, ...(balance && { balance }) });
      const prepared = prepareStretch([{ type: 'text', text: source, look: LOOK }], settings, metrics, true);
      if (!prepared) return;
      const { clusters, elasticity, options } = prepared;
      const quick = breakLines(clusters, elasticity, options);
      expect(quick).toEqual(breakLines(clusters, elasticity, options, PASSES.slice(1)));
    }),
    RUNS,
  );
});

test('where a text is cut into pieces is not seen', () => {
  const cuts = fc.array(fc.nat({ max: 300 }), { maxLength: 12 });
  fc.assert(
    fc.property(text, measure, cuts, (source, perLine, places) => {
      const pieces = cutAt(source, places).map(
        (part): InlineItem => ({ type: 'text', text: part, look: LOOK }),
      );
      expect(compose(pieces, perLine).lines).toEqual(compose(source, perLine).lines);
    }),
    RUNS,
  );
});

test('a colour, a link or a line below moves no break', () => {
  const looks: readonly TextLook[] = [
    { ...LOOK, color: '#aa0000' },
    { ...LOOK, strike: true },
    { ...LOOK, link: { kind: 'url', url: 'https://a.cn' } },
    LOOK,
  ];
  // A pair of dashes or dots in two colours is two marks.
  const whole = text.filter((source) => !/[\u2014\u2026]/.test(source));
  fc.assert(
    fc.property(
      whole,
      measure,
      fc.array(fc.nat({ max: 300 }), { maxLength: 12 }),
      (source, perLine, places) => {
        const pieces = cutAt(source, places).map(
          (part, index): InlineItem => ({ type: 'text', text: part, look: looks[index % 4] as TextLook }),
        );
        // Where nothing but a break against the rules is left, one is as bad as another.
        if (compose(source, perLine).emergencyBreaks.length > 0) return;
        expect(lineEnds(pieces, perLine)).toEqual(lineEnds(source, perLine));
      },
    ),
    RUNS,
  );
});

function cutAt(source: string, places: readonly number[]): string[] {
  const sorted = [...new Set(places.filter((at) => at > 0 && at < source.length))].sort((a, b) => a - b);
  return [0, ...sorted].map((from, index) => source.slice(from, sorted[index]));
}

/** What is added to the room between neighbours of one kind, for each such pair on a line. */
function gaps(glyphs: readonly PlacedGlyph[], left: RegExp, right: RegExp, width: number): number[] {
  return glyphs.slice(1).flatMap((glyph, index) => {
    const before = glyphs[index] as PlacedGlyph;
    return left.test(before.char) && right.test(glyph.char) ? [glyph.x - before.x - width] : [];
  });
}

const HAN = /\p{Script=Han}/u;
const COMMA = /[\uFF0C、\uFF1B\uFF1A]/;
const STOP = /[。\uFF1F\uFF01]/;
const LATIN = /[A-Za-z0-9]/;

test('gaps keep to their ranges, alike for all of a kind, and give in their order', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 12, max: 40 }), (source, perLine) => {
      for (const line of compose(source, perLine).lines) checkGaps(line);
    }),
    RUNS,
  );
});

function checkGaps(line: Line): void {
  const glyphs = placedGlyphs(line);
  const han = gaps(glyphs, HAN, HAN, 1);
  const comma = gaps(glyphs, COMMA, HAN, 0.5);
  const stop = gaps(glyphs, STOP, HAN, 0.5);
  const latin = [...gaps(glyphs, HAN, LATIN, 1), ...gaps(glyphs, LATIN, HAN, 0.5)];
  const opened = Math.max(0, ...han);
  for (const kind of [han, comma, stop, latin]) {
    if (kind.length > 0) expect(Math.max(...kind) - Math.min(...kind)).toBeLessThan(0.005);
  }
  for (const gap of han) expect(gap).toBeGreaterThan(-0.005);
  for (const gap of [...comma, ...stop]) {
    expect(gap).toBeGreaterThan(-0.005);
    if (han.length > 0) expect(gap).toBeLessThan(0.505 + opened);
  }
  for (const gap of latin) {
    expect(gap).toBeGreaterThan(0.12);
    if (han.length > 0 && opened < 0.1) expect(gap).toBeLessThan(0.505);
  }
  // Deep squeezes only where nothing is opened, and of stops only where no comma has anything left.
  if (han.length > 0 && opened > 0.005)
    for (const gap of [...comma, ...stop]) expect(gap).toBeGreaterThan(0.495);
  if (stop.some((gap) => gap < 0.395)) for (const gap of comma) expect(gap).toBeLessThan(0.005);
}

test('the last line holds two characters wherever a paragraph has them', () => {
  const prose = fc
    .array(fc.constantFrom(...'天地玄黄', '宇宙\uFF0C', '洪荒。'), { minLength: 2, maxLength: 60 })
    .map((chars) => `天地${chars.join('')}`);
  fc.assert(
    fc.property(prose, fc.integer({ min: 8, max: 40 }), (source, perLine) => {
      const { lines, text: own } = compose(source, perLine);
      const last = lines.at(-1);
      if (lines.length === 1 || !last) return;
      expect(own.slice(last.start).match(/\p{Script=Han}/gu)?.length ?? 0).toBeGreaterThan(1);
    }),
    RUNS,
  );
});

test('a paragraph ten times as long takes about ten times as long', () => {
  const sentence = '天地玄黄\uFF0C宇宙洪荒the quick brown fox日月盈昃\u201C辰宿\u201D列张3.14寒来暑往。';
  const clusters = (times: number): number => {
    const started = process.cpuUsage().user;
    compose(sentence.repeat(times), 25);
    return process.cpuUsage().user - started;
  };
  clusters(200);
  const [short, long] = [Math.min(clusters(200), clusters(200)), Math.min(clusters(2000), clusters(2000))];
  expect(long / Math.max(short, 1000)).toBeLessThan(30);
});

test.each<[string, Partial<ParagraphSettings>]>([
  ['at every level', { prohibition: 'strict' }],
  ['in Taiwan', { region: 'zh-Hant-TW' }],
  ['in Japan', { region: 'ja' }],
  ['with half marks', { punctuation: 'half' }],
])('lines are as wide as the measure %s', (_name, changes) => {
  const prose = fc.array(
    fc.constantFrom(...'天地玄黄宇宙洪荒', '\uFF0C', '。', '\u201C', '\u201D', 'word', '12'),
    {
      minLength: 1,
      maxLength: 120,
    },
  );
  fc.assert(
    fc.property(prose, fc.integer({ min: 12, max: 40 }), (pieces, perLine) => {
      const { lines, emergencyBreaks } = compose(pieces.join(''), perLine, changes);
      for (const line of lines.slice(0, -1)) {
        if (!emergencyBreaks.includes(line.end)) expect(line.widthPt).toBeCloseTo(perLine * EM, 6);
      }
    }),
    { numRuns: 150 },
  );
});
