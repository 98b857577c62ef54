import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.js';
import type { Terminal } from '../../src/cli/terminal.js';
import { p, templateFile } from '../renderers/docx/reference/template-file.js';
import { part } from '../renderers/docx/word-file.js';

const ARTICLE = `春天的河
作者:林一 发布时间:2024-03-02

一、水
河水涨了,岸上的人都来看。

二、岸
岸上有一棵柳树,已经发芽。
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paiban-run-'));
  writeFileSync(join(folder, 'river.txt'), ARTICLE);
});

interface Heard {
  readonly code: number;
  readonly out: string;
  readonly bytes: Uint8Array;
  readonly err: string;
}

/** Runs a command line in the test's folder, in English, with a given standard input. */
async function paiban(line: string, stdin = ''): Promise<Heard> {
  return paibanWith(line.split(' ').filter(Boolean), stdin);
}

async function paibanWith(args: readonly string[], stdin = ''): Promise<Heard> {
  const out: Buffer[] = [];
  let err = '';
  const terminal: Terminal = {
    workingFolder: folder,
    environment: { LANG: 'en_US.UTF-8' },
    progressColumns: undefined,
    readStdin: async () => Buffer.from(stdin),
    writeOut: async (data) => {
      out.push(Buffer.from(data));
    },
    writeError: (text) => {
      err += text;
    },
  };
  const code = await run(args, terminal);
  const bytes = Buffer.concat(out);
  return { code, out: bytes.toString(), bytes, err };
}

const made = (place = ''): string[] => readdirSync(join(folder, place)).sort();

test('an article becomes three files named after its title, beside it', async () => {
  const { code, out } = await paiban('export river.txt');
  expect(code).toBe(0);
  expect(made()).toEqual(['river.txt', '春天的河.docx', '春天的河.epub', '春天的河.pdf']);
  expect(out.split('\n')).toHaveLength(4);
});

test('--out FILE makes one format, in a folder that is made for it', async () => {
  expect((await paiban('export river.txt --out deep/a.docx')).code).toBe(0);
  expect(made('deep')).toEqual(['a.docx']);
});

test('standard input to standard output gives the bytes and nothing else', async () => {
  const { code, bytes, err } = await paiban('export - --to docx --out - --quiet', ARTICLE);
  expect([code, err]).toEqual([0, '']);
  expect([...bytes.subarray(0, 2)]).toEqual([0x50, 0x4b]);
  expect(made()).toEqual(['river.txt']);
});

test('names after -- are paths, whatever they begin with', async () => {
  writeFileSync(join(folder, '-a.txt'), ARTICLE);
  expect((await paiban('export --to docx -o out -- -a.txt')).code).toBe(0);
  expect(made('out')).toEqual(['春天的河.docx']);
});

test('two inputs with one title get two names, and it is said', async () => {
  mkdirSync(join(folder, 'more'));
  writeFileSync(join(folder, 'more/b.txt'), ARTICLE.replace('柳树', '桃树'));
  const { code, err } = await paiban('export river.txt more --to docx --out out');
  expect(code).toBe(0);
  expect(made('out')).toEqual(['春天的河 (2).docx', '春天的河.docx']);
  expect(err).toContain('written as “春天的河 (2)”');
});

test('one missing input does not stop the others', async () => {
  const { code, err } = await paiban('export missing.txt river.txt --to docx');
  expect(code).toBe(1);
  expect(err).toContain('there is no file or folder missing.txt');
  expect(err).not.toMatch(/\n\s+at /);
  expect(made()).toContain('春天的河.docx');
});

test('--json prints one value with files, remarks and errors', async () => {
  const { code, out } = await paiban('export missing.txt river.txt --to docx --json');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    schema: 1,
    results: [
      { input: 'missing.txt', files: [], errors: [{ code: 'file-missing' }] },
      {
        input: 'river.txt',
        title: '春天的河',
        files: [{ format: 'docx', path: join(folder, '春天的河.docx') }],
        errors: [],
      },
    ],
  });
});

test.each(['none.png', 'https://example.com/a.png'])(
  'a picture at %s is missed once, not by each format',
  async (source) => {
    writeFileSync(join(folder, 'picture.md'), `# 题\n\n文。\n\n![图](${source})\n`);
    const { out } = await paiban('export picture.md --to docx,epub --json');
    const { diagnostics } = JSON.parse(out).results[0] as { diagnostics: { message: string }[] };
    expect(diagnostics.filter(({ message }) => message.includes(source))).toHaveLength(1);
  },
);

