import { describe, expect, test } from 'vitest';
import { compose, EM, LOOK, setOnGrid } from '../set-on-grid.js';

describe('what may not start or end a line', () => {
  test('a full stop never starts a line', () => {
    expect(setOnGrid('天地玄黄。宇宙洪荒。', 4)).toEqual(['天地玄', '黄。宇宙', '洪荒。']);
  });
  test('a mark at the end of a line takes half an em', () => {
    expect(setOnGrid('天地玄黄\uFF0C宇宙洪荒', 4.5)).toEqual(['天地玄黄\uFF0C', '宇宙洪荒']);
  });
  test.each(['\uFF08', '《', '\u201C', '「'])('%s never ends a line', (opener) => {
    expect(setOnGrid(`天地玄${opener}黄宇宙洪`, 4)[0]).toBe('天地玄');
  });
  test.each([...'\uFF0C、\uFF1B\uFF1A。\uFF1F\uFF01\u201D』\uFF09》\uFF5E\u00B7々\u2103'])(
    '%s never starts a line',
    (mark) => {
      expect(setOnGrid(`天地玄黄${mark}宇宙洪荒`, 4)[1]).not.toMatch(new RegExp(`^${mark}`));
    },
  );
  test('between a closing and an opening mark a line may end', () => {
    expect(setOnGrid('天地玄\uFF09\uFF08黄宇宙', 4)).toEqual(['天地玄\uFF09', '\uFF08黄宇宙']);
  });
});

describe('levels', () => {
  const slash = '天地玄\uFF0F黄宇宙洪荒日月';
  test.each([
    ['none', ['天地玄', '\uFF0F黄宇', '宙洪荒', '日月']],
    ['basic', ['天地玄\uFF0F', '黄宇宙洪', '荒日月']],
  ] as const)('%s', (prohibition, lines) => {
    const perLine = prohibition === 'none' ? 3 : 4;
    expect(setOnGrid(slash, perLine, { prohibition, align: 'start' })).toEqual(lines);
  });
  test('gb keeps a slash from the end of a line', () => {
    expect(setOnGrid(slash, 4, { prohibition: 'gb', align: 'start' })[0]).toBe('天地');
  });
  test('only strict keeps a dash from the start of a line', () => {
    const text = '天地玄黄\u2014\u2014宇宙';
    expect(setOnGrid(text, 4, { prohibition: 'gb' })).toEqual(['天地玄黄', '\u2014\u2014宇宙']);
    expect(setOnGrid(text, 4, { prohibition: 'strict' })[1]).toMatch(/^黄\u2014/);
  });
  test('Japanese at the strict level keeps small kana from the start of a line', () => {
    const text = '天地玄黄ょ宇宙';
    expect(setOnGrid(text, 4, { region: 'ja', prohibition: 'strict', align: 'start' })[0]).toBe('天地玄');
    expect(setOnGrid(text, 4, { region: 'zh-Hans', prohibition: 'strict', align: 'start' })[0]).toBe(
      '天地玄黄',
    );
  });
});

describe('what stays whole', () => {
  test.each([
    '1,000,000',
    '3.1415926',
    '12:30:45',
    '50%',
    '$100.5',
    '37.5\u2103',
    '10 km',
    '2021年',
    '\u2014\u2014',
    '\u2026\u2026',
    'don\u2019t',
  ])('%s', (whole) => {
    for (let perLine = 8; perLine <= 14; perLine++) {
      const lines = setOnGrid(`天地玄黄宇宙${whole}洪荒日月盈昃`, perLine);
      expect(lines.filter((line) => line.includes(whole))).toHaveLength(1);
    }
  });
  test('a date, where the line stays even without it', () => {
    const before = '天地玄黄\uFF0C宇宙洪荒\uFF0C日月盈昃\uFF0C辰宿列张\uFF0C';
    for (let length = 10; length <= 20; length++) {
      const text = `${before.slice(0, length)}2021年10月1日${before}${before}`;
      expect(setOnGrid(text, 26).join('\n')).toContain('2021年10月1日');
    }
  });
});

