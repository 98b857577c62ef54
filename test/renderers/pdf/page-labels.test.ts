import { expect, test } from 'vitest';
import { pageLabels } from '../../../src/renderers/pdf/page-labels.js';

test('a row for each page whose label does not follow from the one before', () => {
  expect(pageLabels(['i', 'ii', '1', '2', '4'])).toEqual({
    Nums: [0, { S: 'r', St: 1 }, 2, { S: 'D', St: 1 }, 4, { S: 'D', St: 4 }],
  });
});

test('upper and lower Roman numbers are series of their own', () => {
  expect(pageLabels(['I', 'II', 'iii', 'iv', '一〇'])).toEqual({
    Nums: [0, { S: 'R', St: 1 }, 2, { S: 'r', St: 3 }, 4, { P: expect.anything() }],
  });
});

test.each(['', 'iI', '扉', '01', 'iiii', 'mmmmmmmmmmmmmmmmmmmm'])('%j is a fixed label', (label) => {
  const { Nums } = pageLabels([label]);
  expect(JSON.parse(JSON.stringify(Nums))).toEqual([0, { P: label }]);
});
