import { beforeAll, expect, test } from 'vitest';
import { type DocumentFonts, openFonts } from '../../../src/fonts/index.js';
import { type PdfContent, writePdf } from '../../../src/renderers/pdf/write-pdf.js';
import { makeStyleSheet } from '../../../src/style/index.js';
import { at, layoutOf, lineOf, pageOf, runOf } from './hand-made.js';
import { contents, dictionariesWith, type ReadPdf, readPdf, toUnicodeMaps } from './read-pdf.js';

let fonts: DocumentFonts;

beforeAll(async () => {
  fonts = await openFonts(makeStyleSheet());
});

const METADATA = { title: '题', authors: [], language: 'zh-Hans' };

async function write(layout: PdfContent['layout'], rest: Partial<PdfContent> = {}): Promise<ReadPdf> {
  const { bytes } = await writePdf({ layout, fonts, images: {}, metadata: METADATA, ...rest });
  return readPdf(bytes);
}

const oneLine = (text: string): PdfContent['layout'] =>
  layoutOf([pageOf([at(lineOf([runOf(fonts, text)]), 60)])]);

test('the same layout gives the same bytes, also as second document of a process', async () => {
  const first = await writePdf({ layout: oneLine('天地玄黄'), fonts, images: {}, metadata: METADATA });
  await writePdf({ layout: oneLine('\u2F00一office'), fonts, images: {}, metadata: METADATA });
  fonts = await openFonts(makeStyleSheet());
  const second = await writePdf({ layout: oneLine('天地玄黄'), fonts, images: {}, metadata: METADATA });
  expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
});

test('a radical and the character that share a glyph are copied as what they are', async () => {
  const [map] = toUnicodeMaps(await write(oneLine('\u2F00一\u2F00')));
  expect([...(map?.values() ?? [])]).toEqual(['\u2F00', '一']);
});

test('a character that no face has is drawn as a mark and copied as itself', async () => {
  const pdf = await write(oneLine('\u{2A6D5}'));
  expect([...(toUnicodeMaps(pdf)[0]?.values() ?? [])]).toEqual(['\u{2A6D5}']);
  // Code 1 is the mark; code 0, .notdef, is never shown.
  expect(contents(pdf)[0]).toContain('(\0\x01)Tj');
});

test('every face is embedded as a subset with a tag of six letters', async () => {
  const runs = [runOf(fonts, '宋'), runOf(fonts, '仿', { family: 'fang', xPt: 12 })];
  const pdf = await write(layoutOf([pageOf([at(lineOf(runs), 60)])]));
  const descriptors = dictionariesWith(pdf, 'Type', 'FontDescriptor');
  expect(descriptors.map((text) => /\/FontName \/([A-Z]{6}\+\S+)/.exec(text)?.[1]?.slice(7))).toEqual([
    'NotoSerifSC-Regular',
    'FandolFang-Regular',
  ]);
  expect(descriptors[0]).toContain('/FontFile2');
  expect(descriptors[1]).toContain('/FontFile3');
  expect(dictionariesWith(pdf, 'BaseFont', 'Helvetica')).toEqual([]);
});

test('an even share is one Tc, a squeezed mark one number', async () => {
  const run = runOf(fonts, '天地\uFF0C玄黄', { advancesPt: [12.5, 12.5, 6.5, 12.5, 12.5] });
  const [page] = contents(await write(layoutOf([pageOf([at(lineOf([run]), 60)])])));
  expect(page).toContain('0.5 Tc\n');
  expect(page?.match(/\[\(.*\)500\(.*\)\]TJ/)).not.toBeNull();
});