describe('the paragraph as a whole', () => {
  test('the last line is never a single character', () => {
    for (let length = 13; length <= 36; length++) {
      const lines = setOnGrid(`${'天地玄黄\uFF0C宇宙洪荒\uFF0C'.repeat(4).slice(0, length)}终。`, 12);
      if (lines.length > 1) expect(lines.at(-1)?.replace(/[\uFF0C。]/g, '').length).toBeGreaterThan(1);
    }
  });
  test('a long word is hyphenated rather than leave gaps', () => {
    expect(setOnGrid('天地玄黄宇宙洪荒typography宇宙洪荒日月', 12)[0]).toBe('天地玄黄宇宙洪荒typog-');
  });
  test('words in capitals only where the gaps would be seen, words of headings never', () => {
    expect(setOnGrid('天地玄黄TYPOGRAPHY宇宙洪荒日月盈昃', 12)[0]).toBe('天地玄黄TYPOGRAPHY宇宙');
    expect(setOnGrid('天地玄黄宇宙洪荒TYPOGRAPHY宇宙洪荒日月', 12)[0]).toBe('天地玄黄宇宙洪荒TYPOG-');
    expect(setOnGrid('天地玄黄宇宙洪荒typography宇宙洪荒', 12, { hyphenate: false })[0]).toBe(
      '天地玄黄宇宙洪荒',
    );
  });
  test('an address breaks after its marks, without a hyphen', () => {
    const lines = setOnGrid('详见https://www.example.com/a/path/to/page.html这一页。', 14);
    expect(lines.join('')).not.toContain('-');
    expect(lines[0]).toMatch(/[/.]$/);
  });
  test('a title of two verses is parted between them', () => {
    const title = '楔子\u3000张天师祈禳瘟疫\u3000洪太尉误走妖魔';
    expect(setOnGrid(title, 14, { align: 'center', balance: true })).toMatchInlineSnapshot(`
      [
        "楔子　张天师祈禳瘟疫　",
        "洪太尉误走妖魔",
      ]
    `);
  });

  test('balanced lines are about equally long', () => {
    expect(setOnGrid('天地玄黄宇宙洪荒日月盈昃', 10, { align: 'center', balance: true })).toEqual([
      '天地玄黄宇宙',
      '洪荒日月盈昃',
    ]);
  });
  test('a heading is broken by its sense: not inside a word or quotation', () => {
    const heading =
      '用好底线思维\uFF0C既要高度警惕\u201C黑天鹅\u201D事件\uFF0C也要防范\u201C灰犀牛\u201D事件';
    expect(setOnGrid(heading, 28, { align: 'start', balance: true })).toEqual([
      '用好底线思维\uFF0C既要高度警惕\u201C黑天鹅\u201D事件\uFF0C',
      '也要防范\u201C灰犀牛\u201D事件',
    ]);
  });
  test('a word that no line can hold is cut, and that is said', () => {
    const { lines, emergencyBreaks } = compose('12345678901234567890123456', 4);
    expect(lines).toHaveLength(4);
    expect(emergencyBreaks).toHaveLength(3);
  });
  test('an obligatory break ends a line; two leave an empty one', () => {
    const text = (words: string) => ({ type: 'text', text: words, look: LOOK }) as const;
    const br = { type: 'break' } as const;
    expect(setOnGrid([text('天地'), br, br, text('玄黄')], 10)).toEqual(['天地', '', '玄黄']);
  });
  test('no items give no lines', () => {
    expect(compose([], 10).lines).toEqual([]);
  });
});

test('with hanging marks a comma stands outside the measure', () => {
  const [line] = compose('天地玄黄\uFF0C宇宙洪荒\uFF0C日月', 4, { hanging: true }).lines;
  expect(line?.widthPt).toBeCloseTo(4.5 * EM, 6);
});
