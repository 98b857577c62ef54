import { beforeAll, expect, test } from 'vitest';
import type { LineRule } from '../../../src/composer/index.js';
import { type DocumentFonts, openFonts } from '../../../src/fonts/index.js';
import { writePdf } from '../../../src/renderers/pdf/write-pdf.js';
import { makeStyleSheet } from '../../../src/style/index.js';
import { at, layoutOf, lineOf, pageOf, runOf } from './hand-made.js';
import { contents, readPdf } from './read-pdf.js';

let fonts: DocumentFonts;

beforeAll(async () => {
  fonts = await openFonts(makeStyleSheet());
});

const METADATA = { title: '题', authors: [], language: 'zh-Hans' };

async function operators(line: Parameters<typeof at>[0], turned = false): Promise<string> {
  const item = { ...at(line, 60), ...(turned && { turned: true as const }) };
  const { bytes } = await writePdf({
    layout: layoutOf([pageOf([item])]),
    fonts,
    images: {},
    metadata: METADATA,
  });
  return contents(readPdf(bytes)).join('\n');
}

const WAVE: LineRule = {
  xPt: 0,
  yPt: -3.25,
  widthPt: 8,
  thicknessPt: 0.5,
  color: '#102030',
  wave: { lengthPt: 4, heightPt: 0.6 },
};

test('a wavy line is one stroked path, half a wave a curve, from and to its middle', async () => {
  const painted = await operators(lineOf([runOf(fonts, '史记')], { rules: [WAVE] }));
  const path = /q (.*?) RG 0.5 w 1 J 1 j\n72 237 m\n((?:.* c\n)+)S Q/.exec(painted);
  expect(path?.[1]).toBe('0.063 0.125 0.188');
  const curves = path?.[2]?.trim().split('\n') ?? [];
  // 240 from the bottom, 3 below the base line; two points a half wave, up and down by 4/3 of its height.
  expect(curves).toEqual([
    '72.728 237.8 73.272 237.8 74 237 c',
    '74.728 236.2 75.272 236.2 76 237 c',
    '76.728 237.8 77.272 237.8 78 237 c',
    '78.728 236.2 79.272 236.2 80 237 c',
  ]);
});

test('beside a column it runs down at the left', async () => {
  const painted = await operators(lineOf([runOf(fonts, '史记')], { rules: [WAVE] }), true);
  expect(painted).toContain('\n69 240 m\n69.8 239.272 69.8 238.728 69 238 c\n');
});

test('bold of a face without bold is filled and stroked in its colour, and what follows is not', async () => {
  const bold = runOf(fonts, '重点', { family: 'kai', strokePt: 0.36, color: '#ff0000' });
  const plain = runOf(fonts, '平常', { family: 'kai', xPt: 24 });
  const painted = await operators(lineOf([bold, plain]));
  expect(painted).toMatch(/0\.36 w 1 j 1 0 0 RG 2 Tr\n.*Tj\n.*0 Tr\n.*Tj\n/s);
  expect(painted.match(/ Tr\n/g)).toHaveLength(2);
});
