import { expect, test } from 'vitest';
import { structure } from '../../../src/structure/index.js';
import { draftOfText } from '../draft-of-text.js';

const codes = async (text: string): Promise<string[]> =>
  structure(await draftOfText(text)).diagnostics.map(({ code }) => code);

const TEXT =
  '石桥的来历\n\n镇口的石桥建于清代[1]\uFF0C当地人叫它“老桥”[2]\uFF0C桥有三个孔\uFF0C中间的最大\uFF0C能过小船。\n';

test('marks whose notes the page has lost are reported once and stay', async () => {
  expect((await codes(TEXT)).filter((code) => code === 'note-marks-alone')).toHaveLength(1);
});

test('marks that have their notes are not reported', async () => {
  expect(await codes(`${TEXT}\n[1] 县志里说是嘉庆年间。\n[2] 桥头有碑。\n`)).not.toContain(
    'note-marks-alone',
  );
});

test('an index of a program is no mark', async () => {
  expect(
    await codes('数组\n\n数组 list[1] 的值是 3\uFF0C数组 list[2] 的值是 5\uFF0C其余的都是零。\n'),
  ).not.toContain('note-marks-alone');
});
