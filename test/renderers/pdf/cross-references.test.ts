import { expect, test } from 'vitest';
import { article, paragraph, section } from '../../composer/articles.js';
import { pdfOf } from './render.js';

const ARTICLE = article([section('天', paragraph('地玄黄')), section('宇', paragraph('宙洪荒'))]);

const file = async (classicXref: boolean): Promise<string> =>
  Buffer.from(await pdfOf(ARTICLE, { classicXref })).toString('latin1');

test('a classic file has a row of twenty bytes for each object, which says where it is', async () => {
  const classic = await file(true);
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(classic)?.[1]);
  const [head = '', count = ''] = /^xref\n0 (\d+)\n/.exec(classic.slice(start)) ?? [];
  const rows = classic.slice(start + head.length, start + head.length + 20 * Number(count));
  expect(rows.slice(0, 20)).toBe('0000000000 65535 f \n');
  for (let id = 1; id < Number(count); id += 1) {
    const row = rows.slice(id * 20, id * 20 + 20);
    expect(row).toMatch(/^\d{10} 00000 n \n$/);
    expect(classic.slice(Number(row.slice(0, 10))).startsWith(`${id} 0 obj\n`)).toBe(true);
  }
  expect(classic.slice(start)).toMatch(
    new RegExp(`trailer\\n<</Size ${count}/Root \\d+ 0 R/Info \\d+ 0 R/ID\\[`),
  );
  expect(classic).not.toMatch(/ObjStm|XRef/);
});

test('object streams are the rule, and smaller', async () => {
  const [packed, classic] = [await file(false), await file(true)];
  expect(packed).toMatch(/ObjStm[\s\S]*\/Type\/XRef/);
  expect(packed.length).toBeLessThan(classic.length);
});
