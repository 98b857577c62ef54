import { type HostileInput, ofText } from './input.js';

const RUNS: readonly string[] = [
  '>',
  '> ',
  '[',
  '![',
  '](',
  '[]',
  '[a](',
  '[a](<b',
  '[^a]',
  '*',
  '**',
  '*a_',
  '**a *',
  '_a',
  '~',
  '~~a',
  '`',
  '`a``',
  '$',
  '$a$$',
  '<',
  '<a',
  '<!--',
  '<?',
  '<![CDATA[',
  '&',
  '&#x;',
  '\\',
  '|',
  'a|',
  '- ',
  '* ',
  '1. ',
  '#',
  '# ',
  '\t',
  'http://a.',
  'www.a.',
  'a@b.',
  ':::',
  '{a|',
  '=',
  '&nbsp;',
];

const LINES: readonly string[] = [
  '# 标题',
  '- 项',
  '> 引',
  '| a | b |',
  '```',
  '~~~',
  '***',
  '[a]: http://a.b',
  '[^a]: 注[^a]',
  '<div>',
  '</div>',
  '<!-- -->',
  '$$',
  ':::note',
  '字',
  '字  ',
  '---',
  '===',
  '    字',
  '1. 字',
];

function yaml(name: string, front: string): HostileInput {
  return ofText(name, () => `---\n${front}\n---\n\n# 标题\n\n正文。\n`, 'md');
}

/** Growing runs cannot be paired by a parser that looks for a run of the same length. */
function growing(sign: string, size: number): string {
  const runs: string[] = [];
  for (let length = 1, total = 0; total < size; length++) {
    runs.push(sign.repeat(length), '字');
    total += length + 1;
  }
  return runs.join('');
}

const made: readonly HostileInput[] = [
  ofText('growing runs of backticks', (size) => growing('`', size), 'md'),
  ofText('growing runs of dollars', (size) => growing('$', size), 'md'),
  ofText('growing runs of stars', (size) => growing('*', size), 'md'),
  ofText(
    'lists that deepen',
    (size) => Array.from({ length: Math.min(size, 2000) }, (_, at) => `${'  '.repeat(at)}- 项`).join('\n'),
    'md',
  ),
  ofText(
    'quotes that deepen',
    (size) =>
      Array.from({ length: Math.min(size, 2000) }, (_, at) => `${'>'.repeat(at + 1)} 引`).join('\n\n'),
    'md',
  ),
  ofText(
    'definitions that count',
    (size) => Array.from({ length: size / 4 }, (_, at) => `[a${at}]: http://a.b/${at}`).join('\n'),
    'md',
  ),
  ofText(
    'notes that count',
    (size) =>
      Array.from({ length: size / 8 }, (_, at) => `字[^n${at}]\n\n[^n${at}]: 注[^n${at + 1}]\n`).join('\n'),
    'md',
  ),
  ofText(
    'a table of many columns',
    (size) => `${'|a'.repeat(size / 4)}|\n${'|-'.repeat(size / 4)}|\n${'|b'.repeat(size / 4)}|\n`,
    'md',
  ),
  ofText('a table of ragged rows', (size) => `|a|b|\n|-|-|\n${'|c\n'.repeat(size / 2)}`, 'md'),
  ofText('links that nest', (size) => `${'['.repeat(size / 4)}字${'](http://a.b)'.repeat(size / 4)}`, 'md'),
  ofText(
    'addresses that must not be followed',
    () =>
      '[甲](javascript:alert(1)) [乙](file:///etc/passwd) ![丙](file:///etc/passwd) ![丁](../../../etc/passwd) ![戊](http://127.0.0.1/x.png) <javascript:alert(1)>',
    'md',
  ),
  yaml(
    'an alias bomb',
    'a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\ntitle: *e',
  ),
  yaml('a YAML cycle', 'title: &a [*a]\nauthor: &b {name: *b}'),
  yaml(
    '__proto__ in YAML',
    '__proto__: {title: 恶}\nconstructor: {prototype: {title: 恶}}\ntitle: {__proto__: 1}',
  ),
  yaml(
    'a tag that would run code',
    'title: !!js/function "function(){}"\nauthor: !!python/object:os.system x',
  ),
  yaml('a thousand authors', `author: [${'甲,'.repeat(1000)}乙]`),
  ofText('front matter that nests', (size) => `---\ntitle: ${'['.repeat(size)}\n---\n\n正文。`, 'md'),
  ofText('front matter without end', (size) => `---\n${'a: b\n'.repeat(size)}`, 'md'),
  ofText('JSON that nests', (size) => `{"schema":1,"language":"zh","parts":${'['.repeat(size)}`, 'json'),
  ofText(
    'JSON with __proto__',
    () =>
      '{"schema":1,"language":"zh-Hans","__proto__":{"x":1},"provenance":{"authors":[],"__proto__":{"sourceUrl":"http://a.b"}},"lead":[],"parts":[{"children":[]}],"notes":[],"images":{"__proto__":{"state":"missing","source":"x"}}}',
    'json',
  ),
  ofText(
    'JSON whose sections nest',
    (size) => {
      const depth = Math.min(size, 20_000);
      return `{"schema":1,"language":"zh-Hans","provenance":{"authors":[]},"lead":[],"parts":[{"children":[${'{"type":"section","heading":[],"children":['.repeat(depth)}${']}'.repeat(depth)}]}],"notes":[],"images":{}}`;
    },
    'json',
  ),
  ofText('JSON of another program', () => '{"name":"x","version":1}', 'json'),
];

/** Markdown and JSON. */
export const hostileMarkedTexts: readonly HostileInput[] = [
  ...RUNS.map((run) => ofText(`${JSON.stringify(run)} without end`, (size) => run.repeat(size), 'md')),
  ...RUNS.map((run) =>
    ofText(`lines of ${JSON.stringify(run)}`, (size) => `${run}\n`.repeat(size / 4), 'md'),
  ),
  ...LINES.map((line) => ofText(`many lines of ${line}`, (size) => `${line}\n`.repeat(size / 2), 'md')),
  ...LINES.map((line) =>
    ofText(`many paragraphs of ${line}`, (size) => `${line}\n\n`.repeat(size / 4), 'md'),
  ),
  ...made,
];
