import { describe, expect, test } from 'vitest';
import type { FontMetrics, InlineItem, Line, TextLook } from '../../../src/composer/index.js';
import { gridMetrics } from '../grid-metrics.js';
import { compose, EM, LOOK, placedGlyphs, round } from '../set-on-grid.js';

const text = (words: string, more: Partial<TextLook> = {}): InlineItem => ({
  type: 'text',
  text: words,
  look: { ...LOOK, ...more },
});
const xs = (content: string | InlineItem[], perLine: number, changes = {}, line = 0): number[] => {
  const found = compose(content, perLine, changes).lines[line];
  return found ? placedGlyphs(found).map(({ x }) => x) : [];
};

describe('edges', () => {
  test('an opener stands flush at a line start: its glyph begins half a cell outside', () => {
    expect(xs('天地玄黄\uFF08宇宙\uFF09', 4, {}, 1)[0]).toBe(-0.5);
  });
  test('and at exactly two em after the indent', () => {
    expect(xs('\u201C天地\u201D', 10, { firstLineIndentPt: 2 * EM })).toEqual([1.5, 2.5, 3.5, 4.5]);
  });
  test('turn-over lines hang', () => {
    expect(xs('天地玄黄宇宙', 4, { hangingIndentPt: EM }, 1)[0]).toBe(1);
  });
  test.each([
    ['start', 0],
    ['center', 4],
    ['end', 8],
  ] as const)('%s', (align, x) => {
    expect(xs('天地', 10, { align })[0]).toBe(x);
  });
});

describe('justification', () => {
  test('a line of Han alone needs no stretch', () => {
    expect(xs('天地玄黄宇宙洪荒', 4)).toEqual([0, 1, 2, 3]);
  });
  test('Han–Latin gaps take first, both sides alike', () => {
    const [a, b] = [xs('天地Ab玄黄宇宙洪荒日月盈', 5.8), xs('天地Ab玄黄宇宙洪荒日月盈', 5.8).slice(2)];
    expect(a.slice(0, 2)).toEqual([0, 1]);
    expect(round((b[0] ?? 0) - 2)).toBe(round((b[2] ?? 0) - (b[1] ?? 0) - 0.5));
  });
  test('brackets are squeezed before commas', () => {
    const glyphs = xs('天\uFF0C地\uFF08玄\uFF09黄宇宙洪\uFF09荒日月盈', 9.5);
    expect(round((glyphs[2] ?? 0) - (glyphs[1] ?? 0))).toBeGreaterThanOrEqual(0.9);
  });
});

