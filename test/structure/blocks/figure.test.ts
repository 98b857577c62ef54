import { expect, test } from 'vitest';
import type { DraftFigure, Figure } from '../../../src/model/index.js';
import { toFigure } from '../../../src/structure/blocks/figure.js';

const figure = (words: Partial<DraftFigure>): Figure =>
  toFigure({ type: 'figure', imageId: 'a', alt: '', line: 1, ...words });
const caption = (text: string) => [{ type: 'text', text }] as const;

test('a title is the caption of a picture that has no other', () => {
  expect(figure({ alt: '一株玉兰', title: '图1 玉兰' })).toEqual({
    type: 'figure',
    imageId: 'a',
    alt: '一株玉兰',
    caption: caption('图1 玉兰'),
  });
});

test('what title and alternative text both say is said once', () => {
  expect(figure({ alt: '玉兰', title: '玉兰' })).toMatchObject({ alt: '', caption: caption('玉兰') });
});

test('beside a caption the title stays in the alternative text', () => {
  const words = { caption: caption('图1 玉兰') };
  expect(figure({ ...words, title: '清晨' })).toMatchObject({ ...words, alt: '清晨' });
  expect(figure({ ...words, alt: '一株玉兰', title: '清晨' }).alt).toBe('一株玉兰\uFF08清晨\uFF09');
  expect(figure({ ...words, alt: '清晨的玉兰', title: '清晨' }).alt).toBe('清晨的玉兰');
});
