import { type HostileInput, noisyBytes, ofBytes, ofText } from './input.js';

const SENTENCE = '天地玄黄\uFF0C宇宙洪荒。';
const ARTICLE = `标题\n\n　　${SENTENCE.repeat(8)}\n\n　　${SENTENCE.repeat(8)}\n`;

/** Shapes that a careless pattern would go back over again and again, one a row. */
const RUNS: readonly string[] = [
  '一',
  '\uFF08',
  '第一',
  '第',
  '一、',
  '(1)',
  '1.',
  '1.1.',
  '十',
  '【',
  '“',
  '"',
  "'",
  '《',
  '[1]',
  '\u2460',
  '—',
  '…',
  '.',
  '·',
  '|',
  ' |',
  '评论',
  '。',
  ' ',
  '\u3000',
  '\t',
  ' \u3000',
  '-',
  '=',
  '*',
  '_',
  '>',
  '首页>',
  '来源\uFF1A',
  '来源 ',
  '作者\uFF1A',
  '2021-10-01 ',
  '2021年',
  'http://',
  'www.',
  'a.',
  '@',
  '&amp;',
  '&',
  '&#',
  '&#x4e00;',
  '&amp;amp;',
  '<',
  '</',
  '/p>',
  '\uFF0C',
  ',',
  '\u200B',
  '\u0301',
  '\u200D',
  '\uFE0F',
  '\uFFFD',
  '锟斤拷',
  'Ã¤',
  '(hǎo)',
  '目录',
  '附件\uFF1A',
  '问\uFF1A答\uFF1A',
  '下一篇',
  '注\uFF1A',
  '廿',
  '\u{1F468}\u200D',
];

/** Lines that a document may have many of, one shape a row. */
const LINES: readonly string[] = [
  SENTENCE,
  '一、标题',
  '第一章 开头',
  '\uFF08一\uFF09小节',
  '1. 条目',
  '1.1.1 小节',
  '[1] 注释',
  '\u2460条',
  '问\uFF1A为什么\uFF1F',
  '来源\uFF1A某网',
  '2021-10-01',
  '上一页 1 2 3 下一页',
  '尊敬的各位领导\uFF1A',
  '图1 风景',
  '床前明月光\uFF0C',
  'a\tb\tc',
  'a|b|c',
  '***',
  '......',
  '01',
  '二十',
  '甲\uFF1A',
  '目录',
  '第一条 内容。',
  '【小标题】',
  '· 项目',
  '评论 分享',
];

const repeated: readonly HostileInput[] = RUNS.flatMap((run) => [
  ofText(`${JSON.stringify(run)} in one line`, (size) => run.repeat(Math.ceil(size / run.length))),
  ofText(
    `${JSON.stringify(run)} in an article`,
    (size) => `${ARTICLE}${run.repeat(Math.ceil(size / run.length))}${SENTENCE}\n${ARTICLE}`,
  ),
]);

const lines: readonly HostileInput[] = LINES.flatMap((line) => [
  ofText(`lines of ${line}`, (size) => `${line}\n`.repeat(size)),
  ofText(`lines of ${line} with text between`, (size) => `${line}\n\n　　${SENTENCE}\n\n`.repeat(size / 2)),
]);

const counted: readonly HostileInput[] = [
  ofText('headings that count', (size) =>
    Array.from({ length: size }, (_, at) => `第${at + 1}章 标题\n${SENTENCE}\n`).join('\n'),
  ),
  ofText('items that count', (size) => Array.from({ length: size }, (_, at) => `${at + 1}. 条目`).join('\n')),
  ofText('decimals that deepen', (size) =>
    Array.from({ length: Math.min(size, 2000) }, (_, at) => `${'1.'.repeat(at + 1)}1 深处`).join('\n'),
  ),
  ofText('notes that cross', (size) =>
    [
      ...Array.from({ length: size }, (_, at) => `${SENTENCE}[${at + 1}]`),
      ...Array.from({ length: size }, (_, at) => `[${at + 1}] 见注[${size - at}]。`),
    ].join('\n'),
  ),
  ofText('indents that grow', (size) =>
    Array.from({ length: Math.min(size, 3000) }, (_, at) => `${' '.repeat(at)}${SENTENCE}`).join('\n'),
  ),
];