describe('what goes with a line', () => {
  test('a note mark clings to its word and gets no gap', () => {
    const look = { ...LOOK, sizePt: 6, raisePt: 4 };
    const items: InlineItem[] = [
      text('天地'),
      { type: 'noteMark', text: '[1]', noteId: 'a', look },
      text('玄黄'),
    ];
    const [line] = compose(items, 10).lines;
    expect(line?.noteIds).toEqual(['a']);
    expect(line?.runs.map(({ raisePt, xPt, text: own }) => [own, xPt, raisePt])).toEqual([
      ['天地', 0, 0],
      ['[1]', 2 * EM, 4],
      ['玄黄', 2 * EM + 9, 0],
    ]);
  });
  test('an underline leaves out the gaps at its ends', () => {
    const [line] = compose([text('天'), text('Ab', { underline: true }), text('地')], 10).lines;
    expect(line?.rules.map(({ xPt, widthPt }) => [xPt, widthPt])).toEqual([[12.5, 10]]);
  });
  test('a link over two looks is one rectangle, and one more on the next line', () => {
    const link = { kind: 'url', url: 'https://a.cn' } as const;
    const { lines } = compose(
      [text('天', { link }), text('地玄', { link, color: '#ff0000' }), text('黄')],
      2,
    );
    expect(lines.map((line) => line.links.map(({ xPt, widthPt }) => [xPt, widthPt]))).toEqual([
      [[0, 20]],
      [[0, 10]],
    ]);
  });
  test('dots stand within 0.02 em of the middle of each character, and a note has none', () => {
    const dotted = { dots: true } as const;
    const note: InlineItem = {
      type: 'noteMark',
      text: '[1]',
      noteId: 'n',
      look: { ...LOOK, ...dotted, sizePt: 6, raisePt: 4 },
    };
    const [line] = compose([text('着重\uFF0CAb\u3001号', dotted), note], 20).lines;
    const glyphs = placedGlyphs(line as Line).filter(({ char }) => !'\uFF0C、[1]'.includes(char));
    const widths = glyphs.map(({ char }) => (/[Ab]/.test(char) ? 0.5 : 1));
    const run = line?.runs.find((each) => each.artifact);
    let pen = run?.xPt ?? 0;
    const middles = (run?.advancesPt ?? []).map((advance) => {
      pen += advance;
      // The dot's ink is in the middle of its 0.3 em.
      return (pen - advance) / EM + 0.15;
    });
    expect(middles).toHaveLength(5);
    for (const [at, middle] of middles.entries()) {
      expect(Math.abs(middle - (glyphs[at]?.x ?? 0) - (widths[at] ?? 0) / 2)).toBeLessThan(0.02);
    }
  });
  test('emphasis dots stand under the middle of each Han, not under marks', () => {
    const [line] = compose([text('天\uFF0C地', { dots: true })], 10).lines;
    const dots = line?.runs.find((run) => run.artifact);
    expect(dots?.text).toBe('\u00B7\u00B7');
    expect(dots?.xPt).toBeCloseTo(5 - 1.5, 6);
    expect(dots?.advancesPt[0]).toBeCloseTo(20, 6);
    expect(dots?.raisePt).toBeLessThan(0);
  });
  test('an image stands like a character and lifts the line', () => {
    const [line] = compose(
      [text('天'), { type: 'box', widthPt: 15, heightPt: 30, imageId: 'i', alt: '' }, text('地')],
      10,
    ).lines;
    expect(line?.boxes).toEqual([{ xPt: 10, widthPt: 15, heightPt: 30, imageId: 'i', alt: '' }]);
    expect(line?.ascentPt).toBe(30);
  });
});

describe('bold', () => {
  const noBold = { ...gridMetrics(), isBold: () => false };
  const runsOf = (metrics: FontMetrics) =>
    compose([text('天地'), text('玄', { weight: 'bold' }), text('黄')], 10, {}, metrics).lines[0]?.runs ?? [];
  test('a face that has no bold is drawn thicker, on the same places', () => {
    expect(runsOf(noBold).map((run) => [run.text, round((run.strokePt ?? 0) / EM)])).toEqual([
      ['天地', 0],
      ['玄', 0.03],
      ['黄', 0],
    ]);
    expect(runsOf(noBold).map(({ xPt }) => xPt)).toEqual([0, 20, 30]);
  });
  test('a bold face is not', () => {
    expect(runsOf(gridMetrics()).some(({ strokePt }) => strokePt)).toBe(false);
  });
  test('plain and thickened text of one face are two runs', () => {
    const oneFace = { ...noBold, faceFor: () => 4 };
    expect(runsOf(oneFace)).toHaveLength(3);
  });
});