test('codes that look like syntax are escaped', async () => {
  // The codes of a CFF face count up: 0x28 ( and 0x5C \\ come up among the first hundred characters.
  const fang = fonts.faceFor(0x4e00, 'fang', 'regular');
  const text = Array.from({ length: 2000 }, (_, index) => String.fromCodePoint(0x4e00 + index))
    .filter((char) => fonts.glyphFor(fang, char.codePointAt(0) ?? 0) > 0)
    .slice(0, 100)
    .join('');
  const run = runOf(fonts, text, { family: 'fang' });
  const [page = ''] = contents(await write(layoutOf([pageOf([at(lineOf([run]), 60)])])));
  const literal = /\((.*)\)Tj/s.exec(page)?.[1] ?? '';
  const plain = literal.replace(/\\r/g, '\r').replace(/\\([\\()])/g, '$1');
  const codes = Array.from({ length: plain.length / 2 }, (_, index) => plain.charCodeAt(index * 2 + 1));
  expect(codes).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
});

test('running heads, rules and added hyphens are artifacts, text has its mark', async () => {
  const line = lineOf([runOf(fonts, '正文'), runOf(fonts, '-', { xPt: 24, artifact: true })]);
  const rule = { type: 'rule', xPt: 0, yPt: 0, widthPt: 9, heightPt: 1, color: '#888888' } as const;
  const [page = ''] = contents(
    await write(
      layoutOf([
        pageOf([at(line, 60), rule, { ...at(lineOf([runOf(fonts, '1')]), 280, -1), running: 'foot' }]),
      ]),
    ),
  );
  const marks = page.match(/\/\w+ (?:<<.*>>|\/\w+) BDC|\/\w+ BMC|EMC/g);
  expect(marks).toEqual([
    '/P <</MCID 0>> BDC',
    'EMC',
    '/Artifact BMC',
    'EMC',
    '/Artifact /Foot BDC',
    'EMC',
    '/Artifact BMC',
    '/Span <</ActualText ()>> BDC',
    'EMC',
    'EMC',
  ]);
});

test('marked content and text objects nest on every page', async () => {
  const link = { xPt: 0, widthPt: 24, target: { kind: 'url', url: 'https://a.b/' } } as const;
  const items = [
    at(lineOf([runOf(fonts, '链接'), runOf(fonts, '后文', { xPt: 24 })], { links: [link] }), 60),
    { type: 'image', xPt: 0, yPt: 0, widthPt: 9, heightPt: 9, imageId: 'x', alt: '图', node: 0 } as const,
    at(lineOf([runOf(fonts, '再来')]), 90),
  ];
  for (const page of contents(await write(layoutOf([pageOf(items)])))) {
    const open: string[] = [];
    for (const [operator] of page.matchAll(/\b(BT|ET|BMC|BDC|EMC)\b/g)) {
      if (operator === 'ET') expect(open.pop()).toBe('BT');
      else if (operator === 'EMC') expect(open.pop()).toMatch(/^B[MD]C$/);
      else open.push(operator);
    }
    expect(open).toEqual([]);
  }
});

test('a link over two lines is one element with two places to click', async () => {
  const link = { xPt: 0, widthPt: 24, target: { kind: 'url', url: 'https://例.com/路' } } as const;
  const line = lineOf([runOf(fonts, '链接')], { links: [link] });
  const pdf = await write(layoutOf([pageOf([at(line, 60), at(line, 80)])]));
  expect(dictionariesWith(pdf, 'S', 'Link')).toHaveLength(1);
  expect(dictionariesWith(pdf, 'S', 'Link')[0]?.match(/\/OBJR/g)).toHaveLength(2);
  const [annotation] = dictionariesWith(pdf, 'Subtype', 'Link');
  expect(annotation).toContain('(https://xn--fsq.com/%E8%B7%AF)');
  expect(annotation).toContain('/StructParent ');
});

test('a link to a place that is not there is no link', async () => {
  const link = { xPt: 0, widthPt: 24, target: { kind: 'place', name: 'note-9' } } as const;
  const pdf = await write(layoutOf([pageOf([at(lineOf([runOf(fonts, '见注')], { links: [link] }), 60)])]));
  expect(dictionariesWith(pdf, 'Subtype', 'Link')).toEqual([]);
  expect(dictionariesWith(pdf, 'S', 'Link')).toEqual([]);
});

