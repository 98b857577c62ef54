import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { render } from '../../src/convert.js';
import { richArticle } from '../renderers/docx/rich-article.js';
import { lintDocx } from './docx-lint.js';
import { EXTREMES } from './extreme-articles.js';
import { readSample, samples } from './samples.js';

let sound: Record<string, Uint8Array> = {};
beforeAll(async () => {
  sound = unzipSync((await render(richArticle, 'docx')).bytes);
});

const DOCUMENT = 'word/document.xml';
const RELATIONSHIPS = 'word/_rels/document.xml.rels';

/** What is changed in which part, and what the lint says of it. */
const FAULTS: readonly (readonly [part: string, from: RegExp, to: string, fault: RegExp])[] = [
  [DOCUMENT, /(<w:t[^>]*>)/, '$1\uFFFE', /is no XML/],
  [DOCUMENT, /<\/w:body>/, '', /is no XML/],
  ['[Content_Types].xml', /<Override [^>]*\/word\/styles\.xml"[^>]*>/, '', /no content type/],
  [RELATIONSHIPS, /Target="media\//, 'Target="media/x', /not there/],
  [RELATIONSHIPS, /Target="https:/, 'Target="file:', /leads to file:/],
  [DOCUMENT, /r:embed="[^"]*"/, 'r:embed="rId999"', /leads nowhere/],
  [DOCUMENT, /<w:pStyle w:val="[^"]*"/, '<w:pStyle w:val="None"', /no style None/],
  [DOCUMENT, /<w:numId w:val="[^"]*"/, '<w:numId w:val="999"', /no list 999/],
  [DOCUMENT, /<w:bookmarkEnd [^>]*>/, '', /does not end/],
  [DOCUMENT, /w:name="_Toc/, 'w:name="a b', /bookmark named/],
  [DOCUMENT, /<w:hyperlink /, '<w:hyperlink w:anchor="none" ', /a link to none/],
  [DOCUMENT, /<w:fldChar w:fldCharType="end"\/>/, '', /does not end/],
  [DOCUMENT, /<w:footnoteReference w:id="1"/, '<w:footnoteReference w:id="77"', /no footnote 77/],
  [DOCUMENT, / descr="[^"]+"/, '', /without words/],
  [DOCUMENT, /<w:gridSpan w:val="2"\/>/, '', /a row of 2/],
  [DOCUMENT, /<w:vMerge w:val="restart"\/>/, '', /none above/],
  [DOCUMENT, /<w:p>(?:(?!<w:p>).)*?<\/w:p><\/w:tc>/s, '</w:tc>', /no paragraph/],
  ['word/styles.xml', /w:eastAsia="zh-CN"/, 'w:eastAsia="Chinese!"', /language Chinese!/],
  ['docProps/custom.xml', /name="channel"/, 'name="sourcename"', /sourcename twice/],
];

describe('the lint of Word files', () => {
  test('a sound file has no fault', () => {
    expect(lintDocx(zipSync(sound))).toEqual([]);
  });

  test.each(FAULTS)('%s with %s as %s', (part, from, to, fault) => {
    const before = strFromU8(sound[part] ?? new Uint8Array());
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    expect(lintDocx(zipSync({ ...sound, [part]: strToU8(after) })).join('\n')).toMatch(fault);
  });
});

describe.each(Object.keys(EXTREMES))('%s', (name) => {
  test('is a sound Word file', async () => {
    const article = EXTREMES[name]?.();
    if (!article) throw new RangeError(name);
    expect(lintDocx((await render(article, 'docx')).bytes)).toEqual([]);
  });
});

const TEMPLATES = ['article', 'book', 'bulletin', 'official', 'vertical'];

describe.each(TEMPLATES)('in the template %s', (template) => {
  test.each(samples)('$file is a sound Word file', async (sample) => {
    const { article } = await readSample(sample);
    expect(lintDocx((await render(article, 'docx', { template })).bytes)).toEqual([]);
  });

  test('one of everything is a sound Word file', async () => {
    expect(lintDocx((await render(richArticle, 'docx', { template })).bytes)).toEqual([]);
  });
});
