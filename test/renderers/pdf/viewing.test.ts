import { expect, test } from 'vitest';
import { viewerPreferences } from '../../../src/renderers/pdf/viewing.js';

test('the title of the document stands over the window, and a printer prints in size', () => {
  expect(viewerPreferences({ direction: 'horizontal', facing: false })).toEqual({
    DisplayDocTitle: true,
    PrintScaling: 'None',
  });
});

test('a vertical book goes from right to left, and is printed on both sides', () => {
  expect(viewerPreferences({ direction: 'vertical', facing: true })).toMatchObject({
    Direction: 'R2L',
    Duplex: 'DuplexFlipLongEdge',
  });
});
