import { expect, test } from 'vitest';
import { type Inspection, inspect, readArticle } from '../../src/index.js';
import { pageBytes, parsePage } from './page.js';
import { score } from './score.js';

const PAGE = parsePage(
  'small',
  `title: 三月的河
authors: 李明
----
T 三月的河
M 作者\uFF1A李明
H1 一、|上游
P 上游的水很浅\uFF0C石头都露在外面。孩子们踩着石头过河。
H1 二、|下游
P 下游的水很深\uFF0C船停在岸边\uFF0C船上没有人\uFF0C也没有灯。
`,
);

async function right(): Promise<Inspection> {
  return inspect(await readArticle(pageBytes(PAGE), { fileName: 'page.txt' }));
}

function withBlocks(
  found: Inspection,
  change: (blocks: Inspection['parts'][0]['blocks']) => unknown[],
): Inspection {
  return {
    ...found,
    parts: found.parts.map((part) => ({ ...part, blocks: change(part.blocks) })),
  } as Inspection;
}

test('a page read right has all points', async () => {
  expect(score(PAGE, await right())).toMatchObject({ total: 100, faults: [] });
});

test.each<[string, (found: Inspection) => Inspection, string, string]>([
  [
    'a wrong title',
    (found) => ({ ...found, title: 'x' }),
    'metadata',
    'metadata title: x instead of 三月的河',
  ],
  [
    'a paragraph lost',
    (found) => withBlocks(found, (blocks) => blocks.slice(0, -1)),
    'sentences',
    'block not found whole: 下游的水很深\uFF0C船停在岸边\uFF0C船上没有人\uFF0C也没有灯。',
  ],
  [
    'a paragraph doubled',
    (found) => withBlocks(found, (blocks) => [...blocks, blocks.at(-1)]),
    'sentences',
    'doubled: 下游的水很深,船停在岸边,船上没有人,也没有灯。',
  ],
  [
    'a heading taken for a paragraph',
    (found) => withBlocks(found, (blocks) => [{ type: 'paragraph', text: '一、上游' }, ...blocks.slice(1)]),
    'headings',
    'heading missed: 一、上游',
  ],
  [
    'furniture left',
    (found) => withBlocks(found, (blocks) => [{ type: 'paragraph', text: '作者\uFF1A李明' }, ...blocks]),
    'furniture',
    'left: 作者:李明',
  ],
])('%s costs points', async (_what, change, area, fault) => {
  const { areas, faults } = score(PAGE, change(await right()));
  const full = score(PAGE, await right()).areas;
  expect(areas[area as keyof typeof areas]).toBeLessThan(full[area as keyof typeof full]);
  expect(faults).toContain(fault);
});
