import { describe, expect, test } from 'vitest';
import type { InlineItem, LineRule, NameLine, TextLook } from '../../../src/composer/index.js';
import { compose, EM, LOOK, lineText, round } from '../set-on-grid.js';

const straight = (): NameLine => ({ sizePt: EM, color: '#000000', raisePt: 0 });
const wavy = (): NameLine => ({ ...straight(), wavy: true });
const text = (words: string, look: Partial<TextLook> = {}): InlineItem => ({
  type: 'text',
  text: words,
  look: { ...LOOK, ...look },
});

/** From where to where the lines of names go, in em. */
const spans = (rules: readonly LineRule[] = []): [number, number][] =>
  rules.map(({ xPt, widthPt }) => [round(xPt / EM), round((xPt + widthPt) / EM)]);

describe('专名号 and 书名号', () => {
  test('a line under the cells of the name and nothing else', () => {
    const [line] = compose([text('汉'), text('班固', { nameLine: straight() }), text('著')], 10).lines;
    expect(spans(line?.rules)).toEqual([[1, 3]]);
    expect(line?.rules[0]?.yPt).toBeLessThan(-0.12 * EM);
    expect(line?.rules[0]?.wave).toBeUndefined();
  });

  test('two names that touch have two lines with a gap between', () => {
    const items = [text('陈寿', { nameLine: straight() }), text('范晔', { nameLine: straight() })];
    const [first, second] = spans(compose(items, 10).lines[0]?.rules);
    expect([first?.[0], second?.[1]]).toEqual([0, 4]);
    expect((second?.[0] ?? 0) - (first?.[1] ?? 0)).toBeGreaterThanOrEqual(0.1);
  });

  test('one path for a name, whatever stands in it', () => {
    const nameLine = straight();
    const items = [text('司马', { nameLine, weight: 'bold' }), text('相如', { nameLine, dots: true })];
    expect(spans(compose(items, 10).lines[0]?.rules)).toEqual([[0, 4]]);
  });

  test('a name that turns over has one line on each line', () => {
    const { lines } = compose([text('天地玄'), text('司马相如', { nameLine: straight() }), text('黄')], 5);
    expect(lines.map(lineText)).toEqual(['天地玄司马', '相如黄']);
    expect(lines.map(({ rules }) => spans(rules))).toEqual([[[3, 5]], [[0, 2]]]);
  });

  test('the gap beside Latin is left out, that inside the name is not', () => {
    const [line] = compose([text('见'), text('X君', { nameLine: straight() }), text('A')], 10).lines;
    expect(spans(line?.rules)).toEqual([[1.25, 3]]);
  });

  test('the line is as long as a loose line sets the name', () => {
    const items = [text('天地玄'), text('司马', { nameLine: straight() }), text('相如如如AAAAAAAA')];
    const [line] = compose(items, 9.5, { hyphenate: false }).lines;
    const [span] = spans(line?.rules);
    expect((span?.[1] ?? 0) - (span?.[0] ?? 0)).toBeGreaterThan(2);
  });

  test('a wave is a whole number of half waves', () => {
    const rule = compose([text('史记', { nameLine: wavy() })], 10).lines[0]?.rules[0];
    expect(Number.isInteger(round((2 * (rule?.widthPt ?? 0)) / (rule?.wave?.lengthPt ?? 1)))).toBe(true);
  });

  test('dots stand outside the line', () => {
    const items = [text('司马', { nameLine: straight(), dots: true })];
    const [line] = compose(items, 10).lines;
    // U+00B7 stands 0.38 em above its base line.
    const dots = (line?.runs.find((run) => run.artifact)?.raisePt ?? 0) + 0.38 * EM;
    expect(dots).toBeLessThan((line?.rules[0]?.yPt ?? 0) - 0.1 * EM);
  });

  test('the text is as it was', () => {
    expect(lineText(compose([text('史记', { nameLine: wavy() })], 10).lines[0] as never)).toBe('史记');
  });
});
