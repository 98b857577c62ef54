import { expect, test } from 'vitest';
import { ConversionError } from '../../src/diagnostics.js';
import { makeStyleSheet, type StyleSheet, type Template } from '../../src/style/index.js';

const MM = 72 / 25.4;

const sheetWith = (margins: NonNullable<Template['page']>['margins'], more: Template = {}): StyleSheet =>
  makeStyleSheet({ changes: { ...more, page: { ...(margins && { margins }) } } });

test('where the margins have room, head and number stand where the template says', () => {
  const { runningHead, pageNumber } = makeStyleSheet();
  expect(runningHead.baselinePt).toBeCloseTo(16 * MM);
  expect(pageNumber.baselinePt).toBeCloseTo(14 * MM);
});

test('smaller margins move them outwards, an em from the text', () => {
  const sheet = sheetWith({ top: '15mm', bottom: '15mm' });
  expect(sheet.runningHead.baselinePt).toBeCloseTo(15 * MM - 1.12 * 9);
  expect(sheet.pageNumber.baselinePt).toBeCloseTo(15 * MM - 1.88 * 9);
});

test.each([
  [{ top: '5mm' }, 'top'],
  [{ bottom: '5mm' }, 'bottom'],
])('a margin without room for them is an error: %o', (margins, margin) => {
  try {
    sheetWith(margins);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(ConversionError);
    expect(error).toMatchObject({ code: 'template-margin-too-small', values: { margin, mm: 5, needed: 8 } });
  }
});

test('without head and number a margin may be as small as one likes', () => {
  const none: Template = { runningHead: { odd: 'none', even: 'none' }, pageNumber: { show: false } };
  expect(() => sheetWith({ top: '2mm', bottom: '2mm' }, none)).not.toThrow();
});
