import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatValue, ObjectNumber } from '../../../src/renderers/pdf/pdf-syntax.js';
import { PdfkitBase, type PdfValue, pdfText } from '../../../src/renderers/pdf/pdfkit-internals.js';

const encrypt = (plain: Uint8Array): Uint8Array => plain.map((byte) => byte ^ 0x5a);

/** The dictionary of one value as pdfkit itself writes it. */
function byPdfkit(value: PdfValue, isLocked: boolean): string {
  const document = new PdfkitBase({ font: null, autoFirstPage: false, pdfVersion: '1.7' });
  if (isLocked)
    document._security = { dictionary: document.ref(), getEncryptFn: () => encrypt, end: () => undefined };
  const reference = document.ref({ V: value });
  const written: string[] = [];
  document._write = (data) => {
    written.push(String(data));
  };
  reference.end();
  return written[1] ?? '';
}

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })).map(pdfText);
const plain = fc.oneof(
  text,
  fc.constantFrom('Page', 'XYZ', null, true, false),
  fc.integer(),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  fc.date({ min: new Date(0), max: new Date('2999-12-31'), noInvalidDate: true }),
  fc.uint8Array({ maxLength: 8 }),
);
const { value } = fc.letrec<{ value: PdfValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    plain,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[A-Z][a-z]{0,4}$/), fc.option(tie('value'), { nil: undefined }), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
}));

test('law: values are written as pdfkit writes them, locked or not', () => {
  fc.assert(
    fc.property(value, fc.boolean(), (given, isLocked) => {
      expect(formatValue({ V: given }, isLocked ? encrypt : undefined)).toBe(byPdfkit(given, isLocked));
    }),
  );
});

test('references are written by number', () => {
  const document = new PdfkitBase({ font: null, autoFirstPage: false, pdfVersion: '1.7' });
  const reference = document.ref();
  expect(formatValue([reference, new ObjectNumber(7)], undefined)).toBe(`[${reference.id} 0 R 7 0 R]`);
  expect(formatValue(document._root.data, undefined)).toMatch(
    /^<<\n\/Type \/Catalog\n\/Pages \d+ 0 R\n\/Names \d+ 0 R\n>>$/,
  );
});

test('what is no number of a PDF is refused', () => {
  for (const strange of [Number.NaN, Number.POSITIVE_INFINITY, 1e21])
    expect(() => formatValue(strange, undefined)).toThrow(RangeError);
});
