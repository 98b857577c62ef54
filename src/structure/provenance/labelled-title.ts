import type { FactReason } from '../report.js';
import { hanCount } from '../row.js';

/** Labels of index blocks and forums whose value is the title of the page. */
const LABELS = /^(?:标题|標題|信息名称|文件名称|信息标题|文章标题|公文标题)$/u;
const SHORTEST = 4;

/** 标题：关于…的通知 as a fact, where the page says its title so. */
export function titleFact(label: string, value: string, line: number): FactReason[] {
  return LABELS.test(label) && hanCount(value) >= SHORTEST
    ? [{ fact: 'title', value, line, rule: label }]
    : [];
}

/** The title that a label has said. */
export function labelledTitle(facts: readonly FactReason[]): string | undefined {
  return facts.find(({ fact }) => fact === 'title')?.value;
}
