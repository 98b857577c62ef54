import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { ConversionError } from '../../../src/diagnostics.js';
import type { DraftReading } from '../../../src/readers/index.js';
import { markdownReader } from '../../../src/readers/markdown/read-markdown.js';
import { draftOutline } from '../draft-outline.js';
import { expectedOutline, tidy } from './expected-outline.js';

interface Example {
  readonly markdown: string;
  readonly html: string;
  readonly section: string;
  readonly number: number;
}

const { tests: examples } = createRequire(import.meta.url)('commonmark-spec') as { tests: Example[] };

/** What the reader makes of an example; nothing for one that shows nothing. */
async function outlineOf(markdown: string): Promise<string[]> {
  try {
    const reading = await markdownReader.read(new TextEncoder().encode(markdown), {});
    return draftOutline((reading as DraftReading).draft.blocks).map(withoutPictureKeys);
  } catch (error) {
    if (error instanceof ConversionError && error.code === 'input-empty') return [];
    throw error;
  }
}

function withoutPictureKeys(line: string): string {
  const [, indent = '', rest = ''] = /^( *)(.*)$/s.exec(line) ?? [];
  if (/^(?:code|math) /.test(rest)) return line;
  const figure = /^figure image-\d+ (.*)$/.exec(rest)?.[1];
  if (figure !== undefined) return `${indent}line ${tidy(`<image ${figure}>`)}`;
  const [, name = '', text = ''] = /^(line |heading \d )?(.*)$/s.exec(rest) ?? [];
  return `${indent}${name}${tidy(text.replace(/<image image-\d+ /g, '<image '))}`;
}

/** Where the reader means something else on purpose: why, and what it makes of each example. */
const ON_PURPOSE: readonly (readonly [
  reason: string,
  outlineByNumber: Readonly<Record<number, string[]>>,
])[] = [
  [
    'addresses without brackets are links, as on GitHub',
    {
      602: ['line <<link https://foo.bar/baz https://foo.bar/baz> bim>'],
      606: ['line <<link mailto:foo+@bar.example.com foo+@bar.example.com>>'],
      608: ['line < <link https://foo.bar https://foo.bar>>'],
      611: ['line <link https://example.com https://example.com>'],
      612: ['line <link mailto:foo@bar.example.com foo@bar.example.com>'],
    },
  ],
  [
    'HTML that nobody closed does not swallow the text behind it, nor does what it says reach over blank lines',
    {
      148: ['code : "**Hello**,"', 'line <emphasis world>.'],
      167: ['line <emphasis foo>'],
      171: ['line *foo*', 'line _bar_'],
      173: ['line foo'],
      494: ['line [a](<b)c [a](<b)c> [a](c)'],
    },
  ],
  ['CDATA is no text', { 629: ['line foo'] }],
  [
    'empty lines at the start of code are left out, as from a page',
    {
      169: [
        'code : "import Text.HTML.TagSoup\\n\\nmain :: IO ()\\nmain = print $ parseTags tags"',
        'line okay',
      ],
    },
  ],
  ['brackets in pairs are a link of a wiki', { 590: ['line foo', 'line foo: /url "title"'] }],
  ['a line end beside a picture stands for nothing', { 587: ['line <image foo “title”>[]'] }],
];

const differing = new Map(
  ON_PURPOSE.flatMap(([, outlines]) =>
    Object.entries(outlines).map(([number, outline]) => [Number(number), outline]),
  ),
);

test('the suite is whole, and all but a few examples mean what it says', () => {
  expect(examples).toHaveLength(652);
  expect(ON_PURPOSE.map(([, outlines]) => Object.keys(outlines).length)).toEqual([5, 5, 1, 1, 1, 1]);
});

test.each(examples.map((example) => [example.section, example.number, example] as const))(
  '%s, example %i',
  async (_section, number, { markdown, html }) => {
    const expected = expectedOutline(tabs(html));
    const outline = await outlineOf(tabs(markdown));
    expect(outline).toEqual(differing.get(number) ?? expected);
    // a difference that is none any more goes from the table
    if (differing.has(number)) expect(outline).not.toEqual(expected);
  },
);

/** The suite shows tabs as arrows. */
function tabs(text: string): string {
  return text.replaceAll('→', '\t');
}