test('inspect says what was understood, for people and for programs', async () => {
  const seen = await paiban('inspect river.txt --json');
  expect(JSON.parse(seen.out)).toMatchObject({
    title: '春天的河',
    authors: ['林一'],
    publishedOn: '2024-03-02',
    repairs: [{ rule: 'full-width-punctuation' }],
  });
  const { out } = await paiban('inspect river.txt --lang zh');
  expect(out).toContain('大纲\n  一、水\n  二、岸\n');
});

test('flags stand over the article, the config file under them', async () => {
  writeFileSync(join(folder, 'paiban.config.json'), '{ "to": "docx", "out": "from-config", "lang": "zh" }');
  mkdirSync(join(folder, 'inner'));
  await paiban('export river.txt');
  expect(made('from-config')).toEqual(['春天的河.docx']);
  await paiban('export river.txt --to epub --out from-flag --title 另题');
  expect(made('from-flag')).toEqual(['另题.epub']);
});

test.each([
  ['{ "tempalte": "book" }', 'there is no key "tempalte"; did you mean "template"?'],
  ['{ "$schema": "x" }', 'there is no key "$schema"\n  Known keys: to, out'],
  ['{ "keep-all": "yes" }', '"keep-all" cannot be "yes"'],
  ['[]', 'is not a JSON object'],
  ['{', 'is not a JSON object'],
])('a config file of %s is refused', async (text, says) => {
  writeFileSync(join(folder, 'paiban.config.json'), text);
  const { code, err } = await paiban('export river.txt');
  expect(code).toBe(2);
  expect(err).toContain(says);
});

test.each([
  ['', 'no command is given'],
  ['exprot river.txt', 'Did you mean: paiban export?'],
  ['river.txt', 'Did you mean: paiban export river.txt?'],
  ['export', 'Usage: paiban export <inputs..>'],
  ['export river.txt --tempalte book', 'Did you mean --template?'],
  ['export river.txt --no-out', 'has no option --no-out'],
  ['export river.txt --contents=maybe', '--contents cannot be "maybe"'],
  ['export river.txt --to pfd', 'Expected: pdf, docx, epub'],
  ['export river.txt --from word', 'Expected: text, markdown, html, docx, json'],
  ['export river.txt --title', '--title needs a value'],
  ['export river.txt --published 2024-02-31', '--published cannot be "2024-02-31"'],
  ['export river.txt --source-url javascript:alert(1)', '--source-url cannot be'],
  ['export river.txt --out a.doc', 'Expected: *.pdf, *.docx, *.epub, DIR/, -'],
  ['export river.txt - --out a.pdf', '--out a.pdf takes one document, but 2 are asked for'],
  ['export river.txt --to pdf --out - --json', 'both want standard output'],
  ['inspect river.txt more.txt', 'takes no further "more.txt"'],
])('paiban %s is a wrong command line', async (line, says) => {
  const { code, out, err } = await paiban(line);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(says);
  expect(made()).toEqual(['river.txt']);
});

test('a wrong template is said once and nothing is written', async () => {
  const { code, err } = await paiban('export river.txt river.txt --template offical');
  expect(code).toBe(1);
  expect(err.match(/did you mean "official"/g)).toHaveLength(1);
  expect(made()).toEqual(['river.txt']);
});