/** Characters that no text should hold. */
const odd: readonly HostileInput[] = [
  ofText('NUL', (size) => `${ARTICLE}${'\0'.repeat(size)}${ARTICLE}`),
  ofText('every C0 and C1 control', () => {
    const controls = Array.from({ length: 0xa0 }, (_, code) => code).filter(
      (code) => code < 0x20 || code > 0x7e,
    );
    return `${ARTICLE}${controls.map((code) => `控${String.fromCharCode(code)}制`).join('')}\n${ARTICLE}`;
  }),
  ofText('noncharacters', () => `${ARTICLE}非\uFFFE字\uFFFF符\u{1FFFE}\u{10FFFF}\uFDD0。\n`),
  ofText('bidi overrides', () => `${ARTICLE}\u202E反向\u202C\u2066隔离\u2069\u200F\u061C。\n`),
  ofText('unassigned and private', () => `${ARTICLE}\u0378\u{2FFFF}\uE000\u{F0000}\u{E0041}。\n`),
  ofText('marks on one letter', (size) => `${ARTICLE}e${'\u0301\u0323'.repeat(size / 2)}。\n`),
  ofText(
    '__proto__ and constructor',
    () => '__proto__\n\nconstructor\uFF1Aprototype\n\n一、__proto__\n\n正文。',
  ),
  ofText('only white space', (size) => ' \n\u3000\t\r\n'.repeat(size / 5)),
  ofText('only line ends', (size) => '\n'.repeat(size)),
  ofText('only carriage returns', (size) => '\r'.repeat(size)),
  ofText('line and paragraph separators', (size) =>
    `${SENTENCE}\u2028${SENTENCE}\u2029\x85`.repeat(size / 20),
  ),
];

const bytes: readonly HostileInput[] = [
  ofBytes('nothing', () => new Uint8Array()),
  ofBytes('a BOM alone', () => Uint8Array.of(0xef, 0xbb, 0xbf)),
  ofBytes('half a UTF-16 character', () => Uint8Array.of(0xff, 0xfe, 0x2d)),
  ofBytes('lone surrogates as UTF-8', (size) =>
    Uint8Array.from({ length: size * 3 }, (_, at) => [0xed, 0xa0, 0x80][at % 3] as number),
  ),
  ofBytes('lone surrogates as UTF-16', (size) =>
    Uint8Array.from(
      { length: 2 + size * 2 },
      (_, at) => (at < 2 ? [0xff, 0xfe] : [0x00, 0xd8])[at % 2] as number,
    ),
  ),
  ofBytes('noise', noisyBytes),
  ofBytes('noise named as HTML', noisyBytes, 'html'),
  ofBytes('noise named as Markdown', noisyBytes, 'md'),
  ofBytes('noise named as JSON', noisyBytes, 'json'),
  ofBytes('noise named as Word', noisyBytes, 'docx'),
  ofBytes('zeros', (size) => new Uint8Array(size)),
  ofBytes('0xFF', (size) => new Uint8Array(size).fill(0xff)),
  ofBytes('lead bytes of GB18030', (size) => new Uint8Array(size).fill(0x81)),
  ofBytes('a PDF', () => new TextEncoder().encode('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n')),
  ofBytes('an old Word file', (size) => {
    const file = new Uint8Array(Math.max(512, size));
    file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    return file;
  }),
  ofBytes('the head of a zip', () => Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'docx'),
];

/** Plain texts, and bytes that are none. */
export const hostileTexts: readonly HostileInput[] = [...repeated, ...lines, ...counted, ...odd, ...bytes];