test('children stand in their parent in the order of nodes, empty cells too', async () => {
  const nodes = [
    { role: 'TR', parent: -1 },
    { role: 'TD', parent: 0 },
    { role: 'TD', parent: 0, columnSpan: 2 },
  ] as const;
  const pdf = await write(layoutOf([pageOf([at(lineOf([runOf(fonts, '乙')]), 60, 2)])], nodes));
  const [row = ''] = dictionariesWith(pdf, 'S', 'TR');
  const kids = [...(/\/K \[(.*?)\]/s.exec(row)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, id]) =>
    Number(id),
  );
  const cells = kids.map((id) => pdf.objects.get(id)?.dictionary ?? '');
  expect(cells.map((cell) => cell.includes('/ColSpan 2'))).toEqual([false, true]);
});

test('without a day of publication there is no date', async () => {
  const pdf = await write(oneLine('文'));
  expect([...pdf.objects.values()].some(({ dictionary }) => dictionary.includes('(D:'))).toBe(false);
  const dated = await write(oneLine('文'), { metadata: { ...METADATA, publishedOn: '2021-10-01' } });
  expect(
    [...dated.objects.values()].some(({ dictionary }) => dictionary.includes('(D:20211001120000Z)')),
  ).toBe(true);
});

test('a picture that cannot be drawn leaves a frame and a word about it', async () => {
  const image = {
    type: 'image',
    xPt: 10,
    yPt: 10,
    widthPt: 50,
    heightPt: 40,
    imageId: 'x',
    alt: '图',
    node: 0,
  } as const;
  const layout = layoutOf([pageOf([image])], [{ role: 'Figure', parent: -1, alt: '图' }]);
  const broken = {
    state: 'present',
    mediaType: 'image/png',
    bytes: new Uint8Array(50),
    widthPx: 5,
    heightPx: 4,
  } as const;
  const { bytes, diagnostics } = await writePdf({ layout, fonts, images: { x: broken }, metadata: METADATA });
  expect(diagnostics).toEqual([{ code: 'image-broken', values: { image: 'x' } }]);
  expect(contents(readPdf(bytes))[0]).toContain(' re ');
});

test('a box without a picture is a space', async () => {
  const box = { xPt: 24, widthPt: 12, heightPt: 0, imageId: '', alt: '' };
  const pdf = await write(layoutOf([pageOf([at(lineOf([runOf(fonts, '作者')], { boxes: [box] }), 60)])]));
  expect(contents(pdf)[0]).not.toContain(' re ');
  expect(dictionariesWith(pdf, 'S', 'Figure')).toEqual([]);
});

test('a column is shown by an upright twin of the font, and what lies along it is turned', async () => {
  const han = { ...runOf(fonts, '天地'), stance: 'upright' as const };
  const latin = runOf(fonts, 'Word', { xPt: 24 });
  const column = { ...at(lineOf([han, latin]), 60), turned: true as const };
  const pdf = await write(layoutOf([pageOf([column])]));
  const encodings = dictionariesWith(pdf, 'Subtype', 'Type0').map(
    (text) => /\/Encoding \/(\S+)/.exec(text)?.[1],
  );
  expect(encodings).toEqual(['Identity-V', 'Identity-H']);
  expect(dictionariesWith(pdf, 'Type', 'FontDescriptor')).toHaveLength(1);
  // The middle of the Han box of Noto Serif is 0.3825 em above the base line: cells begin half an em higher.
  expect(dictionariesWith(pdf, 'Subtype', 'CIDFontType2')[0]).toMatch(/\/DW2 \[88[23] -1000\]/);
  expect(contents(pdf)[0]).toMatch(/\/F1V [\s\S]*0 -1 1 0 [\d.]+ [\d.]+ Tm\n/);
});