test('what was asked of a PDF that is not made is said, and the rest is made', async () => {
  const { code, err } = await paiban('export river.txt --to docx --archive --classic-xref');
  expect(code).toBe(0);
  expect(made()).toContain('春天的河.docx');
  expect(err).toContain('--archive is about PDF, and none is made');
  expect(err).toContain('--classic-xref is about PDF');
  const chinese = await paiban('export river.txt -o river.epub --attach-source --lang zh');
  expect(chinese.err).toContain('--attach-source 只用于 PDF');
  writeFileSync(join(folder, 'paiban.config.json'), '{"classic-xref": true}');
  expect((await paiban('export river.txt --to docx')).err).not.toContain('--classic-xref');
  expect((await paiban('export river.txt --to docx,pdf --archive')).err).not.toContain('--archive');
});

test('numbers of the Word file are counted by Word, or text where that is asked for', async () => {
  writeFileSync(join(folder, 'law.txt'), '条例\n第一章 总则\n文字。\n第二章 附则\n文字。\n');
  const text = async (line: string): Promise<string> => {
    expect((await paiban(`export law.txt -o law.docx ${line}`)).code).toBe(0);
    return strFromU8(
      unzipSync(readFileSync(join(folder, 'law.docx')))['word/document.xml'] ?? new Uint8Array(),
    );
  };
  expect(await text('')).not.toContain('第二章');
  expect(await text('--word-numbers text')).toContain('第二章');
  expect((await paiban('export law.txt --to docx --word-numbers typed')).code).toBe(2);
  expect((await paiban('export law.txt --to pdf --word-numbers text')).err).toContain(
    '--word-numbers is about Word',
  );
});

test('options stand before the command as well, and a flag that is said twice holds', async () => {
  expect((await paiban('--quiet --quiet export river.txt --to epub')).out).toBe('');
  expect(made()).toContain('春天的河.epub');
  expect((await paiban('export --to epub')).err).toContain('export <inputs..>');
  expect((await paiban('inspect river.txt other.txt')).err).toContain('other.txt');
});

test('the help is that of paiban, or of the command that is named', async () => {
  expect((await paiban('--help')).out).toContain('paiban export <inputs..>');
  const help = await paiban('inspect -h');
  expect([help.code, help.out.includes('--encoding'), help.out.includes('--archive')]).toEqual([
    0,
    true,
    false,
  ]);
  expect((await paiban('help export')).out).toContain('--archive');
});

test('an empty name, as an unset variable leaves it, does not mean the folder', async () => {
  const { code, err } = await paibanWith(['export', '']);
  expect(code).toBe(2);
  expect(err).toContain('Usage: paiban export <inputs..>');
  expect(made()).toEqual(['river.txt']);
});

test.each(['river.txt', 'nothing', 'river.txt/x', '.', '/dev/null'])(
  '--font %s is refused before anything is written',
  async (font) => {
    const { code, err } = await paiban(`export river.txt river.txt --to docx --font ${font}`);
    expect(code).toBe(1);
    expect(err).toMatch(/cannot read the font|holds no font/);
    expect(made()).toEqual(['river.txt']);
  },
);

test('templates and fonts list what there is', async () => {
  expect((await paiban('templates')).out).toMatch(/^article .*\nbook .*\nbulletin .*\nofficial /);
  expect(JSON.parse((await paiban('templates official')).out)).toMatchObject({ page: { paper: 'A4' } });
  expect((await paiban('fonts')).out).toContain('song     regular');
  expect(JSON.parse((await paiban('fonts river.txt --json')).out)).toMatchObject({ uncovered: [] });
});

test.each(['--help', 'export --help', 'inspect --help --lang zh', 'templates -h', 'fonts --help'])(
  'paiban %s shows examples',
  async (line) => {
    const { code, out } = await paiban(line);
    expect(code).toBe(0);
    expect(out).toMatch(/Examples:|示例/);
    expect(out).not.toMatch(/undefined|NaN/);
  },
);

test('the version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect((await paiban('--version')).out).toBe(`${version}\n`);
});

