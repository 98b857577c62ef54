import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadPdfkit } from '../../../src/renderers/pdf/load-pdfkit.js';

const FONT = fileURLToPath(new URL('../../../fonts/inconsolata/Inconsolata_400Regular.ttf', import.meta.url));

interface Pdfkit {
  font(file: string): Pdfkit;
  text(text: string): Pdfkit;
  on(event: 'data', listener: (chunk: Buffer) => void): Pdfkit;
  end(): void;
}

/** pdfkit's own text needs fontkit and a line breaker, which are left out until then. */
test('what pdfkit is loaded without comes when it is asked for', async () => {
  const PDFKit = loadPdfkit() as new (options: object) => Pdfkit;
  const document = new PDFKit({ font: null, compress: false });
  const chunks: Buffer[] = [];
  const done = new Promise((resolve) =>
    document.on('data', (chunk) => chunks.push(chunk)).on('end' as 'data', resolve),
  );
  document.font(FONT).text('two words');
  document.end();
  await done;
  const file = Buffer.concat(chunks).toString('latin1');
  expect(file).toContain('Inconsolata');
  expect(file).toContain('%%EOF');
});

test('each copy of pdfkit is its own', () => {
  expect(loadPdfkit()).not.toBe(loadPdfkit());
});
