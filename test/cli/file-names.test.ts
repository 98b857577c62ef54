import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NameRegister, safeFileName } from '../../src/cli/file-names.js';

const LONE_SURROGATE = /\p{Cs}/u;

test.each([
  ['问：为什么?', '问：为什么\uFF1F'],
  ['a/b\\c:d*e"f<g>h|i', 'a\uFF0Fb\uFF3Cc\uFF1Ad\uFF0Ae\uFF02f\uFF1Cg\uFF1Eh\uFF5Ci'],
  ['  两边 有\t空白 ', '两边 有 空白'],
  ['../../etc/passwd', '\uFF0F..\uFF0Fetc\uFF0Fpasswd'],
  ['.hidden', 'hidden'],
  ['-rf', 'rf'],
  ['结尾的点...', '结尾的点'],
  ['con', '_con'],
  ['Aux.txt', '_Aux.txt'],
  ['COM¹', '_COM¹'],
  ['console', 'console'],
  ['e\u0301', '\u00E9'],
  ['改\u202E字\u200B\u0007', '改字'],
  ['\uD800', ''],
  ['...', ''],
])('%j becomes %j', (title, name) => {
  expect(safeFileName(title)).toBe(name);
});

test('a long name is cut between characters, not inside one', () => {
  const family = '👨‍👩‍👧';
  const name = safeFileName(family.repeat(30));
  // Joiners are unseen characters and go; no surrogate is left alone.
  expect(name).not.toMatch(LONE_SURROGATE);
  expect(Buffer.byteLength(safeFileName('长'.repeat(300)))).toBe(180);
});

test('any title gives a name that every system can store', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      const name = safeFileName(title);
      expect(name).not.toMatch(/[<>:"/\\|?*\u0000-\u001F]/);
      expect(name).not.toMatch(/^[.\-\s]|[.\s]$/);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(181);
      expect(name).not.toMatch(LONE_SURROGATE);
    }),
  );
});

test('a register never gives one path twice, whatever the case', () => {
  const register = new NameRegister();
  const pathsOf = (name: string): string[] => [`/out/${name}.pdf`, `/out/${name}.docx`];
  register.reserve('/out/题.docx');
  expect(register.claim('题', pathsOf)).toBe('题 (2)');
  expect(register.claim('Title', pathsOf)).toBe('Title');
  expect(register.claim('TITLE', pathsOf)).toBe('TITLE (2)');
});
