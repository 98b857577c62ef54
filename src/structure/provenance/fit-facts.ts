import type { FactReason } from '../report.js';
import { isPersonName } from './names.js';
import { mayName } from './no-names.js';
import { isPublisher } from './publisher.js';

/**
 * The gate before the provenance. Whoever read a name or a source, from a label, a line of tokens, a tag or JSON-LD, it
 * is none when it is one of the words that sites write around names.
 */

/** What parts a value from its neighbour. */
const EDGES = /^[\s,\uFF0C、;\uFF1B|\uFF5C/:\uFF1A·\u2022-]+|[\s,\uFF0C、;\uFF1B|\uFF5C/:\uFF1A·\u2022-]+$/gu;

/** Kinds of texts, by which sites file them. */
const GENRE =
  /^(?:日记|日志|随笔|散文|小说|诗歌|杂文|故事|游记|文章|博文|帖子|笔记|长文|回答|问答|原创文章|資訊|资讯)$/u;

/** Facts without what names nobody. What the user states is his. */
export function fitFacts(facts: readonly FactReason[]): FactReason[] {
  const title = facts.find(({ fact }) => fact === 'title')?.value ?? '';
  return facts.flatMap((told): FactReason[] => {
    const isName = told.fact === 'authors' || told.fact === 'sourceName' || told.fact === 'channel';
    if (!isName || told.rule === 'override') return [told];
    const value = told.value.replace(EDGES, '');
    if (!mayName(value)) return [];
    const isTopic = told.rule === 'byline' && told.fact !== 'channel' && title.includes(value);
    // a word of the title beside a day is where the page is filed: 心得体会
    // 来自 豆瓣 日记
    if (told.fact !== 'channel' && GENRE.test(value)) return [{ ...told, value, fact: 'channel' }];
    if (isTopic && !isPersonName(value) && !isPublisher(value)) return [{ ...told, value, fact: 'channel' }];
    return [{ ...told, value }];
  });
}
