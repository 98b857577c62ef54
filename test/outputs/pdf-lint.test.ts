import { beforeAll, expect, test } from 'vitest';
import { render } from '../../src/convert.js';
import type { Article, Block } from '../../src/model/index.js';
import { article, footnote, marked, paragraph, section, text } from '../composer/articles.js';
import { lintPdf } from './pdf-lint.js';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

const table: Block = {
  type: 'table',
  columns: [{}, {}],
  headRows: 1,
  rows: [
    { cells: [{ children: [paragraph('名')] }, { children: [paragraph('值')] }] },
    { cells: [{ children: [paragraph('天')] }, { children: [paragraph('地')] }] },
  ],
};

const INPUT: Article = article(
  [
    section(
      '天',
      section('地', {
        type: 'paragraph',
        children: [{ type: 'link', url: 'https://a.b/', children: text('链接') }],
      }),
      table,
      { type: 'figure', imageId: 'p', alt: '一点' },
      marked('玄黄', 'n'),
    ),
  ],
  {
    title: '千字文',
    notes: [footnote('n', '注')],
    images: { p: { state: 'present', mediaType: 'image/png', bytes: PIXEL, widthPx: 1, heightPx: 1 } },
  },
);

let sound = '';
beforeAll(async () => {
  sound = Buffer.from((await render(INPUT, 'pdf', { classicXref: true })).bytes).toString('latin1');
});

test('a sound file has no fault', () => {
  expect(lintPdf(Buffer.from(sound, 'latin1'))).toEqual([]);
});

test.each([
  ['/Lang (', '/Lung (', '11-006: no language'],
  ['/DisplayDocTitle true', '/DisplayDocTitle false', '07-001: the title is not shown'],
  ['/Marked true', '/Marked false', '01-007: not marked'],
  ['/Alt (', '/Olt (', '13-004: figure without alternative text'],
  ['/BBox [', '/BBux [', 'figure without a box'],
  ['/Scope /', '/Scupe /', '15-003: head cell without scope'],
  ['/S /H2', '/S /H4', '14-003: H4 after H1'],
  ['/S /H1', '/S /H2', '14-003: H2 after H0'],
  ['/S /TR', '/S /TX', '02-001: nobody knows the role TX'],
  ['/S /TD', '/S /LI', '09: LI in TR'],
  ['/ID (note', '/IX (note', '19-003: note undefined cannot be found'],
  ['/Tabs /S', '/Tabs /R', 'page 1: 28-008: no order of tabs'],
  ['/Obj ', '/Ubj ', '28-011: Link leads nowhere'],
  ['/StructParent ', '/StrvctParent ', 'page 1: 28-011: a link in no Link'],
  ['https://a.b/', 'javascript:a', 'a link of another kind'],
  ['/Contents (', '/Cxntents (', '28-012: a link without words'],
  ['/F 4\n', '/F 2\n', 'a link that is not printed'],
  ['/StructParents ', '/StrvctParents ', '01-005: mark 0 belongs to nobody'],
  ['/FontFile2 ', '/FantFile2 ', '31-009: a font is not embedded'],
  ['/ToUnicode ', '/TuUnicode ', '31-027: a font cannot be copied'],
  ['/Type /Catalog', '/Type /Catalog /OpenAction 1 0 R', 'does something when it opens'],
])('%j made %j is found', (from, to, fault) => {
  expect(sound).toContain(from);
  const faults = lintPdf(Buffer.from(sound.replaceAll(from, to), 'latin1'));
  expect(faults.some((each) => each.includes(fault))).toBe(true);
});