describe('ruby', () => {
  const ruby = (base: string, reading: string): InlineItem => ({ type: 'ruby', base, reading, look: LOOK });
  test('stands over the middle of its base', () => {
    const [line] = compose([text('天'), ruby('地玄', 'ab'), text('黄')], 10).lines;
    const reading = line?.runs.find((run) => run.artifact);
    expect(reading).toMatchObject({ text: 'ab', xPt: 17.5, sizePt: 5 });
  });
  test('wider than its base it reaches over the neighbours, then spaces the base', () => {
    const items = [text('天'), ruby('地', 'chuang'), text('黄')];
    expect(xs(items, 10)).toEqual([0, 1, 2]);
    expect(xs([text('天'), ruby('地', 'chuangchuang'), text('黄')], 10)).toEqual([0, 1.75, 3.5]);
  });
  test('two readings keep a quarter em apart', () => {
    const [line] = compose([ruby('天', 'tian'), ruby('地', 'dixx')], 10).lines;
    const [one, two] = line?.runs.filter((run) => run.artifact) ?? [];
    expect(round(((two?.xPt ?? 0) - (one?.xPt ?? 0)) / EM)).toBeGreaterThanOrEqual(1.25);
  });
  test('one in kana keeps off Han, whose reading it would seem to be, and reaches over kana', () => {
    const reading = 'こころ'; // 1.5 em over one
    expect(xs([text('漢'), ruby('志', reading), text('漢')], 10)).toEqual([0, 1.25, 2.5]);
    expect(xs([text('と'), ruby('志', reading), text('は')], 10)).toEqual([0, 1, 2]);
  });
  test('beside another reading only that side is spaced', () => {
    // 2 em over one: a quarter reaches over the neighbour, and a quarter em parts the readings.
    const items = [text('天'), ruby('地', 'abcdefgh'), ruby('玄', 'a'), text('黄')];
    expect(xs(items, 10)).toEqual([0, 1.25, 2.875, 3.875]);
  });
  test('at both ends of a line a reading keeps to the measure', () => {
    const items = [ruby('天', 'chuang'), text('地玄'), ruby('黄', 'chuang')];
    const [line] = compose(items, 4).lines;
    const [first, last] = line?.runs.filter((run) => run.artifact) ?? [];
    expect(first?.xPt).toBe(0);
    const width = (last?.advancesPt ?? []).reduce((sum, one) => sum + one, 0);
    expect(round((last?.xPt ?? 0) + width)).toBe(4 * EM);
  });
  test('is not parted from its reading, nor broken', () => {
    const { lines } = compose([text('天地玄'), ruby('黄宇', 'ab'), text('宙')], 4);
    expect(lines.map((line) => line.runs.some((run) => run.artifact))).toEqual([false, true]);
  });
});

describe('glyphs', () => {
  test('a quote of leaning code leans, also after Han that do not', () => {
    const code: TextLook = { ...LOOK, verbatim: true, leans: true };
    const items: InlineItem[] = [
      { type: 'text', text: '天', look: LOOK },
      { type: 'text', text: '地\u2019', look: code },
    ];
    const runs = compose(items, 10).lines[0]?.runs ?? [];
    expect(runs.map(({ text, leans }) => [text, leans ?? false])).toEqual([
      ['天地', false],
      ['\u2019', true],
    ]);
  });
  test('what no face has is named and keeps its cell and its text', () => {
    const { lines, missing } = compose('天地玄', 10, {}, gridMetrics({ missing: '地' }));
    expect(missing).toEqual([{ codePoint: 0x5730, at: 1 }]);
    expect(lines[0]?.runs.map((run) => [run.face, run.text])).toEqual([
      [0, '天'],
      [-1, '地'],
      [0, '玄'],
    ]);
  });
  test('an apostrophe in a Chinese face is cut down to its ink', () => {
    const glyphs = xs('don\u2019t', 10);
    expect(round((glyphs[4] ?? 0) - (glyphs[3] ?? 0))).toBeLessThan(0.5);
  });
  test('a middle dot has its ink in the middle of half an em', () => {
    expect(xs('天\u00B7地', 10)).toEqual([0, 1.1, 1.5]);
  });
  test('centred stops keep their cell in Taiwan', () => {
    const { lines } = compose(
      '天\uFF0C地',
      10,
      { region: 'zh-Hant-TW' },
      gridMetrics({ centredStops: true }),
    );
    expect(lines[0] && placedGlyphs(lines[0]).map(({ x }) => x)).toEqual([0, 1, 2]);
  });
  test('a space at a line end has no width', () => {
    const { lines } = compose('天地玄黄 Abcd', 4);
    expect(lines[0]?.widthPt).toBe(40);
    expect(lines[0]?.runs.at(-1)?.text).toBe('天地玄黄 ');
  });
});

test('a picture alone between two line breaks asks no face for a hyphen', () => {
  const grid = gridMetrics();
  const strict: FontMetrics = {
    ...grid,
    faceFor: (codePoint, family, weight) => {
      if (family === '') throw new RangeError('no family');
      return grid.faceFor(codePoint, family, weight);
    },
  };
  const box: InlineItem = { type: 'box', widthPt: 15, heightPt: 30, imageId: 'i', alt: '' };
  const { lines } = compose([box, { type: 'break' }, text('天')], 8, {}, strict);
  expect(lines.map(({ boxes }) => boxes.length)).toEqual([1, 0]);
});
