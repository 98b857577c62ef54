import { expect, test } from 'vitest';
import { openFonts } from '../../src/fonts/index.js';
import { makeStyleSheet } from '../../src/style/index.js';

const WORDS = [
  ...[
    'office',
    'waffle',
    'fjord',
    'AVATAR',
    'Typography',
    'WYSIWYG',
    'To',
    'P.S.',
    'L’Oréal',
    'don’t',
    'naïve',
  ],
  ...['2021-10-01', '3.14', '1,000', '50%', 'https://example.com/a?b=c', 'ΑΒΓ', 'Привет', 'e\u0301', 'x²'],
];

test.each([
  ['song', 'regular'],
  ['song', 'bold'],
  ['hei', 'regular'],
  ['mono', 'regular'],
] as const)('%s %s is shaped as fontkit shapes it', async (family, weight) => {
  const fonts = await openFonts(makeStyleSheet());
  const number = fonts.faceFor(0x41, family, weight);
  const face = fonts.faces[number];
  for (const word of WORDS) {
    const { glyphs, advancesEm } = fonts.shapeWord(number, word);
    const run = face?.fontkit.layout(word);
    expect([word, ...glyphs]).toEqual([word, ...(run?.glyphs.map(({ id }) => id) ?? [])]);
    // Combining marks take their place from the glyph itself.
    const expected = run?.positions.map(({ xAdvance }) => xAdvance / (face?.unitsPerEm ?? 1)) ?? [];
    for (const [index, advance] of expected.entries()) expect(advancesEm[index]).toBeCloseTo(advance, 5);
  }
});

test('a word of another script keeps its clusters', async () => {
  const fonts = await openFonts(makeStyleSheet());
  const face = fonts.faceFor(0x6c38, 'song', 'regular');
  expect(fonts.shapeWord(face, 'a永\u{20000}').starts).toEqual([0, 1, 2]);
});
