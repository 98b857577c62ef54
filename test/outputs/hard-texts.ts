import type { Article, Block, Inline } from '../../src/model/index.js';
import { article, footnote, paragraph, text } from '../composer/articles.js';

const inlines = (...children: Inline[]): Block => ({ type: 'paragraph', children });

/**
 * Characters that tools lose, merge or turn when they copy out of a PDF. Where a character looks like another, or like
 * nothing, it is written as its number.
 */
export const HARD_TEXTS: Readonly<Record<string, Block>> = {
  'radicals beside characters': paragraph('一\u2F00二\u2F06心\u2F3C人\u2F08\u2F00一'),
  'compatibility ideographs': paragraph('\uF900\u8C48\uFA0E\uFA10\u{2F800}\u4E3D'),
  'planes above the first': paragraph('\u{20000}\u{20BB7}\u{2A6D5}\u{30000}'),
  'variation selectors': paragraph('\u845B\u{E0100}\u845B\u{E0101}\u8FBB\u{E0100}\u4E00\uFE00\u2603\uFE0E'),
  ligatures: paragraph('office, affluent, flower, fjord; \uFB01 and \uFB03'),
  blanks: paragraph('a\u00A0b\u2003c\u3000d'),
  accents: paragraph('e\u0301 \u00E9 o\u0323\u0302 a\u0304\u0300 n\u030C'),
  'pictures of several characters': paragraph(
    '\u{1F468}\u200D\u{1F469}\u200D\u{1F467} \u{1F1E8}\u{1F1F3} \u{1F44D}\u{1F3FD}',
  ),
  'full-width letters': paragraph('\uFF21\uFF22\uFF23\uFF11\uFF12\uFF13'),
  'dots and dashes': paragraph('甲\u00B7\u00B7乙——丙……丁\u2E3A戊'),
  'a word that is hyphenated': paragraph(
    'electroencephalographically incomprehensibilities '.repeat(6).trim(),
  ),
  'soft hyphens': paragraph('inter\u00ADnation\u00ADal'),
  kana: paragraph('ガギ\u304B\u3099\uFF76\uFF9E'),
  hangul: paragraph('한국어 \u1112\u1161\u11AB'),
  'readings over characters': inlines(
    ...text('甲'),
    { type: 'ruby', base: '拼音', reading: 'p\u012Bny\u012Bn' },
    ...text('乙'),
  ),
  'dots under characters': inlines(
    ...text('甲'),
    { type: 'emphasis', children: text('着重') },
    ...text('乙'),
  ),
  'names and titles': inlines(
    { type: 'underline', children: text('班固') },
    { type: 'underline', wavy: true, children: text('汉书') },
    ...text('乙'),
  ),
  'a remark in two rows': inlines(
    ...text('甲'),
    { type: 'warichu', children: text('小字双行\uFF0C夹于文中。') },
    ...text('乙'),
  ),
  'marks of notes': inlines(...text('甲'), { type: 'noteReference', noteId: 'n' }, ...text('乙')),
  code: { type: 'code', text: 'if (a) {\n\treturn  b;\n}' },
  'over pages': paragraph('天地玄黄宇宙洪荒日月盈昃辰宿列张'.repeat(70)),
};

/** All of them in one article. */
export function hardArticle(): Article {
  return article(Object.values(HARD_TEXTS), { notes: [footnote('n', '注文')] });
}
