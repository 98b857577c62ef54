import { expect, test } from 'vitest';
import { PdfkitBase, pdfText } from '../../../src/renderers/pdf/pdfkit-internals.js';

/** Every name of pdfkit that is not in its documentation but used here. */
test('pdfkit still has the private names that are used', () => {
  const document = new PdfkitBase({ font: null, autoFirstPage: false, pdfVersion: '1.7' });
  document.addPage({ size: [100, 200], margin: 0 });
  const { content, dictionary, fonts, xobjects } = document.page;
  expect(content.buffer.length).toBe(1);
  expect(Buffer.from(content.buffer[0] ?? '').toString()).toBe('1 0 0 -1 0 200 cm\n');
  expect([typeof fonts, typeof xobjects, dictionary.data.Type]).toEqual(['object', 'object', 'Page']);
  expect(dictionary.data.Resources).toHaveProperty('data.ProcSet');
  expect(document._root.data.Type).toBe('Catalog');
  expect(document._root.data.Names).toHaveProperty('data.Dests');
  expect(document._offsets).toContain(null);
  expect([typeof document._offset, document._id.length]).toEqual(['number', 16]);
  expect(document._security).toBeNull();
  for (const name of ['_write', '_refEnd', '_finalize', 'endMetadata', 'openImage', 'ref', 'end'] as const) {
    expect([name, typeof document[name]]).toEqual([name, 'function']);
  }
  const reference = document.ref({ Length1: 1 });
  expect([reference.compress, reference.id]).toEqual([true, document._offsets.length]);
});

test('pdfkit ends whatever stands in _security, and references write themselves by finalize', () => {
  const document = new PdfkitBase({ font: null, autoFirstPage: false, pdfVersion: '1.7' });
  let isEnded = false;
  document._security = {
    dictionary: document.ref(),
    getEncryptFn: () => (plain) => plain,
    end: () => {
      isEnded = true;
    },
  };
  const reference = document.ref({ Text: pdfText('文') });
  const written: number[] = [];
  reference.finalize = function () {
    written.push(this.id);
  };
  reference.end();
  document.end();
  expect([written, isEnded, reference.document === document]).toEqual([[reference.id], true, true]);
});
