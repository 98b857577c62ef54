// pandoc, where it is installed: the same text as Markdown.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

export function open() {
  return (file, { to }) => {
    const [source, output] = [`${file}.md`, `${file}.pandoc.${to}`];
    writeFileSync(source, toMarkdown(readFileSync(file, 'utf8')));
    const run = spawnSync('pandoc', ['-f', 'markdown', source, '-o', output], { stdio: 'ignore' });
    rmSync(source);
    if (run.status !== 0) throw new Error('pandoc is not there, or failed');
    const { size } = statSync(output);
    rmSync(output);
    return size;
  };
}

function toMarkdown(text) {
  const [title, ...lines] = text.split(/\n+/).filter(Boolean);
  const body = lines.map((line) => (line.startsWith('\u3000') ? line.trimStart() : `# ${line}`));
  return [`% ${title}`, ...body].join('\n\n');
}
