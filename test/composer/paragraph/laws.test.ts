import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { InlineItem, Line, ParagraphSettings } from '../../../src/composer/index.js';
import { gridMetrics } from '../grid-metrics.js';
import { compose, EM, lineText, placedGlyphs } from '../set-on-grid.js';

const HAN = [...'天地玄黄宇宙洪荒一二三年月日'];
const MARKS = [...'\uFF0C。、\uFF1B\uFF1A\uFF1F\uFF01\u201C\u201D\u2018\u2019「」『』\uFF08\uFF09《》\u00B7'];
const ROWS = [
  '\u2014\u2014',
  '\u2026\u2026',
  '\u2014',
  '\u2026',
  '\uFF5E',
  '-',
  '/',
  '\uFF0F',
  '々',
  '\u2103',
  '%',
];
const LATIN = [
  'a',
  'word',
  'typesetting',
  'don\u2019t',
  '3.14',
  '1,000',
  '12:30',
  'H2O',
  '$5',
  '10%',
  ' ',
  '  ',
  'GB/T',
];
const ODD = [
  '\u3000',
  '\u00A0',
  '\u200B',
  '\u2060',
  '\u00AD',
  '\uFE0F',
  '\u0301',
  '\u{20000}',
  '\u{1F600}',
  'https://a.cn/b?c=d',
];

const piece = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...HAN) },
  { weight: 4, arbitrary: fc.constantFrom(...MARKS) },
  { weight: 2, arbitrary: fc.constantFrom(...ROWS) },
  { weight: 3, arbitrary: fc.constantFrom(...LATIN) },
  { weight: 1, arbitrary: fc.constantFrom(...ODD) },
);
const text = fc.array(piece, { minLength: 1, maxLength: 120 }).map((pieces) => pieces.join(''));
const measure = fc.integer({ min: 1, max: 40 });
const settings: fc.Arbitrary<Partial<ParagraphSettings>> = fc.record({
  align: fc.constantFrom('justify', 'start', 'center', 'end'),
  prohibition: fc.constantFrom('none', 'basic', 'gb', 'strict'),
  punctuation: fc.constantFrom('full', 'half', 'kaiming', 'plain'),
  region: fc.constantFrom('zh-Hans', 'zh-Hant-TW', 'zh-Hant-HK', 'ja'),
  firstLineIndentPt: fc.constantFrom(0, 2 * EM),
  hyphenate: fc.boolean(),
});
const RUNS = { numRuns: 300 };

test('what was set before is not seen', () => {
  const used = gridMetrics();
  fc.assert(
    fc.property(text, measure, settings, fc.boolean(), (source, perLine, changes, vertical) => {
      const here = { ...changes, vertical };
      expect(compose(source, perLine, here, used)).toEqual(compose(source, perLine, here, gridMetrics()));
    }),
    RUNS,
  );
});

test('lines join back to the text, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.oneof(text, fc.string({ unit: 'binary', minLength: 1 })),
      measure,
      settings,
      (source, perLine, changes) => {
        const { lines, text: own } = compose(source, perLine, changes);
        expect(own).toBe(source);
        expect(
          lines
            .map((line) =>
              line.runs
                .filter((run) => !run.artifact)
                .map((run) => run.text)
                .join(''),
            )
            .join(''),
        ).toBe(source);
        expect(lines.map((line) => own.slice(line.start, line.end)).join('')).toBe(source);
      },
    ),
    RUNS,
  );
});

