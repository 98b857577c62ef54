// Typst with our faces, set as the template `article` sets: paper, margins, sizes, base lines, heads, page numbers.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FONTS = ['noto-serif-sc', 'noto-sans-sc'].map((name) =>
  fileURLToPath(new URL(`../../fonts/${name}`, import.meta.url)),
);

/** What the compiler's documentation advises for tools that do not watch files. */
const CACHE_AGE = 10;

const preamble = (title) => `
#set document(title: "${title}")
#set page(
  paper: "a4", margin: (x: 28mm, y: 27mm), numbering: "1",
  header: align(center, text(size: 9pt, fill: rgb("#555555"))[${title}]),
)
#set text(font: "Noto Serif SC", size: 12pt, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 8pt, spacing: 8pt)
#show heading: set text(font: "Noto Sans SC", size: 15pt)
#show heading: set block(above: 17pt, below: 13pt)
#align(center, text(size: 22pt, weight: "bold")[${title}])
`;

export async function open() {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: FONTS }] });
  return (file, { isBook }) => {
    const pdf = compiler.pdf({ mainFileContent: toTypst(readFileSync(file, 'utf8'), isBook) });
    compiler.evictCache(CACHE_AGE);
    return pdf.length;
  };
}

/** The same text in Typst's markup: its first line is the title, lines without an indent are headings. */
function toTypst(text, isBook) {
  const [title, ...lines] = text.split(/\n+/).filter(Boolean).map(escapeMarkup);
  const body = lines.map((line) => (line.startsWith('\u3000') ? line.trimStart() : `= ${line}`));
  const contents = isBook ? '#outline(title: [目　录])\n#pagebreak()' : '';
  return [preamble(title), contents, ...body].join('\n\n');
}

const escapeMarkup = (line) => line.replace(/[\\#$*_@<>`"'~/[\]=+-]/g, '\\$&');
