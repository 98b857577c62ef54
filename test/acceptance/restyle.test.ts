import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { render } from '../../src/convert.js';
import { outline, plainText } from '../../src/model/index.js';
import { richArticle } from '../renderers/docx/rich-article.js';
import { convertByOffice } from './office.js';
import { lacks, mustRun, workFolder } from './tools.js';

// What an editor expects of styles: a change of 正文 or 标题 1 changes the document, as LibreOffice sets it.

/** A line of text on a page, with the face, size and colour that it is set in. */
interface SetText {
  readonly text: string;
  readonly face: string;
  readonly sizePt: number;
  readonly color: string;
  readonly leftPt: number;
}

/** The Word file of a template with one of its styles changed, as it is then set. */
async function restyled(name: string, change: (style: string) => string, id: string): Promise<SetText[]> {
  const { bytes } = await render(richArticle, 'docx', { template: 'article' });
  const files = unzipSync(bytes);
  const styles = strFromU8(files['word/styles.xml'] ?? new Uint8Array());
  const pattern = new RegExp(`<w:style [^>]*w:styleId="${id}">.*?</w:style>`, 's');
  expect(styles).toMatch(pattern);
  files['word/styles.xml'] = strToU8(styles.replace(pattern, change));
  const file = join(workFolder, `restyled-${name}.docx`);
  writeFileSync(file, zipSync(files));
  const [pdf = ''] = convertByOffice('pdf', [file]);
  return textsOf(mustRun('pdftohtml', '-xml', '-stdout', '-i', '-fontfullname', pdf));
}

/** Lines of `pdftohtml -xml`, whose points are two thirds of its units. */
function textsOf(xml: string): SetText[] {
  const fonts = new Map(
    [...xml.matchAll(/<fontspec id="(\d+)" size="(\d+)" family="([^"]*)" color="([^"]*)"/g)].map(
      ([, id, size, family = '', color = '']) => [id, { face: family, sizePt: Number(size) / 1.5, color }],
    ),
  );
  return [...xml.matchAll(/<text top="[^"]*" left="([^"]*)"[^>]*font="(\d+)">(.*?)<\/text>/g)].map(
    ([, left, font, text = '']) => ({
      text: text.replace(/<[^>]*>/g, '').trim(),
      leftPt: Number(left) / 1.5,
      ...(fonts.get(font) ?? { face: '', sizePt: 0, color: '' }),
    }),
  );
}

const has = (texts: readonly SetText[], words: string): SetText[] =>
  texts.filter(({ text }) => text.includes(words));

/** Words of running text, of a list, a quotation and a cell, which all build on 正文. */
const BODY = ['坚持', '第一项', '起草'];

describe.skipIf(lacks('soffice') || lacks('poppler'))('a changed style', () => {
  test('正文: another face changes the text, lists and cells, and leaves headings alone', async () => {
    const face = '<w:rFonts w:ascii="Arial" w:eastAsia="黑体" w:hAnsi="Arial" w:cs="Arial"/>';
    const texts = await restyled('face', (style) => style.replace('<w:rPr>', `<w:rPr>${face}`), 'Normal');
    for (const words of BODY) {
      const found = has(texts, words);
      expect(found.length, words).toBeGreaterThan(0);
      for (const { face: seen } of found) expect(seen, words).toMatch(/Sans/);
    }
    const [quoted] = has(texts, '学而时习之');
    expect(quoted?.face).toMatch(/WenKai/);
  });

  test('正文: another size changes running text and lists, not what has a size of its own', async () => {
    const texts = await restyled(
      'size',
      (style) => style.replaceAll(/(<w:sz(?:Cs)? w:val=)"\d+"/g, '$1"28"'),
      'Normal',
    );
    for (const words of BODY.slice(0, 2)) expect(has(texts, words)[0]?.sizePt, words).toBeCloseTo(14, 0);
    expect(has(texts, '学而时习之')[0]?.sizePt).toBeCloseTo(14, 0);
    expect(has(texts, '起草')[0]?.sizePt).toBeCloseTo(10.5, 0);
  });

  test('正文: an indent moves running text, whose first lines keep theirs', async () => {
    const before = await restyled('as-it-is', (style) => style, 'Normal');
    const after = await restyled(
      'indent',
      (style) => style.replace('<w:jc', '<w:ind w:left="600"/><w:jc'),
      'Normal',
    );
    const left = (texts: readonly SetText[]): number => has(texts, '坚持')[0]?.leftPt ?? Number.NaN;
    expect(left(after) - left(before)).toBeCloseTo(30, 0);
  });

  test('标题 1: another colour changes all headings of its level and no other text', async () => {
    const color = '<w:color w:val="C00000"/>';
    const texts = await restyled('heading', (style) => style.replace(/<w:sz /, `${color}<w:sz `), 'Heading1');
    const red = new Set(texts.filter((each) => /^#c00000$/i.test(each.color)).map(({ text }) => text));
    const headings = outline(richArticle).filter(({ level }) => level === 1);
    for (const { heading } of headings) {
      expect([...red].some((text) => text.includes(plainText(heading)))).toBe(true);
    }
    const words = headings.map(({ heading }) => plainText(heading));
    for (const text of red) {
      const isPart = words.some((word) => text.includes(word)) || /^[一二三四]、/.test(text);
      expect(isPart, text).toBe(true);
    }
  });
});
