// The libraries as their own pages show them, with default options and no typesetting.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FONT = fileURLToPath(new URL('../../fonts/noto-serif-sc/NotoSerifSC_400Regular.ttf', import.meta.url));

export function open() {
  return async (file, { to }) => (await writers[to](readFileSync(file, 'utf8').split(/\n+/))).length;
}

export const writers = {
  pdf: async (lines) => {
    const { default: PdfDocument } = await import('pdfkit');
    const document = new PdfDocument({ size: 'A4' });
    const chunks = [];
    document.on('data', (chunk) => chunks.push(chunk));
    const done = new Promise((resolve) => document.on('end', resolve));
    document.font(FONT).fontSize(12);
    for (const line of lines) document.text(line);
    document.end();
    await done;
    return Buffer.concat(chunks);
  },
  docx: async (lines) => {
    const { Document, Packer, Paragraph } = await import('docx');
    return Packer.toBuffer(
      new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }),
    );
  },
};
