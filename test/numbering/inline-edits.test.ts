import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Inline } from '../../src/model/index.js';
import { applyEdits, joinedText, type TextEdit } from '../../src/numbering/inline-edits.js';

const plain = (text: string): Inline => ({ type: 'text', text });
const strong = (...children: Inline[]): Inline => ({ type: 'strong', children });

test('an edit over two inlines goes into the first, and an emptied one goes', () => {
  const inlines = [plain('第十'), strong(plain('三')), plain('章')];
  expect(applyEdits(inlines, [{ at: 1, length: 2, text: '九' }])).toEqual([plain('第九'), plain('章')]);
});

test('no edit leaves the very same inlines', () => {
  const inlines = [plain('第十'), strong(plain('三'))];
  expect(applyEdits(inlines, [])).toBe(inlines);
});

/** Letters in plain and strong runs, and edits of them in order and apart. */
const pieces = fc.array(fc.tuple(fc.stringMatching(/^[a-e]{1,4}$/), fc.boolean()), {
  minLength: 1,
  maxLength: 6,
});
const cuts = fc.uniqueArray(fc.nat(24), { maxLength: 6 });

test('the text of the edited inlines is the edited text', () => {
  fc.assert(
    fc.property(pieces, cuts, (runs, places) => {
      const inlines = runs.map(([text, isStrong]) => (isStrong ? strong(plain(text)) : plain(text)));
      const text = joinedText(inlines);
      const ends = places.filter((at) => at < text.length).sort((one, other) => one - other);
      const edits = ends.flatMap((at, index): TextEdit[] => {
        const end = ends[index + 1];
        return index % 2 === 0 && end !== undefined ? [{ at, length: end - at, text: 'X' }] : [];
      });
      const expected = edits.reduceRight(
        (whole, edit) => whole.slice(0, edit.at) + edit.text + whole.slice(edit.at + edit.length),
        text,
      );
      expect(joinedText(applyEdits(inlines, edits))).toBe(expected);
    }),
  );
});