test('pieces of different looks join back to the text', () => {
  const look = fc.record({
    family: fc.constantFrom('song', 'hei', 'mono'),
    weight: fc.constantFrom('regular', 'bold'),
    sizePt: fc.constantFrom(8, EM, 14),
    color: fc.constant('#000000'),
  });
  const item: fc.Arbitrary<InlineItem> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ type: fc.constant('text'), text, look }) },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('ruby'),
        base: fc.constantFrom('天', '天地'),
        reading: fc.constant('tiandi'),
        look,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('noteMark'),
        text: fc.constant('[1]'),
        noteId: fc.constant('n'),
        look,
      }),
    },
    { weight: 1, arbitrary: fc.constant({ type: 'break' } as const) },
    {
      weight: 1,
      arbitrary: fc.constant({ type: 'box', widthPt: 12, heightPt: 9, imageId: 'i', alt: '' } as const),
    },
  );
  fc.assert(
    fc.property(fc.array(item, { maxLength: 8 }), measure, (items, perLine) => {
      const { lines, text: own } = compose(items, perLine);
      expect(
        lines
          .map((line) =>
            line.runs
              .filter((run) => !run.artifact)
              .map((run) => run.text)
              .join(''),
          )
          .join(''),
      ).toBe(own);
    }),
    RUNS,
  );
});

test('no line leaves the measure unless it is one cluster', () => {
  fc.assert(
    fc.property(text, measure, settings, (source, perLine, changes) => {
      for (const line of compose(source, perLine, changes).lines) {
        if (line.widthPt > perLine * EM + 1e-6) expect(inkGlyphs(line).length).toBeLessThanOrEqual(2);
      }
    }),
    RUNS,
  );
});

test('every line of a justified paragraph but the last is as wide as the measure', () => {
  const prose = fc.array(fc.constantFrom(...HAN, ...MARKS.slice(0, 7), 'word', '12'), {
    minLength: 1,
    maxLength: 150,
  });
  fc.assert(
    fc.property(prose, fc.integer({ min: 12, max: 40 }), (pieces, perLine) => {
      const { lines } = compose(pieces.join(''), perLine);
      for (const line of lines.slice(0, -1)) expect(line.widthPt).toBeCloseTo(perLine * EM, 6);
    }),
    RUNS,
  );
});

test('no line starts or ends against the rules where a rule-abiding way exists', () => {
  const NO_START = '\uFF0C。、\uFF1B\uFF1A\uFF1F\uFF01\u201D\u2019」』\uFF09》\u00B7\uFF5E々%';
  const NO_END = '\u201C\u2018「『\uFF08《';
  fc.assert(
    fc.property(text, measure, (source, perLine) => {
      const { lines, emergencyBreaks } = compose(source, perLine);
      for (const [index, line] of lines.entries()) {
        if (index === 0 || emergencyBreaks.includes(line.start)) continue;
        expect(NO_START).not.toContain(lineText(line).trimStart()[0] ?? '天');
        expect(NO_END).not.toContain(
          lineText(lines[index - 1] as Line)
            .trimEnd()
            .at(-1) ?? '天',
        );
      }
    }),
    RUNS,
  );
});

test('glyphs stand in order and never on top of each other', () => {
  const prose = fc.array(fc.constantFrom(...HAN, ...MARKS, 'word', '12', ' '), {
    minLength: 1,
    maxLength: 100,
  });
  fc.assert(
    fc.property(prose, measure, (pieces, perLine) => {
      for (const line of compose(pieces.join(''), perLine).lines) {
        const glyphs = placedGlyphs(line);
        for (const [index, glyph] of glyphs.entries()) {
          // Two marks may share a cell: an opener's origin lies half a cell before its ink.
          if (index > 0) expect(glyph.x - (glyphs[index - 1]?.x ?? 0)).toBeGreaterThan(-0.501);
        }
      }
    }),
    RUNS,
  );
});

test('breaking depends on nothing but the text: twice the same', () => {
  fc.assert(
    fc.property(text, measure, settings, (source, perLine, changes) => {
      expect(compose(source, perLine, changes)).toEqual(compose(source, perLine, changes));
    }),
    { numRuns: 50 },
  );
});

function inkGlyphs(line: Line): string[] {
  return placedGlyphs(line)
    .map((glyph) => glyph.char)
    .filter((char) => char.trim() !== '');
}
