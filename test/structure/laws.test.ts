import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../src/model/index.js';
import { readDraft } from '../../src/readers/index.js';
import { structure } from '../../src/structure/index.js';
import { articleAsText } from './article-as-text.js';
import { countLetters, lettersOf } from './conservation.js';
import { draftOfText } from './draft-of-text.js';

const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url));
const ARTICLES = fileURLToPath(new URL('./articles', import.meta.url));
const CORPUS = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));

function textsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt') && !name.endsWith('.md.txt'))
    .map((name) => `${folder}/${name}`);
}

async function draftOfFile(file: string): Promise<Draft> {
  const seen = await readDraft(readFileSync(file), { from: 'text' });
  if ('article' in seen) throw new TypeError(file);
  return seen.draft;
}

function sourceOf(draft: Draft): string {
  return draft.blocks
    .flatMap((block) => (block.type === 'line' ? block.inlines : []))
    .map((inline) => (inline.type === 'text' ? inline.text : ''))
    .join('\n');
}

describe('every letter of a source is in its article or among the removals, once', () => {
  test.each([...textsIn(ARTICLES), ...textsIn(SAMPLES), ...textsIn(CORPUS)])('%s', async (file) => {
    const draft = await draftOfFile(file);
    expect(lettersOf(structure(draft))).toEqual(countLetters(sourceOf(draft)));
  });
});

/** Lines of all kinds, to be shuffled into articles that nobody wrote. */
const LINES: readonly string[] = [
  '全国工作的心得体会3篇',
  '全国工作的心得体会',
  '发布时间:2021-10-01 来源:热门推荐 当前位置:首页 > 热门推荐 > 手机阅读',
  '来源\uFF1A人民日报 作者\uFF1A张三 编辑\uFF1A李四',
  '【www.example.com--热门推荐】',
  '本站为大家整理的相关心得,供大家参考选择。这一句是正文。',
  '一、总则',
  '二、分则',
  '三、附则',
  '\uFF08一\uFF09压实责任。各乡镇要明确一名分管负责同志\uFF0C名单于五月底前报县里备案。',
  '\uFF08二\uFF09加强宣传。利用广播、政务新媒体等渠道\uFF0C提醒群众雷雨大风天气不出门。',
  '1. 水壶',
  '2. 雨伞',
  '3. 午餐',
  '①甲',
  '第一章 渡口',
  '第二章',
  '楔子',
  '第一卷 风起',
  '01',
  '02',
  '03',
  '篇一\uFF1A销售岗位总结',
  '篇二\uFF1A教师岗位总结',
  '目 录',
  '尊敬的各位业主\uFF1A',
  '附件\uFF1A1.更换时间表',
  '2.示意图',
  '青河物业服务中心',
  '2023年9月30日',
  '草铺横野六七里\uFF0C笛弄晚风三四声。',
  '归来饱饭黄昏后\uFF0C不脱蓑衣卧月明。',
  '河水不记得桥\uFF0C',
  '\u2014\u2014调寄《临江仙》',
  '＊＊＊',
  '• 甲',
  '学校\t册数\t人次',
  '石桥\t12\t34',
  '正文有一个注[1]\uFF0C写得长一些\uFF0C好让它像正文。',
  '[1] 见某书卷五。',
  '注释\uFF1A',
  '这是正文的一个段落,写得长一些,"好让它"看上去像正文,而不是标题...',
  '他说\uFF1A\u201C来源\uFF1A网络的话不能信。\u201D',
  '一、二线城市的房租又涨了',
  '本文来源:https://www.example.com/news/1/',
  '上一篇\uFF1A某文',
  '相关阅读',
  '版权声明\uFF1A本站内容由网友上传。',
  '（全书完）',
  'The quick brown fox, and so on.',
];

const line = fc.record({
  text: fc.constantFrom(...LINES),
  indent: fc.constantFrom('', '', '  ', '\u3000\u3000'),
  blanks: fc.constantFrom('', '', '\n', '\n\n\n'),
});
const anyArticle = fc
  .array(line, { minLength: 1, maxLength: 25 })
  .map((lines) => lines.map(({ text, indent, blanks }) => `${blanks}${indent}${text}`).join('\n'));

