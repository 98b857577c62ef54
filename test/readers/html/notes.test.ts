import { expect, test } from 'vitest';
import { draftOutline } from '../draft-outline.js';
import { draftOf } from './page.js';

async function readNotes(html: string): Promise<{ text: string[]; notes: string[] }> {
  const { blocks, notes } = await draftOf(html);
  return {
    text: draftOutline(blocks.filter(({ outside }) => outside === undefined)),
    notes: notes.map(({ id, kind, children }) => `${id} ${kind} ${draftOutline(children).join()}`),
  };
}

test.each([
  [
    'pandoc and Hugo',
    '<p>甲<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a></p><section class="footnotes"><hr><ol><li id="fn1"><p>注文。<a href="#fnref1" class="footnote-back">↩︎</a></p></li></ol></section>',
  ],
  [
    'MediaWiki',
    '<p>甲<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup></p><h2>参考文献</h2><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink">^ <a href="#cite_ref-1">a</a></span> 注文。</li></ol>',
  ],
  [
    'Word',
    '<p>甲<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a></p><div><br clear=all><hr size=1><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a>注文。</p></div></div>',
  ],
  [
    'EPUB',
    '<p>甲<a epub:type="noteref" href="#n1">①</a></p><aside epub:type="footnote" id="n1"><p>①注文。</p></aside>',
  ],
  [
    '百科\uFF0C which links nothing',
    '<p>甲<sup data-sup="1">[1]</sup><a name="ref_1">&nbsp;</a></p><dl><dt>参考资料</dt><dd><ul><li><span>1.</span>&nbsp;<a>注文。</a></li></ul></dd></dl>',
  ],
  ['typed by hand', '<p>甲<a href="#z1" name="y1">[1]</a></p><p><a href="#y1" name="z1">[1]</a> 注文。</p>'],
])('%s', async (_program, html) => {
  const { text, notes } = await readNotes(html);
  expect(notes).toEqual(['note-1 footnote line 注文。']);
  expect(text.filter((line) => !line.startsWith('heading'))).toEqual(['line 甲<note note-1>']);
});

test('the heading over notes goes with them, a button beside its words or not', async () => {
  const button = '<span>[<a href="#">编辑</a>]</span>';
  const { text } = await readNotes(
    `<p>甲<sup><a href="#cite_note-1">[1]</a></sup></p><h2><span>参考资料</span>${button}</h2><ol class="references"><li id="cite_note-1">注文。</li></ol>`,
  );
  expect(text).toEqual(['line 甲<note note-1>']);
});

test('two references to one note, and a note inside brackets', async () => {
  const { text, notes } = await readNotes(
    '<p>甲<sup>[<a href="#n1">1</a>]</sup>乙<sup>[<a href="#n1">1</a>]</sup></p><ol class=notes><li id=n1>注。</ol>',
  );
  expect(text).toEqual(['line 甲<note note-1>乙<note note-1>']);
  expect(notes).toHaveLength(1);
});

test.each([
  [
    'a table of contents',
    '<ul><li><a href="#a">1</a><li><a href="#b">2</a></ul><h2 id=a>甲</h2><p>文。</p><h2 id=b>乙</h2>',
  ],
  ['a link to a paragraph', '<p>见<a href="#p">下文</a></p><p id=p>文。</p>'],
  ['a mark without a note', '<p>甲<a href="#n9">[9]</a></p>'],
])('%s is no note', async (_what, html) => {
  expect((await readNotes(html)).notes).toEqual([]);
});

test('notes that refer to one another end', async () => {
  const { notes } = await readNotes(
    '<p>甲<a href="#n1">1</a></p><ol class=notes><li id=n1>子<a href="#n2">2</a></li><li id=n2>丑<a href="#n1">1</a></li></ol>',
  );
  expect(notes.length).toBeGreaterThan(0);
});

test('raised numbers without an item for each of them stay as they are', async () => {
  const list = (items: string): string => `<h2>参考文献</h2><ul>${items}</ul>`;
  const page = '<p>甲<sup>[1]</sup>乙<sup>[2]</sup></p>';
  expect((await readNotes(page + list('<li>1. 注文。</li>'))).notes).toEqual([]);
  expect((await readNotes(page + list('<li>书一。</li><li>书二。</li>'))).notes).toEqual([]);
  expect((await readNotes(page + list('<li>2. 注文。</li><li>1. 注文。</li>'))).notes).toEqual([]);
  expect((await readNotes(page + list('<li>1. 注文。</li><li>2. 注文。</li>'))).notes).toHaveLength(2);
});
