import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GlyphRun, InlineItem, Line, ParagraphSettings } from '../../../src/composer/index.js';
import { compose, EM, LOOK, lineText, placedGlyphs, round } from '../set-on-grid.js';

const text = (words: string): InlineItem => ({ type: 'text', text: words, look: LOOK });
const remark = (words: string): InlineItem => ({
  type: 'text',
  text: words,
  look: { ...LOOK, sizePt: EM / 2, rows: { sizePt: EM } },
});
const isSmall = (run: GlyphRun): boolean => run.sizePt === EM / 2;

/** A line as it stands: remarks as upper/lower. */
function shown(line: Line): string {
  const middle = 0.2 * EM;
  let last = '';
  const parts = line.runs.map((run) => {
    const row = !isSmall(run) ? 'line' : run.raisePt > middle ? 'upper' : 'lower';
    const before = row === last ? '' : row === 'upper' ? '‹' : row === 'lower' ? '/' : last === '' ? '' : '›';
    last = row;
    return before + run.text;
  });
  return parts.join('') + (last === 'line' || last === '' ? '' : '›');
}
const set = (items: InlineItem[], perLine: number, changes: Partial<ParagraphSettings> = {}): string[] =>
  compose(items, perLine, changes).lines.map(shown);

const OPEN = '\uFF08';
const CLOSE = '\uFF09';

describe('割注', () => {
  test('two rows of half size inside the brackets of the line', () => {
    expect(set([text(`天${OPEN}`), remark('小字双行'), text(`${CLOSE}地`)], 20)).toEqual([
      `天${OPEN}‹小字/双行›${CLOSE}地`,
    ]);
  });

  test('both rows are as long as can be, an odd character stands above', () => {
    expect(set([remark('小字双行注')], 20)).toEqual(['‹小字双/行注›']);
    expect(compose([remark('小字双行注')], 20).lines[0]?.widthPt).toBe(1.5 * EM);
  });

  test('the em boxes of both rows fill that of the line, without a gap', () => {
    const [upper, lower] = compose([remark('小字')], 20).lines[0]?.runs ?? [];
    // -0.12 to 0.88 em of each.
    expect(round((upper?.raisePt ?? 0) + 0.88 * (EM / 2))).toBe(0.88 * EM);
    expect(round((upper?.raisePt ?? 0) - 0.12 * (EM / 2))).toBe(0.38 * EM);
    expect(round((lower?.raisePt ?? 0) + 0.88 * (EM / 2))).toBe(0.38 * EM);
    expect(round(compose([remark('小字')], 20).lines[0]?.ascentPt ?? 0)).toBe(0.88 * EM);
  });

  test('goes on line by line: each line holds two rows of its own', () => {
    const items = [text('天地'), remark('甲乙丙丁戊己庚辛壬癸'), text('玄')];
    expect(set(items, 3)).toEqual(['天地‹甲乙/丙丁›', '‹戊己庚/辛壬癸›玄']);
  });

  test('no row begins with a mark that begins no line, nor ends with an opener', () => {
    expect(set([remark('甲乙丙\uFF0C丁戊')], 20)).toEqual(['‹甲乙丙\uFF0C/丁戊›']);
    expect(set([remark('甲乙丙《丁戊》')], 20)).toEqual(['‹甲乙丙/《丁戊》›']);
  });

  test('a word is not cut, and neither row leaves its half', () => {
    const [line] = compose([text('见'), remark('甲Shakespeare乙丙丁戊'), text('文')], 20).lines;
    expect(shown(line as Line)).toBe('见‹甲Shakespeare/乙丙丁戊›文');
    expect(placedGlyphs(line as Line).at(-1)?.x).toBeGreaterThanOrEqual(1 + 0.5 + 0.125 + 11 * 0.25);
  });

  test('the rest of the line goes on where the longer row ends', () => {
    const xs = placedGlyphs(compose([text('天'), remark('小字双'), text('地')], 20).lines[0] as Line);
    expect(xs.map(({ char, x }) => [char, x])).toEqual([
      ['天', 0],
      ['小', 1],
      ['字', 1.5],
      ['双', 1],
      ['地', 2],
    ]);
  });

  test('looks inside change no row', () => {
    const rows = { sizePt: EM };
    const look = { ...LOOK, sizePt: EM / 2, rows };
    const items: InlineItem[] = [
      { type: 'text', text: '小字', look },
      { type: 'text', text: '双行', look: { ...look, weight: 'bold' } },
    ];
    expect(set(items, 20)).toEqual(['‹小字/双行›']);
  });

  test('in a column the first row stands at the right', () => {
    expect(set([text('天'), remark('小字双行')], 20, { vertical: true })).toEqual(['天‹小字/双行›']);
  });
});

const PIECES = ['天', '地', '玄', '\uFF0C', '。', '《', '》', 'word', '12', ' ', '\u200B', '——'];
const words = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 40 })
  .map((all) => all.join(''));
const content = fc
  .array(fc.tuple(fc.boolean(), words), { minLength: 1, maxLength: 5 })
  .map((all) => all.map(([isRemark, each]) => (isRemark ? remark(each) : text(each))));

test('lines join back to the text, rows and all', () => {
  fc.assert(
    fc.property(content, fc.integer({ min: 3, max: 20 }), fc.boolean(), (items, perLine, vertical) => {
      const { lines, text: own } = compose(items, perLine, { vertical, hyphenate: false });
      expect(lines.map(lineText).join('')).toBe(own);
    }),
    { numRuns: 300 },
  );
});

test('a line of prose with remarks is as wide as the measure, and no row sticks out of it', () => {
  const prose = fc.array(fc.constantFrom('天', '地', '玄', '黄', '\uFF0C'), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), prose), { maxLength: 5 }), (all) => {
      const items = all.map(([isRemark, each]) => (isRemark ? remark : text)(`字${each.join('')}字`));
      const { lines } = compose(items, 15);
      for (const [index, line] of lines.entries()) {
        if (index < lines.length - 1) expect(line.widthPt).toBeCloseTo(15 * EM, 6);
        for (const { x, char } of placedGlyphs(line)) {
          if (char !== '\uFF0C') expect(x).toBeLessThanOrEqual(14.5 + 1e-6);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('a long remark without a place to cut, and many short ones, cost no more than their length', () => {
  const begun = performance.now();
  compose([remark('》'.repeat(20_000))], 30);
  compose(
    Array.from({ length: 10_000 }, () => remark('小字')),
    30,
  );
  expect(performance.now() - begun).toBeLessThan(4000);
});