test('nothing is lost or doubled, however the lines are shuffled', async () => {
  await fc.assert(
    fc.asyncProperty(anyArticle, async (text) => {
      const draft = await draftOfText(text);
      expect(lettersOf(structure(draft))).toEqual(countLetters(text));
    }),
    { numRuns: 1500 },
  );
});

test('with keepAll nothing is removed', async () => {
  await fc.assert(
    fc.asyncProperty(anyArticle, async (text) => {
      expect(structure(await draftOfText(text), { keepAll: true }).report.removed).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('the same draft gives the same article', async () => {
  await fc.assert(
    fc.asyncProperty(anyArticle, async (text) => {
      const draft = await draftOfText(text);
      expect(structure(draft)).toEqual(structure(draft));
    }),
    { numRuns: 100 },
  );
});

test('any characters at all are understood somehow', async () => {
  const sign = fc.constantFrom(...'一第章、。\uFF08(\uFF09)1.[]《》“”"\'-\u2014\u2026:>\t 人a');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(sign, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 12 }),
      async (lines) => {
        const text = lines.map((signs) => signs.join('')).join('\n');
        fc.pre(text.trim() !== '');
        structure(await draftOfText(text));
      },
    ),
    { numRuns: 1000 },
  );
});

/** Breaks a line as an editor does: at a measure in ems, no closing mark at the start of the next line. */
function wrapAt(line: string, measureEm: number): string[] {
  const lines: string[] = [];
  let current = '';
  let width = 0;
  for (const char of line) {
    const own = (char.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1;
    if (width + own > measureEm && !/[\uFF0C。、\uFF1B\uFF1A\uFF1F\uFF01”’」』》\uFF09]/u.test(char)) {
      lines.push(current);
      [current, width] = ['', 0];
    }
    current += char;
    width += own;
  }
  return [...lines, current];
}

/** The same paragraphs in the dress of other sources. */
const DRESSES: Readonly<Record<string, (lines: readonly string[]) => string>> = {
  'blank lines': (lines) => lines.join('\n\n'),
  'three blank lines': (lines) => lines.join('\n\n\n\n'),
  'nothing between': (lines) => lines.join('\n'),
  indents: (lines) => lines.map((line) => `\u3000\u3000${line}`).join('\n'),
  'indents and blank lines': (lines) => lines.map((line) => `\u3000\u3000${line}`).join('\n\n'),
  CRLF: (lines) => lines.join('\r\n\r\n'),
  CR: (lines) => lines.join('\r\r'),
  ...Object.fromEntries(
    [30, 34, 37, 40].flatMap((measure) => [
      [
        `${measure} ems, indents`,
        (lines: readonly string[]) =>
          lines.flatMap((line) => wrapAt(`\u3000\u3000${line}`, measure)).join('\n'),
      ],
      [
        `${measure} ems, blank lines`,
        (lines: readonly string[]) => lines.map((line) => wrapAt(line, measure).join('\n')).join('\n\n'),
      ],
      [
        `${measure} ems, every line end doubled`,
        (lines: readonly string[]) => lines.map((line) => wrapAt(line, measure).join('\n\n')).join('\n\n\n'),
      ],
    ]),
  ),
};

/** Articles whose lines are all paragraphs or headings: what depends on line ends (verse, tables) has no other dress. */
const DRESSED: readonly string[] = [
  'report-official',
  'speech-run-in',
  'rules-chapters',
  'parts-title-number-suffix',
  'parts-pian-colon',
  'qa-numbered',
  'wechat-01-inline',
  'novel-volumes',
  'encyclopaedia',
  'trad-speech',
  'step-word',
  'news-subheads',
  'series-with-doubtful',
  'long-sentence-headings',
];

describe.each(DRESSED)('%s is the same article in any dress', (name) => {
  const content = readFileSync(`${ARTICLES}/${name}.txt`, 'utf8');
  const source = content.slice(0, content.lastIndexOf('\n----\n'));
  const lines = source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const understood = async (text: string): Promise<string> => {
    const { article, report } = structure(await draftOfText(text));
    return articleAsText(article, { ...report, removed: [] });
  };
  test.each(Object.entries(DRESSES))('%s', async (_dress, dress) => {
    expect(await understood(dress(lines))).toBe(await understood(lines.join('\n\n')));
  });
});