test('a rules file near the input is used, and one that is wrong is said once', async () => {
  const rules = { hosts: { '*': { drop: ['岸上*柳树*'] } } };
  writeFileSync(join(folder, 'paiban.rules.json'), JSON.stringify(rules));
  const { out } = await paiban('inspect river.txt');
  expect(out).toContain('[site-rule] 岸上有一棵柳树');
  writeFileSync(join(folder, 'wrong.json'), JSON.stringify({ hosts: { '*': { dropp: ['x'] } } }));
  const { code, err } = await paiban('export river.txt --rules wrong.json');
  expect(code).toBe(1);
  expect(err.match(/expected drop/gu)).toHaveLength(1);
});

test('a line that the pages of a site have in common goes from each of them', async () => {
  for (const number of [1, 2, 3]) {
    const page = `小河号外\n\n旧事${number}\n\n${ARTICLE.split('\n').slice(2).join('\n')}\n本文链接:https://example.com/${number}\n`;
    writeFileSync(join(folder, `page-${number}.txt`), page);
  }
  const { out } = await paiban('export page-1.txt page-2.txt page-3.txt --to docx --json');
  const titles = (JSON.parse(out) as { results: { title: string }[] }).results.map(({ title }) => title);
  expect(titles).toEqual(['旧事1', '旧事2', '旧事3']);
});

describe('--fetch-images', () => {
  const page = (source: string): void =>
    writeFileSync(join(folder, 'net.md'), `# 河\n\n见图。\n\n![图](${source})\n`);
  const warned = async (options: string): Promise<string> =>
    (await paiban(`export net.md --to epub ${options}`)).err;

  test('without it nothing is fetched, and it is named', async () => {
    page('https://example.org/a.png');
    expect(await warned('')).toMatch(/is on the net and was not fetched\n.*--fetch-images/);
  });

  test.each([
    'http://127.0.0.1:9/a.png',
    'http://localhost/a.png',
    'http://169.254.169.254/',
    'http://0x7f.1/',
  ])('with it %s is refused', async (address) => {
    page(address);
    expect(await warned('--fetch-images')).toContain('is no public address');
  });

  test('inspect knows it too', async () => {
    page('http://10.0.0.1/a.png');
    const { out } = await paiban('inspect net.md --json --fetch-images');
    expect(JSON.parse(out).diagnostics).toMatchObject([{ code: 'image-address-refused' }]);
  });
});

test('a Word file of the user gives the Word output its page; one that cannot serve stops everything', async () => {
  writeFileSync(join(folder, 'house.docx'), templateFile({ body: p('封面') + p('{{body}}') }));
  expect((await paiban('export river.txt --to docx --reference house.docx')).code).toBe(0);
  const bytes = readFileSync(join(folder, '春天的河.docx'));
  expect(part(bytes, 'word/document.xml')).toContain('封面');
  writeFileSync(join(folder, 'house.docx'), 'no Word file');
  const refused = await paiban('export river.txt -o again/ --reference house.docx');
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('the Word template is no Word file');
  expect(refused.err).toContain('--reference');
  expect(made()).not.toContain('again');
  expect((await paiban('export river.txt --reference gone.docx')).code).toBe(1);
  const idle = await paiban('export river.txt --to pdf -o idle.pdf --reference gone.docx');
  expect(idle.code).toBe(0);
  expect(idle.err).toContain('--reference is about Word');
});

test('the config file may name the template, counted from where it lies', async () => {
  mkdirSync(join(folder, 'work'));
  writeFileSync(join(folder, 'house.docx'), templateFile({ body: p('抬头') + p('{{body}}') }));
  writeFileSync(join(folder, 'paiban.config.json'), '{"reference": "house.docx", "to": "docx"}');
  writeFileSync(join(folder, 'work', 'river.txt'), ARTICLE);
  expect((await paiban('export work/river.txt')).code).toBe(0);
  expect(part(readFileSync(join(folder, 'work', '春天的河.docx')), 'word/document.xml')).toContain('抬头');
});
