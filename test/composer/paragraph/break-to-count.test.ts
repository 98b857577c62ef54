import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refitParagraph } from '../../../src/composer/paragraph/compose-paragraph.js';
import '../../fixed-seed.js';
import { gridMetrics } from '../grid-metrics.js';
import { compose, EM, gridSettings, LOOK, lineText, setOnGrid } from '../set-on-grid.js';

const METRICS = gridMetrics();

const INDENT = { firstLineIndentPt: 2 * EM };

function setInLines(text: string, perLine: number, count: number): string[] | undefined {
  const items = [{ type: 'text', text, look: LOOK } as const];
  return refitParagraph(items, gridSettings(perLine, INDENT), METRICS, count)?.map(lineText);
}

describe('a line less', () => {
  const text = '天地\uFF0C玄黄\uFF0C宇宙\uFF0C洪荒\uFF0C日月\uFF0C盈昃\uFF0C辰宿\uFF0C列张\uFF0C寒来';
  test('commas give their blanks', () => {
    expect(setOnGrid(text, 12, INDENT)).toEqual([
      '天地\uFF0C玄黄\uFF0C宇宙\uFF0C洪',
      '荒\uFF0C日月\uFF0C盈昃\uFF0C辰宿\uFF0C列',
      '张\uFF0C寒来',
    ]);
    expect(setInLines(text, 12, 2)).toEqual([
      '天地\uFF0C玄黄\uFF0C宇宙\uFF0C洪荒\uFF0C',
      '日月\uFF0C盈昃\uFF0C辰宿\uFF0C列张\uFF0C寒来',
    ]);
  });
  test('full stops keep theirs', () => {
    expect(setInLines(text.replaceAll('\uFF0C', '。'), 12, 2)).toBeUndefined();
  });
  test('there is none where nothing gives', () => {
    expect(setInLines('天地玄黄宇宙洪荒日月盈昃辰宿', 12, 1)).toBeUndefined();
  });
});

describe('a line more', () => {
  const text = 'a天b地c玄d黄e宇f宙g洪h荒i日j月k盈';
  test('gaps between Han and Latin open', () => {
    expect(setOnGrid(text, 12, INDENT)).toEqual(['a天b地c玄d黄e宇', 'f宙g洪h荒i日j月k盈']);
    expect(setInLines(text, 12, 3)).toEqual(['a天b地c玄d黄e', '宇f宙g洪h荒i日j月', 'k盈']);
  });
  test('there is none where Han would have to stand apart', () => {
    expect(setInLines('天地玄黄宇宙洪荒日月盈昃辰宿列张', 12, 3)).toBeUndefined();
  });
});

const pieces = fc.constantFrom('天地', '玄', '黄宇宙', '\uFF0C', '。', 'abc', ' ', '12', '\u201C洪荒\u201D');

test('whatever the count: all of the text, in so many lines, none over its measure or loose', () => {
  fc.assert(
    fc.property(
      fc.array(pieces, { minLength: 12, maxLength: 60 }),
      fc.integer({ min: -1, max: 1 }),
      (parts, more) => {
        const text = parts.join('').trim();
        const own = compose(text, 14);
        const lines = refitParagraph(
          [{ type: 'text', text, look: LOOK }],
          gridSettings(14),
          METRICS,
          own.lines.length + more,
        );
        if (!lines) return;
        expect(lines).toHaveLength(own.lines.length + more);
        const bare = (line: (typeof lines)[number]): string => lineText(line).replace(/ /gu, '');
        expect(lines.map(bare).join('')).toBe(own.lines.map(bare).join(''));
        for (const line of lines.slice(0, -1)) expect(line.widthPt).toBeCloseTo(14 * EM, 3);
        expect(lines.at(-1)?.widthPt).toBeLessThanOrEqual(14 * EM + 1e-6);
      },
    ),
  );
});
