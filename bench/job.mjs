// One measured job in its own process: node job.mjs MAKER FORMAT FILE. Prints CPU seconds, peak memory and bytes.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FONT = fileURLToPath(new URL('../fonts/noto-serif-sc/NotoSerifSC_400Regular.ttf', import.meta.url));

const makers = {
  paiban: async (format, file) => {
    const { convert } = await import('../dist/index.js');
    return (await convert(readFileSync(file), { to: format, fileName: file })).bytes;
  },
  plain: (format, file) => plain[format](readFileSync(file, 'utf8').split(/\n+/)),
  pandoc: (format, file) => {
    if (format === 'pdf') return undefined;
    return runTool('pandoc', `${file}.${format}`, ['-f', 'markdown', file, '-o', `${file}.${format}`]);
  },
  typst: (format, file) => {
    if (format !== 'pdf') return undefined;
    writeFileSync(`${file}.typ`, readFileSync(file, 'utf8').replace(/[#$*_@<>\\`]/g, '\\$&'));
    return runTool('typst', `${file}.pdf`, ['compile', `${file}.typ`, `${file}.pdf`]);
  },
};

/** The libraries as their own pages show them, with default options. */
const plain = {
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
  epub: async (lines) => {
    const { EPub } = await import('epub-gen-memory');
    const content = lines
      .map((line) => `<p>${line.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`)
      .join('');
    return new EPub({ title: 'plain' }, [{ title: 'plain', content }]).genEpub();
  },
};

/** A program of its own: what it takes is counted with the children of this process. */
function runTool(command, output, args) {
  const run = spawnSync(command, args, { stdio: 'ignore' });
  if (run.status !== 0) return undefined;
  const { size } = statSync(output);
  rmSync(output);
  return { length: size };
}

const [maker, format, file] = process.argv.slice(2);
const bytes = await makers[maker](format, file);
if (!bytes) process.exit(3);
const isProgram = maker === 'pandoc' || maker === 'typst';
const used = isProgram ? childUsage() : ownUsage();
console.log(JSON.stringify({ ...used, bytes: bytes.length }));

function ownUsage() {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakBytes: maxRSS * 1024 };
}

/** Of Linux: times of waited-for children in clock ticks of 10 ms; their peak memory is not told. */
function childUsage() {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return { cpuSeconds: (Number(fields[13]) + Number(fields[14])) / 100, peakBytes: Number.NaN };
}
